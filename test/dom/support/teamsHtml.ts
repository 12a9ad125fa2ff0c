/** Small pages in the shape of Microsoft Teams on the web for tests of one fact each. Written by hand; names go in escaped. */
import { escape } from './meetHtml.ts'

export { escape }
export const TEAMS_URL = 'https://teams.microsoft.com/meet/1234567890?p=abc'

export const mri = (n: number) => `8:orgid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export interface TileOptions {
  readonly name: string
  readonly tid?: string
  readonly label?: string | undefined
  readonly nametag?: string | undefined
  readonly acc?: string
  readonly style?: string
  readonly outline?: boolean
  /** Markup of the picture: `''` for none; absent for an avatar. */
  readonly picture?: string
  readonly extra?: string
  readonly type?: 'Video' | 'ScreenSharing'
}

export const AVATAR = '<div data-tid="participant-avatar"></div>'
export const VIDEO = '<video autoplay playsinline style="width:160px;height:60px"></video>'
const SIZE = 'width:160px;height:90px;'

/** A tile of the full client. */
export function tile(options: TileOptions): string {
  const { name, tid = name, acc = `acc-${name}`, style = '', outline = true, extra = '' } = options
  const { picture = AVATAR, type = 'Video' } = options
  const label = 'label' in options ? options.label : `${name}, Context menu is available`
  const nametag = 'nametag' in options ? options.nametag : name
  return `<div role="menuitem" data-cid="calling-participant-stream" data-stream-type="${type}" data-tid="${escape(tid)}"
    data-acc-element-id="${escape(acc)}" ${label === undefined ? '' : `aria-label="${escape(label)}"`} style="${SIZE}${style}">
    ${outline ? '<div data-tid="voice-level-stream-outline" class="vdi-frame-occlusion"></div>' : ''}${picture}
    ${nametag === undefined ? '' : `<span data-tid="participant-info-nametag"></span><span data-tid="participant-info-nametag">${escape(nametag)}</span>`}${extra}</div>`
}

/** A tile of the light client: the id and the menu item are outside, there is no label. */
export function lightTile({ name, outline = true, picture = AVATAR, nametag = name }: TileOptions) {
  return `<div role="menuitem" data-acc-element-id="m-${escape(name)}"><div data-tid="video-item-container-${escape(name)}">
    <div data-stream-type="Video" data-tid="${escape(name)}" style="${SIZE}">
    ${outline ? '<div data-tid="voice-level-stream-outline"></div>' : ''}${picture}
    <div data-tid="participant-info-nametag">${escape(nametag)}</div></div></div></div>`
}

export const myself = (name = 'Ms Khan', state = 'Muted', picture = AVATAR) =>
  `<div role="img" data-tid="myself-video" aria-label="Myself video, ${escape(name)}, ${state}, Has context menu" style="${SIZE}">${picture}</div>`

export const share = (name: string, label = `Content shared by ${name}`) =>
  tile({ name, label, type: 'ScreenSharing', nametag: undefined, picture: '', outline: false })

export interface RowOptions {
  readonly n: number
  readonly name: string
  readonly label?: string
  readonly prefix?: string
  readonly mic?: 'muted' | 'unmuted' | 'none'
  readonly extra?: string
  readonly attributes?: string
}

export function row(options: RowOptions): string {
  const { n, name, prefix = 'participantsInCall-', mic = 'muted', extra = '' } = options
  const { label = `${name}, ${mic === 'unmuted' ? 'Unmuted' : 'Muted'}`, attributes = '' } = options
  const icon = mic === 'none' ? '' : `<svg data-cid="roster-participant-${mic}"></svg>`
  return `<div role="treeitem" data-cid="roster-participant" data-tid="${escape(prefix + name)}" aria-label="${escape(label)}"
    id="calling-roster-item-${mri(n)}" style="height:40px" ${attributes}><div id="roster-avatar-img-${mri(n)}">${escape(name)}</div>
    <div id="roster-mic-button-${mri(n)}">${icon}</div>${extra}</div>`
}

export const waiting = (n: number, name: string) =>
  row({
    n,
    name,
    prefix: 'participantsInLobby-',
    mic: 'none',
    label: name,
    extra: `<button data-cid="roster-admit-participant" data-x="admit${n}">Admit</button><button data-cid="roster-deny-participant" data-x="deny${n}">Deny</button>`,
  })

export const heading = (id: number, text: string, label = text) =>
  `<div id="roster-title-section-${id}" aria-label="${escape(label)}" style="height:24px"><span>${escape(text)}</span></div>`

export const people = (content: string, { attributes = '', head = '' } = {}) =>
  `<div data-tid="app-layout-area--end"><div data-tid="calling-right-side-panel" aria-label="Participants" ${attributes}>
    <button data-tid="rail-header-close-button" data-x="close">x</button>${head}
    <div data-tid="calling-roster-attendees"><div role="tree" aria-label="Attendees">${content}</div></div></div></div>`

/** The People panel with this many in the call by its heading. */
export const roster = (rows: string, count: number, lobby = '') =>
  people(lobby + heading(2, `In this meeting (${count})`) + rows)

export const toast = (...names: readonly string[]) =>
  `<div class="fui-Toast" role="alert">${names.map((name) => `<span data-tid="participants-in-lobby-${escape(name)}">${escape(name)}</span>`).join(', ')}
    <span>is waiting in the lobby</span><button data-tid="lobby-popup-admit-btn" data-x="toastAdmit">Admit</button>
    <button data-tid="lobby-popup-deny-btn" data-x="toastDeny">Deny</button><button data-tid="callingAlertDismissButton_lobby">x</button></div>`

/** A toast that says it in one sentence, in whatever language. */
export const toldToast = (sentence: string) =>
  `<div class="fui-Toast" role="alert"><span data-tid="participants-in-lobby">${escape(sentence)}</span>
    <button data-tid="lobby-popup-admit-btn" data-x="toastAdmit">Admit</button></div>`

export interface BarOptions {
  readonly count?: string | undefined
  readonly mic?: 'mic' | 'mic-off'
  readonly light?: boolean
  readonly extra?: string
}

export function bar({
  count,
  mic = 'mic-off',
  light = false,
  extra = '',
}: BarOptions = {}): string {
  const badge = count === undefined ? '' : `<span data-tid="toolbar-item-badge">${count}</span>`
  const sound = light
    ? `<button id="mic-button" aria-label="x"><svg data-testid="ubar-mic-${mic === 'mic' ? 'on' : 'off'}-icon"></svg></button><button id="screenshare-button">Share</button>`
    : `<button id="microphone-button" data-state="${mic}">Mic</button><button id="share-button" aria-label="Share">Share</button>`
  return `<div role="toolbar" aria-label="Meeting controls"><span data-tid="call-duration">00:51</span>
    <button id="chat-button" data-x="chat">Chat</button><button id="roster-button" data-x="people" aria-pressed="false">People${badge}</button>
    <button id="callingButtons-showMoreBtn" data-x="more" aria-expanded="false">More</button>${extra}
    <button id="video-button">Camera</button>${sound}</div>
    <div role="group"><button id="hangup-button" data-tid="hangup-main-btn" data-x="hangup" aria-label="Leave (Ctrl+Shift+H)">Leave</button>
    <button data-tid="hangup-toggle-more-options-btn" data-x="hangupMore" aria-label="More options">v</button></div>`
}

export interface CallOptions extends BarOptions {
  readonly tiles?: string
  readonly after?: string
  readonly lang?: string
  readonly title?: string
}

/** A page in a call. */
export function call({
  tiles = myself(),
  after = '',
  lang = 'en',
  title = 'Year 4 Maths',
  ...options
}: CallOptions = {}) {
  return bare(
    `<div data-cid="call-screen-wrapper"><div data-tid="modern-stage-wrapper"><div data-tid="only-videos-wrapper" role="menu">${tiles}</div></div>
    ${bar(options)}</div>${after}`,
    lang,
    title,
  )
}

export const bare = (body: string, lang = 'en', title = '') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escape(title)} | Microsoft Teams</title></head><body>${body}</body></html>`

/** The chat in the side panel. */
export const chat = (items: string, extra = '') =>
  `<div data-tid="app-layout-area--end"><div data-tid="calling-right-side-panel" aria-label="Chat"><div data-tid="message-pane-list-runway">${items}</div>${extra}</div></div>`

export const message = (mid: string, body: string, author?: string, time = '10:03') =>
  `<div data-tid="chat-pane-item">${author === undefined ? '' : `<span data-tid="message-author-name">${escape(author)}</span>`}
    <time datetime="2026-11-21T10:03:00Z">${time}</time><div data-tid="chat-pane-message" data-mid="${mid}"><div id="content-${mid}">${body}</div><button>React</button></div></div>`
