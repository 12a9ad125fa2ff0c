import type { Command, Outcome } from '../meeting/index.ts'

type Admit = Extract<Command, { kind: 'admit' }>

/**
 * Letting in, once for each person: panel and meeting both have the button, and a click too many must not let in the next one.
 * What is under way lives in memory only; if the worker dies with it, the page is read again and the button is back.
 */
export class Admits {
  readonly #underWay = new Map<
    string,
    { readonly command: Admit; readonly outcome: Promise<Outcome> }
  >()

  /** Who is being let in, the first where there are several. */
  get now(): { readonly key: string; readonly name: string } | undefined {
    const [first] = this.#underWay.values()
    return first === undefined ? undefined : { key: first.command.key, name: first.command.name }
  }

  /** Carries the command out, or gives the outcome of the same one that is under way already. */
  once(command: Admit, perform: () => Promise<Outcome>): Promise<Outcome> {
    const already = this.#underWay.get(command.key)
    if (already !== undefined) return already.outcome
    const outcome = perform().finally(() => this.#underWay.delete(command.key))
    this.#underWay.set(command.key, { command, outcome })
    return outcome
  }
}
