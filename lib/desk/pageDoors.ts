import type { Command, Outcome } from '../meeting/index.ts'
import type { FromPages, PageReply } from '../bus/protocol.ts'
import type { Pack } from '../protocol/types.ts'
import type { Register } from '../register/index.ts'
import { storedFrom, withSets } from '../register/index.ts'
import type { PromptAnswer, SessionEventBody } from '../session/index.ts'
import { lastChoice } from '../session/choices.ts'
import type { Journal } from '../session/journal.ts'
import type { SchoolSettings } from '../storage/settings.ts'
import { forgetAlias, learnAlias } from './aliases.ts'
import { isChanged } from '../concern/schema.ts'
import { concernRef } from '../concern/text.ts'
import type { Concern } from '../concern/types.ts'
import type { Inspected } from './inspections.ts'
import type { Lesson } from './lesson.ts'
import type { LooksDesk } from './looks.ts'
import type { Judged, RecordBook } from './recordBook.ts'
import type { Restored, Vault } from '../backup/types.ts'
import type { School } from './school.ts'
import type { Shelf } from './shelf.ts'
import { t } from '../words/say.ts'
import { knownNames } from '../record/index.ts'

/** What the doors for our own pages need of the desk behind them. */
export interface Inside {
  readonly shelf: Shelf
  readonly journal: Journal
  readonly book: RecordBook
  readonly vault: Vault
  ready(): Promise<void>
  now(): number
  /** One thing at a time, then judge and show. */
  teacher(task: (now: number) => Promise<void>): Promise<null>
  /** Writes down what the teacher says, for the lesson that is shown. */
  say(events: readonly SessionEventBody[], now: number): Promise<void>
  classEvent(registerId: string, packId: string): SessionEventBody
  setDeadline(now: number): Promise<void>
  setRoomCheck(on: boolean, now: number): Promise<void>
  answer(promptId: string, answer: PromptAnswer, note?: string): Promise<void>
  perform(command: Command): Promise<Outcome>
  /** The teacher goes on from the walk of the one who came in last. */
  goOn(id: string, now: number): Promise<void>
  endLesson(now: number): Promise<void>
  lesson(): Lesson | undefined
  forgetLesson(): void
  judged(): Judged
  /** What holds here: stored settings and what the school has set over them. */
  school(): School
  takeSettings(settings: SchoolSettings): Promise<void>
  /** Writes down, for the lesson that runs, that other rules hold now than `before`. */
  rulesChanged(before: Pack, now: number): Promise<void>
  takeRegisters(registers: readonly Register[]): void
  eraseAll(): Promise<void>
  readonly looks: LooksDesk
  /** Tells the open meetings by what they are read now. */
  showLooks(): void
  inspect(asked: FromPages['inspect']): Promise<Inspected | undefined>
}

export type PageDoors = {
  readonly [K in keyof FromPages]: (payload: FromPages[K]) => Promise<PageReply<K>>
}

/** One handler for each message of our own pages. What comes in is proven and parsed. */
export function pageDoors(inside: Inside): PageDoors {
  const { shelf, journal, book } = inside
  const event = (body: SessionEventBody) => inside.teacher((now) => inside.say([body], now))
  const ofLesson = async (): Promise<Register | undefined> => {
    const registerId = inside.lesson()?.state.registerId
    return withSets(await shelf.registers()).find((one) => one.id === registerId)
  }
  /** What a lesson learnt about people, kept where they are kept: those of a set in their own classes. */
  const keepTaught = async (taught: Register) => {
    for (const register of storedFrom(await shelf.registers(), taught))
      await shelf.saveRegister(register)
  }
  const registersChanged = async () => inside.takeRegisters(await shelf.registers())
  return {
    chooseClass: ({ registerId, packId, plannedStartAt }) =>
      inside.teacher(async (now) => {
        const plan: SessionEventBody[] =
          plannedStartAt === undefined ? [] : [{ type: 'plannedStart', startsAt: plannedStartAt }]
        await inside.say([inside.classEvent(registerId, packId), ...plan], now)
        await inside.setDeadline(now)
      }),
    setPlannedStart: ({ startsAt }) =>
      inside.teacher(async (now) => {
        await inside.say([{ type: 'plannedStart', startsAt }], now)
        await inside.setDeadline(now)
      }),
    moveLock: ({ dueAt }) => event({ type: 'lockDeadline', dueAt, by: 'teacher' }),
    answerPrompt: ({ promptId, answer, note }) =>
      inside.answer(promptId, answer, note).then(() => null),
    perform: ({ command }) => inside.perform(command),
    tick: (ticked) => event({ type: 'ticked', ...ticked }),
    adultSeen: ({ participantId, seen }) => event({ type: 'adultSeen', id: participantId, seen }),
    fixMatch: ({ shown, registerPersonId, id, also = [] }) =>
      inside.teacher(async (now) => {
        const fixed: SessionEventBody = {
          type: 'matchFixed',
          shown,
          registerPersonId,
          by: 'teacher',
          ...(id === undefined ? {} : { id }),
          ...(also.length === 0 ? {} : { also }),
        }
        const register = await ofLesson()
        if (register === undefined) return inside.say([fixed], now)
        // A correction is remembered for the next lesson too. First the lesson: it must not wait for the register.
        const {
          register: taught,
          learnt,
          lost,
        } = learnAlias(register, [registerPersonId, ...also], shown)
        await inside.say([{ ...fixed, learnt, lost }], now)
        if (taught === register) return
        await keepTaught(taught)
        await registersChanged()
      }),
    undoChoice: ({ shown }) =>
      inside.teacher(async (now) => {
        const state = inside.lesson()?.state
        const last = state === undefined ? undefined : lastChoice(state, shown)
        if (last === undefined) return
        await inside.say([{ type: 'choiceUndone', shown }], now)
        const register = await ofLesson()
        const before = register === undefined ? undefined : forgetAlias(register, shown, last)
        if (before === undefined || before === register) return
        await keepTaught(before)
        await registersChanged()
      }),
    leaveWaiting: ({ key, name, why }) =>
      event({ type: 'leftWaiting', key, name, ...(why === undefined ? {} : { why }) }),
    goOn: ({ participantId }) => inside.teacher((now) => inside.goOn(participantId, now)),
    hold: async ({ participantId: id, why }) => {
      await inside.ready()
      const person = inside.lesson()?.state.people.find((one) => one.id === id && one.present)
      if (person === undefined) return { result: 'unavailable', steps: [], why: 'personGone' }
      // The reason first: it belongs to the stay that ends now.
      await event({ type: 'held', id, name: person.name, why })
      return inside.perform({ kind: 'remove', id, name: person.name })
    },
    expectVisitor: (visitor) => event({ type: 'visitorExpected', ...visitor }),
    addNote: (note) => event({ type: 'note', ...note }),
    emergency: (step) => event({ type: 'emergency', ...step }),
    setOneToOne: ({ on }) => event({ type: 'oneToOne', on }),
    saveConcern: async ({ concern, ref }) => {
      let kept: Concern | undefined
      // One at a time: two that are written at once must not get one reference.
      await inside.teacher(async (now) => {
        const all = await shelf.concerns()
        const before = all.find((one) => one.ref === ref)
        if (before === undefined) {
          const taken = all.map((one) => one.ref)
          kept = { ...concern, ref: concernRef(now, concern.timeZone, taken), at: now }
          // On disk first: the lesson must not name a concern that is nowhere.
          await shelf.addConcern(kept)
          if (inside.lesson()?.state.sessionId === concern.sessionId)
            await inside.say([{ type: 'concern', ref: kept.ref }], now)
          return
        }
        const { at, changedAt } = before
        const changed = isChanged(before, concern) ? now : changedAt
        kept = {
          ...concern,
          ref: before.ref,
          at,
          ...(changed === undefined ? {} : { changedAt: changed }),
        }
        await shelf.saveConcern(kept)
      })
      if (kept === undefined) throw new Error(t('The concern was not kept.'))
      return kept
    },
    concerns: async () => {
      await inside.ready()
      return shelf.concerns()
    },
    deleteConcern: ({ ref }) => inside.teacher(() => shelf.deleteConcern(ref)),
    school: async () => {
      await inside.ready()
      return inside.school()
    },
    welcome: async () => {
      await inside.ready()
      return shelf.welcome()
    },
    saveWelcome: (progress) => inside.teacher(() => shelf.saveWelcome(progress)),
    setRoomCheck: ({ on }) => inside.teacher((now) => inside.setRoomCheck(on, now)),
    endSession: () => inside.teacher((now) => inside.endLesson(now)),
    settings: async () => {
      await inside.ready()
      return shelf.settings()
    },
    saveSettings: (settings) =>
      inside.teacher(async (now) => {
        const before = await shelf.settings()
        const { pack: rules } = inside.judged()
        await shelf.saveSettings(settings)
        await inside.takeSettings(settings)
        await inside.rulesChanged(rules, now)
        // Changed rules hold at once, also for the lock of a lesson that runs.
        await inside.setDeadline(now)
        // Switched off for the school: in the running lesson too, at once.
        const state = inside.lesson()?.state
        if (before.roomCheck && !settings.roomCheck && state?.roomCheck.state === 'on')
          await inside.say([{ type: 'roomCheck', state: 'off', why: 'switchedOff' }], now)
      }),
    eraseAll: () => inside.teacher(() => inside.eraseAll()),
    registers: async () => {
      await inside.ready()
      return shelf.registers()
    },
    saveRegister: ({ register }) =>
      inside.teacher(async () => {
        await shelf.saveRegister(register)
        await registersChanged()
      }),
    saveImported: ({ registers, source }) =>
      inside.teacher(async (now) => {
        await shelf.saveImported(registers, source, now)
        await registersChanged()
      }),
    importUndos: async () => {
      await inside.ready()
      return shelf.undos(inside.now())
    },
    undoImport: ({ registerId }) =>
      inside.teacher(async (now) => {
        await shelf.undoImport(registerId, now)
        await registersChanged()
      }),
    deleteRegister: ({ registerId }) =>
      inside.teacher(async () => {
        await shelf.deleteRegister(registerId)
        await registersChanged()
      }),
    sessions: async () => {
      await inside.ready()
      return book.summaries(inside.lesson(), inside.school().settings.retentionDays)
    },
    record: async ({ sessionId }) => {
      await inside.ready()
      return book.record(sessionId, inside.lesson(), inside.judged(), inside.now())
    },
    knownNames: async ({ sessionId }) => {
      await inside.ready()
      const { register, dsl } = await book.judgedBy(sessionId, inside.lesson(), inside.judged())
      const { headteacher, dsl: now } = inside.school().settings
      return knownNames({ register, contacts: [...dsl, ...now, headteacher] })
    },
    looks: async () => {
      await inside.ready()
      return inside.looks.views()
    },
    saveLooks: async ({ platform, name, text }) => {
      await inside.teacher((now) => inside.looks.take(platform, { name, text, loadedAt: now }))
      inside.showLooks()
      return inside.looks.views()
    },
    resetLooks: async ({ platform }) => {
      await inside.teacher(() => inside.looks.reset(platform))
      inside.showLooks()
      return inside.looks.views()
    },
    looksText: async ({ platform }) => {
      await inside.ready()
      return inside.looks.text(platform)
    },
    inspect: (asked) => inside.inspect(asked),
    backUp: async (asked) => {
      await inside.ready()
      return inside.vault.backUp(asked, inside.now())
    },
    restore: async ({ passphrase, text }) => {
      let done: Restored | undefined
      await inside.teacher(async (now) => {
        const { settings: hold, setBySchool } = inside.school()
        const keep = {
          ...(setBySchool.includes('retentionDays') ? { retentionDays: hold.retentionDays } : {}),
          ...(setBySchool.includes('concernDays') ? { concernDays: hold.concernDays } : {}),
        }
        done = await inside.vault.restore(passphrase, text, now, keep)
        await registersChanged()
        const { pack: rules } = inside.judged()
        await inside.takeSettings(await shelf.settings())
        await inside.rulesChanged(rules, now)
        await inside.looks.load()
      })
      // A meeting that is open is read by a restored pack at once, as by one that was chosen by hand.
      inside.showLooks()
      if (done === undefined) throw new Error(t('Nothing was restored.'))
      return done
    },
    deleteSession: ({ sessionId }) =>
      inside.teacher(async () => {
        const lesson = inside.lesson()
        if (lesson?.state.sessionId === sessionId) {
          if (lesson.state.ended === undefined) {
            throw new Error(t('This lesson is still running. End it first.'))
          }
          inside.forgetLesson()
        }
        await journal.remove(sessionId)
      }),
  }
}
