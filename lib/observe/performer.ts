import type { ActTools, Command, CommandKind, MeetingAdapter, Outcome } from '../meeting/index.ts'

/**
 * Carries out commands one after the other: two at once would fight over the same menus. Every command gets an outcome,
 * whatever happens to it. Only a wait for her hand ends early, when she clicks something else: "End for everyone" must not stand behind
 * a hint that she has no use for any more.
 */
export interface Performer {
  perform(command: Command): Promise<Outcome>
}

/** What the script gives: to point at a control it is also said what for, which an adapter's step alone does not tell. */
export interface PerformerTools extends Omit<ActTools, 'guide' | 'askedElse'> {
  guide(target: Element, step: string, kind: CommandKind): void
}

/** A command that hangs in a page that changed under it is given up after this. */
const LIMIT_MS = 90_000

/**
 * One click of hers can ask for several of these (lib/desk/answers.ts), each sent when the last has its outcome. So one that arrives may
 * be older than what is waited for, and ends no wait: it would take away the hint that she has just asked for.
 */
const OF_SEVERAL: ReadonlySet<CommandKind> = new Set(['admit', 'deny', 'cameraOff', 'remove'])

export function createPerformer(
  adapter: Pick<MeetingAdapter, 'perform'>,
  doc: Document,
  tools: PerformerTools,
): Performer {
  let last: Promise<unknown> = Promise.resolve()
  /** How many clicks of hers there were that end an older wait. */
  let clicks = 0

  async function carryOut(command: Command, askedElse: () => boolean): Promise<Outcome> {
    if (tools.signal.aborted) return unavailable('pageGone')
    tools.clearGuide()
    const over = new AbortController()
    const limited: ActTools = {
      signal: AbortSignal.any([tools.signal, over.signal]),
      async wait(ms) {
        await tools.wait(ms)
        // Waiting is where a command that was given up comes to its end.
        over.signal.throwIfAborted()
      },
      guide(target, step) {
        if (!over.signal.aborted) tools.guide(target, step, command.kind)
      },
      clearGuide() {
        if (!over.signal.aborted) tools.clearGuide()
      },
      askedElse,
    }
    const tooLong = tools.wait(LIMIT_MS).then(
      () => unavailable('timedOut'),
      () => unavailable('pageGone'),
    )
    try {
      return await Promise.race([adapter.perform(doc, command, limited), tooLong])
    } catch (problem) {
      console.warn(`"${command.kind}" failed.`, problem)
      return unavailable(tools.signal.aborted ? 'pageGone' : 'controlNotFound')
    } finally {
      over.abort()
    }
  }

  return {
    perform(command) {
      if (!OF_SEVERAL.has(command.kind)) clicks += 1
      const asked = clicks
      const mine = last.then(() => carryOut(command, () => clicks > asked))
      last = mine
      return mine
    },
  }
}

function unavailable(why: NonNullable<Outcome['why']>): Outcome {
  return { result: 'unavailable', steps: [], why }
}
