import { callName as spokenName, describePrompt } from '../protocol/wording.ts'
import type { PromptExtra } from '../protocol/wording.ts'
import type { Finding } from '../protocol/types.ts'
import { keyOf } from '../session/prompts.ts'
import type { PromptState } from '../session/state.ts'
import { lockView, missingPupils } from './lock.ts'
import { callName, firstNameFor } from './names.ts'
import type { ViewSituation } from './situation.ts'
import type { PromptView } from './types.ts'

const SEVERITY = { alarm: 0, act: 1, notice: 2 } as const

/** Where a prompt is shown: the panel may use the register's names, the meeting page only those that it shows itself. */
interface Audience {
  readonly name: (id: string) => string
  readonly spoken: (id: string) => string
  readonly missing: () => readonly string[]
}

/** Open prompts for the panel, the most serious first, then the oldest. */
export function promptViews(from: ViewSituation): readonly PromptView[] {
  return openPrompts(from, {
    name: (id) => callName(from.register, from.matches.get(id), shownName(from, id)),
    spoken: (id) => firstNameFor(from.register, from.matches.get(id), shownName(from, id)),
    missing: () => missingPupils(from),
  })
}

/** The same for the meeting page: no name that the page does not show already (the register never enters it). */
export function promptViewsForPage(from: ViewSituation): readonly PromptView[] {
  return openPrompts(from, {
    name: (id) => callName(undefined, undefined, shownName(from, id)),
    spoken: (id) => spokenName(shownName(from, id)),
    missing: () => [],
  })
}

function openPrompts(from: ViewSituation, audience: Audience): readonly PromptView[] {
  const findings = new Map(from.evaluation.findings.map((finding) => [finding.key, finding]))
  return (from.state?.prompts ?? [])
    .filter((prompt) => prompt.answer === undefined)
    .flatMap((prompt) => {
      const finding = findings.get(keyOf(prompt.promptId))
      return finding === undefined ? [] : [view(prompt, finding, audience, from)]
    })
    .toSorted((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity] || a.at - b.at)
}

function shownName(from: ViewSituation, id: string): string {
  const { state } = from
  return (
    state?.people.find((one) => one.id === id)?.name ??
    state?.knocks.find((one) => one.key === id)?.name ??
    state?.chatFlags.find((one) => one.lineId === id)?.sender ??
    ''
  )
}

function view(
  prompt: PromptState,
  finding: Finding,
  audience: Audience,
  from: ViewSituation,
): PromptView {
  const aboutLock = prompt.kind === 'lockSoon' || prompt.kind === 'lockDue'
  const names = aboutLock ? audience.missing() : finding.about.map(audience.name)
  const words = describePrompt(prompt.kind, names, {
    ...extraFor(prompt, finding, from),
    callNames: finding.about.map(audience.spoken),
    pack: from.pack,
    answers: finding.answers,
  })
  return {
    promptId: prompt.promptId,
    kind: prompt.kind,
    severity: finding.severity,
    title: words.title,
    body: words.body,
    say: words.say,
    answers: words.answers,
    about: finding.about,
    clauses: finding.clauses,
    at: prompt.at,
  }
}

/** What the sentences need beyond the names: the place, the old and new name, the time, what can be seen of the lock. */
function extraFor(prompt: PromptState, finding: Finding, from: ViewSituation): PromptExtra {
  const { state } = from
  const [about] = finding.about
  const person = state?.people.find((one) => one.id === about)
  const rename = person?.renames.at(-1)
  const flag = state?.chatFlags.find((one) => one.lineId === about)
  const variant = variantOf(prompt, finding, from)
  const moment = prompt.kind === 'lockSoon' ? state?.lockDeadline?.dueAt : rename?.at
  return {
    evidence: lockView(from).evidence,
    ...(variant === undefined ? {} : { variant }),
    ...(person?.room?.verdict === 'bathroom' ? { place: 'bathroom' as const } : {}),
    ...(rename === undefined ? {} : { oldName: rename.from, newName: rename.to }),
    ...(moment === undefined ? {} : { time: clockTime(moment, state?.timeZone) }),
    ...(flag === undefined ? {} : { masked: flag.masked, chatKinds: flag.kinds }),
    ...(prompt.kind === 'recording'
      ? {
          kept:
            state?.notices.recording === 'yes' ? ('recorded' as const) : ('transcribed' as const),
        }
      : {}),
  }
}

function variantOf(
  prompt: PromptState,
  finding: Finding,
  from: ViewSituation,
): PromptExtra['variant'] | undefined {
  const { state, matches } = from
  if (finding.about.some((id) => state?.knocks.some((knock) => knock.key === id))) return 'waiting'
  const people = state?.people.filter((one) => finding.about.includes(one.id)) ?? []
  if (prompt.kind === 'room' && people.some((one) => one.isSelf)) return 'self'
  if (
    prompt.kind === 'cameraOff' &&
    people.length > 0 &&
    people.every((one) => one.room?.verdict === 'covered')
  ) {
    return 'covered'
  }
  if (
    prompt.kind === 'unknownPerson' &&
    finding.about.some((id) => matches.get(id)?.kind === 'ambiguous')
  ) {
    return 'unsure'
  }
  return undefined
}

/** "10:05", in the lesson's own time zone. */
export function clockTime(at: number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at)
}
