import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Observation } from '../../lib/meeting/index.ts'
import { MEET_PACK } from '../../lib/platforms/meet/page.ts'
import { showSavedPage } from '../../scripts/read-dom/page.ts'
import {
  bundlePlatforms,
  fixture,
  fixturesFolder,
  launchBrowser,
  MEET_URL,
} from './support/adapterPage.ts'

// What the shipped adapter reads on real saved pages, field by field. The pages are not part of the project.
const FILES = {
  CAP25: 'capture-2025-07-host-alone-camera-off.html',
  CAP26b: 'capture-2026-08-three-tiles-cameras-off.condensed.html',
  PANEL26: 'people-panel-2026-08.reconstructed.html',
  CHAT26: 'captions-and-chat-2026-04.snippet.html',
} as const
type Name = keyof typeof FILES

const folder = fixturesFolder('meet')

describe.skipIf(folder === undefined)('saved Meet pages', () => {
  const read = new Map<Name, { observation: Observation; counts: Record<string, number[]> }>()
  let browser: Browser

  beforeAll(async () => {
    const code = await bundlePlatforms()
    browser = await launchBrowser()
    for (const [name, file] of Object.entries(FILES) as [Name, string][]) {
      const page = await showSavedPage(browser, fixture(folder ?? '', file), MEET_URL)
      await page.evaluate(code)
      const json = (await page.evaluate(`JSON.stringify({
        observation: platforms.meetAdapter.read(document, new URL(location.href)),
        counts: Object.fromEntries(Object.entries(platforms.MEET_PACK.targets).map(([target, all]) =>
          [target, all.map((alternative) => platforms.hitsOf(document, alternative).length)])),
      })`)) as string
      read.set(
        name,
        JSON.parse(json) as { observation: Observation; counts: Record<string, number[]> },
      )
      await page.close()
    }
  }, 60_000)

  afterAll(() => browser.close())

  const of = (name: Name) => {
    const found = read.get(name)
    if (found === undefined) throw new Error(`${name} was not read`)
    return found
  }

  it('gives what each selector was written to give', () => {
    const wrong: string[] = []
    let checked = 0
    for (const [target, all] of Object.entries(MEET_PACK.targets)) {
      all.forEach((alternative, at) => {
        for (const [name, count] of Object.entries(alternative.expect ?? {})) {
          checked += 1
          const got = of(name as Name).counts[target]?.[at]
          if (got !== count) wrong.push(`${target}[${at}] on ${name}: ${got}, not ${count}`)
        }
      })
    }
    expect(wrong).toEqual([])
    expect(checked).toBeGreaterThan(80)
  })

  it('reads three devices of two people with their cameras off (2026, panel closed)', () => {
    const { observation } = of('CAP26b')
    expect(observation).toEqual({
      platform: 'meet',
      code: 'abc-defg-hij',
      title: 'Test Meet',
      phase: 'inCall',
      variant: 'meet-2026',
      people: [
        tileOnly('spaces/KEi-HMinAxkB/devices/194', 'Priya Shah', false),
        tileOnly('spaces/KEi-HMinAxkB/devices/195', "Priya's Fathom Notetaker", false),
        tileOnly('spaces/KEi-HMinAxkB/devices/193', 'Priya Shah', true),
      ],
      deviceCount: 3,
      self: {
        id: 'spaces/KEi-HMinAxkB/devices/193',
        name: 'Priya Shah',
        isHost: 'yes',
        role: 'organiser',
        camera: 'off',
        microphone: 'off',
        presenting: 'no',
      },
      lobby: { knocks: [] },
      chat: [],
      shares: [],
      notices: { recording: 'unknown', transcription: 'unknown', noteTaking: 'unknown' },
      access: {
        state: 'open',
        askToJoin: 'unknown',
        seenAt: 'badge',
        label: 'This call is open to anyone',
      },
      health: {
        people: { level: 'complete' },
        lobby: { level: 'partial', why: 'panelNeverOpened' },
        cameras: { level: 'complete' },
        chat: { level: 'blind', why: 'otherFrame', detail: 'no message list' },
        lock: { level: 'complete' },
      },
    })
  })

  it('reads the old interface with the host alone and the chat open (2025)', () => {
    const { observation } = of('CAP25')
    // The name as the page has it, found another way than the reader does.
    const html = fixture(folder ?? '', FILES.CAP25)
    const shown = /class="notranslate"[^>]*>\s*([^<]+?)\s*</.exec(html)?.[1]
    const name = shown?.replace(/\s+/g, ' ')
    expect(observation).toEqual({
      platform: 'meet',
      code: 'abc-defg-hij',
      title: 'abc-defg-hij',
      phase: 'inCall',
      variant: 'meet-2025',
      people: [tileOnly('spaces/aFPzWzEoaK4B/devices/400', name ?? '?', true)],
      deviceCount: 1,
      self: {
        id: 'spaces/aFPzWzEoaK4B/devices/400',
        name,
        isHost: 'yes',
        role: 'organiser',
        camera: 'off',
        microphone: 'off',
        presenting: 'no',
      },
      lobby: { knocks: [] },
      chat: [],
      shares: [],
      notices: { recording: 'unknown', transcription: 'unknown', noteTaking: 'no' },
      access: { state: 'unknown', askToJoin: 'unknown', seenAt: 'nowhere', label: '' },
      health: {
        people: { level: 'complete' },
        lobby: { level: 'partial', why: 'panelNeverOpened' },
        cameras: { level: 'complete' },
        chat: { level: 'complete' },
        lock: { level: 'blind', why: 'badgeMissing' },
      },
    })
  })

  it('reads the rows of a People panel that stands alone, and says that it knows no such page', () => {
    const { observation } = of('PANEL26')
    expect(observation.phase).toBe('unknown')
    expect(
      observation.people.map(({ id, name, role, microphone, isSelf, decorations }) => [
        id.split('/').at(-1),
        name,
        role,
        microphone,
        isSelf,
        decorations,
      ]),
    ).toEqual([
      ['193', 'Priya Shah', 'host', 'unknown', true, ['(You)', 'Meeting host']],
      ['114', "Priya's Fathom Notetaker", 'none', 'off', false, ['Visitor']],
      ['116', 'Ada Lovelace', 'none', 'unknown', false, []],
    ])
    expect(observation.people.every(({ camera }) => camera.why === 'noTile')).toBe(true)
    expect(observation.self.isHost).toBe('yes')
    for (const item of Object.values(observation.health)) {
      expect(item).toEqual({ level: 'blind', why: 'pageNotRecognised' })
    }
  })

  it('reads a chat message without its hover overlay', () => {
    const { observation } = of('CHAT26')
    expect(observation.chat).toEqual([
      {
        id: '1714476309237',
        sender: 'You',
        text: 'Hello',
        timeShown: '17:00',
        own: true,
        hasFile: false,
      },
    ])
    expect(observation.phase).toBe('unknown')
  })
})

function tileOnly(id: string, name: string, isSelf: boolean) {
  return {
    id,
    name,
    isSelf,
    role: 'unknown',
    camera: { state: 'off', why: 'noVideoElement' },
    microphone: 'off',
    presenting: false,
    decorations: [],
    seenIn: { tile: true, list: false },
  }
}
