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
  // T-24
  it('sees neither enough staff nor too few in a partial list', () => {
    const partial = { level: 'partial', why: 'panelClosed' } as const
    expect(check(good().health('people', partial), 'EG-5').is).toBe('blind')
    expect(check(good().leaves('lee').health('people', partial), 'EG-5').is).toBe('blind')
    expect(check(good().leaves('lee'), 'EG-5')).toMatchObject({ is: 'problem' })
  })
  describe('of time that was not read', () => {
    const CLOSED_PANEL = { level: 'blind', why: 'panelClosed' } as const
    const COMPLETE = { level: 'complete' } as const
    /** The good lesson, of a page that says so. */
    const calm = () => good().at(-1).add({ type: 'proofOfLife' }).at(1).add({ type: 'proofOfLife' })
    /** As a page that is read says so once a minute. */
    function alive(tale: LessonTale, until: number): LessonTale {
      while (tale.now < TEN + until * MINUTE) tale.after(MINUTE).add({ type: 'proofOfLife' })
      return tale
    }
    function missing(topics: readonly HealthTopic[], from: number, to: number): LessonTale {
      const tale = alive(calm(), from)
      for (const topic of topics) tale.health(topic, CLOSED_PANEL)
      alive(tale, to)
      for (const topic of topics) tale.health(topic, COMPLETE)
      return alive(tale, 45).ends()
    }
    const OF_PEOPLE = ['CW-3', 'CW-4', 'CW-16', 'EG-5', 'EG-13', 'EG-15', 'EG-22', 'EG-31']

    it('is there nothing in a lesson that was read from beginning to end', () => {
      const tale = missing([], 2, 43)
      for (const id of [...OF_PEOPLE, 'EG-14', 'CW-9'])
        expect({ id, ...check(tale, id) }).toMatchObject({ id, is: 'seen' })
    })
    it.each(OF_PEOPLE)('%s says for how long the list was not read', (id) => {
      const state = check(missing(['people', 'chat'], 2, 43), id)
      expect(state.is).toBe('blind')
      expect(text(state)).toMatch(
        /^For 41 of 50 minutes I could not see who was in the call\. What I saw: /,
      )
    })
    it('EG-14 says for how long the chat was not read', () => {
      expect(check(missing(['people', 'chat'], 2, 43), 'EG-14')).toEqual({
        is: 'blind',
        what: 'For 41 of 50 minutes I could not see the chat. What I saw: No personal information seen in the chat.',
      })
      expect(check(missing(['people'], 2, 43), 'EG-14').is).toBe('seen')
    })
    it('EG-14 also where what was flagged was answered', () => {
      const tale = alive(calm(), 5)
        .add({ type: 'chatFlag', lineId: 'l1', sender: 'Dev', kinds: ['phone'], masked: '07•' })
        .prompts()
        .answers('chatFlag', 'seen')
        .health('chat', { level: 'partial', why: 'listShorterThanCount' })
      alive(tale, 15).health('chat', COMPLETE)
      expect(text(check(alive(tale, 45).ends(), 'EG-14'))).toMatch(
        /^For 10 of 50 minutes I could not fully see the chat\. What I saw: 1 chat line/,
      )
    })
    it('CW-1 takes no tick for minutes in which nobody could see who was there or waiting', () => {
      const ticked = (topic: HealthTopic) => missing([topic], 10, 20).ticks('CW-1')
      expect(check(missing([], 10, 20).ticks('CW-1'), 'CW-1').is).toBe('confirmed')
      expect(text(check(ticked('people'), 'CW-1'))).toMatch(/^For 10 of 50 minutes .* in the call/)
      expect(text(check(ticked('lobby'), 'CW-1'))).toMatch(/^For 10 of 50 minutes .* was waiting/)
    })
    it.each([...OF_PEOPLE, 'EG-14', 'EG-34', 'CW-9'])(
      '%s is not good over an hour in which the computer slept',
      (id) => {
        const tale = alive(calm(), 20).after(60 * MINUTE)
        const state = check(alive(tale, 100).ends(), id)
        expect(state.is).toBe('blind')
        // The proof of life before the sleep is a minute older than the one after it.
        expect(text(state)).toMatch(/^For 61 of 105 minutes /)
      },
    )
    it('EG-21 says so of silence, and of a list that could not be read while it was recorded', () => {
      const no = (tale: LessonTale) =>
        tale
          .add({ type: 'notice', what: 'recording', state: 'no' })
          .add({ type: 'notice', what: 'transcription', state: 'no' })
      const slept = alive(no(calm()), 20).after(60 * MINUTE)
      expect(text(check(alive(slept, 100).ends(), 'EG-21'))).toBe(
        'For 61 of 105 minutes the meeting page gave no sign. What I saw: The meeting shows no recording.',
      )
      const kept = no(calm()).add({ type: 'notice', what: 'recording', state: 'yes' })
      kept.health('people', CLOSED_PANEL)
      alive(kept, 10).health('people', COMPLETE)
      expect(text(check(alive(kept, 45).ends(), 'EG-21'))).toBe(
        'For 9 of 50 minutes I could not see who was in the call.',
      )
    })
    it('forgives the minutes until the panel is opened, a page that draws itself anew, and one that goes', () => {
      const tale = new LessonTale(TEN - 3.5 * MINUTE)
        .at(-2)
        .prepared()
        .after(10 * SECOND)
        .arrives('lee', 'Tom Lee')
        .arrives('amelia', 'Amelia Potter')
        .arrives('dev', 'Dev Shah')
        .at(20)
        .health('people', CLOSED_PANEL)
        .after(4 * SECOND)
        .health('people', COMPLETE)
        .at(40)
        .health('people', CLOSED_PANEL)
        .health('people', COMPLETE)
        .at(45)
      expect(check(tale.ends(), 'CW-4').is).toBe('seen')
    })
    it('leaves the running lesson alone: there the last reading is the present one', () => {
      const tale = alive(calm(), 10).health('people', CLOSED_PANEL)
      alive(tale, 20).health('people', COMPLETE)
      expect(check(tale, 'CW-4').is).toBe('seen')
      expect(check(tale.after(MINUTE).ends(), 'CW-4').is).toBe('blind')
    })
    it('never hides a problem', () => {
      const tale = alive(calm(), 10).arrives('x', 'Gary').health('people', CLOSED_PANEL)
      alive(tale, 20).health('people', COMPLETE)
      expect(check(tale.ends(), 'CW-4').is).toBe('problem')
    })
    it('EG-31 is settled by a person’s word', () => {
      const tale = missing(['people'], 2, 43)
      expect(check(tale.ticks('EG-31', 'nobody did'), 'EG-31').is).toBe('confirmed')
    })
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
    // Nobody but the teacher has come in by the open door.
    const alone = () => new LessonTale().prepared().at(-4)
    expect(check(alone().access({ ...CLOSED, askToJoin: 'on' }), 'CW-2').is).toBe('seen')
    const unknown = {
      state: 'unknown',
      askToJoin: 'unknown',
      seenAt: 'nowhere',
      label: '',
    } as const
    expect(check(alone().access(unknown), 'CW-2').is).toBe('blind')
    expect(check(alone().access(unknown).ticks('CW-2'), 'CW-2').is).toBe('confirmed')
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
  it('CW-3 does not count a knock that was turned away', () => {
    const tale = new LessonTale().prepared().at(-4).knocks('k1', 'Amelia Potter').at(-3)
    tale.knockGone('k1', 'Amelia Potter', 'denied').at(20).arrives('amelia', 'Amelia Potter')
    expect(check(tale, 'CW-3')).toMatchObject({ is: 'problem', about: ['amelia'] })
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
  it('EG-21 stays a problem when the recording was stopped again, and names who had not agreed', () => {
    const notice = (state: 'yes' | 'no', what: 'recording' | 'transcription' = 'recording') =>
      ({ type: 'notice', what, state }) as const
    const silent = () => good().add(notice('no'), notice('no', 'transcription'))
    const stopped = () =>
      silent()
        .arrives('ben', 'Ben Okoro')
        .after(MINUTE)
        .add(notice('yes'))
        .after(5 * MINUTE)
        .add(notice('no'))
    expect(check(silent(), 'EG-21').is).toBe('seen')
    expect(check(stopped(), 'EG-21')).toEqual({
      is: 'problem',
      what: 'The call was recorded from 10:02 to 10:07 without permission for Ben Okoro.',
      about: ['ben'],
    })
    expect(check(stopped().ends(), 'EG-21').is).toBe('problem')
    // Somebody who came when nothing was recorded any more is not in it.
    const after = silent().add(notice('yes')).after(MINUTE).add(notice('no')).after(MINUTE)
    expect(check(after.arrives('ben', 'Ben Okoro'), 'EG-21')).toMatchObject({
      is: 'seen',
      what: 'The call was recorded from 10:01 to 10:02; every pupil in it then has permission on the register.',
    })
    expect(check(after.pack('combined', { recording: 'never' }), 'EG-21').is).toBe('problem')
    expect(check(after.register(undefined), 'EG-21').is).toBe('problem')
    // Still on when the call ended: nothing says any more that it goes on.
    const on = silent().add(notice('yes', 'transcription')).after(MINUTE).ends()
    expect(text(check(on, 'EG-21'))).toMatch(/^The call was transcribed from 10:01 to 10:02;/)
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
  it.each(['CW-9', 'EG-34'])(
    '%s is no all-clear after the end where no room was ever judged',
    (id) => {
      const nobodyOn = new LessonTale().prepared().joins('amelia', 'Amelia Potter')
      nobodyOn.camera('amelia', 'off').after(MINUTE).ends()
      expect(check(nobodyOn, id)).toEqual({
        is: 'blind',
        what: 'No pupil’s camera was on, so I saw no room.',
      })
      const unsure = new LessonTale().prepared().arrives('amelia', 'Amelia Potter')
      unsure.room('amelia', 'unsure').after(MINUTE).room('amelia', 'covered').ends()
      expect(check(unsure, id)).toEqual({
        is: 'blind',
        what: '0 of 1 room judged; never clear: Amelia Potter.',
      })
      expect(check(good().ends(), id)).toEqual({
        is: 'seen',
        at: TEN - 3 * MINUTE,
        what: '2 rooms looked at, no bedroom or bathroom.',
      })
      // Judged once, and left before the end: what was seen of them still counts.
      expect(check(good().leaves('dev').ends(), id).is).toBe('seen')
      const off = good().add({ type: 'roomCheck', state: 'off', why: 'teacher' })
      expect(check(off.ends(), id).is).toBe('blind')
    },
  )
  it('CW-9 says after the end what was asked, whom it never saw, and what nobody answered', () => {
    const asked = () => good().room('dev', 'bedroom').after(SECOND).prompts()
    expect(check(asked().ends(), 'CW-9')).toMatchObject({
      is: 'problem',
      what: 'May have been in a bedroom or bathroom, and it was not answered: Mrs Shah.',
      about: ['dev'],
    })
    expect(check(asked().answers('room', 'later').ends(), 'CW-9').is).toBe('problem')
    const answered = () => asked().answers('room', 'askToMove')
    expect(text(check(answered().ends(), 'CW-9'))).toBe(
      '2 rooms looked at. 1 room was asked about in this lesson.',
    )
    expect(check(answered().arrives('ben', 'Ben Okoro').ends(), 'CW-9')).toMatchObject({
      is: 'blind',
      what: '2 of 3 rooms judged; never clear: Ben Okoro. 1 room was asked about in this lesson.',
    })
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
  it('CW-13 takes the end that the meeting showed, also one that was only pointed at or made on the site', () => {
    const opened = () =>
      good()
        .add({ type: 'emergency', step: 'opened', note: '' })
        .add({ type: 'emergency', step: 'dslTold', note: 'Helen Marsh' })
        .after(MINUTE)
    expect(check(opened().ends('endedForAll'), 'CW-13')).toMatchObject({
      is: 'confirmed',
      note: 'Opened at 10:01; call ended for everybody at 10:02, seen in the meeting; DSL informed at 10:01.',
    })
    for (const reason of ['left', 'unknown', 'interrupted', 'closedByTeacher'] as const)
      expect(text(check(opened().ends(reason), 'CW-13'))).toBe(
        'Opened at 10:01: the call was not noted as ended for everybody.',
      )
  })
  it('CW-13 takes the teacher’s own word for an end that could not be seen, and says whose word it is', () => {
    const tale = good()
      .add({ type: 'emergency', step: 'opened', note: '' })
      .add({ type: 'emergency', step: 'dslTold', note: 'Helen Marsh' })
      .add({ type: 'emergency', step: 'closed', note: '' })
      .after(MINUTE)
      .ends('left')
      .after(MINUTE)
      // The sheet is opened once more to say so: that is no second emergency.
      .add({ type: 'emergency', step: 'opened', note: '' })
      .add({ type: 'emergency', step: 'endedByTeacher', note: '' })
    expect(check(tale, 'CW-13')).toMatchObject({
      is: 'confirmed',
      by: 'Ms Sara Khan',
      note: 'Opened at 10:01; call ended for everybody at 10:03, by the teacher’s own word; DSL informed at 10:01.',
    })
  })
  it('CW-13 is answered where somebody was told who is no contact, and does not call them the DSL', () => {
    const opened = () =>
      good()
        .add({ type: 'emergency', step: 'opened', note: '' })
        .add({ type: 'emergency', step: 'otherTold', note: 'Jo Bell, school office' })
        .after(MINUTE)
    expect(text(check(opened(), 'CW-13'))).toBe(
      'Opened at 10:01: the call was not noted as ended for everybody.',
    )
    const other = check(opened().ends('endedForAll'), 'CW-13')
    expect(other).toMatchObject({
      is: 'confirmed',
      note: 'Opened at 10:01; call ended for everybody at 10:02, seen in the meeting; informed at 10:01: somebody who is not listed as a contact, as the steps say.',
    })
    // Once the lead was told that is what counts.
    const both = opened().ends('endedForAll').after(MINUTE)
    both.add({ type: 'emergency', step: 'dslTold', note: 'Helen Marsh' })
    expect(text(check(both, 'CW-13'))).toMatch(/DSL informed at 10:03\.$/)
  })
  it('CW-13 asks again for a second emergency in the same call', () => {
    const tale = good()
      .add({ type: 'emergency', step: 'opened', note: '' })
      .add({ type: 'emergency', step: 'dslTold', note: '' })
      .after(10 * MINUTE)
      .add({ type: 'emergency', step: 'opened', note: '' })
      .ends()
    expect(text(check(tale, 'CW-13'))).toBe('Opened at 10:11: the DSL was not noted as informed.')
  })
  it('CW-13 lets an emergency that was opened by mistake be none, but never one in which something was done', () => {
    const mistake = { type: 'emergency', step: 'mistake', note: '' } as const
    const opened = { type: 'emergency', step: 'opened', note: '' } as const
    // Closed first; to say so afterwards the sheet has to be opened once more.
    const tale = good().add(opened).after(MINUTE).ends().after(MINUTE).add(opened, mistake)
    expect(check(tale, 'CW-13')).toEqual({
      is: 'notApplicable',
      why: 'Opened by mistake at 10:01 and 10:03, as the teacher said.',
    })
    for (const id of ['CW-14', 'EG-39']) expect(check(tale, id).is).toBe('notApplicable')
    const real = good().add(opened).add({ type: 'emergency', step: 'dslTold', note: '' })
    real.after(MINUTE).add(opened, mistake)
    expect(text(check(real, 'CW-13'))).toMatch(/^Opened at 10:01: .*not noted as ended/)
    expect(check(real, 'EG-39').is).toBe('todo')
    const acted = good().add(opened).add({ type: 'emergency', step: 'endedForAll', note: '' })
    expect(check(acted.add(mistake), 'CW-13').is).toBe('problem')
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
