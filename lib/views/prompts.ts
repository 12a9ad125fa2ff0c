import { ruleLabel } from '../protocol/ruleWords.ts'
import { sameNameKey } from '../protocol/text.ts'
import { callName as spokenName, describePrompt } from '../protocol/wording.ts'
import type { Called } from '../protocol/wording.ts'
import type { Finding } from '../protocol/types.ts'
import { keyOf } from '../session/prompts.ts'
import type { PromptState } from '../session/state.ts'
import { homeOf, ringFor } from './home.ts'
import { lockView } from './lock.ts'
import { callName, firstNameFor, personName } from './names.ts'
import type { ViewSituation } from './situation.ts'
import type { PromptView } from './types.ts'
import { byUrgency } from './urgency.ts'

/** Somebody a prompt is about: a participant, a knock, the sender of a chat line, or a pupil of the register who is missing. */
type Caller = (id: string, finding: Finding) => Called

/** Whom to ring at home, with the number: only for the panel. */
interface Home {
  readonly of: (id: string) => string
  readonly ring: (finding: Finding) => readonly string[]
}

/** Open prompts for the panel, the most serious first, then the oldest. */
export function promptViews(from: ViewSituation): readonly PromptView[] {
  const home: Home = {
    of: (id) => homeOf(from, id),
    ring: (finding) => ringFor(finding, from),
  }
  return openPrompts(from, home, (id, finding) => {
    const missing = personName(from.register, id)
    if (missing !== undefined) return missing
    const shown = shownName(from, id)
    const match = from.matches.get(finding.byStaff === true ? writerOf(from, id) : id)
    return {
      name: callName(from.register, match, shown),
      first: firstNameFor(from.register, match, shown),
    }
  })
}

/** The same for the meeting page: no name that the page does not show already (the register never enters it). */
export function promptViewsForPage(from: ViewSituation): readonly PromptView[] {
  return openPrompts(from, undefined, (id) => {
    // A pupil who is missing is known only to the register: counted, not named.
    if (personName(from.register, id) !== undefined) return ''
    const shown = shownName(from, id)
    return { name: callName(undefined, undefined, shown), first: spokenName(shown) }
  })
}

function openPrompts(
  from: ViewSituation,
  home: Home | undefined,
  call: Caller,
): readonly PromptView[] {
  const findings = new Map(from.evaluation.findings.map((finding) => [finding.key, finding]))
  return (from.state?.prompts ?? [])
    .filter((prompt) => prompt.answer === undefined)
    .flatMap((prompt) => {
      const finding = findings.get(keyOf(prompt.promptId))
      return finding === undefined ? [] : [view(prompt, finding, { call, home }, from)]
    })
    .toSorted(byUrgency)
}

/** Who wrote a line that is kept; undefined where the id is none of a line. */
export function chatSender(state: ViewSituation['state'], lineId: string): string | undefined {
  const lines = [...(state?.chatFlags ?? []), ...(state?.files ?? []), ...(state?.chatUsed ?? [])]
  return lines.find((one) => one.lineId === lineId)?.sender
}

/** The device of the member of staff who wrote a line: under that name there is nobody else. */
function writerOf({ state }: ViewSituation, lineId: string): string {
  const flag = state?.chatFlags.find((one) => one.lineId === lineId)
  const writer = state?.people.find((one) =>
    flag?.own === true ? one.isSelf : sameNameKey(one.name) === sameNameKey(flag?.sender ?? ''),
  )
  return writer?.id ?? ''
}

function shownName(from: ViewSituation, id: string): string {
  const { state } = from
  return (
    state?.people.find((one) => one.id === id)?.name ??
    state?.knocks.find((one) => one.key === id)?.name ??
    chatSender(state, id) ??
    ''
  )
}

function view(
  prompt: PromptState,
  finding: Finding,
  { call, home }: { call: Caller; home: Home | undefined },
  from: ViewSituation,
): PromptView {
  const parent = finding.about.length === 1 ? home?.of(finding.about[0] ?? '') : undefined
  const ring = home?.ring(finding) ?? []
  const aboutLock = prompt.kind === 'lockDue' || prompt.kind === 'lockGone'
  const words = describePrompt(
    prompt.kind,
    finding.about.map((id) => call(id, finding)),
    {
      pack: from.pack,
      state: from.state,
      finding,
      answers: finding.answers,
      ...(parent === undefined ? {} : { parent }),
      ...(aboutLock ? { evidence: lockView(from).evidence } : {}),
    },
  )
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
    ...(finding.rule === undefined ? {} : { rule: ruleLabel(finding.rule) }),
    ...(finding.takesReason === true ? { takesReason: true } : {}),
    ...(ring.length === 0 ? {} : { ring }),
    at: prompt.at,
  }
}
