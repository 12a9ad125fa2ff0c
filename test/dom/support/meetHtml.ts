/** Small pages in the shape of Google Meet for tests of one fact each. Written by hand; names go in escaped. */

export const escape = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const icon = (word: string) =>
  `<i class="google-symbols notranslate" aria-hidden="true">${word}</i>`

export const device = (n: number) => `spaces/testSpace/devices/${n}`

export interface TileOptions {
  readonly n: number
  readonly name?: string
  readonly self?: boolean
  readonly mediaId?: string
  /** The video layer's content: `''` for a camera that was off all along, undefined for no layer at all. */
  readonly layer?: string | undefined
  readonly mic?: 'on' | 'off'
  readonly style?: string
  readonly extra?: string
}

export function tile(options: TileOptions): string {
  const {
    n,
    name = `Person ${n}`,
    self = false,
    mediaId = device(n),
    mic,
    style = '',
    extra = '',
  } = options
  const layer = 'layer' in options ? options.layer : ''
  const label = escape(name)
  const own = `<button jsname="nsKqzb" disabled aria-label="Reframe">${icon('frame_person')}</button>
    <button aria-label="Backgrounds and effects">${icon('visual_effects')}</button>`
  const others = `<button jsname="fxbmRe" aria-label="Pin ${label} to your main screen">${icon('keep_outline')}</button>`
  const sound =
    mic === undefined
      ? ''
      : mic === 'off'
        ? `<button jsname="LgbsSe" disabled aria-label="You can&#39;t unmute someone else">${icon('mic_off')}</button>`
        : `<button jsname="LgbsSe" aria-label="Mute ${label}&#39;s microphone">${icon('mic_none')}</button>`
  return `<div class="dkjMxf" style="position:relative;overflow:hidden;width:160px;height:90px;${style}">
    <div jsname="E2KThb" data-participant-id="${device(n)}" data-requested-participant-id="${device(n)}" data-tile-media-id="${mediaId}">
      <div jsname="Jaieyd"><img alt="" src="data:,"></div>
      ${layer === undefined ? '' : `<div jsname="Nl0j0e"><div data-ssrc="${1000 + n}" style="width:160px;height:60px">${layer}</div></div>`}
      <div jsname="kPfaL" style="position:absolute;left:0;top:0;width:160px;height:60px;overflow:hidden">${sound}${self ? own : others}${extra}
        <button aria-label="More options for ${label}">${icon('more_vert')}</button></div>
      <div jsname="giiMnc"><div class="XEazBc"><span><span class="notranslate">${label}</span>
        <div role="tooltip" aria-hidden="true">${label}</div></span></div></div>
      <i class="google-material-icons notranslate" aria-hidden="true">devices</i>
      <span class="notranslate" aria-hidden="true"></span><div jsname="QgSmzd" class="gjg47c"></div>
    </div></div>`
}

export interface RowOptions {
  readonly n: number
  readonly name?: string
  readonly beside?: readonly string[]
  readonly buttons?: string
  readonly attributes?: string
}

export function row({
  n,
  name = `Person ${n}`,
  beside = [],
  buttons = '',
  attributes = '',
}: RowOptions): string {
  return `<div role="listitem" aria-label="${escape(name)}" data-participant-id="${device(n)}" ${attributes}>
    <span>${escape(name)}</span>${beside.map((text) => `<span>${escape(text)}</span>`).join('')}${icon('devices')}${buttons}
    <button jsname="YEvVxd" aria-label="More actions" aria-haspopup="menu">${icon('more_vert')}</button></div>`
}

export const list = (rows: string, attributes = '') =>
  `<div role="region" aria-label="In call"><div role="list" aria-label="Participants" ${attributes}>${rows}</div></div>`

export const knock = (name: string, label = `Admit ${name}`, extra = '') =>
  `<div role="listitem"><span>${escape(name)}</span><button jsname="OYykWd" aria-label="${escape(label)}">Admit</button>${extra}</div>`

export function panel(id: number, content: string, attributes = ''): string {
  return `<aside jsname="ME4pNd" aria-label="Side panel" ${attributes}><div jsname="b0t70b" data-panel-id="${id}">
    <button aria-label="Close">${icon('close')}</button>${content}</div></aside>`
}

export const chip = (
  count: number,
) => `<div role="region" aria-label="Call feature notifications and actions">
  <div jsname="ocqpFe" role="button" tabindex="0" aria-labelledby="DVH6Db-nav9Xe" style="display:none"><div id="DVH6Db-nav9Xe">External participants joined</div></div>
  <div jsname="ocqpFe" role="button" tabindex="0" aria-haspopup="dialog" aria-expanded="false" aria-labelledby="DPUxh-nav9Xe">
    <span id="DPUxh-nav9Xe" style="display:none">People</span><div>${count}</div><span data-avatar-count="${count}"></span></div></div>`

export const badge = (label: string) =>
  `<button jsname="kNx9ke" aria-label="${escape(label)}">${icon('meeting_room')}</button>`

export interface BarOptions {
  readonly microphone?: boolean
  readonly camera?: boolean
  readonly host?: boolean
  readonly panels?: boolean
  readonly extra?: string
}

/** The bar at the bottom; `microphone` and `camera` say whether they are muted. */
export function bar({
  microphone = true,
  camera = true,
  host = true,
  panels = true,
  extra = '',
}: BarOptions = {}): string {
  const button = (id: number, name: string, word: string) =>
    `<button jsname="A5il2e" data-panel-id="${id}" aria-label="${name}" aria-expanded="false">${icon(word)}</button>`
  return `<div role="region" aria-label="Call controls"><div jsname="x2XZJc">
    <button jsname="hw0c9" data-is-muted="${microphone}">${icon(microphone ? 'mic_off' : 'mic')}</button>
    <button jsname="psRWwc" data-is-muted="${camera}">${icon(camera ? 'videocam_off' : 'videocam')}</button>
    <button jsname="hNGZQc" aria-label="Share screen">${icon('computer_arrow_up')}</button>${extra}
    <div class="NHaLPe"><button jsname="CQylAd" aria-label="Leave call">${icon('call_end')}</button></div></div></div>
    <nav>${panels ? button(2, 'Chat with everyone', 'chat') + button(10, 'Meeting tools', 'apps') : ''}${host ? button(16, 'Host controls', 'lock_person') : ''}</nav>`
}

export interface CallOptions {
  readonly tiles?: string
  readonly count?: number | undefined
  readonly lang?: string
  readonly before?: string
  readonly after?: string
  readonly bar?: string
}

/** A page in a call. */
export function call({
  tiles = tile({ n: 1, self: true }),
  count,
  lang = 'en',
  before = '',
  after = '',
  bar: controls = bar(),
}: CallOptions = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Meet - abc-defg-hij</title></head><body>
    <c-wiz data-unresolved-meeting-id="abc-defg-hij"><div data-in-call="true"></div>
    <div role="heading" aria-level="1"><div jsname="NeC6gb">Year 4 Maths</div></div>${before}
    ${count === undefined ? '' : chip(count)}<main>${tiles}</main>${controls}${after}</c-wiz></body></html>`
}

export const bare = (body: string, lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Meet</title></head><body>${body}</body></html>`
