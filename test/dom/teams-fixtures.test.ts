import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Observation } from '../../lib/meeting/index.ts'
import { makeWords } from '../../lib/platforms/dom/words.ts'
import { readLabel } from '../../lib/platforms/teams/labels.ts'
import { TEAMS_PACK } from '../../lib/platforms/teams/page.ts'
import { TEAMS_WORDS } from '../../lib/platforms/teams/texts.ts'
import { readArguments } from '../../scripts/read-dom/arguments.ts'
import { showSavedPage } from '../../scripts/read-dom/page.ts'
import { bundlePlatforms, fixture, fixturesFolder, launchBrowser } from './support/adapterPage.ts'
import { bare, call, heading, myself, people, row, tile } from './support/teamsHtml.ts'

// What the shipped adapter reads on the saved fragments, field by field. The fragments are not part of the project. The captured file
// holds one section for each state of the page; each is shown as a page of its own.
const CAPTURE = '01-captured-2026-07-launcher-prejoin-admitted.html'
const STATES = {
  LAUNCH: 'launcher',
  PREJOIN: 'prejoin-guest',
  SIGNEDIN: 'prejoin-signed-in',
  LOBBY: 'lobby',
  DECLINED: 'declined',
  INCALL: 'in-call',
} as const
type State = keyof typeof STATES

const URL_OF = 'https://teams.microsoft.com/v2/'
const folder = fixturesFolder('teams')

describe.skipIf(folder === undefined)('saved Teams fragments', () => {
  const found = new Map<State, { observation: Observation; counts: Record<string, number[]> }>()
  let browser: Browser
  let code: string
  const file = (name: string) => fixture(folder ?? '', name)

  const show = async (html: string) => {
    const page = await showSavedPage(browser, html, URL_OF)
    await page.evaluate(code)
    const json = (await page.evaluate(`JSON.stringify({
      observation: platforms.teamsAdapter.read(document, new URL(location.href)),
      counts: Object.fromEntries(Object.entries(platforms.TEAMS_PACK.targets).map(([target, all]) =>
        [target, all.map((alternative) => platforms.hitsOf(document, alternative).length)])),
    })`)) as string
    await page.close()
    return JSON.parse(json) as { observation: Observation; counts: Record<string, number[]> }
  }

  beforeAll(async () => {
    code = await bundlePlatforms()
    browser = await launchBrowser()
    const text = file(CAPTURE)
    for (const [state, name] of Object.entries(STATES) as [State, string][]) {
      const section = new RegExp(`<section data-state="${name}"[^]*?</section>`).exec(text)?.[0]
      if (section === undefined) throw new Error(`${CAPTURE} has no state ${name}`)
      found.set(state, await show(bare(section)))
    }
  }, 120_000)
  afterAll(() => browser.close())

  const of = (state: State) => {
    const one = found.get(state)
    if (one === undefined) throw new Error(`${state} was not read`)
    return one
  }

  it('give what each selector was written to give', () => {
    const wrong: string[] = []
    let checked = 0
    for (const [target, all] of Object.entries(TEAMS_PACK.targets)) {
      all.forEach((alternative, at) => {
        for (const [state, count] of Object.entries(alternative.expect ?? {})) {
          checked += 1
          const got = of(state as State).counts[target]?.[at]
          if (got !== count) wrong.push(`${target}[${at}] on ${state}: ${got}, not ${count}`)
        }
      })
    }
    expect(wrong).toEqual([])
    expect(checked).toBeGreaterThan(30)
  })

  it('are each placed where they were captured', () => {
    const phases = Object.keys(STATES).map((state) => [state, of(state as State).observation.phase])
    expect(phases).toEqual([
      ['LAUNCH', 'greenRoom'],
      ['PREJOIN', 'greenRoom'],
      ['SIGNEDIN', 'greenRoom'],
      ['LOBBY', 'waiting'],
      ['DECLINED', 'ended'],
      ['INCALL', 'inCall'],
    ])
    expect(of('DECLINED').observation.endReason).toBe('denied')
    expect(of('PREJOIN').observation).toMatchObject({
      title: 'Microsoft Teams meeting',
      self: { camera: 'off', microphone: 'on' },
    })
  })

  it('are read by the command line tool, one state at a time', () => {
    const path = join(folder ?? '', CAPTURE)
    const of = (state: string) => readArguments(['--platform', 'teams', path, '--state', state])
    expect(of('launcher')).toMatchObject({
      url: 'https://teams.live.com/dl/launcher/launcher.html',
    })
    expect(of('in-call')).toMatchObject({ url: URL_OF, json: false })
    expect(of('nowhere')).toEqual({
      problem: expect.stringContaining('has no state "nowhere". It has: launcher, prejoin-guest'),
    })
  })

  it('make a call with nobody to be seen in it, and claim nothing', () => {
    const { observation } = of('INCALL')
    expect(observation).toEqual({
      platform: 'teams',
      code: 'untitled',
      title: '',
      phase: 'inCall',
      variant: 'teams-light',
      people: [],
      self: {
        isHost: 'unknown',
        role: 'unknown',
        camera: 'unknown',
        microphone: 'unknown',
        presenting: 'unknown',
      },
      lobby: { knocks: [] },
      chat: [],
      shares: [],
      notices: { recording: 'unknown', transcription: 'unknown', noteTaking: 'unknown' },
      access: { state: 'unknown', askToJoin: 'unknown', seenAt: 'nowhere', label: '' },
      health: {
        people: { level: 'blind', why: 'noTiles', detail: '0/?' },
        lobby: { level: 'partial', why: 'panelNeverOpened' },
        cameras: { level: 'blind', why: 'noTiles' },
        chat: { level: 'blind', why: 'panelNeverOpened' },
        lock: { level: 'blind', why: 'badgeMissing' },
      },
    })
  })

  it('of all states at once make no page that is known', async () => {
    const { observation } = await show(file(CAPTURE))
    expect(observation.phase).toBe('unknown')
    for (const item of Object.values(observation.health))
      expect(item).toEqual({ level: 'blind', why: 'pageNotRecognised' })
  })

  it('of attributes read in a live call give the people (2026-09)', async () => {
    const readings = JSON.parse(file('05-minutes-cdp-readings-2026-09.json')) as {
      me: { 'aria-label': string }
      roster: { 'data-tid': string; 'aria-label': string }[]
      tiles_2026_09_28: { 'data-tid'?: string; nametag?: string; note?: string }[]
    }
    const rows = readings.roster.map((one, n) =>
      row({
        n,
        name: one['data-tid'].replace('participantsInCall-', ''),
        label: one['aria-label'],
        mic: 'none',
      }),
    )
    const me = `<button data-tid="me-control-avatar" aria-label="${readings.me['aria-label']}"></button>`
    const after = me + people(heading(2, 'Dans cette réunion (2)') + rows.join(''))
    const french = (await show(call({ tiles: '', lang: 'fr', after }))).observation
    expect(
      french.people.map(({ name, role, microphone, isSelf, decorations }) => [
        name,
        role,
        microphone,
        isSelf,
        decorations,
      ]),
    ).toEqual([
      ['Luc MARTIN', 'host', 'off', true, []],
      ['Théo MARTIN', 'none', 'on', false, ['Contact externe non reconnu']],
    ])
    expect(french.health.people).toEqual({ level: 'complete' })
    const tiles = readings.tiles_2026_09_28.map((one) =>
      tile({
        name: '',
        tid: one['data-tid'] ?? '',
        nametag: one.nametag ?? '',
        label: undefined,
        type: one.note?.includes('screen share') === true ? 'ScreenSharing' : 'Video',
      }),
    )
    const stage = (await show(call({ tiles: myself() + tiles.join('') }))).observation
    expect(stage.people.map(({ name }) => name)).toEqual([
      'Room 4B',
      'Jeanne Martin',
      '',
      'Ms Khan',
    ])
    expect(stage.shares.map(({ ownerName }) => ownerName)).toEqual(['Room 4B'])
  })

  it('of the People panel say that 19 of 293 are not everybody (2026-08)', async () => {
    const title =
      /desc="(In this meeting, [^"]+)"/.exec(file('06-ax-roster-panel-2026-08-31.txt'))?.[1] ?? ''
    const rows = Array.from({ length: 19 }, (_, n) =>
      row({ n, name: `Pupil ${n}`, label: `Pupil ${n}, Muted`, mic: 'none' }),
    )
    const after = people(heading(2, '', title) + rows.join(''))
    const { observation } = await show(call({ after }))
    expect(observation.deviceCount).toBe(293)
    expect(observation.health.people).toEqual({
      level: 'partial',
      why: 'listShorterThanCount',
      detail: '19/293',
    })
  })

  it('of labels, in English and Spanish, give the names they hold', () => {
    const words = makeWords(TEAMS_WORDS)
    const english = file('07-ax-tile-labels-2026-06.txt')
      .split('\n')
      .filter((line) => /context menu/i.test(line))
      .map((line) => readLabel(words, line.split(/\s{3,}/)[0] ?? ''))
    expect(
      english.map(({ name, badges, isSelf, states }) => [
        name,
        badges,
        isSelf,
        states.has('muted'),
      ]),
    ).toEqual([
      ['Ben Tamang', [], true, true],
      ['bipin', ['Guest'], false, false],
      ['BIPIN TAMANG', [], false, true],
      ['David Tamang', ['Guest'], false, false],
    ])
    const quoted = [...file('08-uia-es-ids-2026.txt').matchAll(/"([^"]+)"/g)].map(([, text]) =>
      readLabel(words, text ?? ''),
    )
    expect(quoted.find(({ states }) => states.has('videoOn'))?.name).toBe('Apellido, Nombre')
    expect(quoted.find(({ sharedBy }) => sharedBy !== undefined)?.sharedBy).toBe('Apellido, Nombre')
  })
})
