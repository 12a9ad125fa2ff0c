import { h } from '../dom.ts'
import { hashed } from '../icon.ts'
import type { Person } from '../model.ts'
import type { Page } from '../page-context.ts'
import { initials } from '../screens/areas.ts'

/** The own picture of the full client: an image by its role, no stream type, no name tag (Teams facts §2, "own tile"). */
export class OwnTile {
  readonly element = h('div', {
    'data-tid': 'myself-video',
    role: 'img',
    class: `sim-own ${hashed()}`,
  })
  private readonly page: Page
  private video_: HTMLVideoElement | undefined

  constructor(page: Page) {
    this.page = page
  }

  get video(): HTMLVideoElement | undefined {
    return this.video_
  }

  update(person: Person): void {
    const { say, model } = this.page
    const parts = [
      say('ownVideo'),
      person.name,
      ...(person.microphone ? [] : [say('ownMuted')]),
      say('hasMenu'),
    ]
    this.element.setAttribute('aria-label', parts.join(', '))
    const stream = model.streams.get(person.id)
    if (stream === undefined) {
      this.video_ = undefined
      this.element.replaceChildren(
        h(
          'span',
          { 'data-tid': 'participant-avatar', class: 'fui-Avatar' },
          h(
            'span',
            { class: 'fui-Avatar__initials', 'aria-hidden': 'true' },
            initials(person.name),
          ),
        ),
      )
      return
    }
    if (this.video_ === undefined) {
      this.video_ = h('video', { autoplay: true, playsinline: true, style: 'object-fit: cover;' })
      this.video_.muted = true
      this.element.replaceChildren(this.video_)
    }
    if (this.video_.srcObject !== stream) this.video_.srcObject = stream
  }
}
