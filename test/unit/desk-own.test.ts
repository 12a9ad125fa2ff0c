import { describe, expect, it } from 'vitest'
import type { Observation } from '../../lib/meeting/index.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import type { Pack } from '../../lib/protocol/types.ts'
import type { SessionState } from '../../lib/session/index.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import { roomsAreLookedAt } from '../../lib/views/roomCheck.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { OWN_PREVIEW } from '../../lib/vision/preview.ts'
import type { RoomReading } from '../../lib/vision/types.ts'
import type { Restored, Vault } from '../../lib/backup/types.ts'
import { deskAt, meetingTab, nextView } from '../support/desk.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { memoryLooks } from '../support/memoryLooks.ts'
import { observation, participant } from '../support/observe.ts'
import { gridOf, readingOf } from '../support/rooms.ts'

const GREEN_ROOM: Observation = observation([], { phase: 'greenRoom' })
const PLAIN = readingOf('plain', 0.96)
const BEDROOM = readingOf('bedroom', 0.97)
const IN_CALL = observation([
  participant('p1', 'Ms Khan', { isSelf: true, role: 'host' }),
  participant('p2', 'Amelia Potter'),
])

function own(view: PanelView): { phase: string; is: string; text: string } {
  for (const { phase, items } of view.checklist) {
    const item = items.find((one) => one.clause.id === 'CW-8')
    if (item === undefined) continue
    const { state } = item
    return { phase, is: state.is, text: 'what' in state ? state.what : '' }
  }
  throw new Error('CW-8 is not on the checklist')
}

async function greenRoom() {
  const setting = deskAt()
  const meeting = meetingTab(setting.desk)
  await meeting.observe(GREEN_ROOM)
  const read = async (reading: RoomReading, change: { id?: string; isSelf?: boolean } = {}) => {
    for (let i = 0; i < 6; i += 1) {
      setting.clock.now += 1000
      await setting.desk.roomReading({
        tabId: 1,
        participantId: change.id ?? OWN_PREVIEW,
        isSelf: change.isSelf ?? true,
        reading,
      })
    }
  }
  return { ...setting, meeting, read }
}

describe('the teacher’s own background', () => {
  it('is looked at in the green room, the only picture there', async () => {
    const { meeting } = await greenRoom()
    expect(meeting.overlay()).toMatchObject({ sampleRooms: true, attention: [OWN_PREVIEW] })
    expect(meeting.overlay()?.badges).toEqual([])
  })

  it('answers its line of the checklist by reading, before the call', async () => {
    const { desk, read } = await greenRoom()
    expect(own(await nextView(desk))).toMatchObject({ phase: 'before', is: 'blind' })
    await read(PLAIN)
    expect(own(await nextView(desk))).toMatchObject({ phase: 'before', is: 'seen' })
    expect(own(await nextView(desk)).text).toContain('plain')
    await read(readingOf('bedroom', 0.97, 2))
    const said = own(await nextView(desk))
    expect(said.is).toBe('problem')
    expect(said.text).toMatch(/may look like a bedroom/)
    await read(readingOf('common', 0.96, 3))
    expect(own(await nextView(desk))).toMatchObject({ is: 'waiting' })
  })

  it('says beside the tick for dress and manner what was read', async () => {
    const { desk, read } = await greenRoom()
    await read(PLAIN)
    const items = (await nextView(desk)).checklist.flatMap((group) => group.items)
    expect(items.find((one) => one.clause.id === 'EG-17')?.state).toMatchObject({
      is: 'waiting',
      what: expect.stringMatching(/plain.*dress and manner/),
    })
  })

  it('is never recorded, prompts nothing, and makes nobody a person of the lesson', async () => {
    const { desk, journal, meeting, read } = await greenRoom()
    await read(BEDROOM)
    const view = await nextView(desk)
    expect([view.people, view.prompts, view.log]).toEqual([[], [], []])
    expect(await journal.live()).toEqual([])
    await meeting.observe(IN_CALL)
    const [row] = await journal.live()
    const events = await journal.read(row?.sessionId ?? '')
    expect(events.filter((event) => event.type === 'room')).toEqual([])
    expect(JSON.stringify(events)).not.toContain(OWN_PREVIEW)
  })

  it('takes no reading of anybody else before the call', async () => {
    const { desk, read } = await greenRoom()
    const before = own(await nextView(desk))
    await read(BEDROOM, { id: 'p2', isSelf: false })
    expect(own(await nextView(desk))).toEqual(before)
  })

  it('stays answered into the call, and follows the picture there', async () => {
    const { desk, meeting, read } = await greenRoom()
    await read(PLAIN)
    await meeting.observe(IN_CALL)
    expect(own(await nextView(desk))).toMatchObject({ phase: 'during', is: 'seen' })
    await read({ ...BEDROOM, scene: gridOf(9) }, { id: 'p1' })
    expect(own(await nextView(desk)).is).toBe('problem')
  })

  it('does not take a pupil’s room for the teacher’s, whatever the page claims', async () => {
    const { desk, meeting, read } = await greenRoom()
    await read(PLAIN)
    await meeting.observe(IN_CALL)
    await read({ ...BEDROOM, scene: gridOf(9) }, { id: 'p2', isSelf: true })
    expect(own(await nextView(desk)).is).toBe('seen')
  })

  it('forgets what it saw when the camera goes off', async () => {
    const { desk, meeting, read } = await greenRoom()
    await read(PLAIN)
    await meeting.observe({ ...GREEN_ROOM, self: { ...GREEN_ROOM.self, camera: 'off' } })
    expect(own(await nextView(desk)).is).toBe('blind')
  })
})

describe('the room check is switched off', () => {
  it('by the teacher in the green room, with one message, and stays off in the call', async () => {
    const { desk, meeting, journal } = await greenRoom()
    await desk.fromPage('setRoomCheck', { on: false })
    expect(meeting.overlay()?.sampleRooms).toBe(false)
    await meeting.observe(IN_CALL)
    expect(meeting.overlay()?.sampleRooms).toBe(false)
    const [row] = await journal.live()
    const events = await journal.read(row?.sessionId ?? '')
    expect(events.filter((event) => event.type === 'roomCheck')).toMatchObject([
      { state: 'off', why: 'teacher' },
    ])
  })

  it('by the teacher in the call', async () => {
    const { desk, meeting } = await greenRoom()
    await meeting.observe(IN_CALL)
    expect(meeting.overlay()?.sampleRooms).toBe(true)
    await desk.fromPage('setRoomCheck', { on: false })
    expect(meeting.overlay()?.sampleRooms).toBe(false)
    await desk.fromPage('setRoomCheck', { on: true })
    expect(meeting.overlay()?.sampleRooms).toBe(true)
  })

  it('by the school’s settings, also in the middle of a lesson', async () => {
    const { desk, meeting } = await greenRoom()
    await meeting.observe(IN_CALL)
    await desk.fromPage('saveSettings', { ...DEFAULT_SETTINGS, roomCheck: false })
    expect(meeting.overlay()?.sampleRooms).toBe(false)
  })

  it('by the settings of a backup, also in the middle of a lesson, which is locked by its rules too', async () => {
    const ownPack = { ...packById('combined'), id: 'own', lockAfterMinutes: 9 }
    const vault: Vault = {
      backUp: () => Promise.reject(new Error('Nothing is backed up here.')),
      restore: async () => {
        setting.store({ ...DEFAULT_SETTINGS, packId: 'own', ownPack, roomCheck: false })
        return {} as Restored
      },
    }
    const setting = deskAt(undefined, memoryJournal(), memoryLooks(), {}, { vault })
    const { desk } = setting
    const meeting = meetingTab(desk)
    await meeting.observe(IN_CALL)
    const before = (await nextView(desk)).lock.dueAt ?? 0
    expect(meeting.overlay()?.sampleRooms).toBe(true)
    await desk.fromPage('restore', { passphrase: '', text: '' })
    expect(meeting.overlay()?.sampleRooms).toBe(false)
    expect((await nextView(desk)).lock.dueAt).toBe(before + 4 * 60_000)
  })

  it('by the school’s settings, before a lesson', async () => {
    const { desk, meeting } = await greenRoom()
    await desk.fromPage('saveSettings', { ...DEFAULT_SETTINGS, roomCheck: false })
    expect(meeting.overlay()?.sampleRooms).toBe(false)
    await meeting.observe(IN_CALL)
    expect(meeting.overlay()?.sampleRooms).toBe(false)
  })

  it('by the school or its rules, whatever the lesson says', () => {
    const state = { roomCheck: { state: 'on', why: 'teacher' } } as SessionState
    const pack = packById('combined')
    const setBySchool = ['schoolName', 'backup'] as const
    const from = { state, pack, setBySchool }
    expect(roomsAreLookedAt(from)).toBe(true)
    expect(roomsAreLookedAt({ ...from, pack: { ...pack, roomCheck: false } })).toBe(false)
    expect(roomsAreLookedAt({ ...from, setBySchool: ['roomCheck'] })).toBe(false)
    expect(roomsAreLookedAt({ ...from, state: undefined })).toBe(false)
  })

  describe('by rules that have none', () => {
    const OFF = { state: 'off', why: 'Your school’s rules have no room check.', ruledOut: true }
    const without: Pack = { ...packById('combined'), id: 'own', roomCheck: false }
    const settings = { ...DEFAULT_SETTINGS, ownPack: without }

    it('which the panel says, whoever switches it on, before a lesson and in it', async () => {
      const { desk, meeting } = await greenRoom()
      await desk.fromPage('saveSettings', { ...settings, packId: 'own' })
      expect((await nextView(desk)).roomCheck).toEqual(OFF)
      await expect(desk.fromPage('setRoomCheck', { on: true })).rejects.toThrow(OFF.why)
      await meeting.observe(IN_CALL)
      await expect(desk.fromPage('setRoomCheck', { on: true })).rejects.toThrow(OFF.why)
      expect((await nextView(desk)).roomCheck).toEqual(OFF)
      expect(meeting.overlay()?.sampleRooms).toBe(false)
    })

    it('also where they are chosen in the middle of a lesson, and not for longer', async () => {
      const { desk, meeting } = await greenRoom()
      await desk.fromPage('saveSettings', settings)
      await meeting.observe(IN_CALL)
      expect((await nextView(desk)).roomCheck).toEqual({ state: 'on', why: 'On.' })
      await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'own' })
      expect((await nextView(desk)).roomCheck).toEqual(OFF)
      expect(meeting.overlay()?.sampleRooms).toBe(false)
      await desk.fromPage('setRoomCheck', { on: false })
      await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
      expect((await nextView(desk)).roomCheck).toEqual({
        state: 'off',
        why: 'You switched it off.',
      })
    })
  })

  describe('by the rules that were chosen for the lesson being prepared', () => {
    const without: Pack = { ...packById('combined'), id: 'own', roomCheck: false }
    const prepared = async (usual: string, chosen: string) => {
      const stage = await greenRoom()
      await stage.desk.fromPage('saveSettings', {
        ...DEFAULT_SETTINGS,
        ownPack: without,
        packId: usual,
      })
      await stage.desk.fromPage('chooseClass', { registerId: 'year4', packId: chosen })
      return stage
    }
    it('rooms are looked at where only the usual rules have no check', async () => {
      const { desk, meeting } = await prepared('own', 'combined')
      expect((await nextView(desk)).roomCheck).toEqual({ state: 'on', why: 'On.' })
      expect(meeting.overlay()?.sampleRooms).toBe(true)
      await meeting.observe(IN_CALL)
      expect((await nextView(desk)).roomCheck).toEqual({ state: 'on', why: 'On.' })
      expect(meeting.overlay()?.sampleRooms).toBe(true)
    })
    it('and the journal claims no check where only the chosen rules have none', async () => {
      const { desk, meeting, journal } = await prepared('combined', 'own')
      await meeting.observe(IN_CALL)
      const sessionId = (await nextView(desk)).session?.sessionId ?? ''
      const said = (await journal.read(sessionId)).filter((one) => one.type === 'roomCheck')
      expect(said).toMatchObject([{ state: 'off' }])
    })
    it('those of the lesson before count for nothing', async () => {
      const { desk, meeting, clock } = await prepared('combined', 'own')
      await meeting.observe(IN_CALL)
      await desk.fromPage('endSession', {})
      clock.now += 600_000
      await meeting.observe({ ...GREEN_ROOM, code: 'nex-tles-son' })
      expect((await nextView(desk)).roomCheck).toEqual({ state: 'on', why: 'On.' })
    })
  })

  it('where it can not run, in the green room as in the call', async () => {
    const { desk, meeting } = await greenRoom()
    await desk.roomCheckFailed('noSimd')
    expect(meeting.overlay()?.sampleRooms).toBe(false)
    const view = await nextView(desk)
    expect(view.banners.find((one) => one.id === 'rooms')?.text).toMatch(
      /Chrome can’t run its model/,
    )
    expect(own(view).is).toBe('blind')
    await meeting.observe(IN_CALL)
    expect(meeting.overlay()?.sampleRooms).toBe(false)
  })
})
