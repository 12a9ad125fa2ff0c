import fc from 'fast-check'
import type { Page } from 'puppeteer'
import type { Command } from '../../../lib/meeting/index.ts'

/**
 * A site changes without telling us. The same page with parts dropped, doubled, moved, renamed and wrapped, for both sites: whatever is
 * left, the reader says nothing that isn't so and no wrong control is pressed. What is changed comes from fast-check and so from the
 * seed of the run (test/support/chooseSeed.ts); a reading that is wrong is played again with fewer changes until none can be spared.
 */

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
] as const

const WAYS = [
  'take away',
  'double',
  'move to the end',
  'move to the front',
  'rename',
  'wrap',
  'put into the one before',
  'give another class to',
  'empty',
  'drop an attribute of',
] as const

/** One change of the page. `at` counts the elements of the page as it is then, round and round. */
export interface Change {
  readonly way: (typeof WAYS)[number]
  readonly at: number
  readonly word: string
}

const CHANGES: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    way: fc.constantFrom(...WAYS),
    at: fc.nat({ max: 4999 }),
    word: fc.constantFrom(...NEW_WORDS),
  }),
  { minLength: 1, maxLength: 6 },
)

/** Puts `show(html)` on the page, and `change(changes)`, which says in words what it did. */
export async function installMutator(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ways: Record<Change['way'], (element: Element, one: Change) => void> = {
      'take away': (element) => element.remove(),
      double: (element) => element.after(element.cloneNode(true)),
      'move to the end': (element) => element.parentElement?.append(element),
      'move to the front': (element) => element.parentElement?.prepend(element),
      rename: (element, { word }) => {
        if (element.hasAttribute('aria-label')) element.setAttribute('aria-label', word)
        else if (element.matches('button, [role="menuitem"]') && element.children.length === 0)
          element.textContent = word
      },
      wrap: (element) => {
        const wrap = document.createElement('div')
        element.replaceWith(wrap)
        wrap.append(element)
      },
      'put into the one before': (element) => element.previousElementSibling?.append(element),
      'give another class to': (element, { at }) => element.setAttribute('class', `c${at}`),
      empty: (element) => element.replaceChildren(),
      'drop an attribute of': (element, { at }) => {
        const names = element.getAttributeNames().filter((name) => name !== 'data-x')
        const name = names[at % names.length]
        if (name !== undefined) element.removeAttribute(name)
      },
    }
    const change = (changes: readonly Change[]): string[] =>
      changes.flatMap((one) => {
        const all = document.body.querySelectorAll('*')
        const element = all[one.at % all.length]
        if (element === undefined) return []
        const what = (element.cloneNode() as Element).outerHTML.slice(0, 160)
        ways[one.way](element, one)
        return [`${one.way} ${what}${one.way === 'rename' ? ` to “${one.word}”` : ''}`]
      })
    const show = (html: string) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html')
      for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name)
      document.body.replaceChildren(...parsed.body.childNodes)
    }
    Object.assign(globalThis, { change, show })
  })
}

export interface ReadCase {
  readonly html: string
  readonly variants: number
  /** What tells people apart: Meet's own ids, or the names where a site gives none. */
  readonly by: 'id' | 'name'
  /** A renamed label may be somebody's name on the page. */
  readonly renames: boolean
}

interface Everybody {
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly waiting: readonly string[]
}

/** Holds that every variant is read rightly. The adapter stays the same, as on a page that changes under it. */
export async function readVariants(page: Page, { html, variants, by, renames }: ReadCase) {
  const before = await page.evaluate(readWhole, html, by)
  const words = renames ? NEW_WORDS : []
  await fc.assert(
    fc.asyncProperty(CHANGES, async (changes) => {
      const { wrong, did } = await page.evaluate(readChanged, html, changes, before, by, words)
      if (wrong.length > 0)
        throw new Error(`${wrong.join('; ')}\nafter this was done:\n- ${did.join('\n- ')}`)
    }),
    { numRuns: variants },
  )
}

function readWhole(html: string, by: 'id' | 'name'): Everybody {
  eval('show')(html)
  const base = eval('adapter').read(document, new URL(location.href))
  const people = base.people as { id: string; name: string }[]
  return {
    ids: people.map((one) => one[by]),
    // A saved page had each of its names replaced by itself: the tooltip of a name can hold another one, and is read where the name is gone.
    names: [
      ...people.map(({ name }) => name),
      ...Array.from(document.querySelectorAll('[role="tooltip"]'), (tip) =>
        (tip.textContent ?? '').trim().replaceAll(/\s+/g, ' '),
      ),
    ],
    waiting: base.lobby.knocks.map((one: { name: string }) => one.name) as string[],
  }
}

function readChanged(
  html: string,
  changes: readonly Change[],
  { ids: everybody, names, waiting }: Everybody,
  by: 'id' | 'name',
  words: readonly string[],
): { wrong: string[]; did: string[] } {
  interface Person {
    id: string
    name: string
    isSelf: boolean
    camera: { state: string }
  }
  const problems: string[] = []
  const wrong = (what: string) => problems.push(what)
  const read = () => eval('adapter').read(document, new URL(location.href))
  eval('show')(html)
  const did = eval('change')(changes) as string[]
  try {
    const seen = read()
    if (JSON.stringify(read()) !== JSON.stringify(seen)) wrong('read twice, it is not the same')
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
  return { wrong: problems, did }
}

export interface ActCase {
  readonly command: Command
  /** Controls (`data-x`) that this command may press, each once. */
  readonly may: readonly string[]
  /** Nothing works on these pages: it can be `done` only where it was so before. */
  readonly neverDone?: boolean
}

/** Carries the commands out in turn, one on each variant; gives what was wrong, each with what had been changed. */
export function actVariants(
  page: Page,
  html: string,
  variants: number,
  cases: readonly ActCase[],
): Promise<string[]> {
  // All in one call of the page: the way to the browser and back costs more than most commands.
  const { seed } = fc.readConfigureGlobal()
  const all = fc.sample(CHANGES, { numRuns: variants, ...(seed === undefined ? {} : { seed }) })
  return page.evaluate(actAll, html, all, cases)
}

async function actAll(
  html: string,
  variants: readonly (readonly Change[])[],
  cases: readonly ActCase[],
): Promise<string[]> {
  const problems: string[] = []
  const tools = {
    signal: new AbortController().signal,
    wait: () => Promise.resolve(),
    guide: () => undefined,
    clearGuide: () => undefined,
  }
  for (const [at, changes] of variants.entries()) {
    const wanted = cases[at % cases.length]
    if (wanted === undefined) continue
    const { command, may, neverDone = false } = wanted
    eval('show')(html)
    const did = eval('change')(changes) as string[]
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
    const wrong = (what: string) =>
      problems.push(`${command.kind}: ${what}, after: ${did.join('; ')}`)
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
