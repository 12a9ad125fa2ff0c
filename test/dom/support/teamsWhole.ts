import { call, heading, lightTile, myself, people, row, tile, VIDEO, waiting } from './teamsHtml.ts'

/** A whole lesson on Teams in one page, for tests that change it: six in the call, one waiting. `data-x` names each control. */
const PUPILS = ['Dev Shah', 'Amelia Potter', 'Nowak, Ola', 'Kit', 'Zoë O’Neill'] as const
const everybody = ['Ms Khan', ...PUPILS]
const rows = everybody
  .map((name, n) =>
    row({
      n,
      name,
      mic: 'unmuted',
      label: n === 0 ? `${name}, Organizer, Unmuted` : `${name}, Unmuted`,
      attributes: `data-who="${n}"`,
      extra: `<button data-cid="ts-participant-action-button" data-x="dots${n}">…</button>`,
    }),
  )
  .join('')
const panel = people(
  heading(1, 'Lobby (1)') +
    waiting(9, 'Kim') +
    heading(2, `In this meeting (${everybody.length})`) +
    rows,
)
const menu = `<div id="menu" role="menu" data-tid="participant-actions-menu" style="display:none">${[
  'Mute participant',
  'Disable camera',
  'Remove from meeting',
]
  .map((text) => `<div role="menuitem" data-x="${text}">${text}</div>`)
  .join('')}</div>`
export const FULL = call({
  count: String(everybody.length),
  tiles: myself('Ms Khan') + PUPILS.map((name) => tile({ name, picture: VIDEO })).join(''),
  extra: '<button data-x="controls">Controls</button>',
  after: panel + menu,
})
export const LIGHT = call({
  light: true,
  count: String(everybody.length),
  tiles:
    lightTile({ name: 'Ms Khan', outline: false }) +
    PUPILS.map((name) => lightTile({ name, picture: VIDEO })).join(''),
  after: panel + menu,
})
