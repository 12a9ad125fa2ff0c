import { describe, expect, it } from 'vitest'
import { badgeView, nextBadgeChange, type BadgeView } from '../../lib/views/badge.ts'
import type { OverlayView, PromptView } from '../../lib/views/types.ts'

const NOW = Date.UTC(2026, 10, 9, 10, 0)
const MINUTE = 60_000

const prompt = (severity: PromptView['severity']): PromptView => ({
  promptId: severity,
  kind: 'cameraOff',
  severity,
  title: 'Amelia Potter',
  body: '',
  say: '',
  answers: [],
  about: [],
  clauses: [],
  at: NOW,
})
const counting = (leftMs: number): OverlayView['lock'] => ({
  state: 'counting',
  dueAt: NOW + leftMs,
})
const shown = (more: Partial<OverlayView>): BadgeView =>
  badgeView({ lock: { state: 'notSet' }, prompts: [], discreet: false, ...more }, NOW, 1)

describe('the toolbar icon', () => {
  it('shows nothing where nothing waits', () => {
    expect(shown({})).toMatchObject({ text: '', title: 'Lesson Steward' })
    expect(shown({ lock: { state: 'locked' } }).text).toBe('')
  })

  it.each([
    [5 * MINUTE, '5m', '5 minutes'],
    [5 * MINUTE - 1, '4m', '4 minutes'],
    [MINUTE, '1m', '1 minute'],
    [MINUTE - 1, '<1m', 'less than a minute'],
    [150 * MINUTE, '2h', '150 minutes'],
  ])('counts down to the lock: %d ms left', (left, text, words) => {
    const badge = shown({ lock: counting(left) })
    expect(badge).toMatchObject({ text, title: `Lesson Steward: lock the call in ${words}` })
  })

  it('says the next change of the countdown, and none without one', () => {
    expect(nextBadgeChange({ lock: counting(4 * MINUTE + 9_000) }, NOW)).toBe(NOW + 9_000)
    expect(nextBadgeChange({ lock: counting(42_000) }, NOW)).toBe(NOW + 42_000)
    expect(nextBadgeChange({ lock: { state: 'due', dueAt: NOW } }, NOW)).toBeUndefined()
  })

  it('shows what waits before the countdown, the worst by colour and in words', () => {
    const lock = counting(4 * MINUTE)
    expect(shown({ lock, prompts: [prompt('act')] })).toMatchObject({
      text: '1',
      title: 'Lesson Steward: 1 thing waits for you',
    })
    const alarm = shown({ lock, prompts: [prompt('alarm'), prompt('notice')] })
    expect(alarm.title).toBe('Lesson Steward: 2 things wait for you, the first urgent')
    expect(alarm.colour).not.toBe(shown({ prompts: [prompt('notice')] }).colour)
    const many = Array.from({ length: 120 }, () => prompt('notice'))
    expect(shown({ prompts: many }).text).toBe('99+')
  })

  it('counts without alarm while the teacher presents, and never says a name', () => {
    const waiting = (...severities: PromptView['severity'][]) =>
      shown({ prompts: severities.map(prompt), discreet: true })
    expect(waiting('alarm', 'act')).toMatchObject({
      text: '2',
      title: 'Lesson Steward: 2 things wait for you',
    })
    // Whoever sees the shared screen can't tell an alarm from a notice.
    expect(waiting('alarm')).toEqual(waiting('notice'))
    expect(waiting('act')).toEqual(waiting('notice'))
    expect(shown({ discreet: true, lock: counting(3 * MINUTE) }).text).toBe('3m')
    expect(shown({ discreet: true })).toMatchObject({ text: '', title: 'Lesson Steward' })
    const prompts = [prompt('alarm'), prompt('act')]
    expect(JSON.stringify([shown({ prompts }), waiting('alarm')])).not.toContain('Amelia')
  })

  it('can be read: short, and with enough contrast', () => {
    const all = [
      shown({ lock: counting(4 * MINUTE) }),
      shown({ lock: counting(30_000) }),
      ...(['notice', 'act', 'alarm'] as const).map((one) => shown({ prompts: [prompt(one)] })),
    ]
    for (const { text, colour, textColour } of all) {
      expect(text.length).toBeLessThanOrEqual(4)
      expect(contrast(colour, textColour)).toBeGreaterThanOrEqual(4.5)
    }
    expect(new Set(all.map((one) => one.colour)).size).toBe(4)
  })
})

/** By the formula of WCAG 2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}
