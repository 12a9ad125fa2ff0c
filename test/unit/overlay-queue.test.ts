// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { createQueue } from '../../components/overlay/queue.ts'
import { scheduleOf } from '../../lib/observe/schedule.ts'
import type { OverlayQueue } from '../../lib/views/types.ts'
import { wordsOf } from '../support/drawnWords.ts'

const QUEUE: OverlayQueue = {
  next: { key: 'k1', name: 'Amelia Potter', can: 'act', sure: true },
  walk: {
    id: 'p1',
    name: 'Dev Shah',
    question: 'adult',
    mute: { first: false, can: 'act' },
  },
}
/** What of the card only the teacher can say, and what the page's own controls do as well. */
const ONLY_HERS = [
  ['adultSeen', 'Yes', 'p1'],
  ['goOn', 'Not yet', 'p1'],
  ['leaveWaiting', 'Leave waiting', 'k1'],
] as const
const ALSO_THE_PAGES = [
  ['admit', 'Let in', 'k1'],
  ['mute', 'Mute', 'p1'],
] as const

/** A card whose first moment is over. */
function queueCard(isPlain: boolean) {
  const taken: (readonly [string, string])[] = []
  const asked: Element[] = []
  const due: (() => void)[] = []
  const schedule = {
    ...scheduleOf(window, new AbortController().signal),
    after(_ms: number, job: () => void) {
      due.push(job)
      return () => undefined
    },
  }
  const card = createQueue({
    doc: document,
    schedule,
    grip: { handle: document.createElement('button'), steps: document.createElement('div') },
    onAnswer: (answer, id) => taken.push([answer, id]),
    inPlainSight(one, take) {
      asked.push(one)
      take(isPlain)
    },
    onChange: () => undefined,
    isFocusInside: () => false,
    giveFocusBack: () => undefined,
  })
  card.update({ queue: QUEUE, waiting: 1 })
  for (const job of due.splice(0)) job()
  function press(label: string): void {
    const one = [...card.element.querySelectorAll('.answer')].find((each) =>
      wordsOf(each).includes(label),
    )
    if (one === undefined) throw new Error(`No “${label}” on the card`)
    const click = new MouseEvent('click')
    Object.defineProperty(click, 'isTrusted', { value: true })
    one.dispatchEvent(click)
  }
  return { card, taken, asked, press }
}

describe('the waiting room’s card', () => {
  // T-2
  it.each(ONLY_HERS)('takes %s only in plain sight', (answer, label, id) => {
    const hidden = queueCard(false)
    hidden.press(label)
    expect(hidden.taken).toEqual([])
    expect(hidden.asked).toEqual([hidden.card.element])
    const plain = queueCard(true)
    plain.press(label)
    expect(plain.taken).toEqual([[answer, id]])
  })

  it.each(ALSO_THE_PAGES)('takes %s in any case', (answer, label, id) => {
    const { press, taken, asked } = queueCard(false)
    press(label)
    expect(taken).toEqual([[answer, id]])
    expect(asked).toEqual([])
  })

  it('can be answered again after it was refused', () => {
    const { press, taken, asked } = queueCard(false)
    press('Yes')
    press('Yes')
    expect(taken).toEqual([])
    expect(asked).toHaveLength(2)
  })
})
