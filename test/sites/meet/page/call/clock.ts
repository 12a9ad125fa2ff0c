import { h } from '../dom.ts'
import type { Cleanup, Page } from '../page-context.ts'

/**
 * The element jsname W5i7Bf. In CAP26b it shows the time since the start of the call ("00:24"), in CAP25 the time of day
 * ("11:20" with "AM" beside it).
 */
export function clockParts(page: Page, cleanup: Cleanup, kind: 'timer' | 'clock'): HTMLElement[] {
  const text = h('span', { jsname: 'W5i7Bf' })
  const half = h('span', { jsname: 'd1rraf', class: 'O7id6c' })
  const started = performance.now()
  const two = (n: number): string => String(n).padStart(2, '0')
  const show = (): void => {
    if (kind === 'timer') {
      const s = Math.floor((performance.now() - started) / 1000)
      text.textContent = `${two(Math.floor(s / 60))}:${two(s % 60)}`
      return
    }
    const now = new Date()
    text.textContent = `${((now.getHours() + 11) % 12) + 1}:${two(now.getMinutes())}`
    half.textContent = now.getHours() < 12 ? 'AM' : 'PM'
  }
  show()
  const timer = setInterval(show, 1000)
  cleanup.add(() => clearInterval(timer))
  return [
    h('div', { class: 'MQKmmc SudKRc xFmxSe' }, text, kind === 'clock' && half),
    h('div', { role: 'separator', class: 'g2yd9' }),
  ]
}
