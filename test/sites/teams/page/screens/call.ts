import { Captions } from '../call/captions.ts'
import { banners } from '../call/banners.ts'
import { toolbar } from '../call/toolbar.ts'
import { h } from '../dom.ts'
import type { Page, View } from '../page-context.ts'
import { sidePanel } from '../panels/side.ts'
import { Stage } from '../stage/stage.ts'
import { areas } from './areas.ts'

export interface CallView extends View {
  readonly stage: Stage
  readonly captions: Captions
}

/** The call: toolbar, stage, banners, captions, and the side panel. Nesting after the capture of 2026-07 and facts §1. */
export function callScreen(page: Page): CallView {
  const { model, say } = page
  const title = model.options.title === '' ? say('meeting') : model.options.title
  const bar = toolbar(page)
  const stage = new Stage(page)
  const captions = new Captions(page)
  const notes = banners(page)
  const frame = areas(
    page,
    h(
      'div',
      { 'data-cid': 'call-screen-wrapper', class: 'sim-call' },
      h(
        'h1',
        {
          'data-tid': model.options.client === 'full' ? 'call-title' : 'calling-title',
          class: 'sim-title',
        },
        title,
      ),
      bar.element,
      notes.element,
      stage.element,
      captions.element,
    ),
  )
  const side = sidePanel(page, frame.end)
  return {
    element: frame.element,
    stage,
    captions,
    close() {
      for (const part of [bar, stage, captions, notes, side]) part.close()
      frame.element.remove()
    },
  }
}
