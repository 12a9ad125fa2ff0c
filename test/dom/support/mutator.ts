import type { Page } from 'puppeteer'
import type { Command } from '../../../lib/meeting/index.ts'

/**
 * A site changes without telling us. The same page with parts dropped, doubled, moved, renamed and wrapped, from a seed, for both sites:
 * whatever is left, the reader says nothing that isn't so and no wrong control is pressed.
 *
 * Many variants go into one call of the page: the way to the browser and back costs more than a reading.
 */
const CHUNK = 250

/** Where the seeds start; another start gives other variants. It is printed, so that a failure can be had again. */
export const SEED = Number(process.env['LESSON_STEWARD_SEED'] ?? '1')

/** Words that a renamed label gets: none, nonsense, another language, and words that mean something elsewhere on the page. */
export const NEW_WORDS = [
  '',
  'x',
  'Mykistä',
  'Lock',
  'Leave',
  'In this meeting',
  'muted',
  'Remove',
  'Guest',
]

/** Puts `mutate(seed)` on the page: changes the body in one to six ways that follow from the seed. */
export async function installMutator(page: Page): Promise<void> {
  await page.evaluate((words) => {
    const mutate = (seed: number) => {
      let state = (seed * 2654435761) >>> 0
      const random = () => {
        state = (state + 0x6d2b79f5) >>> 0
        let t = Math.imul(state ^ (state >>> 15), 1 | state)
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296
      }
      const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
      const ways: ((element: Element) => void)[] = [
        (element) => element.remove(),
        (element) => element.after(element.cloneNode(true)),
        (element) => element.parentElement?.append(element),
        (element) => element.parentElement?.prepend(element),
        (element) => {
          if (element.hasAttribute('aria-label'))
            element.setAttribute('aria-label', pick(words) ?? '')
          else if (element.matches('button, [role="menuitem"]') && element.children.length === 0)
            element.textContent = pick(words) ?? ''
        },
        (element) => {
          const wrap = document.createElement('div')
          element.replaceWith(wrap)
          wrap.append(element)
        },
        (element) => element.previousElementSibling?.append(element),
        (element) => element.setAttribute('class', `c${Math.floor(random() * 1e6)}`),
      ]
      const times = 1 + Math.floor(random() * 6)
      for (let n = 0; n < times; n += 1) {
        const element = pick([...document.body.querySelectorAll('*')])
        if (element !== undefined) pick(ways)?.(element)
      }
    }
    const show = (html: string) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html')
      for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name)
      document.body.replaceChildren(...parsed.body.childNodes)
    }
    Object.assign(globalThis, { mutate, show })
  }, NEW_WORDS)
}

export interface ReadCase {
  readonly html: string
  readonly variants: number
  /** What tells people apart: Meet's own ids, or the names where a site gives none. */
  readonly by: 'id' | 'name'
  /** A renamed label may be somebody's name on the page. */
  readonly renames: boolean
}

/** Reads every variant; gives what was wrong, each with its seed. The adapter stays the same, as on a page that changes under it. */
export async function readVariants(page: Page, { html, variants, by, renames }: ReadCase) {
  const problems: string[] = []
  console.warn(`seeds ${SEED} to ${SEED + variants - 1}`)
  for (let from = SEED; from < SEED + variants; from += CHUNK) {
    const to = Math.min(from + CHUNK, SEED + variants)
    problems.push(...(await page.evaluate(readChunk, html, from, to, by, renames ? NEW_WORDS : [])))
  }
  return problems
}

function readChunk(
  html: string,
  from: number,
  to: number,
  by: 'id' | 'name',
  words: readonly string[],
): string[] {
  interface Person {
    id: string
    name: string
    isSelf: boolean
    camera: { state: string }
  }
  const problems: string[] = []
  const read = () => eval('adapter').read(document, new URL(location.href))
  eval('show')(html)
  const base = read()
  const everybody = base.people.map((one: Person) => one[by]) as string[]
  const names = base.people.map((one: Person) => one.name) as string[]
  const waiting = base.lobby.knocks.map((one: { name: string }) => one.name) as string[]
  for (let seed = from; seed < to; seed += 1) {
    eval('show')(html)
    eval('mutate')(seed)
    const wrong = (what: string) => problems.push(`${seed}: ${what}`)
    try {
      const seen = read()
      const people = seen.people as Person[]
      const shown = people.map((one) => one[by])
      const invented = shown.filter((one) => one !== '' && !everybody.includes(one))
      if (invented.length > 0) wrong(`invented ${invented.join('|')}`)
      const strange = people.filter(
        ({ name }) => name !== '' && !names.includes(name) && !words.includes(name),
      )
      if (strange.length > 0) wrong(`named ${strange.map(({ name }) => name).join('|')}`)
      const missing = everybody.filter((one) => !shown.includes(one))
      if (seen.health.people.level === 'complete' && missing.length > 0 && !shown.includes(''))
        wrong(`complete without ${missing.join('|')}`)
      if (seen.phase === 'ended' || seen.phase === 'elsewhere') wrong(seen.phase)
      if (new Set(people.map(({ id }) => id)).size !== people.length) wrong('an id twice')
      for (const one of people) {
        const tile = eval('adapter').tiles(document).get(one.id) as Element | undefined
        // Nobody in the base page has the camera off: with a video in the tile, nobody can have it off here.
        if (one.camera.state === 'off' && !one.isSelf && tile?.querySelector('video'))
          wrong(`${one.name} off`)
      }
      const knocks = seen.lobby.knocks.map((one: { name: string }) => one.name) as string[]
      const unknown = knocks.filter((name) => !waiting.includes(name) && !words.includes(name))
      if (unknown.length > 0) wrong(`waits ${unknown.join('|')}`)
      const still = [...document.querySelectorAll('[data-x^="admit"]')].some((one) =>
        one.checkVisibility(),
      )
      if (seen.health.lobby.level === 'complete' && knocks.length === 0 && still)
        wrong('nobody waits')
    } catch (error) {
      wrong(String(error))
    }
  }
  return problems
}

export interface ActCase {
  readonly command: Command
  /** Controls (`data-x`) that this command may press, each once. */
  readonly may: readonly string[]
  /** Nothing works on these pages: it can be `done` only where it was so before. */
  readonly neverDone?: boolean
}

/** Carries the commands out in turn, one on each variant; gives what was wrong, each with its seed. */
export async function actVariants(
  page: Page,
  html: string,
  variants: number,
  cases: readonly ActCase[],
) {
  const problems: string[] = []
  console.warn(`seeds ${SEED} to ${SEED + variants - 1}`)
  for (let from = SEED; from < SEED + variants; from += CHUNK) {
    const to = Math.min(from + CHUNK, SEED + variants)
    problems.push(...(await page.evaluate(actChunk, html, from, to, cases)))
  }
  return problems
}

async function actChunk(
  html: string,
  from: number,
  to: number,
  cases: readonly ActCase[],
): Promise<string[]> {
  const problems: string[] = []
  const tools = {
    signal: new AbortController().signal,
    wait: () => Promise.resolve(),
    guide: () => undefined,
    clearGuide: () => undefined,
  }
  for (let seed = from; seed < to; seed += 1) {
    const wanted = cases[seed % cases.length]
    if (wanted === undefined) continue
    const { command, may, neverDone = false } = wanted
    eval('show')(html)
    eval('mutate')(seed * 7919)
    // The only thing that works here: "…" opens the menu.
    for (const dots of document.querySelectorAll('[data-x^="dots"]'))
      dots.addEventListener('click', () =>
        document.querySelector<HTMLElement>('#menu')?.style.removeProperty('display'),
      )
    const pressed: string[] = []
    const log = (event: Event) => {
      const target = (event.target as Element).closest('[data-x]')
      pressed.push(target?.getAttribute('data-x') ?? (event.target as Element).tagName)
    }
    document.addEventListener('click', log, true)
    const { result } = await eval('adapter').perform(document, command, tools)
    document.removeEventListener('click', log, true)
    const wrong = (what: string) => problems.push(`${seed} ${command.kind}: ${what}`)
    const bad = pressed.filter((name) => !may.includes(name))
    if (bad.length > 0) wrong(`pressed ${bad.join(', ')}`)
    // "…" may be pressed a second time, only to look at what the menu says now.
    const twice = pressed.filter(
      (name, at) => pressed.indexOf(name) !== at && !name.startsWith('dots'),
    )
    if (twice.length > 0) wrong(`twice ${twice.join(', ')}`)
    if (neverDone && result === 'done') wrong('done on a page where nothing works')
  }
  return problems
}
