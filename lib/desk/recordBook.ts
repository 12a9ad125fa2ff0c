import type { SessionSummary } from '../bus/protocol.ts'
import type { Pack } from '../protocol/types.ts'
import { evaluate } from '../protocol/evaluate.ts'
import { packById } from '../protocol/packs/index.ts'
import { makeRecord } from '../record/index.ts'
import type { LessonRecord } from '../record/types.ts'
import type { Register } from '../register/index.ts'
import type { SessionEvent, SessionState } from '../session/index.ts'
import { foldAll } from '../session/index.ts'
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

  /** Writes what the record needs beside the journal. A failure is logged: the journal itself is already closed. */
  async close(lesson: Lesson, register: Register | undefined, pack: Pack): Promise<void> {
    const { state } = lesson
    try {
      await this.#journal.update(state.sessionId, {
        endedAt: state.ended?.at ?? state.lastAliveAt,
        interrupted: state.ended?.reason === 'interrupted',
        className: state.className ?? '',
        people: state.people.length,
        pack,
        ...(register === undefined ? {} : { register }),
      })
    } catch (failure) {
      console.error('The session could not be closed in storage', failure)
    }
  }

  async summaries(running: Lesson | undefined): Promise<readonly SessionSummary[]> {
    const rows = await this.#journal.rows()
    return rows.map((row) => {
      const live = running?.state.sessionId === row.sessionId ? running.state : undefined
      return {
        sessionId: row.sessionId,
        className: live?.className ?? row.className,
        platform: row.platform,
        code: row.code,
        startedAt: row.startedAt,
        interrupted: row.interrupted,
        people: live?.people.length ?? row.people,
        ...(row.endedAt === undefined ? {} : { endedAt: row.endedAt }),
        ...(live?.registerId === undefined || live.ended !== undefined
          ? {}
          : { registerId: live.registerId }),
      }
    })
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
      return this.#make(running.state, running.events, judged, now)
    const row = await this.#journal.row(sessionId)
    const events = await this.#journal.read(sessionId)
    const state = foldAll(events)
    if (row === undefined || state === undefined) return undefined
    const pack = row.pack ?? packById(state.packId ?? '')
    return this.#make(state, events, { register: row.register, pack, dsl: judged.dsl }, now)
  }

  #make(
    state: SessionState,
    events: readonly SessionEvent[],
    { register, pack, dsl }: Judged,
    now: number,
  ): LessonRecord {
    const matches = new People().judge(state, register)
    // A closed lesson is judged at its end: the record of a lesson is the same tomorrow as today.
    const at = state.ended?.at ?? now
    const known = register === undefined ? {} : { register }
    const { checklist } = evaluate({ state, pack, matches, now: at, dsl, ...known })
    return makeRecord({ state, pack, checklist, ...known }, { now: at, matches, events })
  }

  /** Deletes closed sessions that ended longer ago than the school keeps them. */
  async forgetOlderThan(days: number, now: number): Promise<void> {
    if (!Number.isFinite(days)) return
    for (const row of await this.#journal.rows()) {
      if (row.endedAt !== undefined && row.endedAt < now - days * DAY)
        await this.#journal.remove(row.sessionId)
    }
  }
}
