import type { Box } from '../../../meet/page/stage/tile.ts'
import { h } from '../dom.ts'
import { hashed } from '../icon.ts'
import { shownName, tileTid } from '../identity.ts'
import type { Person } from '../model.ts'
import type { Page } from '../page-context.ts'
import { shareId } from '../studio.ts'

/** A shared screen in the central segment: no outline, the sharer's name tag on it (Teams facts §2, readings 2026-09). */
export class ShareTile {
  readonly element: HTMLElement
  private readonly page: Page
  private readonly person: Person
  private readonly video = h('video', {
    autoplay: true,
    playsinline: true,
    style: 'object-fit: contain;',
  })

  constructor(page: Page, person: Person) {
    this.page = page
    this.person = person
    const { say, model } = page
    const { options } = model
    const name = shownName(person, say)
    this.video.muted = true
    const full = options.client === 'full'
    const tile = h(
      'div',
      {
        'data-cid': full ? 'calling-participant-stream' : undefined,
        'data-stream-type': 'ScreenSharing',
        'data-tid': tileTid(person, say, options),
        'data-acc-element-id': full ? crypto.randomUUID() : undefined,
        role: full ? 'menuitem' : undefined,
        'aria-label': options.labels === 'none' ? undefined : say('sharedBy', { name }),
        class: `sim-tile ${hashed()}`,
      },
      h(
        'div',
        { 'data-tid': 'calling-stream', 'data-type': 'screen-sharing', class: 'sim-media' },
        this.video,
      ),
      h(
        'div',
        { 'data-tid': 'participant-info', class: 'sim-info' },
        h(
          'span',
          { class: 'fui-StyledText' },
          h('span', { 'data-tid': 'participant-info-nametag' }, name),
        ),
      ),
    )
    this.element = full
      ? tile
      : h(
          'div',
          { role: 'menuitem', 'data-acc-element-id': crypto.randomUUID(), class: 'sim-slot' },
          h('div', { 'data-tid': `video-item-container-${name}` }, tile),
        )
    this.picture()
  }

  picture(): void {
    const stream = this.page.model.streams.get(shareId(this.person.id)) ?? null
    if (this.video.srcObject !== stream) this.video.srcObject = stream
  }

  place(box: Box): void {
    this.element.style.cssText = `left: ${box.left}px; top: ${box.top}px; width: ${box.width}px; height: ${box.height}px;`
  }

  close(): void {
    this.video.srcObject = null
    this.element.remove()
  }
}
