import type { SessionEventBody } from '../../session/index.ts'
import { roomCheckRuledOut, RULED_OUT } from '../../views/roomCheck.ts'
import { InWords } from '../../words/inWords.ts'
import { t, tOf } from '../../words/say.ts'
import type { Clicks } from '../clicks.ts'
import type { CurrentLesson } from '../currentLesson.ts'
import type { Hands } from '../hands.ts'
import type { Life } from '../life.ts'
import type { Rooms } from '../rooms.ts'
import type { RuleChanges } from '../ruleChanges.ts'
import type { Standards } from '../standards.ts'
import type { Turns } from '../turns.ts'
import type { Doors } from './types.ts'

export interface LessonDoorParts {
  readonly turns: Turns
  readonly current: CurrentLesson
  readonly standards: Standards
  readonly rules: RuleChanges
  readonly rooms: Rooms
  readonly life: Life
  readonly clicks: Clicks
  readonly hands: Hands
}

/**
 * What the teacher says and does in the panel about the lesson that is shown. Each is an event first: what was only done, and not written,
 * would be missing in the record.
 */
export function lessonDoors({
  turns,
  current,
  standards,
  rules,
  rooms,
  life,
  clicks,
  hands,
}: LessonDoorParts): Doors<
  | 'chooseClass'
  | 'setPlannedStart'
  | 'anotherLesson'
  | 'prepareNext'
  | 'moveLock'
  | 'answerPrompt'
  | 'perform'
  | 'tick'
  | 'adultSeen'
  | 'leaveWaiting'
  | 'goOn'
  | 'hold'
  | 'expectVisitor'
  | 'addNote'
  | 'emergency'
  | 'setOneToOne'
  | 'setRoomCheck'
  | 'endSession'
> {
  const event = (body: SessionEventBody) => turns.told((now) => current.say([body], now))
  return {
    chooseClass: ({ registerId, packId, plannedStartAt }) =>
      turns.told(async (now) => {
        const plan: SessionEventBody[] =
          plannedStartAt === undefined ? [] : [{ type: 'plannedStart', startsAt: plannedStartAt }]
        await current.say([standards.classEvent(registerId, packId), ...plan], now)
        await life.classChosen()
        await rules.setDeadline(now)
      }),
    setPlannedStart: ({ startsAt }) =>
      turns.told(async (now) => {
        await current.say([{ type: 'plannedStart', startsAt }], now)
        await rules.setDeadline(now)
      }),
    anotherLesson: () =>
      turns.told(async (now) => {
        // A second click, or one in a panel that is behind, must not take the class from a lesson that has its own.
        if (current.running?.goesOnFrom === undefined) return
        await current.add([{ type: 'anotherLesson' }], now)
        await rules.setDeadline(now)
      }),
    prepareNext: () =>
      turns.told(async (now) => {
        if (!life.putAway(now, 0))
          throw new InWords(
            t('Not everything of this lesson could be saved yet. Save its record first.'),
          )
      }),
    moveLock: ({ dueAt }) => event({ type: 'lockDeadline', dueAt, by: 'teacher' }),
    answerPrompt: ({ promptId, answer, note }) =>
      clicks.answer(promptId, answer, note).then(() => null),
    perform: ({ command }) => hands.perform(command),
    tick: (ticked) => event({ type: 'ticked', ...ticked }),
    adultSeen: ({ participantId, seen }) => event({ type: 'adultSeen', id: participantId, seen }),
    leaveWaiting: ({ key, name, why }) =>
      event({ type: 'leftWaiting', key, name, ...(why === undefined ? {} : { why }) }),
    goOn: ({ participantId }) => clicks.goOn(participantId),
    hold: async ({ participantId: id, why }) => {
      await turns.ready()
      const person = current.state?.people.find((one) => one.id === id && one.present)
      if (person === undefined) return { result: 'unavailable', steps: [], why: 'personGone' }
      // The reason first: it belongs to the stay that ends now.
      await event({ type: 'held', id, name: person.name, why })
      return hands.perform({ kind: 'remove', id, name: person.name })
    },
    expectVisitor: (visitor) => event({ type: 'visitorExpected', ...visitor }),
    addNote: (note) => event({ type: 'note', ...note }),
    emergency: ({ step, note }) => turns.told((now) => current.addEmergency(step, note, now)),
    setOneToOne: ({ on }) => event({ type: 'oneToOne', on }),
    setRoomCheck: ({ on }) =>
      turns.told(async (now) => {
        const { setBySchool } = standards.school
        const by = roomCheckRuledOut({ pack: standards.pack(current.shown(now)), setBySchool })
        // Switching off is never refused: a panel that is a moment behind must not be told that the check stays on.
        if (on && by !== undefined) throw new InWords(tOf(RULED_OUT[by]))
        if (on) rooms.failure = undefined
        await current.say([{ type: 'roomCheck', state: on ? 'on' : 'off', why: 'teacher' }], now)
      }),
    endSession: () => turns.told((now) => life.close('closedByTeacher', now, now)),
  }
}
