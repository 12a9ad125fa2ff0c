import fc from 'fast-check'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MEET_PACK } from '../../lib/platforms/meet/index.ts'
import { MOST_REPORT } from '../../lib/platforms/report/index.ts'
import { isRandom } from '../../lib/platforms/report/shape.ts'
import {
  CHOICES,
  NAMES,
  RANDOM,
  ROLES,
  SHAPED,
  TAGS,
  vocabularyOf,
} from '../../lib/platforms/report/vocabulary.ts'
import { TEAMS_PACK } from '../../lib/platforms/teams/index.ts'
import nicknames from '../../lib/register/names/data/nicknames.json' with { type: 'json' }
import { bundlePlatforms, launchBrowser, openMeetPage } from './support/adapterPage.ts'
import { bare, call, escape, list, row, tile } from './support/meetHtml.ts'

/*
 * What the page report promises, in a real Chromium: nothing that a page says of anybody gets into it, wherever on the page it stands.
 */
let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await openMeetPage(browser, await bundlePlatforms(), bare(''))
}, 60_000)
afterAll(() => browser.close())

type Site = 'meet' | 'teams'

async function report(html: string, site: Site): Promise<string> {
  return page.evaluate(
    (text, which) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html')
      document.title = parsed.title
      for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name)
      document.body.replaceChildren(...parsed.body.childNodes)
      const { pageReport, SHIPPED_PACKS } = eval('platforms')
      return pageReport(document, SHIPPED_PACKS[which], SHIPPED_PACKS[which]) as string
    },
    html,
    site,
  )
}

const FIRST = [
  'Amelia',
  'Zoë',
  'Dev',
  'Siân',
  'McKay',
  'DeShawn',
  'Łucja',
  'O’Dea',
  '陳大文',
  'Jo',
  'Éowyn',
  'van der Berg',
]
const LAST = [
  'Potter',
  'Shah',
  'Kowalska',
  'Llewellyn',
  'Ní Bhriain',
  'Grant',
  'deLuca',
  'Brown-Green',
  'X',
]
const CHAT = [
  'my house is on Elm Road, come after school',
  'dont tell mum',
  'call me on snapchat',
  'I hate this lesson',
  'who has the homework for Mr Okafor',
]

/** Somebody, in every form in which a page may hold them. */
const planted = fc.record({
  first: fc.constantFrom(...FIRST),
  last: fc.constantFrom(...LAST),
  digits: fc.integer({ min: 100_000, max: 999_999 }),
  host: fc.constantFrom('hillside.sch.uk', 'gmail.com', 'ernesford.example'),
  chat: fc.constantFrom(...CHAT),
  noise: fc.string({ minLength: 4, maxLength: 12, unit: 'grapheme' }),
})
type Planted = typeof planted extends fc.Arbitrary<infer T> ? T : never

function stringsOf({ first, last, digits, host, chat, noise }: Planted): readonly string[] {
  return [
    `${first} ${last}`,
    `${last}, ${first}`,
    `${first.toLowerCase()}.${last.toLowerCase()}@${host}`.replaceAll(' ', ''),
    `${first}${last}${digits % 100}`.replaceAll(' ', ''),
    `07700 ${digits}`,
    `07700${digits}`,
    `+447700${digits}`,
    chat,
    noise,
    first,
    last,
  ]
}

const ATTRIBUTES = [
  'id', 'data-tid', 'data-cid', 'data-testid', 'data-id', 'data-inp', 'data-participant-id', 'data-message-id',
  'data-tile-media-id', 'data-stream-type', 'data-panel-id', 'jsname', 'jscontroller', 'aria-label', 'aria-labelledby',
  'aria-controls', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'aria-checked', 'aria-level', 'title', 'alt',
  'href', 'src', 'role', 'type', 'dir', 'lang', 'name', 'value', 'placeholder', 'class', 'style', 'data-custom', 'tabindex',
  'for', 'jsaction', 'jslog', 'srcset', 'data-tooltip', 'data-track-module-name', 'aria-haspopup', 'contenteditable',
] // prettier-ignore
const AROUND: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `roster-avatar-img-${text}`,
  (text) => `calling-roster-item-8:orgid:${text}`,
  (text) => `${text}-video`,
  (text) => `https://eur.example.com/people/${text}?q=${text}#${text}`,
  (text) => `participant.${text.replaceAll(' ', '-')}.tile`,
  (text) => `data-${text.replaceAll(' ', '')}`,
]
const PLACES = [
  'div',
  'button',
  'span',
  'li',
  'a',
  'img',
  'input',
  'textarea',
  'i',
  'h1',
  'video',
  'amelia-potter',
]

const element = fc.record({
  tag: fc.constantFrom(...PLACES),
  who: fc.nat(3),
  which: fc.nat(10),
  attributes: fc.array(fc.tuple(fc.constantFrom(...ATTRIBUTES), fc.nat(10), fc.nat(6)), {
    maxLength: 6,
  }),
  says: fc.boolean(),
  strange: fc.boolean(),
})

function htmlOf(
  people: readonly Planted[],
  elements: readonly (typeof element extends fc.Arbitrary<infer T> ? T : never)[],
): string {
  const strings = (who: number) => stringsOf(people[who % people.length] as Planted)
  const parts = elements.map(({ tag, who, which, attributes, says, strange }) => {
    const own = strings(who)
    const text = (n: number) => own[n % own.length] as string
    const attrs = attributes
      .map(([name, n, around]) => {
        const wrap = AROUND[around % AROUND.length] as (text: string) => string
        return `${name}="${escape(wrap(text(n)))}"`
      })
      .join(' ')
    const odd = strange
      ? ` data-${
          text(9)
            .toLowerCase()
            .replace(/[^a-z]/gu, '') || 'x'
        }="1"`
      : ''
    const inner = says ? escape(text(which)) : ''
    return ['img', 'input'].includes(tag)
      ? `<${tag} ${attrs}${odd}>`
      : `<${tag} ${attrs}${odd}>${inner}</${tag}>`
  })
  return `<html><head><title>${escape(stringsOf(people[0] as Planted)[0] ?? '')}</title></head><body><main><div>${parts.join('')}</div></main></body></html>`
}

const letters = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Every string that a report can hold by itself. */
function ownWords(site: Site): ReadonlySet<string> {
  const pack = site === 'meet' ? MEET_PACK : TEAMS_PACK
  const { targets } = vocabularyOf(pack)
  const fixed = `schema lesson steward page report version platform meet teams shippedLooks usedLooks elements reported cut found tree tag
    inside attrs has label text icon video shown live picture kids times more true false custom other`
  // Names of elements, attributes and roles stand where only those can: each from a closed list.
  const closed = [TAGS, ROLES, NAMES, SHAPED, RANDOM, ...Object.values(CHOICES)]
  const listed = [...closed.flatMap((one) => [...one]), ...Object.keys(CHOICES)].flatMap(letters)
  return new Set([...letters(fixed), ...targets, ...listed])
}

describe('the page report', () => {
  it.each(['meet', 'teams'] as const)(
    'holds nothing that was planted on a page, wherever it stands (%s)',
    async (site) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(planted, { minLength: 1, maxLength: 4 }),
          fc.array(element, { minLength: 1, maxLength: 40 }),
          async (people, elements) => {
            const text = await report(htmlOf(people, elements), site)
            const told = JSON.parse(text) as { tree: unknown }
            const tree = JSON.stringify(told.tree)
            // Words and numbers of the tree, without those that only our own code can write there.
            const words = new Set(letters(tree).map((word) => word.toLowerCase()))
            for (const person of people) {
              for (const string of stringsOf(person)) {
                if (string.trim().length > 3) expect(tree).not.toContain(string)
                for (const word of letters(string)) {
                  if (word.length < 3 || ownWords(site).has(word.toLowerCase())) continue
                  expect(words, `“${word}” of “${string}”`).not.toContain(word.toLowerCase())
                }
              }
            }
          },
        ),
        { numRuns: 120 },
      )
    },
    240_000,
  )

  it('keeps nothing but words of our own: each of them is in the vocabulary', async () => {
    const people = Array.from({ length: 30 }, (_, i) =>
      tile({ n: i, name: `${FIRST[i % FIRST.length]} ${LAST[i % LAST.length]}` }),
    ).join('')
    const text = await report(call({ tiles: people }), 'meet')
    const { words, names, whole, icons } = vocabularyOf(MEET_PACK)
    expect(text).toMatch(/"icon":"(keep|keep_outline|frame_person|visual_effects)"/u)
    const known = new Set(
      [...words, 'true', 'false', ...[...names, ...whole, ...icons].flatMap(letters)].map((one) =>
        one.toLowerCase(),
      ),
    )
    const values = [...text.matchAll(/"(?:data-[\w-]+|id|jsname)":"([^"]*)"/gu)].map(
      ([, value]) => value ?? '',
    )
    expect(values.length).toBeGreaterThan(20)
    for (const value of values.filter((one) => !isRandom(one, new Set())))
      for (const word of letters(value)) expect(known).toContain(word.toLowerCase())
  })

  it('says what a repair needs: known ids, states, pictures, rows counted', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => row({ n: i, name: `Person ${i}` })).join('')
    const text = await report(
      `<body>${list(rows)}<button data-tid="hangup-main-btn" aria-pressed="true" aria-label="Leave the call now">x</button>
       <div id="roster-avatar-img-Amelia Potter" aria-expanded="perhaps"><video></video></div>
       <div data-tid="calling-roster-item-8:orgid:3f2a-11"><b>a</b></div><p jsname="tgaKEf">.</p><p data-tid="roster-Open chat tomorrow">.</p></body>`,
      'teams',
    )
    expect(text).toContain('"data-tid":"hangup-main-btn"')
    expect(text).toContain('"aria-pressed":"true"')
    expect(text).toContain('"label":4')
    expect(text).toContain('"aria-expanded":"*"')
    expect(text).toContain('"id":"roster-avatar-img-*"')
    expect(text).toContain('"data-tid":"calling-roster-item-#:orgid:')
    expect(text).toContain('"jsname":"tgaKEf"')
    expect(text).toContain('"video":{"shown":true,"live":false,"picture":false}')
    expect(text).toMatch(/"times":1[0-2]/u)
    expect(text).toContain('"data-tid":"roster-*"')
    expect(text).not.toContain('Amelia')
  })

  it('does not keep a word of our own that the page shows to somebody', async () => {
    const hidden = '<div data-tid="overlay-spotlight-panel"><b>x</b></div>'
    expect(await report(`<body>${hidden}</body>`, 'teams')).toContain('overlay-spotlight-panel')
    const shown = await report(`<body>${hidden}<p>Spotlight on Dev</p></body>`, 'teams')
    expect(shown).toContain('"data-tid":"overlay-*"')
    expect(shown.toLowerCase()).not.toContain('spotlight-')
  })

  it('stays small on a page of any size, and says that it was cut', async () => {
    const deep = '<div id="a1">'.repeat(400) + '</div>'.repeat(400)
    // Every element another shape, so that nothing can be counted together.
    const wide = Array.from(
      { length: 9_000 },
      (_, i) =>
        `<button data-tid="${['roster', 'stage', 'chat', 'lobby'][i % 4]}-${['item', 'panel', 'tile'][i % 3]}-button" role="${['menu', 'tab', 'option', 'row', 'cell'][i % 5]}" aria-expanded="${i % 2 === 0}">${'x'.repeat((i * 7) % 100)}</button>${i % 70 === 69 ? '</div><div role="list">' : ''}`,
    ).join('')
    const text = await report(`<body>${deep}<div role="list">${wide}</div></body>`, 'teams')
    expect(text.length).toBeLessThanOrEqual(MOST_REPORT)
    expect(text.length).toBeGreaterThan(20_000)
    expect(JSON.parse(text)).toMatchObject({ cut: true })
    expect(text).toMatch(/^[\x00-\x7f]*$/u)
  })

  it('a page without a body full of anything is a report too', async () => {
    expect(JSON.parse(await report('<body></body>', 'meet'))).toMatchObject({
      schema: 'lesson-steward/page-report',
      platform: 'meet',
      tree: { tag: 'body' },
    })
  })
})

describe('the vocabulary of the report', () => {
  it('has no word that is a name', () => {
    const names = new Set(
      Object.entries(nicknames.nicknames).flatMap(([name, short]) => [name, ...short]),
    )
    for (const pack of [MEET_PACK, TEAMS_PACK])
      expect([...vocabularyOf(pack).words].filter((word) => names.has(word))).toEqual([])
  })
})
