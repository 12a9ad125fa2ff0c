import type { SessionSummary } from '../bus/protocol.ts'
import type { Pack } from '../protocol/types.ts'
import { evaluate } from '../protocol/evaluate.ts'
import { packById } from '../protocol/packs/index.ts'
import { zoneOfRules } from '../protocol/zone.ts'
import { makeRecord, throughOf } from '../record/index.ts'
import type { Through } from '../record/index.ts'
import type { JournalProof, LessonRecord } from '../record/types.ts'
import type { Register } from '../register/index.ts'
import type { SessionEvent, SessionState } from '../session/index.ts'
import { foldAll } from '../session/index.ts'
import { checkChain, headOf } from '../session/chain.ts'
import { storedEvent } from '../session/eventSchema.ts'
import { isToBeMarked, keptFrom } from '../session/keptFrom.ts'
import { mend } from '../session/mend.ts'
import { readThrough } from '../session/unread.ts'
import type { JournalRow, SessionRow } from '../storage/database.ts'
import type { SchoolSettings } from '../storage/settings.ts'
import type { Journal } from '../session/journal.ts'
import type { Lesson } from './lesson.ts'
import { People } from './people.ts'

const DAY = 86_400_000

/** By what a lesson is judged: its class, the school's rules, and whom to ring. */
export interface Judged {
  readonly register: Register | undefined
  readonly pack: Pack
  readonly dsl: SchoolSettings['dsl']
}

/** Past lessons: their list, their records (always made anew from the journal), and forgetting them in time. */
export class RecordBook {
  readonly #journal: Journal

  constructor(journal: Journal) {
    this.#journal = journal
  }

  /** Writes what the record needs beside the journal. False where the disk refused it (logged): it has to be tried again. */
  async close(lesson: Lesson, judged: Judged): Promise<boolean> {
    const { state } = lesson
    try {
      await this.#journal.update(state.sessionId, {
        endedAt: state.ended?.at ?? state.lastAliveAt,
        interrupted: state.ended?.reason === 'interrupted',
        className: state.className ?? '',
        people: state.people.length,
        ...keptOf(judged),
      })
      return true
    } catch (failure) {
      console.error('The session could not be closed in storage', failure)
      return false
    }
  }

  /**
   * The class of a closed lesson was chosen after its end: from now on its record is made by that one. What was kept on the day stays,
   * where it is of the same class or the same rules, and so do the contacts. A failure is logged: the lesson itself has the choice.
   */
  async keepClass(
    { state }: Lesson,
    { register, pack }: Pick<Judged, 'register' | 'pack'>,
  ): Promise<void> {
    const { sessionId, className = '' } = state
    try {
      const row = await this.#journal.row(sessionId)
      const isOther = register !== undefined && register.id !== row?.register?.id
      const hasOtherRules = pack.id !== row?.pack?.id || pack.version !== row.pack.version
      await this.#journal.update(sessionId, {
        className,
        ...(isOther ? { register } : {}),
        ...(hasOtherRules ? { pack } : {}),
      })
    } catch (failure) {
      console.error('The class of a lesson that is over could not be kept', failure)
    }
  }

  /**
   * Closes a session whose journal can't be gone on with: at its last readable moment, as interrupted. Its record is made of what can
   * still be read, by the class and the rules that it names (`judgedBy`). Only a session of which nothing at all was written is taken off
   * the list.
   */
  async closeDamaged(sessionId: string, judgedBy: (state: SessionState) => Judged): Promise<void> {
    const row = await this.#journal.row(sessionId)
    const stored = await this.#journal.stored(sessionId)
    if (row === undefined || stored.length === 0) return this.#journal.remove(sessionId)
    const times = stored.flatMap(({ event }) => storedEvent(event)?.at ?? [])
    const endedAt = times.reduce((latest, at) => Math.max(latest, at), row.startedAt)
    const state = foldAll(readBack(row, stored).events)
    const { register, pack, dsl } = row
    await this.#journal.update(sessionId, {
      endedAt,
      interrupted: true,
      className: state?.className ?? row.className,
      people: state?.people.length ?? row.people,
      // What was kept on the day itself is nearer to it than what is known now.
      ...(state === undefined ? {} : keptOf(judgedBy(state))),
      ...(register === undefined ? {} : { register }),
      ...(pack === undefined ? {} : { pack }),
      ...(dsl === undefined ? {} : { dsl }),
    })
  }

  /**
   * Every lesson that is kept, with the day on which it will be deleted: so many days after its end (`keptFrom`). `rules` are those of
   * the lesson in memory; a closed one has its own.
   */
  async summaries(
    running: Lesson | undefined,
    keepDays: number,
    rules: Pack,
    now: number,
  ): Promise<readonly SessionSummary[]> {
    const rows = await this.#journal.rows()
    return rows.map((row) => {
      const from = keptFrom(row, now)
      const live = running?.state.sessionId === row.sessionId ? running.state : undefined
      return {
        sessionId: row.sessionId,
        className: live?.className ?? row.className,
        platform: row.platform,
        code: row.code,
        timeZone: zoneOfRules(row.pack ?? rules),
        startedAt: row.startedAt,
        interrupted: row.interrupted,
        people: live?.people.length ?? row.people,
        ...(row.endedAt === undefined || from === undefined
          ? {}
          : { endedAt: row.endedAt, deleteAt: from + keepDays * DAY }),
        ...(live?.registerId === undefined || live.ended !== undefined
          ? {}
          : { registerId: live.registerId }),
      }
    })
  }

  /** By what the record of a lesson is made: kept on its day, or as it is now of the one that is in memory. */
  async judgedBy(
    sessionId: string,
    running: Lesson | undefined,
    judged: Judged,
  ): Promise<Pick<Judged, 'register' | 'dsl'>> {
    const row = await this.#journal.row(sessionId)
    const isHere = running?.state.sessionId === sessionId
    const { register = isHere ? judged.register : undefined, dsl = judged.dsl } = row ?? {}
    return { register, dsl }
  }

  /** The record of one lesson; of the running one from memory, so that it can be saved even when storage is full. */
  async record(
    sessionId: string,
    running: Lesson | undefined,
    judged: Judged,
    now: number,
  ): Promise<LessonRecord | undefined> {
    // A closed lesson is read from disk, with the register as it was; from memory only what is not there.
    const inMemory = running?.state.ended === undefined || running.isUnwritten
    if (running?.state.sessionId === sessionId && inMemory)
      return this.#make(
        throughOf(running.events),
        running.events,
        judged,
        now,
        inMemoryProof(running.events),
      )
    const row = await this.#journal.row(sessionId)
    if (row === undefined) return undefined
    const { events, proof } = readBack(row, await this.#journal.stored(sessionId))
    const through = throughOf(events)
    if (through.state === undefined) return undefined
    const pack = row.pack ?? packById(through.state.packId ?? '')
    // A lesson that was closed by a version that kept no contacts is judged by those of today.
    const by = { register: row.register, pack, dsl: row.dsl ?? judged.dsl }
    return this.#make(through, events, by, now, proof)
  }

  #make(
    through: Through,
    events: readonly SessionEvent[],
    { register, pack, dsl }: Judged,
    now: number,
    journal: JournalProof,
  ): LessonRecord | undefined {
    const { state } = through
    if (state === undefined) return undefined
    const matches = new People().judge(state, register)
    // A closed lesson is judged at its end: the record of a lesson is the same tomorrow as today.
    const at = state.ended?.at ?? now
    const known = register === undefined ? {} : { register }
    const { checklist } = evaluate({ state, pack, matches, now: at, dsl, ...known })
    return makeRecord(
      { state, pack, checklist, ...known },
      { now: at, matches, events, through, journal },
    )
  }

  /** Deletes closed sessions that ended longer ago than the school keeps them; one that ends ahead is marked, and kept from now. */
  async forgetOlderThan(days: number, now: number): Promise<void> {
    if (!Number.isFinite(days)) return
    for (const row of await this.#journal.rows()) {
      const from = keptFrom(row, now)
      if (from !== undefined && from + days * DAY <= now) await this.#journal.remove(row.sessionId)
      else if (isToBeMarked(row, now)) await this.#journal.update(row.sessionId, { keptFrom: now })
    }
  }
}

/** What a record is made of beside the journal, as it is on the day of the lesson: a later change must not change an old record. */
function keptOf({ register, pack, dsl }: Judged): Pick<SessionRow, 'register' | 'pack' | 'dsl'> {
  return { pack, dsl, ...(register === undefined ? {} : { register }) }
}

function inMemoryProof(events: readonly SessionEvent[]): JournalProof {
  return { events: events.length, head: headOf(events), check: 'inMemory' }
}

/**
 * The journal as it can be folded, and what it is worth. Of a damaged one whatever can still be read. One that is as it was written can
 * hold entries that can't be read, too: those of a later version, from a backup.
 */
function readBack(
  row: SessionRow,
  stored: readonly JournalRow[],
): { readonly events: readonly SessionEvent[]; readonly proof: JournalProof } {
  const check = checkChain(stored, row.tip)
  const { events, unread } = readThrough(stored)
  const mended = mend(events, {
    sessionId: row.sessionId,
    platform: row.platform === 'teams' ? 'teams' : 'meet',
    code: row.code,
    title: '',
    toolVersion: '',
    timeZone: row.pack?.schoolHours.timeZone ?? 'Europe/London',
    startedAt: row.startedAt,
  })
  return {
    events: closedAt(mended, row.endedAt),
    proof: {
      events: stored.length,
      // Of a whole journal the last link was found to be right: it need not be made once more.
      head: check.is === 'intact' ? (row.tip?.hash ?? '') : headOf(stored.map((one) => one.event)),
      check: check.is,
      ...('seq' in check ? { at: check.seq } : {}),
      ...(unread.length === 0 ? {} : { unreadable: unread.length, unread }),
    },
  }
}

/** A lesson that was closed and lost the end of its journal ends when its row says. */
function closedAt(
  events: readonly SessionEvent[],
  endedAt: number | undefined,
): readonly SessionEvent[] {
  if (endedAt === undefined || events.some((event) => event.type === 'ended')) return events
  return [
    ...events,
    { type: 'ended', reason: 'interrupted', endedAt, seq: events.length, at: endedAt },
  ]
}
