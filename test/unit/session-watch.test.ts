import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HealthItem } from '../../lib/meeting/index.ts'
import { HEALTH_TOPICS } from '../../lib/meeting/index.ts'
import { healthThrough, silences } from '../../lib/record/health.ts'
import { total, union } from '../../lib/session/stretches.ts'
import { levelOf, silentOf } from '../../lib/session/watch.ts'
import { LessonTale, MINUTE } from '../vectors/lessons/builder.ts'

const ITEMS: readonly HealthItem[] = [
  { level: 'complete' },
  { level: 'partial', why: 'panelClosed' },
  { level: 'blind', why: 'tabHidden' },
]

describe('how a lesson was read', () => {
  // The checklist goes by the fold and the record by its journal: they must not tell two stories of one lesson.
  it('is the same in the fold as in the record', () => {
    const step = fc.tuple(
      fc.integer({ min: 0, max: 6 * MINUTE }),
      fc.constantFrom(...HEALTH_TOPICS),
      fc.constantFrom(...ITEMS),
      fc.constantFrom('health' as const, 'proof' as const, 'note' as const),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, early) => {
        const tale = new LessonTale()
        for (const [ms, topic, item, what] of steps) {
          tale.after(ms)
          if (what === 'health') tale.health(topic, item)
          else if (what === 'proof') tale.add({ type: 'proofOfLife' })
          else tale.add({ type: 'note', about: '', text: 'x' })
        }
        // Closed as interrupted: the stated end lies before the last events.
        tale.add({ type: 'ended', reason: 'left', endedAt: tale.now - (early ? 4 * MINUTE : 0) })
        const { watch, startedAt, ended } = tale.state()
        if (watch === undefined || ended === undefined) throw new Error('It was watched.')
        const span = { from: startedAt, to: ended.at }
        const silent = silentOf(watch, span)
        expect(total(silent)).toBe(total(silences(tale.events, span)))
        const through = healthThrough(tale.events, span)
        for (const topic of HEALTH_TOPICS) {
          const poor = [
            ...levelOf(watch, topic, 'blind', span),
            ...levelOf(watch, topic, 'partial', span),
          ]
          const unread = total(union([...poor, ...silent], span))
          expect({ topic, unread }).toEqual({
            topic,
            unread: through[topic].blind + through[topic].partial,
          })
        }
      }),
    )
  })
})
