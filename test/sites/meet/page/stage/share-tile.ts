import { act, h } from '../dom.ts'
import { icon, iconButton } from '../icon.ts'
import type { Person } from '../model.ts'
import type { Page } from '../page-context.ts'
import { emptyLayers, namePart, type NamePart } from './tile-parts.ts'
import type { Box } from './tile.ts'
import { VideoLayer } from './video-layer.ts'

/** The media id of a person's shared screen. The facts only say that it differs from the participant id (§2). */
export function shareId(personId: string): string {
  return personId.replace(/devices\/(\d+)$/, (_, n: string) => `devices/${Number(n) + 5000}`)
}

/** A shared screen: a tile with its own media id, its own pin button, and no self or microphone marks. */
export class ShareTile {
  readonly frame: HTMLElement
  readonly ownerId: string
  private readonly page: Page
  private readonly layer = new VideoLayer(true)
  private readonly name: NamePart

  constructor(page: Page, owner: Person) {
    this.page = page
    this.ownerId = owner.id
    const { say, doings } = page
    const media = shareId(owner.id)
    this.name = namePart('')
    const pin = iconButton(
      'keep_outline',
      owner.self ? say('pinOwnShare') : say('pinShare', { name: owner.name }),
      {
        jsname: 'fniDcc',
      },
    )
    const stop =
      owner.self &&
      act(
        h(
          'button',
          { class: 'sim-stop-share', 'aria-label': say('stopPresenting') },
          icon('cancel_presentation'),
          h('span', {}, say('stopPresenting')),
        ),
        () => doings.present(owner.id, false),
      )
    this.frame = h(
      'div',
      { class: 'dkjMxf ZbBNqf iPFm3e MVbbRb tSl2vc' },
      h(
        'div',
        {
          jsname: 'E2KThb',
          tabindex: '-1',
          class: 'oZRSLe',
          jscontroller: 'K3Z5Df',
          'data-participant-id': owner.id,
          'data-requested-participant-id': owner.id,
          'data-tile-media-id': media,
        },
        h(
          'div',
          { jscontroller: 'W156lc', class: 'FKJK2b ZrmAYe sim-share' },
          h(
            'div',
            { class: 'CNjCjf iPFm3e' },
            h('div', { class: 'koV58 Zi94Db', 'data-layout': 'fit' }, this.layer.element),
          ),
        ),
        owner.self &&
          h('div', { class: 'sim-presenting-note' }, h('span', {}, say('youPresenting')), stop),
        h(
          'div',
          { jscontroller: 'gu0YGc' },
          ...emptyLayers(),
          h(
            'div',
            { class: 'tTdl5d' },
            h(
              'div',
              { jsname: 'xbky9c', class: 'wIP0Bc' },
              h('div', { jsname: 'kPfaL', class: 'HNwH4d G70CKc  P9KVBf' }, pin.wrap),
            ),
          ),
          h(
            'div',
            { class: 'ZY8hPc iPFm3e', jsname: 'giiMnc', jscontroller: 'oPp40b' },
            h('div', { class: 'Djiqwe' }, this.name.element),
          ),
        ),
      ),
    )
    this.update(owner)
    this.picture()
  }

  update(owner: Person): void {
    this.name.set(
      this.page.say(owner.self ? 'selfPresenting' : 'namePresenting', { name: owner.name }),
    )
  }

  picture(): void {
    this.layer.show(this.page.model.streams.get(shareId(this.ownerId)))
  }

  place(box: Box): void {
    this.frame.style.cssText = `left: ${box.left}px; top: ${box.top}px; width: ${box.width}px; height: ${box.height}px;`
    this.layer.size(box.width, box.height)
  }

  close(): void {
    this.layer.show(undefined)
    this.frame.remove()
  }
}
