import { describePrompt } from '../protocol/wording.ts'
import type { Finding } from '../protocol/types.ts'
import { keyOf } from '../session/prompts.ts'
import type { PromptState } from '../session/state.ts'
import { callName, firstNameFor } from './names.ts'
import type { ViewSituation } from './situation.ts'
import type { PromptView } from './types.ts'

const SEVERITY = { alarm: 0, act: 1, notice: 2 } as const

/** How a person is called in a prompt: by the register in the panel, by what the page itself shows on the meeting. */
type Caller = (id: string) => { readonly name: string; readonly first: string }

/** Open prompts for the panel, the most serious first, then the oldest. */
export function promptViews(from: ViewSituation): readonly PromptView[] {
  return openPrompts(from, (id) => {
    const shown = shownName(from, id)
    const match = from.matches.get(id)
    return {
      name: callName(from.register, match, shown),
      first: firstNameFor(from.register, match, shown),
    }
  })
}

/** The same for the meeting page: no name that the page does not show already (the register never enters it). */
export function promptViewsForPage(from: ViewSituation): readonly PromptView[] {
  return openPrompts(from, (id) => {
    const shown = shownName(from, id)
    return {
      name: callName(undefined, undefined, shown),
      first: firstNameFor(undefined, undefined, shown),
    }
  })
}

function openPrompts(from: ViewSituation, call: Caller): readonly PromptView[] {
  const findings = new Map(from.evaluation.findings.map((finding) => [finding.key, finding]))
  return (from.state?.prompts ?? [])
    .filter((prompt) => prompt.answer === undefined)
    .flatMap((prompt) => {
      const finding = findings.get(keyOf(prompt.promptId))
      return finding === undefined ? [] : [view(prompt, finding, call, from)]
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
  call: Caller,
  from: ViewSituation,
): PromptView {
  const people = finding.about.map(call)
  const words = describePrompt(prompt.kind, people, { pack: from.pack, state: from.state, finding })
  return {
    promptId: prompt.promptId,
    kind: prompt.kind,
    severity: finding.severity,
    title: words.title,
    body: words.body,
    say: words.say,
    answers: words.answers.filter((one) => finding.answers.includes(one.answer)),
    about: finding.about,
    clauses: finding.clauses,
    at: prompt.at,
  }
}
