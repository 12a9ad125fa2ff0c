import type { Capabilities, Platform, SelfRole } from '../meeting/index.ts'
import { clockText } from '../protocol/time.ts'
import { zoneOfRules } from '../protocol/zone.ts'
import type { SessionState } from '../session/index.ts'
import type { PanelView } from '../views/types.ts'
import type { ViewSituation } from '../views/situation.ts'
import type { Admits } from './admits.ts'
import { bannersFor } from './banners.ts'
import type { NotRead } from './banners.ts'
import type { CurrentLesson } from './currentLesson.ts'
import type { Judge } from './judge.ts'
import { isAnswering } from './meetingTabs.ts'
import type { MeetingTabs } from './meetingTabs.ts'
import type { Rooms } from './rooms.ts'
import { rulesFor } from './school.ts'
import type { Standards } from './standards.ts'
import { wrongClass } from './wrongClass.ts'

/** So long the panel says that a lesson goes on as the one before, or that the computer's clock was set back. */
const SAID_MS = 15 * 60_000

/** What can be done on a site, as this teacher sees it. */
export type CapabilitiesOf = (platform: Platform, variant: string, role: SelfRole) => Capabilities

export interface SituationParts {
  readonly tabs: MeetingTabs
  readonly current: CurrentLesson
  readonly standards: Standards
  readonly judge: Judge
  readonly rooms: Rooms
  readonly admits: Admits
  readonly capabilities: CapabilitiesOf
  readonly notRead: () => NotRead
}

/**
 * How things stand at one moment, for everything that is shown and for judging a click. Panel, overlay and badge are made from the same one,
 * so that they can't contradict each other. Changes nothing.
 */
export class Situations {
  readonly #parts: SituationParts

  constructor(parts: SituationParts) {
    this.#parts = parts
  }

  at(now: number): ViewSituation {
    const { tabs, current, standards, judge, admits, capabilities } = this.#parts
    const state = current.shown(now)
    const tab =
      current.actingTab() ??
      tabs.all().find((one) => one.phase !== 'elsewhere' && one.phase !== 'unknown')
    return {
      register: standards.register(state),
      pack: standards.pack(state),
      matches: judge.matches,
      evaluation: judge.evaluation,
      now,
      phase: current.moment,
      state,
      events: state === current.state ? (current.lesson?.events ?? []) : [],
      registers: standards.registers,
      packs: standards.school.packs,
      settings: standards.school.settings,
      setBySchool: standards.school.setBySchool,
      pendingKnocks: tab?.seen?.lobby.pending,
      admitting: admits.now,
      microphones: new Map(tab?.seen?.people.map((one) => [one.id, one.microphone])),
      meetingTab:
        tab === undefined || tab.phase === 'elsewhere' || tab.phase === 'unknown'
          ? 'none'
          : tab.phase,
      capabilities: capabilities(
        tab?.platform ?? state?.platform ?? 'meet',
        tab?.seen?.variant ?? '',
        tab?.seen?.self.role ?? 'unknown',
      ),
      lastLockOutcome: current.lockOutcome,
      presenting: tab?.seen?.self.presenting === 'yes',
      takesEmergency: current.takesEmergency,
      banners: this.#banners(state, now),
    }
  }

  #banners(state: SessionState | undefined, now: number): PanelView['banners'] {
    const { current, standards, rooms } = this.#parts
    const { school } = standards
    const notRead = this.#parts.notRead()
    return bannersFor({
      unwritten: current.lesson?.isUnwritten === true,
      roomFailure: rooms.failure,
      tabsHere: this.#tabsHere(now),
      otherCall: this.#otherCall(now),
      notRead,
      rules: {
        // Those that are stored here are not lost where they only can't be read.
        lost: !notRead.settings && !rulesFor(school, state?.packId).known,
        problems: school.problems,
      },
      perhapsClass: this.#perhapsClass(state),
      goesOnAs: this.#goesOnAs(now),
      clockSetBack: this.#clockSetBack(now),
    })
  }

  /** Said for a while: in the middle of a lesson the teacher knows which one it is. */
  #goesOnAs(now: number): { readonly className: string; readonly start?: string } | undefined {
    const { current, standards } = this.#parts
    const state = current.running
    if (state?.goesOnFrom === undefined || now - state.startedAt > SAID_MS) return undefined
    const { className = '', plannedStartAt: planned } = state
    return planned === undefined
      ? { className }
      : { className, start: clockText(planned, zoneOfRules(standards.pack(state))) }
  }

  /** Said for a while, too: after that the log says it. */
  #clockSetBack(now: number): { readonly ms: number; readonly time: string } | undefined {
    const { current, standards } = this.#parts
    const state = current.running
    const last = state?.clockSetBack?.at(-1)
    return last === undefined || now - last.at > SAID_MS
      ? undefined
      : { ms: last.ms, time: clockText(last.at, zoneOfRules(standards.pack(state))) }
  }

  /** Another class of this computer that fits the names in the call far better than the one that was chosen. */
  #perhapsClass(state: SessionState | undefined): string | undefined {
    const { current, standards } = this.#parts
    return state === undefined || current.moment !== 'during'
      ? undefined
      : wrongClass(state, standards.register(state), standards.registers)?.name
  }

  #otherCall(now: number): Platform | undefined {
    const { tabs, current } = this.#parts
    const state = current.running
    if (state === undefined) return undefined
    return tabs
      .all()
      .find(
        (tab) =>
          tab.phase === 'inCall' &&
          (tab.platform !== state.platform || tab.code !== state.code) &&
          isAnswering(tab, now),
      )?.platform
  }

  #tabsHere(now: number): number | undefined {
    const { tabs, current } = this.#parts
    const state = current.running
    if (state === undefined) return undefined
    return tabs.inCall(state.platform, state.code).filter((tab) => isAnswering(tab, now)).length
  }
}
