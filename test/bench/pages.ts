import { badge, call, list, panel, row, tile } from '../dom/support/meetHtml.ts'
import * as teams from '../dom/support/teamsHtml.ts'

/**
 * Big pages for the reading bench: 49 tiles and the rows of 250 people, as many elements in each as the real ones have (a real tile of
 * Meet about eighty, a real row about twenty-five).
 */
const TILE_REST = '<div><span><i></i></span></div>'.repeat(18)
const ROW_REST = '<div><span></span></div>'.repeat(8)

export function bigMeet(tiles = 49, people = 250): string {
  const stage = Array.from({ length: tiles }, (_, at) =>
    at === 0
      ? tile({ n: 1, self: true, extra: TILE_REST })
      : tile({ n: at + 1, mic: at % 2 === 0 ? 'on' : 'off', extra: TILE_REST }),
  )
  const rows = Array.from({ length: people }, (_, at) =>
    row({
      n: at + 1,
      beside: at === 0 ? ['(You)', 'Meeting host'] : [],
      buttons: ROW_REST,
    }),
  )
  return call({
    tiles: stage.join(''),
    count: people,
    before: badge('x'),
    after: panel(1, list(rows.join(''))),
  })
}

/** Teams itself shows nine tiles and some twenty rows at a time; this is what it would be with all of them in the page. */
export function bigTeams(tiles = 49, people = 250): string {
  const name = (at: number) => (at === 0 ? 'Ms Khan' : `Person ${at + 1}`)
  const stage = Array.from({ length: tiles }, (_, at) =>
    at === 0 ? teams.myself() : teams.tile({ name: name(at), extra: TILE_REST }),
  )
  const rows = Array.from({ length: people }, (_, at) =>
    teams.row({
      n: at + 1,
      name: name(at),
      ...(at === 0 ? { label: 'Ms Khan, Organizer, Muted' } : {}),
      extra: ROW_REST,
    }),
  )
  return teams.call({
    tiles: stage.join(''),
    count: String(people),
    after: teams.roster(rows.join(''), people),
  })
}
