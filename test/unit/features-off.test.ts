import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Restored } from '../../lib/backup/types.ts'
import { schoolOf } from '../../lib/desk/school.ts'
import type { Feature } from '../../lib/storage/managed.ts'
import { managedOf } from '../../lib/storage/managed.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import { deskAt, meetingTab, nextView, T0 } from '../support/desk.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { observation, participant } from '../support/observe.ts'

afterEach(() => vi.restoreAllMocks())

const MINUTE = 60_000
const OFF = {
  state: 'off',
  why: 'Set by your school: no room check on these computers.',
  ruledOut: true,
}
const GREEN_ROOM = observation([], { phase: 'greenRoom' })
const IN_CALL = observation([
  participant('p1', 'Ms Khan', { isSelf: true, role: 'host' }),
  participant('p2', 'Amelia Potter'),
])

/** A computer whose school can change its mind. */
function computer(featuresOff: readonly Feature[] = [], now = T0, journal = memoryJournal()) {
  const managed: { featuresOff: readonly Feature[] } = { featuresOff }
  const stage = deskAt(now, journal, undefined, managed)
  const meeting = meetingTab(stage.desk)
  const set = (features: readonly Feature[]) => {
    managed.featuresOff = features
    return stage.desk.managedChanged()
  }
  return { ...stage, meeting, set }
}

describe('the list of what a school switches off', () => {
  it('holds as far as it is known, each once, and the rest is said', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const listed = ['backup', 'teleport', 'roomCheck', 7, 'backup']
    expect(managedOf({ featuresOff: listed })).toEqual({
      featuresOff: ['roomCheck', 'backup'],
      unusable: ['featuresOff: teleport', 'featuresOff: number'],
    })
    expect(warn).toHaveBeenCalledOnce()
  })
  it('is left out by itself where it is none', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    expect(managedOf({ featuresOff: 'backup', retentionDays: 180 })).toEqual({
      retentionDays: 180,
      unusable: ['featuresOff'],
    })
    expect(warn).toHaveBeenCalledOnce()
  })
  it('says nothing of a list that is fine', () => {
    const warn = vi.spyOn(console, 'warn')
    expect(managedOf({ featuresOff: ['selectorPackFiles'] })).toEqual({
      featuresOff: ['selectorPackFiles'],
    })
    expect(warn).not.toHaveBeenCalled()
  })
  it('is what can’t be changed here, and what was set here stays stored', async () => {
    const school = schoolOf(DEFAULT_SETTINGS, { featuresOff: ['roomCheck', 'backup'] })
    expect(school.setBySchool).toEqual(['roomCheck', 'backup'])
    expect(school.settings.roomCheck).toBe(false)
    expect(schoolOf(DEFAULT_SETTINGS, { featuresOff: [] }).settings).toEqual(DEFAULT_SETTINGS)
    const { desk } = computer(['roomCheck'])
    expect((await desk.fromPage('settings', {})).roomCheck).toBe(true)
  })
})

describe('the room check that the school has switched off', () => {
  // T-32
  it('is off from the green room on, whoever switches it on', async () => {
    const { desk, meeting, journal } = computer(['roomCheck'])
    await meeting.observe(GREEN_ROOM)
    expect(meeting.overlay()?.sampleRooms).toBe(false)
    expect((await nextView(desk)).roomCheck).toEqual(OFF)
    await expect(desk.fromPage('setRoomCheck', { on: true })).rejects.toThrow(OFF.why)
    await meeting.observe(IN_CALL)
    await expect(desk.fromPage('setRoomCheck', { on: true })).rejects.toThrow(OFF.why)
    expect(meeting.overlay()?.sampleRooms).toBe(false)
    const [row] = await journal.live()
    const events = await journal.read(row?.sessionId ?? '')
    expect(events.filter((one) => one.type === 'roomCheck')).toMatchObject([
      { state: 'off', why: 'school' },
    ])
  })
  // T-32
  it('ends at once in a lesson that runs, whose record says so, until she switches it on again', async () => {
    const { desk, meeting, set } = computer()
    await meeting.observe(IN_CALL)
    expect(meeting.overlay()?.sampleRooms).toBe(true)
    await set(['roomCheck'])
    expect(meeting.overlay()?.sampleRooms).toBe(false)
    expect((await nextView(desk)).roomCheck).toEqual(OFF)
    const record = await desk.fromPage('record', { sessionId: `meet:abc-defg-hij:${T0}` })
    expect(record?.roomCheck).toEqual({ state: 'off', why: 'school' })
    await set([])
    expect((await nextView(desk)).roomCheck).toEqual({
      state: 'off',
      why: 'Your school had switched it off.',
    })
    await desk.fromPage('setRoomCheck', { on: true })
    expect(meeting.overlay()?.sampleRooms).toBe(true)
  })
  it('is off in the record also where that came before the call, or while nobody was awake', async () => {
    const before = computer()
    await before.meeting.observe(GREEN_ROOM)
    await before.desk.fromPage('setRoomCheck', { on: true })
    await before.set(['roomCheck'])
    await before.meeting.observe(IN_CALL)
    const sessionId = `meet:abc-defg-hij:${T0}`
    const off = { roomCheck: { state: 'off', why: 'school' } }
    expect(await before.desk.fromPage('record', { sessionId })).toMatchObject(off)

    const first = computer()
    await first.meeting.observe(IN_CALL)
    const again = computer(['roomCheck'], T0 + MINUTE, first.journal)
    expect(await again.desk.fromPage('record', { sessionId })).toMatchObject(off)
  })
})

describe('backups that the school has switched off', () => {
  const asked = { passphrase: 'correct horse battery staple', concerns: false }
  // T-32
  it('are not made, whoever asks', async () => {
    const { desk, set } = computer(['backup'])
    await expect(desk.fromPage('backUp', asked)).rejects.toThrow(
      'Set by your school: no backup can be made on these computers.',
    )
    await set([])
    expect(await desk.fromPage('backUp', asked)).toMatchObject({ text: '{}' })
  })
  it('are taken in all the same', async () => {
    const restore = vi.fn(async () => ({ settings: 'kept' }) as Restored)
    const vault = { backUp: () => Promise.reject(new Error('Nothing is backed up.')), restore }
    const managed = { featuresOff: ['backup'] as const }
    const { desk } = deskAt(T0, memoryJournal(), undefined, managed, { vault })
    expect(await desk.fromPage('restore', { passphrase: 'x', text: '{}' })).toEqual({
      settings: 'kept',
    })
  })
})
