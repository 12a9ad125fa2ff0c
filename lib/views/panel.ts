import { clockBackMs } from '../session/clock.ts'
import { blindHealth } from '../session/diff.ts'
import type { ChecklistItem, ClausePhase } from '../protocol/types.ts'
import { zoneOfRules } from '../protocol/zone.ts'
import { ringNow } from './home.ts'
import { lockView } from './lock.ts'
import { knockRows } from './lobby.ts'
import { logLines } from './log.ts'
import { personRows } from './people.ts'
import { promptViews } from './prompts.ts'
import { queueNow, queueView } from './queue.ts'
import { roomCheckView } from './roomCheck.ts'
import type { ViewSituation } from './situation.ts'
import type { LessonPhase, PanelView } from './types.ts'

const PHASES: readonly ClausePhase[] = [
  'before',
  'arrival',
  'during',
  'oneToOne',
  'incident',
  'after',
]

/** Everything the side panel shows, made anew from the state each time. */
export function panelView(from: ViewSituation): PanelView {
  const { state } = from
  const entry = queueNow(from)
  const queue = queueView(from, entry)
  const ring = ringNow(from)
  return {
    phase: from.phase,
    now: from.now,
    ...clockBackOf(from),
    timeZone: zoneOfRules(from.pack),
    ...(state === undefined ? {} : { session: sessionOf(from, state) }),
    meetingTab: from.meetingTab,
    registers: registersOf(from),
    packs: from.packs.map((pack) => ({
      id: pack.id,
      schoolName: pack.schoolName,
      timeZone: zoneOfRules(pack),
    })),
    packId: from.pack.id,
    lock: lockView(from),
    people: personRows(from),
    knocks: knockRows(from, entry),
    knocksUnseen: Math.max(0, (from.pendingKnocks ?? 0) - (from.state?.knocks.length ?? 0)),
    ...(queue === undefined ? {} : { queue }),
    prompts: promptViews(from),
    checklist: PHASES.map((phase) => ({
      phase,
      items: from.evaluation.checklist
        .filter((item) => shownIn(item, from.phase) === phase)
        .map((item) => (item.clause.id === 'EG-12' && ring.length > 0 ? { ...item, ring } : item)),
    })).filter((group) => group.items.length > 0),
    health: state?.health ?? blindHealth('notInCall'),
    roomCheck: roomCheckView(from),
    log: logLines(from),
    discreet: from.presenting,
    can: from.capabilities,
    dsl: from.settings.dsl,
    ...(from.takesEmergency ? {} : { emergencyNotKept: true }),
    banners: from.banners,
  }
}

function clockBackOf({ phase, state }: ViewSituation): Pick<PanelView, 'clockBackMs'> {
  const ms = phase === 'during' && state !== undefined ? clockBackMs(state) : 0
  return ms === 0 ? {} : { clockBackMs: ms }
}

function registersOf({ registers, state }: ViewSituation): PanelView['registers'] {
  return registers
    .filter((one) => one.archivedAt === undefined || one.id === state?.registerId)
    .map((register) => ({
      id: register.id,
      name: register.name,
      pupils: register.pupils.length,
      ...(register.members === undefined ? {} : { isSet: true }),
    }))
}

/** Her own background is looked at in the green room already, so its line stands with the steps before the lesson. */
function shownIn({ clause }: ChecklistItem, now: LessonPhase): ClausePhase {
  return now === 'before' && clause.id === 'CW-8' ? 'before' : clause.phase
}

/**
 * A start before the time that the class is waited for is no start of this lesson, unless the teacher set it for the one that runs: taken over
 * from the lesson before, or planned for a lesson that never began, it would make everybody late.
 */
function isOldStart(
  { phase, now, pack }: ViewSituation,
  { plannedStartAt: planned, startedAt, goesOnFrom }: NonNullable<ViewSituation['state']>,
): boolean {
  if (planned === undefined || (phase === 'during' && goesOnFrom === undefined)) return false
  return planned < (phase === 'during' ? startedAt : now) - pack.lockAfterMinutes * 60_000
}

function sessionOf(
  from: ViewSituation,
  state: NonNullable<ViewSituation['state']>,
): NonNullable<PanelView['session']> {
  return {
    sessionId: state.sessionId,
    platform: state.platform,
    code: state.code,
    title: state.title,
    startedAt: state.startedAt,
    interrupted: state.ended?.reason === 'interrupted',
    ...(state.ended?.reason === 'endedForAll' ? { endedForAll: true } : {}),
    ...(state.ended === undefined ? {} : { endedAt: state.ended.at }),
    ...(state.registerId === undefined ? {} : { registerId: state.registerId }),
    ...(state.className === undefined ? {} : { className: state.className }),
    ...(state.plannedStartAt === undefined ? {} : { plannedStartAt: state.plannedStartAt }),
    ...(isOldStart(from, state) ? { startIsOld: true } : {}),
  }
}
