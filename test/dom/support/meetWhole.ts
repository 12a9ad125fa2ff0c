import { badge, call, knock, list, panel, row, tile } from './meetHtml.ts'

/** A whole lesson on Meet in one page, for tests that change it: six in the call, one waiting. `data-x` names each control. */
export const NAMES = [
  'Ms Khan',
  'Dev Shah',
  'Amelia Potter',
  'Nowak, Ola',
  'Kit',
  'Zoë O’Neill',
] as const
const named = (html: string, css: string, name: string) =>
  html.replaceAll(css, `data-x="${name}" ${css}`)
const VIDEO = '<video style="width:160px;height:60px"></video>'

const tiles = NAMES.map((name, at) =>
  named(
    tile({
      n: at + 1,
      name,
      layer: VIDEO,
      self: at === 0,
      ...(at === 0 ? {} : { mic: 'on' as const }),
    }),
    'jsname="LgbsSe"',
    `mute${at + 1}`,
  ),
).join('')
const rows = NAMES.map((name, at) =>
  named(
    row({ n: at + 1, name, beside: at === 0 ? ['(You)', 'Meeting host'] : [] }),
    'jsname="YEvVxd"',
    `dots${at + 1}`,
  ),
).join('')
const kim = named(
  knock('Kim', 'Admit Kim', '<button data-x="deny">Deny entry</button>'),
  'jsname="OYykWd"',
  'admit',
)
const people = named(
  panel(1, `<div><h3>Waiting to join</h3>${kim}</div><h3>In the meeting</h3>${list(rows)}`),
  'aria-label="Close"',
  'close',
)
const toggle = (name: string, label: string, on = true) =>
  `<button data-x="${name}" jsname="DMn7nd" role="switch" aria-checked="${on}" aria-label="${label}">.</button>`
const choice = (at: number, word: string) =>
  `<div><input data-x="level${at}" type="radio" name="access" ${at === 0 ? 'checked' : ''}><span>${word}</span></div>`
const host = named(
  panel(
    16,
    `${toggle('management', 'Host management')}${toggle('video', 'Let contributors turn on their video')}
    ${toggle('chat', 'Let participants send messages')}${['Open', 'Trusted', 'Restricted'].map((word, at) => choice(at, word)).join('')}
    <div><input data-x="ask" type="checkbox" checked><span>Anyone with the meeting link can ask to join</span></div>`,
  ),
  'aria-label="Close"',
  'close',
)
const menu = `<ul role="menu" jsname="rymPhb" id="menu" style="display:none"><li role="menuitem" data-x="pin"><i>keep</i>Pin</li>
  <li role="menuitem" data-x="dontWatch"><i>videocam_off</i>Don't watch</li><li role="menuitem" data-x="remove"><i>remove_circle_outline</i>Remove from the call</li></ul>`
const whole = (count: number | undefined) => {
  let html = call({
    tiles,
    count,
    before: badge('This call is open to anyone'),
    after: people + host + menu,
  })
  html = named(html, 'jsname="ocqpFe" role="button" tabindex="0" aria-haspopup', 'people')
  html = named(html, 'jsname="A5il2e" data-panel-id="16"', 'hostControls')
  html = named(html, 'jsname="CQylAd"', 'leave')
  return html.replace('class="NHaLPe"', 'class="NHaLPe" data-should-confirm-hangup="true"')
}
/** The interface of 2026, with everything open that can be. */
export const NEW = whole(NAMES.length)
/** The same with the bar of 2025. */
export const OLD = whole(undefined).replace(
  '<nav>',
  `<nav><button data-x="people" jsname="A5il2e" data-panel-id="1" aria-label="People - ${NAMES.length} joined"><i>people</i></button>`,
)
