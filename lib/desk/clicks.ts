import type { FromPages } from '../bus/protocol.ts'
import type { PromptAnswer } from '../session/index.ts'
import { promptViewsForPage } from '../views/prompts.ts'
import { queueNow } from '../views/queue.ts'
import type { QueueAnswer } from '../views/types.ts'
import { effectsOf } from './answers.ts'
import type { CurrentLesson } from './currentLesson.ts'
import type { Hands } from './hands.ts'
import type { Judge } from './judge.ts'
import type { MeetingTab, MeetingTabs } from './meetingTabs.ts'
import { goOnEvents, queueEffects } from './queueAnswers.ts'
import type { Rooms } from './rooms.ts'
import type { Situations } from './situations.ts'
import type { Turns } from './turns.ts'

export interface ClickParts {
  readonly turns: Turns
  readonly tabs: MeetingTabs
  readonly current: CurrentLesson
  readonly judge: Judge
  readonly rooms: Rooms
  readonly situations: Situations
  readonly hands: Hands
  /** Several children behind one device, as an answer says them. */
  readonly fixMatch: (fix: FromPages['fixMatch']) => Promise<unknown>
}

/**
 * The teacher's answers to prompts and to the queue, in the panel or on the meeting. What comes from a meeting page is a claim: it counts
 * only in the tab of this lesson and for what is offered there now, or a page could let somebody in by itself.
 *
 *   click ─▶ in its turn: offered and still open? ─▶ written ─▶ settled ─▶ afterwards, outside: names set right, commands carried out
 */
export class Clicks {
  readonly #parts: ClickParts

  constructor(parts: ClickParts) {
    this.#parts = parts
  }

  /** The teacher answered a prompt on the meeting: only the tab that shows this lesson may say so, and only what it offers. */
  answeredIn(tab: MeetingTab, promptId: string, answer: PromptAnswer): Promise<void> {
    const { tabs, current, situations } = this.#parts
    return this.answer(promptId, answer, undefined, (now) => {
      const { state } = current
      if (state === undefined || !tabs.inCall(state.platform, state.code).includes(tab))
        return false
      const prompts = promptViewsForPage(situations.at(now))
      const offered = prompts.find((one) => one.promptId === promptId)?.answers
      return offered?.some((one) => one.answer === answer) === true
    })
  }

  /** The teacher answered a prompt. `mayBe` judges the claim of a page that is not ours. */
  async answer(
    promptId: string,
    answer: PromptAnswer,
    note?: string,
    mayBe: (now: number) => boolean = () => true,
  ): Promise<void> {
    const { turns, current, judge, rooms, hands, fixMatch } = this.#parts
    const effects = await turns.take(async (now) => {
      if (!mayBe(now)) return undefined
      const { state } = current
      const prompt = state?.prompts.find((one) => one.promptId === promptId)
      if (state === undefined || prompt === undefined || prompt.answer !== undefined)
        return undefined
      const reason = answer === 'reason' ? (note ?? '').trim() : undefined
      if (reason === '') return undefined
      const { events, commands, fixes, silence } = effectsOf(
        state,
        prompt,
        { answer, note: reason },
        now,
        judge.matches,
      )
      for (const id of silence) rooms.silence(id)
      const said = reason === undefined ? {} : { note: reason }
      await current.add(
        [{ type: 'answered', promptId, answer, by: 'teacher', ...said }, ...events],
        now,
      )
      await turns.settle(now)
      return { commands, fixes }
    })
    for (const { id, shown, personIds } of effects?.fixes ?? []) {
      const [registerPersonId = '', ...also] = personIds
      await fixMatch({ id, shown, registerPersonId, also })
    }
    for (const command of effects?.commands ?? []) await hands.perform(command)
  }

  /** The teacher clicked on the queue's card in the meeting. Only the tab that shows this lesson may say so. */
  async queueAnswered(tab: MeetingTab, told: { answer: QueueAnswer; id: string }): Promise<void> {
    const { turns, current, situations, hands } = this.#parts
    const command = await turns.take(async (now) => {
      if (current.actingTab() !== tab || current.moment !== 'during') return undefined
      const from = situations.at(now)
      const effects = queueEffects(told, queueNow(from), from)
      if (effects === undefined) return undefined
      await current.add(effects.events, now)
      await turns.settle(now)
      return effects.command
    })
    if (command !== undefined) await hands.perform(command)
  }

  /** The teacher goes on, in the panel, from the walk of the one who came in last. */
  goOn(id: string): Promise<null> {
    const { turns, current, situations } = this.#parts
    return turns.told((now) => current.add(goOnEvents(id, queueNow(situations.at(now))), now))
  }
}
