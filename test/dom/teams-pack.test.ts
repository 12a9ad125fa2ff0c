import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MAX_PEOPLE, type CommandKind } from '../../lib/meeting/index.ts'
import { makeWords } from '../../lib/platforms/dom/words.ts'
import { formatPack, parsePack } from '../../lib/platforms/pack.ts'
import {
  TEAMS_CAPABILITY_TABLE,
  TEAMS_STEPS,
  teamsCapabilities,
} from '../../lib/platforms/teams/capabilities.ts'
import { identify, mriIn, type Book } from '../../lib/platforms/teams/identity.ts'
import { cleanName, isNoName, readLabel } from '../../lib/platforms/teams/labels.ts'
import { TEAMS_PACK, TEAMS_TARGET_NAMES } from '../../lib/platforms/teams/page.ts'
import { TEAMS_WORDS } from '../../lib/platforms/teams/texts.ts'
import { codeInUrl } from '../../lib/platforms/teams/url.ts'

const words = makeWords(TEAMS_WORDS)

describe('the selector pack of Teams', () => {
  it('comes back from its file to the byte', () => {
    const text = formatPack(TEAMS_PACK)
    const result = parsePack(text, TEAMS_TARGET_NAMES)
    if (!result.ok) throw new Error(result.problems.join('\n'))
    expect(result.pack).toEqual(TEAMS_PACK)
    expect(formatPack(result.pack)).toBe(text)
  })

  it('says of each selector where and when it was seen and how sure it is, and lets no made-up class stand alone', () => {
    const all = Object.entries(TEAMS_PACK.targets).flatMap(([target, list]) =>
      list.map((one) => ({ target, ...one })),
    )
    expect(all.length).toBeGreaterThan(100)
    for (const { css, seen, target } of all) {
      expect(seen, target).toMatch(/ · 20\d\d-\d\d · [HML]$/)
      for (const part of css.split(','))
        expect(part.trim(), target).not.toMatch(/^\.[A-Za-z0-9_]+$/)
    }
  })

  it('has no selector in the words of one language but the one that was seen so', () => {
    const worded = Object.values(TEAMS_PACK.targets).flatMap((list) =>
      list
        .filter(({ css }) => /\[(?:aria-label|title)[*^$]?="[A-Z]/.test(css))
        .map(({ css }) => css),
    )
    expect(worded).toEqual(['button[title="View Lobby"]'])
  })

  it('has one table of words, with English, Welsh, French, Spanish and Polish for all that is pressed', () => {
    const keys = (language: string) => {
      const { seen, guess } = TEAMS_WORDS[language] ?? { seen: {}, guess: {} }
      return new Set([...Object.keys(seen), ...Object.keys(guess)])
    }
    const needed = [
      'muted',
      'contextMenu',
      'sharedBy',
      'muteOne',
      'disableCamera',
      'allowCamera',
      'remove',
      'muteAll',
      'lockItem',
      'unlockItem',
      'lockConfirm',
      'lockedBanner',
      'meetingOptions',
      'allowCameras',
      'save',
      'waiting',
      'endedRemoved',
    ]
    for (const language of ['en', 'cy', 'fr', 'es', 'pl'])
      expect([language, needed.filter((key) => !keys(language).has(key))]).toEqual([language, []])
    const known = keys('en')
    for (const language of Object.keys(TEAMS_WORDS))
      expect([language, [...keys(language)].filter((key) => !known.has(key))]).toEqual([
        language,
        [],
      ])
  })
})

describe('labels', () => {
  const parts = (label: string, known?: string) => {
    const { name, badges, states, isSelf, sharedBy } = readLabel(words, label, known)
    return [name, badges, [...states.keys()].sort(), isSelf, sharedBy]
  }

  it.each([
    [
      'Myself video, Ben Tamang, Muted, Has context menu',
      ['Ben Tamang', [], ['contextMenu', 'muted'], true, undefined],
    ],
    [
      'bipin (Guest), video is on, Context menu is available',
      ['bipin', ['Guest'], ['contextMenu', 'videoOn'], false, undefined],
    ],
    [
      'BIPIN TAMANG, video is on, muted, Context menu is available',
      ['BIPIN TAMANG', [], ['contextMenu', 'muted', 'videoOn'], false, undefined],
    ],
    [
      'Vídeo de mí mismo, Apellido, Nombre, x, Silenciado, y',
      ['Apellido, Nombre, x', [], ['muted'], true, undefined],
    ],
    ['Jane Doe Unverified, muted', ['Jane Doe', ['Unverified'], ['muted'], false, undefined]],
    ['Bob, External, Has context menu', ['Bob', ['External'], ['contextMenu'], false, undefined]],
    ['Contenido compartido por Apellido, Nombre', ['', [], [], false, 'Apellido, Nombre']],
    ['nobody knows this, grammar', ['', [], [], false, undefined]],
  ])('%s', (label, expected) => {
    expect(parts(label)).toEqual(expected)
  })

  it('takes the known name off first, whatever it says', () => {
    expect(parts('Doe, muted, Unmuted', 'Doe, muted')).toEqual([
      'Doe, muted',
      [],
      ['unmuted'],
      false,
      undefined,
    ])
    expect(parts('Muted, Context menu is available', 'Muted')).toEqual([
      'Muted',
      [],
      ['contextMenu'],
      false,
      undefined,
    ])
  })

  it('takes badges off and leaves names', () => {
    expect(cleanName(words, 'Bob (Guest)')).toEqual({ name: 'Bob', badges: ['Guest'] })
    expect(cleanName(words, 'Bob (Invitado) (Externo)')).toEqual({
      name: 'Bob',
      badges: ['Invitado', 'Externo'],
    })
    for (const name of ['Jane Guest', 'iPad (2)', 'External', 'Room 2', ''])
      expect(cleanName(words, name)).toEqual({ name, badges: [] })
  })

  it('knows what is nobody’s name', () => {
    for (const text of [
      'a@b.example',
      'unknown_email_address@invalid.teams.ms',
      'menur1j',
      'Unknown user',
      'Guest',
      '8:orgid:1',
      '',
    ])
      expect([text, isNoName(words, text)]).toEqual([text, true])
    for (const text of ['Ola @ home', 'Menu Ola', 'Guesty', 'Théo'])
      expect([text, isNoName(words, text)]).toEqual([text, false])
  })

  it('is not slowed down by a hostile label', () => {
    const started = performance.now()
    for (let at = 0; at < 20; at += 1) readLabel(words, `${'a, '.repeat(3000)}${at}`)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('who is who', () => {
  it('keeps ids over names, rows and renaming', () => {
    const book: Book = { known: [] }
    const ids = (shown: { name: string; mri?: string }[]) =>
      identify(book, shown).map(({ id }) => id)
    expect(ids([{ name: 'Dev' }, { name: 'Dev' }])).toEqual(['Dev#0', 'Dev#1'])
    expect(
      ids([
        { name: 'Dev', mri: 'a' },
        { name: 'Dev', mri: 'b' },
      ]),
    ).toEqual(['Dev#0', 'Dev#1'])
    expect(ids([{ name: 'Amelia', mri: 'b' }])).toEqual(['Dev#1'])
    expect(ids([{ name: 'Amelia' }])).toEqual(['Dev#1'])
    expect(ids([{ name: 'Dev', mri: 'c' }])).toEqual(['Dev#2'])
    expect(mriIn('calling-roster-item-8:orgid:1-2')).toBe('8:orgid:1-2')
    expect(mriIn('acc-1')).toBeUndefined()
  })

  it('forgets the oldest of a page that invents people without end', () => {
    const book: Book = { known: [] }
    for (let n = 0; n < 60; n += 1)
      identify(
        book,
        Array.from({ length: 100 }, (_, k) => ({ name: `${n}-${k}` })),
      )
    expect(book.known.length).toBeLessThanOrEqual(MAX_PEOPLE * 4)
  })
})

describe('addresses', () => {
  const thread = '19%3ameeting_ZGEx-2_3%40thread.v2'
  it.each([
    ['https://teams.microsoft.com/meet/123456789012?p=x', '123456789012'],
    ['https://teams.live.com/meet/9312345678', '9312345678'],
    [`https://teams.microsoft.com/l/meetup-join/${thread}/0?context=%7b%7d`, 'meeting_ZGEx-2_3'],
    [
      `https://teams.cloud.microsoft/v2/?meetingjoin=true#/l/meetup-join/${thread}/0`,
      'meeting_ZGEx-2_3',
    ],
    [
      `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#/l/meetup-join/${thread}/0?a=b`)}`,
      'meeting_ZGEx-2_3',
    ],
    [
      `https://teams.microsoft.com/light-meetings/launch?coords=${encodeURIComponent(btoa('{"conversationId":"19:meeting_abc@thread.v2"}'))}`,
      'meeting_abc',
    ],
    ['https://teams.microsoft.com/v2/', undefined],
    ['https://teams.microsoft.com/light-meetings/launch?coords=%%%', undefined],
    ['https://example.org/meet/1234567890', undefined],
    ['https://teams.microsoft.com.example.org/meet/1234567890', undefined],
  ])('%s', (url, code) => {
    expect(codeInUrl(new URL(url))).toBe(code)
  })
})

describe('what can be done on Teams', () => {
  it('is a table of every command by client and role', () => {
    const row = (client: 'full' | 'light', role: 'organiser' | 'presenter' | 'attendee') =>
      Object.entries(teamsCapabilities(client, role)).map(([kind, can]) => `${kind} ${can}`)
    expect(row('full', 'organiser')).toEqual([
      'openPeople act',
      'rollCall act',
      'admit act',
      'deny act',
      'muteAll act',
      'mute act',
      'askToUnmute none',
      'micOff act',
      'allowMic act',
      'cameraOff act',
      'allowCamera act',
      'camerasOffForAll act',
      'camerasOnForAll act',
      'stopPresenting guide',
      'chatOff guide',
      'chatOn guide',
      'remove act',
      'lock act',
      'unlock act',
      'endForAll act',
    ])
    const differences = (client: 'full' | 'light', role: 'presenter' | 'organiser') =>
      row(client, role).filter((one) => !row('full', 'organiser').includes(one))
    expect(differences('full', 'presenter')).toEqual([
      'camerasOffForAll guide',
      'camerasOnForAll guide',
      'chatOff none',
      'chatOn none',
      'lock none',
      'unlock none',
      'endForAll guide',
    ])
    expect(differences('light', 'organiser')).toEqual([
      'camerasOffForAll guide',
      'camerasOnForAll guide',
    ])
    expect(row('light', 'attendee').filter((one) => !one.endsWith('none'))).toEqual([
      'openPeople act',
      'rollCall act',
    ])
    expect(TEAMS_CAPABILITY_TABLE.unknown.coorganiser).toEqual(
      TEAMS_CAPABILITY_TABLE.full.organiser,
    )
  })

  it('stands in the docs as it is', () => {
    const text = readFileSync(new URL('../../docs/teams.md', import.meta.url), 'utf8')
    const { full, light } = TEAMS_CAPABILITY_TABLE
    const kinds = Object.keys(full.organiser) as CommandKind[]
    const rows = [...text.matchAll(/^\| (\w+) +\| (\w+) +\| (\w+) +\| (\w+) +\| (\w+) +\|$/gm)]
    expect(rows.map((row) => row.slice(1))).toEqual(
      kinds.map((kind) => [
        kind,
        full.organiser[kind],
        light.organiser[kind],
        full.presenter[kind],
        full.attendee[kind],
      ]),
    )
  })

  it('names each step once', () => {
    expect(new Set(TEAMS_STEPS).size).toBe(TEAMS_STEPS.length)
  })
})
