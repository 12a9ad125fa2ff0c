import { h } from '../dom.ts'
import type { Cleanup, Page } from '../page-context.ts'

let began: number | undefined

/** How long the call has lasted. In the small window it is a timer with the title in its label (Teams facts §1). */
export function durationPart(page: Page, cleanup: Cleanup, labelled = false): HTMLElement {
  const { say, model } = page
  began ??= performance.now()
  const start = began
  const element = h('span', {
    dir: 'auto',
    'data-tid': 'call-duration',
    role: labelled ? 'timer' : undefined,
  })
  const title = model.options.title === '' ? say('meeting') : model.options.title
  const show = (): void => {
    const seconds = Math.floor((performance.now() - start) / 1000)
    const time = `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`
    element.textContent = time
    if (labelled) element.setAttribute('aria-label', say('duration', { title, time }))
  }
  show()
  const timer = setInterval(show, 1000)
  cleanup.add(() => clearInterval(timer))
  return element
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
