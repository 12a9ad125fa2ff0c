import { describe, expect, it } from 'vitest'
import type { Command, Outcome } from '../../lib/meeting/index.ts'
import type { PersonState } from '../../lib/session/index.ts'
import { deskAt, meetingTab, nextView } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'
import { LessonTale, MINUTE, SECOND, TEN } from '../vectors/lessons/builder.ts'

const NAMES = { amelia: 'Amelia Potter', dev: 'Dev Shah', ben: 'Ben Okoro' } as const

/** Three children with their adults and cameras, and a colleague who may turn the site's switches, too. */
function lesson(): LessonTale {
  const tale = new LessonTale().prepared().at(-3).arrives('lee', 'Tom Lee', { role: 'cohost' })
  for (const [id, name] of Object.entries(NAMES))
    tale.arrives(id, name).add({ type: 'adultSeen', id, seen: true })
  return tale.at(10)
}

const done: Outcome = { result: 'done', steps: [] }
function commands(tale: LessonTale, command: Command, outcome = done): LessonTale {
  return tale.add({ type: 'command', command, outcome })
}
const allOff = { kind: 'camerasOffForAll' } as const
const allOn = { kind: 'camerasOnForAll' } as const
const devOff = { kind: 'cameraOff', id: 'dev', name: 'Dev Shah' } as const

const person = (tale: LessonTale, id: string): PersonState => {
  const found = tale.state().people.find((one) => one.id === id)
  if (found === undefined) throw new Error(`${id} was never here`)
  return found
}
const asked = (tale: LessonTale) =>
  tale.evaluate().findings.find(({ kind }) => kind === 'cameraOff')
const clause = (tale: LessonTale) =>
  tale.evaluate().checklist.find((one) => one.clause.id === 'EG-27')?.state
const minutes = (tale: LessonTale, name: string) => {
  const row = tale.record().people.find((one) => one.name === name)
  return { off: row?.minutesCameraOff, byStaff: row?.minutesCameraOffByStaff }
}
const switchOff = (tale: LessonTale) => {
  for (const id of Object.keys(NAMES)) tale.camera(id, 'off')
  return tale
}

describe('"All cameras off" from the panel', () => {
  it('makes nobody’s off camera a fault, and counts as asked for by staff', () => {
    const tale = switchOff(commands(lesson(), allOff).after(SECOND)).after(5 * MINUTE)
    expect(asked(tale)).toBeUndefined()
    expect(clause(tale)).toMatchObject({ is: 'seen' })
    expect(minutes(tale, 'Dev Shah')).toEqual({ off: 5, byStaff: 5 })
  })
  it('also where the pictures were read as gone before it was known to be done', () => {
    const tale = commands(switchOff(lesson()).after(4 * SECOND), allOff).after(5 * MINUTE)
    expect(asked(tale)).toBeUndefined()
    expect(minutes(tale, 'Dev Shah')).toEqual({ off: 5, byStaff: 5 })
  })
  it('is not about staff who may turn the switch themselves, nor about herself', () => {
    const tale = commands(lesson(), allOff)
    expect(person(tale, 'lee').cameraOffByStaffAt).toBeUndefined()
    expect(person(tale, 'self').cameraOffByStaffAt).toBeUndefined()
    expect(person(tale, 'dev').cameraOffByStaffAt).toBe(tale.now)
  })
  it('means nothing where it was not seen to be done', () => {
    const guided: Outcome = { result: 'guided', steps: [] }
    const tale = switchOff(commands(lesson(), allOff, guided)).after(MINUTE)
    expect(asked(tale)?.about).toEqual(['amelia', 'ben', 'dev'])
  })
  it('is over with "Allow cameras again", and then there is time to switch on', () => {
    const tale = switchOff(commands(lesson(), allOff).after(SECOND)).after(5 * MINUTE)
    commands(tale, allOn).after(10 * SECOND)
    expect(asked(tale)).toBeUndefined()
    expect(clause(tale)).toMatchObject({ is: 'waiting' })
    tale.camera('dev', 'on').after(MINUTE)
    expect(asked(tale)?.about).toEqual(['amelia', 'ben'])
    expect(minutes(tale, 'Amelia Potter')).toEqual({ off: 6, byStaff: 5 })
  })
})

describe('somebody who comes in while all cameras are off', () => {
  /** Ben is not here yet, and cameras have been off for five minutes. */
  const ordered = (outcome = done) => {
    const tale = lesson().leaves('ben')
    return switchOff(commands(tale, allOff, outcome).after(SECOND)).after(5 * MINUTE)
  }
  const comes = (tale: LessonTale) =>
    tale
      .joins('late', 'Ben Okoro')
      .camera('late', 'off')
      .add({ type: 'adultSeen', id: 'late', seen: true })
  const later = (tale: LessonTale) => asked(comes(tale).after(5 * MINUTE))?.about

  it('is not asked for the camera, and the record says by whose wish it is off', () => {
    const tale = comes(ordered()).after(5 * MINUTE)
    expect(asked(tale)).toBeUndefined()
    expect(clause(tale)).toMatchObject({ is: 'seen', what: expect.stringContaining('Ben Okoro') })
    expect(minutes(tale, 'Ben Okoro')).toEqual({ off: 5, byStaff: 5 })
  })
  it('nor is whoever comes back', () => {
    const tale = ordered().leaves('dev').after(MINUTE).joins('dev', 'Dev Shah').camera('dev', 'off')
    expect(asked(tale.after(5 * MINUTE))).toBeUndefined()
    expect(minutes(tale, 'Dev Shah')).toEqual({ off: 10, byStaff: 10 })
  })
  it('has time to switch on once cameras are allowed again, and then is asked', () => {
    const tale = comes(ordered()).after(MINUTE)
    commands(tale, allOn).after(10 * SECOND)
    expect(asked(tale)).toBeUndefined()
    expect(asked(tale.after(MINUTE))?.about).toContain('late')
  })
  it('is asked where cameras were allowed before, or nothing was seen to be done', () => {
    expect(later(commands(ordered(), allOn).after(SECOND))).toContain('late')
    expect(later(ordered({ result: 'guided', steps: [] }))).toContain('late')
  })
  it('is asked where a camera went on since: the site holds them off no longer', () => {
    expect(later(ordered().camera('dev', 'on').after(MINUTE))).toEqual(['late'])
  })
  it('is not where only one was allowed, only staff’s went on, or a picture was read late', () => {
    const alone = commands(ordered(), { ...devOff, kind: 'allowCamera' }).camera('dev', 'on')
    expect(later(alone)).toBeUndefined()
    const staff = ordered().camera('lee', 'off').camera('lee', 'on').camera('self', 'off')
    expect(later(staff.camera('self', 'on'))).toBeUndefined()
    const late = commands(lesson().leaves('ben').camera('dev', 'off'), allOff).after(2 * SECOND)
    expect(later(switchOff(late.camera('dev', 'on').after(SECOND)))).toBeUndefined()
  })
  it('is excused as little as before from a camera that was on and went off', () => {
    const tale = comes(ordered()).after(MINUTE).camera('late', 'on').after(MINUTE)
    expect(asked(tale.camera('late', 'off').after(MINUTE))?.about).toEqual(['late'])
  })
})

describe('"Camera off" for one', () => {
  it('excuses this child only, until the camera may be on again', () => {
    const tale = commands(lesson(), devOff).after(SECOND).camera('dev', 'off').camera('ben', 'off')
    tale.after(5 * MINUTE)
    expect(asked(tale)?.about).toEqual(['ben'])
    expect(minutes(tale, 'Dev Shah')).toEqual({ off: 5, byStaff: 5 })
    commands(tale, { ...devOff, kind: 'allowCamera' }).after(MINUTE)
    expect(asked(tale)?.about).toEqual(['ben', 'dev'])
  })
  it('is forgotten with the camera on again', () => {
    const tale = commands(lesson(), devOff).camera('dev', 'off').after(MINUTE).camera('dev', 'on')
    expect(person(tale, 'dev').cameraOffByStaffAt).toBeUndefined()
    expect(asked(tale.after(MINUTE).camera('dev', 'off').after(MINUTE))?.about).toEqual(['dev'])
  })
  it('is not forgotten where the camera was read as on for a moment', () => {
    const tale = commands(lesson(), devOff).camera('dev', 'off').after(MINUTE)
    tale
      .camera('dev', 'on')
      .after(2 * SECOND)
      .camera('dev', 'off')
      .after(3 * MINUTE)
    expect(asked(tale)).toBeUndefined()
    expect(person(tale, 'dev').cameraOffByStaffAt).toBe(tale.now - 4 * MINUTE - 2 * SECOND)
    tale.camera('dev', 'on').after(MINUTE).camera('dev', 'off').after(MINUTE)
    expect(asked(tale)?.about).toEqual(['dev'])
  })
  it('is forgotten for good where staff allowed the camera in that moment', () => {
    const tale = commands(lesson(), devOff).camera('dev', 'off').after(MINUTE).camera('dev', 'on')
    commands(tale.after(SECOND), { ...devOff, kind: 'allowCamera' }).after(2 * SECOND)
    expect(asked(tale.camera('dev', 'off').after(MINUTE))?.about).toEqual(['dev'])
  })
  it('is taken back by asking for the camera', () => {
    const tale = lesson().camera('dev', 'off').after(MINUTE).prompts()
    commands(tale, devOff)
    expect(person(tale, 'dev').cameraOffByStaffAt).toBeDefined()
    tale.answers('cameraOff', 'askCameraOn')
    expect(person(tale, 'dev').cameraOffByStaffAt).toBeUndefined()
  })
})

describe('"Camera off" to a prompt about a room', () => {
  const told = () => lesson().room('dev', 'bedroom').prompts().answers('room', 'cameraOff')

  it('is forgotten when the child moves instead', () => {
    const tale = told().after(MINUTE).room('dev', 'fine')
    expect(person(tale, 'dev').cameraOffByStaffAt).toBeUndefined()
    tale
      .after(MINUTE)
      .camera('dev', 'off')
      .after(5 * MINUTE)
    expect(asked(tale)?.about).toEqual(['dev'])
    expect(clause(tale)).toMatchObject({ is: 'problem', about: ['dev'] })
    expect(minutes(tale, 'Dev Shah')).toEqual({ off: 5, byStaff: 0 })
  })
  it('is no excuse for a camera that goes off twenty minutes later', () => {
    const tale = told().at(30).camera('dev', 'off').at(35)
    expect(asked(tale)?.about).toEqual(['dev'])
    expect(minutes(tale, 'Dev Shah')).toEqual({ off: 5, byStaff: 0 })
  })
  it('holds where the camera is off and the room was fine before, or a look at it comes late', () => {
    const tale = told()
      .after(2 * SECOND)
      .room('dev', 'fine')
      .camera('dev', 'off')
      .at(15)
    expect(asked(tale)).toBeUndefined()
    expect(clause(tale)).toMatchObject({ is: 'seen' })
  })
  it('holds for a child who takes two minutes for it', () => {
    expect(asked(told().at(12).camera('dev', 'off').at(20))).toBeUndefined()
  })
})

describe('the journal', () => {
  it('of such a lesson says the same each time it is read', () => {
    const tale = switchOff(commands(lesson(), allOff)).after(MINUTE)
    commands(tale, allOn).after(MINUTE).camera('dev', 'on')
    expect(tale.state()).toEqual(tale.state())
    expect(tale.record()).toEqual(tale.record())
  })
})

describe('at the desk', () => {
  it('nobody is named half a minute after all cameras were switched off from the panel', async () => {
    const { desk, clock } = deskAt(TEN)
    const tab = meetingTab(desk)
    const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
    const dev = participant('dev', 'Dev Shah')
    const off = { ...dev, camera: { state: 'off', why: 'videoHidden' } } as const
    await tab.observe(observation([khan, dev]))
    await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
    clock.now += MINUTE
    await tab.observe(observation([khan, dev]))
    await desk.fromPage('perform', { command: allOff })
    for (let i = 0; i < 10; i += 1) {
      clock.now += 10 * SECOND
      await tab.observe(observation([khan, off]))
    }
    const view = await nextView(desk)
    expect(view.people.find(({ participantId }) => participantId === 'dev')?.camera).toBe(
      'offByStaff',
    )
    expect(view.prompts.map(({ kind }) => kind)).not.toContain('cameraOff')
  })
})
