import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Window } from 'happy-dom'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { becomes, startHarness, type Harness } from './harness.ts'

// What was captured or read in the wild must be in what the simulation renders: tags, attributes, nesting, words.

const root = process.env['LESSON_STEWARD_FIXTURES']
const folder = root === undefined ? undefined : join(root, 'teams')
if (folder === undefined || !existsSync(folder))
  console.warn(
    'SKIPPED: the saved Teams fragments are not part of the project; set LESSON_STEWARD_FIXTURES to their folder.',
  )
const saved = describe.skipIf(folder === undefined || !existsSync(folder))

const read = (name: string): Promise<string> => readFile(join(folder ?? '', name), 'utf8')

/** One element of a fragment: how to know it again, and the known ones it lies in. */
interface Piece {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string | undefined
  readonly inside: readonly string[]
}

/** Attributes with what depends on the moment: made-up numbers, ids of people, values typed in. */
const passing = new Set(['class', 'style', 'href', 'value', 'data-person-mri'])
const marks = ['data-tid', 'data-inp', 'id'] as const

async function pieces(state: string): Promise<readonly Piece[]> {
  const window = new Window()
  window.document.body.innerHTML = await read('01-captured-2026-07-launcher-prejoin-admitted.html')
  const section = window.document.querySelector(`section[data-state="${state}"]`)
  if (section === null) throw new Error(`The fragment has no state "${state}".`)
  const own = (element: { getAttribute(name: string): string | null }): string | undefined =>
    marks
      .map((name) => element.getAttribute(name))
      .filter((value) => value !== null)
      .find((value) => !value.startsWith('switch-'))
  const found = [...section.querySelectorAll('*')].filter(
    (element) => own(element) !== undefined && own(element) !== 'app',
  )
  const list = found.map((element): Piece => {
    const inside: string[] = []
    for (let at = element.parentElement; at !== null && at !== section; at = at.parentElement) {
      const mark = own(at)
      if (mark !== undefined && mark !== 'app') inside.unshift(mark)
    }
    const attributes: Record<string, string> = {}
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name)
      if (value !== null && !passing.has(name) && !value.startsWith('switch-'))
        attributes[name] = value
    }
    const text = element.children.length === 0 ? element.textContent.trim() : ''
    return {
      tag: element.tagName.toLowerCase(),
      attributes,
      text: text === '' || /^\d\d:\d\d$/.test(text) ? undefined : text,
      inside,
    }
  })
  await window.happyDOM.close()
  return list
}

/** The pieces that the page does not have, each with what is nearest to it. */
function missing(page: Page, wanted: readonly Piece[]): Promise<string[]> {
  return page.evaluate(
    (all, names) => {
      const mark = (element: Element): string[] =>
        names.map((name) => element.getAttribute(name)).filter((value) => value !== null)
      return all.flatMap((piece) => {
        const alike = [...document.querySelectorAll(piece.tag)].filter((element) =>
          Object.entries(piece.attributes).every(
            ([name, value]) => element.getAttribute(name) === value,
          ),
        )
        const fits = alike.some((element) => {
          if (piece.text !== undefined && (element.textContent ?? '').trim() !== piece.text)
            return false
          // The known ancestors, in order; others may lie between.
          const left = [...piece.inside]
          for (let at = element.parentElement; at !== null; at = at.parentElement)
            if (left.length > 0 && mark(at).includes(left.at(-1) ?? '')) left.pop()
          return left.length === 0
        })
        return fits ? [] : [`${JSON.stringify(piece)}: ${alike.length} with these attributes`]
      })
    },
    wanted,
    [...marks],
  )
}

const quick = { fast: 1, video: 'canvas', fps: 2 }

saved('what was captured of Teams', () => {
  let harness: Harness
  beforeAll(async () => {
    harness = await startHarness()
  })
  afterAll(() => harness.close())

  it('is in the launcher', async () => {
    const { page } = await harness.open({ start: 'launcher', host: 'teams.live.com' })
    const wanted = await pieces('launcher')
    expect(wanted.length).toBeGreaterThan(2)
    expect(await missing(page, wanted)).toEqual([])
  })

  it('is in the screen before the call, of a guest and of an account', async () => {
    for (const [client, state] of [
      ['light', 'prejoin-guest'],
      ['full', 'prejoin-signed-in'],
    ] as const) {
      const { page } = await harness.open({ client, start: 'prejoin' })
      await page.click('[data-tid="toggle-video"]')
      const wanted = await pieces(state)
      expect(wanted.length).toBeGreaterThan(4)
      expect(await missing(page, wanted)).toEqual([])
    }
  })

  it('is in the lobby and in the refusal', async () => {
    const { page, sim } = await harness.open({ client: 'light', start: 'lobby' })
    expect(await missing(page, await pieces('lobby'))).toEqual([])
    await sim.end('denied')
    expect(await missing(page, await pieces('declined'))).toEqual([])
  })

  it('is in the call of somebody alone', async () => {
    for (const client of ['full', 'light'] as const) {
      const { page, sim } = await harness.open({ client, params: quick })
      await sim.camera('self', 'off')
      await page.waitForSelector('[data-tid="calling-screen-avatar"]')
      const wanted = await pieces('in-call')
      expect(wanted.length).toBeGreaterThan(10)
      expect(await missing(page, wanted)).toEqual([])
    }
  })

  it('is in the readings of a French call', async () => {
    const readings: unknown = JSON.parse(await read('05-minutes-cdp-readings-2026-09.json'))
    const told = readings as {
      mic: { selector: string; attr: string; values: string[] }
      me: { selector: string; 'aria-label': string }
      roster: { 'data-tid': string; 'aria-label': string }[]
      tiles_2026_09_28: { 'data-tid': string; nametag: string }[]
    }
    const { page, sim } = await harness.open({ hl: 'fr', params: { ...quick, me: 'Luc MARTIN' } })
    const attribute = (selector: string, name: string): Promise<string | null | undefined> =>
      page.evaluate((css, of) => document.querySelector(css)?.getAttribute(of), selector, name)
    expect(await attribute(told.me.selector, 'aria-label')).toBe(told.me['aria-label'])
    const states = [await attribute(told.mic.selector, told.mic.attr)]
    await page.click(told.mic.selector)
    states.push(await attribute(told.mic.selector, told.mic.attr))
    expect(states).toEqual(told.mic.values)
    await sim.join({ name: 'Théo MARTIN', account: 'external', microphone: 'on' })
    await sim.openPanel('people')
    await page.waitForSelector('[data-cid="roster-participant"]')
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll('[data-cid="roster-participant"]')].map((row) => ({
        'data-tid': row.getAttribute('data-tid'),
        'aria-label': row.getAttribute('aria-label'),
      })),
    )
    expect(rows).toEqual(told.roster)
    // The tiles: an address where a name is expected, the name in the tag, one tag with nothing in it.
    const jeanne = await sim.join({ name: 'Jeanne Martin' })
    await sim.join({ name: 'Noname', noTag: true })
    await sim.present(jeanne, true)
    const tiles = await becomes(
      () =>
        page.evaluate(() =>
          [...document.querySelectorAll('[data-cid="calling-participant-stream"]')].map((tile) => ({
            type: tile.getAttribute('data-stream-type'),
            tid: tile.getAttribute('data-tid') ?? '',
            tag:
              [...tile.querySelectorAll('[data-tid="participant-info-nametag"]')]
                .map((one) => one.textContent)
                .find((text) => text !== '') ?? '',
            outline: tile.querySelector('[data-tid="voice-level-stream-outline"]') !== null,
          })),
        ),
      (all) => all.some(({ type }) => type === 'ScreenSharing'),
    )
    const shared = tiles.find(({ type }) => type === 'ScreenSharing')
    expect(shared).toMatchObject({ tag: 'Jeanne Martin', outline: false })
    const video = tiles.find(({ type, tag }) => type === 'Video' && tag === 'Jeanne Martin')
    expect(video?.outline).toBe(true)
    expect(video?.tid).toBe(shared?.tid)
    const local = (tid: string): string => tid.split('@')[0] ?? ''
    expect(local(video?.tid ?? '')).toBe(local(told.tiles_2026_09_28[2]?.['data-tid'] ?? ''))
    expect(tiles.filter(({ tag }) => tag === '').map(({ tid }) => local(tid))).toEqual(['noname'])
  })

  it('is in the People panel of 293', async () => {
    const told = await read('06-ax-roster-panel-2026-08-31.txt')
    const quoted = [...told.matchAll(/"([^"<]+)"|desc=(\w+) +<-/g)]
      .map(([, one, other]) => one ?? other ?? '')
      .filter((text) => text !== '')
    expect(quoted).toContain('In this meeting, 293 total')
    const { page, sim } = await harness.open({ params: { ...quick, tiles: 4 } })
    await page.evaluate(() => {
      for (let at = 0; at < 292; at += 1)
        window.sim.join({ name: `Pupil ${at}`, camera: 'off', role: 'none' })
    })
    await sim.openPanel('people')
    await page.waitForSelector('[data-cid="roster-participant"]')
    const seen = await page.evaluate(() => {
      const panel = document.querySelector('[data-tid="calling-right-side-panel"]')
      const parts = [...(panel?.querySelectorAll('*') ?? [])]
      const texts = [panel, ...parts].flatMap((part) => [
        part?.getAttribute('aria-label') ?? '',
        part?.childElementCount === 0 ? (part.textContent ?? '') : '',
      ])
      const row = document.querySelector('[role="tree"] [role="treeitem"] [data-cid]')
      const id = row?.id.replace('calling-roster-item-', '') ?? ''
      return {
        texts,
        rows: document.querySelectorAll('[role="tree"] > [role="treeitem"]').length,
        title:
          document.getElementById('roster-title-section-2')?.closest('[role="treeitem"]') !== null,
        id,
        avatar: row?.contains(document.getElementById(`roster-avatar-img-${id}`)),
        mic: document.getElementById(`roster-mic-button-${id}`)?.getAttribute('aria-label'),
      }
    })
    for (const text of quoted) expect(seen.texts).toContain(text)
    expect(seen.rows).toBe(19)
    expect(seen).toMatchObject({ title: true, avatar: true, mic: 'Unmuted' })
    expect(seen.id).toMatch(/^8:orgid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  it('is in the labels of the tiles, English', async () => {
    const told = (await read('07-ax-tile-labels-2026-06.txt'))
      .split('\n')
      .map((line) => line.split(/\s{3,}/)[0] ?? '')
      .filter((line) => /Has context menu$|Context menu is available$/.test(line))
    expect(told).toHaveLength(4)
    const { page, sim } = await harness.open({ params: { ...quick, me: 'Ben Tamang' } })
    await sim.microphone('self', 'off')
    await sim.join({ name: 'bipin', account: 'guest', microphone: 'on' })
    await sim.join({ name: 'BIPIN TAMANG' })
    await sim.join({ name: 'David Tamang', account: 'guest', camera: 'off', microphone: 'on' })
    const labels = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('[data-tid="myself-video"], [role="menuitem"]')].map(
          (one) => one.getAttribute('aria-label') ?? '',
        ),
      )
    await becomes(labels, (all) => told.every((label) => all.includes(label)))
  })

  it('is in the ids and labels of a Spanish call', async () => {
    const told = await read('08-uia-es-ids-2026.txt')
    const line = told.split('\n').find((one) => one.startsWith('Button hangup-button')) ?? ''
    // The last but one is the desktop client's alone.
    const ids = line
      .split('|')
      .map((one) => one.replace(/^ *Button |\(.*\)/g, '').trim())
      .filter((id) => id !== 'e2ee-status')
    expect(ids.length).toBeGreaterThan(7)
    const { page, sim } = await harness.open({
      hl: 'es',
      params: { ...quick, me: 'Apellido, Nombre', tiles: 1, invited: 2, clash: 'none' },
    })
    await sim.microphone('self', 'off')
    const other = await sim.join({ name: 'Apellido, Nombre' })
    for (let at = 0; at < 10; at += 1) await sim.join({ name: `Otro ${at}`, camera: 'off' })
    await sim.openPanel('people')
    await page.waitForSelector('[data-cid="roster-participant"]')
    expect(
      await page.evaluate((all) => all.filter((id) => document.getElementById(id) === null), ids),
    ).toEqual([])
    const quoted = [...told.matchAll(/"([^"]+)"/g)]
      .map(([, text]) => text ?? '')
      .filter((text) => !text.startsWith('Vista compacta') && !text.startsWith('Contenido'))
    const labels = await page.evaluate(() =>
      [...document.querySelectorAll('[aria-label]')].map(
        (one) => one.getAttribute('aria-label') ?? '',
      ),
    )
    for (const text of quoted) {
      // "…" in the reading stands for what was left out, the pages were two of nine.
      const parts = text.replace('1/2', '1/').split(/, …, ?|, …/)
      const fits = labels.filter((label) => parts.every((part) => label.includes(part)))
      expect(fits, text).not.toEqual([])
    }
    await sim.present(other, true)
    await page.waitForSelector('[aria-label="Contenido compartido por Apellido, Nombre"]')
    expect(told).toContain('"Contenido compartido por Apellido, Nombre"')
  })

  it('is in the captions of either client', async () => {
    const told = await read('09-vexa-captions-dom-2026-03.txt')
    for (const [client, who] of [
      ['full', 'HOST'],
      ['light', 'GUEST'],
    ] as const) {
      const line = told.split('\n').find((one) => one.startsWith(who)) ?? ''
      const chain = [...line.matchAll(/\[data-tid=([\w-]+)\]/g)].map(([, tid]) => tid ?? '')
      const holders = chain.filter((tid) => tid !== 'author' && tid !== 'closed-caption-text')
      const { page, sim } = await harness.open({ client, params: quick })
      await page.click('#callingButtons-showMoreBtn')
      await page.click('#LanguageSpeechMenuControl-id')
      await page.click('#closed-captions-button')
      const dev = await sim.join({ name: 'Dev Shah', microphone: 'on' })
      await sim.speak(dev, true, 'Three eighths')
      const css = `${holders.map((tid) => `[data-tid="${tid}"]`).join(' ')} > div > [data-tid="author"] + [data-tid="closed-caption-text"]`
      expect(
        await page.evaluate((selector) => document.querySelector(selector)?.textContent, css),
      ).toBe('Three eighths')
      expect(line.includes('.fui-ChatMessageCompact')).toBe(
        (await page.$('.fui-ChatMessageCompact > [data-tid="author"]')) !== null,
      )
    }
  })
})
