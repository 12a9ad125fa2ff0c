import { h } from '../dom.ts'
import { icon } from '../icon.ts'
import type { Person } from '../model.ts'
import type { Page, View } from '../page-context.ts'
import { VideoLayer } from '../stage/video-layer.ts'

/**
 * The own picture before the call. It stands in `<main>` and carries data-participant-id, which one reader met (Meet
 * facts §1, "in-call candidate 2"), so an id in `<main>` is no proof of being in a call. `preview=0` leaves the id away.
 */
export class SelfPreview implements View {
  readonly element: HTMLElement
  private readonly page: Page
  private readonly layer = new VideoLayer()
  private readonly person: Person
  private readonly stop: () => void

  constructor(page: Page) {
    this.page = page
    const { model, say, doings } = page
    this.person = doings.previewPerson()
    const id = model.options.preview ? this.person.id : undefined
    this.element = h(
      'main',
      { class: 'sim-preview' },
      h(
        'div',
        { 'data-participant-id': id, class: 'sim-preview-box' },
        this.layer.element,
        h(
          'div',
          { class: 'sim-preview-name' },
          icon('visual_effects'),
          h('span', {}, say('effects')),
        ),
      ),
    )
    this.stop = model.on('stream', (changed) => {
      if (changed === this.person.id) this.layer.show(model.streams.get(changed))
    })
    page.studio.preview(this.person)
  }

  close(): void {
    this.stop()
    this.page.studio.stop(this.person.id)
    this.layer.show(undefined)
    this.element.remove()
  }
}
