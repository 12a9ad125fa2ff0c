import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HealthTopic } from '../../lib/meeting/index.ts'
import { checklistByPhase, CLAUSE_PHASES } from '../../lib/protocol/evaluate.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import type { CheckState } from '../../lib/protocol/types.ts'
import {
  CLOSED,
  LessonTale,
  MINUTE,
  OPEN,
  SECOND,
  TEN,
  YEAR_4,
} from '../vectors/lessons/builder.ts'

function check(tale: LessonTale, id: string): CheckState {
  const item = tale.evaluate().checklist.find((one) => one.clause.id === id)
  if (item === undefined) throw new Error(`${id} is not on the checklist`)
  return item.state
}
const text = (state: CheckState): string =>
  'what' in state ? state.what : 'note' in state ? state.note : ''

/** Everybody who may be here is here, with camera on and a fine room. */
function good(): LessonTale {
  return new LessonTale()
    .prepared()
    .at(-3)
    .arrives('lee', 'Tom Lee')
    .arrives('amelia', 'Amelia Potter')
    .arrives('dev', 'Mrs Shah')
    .room('amelia', 'fine')
    .room('dev', 'fine')
    .at(1)
}

describe('the checklist', () => {
  it('has the clauses of the pack, in the order of the phases', () => {
    const { checklist } = good().evaluate()
    expect(checklist.map((one) => one.clause.id).sort()).toEqual(
      [...packById('combined').clauses].sort(),
    )
    const places = checklist.map((one) => CLAUSE_PHASES.indexOf(one.clause.phase))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(
      checklistByPhase(good().pack('crossways').evaluate().checklist).flatMap(
        (group) => group.items,
      ),
    ).toHaveLength(16)
  })

  it('lets a person tick what only a person can tell', () => {
    const tale = good()
    expect(check(tale, 'EG-9')).toEqual({ is: 'todo' })
    expect(check(tale.ticks('EG-9', 'said it'), 'EG-9')).toEqual({
      is: 'confirmed',
      at: TEN + MINUTE,
      note: 'said it',
      by: 'Ms Sara Khan',
    })
    expect(check(good(), 'EG-12')).toEqual({ is: 'info' })
  })

  it('takes no tick without the words that it needs', () => {
    const one = () => good().add({ type: 'oneToOne', on: true })
    expect(check(one().ticks('EG-36'), 'EG-36')).toEqual({ is: 'todo' })
    expect(check(one().ticks('EG-36', 'Mrs Shah, 18 Nov; Mr Osei, 19 Nov'), 'EG-36').is).toBe(
      'confirmed',
    )
    expect(check(good().leaves('lee').ticks('EG-5', ' '), 'EG-5').is).toBe('problem')
    expect(check(good().leaves('lee').ticks('EG-5', 'Mr Lee is ill'), 'EG-5').is).toBe('confirmed')
    const items = good().evaluate().checklist
    expect(items.filter((one) => one.needs === 'reason').map((one) => one.clause.id)).toEqual([
      'EG-5',
      'EG-20',
      'CW-6',
    ])
  })

  it('lets a step not apply, with a reason, but never against what is seen', () => {
    const na = (id: string, note: string) =>
      good().add({ type: 'ticked', clause: id, on: true, note, as: 'notApplicable' })
    expect(check(na('EG-23', 'The link is in the school’s own app'), 'EG-23')).toEqual({
      is: 'notApplicable',
      why: 'The link is in the school’s own app',
      at: TEN + MINUTE,
      by: 'Ms Sara Khan',
    })
    expect(check(na('EG-23', ''), 'EG-23')).toEqual({ is: 'todo' })
    expect(check(na('EG-5', 'x').leaves('lee'), 'EG-5').is).toBe('problem')
    expect(check(na('CW-9', 'x'), 'CW-9').is).toBe('seen')
  })

  it('sees what is read: names, staff, hours, consent, chat, presenting, arrivals', () => {
    for (const id of [
      'CW-3',
      'CW-4',
      'CW-16',
      'EG-5',
      'EG-13',
      'EG-14',
      'EG-15',
      'EG-20',
      'EG-22',
      'EG-27',
      'EG-31',
      'EG-40',
      'CW-9',
      'EG-34',
    ]) {
      expect({ id, ...check(good(), id) }).toMatchObject({ id, is: 'seen' })
    }
  })
})

describe('never a false all-clear', () => {
  const by: Readonly<Partial<Record<HealthTopic, readonly string[]>>> = {
    people: ['CW-1', 'CW-4', 'EG-13', 'EG-22', 'EG-31', 'EG-27'],
    chat: ['EG-14'],
    cameras: ['EG-27'],
  }
  for (const [topic, ids] of Object.entries(by)) {
    for (const level of ['partial', 'blind'] as const) {
      if (topic === 'cameras' && level === 'partial') continue
      it.each(ids)(`%s is not good while ${topic} is ${level}`, (id) => {
        const tale = good()
          .ticks('CW-1')
          .health(topic as HealthTopic, { level, why: 'panelClosed' })
        expect(check(tale, id).is).toBe('blind')
        expect(text(check(tale, id))).toMatch(/see/)
        expect(check(tale.ends(), id).is).not.toBe('seen')
      })
    }
  }
  it('is blind about a lesson of which nothing was ever read', () => {
    const tale = new LessonTale()
      .add({
        type: 'classChosen',
        registerId: 'y4',
        className: 'Y',
        packId: 'combined',
        packVersion: '1',
      })
      .after(MINUTE)
    const good_ = tale
      .evaluate()
      .checklist.filter((one) => one.state.is === 'seen')
      .map((one) => one.clause.id)
    expect(good_.sort()).toEqual(['EG-20', 'EG-40'])
  })
  it('shows problems also from a partial list', () => {
    const tale = good()
      .arrives('x', 'Gary')
      .health('people', { level: 'partial', why: 'panelClosed' })
    expect(check(tale, 'CW-4')).toMatchObject({ is: 'problem', about: ['x'] })
    expect(check(tale, 'CW-1')).toMatchObject({ is: 'problem', about: ['x'] })
  })
  it('sees enough staff in a partial list, but never too few', () => {
    const partial = { level: 'partial', why: 'panelClosed' } as const
    expect(check(good().health('people', partial), 'EG-5').is).toBe('seen')
    expect(check(good().leaves('lee').health('people', partial), 'EG-5').is).toBe('blind')
    expect(check(good().leaves('lee'), 'EG-5')).toMatchObject({ is: 'problem' })
  })
  it('never says "seen" when any reading is blind and nobody came (any order of readings)', () => {
    const topics = fc.constantFrom<HealthTopic>('people', 'lobby', 'cameras', 'chat', 'lock')
    fc.assert(
      fc.property(fc.array(topics, { maxLength: 4 }), (done) => {
        const tale = new LessonTale().add({
          type: 'classChosen',
          registerId: 'y4',
          className: 'Y',
          packId: 'combined',
          packVersion: '1',
        })
        for (const topic of done) tale.health(topic, { level: 'complete' })
        if (done.includes('people') && done.includes('chat')) return
        const bad = tale
          .evaluate()
          .checklist.filter(
            (one) =>
              one.state.is === 'seen' && ['CW-1', 'CW-4', 'EG-13', 'EG-22'].includes(one.clause.id),
          )
        expect(bad).toEqual([])
      }),
    )
  })
})

describe('single clauses', () => {
  it('CW-1 needs the tick and clean doors', () => {
    expect(check(good(), 'CW-1')).toEqual({ is: 'todo' })
    expect(check(good().ticks('CW-1'), 'CW-1').is).toBe('confirmed')
    expect(check(good().ticks('CW-1').knocks('k', 'Gary'), 'CW-1')).toMatchObject({
      is: 'problem',
      about: ['k'],
    })
    expect(check(new LessonTale().register(undefined).ticks('CW-1'), 'CW-1').is).not.toBe('seen')
  })
  it('CW-2 and EG-25 read the access badge', () => {
    expect(check(good(), 'CW-2').is).toBe('problem')
    expect(check(good().access({ ...CLOSED, askToJoin: 'on' }), 'CW-2').is).toBe('seen')
    const unknown = {
      state: 'unknown',
      askToJoin: 'unknown',
      seenAt: 'nowhere',
      label: '',
    } as const
    expect(check(good().access(unknown), 'CW-2').is).toBe('blind')
    expect(check(good().access(unknown).ticks('CW-2'), 'CW-2').is).toBe('confirmed')
    expect(check(good().access(OPEN).ticks('CW-2'), 'CW-2').is).toBe('problem')
  })
  it('CW-3 counts the knock as the arrival, and tells early, on time and late', () => {
    const tale = new LessonTale()
      .prepared()
      .at(-6)
      .knocks('k1', 'Amelia Potter')
      .at(-4)
      .knocks('k2', 'Dev Shah')
      .at(3)
    tale
      .knockGone('k1', 'Amelia Potter')
      .knockGone('k2', 'Dev Shah')
      .arrives('amelia', 'Amelia Potter')
      .arrives('dev', 'Dev Shah')
      .arrives('ben', 'Ben Okoro')
    expect(check(tale, 'CW-3')).toEqual({
      is: 'problem',
      what: '1 on time, 1 more than 5 minutes early, 1 late: Ben Okoro.',
      about: ['ben'],
    })
  })
  it('EG-5 takes a reason when two staff are not possible', () => {
    const tale = good().leaves('lee')
    expect(check(tale.ticks('EG-5', 'Mr Lee is ill'), 'EG-5')).toMatchObject({
      is: 'confirmed',
      note: 'Mr Lee is ill',
    })
  })
  it('EG-5 counts a co-host who is not on the register', () => {
    const tale = good().leaves('lee').joins('guest', 'Jo Bloggs', { role: 'cohost' })
    expect(check(tale, 'EG-5').is).toBe('seen')
  })
  it('EG-15 tells parents’ and pupils’ names apart', () => {
    expect(text(check(good(), 'EG-15'))).toMatch(
      /1 parent’s or guardian’s name, 1 pupil’s own name/,
    )
    expect(text(check(good().pack('ernesford-grange'), 'EG-15'))).toMatch(
      /Where possible a parent’s account is used: Amelia Potter/,
    )
  })
  it('EG-20 goes by the school’s wall clock in winter and summer', () => {
    // 08:00 UTC is 08:00 in London in November and 09:00 in June.
    const winter = new LessonTale(Date.UTC(2026, 10, 20, 8, 0))
    const summer = new LessonTale(Date.UTC(2026, 5, 19, 8, 0))
    expect(check(winter, 'EG-20')).toMatchObject({ is: 'problem' })
    expect(check(summer, 'EG-20').is).toBe('seen')
    expect(text(check(new LessonTale(Date.UTC(2026, 10, 21, 10, 0)), 'EG-20'))).toMatch(
      /day without school/,
    )
  })
  it('EG-20 sees a lesson that runs on after school', () => {
    const tale = new LessonTale(Date.UTC(2026, 10, 20, 15, 0)).after(29 * MINUTE)
    expect(check(tale, 'EG-20').is).toBe('seen')
    expect(check(tale.after(5 * MINUTE), 'EG-20').is).toBe('problem')
    expect(check(tale.ends().after(600 * MINUTE), 'EG-20')).toMatchObject({
      what: 'Outside school hours (08:30–15:30): ended at 15:34.',
    })
  })
  it('EG-21 goes by everybody’s permission', () => {
    const rec = { type: 'notice', what: 'recording', state: 'yes' } as const
    expect(check(good(), 'EG-21').is).toBe('blind')
    expect(check(good().add(rec), 'EG-21').is).toBe('seen')
    expect(check(good().add(rec).arrives('ben', 'Ben Okoro'), 'EG-21')).toMatchObject({
      is: 'problem',
      about: ['ben'],
    })
    expect(check(good().add(rec).arrives('x', 'Gary'), 'EG-21')).toMatchObject({ is: 'problem' })
  })
  it('EG-22 is not good while anybody is unclear or unrecorded', () => {
    expect(check(good().arrives('z', 'Zofia Kowalska'), 'EG-22')).toMatchObject({
      is: 'problem',
      about: ['z'],
    })
    expect(check(good().arrives('x', 'iPad (2)'), 'EG-22').is).toBe('blind')
    const unknown = {
      ...YEAR_4,
      pupils: YEAR_4.pupils.map((one) => ({ ...one, consentVideo: 'unknown' as const })),
    }
    expect(check(good().register(unknown), 'EG-22').is).toBe('blind')
  })
  it('EG-24 tells waiting, problem, seen, reopened and unseen apart', () => {
    expect(check(good(), 'EG-24')).toEqual({ is: 'waiting', what: 'To be locked at 10:05.' })
    expect(check(good().at(6), 'EG-24').is).toBe('problem')
    expect(check(good().at(6).ticks('EG-24'), 'EG-24').is).toBe('problem')
    expect(check(good().at(5).access(CLOSED), 'EG-24')).toMatchObject({
      is: 'seen',
      at: TEN + 5 * MINUTE,
    })
    expect(check(good().at(5).access(CLOSED).at(9).access(OPEN), 'EG-24')).toMatchObject({
      is: 'problem',
    })
    const lost = good()
      .at(5)
      .access({ state: 'unknown', askToJoin: 'unknown', seenAt: 'nowhere', label: '' })
    expect(check(lost, 'EG-24').is).toBe('blind')
    expect(check(lost.ticks('EG-24', 'locked on the laptop'), 'EG-24').is).toBe('confirmed')
  })
  it('EG-27 leaves out cameras that staff asked to be off', () => {
    const tale = good()
      .room('amelia', 'bedroom')
      .after(SECOND)
      .prompts()
      .answers('room', 'cameraOff')
      .camera('amelia', 'off')
      .after(10 * MINUTE)
    expect(check(tale, 'EG-27')).toMatchObject({
      is: 'seen',
      what: '1 camera on; off because staff asked: Amelia Potter.',
    })
    expect(check(good().camera('amelia', 'off').after(MINUTE), 'EG-27')).toMatchObject({
      is: 'problem',
      about: ['amelia'],
    })
    expect(check(good().pack('combined', { cameraRule: 'staffChoice' }), 'EG-27')).toEqual({
      is: 'notApplicable',
      why: 'In your school staff choose about cameras.',
    })
  })
  it('CW-5, CW-6 and EG-28 follow the adult ticks', () => {
    const tale = good()
    expect(text(check(tale, 'EG-28'))).toBe(
      'No adult seen yet with Amelia Potter, Mrs Shah (Mrs Shah).'.replace(', Mrs', ' and Mrs'),
    )
    expect(check(tale.at(6), 'CW-6')).toMatchObject({ is: 'problem' })
    tale.add(
      { type: 'adultSeen', id: 'amelia', seen: true },
      { type: 'adultSeen', id: 'dev', seen: true },
    )
    expect(check(tale, 'CW-5')).toMatchObject({ is: 'confirmed' })
    expect(check(tale, 'CW-6').is).toBe('notApplicable')
  })
  it('CW-9 says how many rooms were judged', () => {
    expect(check(good(), 'CW-9')).toMatchObject({
      is: 'seen',
      what: '2 rooms looked at, no bedroom or bathroom.',
    })
    expect(check(good().arrives('ben', 'Ben Okoro'), 'CW-9')).toMatchObject({ is: 'blind' })
    expect(check(good().room('dev', 'bedroom'), 'CW-9')).toMatchObject({
      is: 'problem',
      about: ['dev'],
    })
    expect(
      check(good().add({ type: 'roomCheck', state: 'failed', why: 'modelMissing' }), 'CW-9').is,
    ).toBe('blind')
  })
  it('CW-13 is open until the call is ended and the DSL told', () => {
    const tale = good().add({ type: 'emergency', step: 'opened', note: '' })
    expect(text(check(tale, 'CW-13'))).toMatch(/not noted as ended.*not noted as informed/)
    tale.add(
      { type: 'emergency', step: 'endedForAll', note: '' },
      { type: 'emergency', step: 'dslTold', note: '' },
    )
    expect(check(tale, 'CW-13').is).toBe('confirmed')
    expect(check(good(), 'CW-13').is).toBe('notApplicable')
  })
  it('CW-16 and the one-to-one clauses', () => {
    expect(text(check(good(), 'CW-16'))).toBe('A group: 2 pupils, 2 members of staff.')
    expect(check(good(), 'EG-36').is).toBe('notApplicable')
    expect(check(good().add({ type: 'oneToOne', on: true }), 'EG-36').is).toBe('todo')
    const single = { ...YEAR_4, pupils: YEAR_4.pupils.slice(0, 1) }
    const one = () =>
      new LessonTale().register(single).prepared().at(1).arrives('amelia', 'Amelia Potter')
    expect(check(one(), 'EG-36').is).toBe('todo')
    expect(check(one(), 'EG-37')).toMatchObject({ is: 'problem' })
    expect(check(one(), 'CW-16')).toMatchObject({ is: 'problem', about: ['amelia'] })
    expect(check(one().arrives('lee', 'Tom Lee'), 'EG-37').is).toBe('seen')
  })
  it('EG-40 has the length, the time and the date', () => {
    expect(check(good().at(47).ends(), 'EG-40')).toMatchObject({
      is: 'seen',
      what: '2026-11-20, 09:55 to 10:47, 52 min.',
    })
    expect(text(check(good().at(47).ends('interrupted'), 'EG-40'))).toMatch(/interrupted/)
  })
})
