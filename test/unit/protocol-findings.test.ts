import { describe, expect, it } from 'vitest'
import { removedBy } from '../../lib/protocol/findings/copies.ts'
import type { PromptKind } from '../../lib/session/events.ts'
import { CLOSED, LessonTale, MINUTE, OPEN, SECOND, TEN } from '../vectors/lessons/builder.ts'

const kinds = (tale: LessonTale): readonly PromptKind[] =>
  tale.evaluate().findings.map((one) => one.kind)
const find = (tale: LessonTale, kind: PromptKind) =>
  tale.evaluate().findings.filter((one) => one.kind === kind)

/** Two children and a second member of staff in a lesson that has begun: nothing to find. */
function calm(): LessonTale {
  return new LessonTale()
    .prepared()
    .at(-3)
    .arrives('lee', 'Tom Lee')
    .arrives('amelia', 'Amelia Potter')
    .arrives('dev', 'Dev Shah')
    .add(adult('amelia'), adult('dev'))
    .at(1)
}
const adult = (id: string) => ({ type: 'adultSeen', id, seen: true }) as const

describe('a lesson where all is well', () => {
  it('has no findings', () => {
    expect(calm().evaluate().findings).toEqual([])
  })
  it('has none before the class is chosen, whoever comes', () => {
    const tale = new LessonTale()
      .register(undefined)
      .teacher()
      .arrives('x', 'iPad (2)')
      .after(5 * MINUTE)
    expect(kinds(tale)).toEqual([])
  })
  it('has none after the end', () => {
    const tale = calm().arrives('x', 'Gary').after(MINUTE)
    expect(kinds(tale)).toContain('unknownPerson')
    expect(kinds(tale.ends())).toEqual([])
  })
})

describe('rooms (CW-9)', () => {
  const bedroom = () => calm().room('dev', 'bedroom').after(SECOND)

  it('raises a prompt once, under one key, while the verdict stays', () => {
    const tale = bedroom()
    const first = find(tale, 'room')[0]
    expect(first).toMatchObject({ about: ['dev'], severity: 'act', clauses: ['CW-9', 'EG-34'] })
    expect(first?.answers[0]).toBe('askToMove')
    tale
      .prompts()
      .after(30 * SECOND)
      .prompts()
    expect(tale.state().prompts).toHaveLength(1)
    expect(find(tale, 'room')[0]?.key).toBe(first?.key)
  })
  it('offers the camera first at Crossways, where the policy says so', () => {
    const [finding] = find(bedroom().pack('crossways'), 'room')
    expect(finding?.answers.slice(0, 2)).toEqual(['cameraOff', 'askToMove'])
    expect(finding?.clauses).toEqual(['CW-9'])
  })
  it('clears by itself when the room is fine', () => {
    const tale = bedroom()
      .prompts()
      .after(20 * SECOND)
      .room('dev', 'fine')
      .prompts()
    expect(tale.state().prompts[0]?.answer).toMatchObject({ answer: 'cleared', by: 'itself' })
  })
  it('is not called cleared while the tool is only unsure', () => {
    const tale = bedroom()
      .prompts()
      .after(5 * SECOND)
      .room('dev', 'unsure')
      .prompts()
    expect(tale.state().prompts[0]?.answer).toBeUndefined()
    expect(find(tale, 'room')).toHaveLength(1)
  })
  it('is not called cleared when the room check fails', () => {
    const tale = bedroom()
      .prompts()
      .after(5 * SECOND)
      .add({ type: 'roomCheck', state: 'failed', why: 'crashed' })
      .prompts()
    expect(tale.state().prompts[0]?.answer).toBeUndefined()
  })
  it('raises nothing new from an old verdict while the room check is off', () => {
    const tale = calm()
      .room('dev', 'bedroom')
      .add({ type: 'roomCheck', state: 'off', why: 'teacher' })
    expect(find(tale, 'room')).toEqual([])
  })
  it('does not ask anew about each scene on the way to another room', () => {
    const tale = bedroom().prompts().answers('room', 'askToMove')
    tale
      .after(20 * SECOND)
      .room('dev', 'unsure')
      .after(5 * SECOND)
      .room('dev', 'bathroom')
      .prompts()
    expect(tale.state().prompts).toHaveLength(1)
  })
  it('asks again when the child is still there some time after being asked to move', () => {
    const tale = bedroom()
      .prompts()
      .answers('room', 'askToMove')
      .after(100 * SECOND)
      .prompts()
    expect(tale.state().prompts).toHaveLength(2)
    expect(find(tale, 'room')).toHaveLength(1)
  })
  it('takes the teacher’s word that it looks fine', () => {
    const tale = bedroom()
      .prompts()
      .answers('room', 'looksFine')
      .after(20 * MINUTE)
      .prompts()
    expect(tale.state().prompts.filter((one) => one.kind === 'room')).toHaveLength(1)
  })
  it('tells the teacher about her own room in a softer way', () => {
    expect(find(calm().room('self', 'bedroom'), 'room')[0]).toMatchObject({
      about: ['self'],
      severity: 'notice',
      clauses: ['CW-8', 'EG-17'],
    })
  })
})

describe('cameras (EG-27)', () => {
  it('waits for the grace time', () => {
    const tale = calm().joins('ben', 'Ben Okoro').camera('ben', 'off')
    expect(kinds(tale.after(29 * SECOND))).toEqual([])
    expect(kinds(tale.after(2 * SECOND))).toEqual(['cameraOff'])
  })
  it('groups several into one finding', () => {
    const tale = calm()
    for (const [id, name] of [
      ['ben', 'Ben Okoro'],
      ['zofia', 'Zofia Kowalska'],
    ] as const)
      tale.joins(id, name).camera(id, 'off')
    tale.camera('dev', 'off').after(MINUTE)
    const found = find(tale, 'cameraOff')
    expect(found).toHaveLength(1)
    expect([...(found[0]?.about ?? [])].sort()).toEqual(['ben', 'dev', 'zofia'])
    expect(found[0]?.answers).not.toContain('remove')
  })
  it('lets a newcomer join the open prompt, and asks anew only about them once it is answered', () => {
    const tale = calm()
      .joins('ben', 'Ben Okoro')
      .add(adult('ben'))
      .camera('ben', 'off')
      .after(40 * SECOND)
      .prompts()
    tale
      .camera('dev', 'off')
      .after(40 * SECOND)
      .prompts()
    expect(tale.state().prompts).toHaveLength(1)
    expect(find(tale, 'cameraOff')[0]?.about).toEqual(['ben', 'dev'])
    tale.answers('cameraOff', 'seen').after(SECOND).prompts()
    expect(tale.state().prompts.map((one) => one.about)).toEqual([['ben'], ['dev']])
    tale
      .access(CLOSED)
      .after(10 * MINUTE)
      .prompts()
    expect(tale.state().prompts).toHaveLength(2)
  })
  it('never offers to remove the one of two whose camera came on', () => {
    const tale = calm()
      .joins('ben', 'Ben Okoro')
      .camera('ben', 'off')
      .camera('dev', 'off')
      .after(MINUTE)
      .prompts()
    tale.camera('dev', 'on')
    expect(find(tale, 'cameraOff')[0]).toMatchObject({ about: ['ben'] })
    expect(find(tale, 'cameraOff')[0]?.answers).not.toContain('remove')
  })
  it('is not raised when staff asked for the camera to be off', () => {
    const tale = calm()
      .room('dev', 'bedroom')
      .prompts()
      .answers('room', 'cameraOff')
      .camera('dev', 'off')
      .after(10 * MINUTE)
    expect(tale.state().people.find((one) => one.id === 'dev')?.cameraOffByStaffAt).toBeDefined()
    expect(kinds(tale)).not.toContain('cameraOff')
  })
  it('leaves a child alone who was just asked to move', () => {
    const tale = calm()
      .room('dev', 'bedroom')
      .prompts()
      .answers('room', 'askToMove')
      .camera('dev', 'off')
      .after(MINUTE)
    expect(kinds(tale)).not.toContain('cameraOff')
    expect(kinds(tale.after(5 * MINUTE))).toContain('cameraOff')
  })
  it('is not raised where cameras are the staff’s choice, nor at a school without the clause', () => {
    const off = () => calm().camera('dev', 'off').after(MINUTE)
    expect(kinds(off())).toContain('cameraOff')
    expect(kinds(off().pack('combined', { cameraRule: 'staffChoice' }))).toEqual([])
    expect(kinds(off().pack('crossways'))).toEqual([])
  })
  it('says nothing new while cameras can’t be seen, and does not call an open prompt cleared', () => {
    const blind = { level: 'blind', why: 'noTiles' } as const
    expect(kinds(calm().camera('dev', 'off').health('cameras', blind).after(MINUTE))).toEqual([])
    const tale = calm()
      .camera('dev', 'off')
      .after(MINUTE)
      .prompts()
      .health('cameras', blind)
      .prompts()
    expect(tale.state().prompts[0]?.answer).toBeUndefined()
  })
  it('counts a covered lens as no face', () => {
    const tale = calm().room('dev', 'covered').after(SECOND)
    expect(find(tale, 'cameraOff')[0]).toMatchObject({ about: ['dev'], clauses: ['EG-27'] })
  })
  it('says that staff and expected visitors are free to keep it off', () => {
    const tale = calm()
      .camera('lee', 'off')
      .add({ type: 'visitorExpected', shown: 'Dr Green', note: '' })
      .joins('green', 'Dr Green')
      .camera('green', 'off')
      .after(MINUTE)
    expect(kinds(tale)).toEqual([])
  })
})

describe('names (CW-1, CW-4, EG-13)', () => {
  it('flags somebody who is not on the register, once', () => {
    const tale = calm().arrives('x', 'Gary').after(SECOND).prompts().after(MINUTE).prompts()
    expect(tale.state().prompts).toMatchObject([{ kind: 'unknownPerson', about: ['x'] }])
    expect(find(tale, 'unknownPerson')[0]?.severity).toBe('act')
  })
  it('does not ask again in the call about somebody the teacher has let in herself', () => {
    const tale = calm().knocks('k1', 'Gary').after(SECOND).prompts()
    expect(tale.state().prompts).toMatchObject([{ kind: 'unknownPerson', about: ['k1'] }])
    tale
      .answers('unknownPerson', 'admit')
      .after(3 * SECOND)
      .knockGone('k1', 'Gary')
      .arrives('x', 'Gary')
      .after(MINUTE)
      .prompts()
    expect(tale.state().prompts).toHaveLength(1)
  })
  it('asks again when somebody who left comes back under the unknown name', () => {
    const tale = calm()
      .arrives('x', 'Gary')
      .after(SECOND)
      .prompts()
      .answers('unknownPerson', 'remove')
      .after(SECOND)
      .leaves('x')
    tale.after(MINUTE).arrives('y', 'Gary').after(SECOND).prompts()
    expect(tale.state().prompts).toHaveLength(2)
  })
  it('is quiet about expected visitors', () => {
    const tale = calm()
      .add({ type: 'visitorExpected', shown: 'Gary', note: 'author' })
      .arrives('x', 'Gary')
      .after(SECOND)
    expect(kinds(tale)).toEqual([])
  })
  it('asks softly where a match is only offered', () => {
    const tale = calm()
      .matched('x', 'pupil', 'ben', { confidence: 0.8 })
      .arrives('x', 'Bem Okoro')
      .after(SECOND)
    expect(find(tale, 'unknownPerson')[0]).toMatchObject({ severity: 'notice' })
  })
  it('alarms when somebody takes the name of a child who is there, and offers to remove only the copy', () => {
    const tale = calm()
      .arrives('x', 'Gary')
      .after(MINUTE)
      .renames('x', 'Gary', 'Amelia Potter')
      .after(SECOND)
    const [first] = tale.evaluate().findings
    expect(first).toMatchObject({
      kind: 'duplicateName',
      severity: 'alarm',
      about: ['amelia', 'x'],
    })
    expect(first?.answers).toContain('remove')
    const state = tale.prompts().state()
    const [prompt] = state.prompts.filter((one) => one.kind === 'duplicateName')
    expect(prompt === undefined ? [] : removedBy(prompt, state.people)).toEqual(['x'])
    expect(kinds(tale)).not.toContain('renamed')
  })
  it('takes look-alike copies that the matcher found for the same child as one alarm', () => {
    const tale = calm()
      .matched('x', 'duplicate', 'amelia')
      .arrives('x', 'Amеlia Potter')
      .after(20 * SECOND)
    expect(find(tale, 'duplicateName')).toHaveLength(1)
    expect([...(find(tale, 'duplicateName')[0]?.about ?? [])].sort()).toEqual(['amelia', 'x'])
  })
  it('gives a rejoining child’s ghost ten seconds to go', () => {
    const tale = calm().arrives('dev2', 'Dev Shah')
    expect(kinds(tale.after(5 * SECOND))).toEqual([])
    expect(kinds(tale.after(6 * SECOND))).toEqual(['duplicateName'])
  })
  it('tells a rename with its own key, and not a name that only loaded late', () => {
    const tale = calm().renames('dev', 'Dev Shah', 'xXdevXx').after(SECOND)
    expect(find(tale, 'renamed')[0]).toMatchObject({
      key: `renamed:dev:${TEN + MINUTE}`,
      severity: 'act',
    })
    expect(kinds(calm().renames('dev', '', 'Dev Shah'))).toEqual([])
    expect(kinds(calm().renames('dev', 'dev  shah', 'Dev Shah'))).toEqual([])
  })
  it('is calm when somebody puts their right name', () => {
    const tale = calm()
      .arrives('b', 'iPad (2)')
      .after(SECOND)
      .renames('b', 'iPad (2)', 'Ben Okoro')
      .after(SECOND)
    expect(tale.evaluate().findings).toEqual([])
    const unknown = calm()
      .arrives('b', 'Gary')
      .after(SECOND)
      .renames('b', 'Gary', 'Ben Okoro')
      .after(SECOND)
    expect(unknown.evaluate().findings).toMatchObject([{ kind: 'renamed', severity: 'notice' }])
  })
  it('flags note-taking bots and the meeting’s own notes', () => {
    const tale = calm().matched('bot', 'noteTaker').arrives('bot', 'Otter.ai').after(SECOND)
    expect(find(tale, 'noteTaker')[0]).toMatchObject({ about: ['bot'] })
    expect(
      find(calm().add({ type: 'notice', what: 'noteTaking', state: 'yes' }), 'noteTaker')[0],
    ).toMatchObject({ about: [] })
  })
})

describe('the waiting room', () => {
  it('is quiet about expected pupils and their parents', () => {
    expect(kinds(calm().knocks('k1', 'Ben Okoro').knocks('k2', 'Mrs Shah'))).toEqual([])
  })
  it('warns of a pupil without consent, at the door and in the call', () => {
    const door = calm().knocks('k1', 'Zofia Kowalska').after(SECOND)
    expect(find(door, 'noConsent')[0]).toMatchObject({
      about: ['k1'],
      clauses: ['EG-22'],
      answers: ['deny', 'admit', 'later'],
    })
    expect(find(calm().arrives('z', 'Zofia Kowalska').after(SECOND), 'noConsent')[0]).toMatchObject(
      { about: ['z'] },
    )
  })
  it('shows a late knock as late, but not that of staff', () => {
    const tale = calm()
      .access(CLOSED)
      .at(7)
      .knocks('k1', 'Ben Okoro', true)
      .knocks('k2', 'Tom Lee', true)
    expect(find(tale, 'lateKnock')).toMatchObject([{ about: ['k1'], clauses: ['EG-24'] }])
  })
  it('has no late knocks where the school does not lock', () => {
    expect(kinds(calm().pack('crossways').at(7).knocks('k1', 'Ben Okoro', true))).not.toContain(
      'lateKnock',
    )
  })
  it('knows a dropped pupil who knocks again, instead of calling them late', () => {
    const tale = calm()
      .access(CLOSED)
      .at(8)
      .leaves('dev')
      .after(20 * SECOND)
      .knocks('k1', 'Dev Shah', true)
    expect(tale.evaluate().findings).toMatchObject([
      { kind: 'droppedPupil', about: ['k1'], severity: 'act' },
    ])
  })
  it('says who is gone after the lock, and asks again when they knock', () => {
    const tale = calm()
      .access(CLOSED)
      .at(8)
      .leaves('dev')
      .after(30 * SECOND)
    expect(kinds(tale)).toEqual([])
    tale.after(MINUTE).prompts()
    expect(tale.state().prompts).toMatchObject([{ kind: 'droppedPupil', about: ['dev'] }])
    tale.answers('droppedPupil', 'later').knocks('k1', 'Dev Shah', true).after(SECOND).prompts()
    expect(tale.state().prompts.at(-1)).toMatchObject({ kind: 'droppedPupil', about: ['k1'] })
  })
  it('calls nobody dropped from a partial list, before the lock, after removal, or when the class leaves', () => {
    const gone = () =>
      calm()
        .access(CLOSED)
        .at(8)
        .leaves('dev')
        .after(2 * MINUTE)
    expect(kinds(gone())).toEqual(['droppedPupil'])
    expect(kinds(gone().health('people', { level: 'partial', why: 'panelClosed' }))).toEqual([])
    expect(
      kinds(
        calm()
          .leaves('dev')
          .after(2 * MINUTE),
      ),
    ).not.toContain('droppedPupil')
    const removed = calm()
      .at(6)
      .access(CLOSED)
      .camera('dev', 'off')
      .after(2 * MINUTE)
      .prompts()
      .answers('cameraOff', 'remove')
      .leaves('dev')
      .after(2 * MINUTE)
    expect(kinds(removed)).not.toContain('droppedPupil')
    const leaving = calm()
      .arrives('ben', 'Ben Okoro')
      .arrives('z', 'Zofia Kowalska')
      .access(CLOSED)
      .at(40)
      .leaves('dev')
      .leaves('ben')
      .leaves('z')
      .after(90 * SECOND)
    expect(kinds(leaving)).not.toContain('droppedPupil')
  })
  it('notices somebody at the door with the name of a child who is in', () => {
    expect(find(calm().knocks('k1', 'Amelia Potter'), 'duplicateName')).toMatchObject([
      { about: ['k1'], answers: ['deny', 'admit', 'later'] },
    ])
  })
})

describe('the lock (EG-24)', () => {
  it('warns one minute before, with the pupils who are missing', () => {
    expect(kinds(calm().at(3.9))).toEqual([])
    expect(find(calm().at(4), 'lockSoon')[0]).toMatchObject({
      about: ['ben', 'zofia'],
      severity: 'notice',
    })
  })
  it('asks at the deadline, not when it is locked already', () => {
    expect(kinds(calm().at(5))).toEqual(['lockDue'])
    expect(kinds(calm().access(CLOSED).at(5))).toEqual([])
  })
  it('moves with the deadline', () => {
    const tale = calm()
      .at(5)
      .prompts()
      .answers('lockDue', 'wait')
      .add({ type: 'lockDeadline', dueAt: TEN + 6 * MINUTE, by: 'teacher' })
      .prompts()
    expect(kinds(tale)).toEqual(['lockSoon'])
    tale.at(6).prompts()
    expect(tale.state().prompts.map((one) => one.kind)).toEqual(['lockDue', 'lockSoon', 'lockDue'])
  })
  it('comes back when the attempt did not help, at most three times', () => {
    const tale = calm().at(5).prompts().answers('lockDue', 'lockNow')
    for (let i = 0; i < 6; i += 1) {
      tale
        .add({
          type: 'command',
          command: { kind: 'lock' },
          outcome: { result: 'guided', steps: [] },
        })
        .after(40 * SECOND)
        .prompts()
      if (tale.state().prompts.some((one) => one.answer === undefined))
        tale.answers('lockDue', 'lockNow')
    }
    expect(tale.state().prompts.filter((one) => one.kind === 'lockDue')).toHaveLength(4)
  })
  it('is settled by a tick where the page shows nothing, not where it is seen to be open', () => {
    const blind = () => calm().health('lock', { level: 'blind', why: 'badgeMissing' }).at(6)
    expect(kinds(blind())).toEqual(['lockDue'])
    expect(kinds(blind().ticks('EG-24'))).toEqual([])
    expect(kinds(calm().at(6).ticks('EG-24'))).toEqual(['lockDue'])
  })
  it('tells when a locked call is seen open again', () => {
    const tale = calm().access(CLOSED).at(9).access(OPEN)
    expect(find(tale, 'lockGone')[0]).toMatchObject({
      severity: 'act',
      key: `lockGone:${TEN + 9 * MINUTE}`,
    })
  })
  it('does not take an unreadable badge for an open call', () => {
    const tale = calm()
      .access(CLOSED)
      .at(9)
      .access({ state: 'unknown', askToJoin: 'unknown', seenAt: 'nowhere', label: '' })
    expect(kinds(tale)).toEqual([])
  })
  it('is left out where the school does not lock, unless the teacher set a deadline herself', () => {
    const tale = calm().pack('crossways').at(6)
    expect(kinds(tale)).toEqual([])
    expect(
      kinds(tale.add({ type: 'lockDeadline', dueAt: TEN + 5 * MINUTE, by: 'teacher' })),
    ).toEqual(['lockDue'])
  })
})

describe('conduct and company', () => {
  it('groups chat flags by sender and keeps what was answered quiet', () => {
    const flag = (lineId: string, sender: string) =>
      ({ type: 'chatFlag', lineId, sender, kinds: ['phone'], masked: '07••' }) as const
    const tale = calm()
      .add(flag('c1', 'Dev Shah'), flag('c2', 'Dev Shah'), flag('c3', 'Amelia Potter'))
      .after(SECOND)
    expect(find(tale, 'chatFlag').map((one) => one.about)).toEqual([['c1', 'c2'], ['c3']])
  })
  it('alarms about a recording for those without permission', () => {
    const recording = { type: 'notice', what: 'recording', state: 'yes' } as const
    expect(kinds(calm().add(recording))).toEqual([])
    expect(find(calm().arrives('ben', 'Ben Okoro').add(recording), 'recording')[0]).toMatchObject({
      severity: 'alarm',
      about: ['ben'],
    })
    expect(
      find(calm().add(recording).pack('combined', { recording: 'never' }), 'recording')[0],
    ).toMatchObject({ about: [] })
  })
  it('alarms about a recording when it can’t be told who is there', () => {
    const tale = calm()
      .add({ type: 'notice', what: 'transcription', state: 'yes' })
      .health('people', { level: 'partial', why: 'panelClosed' })
    expect(find(tale, 'recording')[0]).toMatchObject({ about: [] })
  })
  it('flags a presenter who is not staff', () => {
    const on = (id: string) => ({ type: 'presenting', id, on: true }) as const
    expect(find(calm().add(on('dev')), 'presenting')[0]).toMatchObject({
      about: ['dev'],
      clauses: ['EG-31'],
    })
    expect(kinds(calm().add(on('lee'), on('self')))).toEqual([])
  })
  it('alarms when one adult is alone with one pupil, but not while others are waiting or still coming', () => {
    const alone = () => new LessonTale().prepared().at(1).arrives('dev', 'Dev Shah')
    expect(kinds(alone().after(MINUTE))).toEqual([])
    expect(find(alone().after(3 * MINUTE), 'alone')[0]).toMatchObject({
      severity: 'alarm',
      about: ['dev'],
    })
    expect(
      kinds(
        alone()
          .knocks('k1', 'Amelia Potter')
          .after(3 * MINUTE),
      ),
    ).not.toContain('alone')
    expect(
      kinds(
        alone()
          .health('people', { level: 'partial', why: 'panelClosed' })
          .after(3 * MINUTE),
      ),
    ).not.toContain('alone')
    expect(
      find(
        alone()
          .add({ type: 'adultSeen', id: 'dev', seen: true })
          .after(3 * MINUTE),
        'alone',
      )[0]?.severity,
    ).toBe('act')
    expect(
      kinds(
        alone()
          .arrives('lee', 'Tom Lee')
          .after(3 * MINUTE),
      ),
    ).not.toContain('alone')
  })
  it('does not count the teacher’s second device as a second adult', () => {
    const tale = new LessonTale()
      .prepared()
      .joins('self2', 'Sara Khan')
      .at(1)
      .arrives('dev', 'Dev Shah')
      .after(3 * MINUTE)
    expect(kinds(tale)).toContain('alone')
  })
})

describe('the order of findings', () => {
  it('puts alarms first, then what needs an act, then notices', () => {
    const tale = calm()
      .camera('dev', 'off')
      .after(MINUTE)
      .arrives('x', 'Gary')
      .after(SECOND)
      .renames('x', 'Gary', 'Amelia Potter')
      .at(4.5)
    expect(tale.evaluate().findings.map((one) => one.severity)).toEqual([
      'alarm',
      'notice',
      'notice',
    ])
    expect(kinds(tale)[0]).toBe('duplicateName')
  })
  it('gives every finding a key of its own', () => {
    const tale = calm()
      .camera('dev', 'off')
      .arrives('x', 'Gary')
      .arrives('y', 'Harry')
      .room('amelia', 'bedroom')
      .at(6)
    const keys = tale.evaluate().findings.map((one) => one.key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
