import type { PromptAnswer, PromptKind } from '../../session/events.ts'
import { keyOf } from '../../session/prompts.ts'
import type { PromptState, SessionState } from '../../session/state.ts'
import type { OwnRule } from '../ownRules.ts'
import type { Finding } from '../types.ts'

/** One reason to speak to the teacher, about one person or thing. Several of one group are asked together. */
export interface Cause {
  readonly kind: PromptKind
  /** Same cause, same key, for as long as it lasts. */
  readonly key: string
  readonly about: readonly string[]
  /** When the cause began. An earlier prompt about the same person was about something else. */
  readonly since: number
  readonly clauses: readonly string[]
  /** The school's own rule that asks for it, also where none of the clauses is among its steps. */
  readonly rule?: OwnRule | undefined
  readonly severity: Finding['severity']
  readonly answers: readonly PromptAnswer[]
  readonly takesReason?: boolean
  readonly byStaff?: boolean
  /** Answers for several together, where they differ ("Remove" is never offered for a whole group). */
  readonly answersMany?: readonly PromptAnswer[]
  /** Causes of one kind and one group make one finding. Absent: always alone. */
  readonly group?: string
  /** Of several things of one kind that each are judged by themselves: the key of every prompt about this one begins so. */
  readonly scope?: string
  /** With a scope: it can be seen at this moment. */
  readonly shown?: boolean
  /** False: it can't be told now whether it still holds. Nothing new is raised, but an open prompt isn't called cleared. */
  readonly holds?: boolean
}

/**
 * Causes → findings.
 *
 *   cause ─ covered by an open prompt of its group ─▶ stays under that prompt's key
 *         ─ covered by an answered one ─▶ that key too (whether it is asked again is the session's affair)
 *         ─ new, and a prompt of its group is open ─▶ joins it; else all new ones of the group make one finding
 */
export function toFindings(causes: readonly Cause[], state: SessionState): readonly Finding[] {
  const findings = new Map<string, Cause[]>()
  const add = (key: string, cause: Cause): void => {
    findings.set(key, [...(findings.get(key) ?? []), cause])
  }
  const fresh = new Map<string, Cause[]>()
  for (const cause of [...causes].sort((a, b) => a.since - b.since || (a.key < b.key ? -1 : 1))) {
    const asked = lastPromptFor(cause, state)
    if (cause.holds === false) {
      if (asked !== undefined && asked.answer === undefined) add(keyOf(asked.promptId), cause)
    } else if (asked !== undefined) add(keyOf(asked.promptId), cause)
    else if (cause.group === undefined) add(cause.key, cause)
    else
      fresh.set(`${cause.kind} ${cause.group}`, [
        ...(fresh.get(`${cause.kind} ${cause.group}`) ?? []),
        cause,
      ])
  }
  for (const group of fresh.values()) {
    const first = group[0]
    if (first === undefined) continue
    const open = [...findings].find(
      ([key, inside]) =>
        inside[0]?.kind === first.kind && inside[0].group === first.group && isOpen(key, state),
    )
    for (const cause of group) add(open?.[0] ?? first.key, cause)
  }
  return [...findings].map(([key, inside]) => merge(key, inside, askedAbout(key, state)))
}

function isOpen(key: string, state: SessionState): boolean {
  return state.prompts.some(
    (prompt) => keyOf(prompt.promptId) === key && prompt.answer === undefined,
  )
}

function lastPromptFor(cause: Cause, state: SessionState): PromptState | undefined {
  return state.prompts.findLast(
    (prompt) =>
      prompt.kind === cause.kind &&
      (keyOf(prompt.promptId) === cause.key ||
        (cause.group !== undefined &&
          prompt.at >= cause.since &&
          keyOf(prompt.promptId).startsWith(cause.scope ?? '') &&
          cause.about.some((one) => prompt.about.includes(one)))),
  )
}

const RANK = { alarm: 0, act: 1, notice: 2 } as const

/** How many people the open prompt of this key was raised about: an answer to it applies to all of them. */
function askedAbout(key: string, state: SessionState): number {
  const open = state.prompts.findLast(
    (prompt) => keyOf(prompt.promptId) === key && prompt.answer === undefined,
  )
  return open?.about.length ?? 0
}

function merge(key: string, causes: readonly Cause[], asked: number): Finding {
  const first = causes[0]
  if (first === undefined) throw new Error('a finding without a cause')
  const about = [...new Set(causes.flatMap((cause) => cause.about))]
  const severity = causes.reduce(
    (worst, cause) => (RANK[cause.severity] < RANK[worst] ? cause.severity : worst),
    first.severity,
  )
  // "Remove" for one of two whose other camera is on by now would remove both.
  const answers =
    causes.length > 1 || asked > 1 ? (first.answersMany ?? first.answers) : first.answers
  return {
    key,
    kind: first.kind,
    about,
    clauses: [...new Set(causes.flatMap((cause) => cause.clauses))],
    severity,
    answers,
    ...(first.rule === undefined ? {} : { rule: first.rule }),
    ...(first.takesReason === true ? { takesReason: true } : {}),
    ...(causes.every(({ byStaff }) => byStaff === true) ? { byStaff: true } : {}),
    ...(first.scope === undefined || first.shown !== true ? {} : { followUp: first.scope }),
  }
}

/** Which of two equally severe findings comes first: people who should not be here before everything else. */
const KIND_ORDER: readonly PromptKind[] = [
  'duplicateName',
  'unknownPerson',
  'noteTaker',
  'room',
  'alone',
  'fewStaff',
  'recording',
  'chatFlag',
  'noConsent',
  'presenting',
  'filePosted',
  'lockDue',
  'lockGone',
  'droppedPupil',
  'cameraOff',
  'renamed',
  'lateKnock',
  'noAdult',
  'goneLong',
  'lockSoon',
  'chatUsed',
  'outsideHours',
  'adultAgain',
]

export function bySeverity(a: Finding, b: Finding): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  )
}
