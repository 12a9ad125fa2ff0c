import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Restored, Vault } from '../../lib/backup/types.ts'
import { fromMeetingPort } from '../../lib/bus/schemas.ts'
import { MEET_PACK } from '../../lib/platforms/meet/index.ts'
import { changesOf, judgePack } from '../../lib/platforms/judgePack.ts'
import { formatPack, type SelectorPack } from '../../lib/platforms/pack.ts'
import { TEAMS_PACK } from '../../lib/platforms/teams/index.ts'
import { managedOf, readManaged } from '../../lib/storage/managed.ts'
import { deskAt, meetingTab } from '../support/desk.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { memoryLooks } from '../support/memoryLooks.ts'
import { observation, participant } from '../support/observe.ts'

afterEach(() => vi.restoreAllMocks())

const NEWER: SelectorPack = {
  ...MEET_PACK,
  asOf: '2026-12-01',
  targets: {
    ...MEET_PACK.targets,
    leaveButton: [{ css: '[data-new-leave]', seen: 'a technician', generation: 'any' }],
  },
}
const TEXT = formatPack(NEWER)
const OLDER = formatPack({ ...MEET_PACK, asOf: '2026-01-01' })

const looksOf = (told: readonly { readonly type: string }[]) =>
  told.filter((message) => message.type === 'looks')

async function setting(looks = memoryLooks()) {
  const { desk } = deskAt(undefined, memoryJournal(), looks)
  await desk.ready()
  const meeting = meetingTab(desk)
  await vi.waitFor(() => expect(meeting.told.length).toBeGreaterThan(1))
  return { desk, meeting }
}

describe('judging a pack', () => {
  it('takes the shipped ones, and what formatPack wrote', () => {
    for (const pack of [MEET_PACK, TEAMS_PACK])
      expect(judgePack(formatPack(pack), pack.platform)).toMatchObject({ is: 'good', pack })
    expect(judgePack(`\ufeff${TEXT}`, 'meet').is).toBe('good')
  })
  it.each([
    ['no JSON', '{', /not JSON/u],
    ['another thing', '[]', /expected object/iu],
    ['the other site', formatPack(TEAMS_PACK), /targets|platform/u],
    [
      'a target missing',
      JSON.stringify({ ...NEWER, targets: { ...NEWER.targets, stage: [] } }),
      /targets\.stage: missing/u,
    ],
    ['a day that is none', JSON.stringify({ ...NEWER, asOf: '2027-02-31' }), /asOf/u],
    ['code in it', JSON.stringify({ ...NEWER, script: 'alert(1)' }), /script/u],
    [
      'a wrong alternative',
      JSON.stringify({ ...NEWER, targets: { ...NEWER.targets, stage: [{ css: '' }] } }),
      /targets\.stage\.0\.css/u,
    ],
    ['a file of anything', 'x'.repeat(1_000_001), /longer/u],
  ])('refuses %s and says where', (_what, text, where) => {
    const verdict = judgePack(text, 'meet')
    expect(verdict.is).toBe('bad')
    expect(verdict.is === 'bad' && verdict.problems.join('\n')).toMatch(where)
  })
  it('an older one is old, not bad', () => {
    expect(judgePack(OLDER, 'meet')).toMatchObject({ is: 'old', shippedAsOf: MEET_PACK.asOf })
  })
  it('never tells more problems than a person reads', () => {
    const targets = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`t${i}`, [{}]]))
    const verdict = judgePack(JSON.stringify({ ...NEWER, targets }), 'meet')
    expect(verdict.is === 'bad' && verdict.problems.length).toBeLessThan(45)
  })
  it('says what is different', () => {
    expect(changesOf(MEET_PACK)).toEqual({
      changed: [],
      rewritten: [],
      lostLanguages: [],
      droppedProven: 0,
    })
    const changes = changesOf({
      ...NEWER,
      words: { en: MEET_PACK.words['en'] ?? { seen: {}, guess: {} } },
    })
    expect(changes).toMatchObject({ changed: ['leaveButton'], rewritten: ['leaveButton'] })
    expect(changes.droppedProven).toBeGreaterThan(0)
    expect(changes.lostLanguages).toContain('cy')
  })
})

describe('by which pack a meeting is read', () => {
  it('is told what ships right after it connected, before anything else', async () => {
    const { meeting } = await setting()
    expect(meeting.told[0]).toEqual({ type: 'looks', pack: null, from: 'shipped' })
  })

  it('is told a loaded pack, in the open meeting too, and back again', async () => {
    const { desk, meeting } = await setting()
    const views = await desk.fromPage('saveLooks', {
      platform: 'meet',
      name: 'new.json',
      text: TEXT,
    })
    expect(views[0]).toMatchObject({
      platform: 'meet',
      used: { from: 'file', name: 'new.json', asOf: '2026-12-01' },
      isManaged: false,
    })
    expect(views[1]).toMatchObject({ platform: 'teams', used: { from: 'shipped' } })
    expect(looksOf(meeting.told).at(-1)).toEqual({ type: 'looks', pack: NEWER, from: 'file' })
    expect(await desk.fromPage('looksText', { platform: 'meet' })).toBe(TEXT)
    await desk.fromPage('resetLooks', { platform: 'meet' })
    expect(looksOf(meeting.told).at(-1)).toEqual({ type: 'looks', pack: null, from: 'shipped' })
  })

  it('is told a pack that a backup brought, in the open meeting too', async () => {
    const looks = memoryLooks()
    const vault: Vault = {
      backUp: () => Promise.reject(new Error('Nothing is backed up here.')),
      restore: async () => {
        await looks.keep('meet', { name: 'new.json', loadedAt: 1, text: TEXT })
        return {} as Restored
      },
    }
    const { desk } = deskAt(undefined, memoryJournal(), looks, {}, { vault })
    await desk.ready()
    const meeting = meetingTab(desk)
    await vi.waitFor(() => expect(meeting.told.length).toBeGreaterThan(1))
    await desk.fromPage('restore', { passphrase: '', text: '' })
    expect(looksOf(meeting.told).at(-1)).toEqual({ type: 'looks', pack: NEWER, from: 'file' })
  })

  it('is still read by it after the background was restarted', async () => {
    const looks = memoryLooks()
    const first = await setting(looks)
    await first.desk.fromPage('saveLooks', { platform: 'meet', name: 'new.json', text: TEXT })
    const second = await setting(looks)
    expect(second.meeting.told[0]).toMatchObject({ type: 'looks', pack: NEWER, from: 'file' })
  })

  it('a pack that can’t be used or is older changes nothing, and the refusal says why', async () => {
    const { desk, meeting } = await setting()
    const before = meeting.told.length
    await expect(
      desk.fromPage('saveLooks', { platform: 'meet', name: 'x', text: '{}' }),
    ).rejects.toThrow('format')
    await expect(
      desk.fromPage('saveLooks', { platform: 'meet', name: 'x', text: OLDER }),
    ).rejects.toThrow('already knows newer looks')
    expect(looksOf(meeting.told.slice(before))).toEqual([])
  })

  it('an extension that knows newer looks than the stored file uses its own and says so', async () => {
    const stale = { name: 'old.json', loadedAt: 1, text: OLDER }
    const { desk, meeting } = await setting(memoryLooks({}, { meet: stale }))
    expect(meeting.told[0]).toEqual({ type: 'looks', pack: null, from: 'shipped' })
    const [meet] = await desk.fromPage('looks', {})
    expect(meet).toMatchObject({
      used: { from: 'shipped' },
      unused: [{ from: 'file', name: 'old.json', why: 'old', asOf: '2026-01-01' }],
    })
  })

  it('the school’s pack comes before a file and can’t be changed here', async () => {
    const file = { name: 'new.json', loadedAt: 1, text: TEXT }
    const school = { meet: formatPack({ ...NEWER, asOf: '2026-12-02' }) }
    const { desk, meeting } = await setting(memoryLooks(school, { meet: file }))
    expect(meeting.told[0]).toMatchObject({ pack: { asOf: '2026-12-02' }, from: 'school' })
    const [meet] = await desk.fromPage('looks', {})
    expect(meet).toMatchObject({ isManaged: true, used: { from: 'school' } })
    await expect(
      desk.fromPage('saveLooks', { platform: 'meet', name: 'x', text: TEXT }),
    ).rejects.toThrow('Your school')
    await expect(desk.fromPage('resetLooks', { platform: 'meet' })).rejects.toThrow('Your school')
  })

  // T-32
  it('none from a file where the school wants none: not loaded, not tried, and the stored one is passed over', async () => {
    let off = true
    const file = { name: 'new.json', loadedAt: 1, text: TEXT }
    const looks = memoryLooks({}, { meet: file }, () => off)
    const { desk, meeting } = await setting(looks)
    expect(meeting.told[0]).toEqual({ type: 'looks', pack: null, from: 'shipped' })
    const [meet] = await desk.fromPage('looks', {})
    expect(meet).toMatchObject({
      filesOff: true,
      used: { from: 'shipped' },
      unused: [{ from: 'file', name: 'new.json', why: 'off' }],
    })
    const tried = { platform: 'meet', text: TEXT } as const
    const words = 'Set by your school: no selector packs from files.'
    await expect(
      desk.fromPage('saveLooks', { platform: 'teams', name: 'x', text: formatPack(TEAMS_PACK) }),
    ).rejects.toThrow(words)
    await expect(desk.fromPage('inspect', { report: false, tried })).rejects.toThrow(words)
    expect(meeting.told.some((message) => message.type === 'inspect')).toBe(false)
    // It was only passed over: where the school changes its mind, it is there.
    off = false
    await desk.managedChanged()
    expect(looksOf(meeting.told).at(-1)).toEqual({ type: 'looks', pack: NEWER, from: 'file' })
    off = true
    await desk.managedChanged()
    expect(looksOf(meeting.told).at(-1)).toMatchObject({ pack: null, from: 'shipped' })
    await desk.fromPage('resetLooks', { platform: 'meet' })
    expect(await looks.files()).toEqual({})
  })

  it('a broken pack of the school leaves the file or what ships, and is told', async () => {
    const { desk } = await setting(memoryLooks({ meet: '{"format":1}' }))
    const [meet] = await desk.fromPage('looks', {})
    expect(meet).toMatchObject({
      isManaged: false,
      used: { from: 'shipped' },
      unused: [{ from: 'school', why: 'bad' }],
    })
    expect(meet?.unused[0]?.problems.length).toBeGreaterThan(0)
  })

  it('a change of the school’s settings reaches the open meeting', async () => {
    const school: { meet?: string } = {}
    const looks = { ...memoryLooks(), school: async () => school }
    const { desk, meeting } = await setting(looks)
    school.meet = TEXT
    await desk.managedChanged()
    expect(looksOf(meeting.told).at(-1)).toMatchObject({ pack: NEWER, from: 'school' })
  })
})

describe('looking into an open meeting', () => {
  const INSPECTION = {
    looks: { asOf: '2026-09-27', from: 'shipped' },
    hits: { stage: [1] },
  } as const

  it('gives numbers, never names, and only what the page that was asked answers', async () => {
    const { desk, meeting } = await setting()
    await meeting.observe(observation([participant('a', 'Amelia Potter')]))
    const asked = desk.fromPage('inspect', { report: false })
    const request = await vi.waitFor(() => {
      const found = meeting.told.find((message) => message.type === 'inspect')
      if (found?.type !== 'inspect') throw new Error('not asked yet')
      return found
    })
    const other = desk.connectMeeting(2, 'meet', () => undefined)
    desk.inspected(other, request.requestId, { ...INSPECTION, hits: { stage: [9] } })
    desk.inspected(meeting.tab, request.requestId, INSPECTION)
    const inspected = await asked
    expect(inspected).toMatchObject({
      tabId: 1,
      platform: 'meet',
      hits: { stage: [1] },
      reading: { people: 1, phase: 'inCall' },
    })
    expect(JSON.stringify(inspected)).not.toContain('Amelia')
  })

  it('ends when the page goes, and says nothing where there is none', async () => {
    const { desk, meeting } = await setting()
    const asked = desk.fromPage('inspect', { report: true })
    await vi.waitFor(() =>
      expect(meeting.told.some((message) => message.type === 'inspect')).toBe(true),
    )
    await meeting.leave()
    expect(await asked).toBeUndefined()
    expect(await desk.fromPage('inspect', { report: true })).toBeUndefined()
  })

  it('an answer of a page is bounded at the door', () => {
    const message = (inspection: unknown) =>
      fromMeetingPort.safeParse({ type: 'inspected', requestId: 'r', inspection }).success
    expect(message(INSPECTION)).toBe(true)
    expect(message({ ...INSPECTION, report: 'x'.repeat(300_001) })).toBe(false)
    expect(message({ ...INSPECTION, hits: { a: Array(13).fill(0) } })).toBe(false)
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`t${i}`, [0]]))
    expect(message({ ...INSPECTION, hits: many })).toBe(false)
    expect(message({ ...INSPECTION, looks: { asOf: 'Amelia', from: 'file' } })).toBe(false)
  })
})

describe('what a school sets', () => {
  it('takes a pack as it is in the file or as one text, and keeps the others when one is wrong', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    expect(managedOf({ selectorPackMeet: NEWER })).toEqual({
      selectorPackMeet: JSON.stringify(NEWER),
    })
    expect(managedOf({ selectorPackMeet: 7, selectorPackTeams: TEXT, other: 1 })).toEqual({
      selectorPackTeams: TEXT,
      unusable: ['selectorPackMeet'],
    })
    expect(warn).toHaveBeenCalledOnce()
    expect(managedOf({})).toEqual({})
  })
  it('a browser that has no policies sets nothing', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    expect(await readManaged({ get: async () => ({}) })).toEqual({})
    expect(await readManaged({ get: () => Promise.reject(new Error('no policies')) })).toEqual({})
    const get = vi.fn(async () => ({ selectorPackMeet: TEXT }))
    expect(await readManaged({ get })).toEqual({ selectorPackMeet: TEXT })
    expect(get).toHaveBeenCalledWith(
      expect.arrayContaining(['selectorPackMeet', 'selectorPackTeams', 'policyPack']),
    )
  })
})
