import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command, Observation } from '../../lib/meeting/index.ts'
import type { WordTables } from '../../lib/platforms/dom/words.ts'
import { MEET_WORDS } from '../../lib/platforms/meet/texts.ts'
import { TEAMS_WORDS } from '../../lib/platforms/teams/texts.ts'
import { act, stageOf } from './support/actPage.ts'
import { bundlePlatforms, launchBrowser, MEET_URL, openMeetPage } from './support/adapterPage.ts'
import * as meet from './support/meetHtml.ts'
import * as teams from './support/teamsHtml.ts'
import { stageTeams } from './support/teamsPage.ts'

// The same page in English, Welsh, French, Spanish and Polish is read alike: ids, icons and places first. What only words can tell is
// pressed in words that somebody read off the site, and pointed at in those that we translated.
const LANGUAGES = ['en', 'cy', 'fr', 'es', 'pl'] as const
type Language = (typeof LANGUAGES)[number]

let browser: Browser
let code: string

beforeAll(async () => {
  code = await bundlePlatforms()
  browser = await launchBrowser()
}, 120_000)
afterAll(() => browser.close())

/** What the site is taken to say: as it was read, else as we translate it. Where nobody knows, a word of no language. */
function say(tables: WordTables, language: Language, key: string, name = ''): string {
  const { seen, guess } = tables[language] ?? { seen: {}, guess: {} }
  const text = seen[key]?.[0] ?? guess[key]?.[0] ?? 'Xyzzy'
  return text.replace('{name}', name).replace('{n}', '1')
}

/** Whether somebody read this word off the site in this language. */
const isSeen = (tables: WordTables, language: Language, key: string) =>
  (tables[language]?.seen[key]?.length ?? 0) > 0

/**
 * A reading without the site's own wording, which is kept for the record. That somebody is no host follows on Teams from words that we
 * understand; in words that we only guess it is not known, which is the honest answer and no other person.
 */
function bare({ access, people, ...rest }: Observation) {
  return {
    ...rest,
    access: { ...access, label: '' },
    people: people.map((one) => ({
      ...one,
      decorations: [],
      role: one.role === 'none' ? 'unknown' : one.role,
    })),
  }
}

const look = async (page: Page, url: string) => {
  const json = await page.evaluate<[string], (at: string) => string>(
    (at) => JSON.stringify(eval('adapter').read(document, new URL(at))),
    url,
  )
  return JSON.parse(json) as Observation
}

describe('Meet', () => {
  let page: Page
  beforeAll(async () => {
    page = await openMeetPage(browser, code, meet.bare(''))
  }, 120_000)

  const html = (language: Language) => {
    const w = (key: string, name = '') => meet.escape(say(MEET_WORDS, language, key, name))
    const tile = (n: number, name: string, self = false) =>
      meet
        .tile({ n, name, self, ...(self ? {} : { mic: n === 2 ? 'on' : 'off' }) })
        .replace(/Pin [^"]*/, w('nameInPin', name))
        .replace(/More options for [^"]*/, w('nameInMenu', name))
        .replace(/Mute [^"]*/, w('mute', name))
        .replace(/You can&#39;t[^"]*/, w('muted'))
        .replace('jsname="LgbsSe"', `data-x="mute${n}" jsname="LgbsSe"`)
    const row = (n: number, name: string, beside: readonly string[] = []) =>
      meet.row({ n, name, beside: beside.map((key) => say(MEET_WORDS, language, key)) })
    const toggle = (name: string, key: string) =>
      `<button data-x="${name}" jsname="DMn7nd" role="switch" aria-checked="true" aria-label="${w(key)}">.</button>`
    const radio = (key: string, at: number) =>
      `<div><input data-x="level${at}" type="radio" name="access" ${at === 1 ? 'checked' : ''}><span>${w(key)}</span></div>`
    const knock = meet
      .knock(
        'Kim',
        say(MEET_WORDS, language, 'admit', 'Kim'),
        `<button data-x="deny">${w('deny')}</button>`,
      )
      .replace('jsname="OYykWd"', 'data-x="admit" jsname="OYykWd"')
    return meet.call({
      lang: language,
      count: 3,
      tiles: tile(1, 'Ms Khan', true) + tile(2, 'Dev Shah') + tile(3, 'Amelia Potter'),
      before: meet.badge('…'),
      after:
        meet.panel(
          1,
          `<h3>${w('waitingSection')}</h3>${knock}${meet.list(row(1, 'Ms Khan', ['you', 'host']) + row(2, 'Dev Shah') + row(3, 'Amelia Potter', ['visitor']))}`,
        ) +
        meet.panel(
          16,
          `${toggle('video', 'videoLock')}${toggle('chat', 'chatLock')}${['accessOpen', 'accessTrusted', 'accessRestricted'].map(radio).join('')}`,
        ),
    })
  }

  it.each(LANGUAGES)('in %s is read as in English', async (language) => {
    await stageOf(page, html('en'))
    const english = await look(page, MEET_URL)
    expect(english.people.map(({ name }) => name)).toEqual(['Ms Khan', 'Dev Shah', 'Amelia Potter'])
    expect(english).toMatchObject({
      access: { state: 'trusted' },
      health: { people: { level: 'complete' }, lobby: { level: 'complete' } },
      lobby: { knocks: [{ name: 'Kim' }] },
      self: { name: 'Ms Khan', role: 'organiser' },
    })
    await stageOf(page, html(language))
    expect(bare(await look(page, MEET_URL))).toEqual(bare(english))
  })

  it.each(LANGUAGES)('in %s is worked by ids and icons', async (language) => {
    await stageOf(page, html(language))
    const mute = await act(page, { kind: 'mute', id: meet.device(2), name: 'Dev Shah' })
    expect(mute.clicks).toEqual(['mute2'])
    const admit = await act(page, { kind: 'admit', key: 'Kim#0', name: 'Kim' })
    expect(admit.clicks).toEqual(['admit'])
  })

  it.each(LANGUAGES)('in %s is worked by words only where they were seen', async (language) => {
    const byWords: readonly [Command, string, string][] = [
      [{ kind: 'deny', key: 'Kim#0', name: 'Kim' }, 'deny', 'deny'],
      [{ kind: 'camerasOffForAll' }, 'videoLock', 'video'],
      [{ kind: 'chatOff' }, 'chatLock', 'chat'],
    ]
    for (const [command, key, control] of byWords) {
      await stageOf(page, html(language))
      const { clicks, guides, outcome } = await act(page, command)
      const seen = isSeen(MEET_WORDS, language, key)
      expect([command.kind, clicks], language).toEqual([command.kind, seen ? [control] : []])
      if (!seen) {
        expect(outcome.result).toBe('guided')
        expect(guides.map(({ at }) => at)).toEqual([control])
      }
    }
  })
})

describe('Teams', () => {
  let page: Page
  beforeAll(async () => {
    page = await openMeetPage(browser, code, teams.bare(''), { url: teams.TEAMS_URL })
  }, 120_000)

  const html = (language: Language) => {
    const w = (key: string, name = '') => say(TEAMS_WORDS, language, key, name)
    const row = (n: number, name: string, mic: 'muted' | 'unmuted', rank = '') =>
      teams.row({
        n,
        name,
        mic,
        label: [name, ...(rank === '' ? [] : [w(rank)]), w(mic)].join(', '),
        extra: `<button data-cid="ts-participant-action-button" data-x="dots${n}">…</button>`,
      })
    const tile = (name: string) => teams.tile({ name, label: `${name}, ${w('contextMenu')}` })
    const items = ['muteOne', 'disableCamera', 'remove'] as const
    return teams
      .call({
        lang: language,
        count: '3',
        tiles:
          teams
            .myself('Ms Khan')
            .replace(
              /aria-label="[^"]*"/,
              `aria-label="${teams.escape(`${w('myself')}, Ms Khan, ${w('muted')}, ${w('contextMenu')}`)}"`,
            ) +
          tile('Dev Shah') +
          tile('Amelia Potter'),
        after:
          teams.people(
            teams.heading(1, 'X (1)') +
              teams.waiting(9, 'Kim') +
              teams.heading(2, 'X (3)') +
              row(1, 'Ms Khan', 'muted', 'organiser') +
              row(2, 'Dev Shah', 'unmuted') +
              row(3, 'Amelia Potter', 'muted'),
          ) +
          `<div id="menu" role="menu" data-tid="participant-actions-menu" style="display:none">${items
            .map((key) => `<div role="menuitem" data-x="${key}">${teams.escape(w(key))}</div>`)
            .join('')}</div>`,
      })
      .replace('>People<', '>X<')
  }
  const opens = () => {
    for (const dots of document.querySelectorAll('[data-x^="dots"]'))
      dots.addEventListener('click', () =>
        document.querySelector<HTMLElement>('#menu')?.style.removeProperty('display'),
      )
  }

  it.each(LANGUAGES)('in %s is read as in English', async (language) => {
    await stageTeams(page, html('en'))
    const english = await look(page, teams.TEAMS_URL)
    expect(english.people.map(({ name }) => name).sort()).toEqual([
      'Amelia Potter',
      'Dev Shah',
      'Ms Khan',
    ])
    expect(english).toMatchObject({
      health: { people: { level: 'complete' } },
      lobby: { knocks: [{ name: 'Kim' }] },
      self: { name: 'Ms Khan', role: 'organiser' },
    })
    await stageTeams(page, html(language))
    expect(bare(await look(page, teams.TEAMS_URL))).toEqual(bare(english))
  })

  it.each(LANGUAGES)('in %s is worked by words only where they were seen', async (language) => {
    const dev = { id: 'Dev Shah#0', name: 'Dev Shah' } as const
    const byWords: readonly [Command, string][] = [
      [{ kind: 'mute', ...dev }, 'muteOne'],
      [{ kind: 'cameraOff', ...dev }, 'disableCamera'],
      [{ kind: 'remove', ...dev }, 'remove'],
    ]
    for (const [command, key] of byWords) {
      await stageTeams(page, html(language), opens)
      // Without a picture the camera is off already: there must be one to switch off.
      await page.evaluate(() => {
        for (const avatar of document.querySelectorAll('[data-tid="participant-avatar"]'))
          avatar.replaceWith(document.createElement('video'))
      })
      const { clicks, guides, outcome } = await act(page, command)
      const seen = isSeen(TEAMS_WORDS, language, key)
      expect([command.kind, clicks], language).toEqual([
        command.kind,
        seen ? ['dots2', key] : ['dots2'],
      ])
      if (!seen) {
        expect(outcome.result).toBe('guided')
        expect(guides.map(({ at }) => at)).toEqual([key])
      }
    }
  })

  it.each(LANGUAGES)('in %s lets somebody in by ids alone', async (language) => {
    await stageTeams(page, html(language))
    const { clicks } = await act(page, { kind: 'admit', key: 'Kim#0', name: 'Kim' })
    expect(clicks).toEqual(['admit9'])
  })
})
