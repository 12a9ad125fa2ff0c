import { h } from '../dom.ts'
import { button, hashed } from '../icon.ts'
import type { Model } from '../model.ts'
import type { Page } from '../page-context.ts'

export interface StageFrame {
  readonly root: HTMLElement
  readonly central: HTMLElement
  readonly side: HTMLElement
  /** Shared screens and enlarged people. */
  readonly large: HTMLElement
  /** `only-videos-wrapper`: a menu by its role, though no menu. */
  readonly gallery: HTMLElement
  readonly wrapper: HTMLElement
  /** Shows where in the pages one is; nothing while there is one page. */
  turn(page: number, pages: number): void
}

/**
 * The containers of the stage, outer to inner (Teams facts §2, "stage containers"). The gallery lies in the central
 * segment, or in the side one while something large has the centre.
 */
export function stageFrame(page: Page, split: boolean, videos: boolean): StageFrame {
  const { model, say } = page
  const full = model.options.client === 'full'
  const gallery = h('div', {
    'data-tid': 'only-videos-wrapper',
    role: 'menu',
    class: 'sim-gallery',
  })
  const back = button({ class: 'sim-page-button sim-page-back' }, { icon: 'left' }, () =>
    go(model, -1),
  )
  const next = button({ class: 'sim-page-button sim-page-next' }, { icon: 'right' }, () =>
    go(model, 1),
  )
  const wrapper = h(
    'div',
    { 'data-tid': videos ? 'MixedStage-wrapper' : 'Stage-wrapper', class: 'sim-fill' },
    h('div', { 'data-tid': 'calling-pagination', class: 'sim-fill' }, gallery, back, next),
  )
  const layout = (...inside: readonly HTMLElement[]): HTMLElement =>
    h(
      'div',
      { 'data-tid': full ? 'stage-layout' : 'stage-layouts-renderer', class: 'sim-fill' },
      ...inside,
    )
  const large = h('div', { role: 'menu', class: `sim-fill ${hashed()}` })
  const central = h(
    'div',
    { 'data-test-segment-type': 'central', class: 'sim-central' },
    layout(split ? large : wrapper),
  )
  const side = h(
    'div',
    { 'data-test-segment-type': 'side', class: 'sim-side' },
    split && layout(wrapper),
  )
  const root = h(
    'div',
    { 'data-tid': 'modern-stage-wrapper', class: split ? 'sim-stage sim-split' : 'sim-stage' },
    central,
    side,
  )
  return {
    root,
    central,
    side,
    large,
    gallery,
    wrapper,
    turn(at, of) {
      back.hidden = next.hidden = of < 2
      back.disabled = at <= 1
      next.disabled = at >= of
      back.setAttribute('aria-label', say('lastPage', { at, of }))
      next.setAttribute('aria-label', say('nextPage', { at, of }))
    },
  }
}

function go(model: Model, by: number): void {
  model.page += by
  model.tell('layout')
}
