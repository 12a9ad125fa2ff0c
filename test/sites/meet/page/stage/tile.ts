import { act, h } from '../dom.ts'
import { iconButton, type IconButton } from '../icon.ts'
import type { Person } from '../model.ts'
import type { Page } from '../page-context.ts'
import { avatarOf, hueOf } from './avatar.ts'
import {
  cornerPart,
  emptyLayers,
  fullVideoHint,
  levelBars,
  namePart,
  type NamePart,
} from './tile-parts.ts'
import { VideoLayer } from './video-layer.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const ids = ['data-participant-id', 'data-requested-participant-id', 'data-tile-media-id'] as const

/** A camera tile: the frame `div.dkjMxf` with the tile in it, nested as in the captures (Meet facts §2). */
export class Tile {
  readonly frame: HTMLElement
  personId: string
  private readonly page: Page
  private readonly tile: HTMLElement
  private readonly wrapper: HTMLElement
  private readonly layer = new VideoLayer()
  private readonly name: NamePart
  private readonly avatars: readonly HTMLImageElement[]
  private readonly levels: readonly HTMLElement[]
  private readonly micMark: IconButton | undefined
  private readonly pin: IconButton | undefined
  private readonly reframe: IconButton | undefined
  private readonly more: IconButton
  private readonly surface: HTMLElement
  private box: Box = { left: 0, top: 0, width: 0, height: 0 }
  private beat = 0

  constructor(page: Page, person: Person) {
    this.page = page
    this.personId = person.id
    const { say, doings } = page
    const is2025 = page.model.options.ui === '2025'
    this.name = namePart(person.name)
    const back = h('img', { alt: '', crossorigin: 'use-credentials', class: 'm0DVAf' })
    const front = h('img', { alt: '', class: 'SOQwsf' })
    this.avatars = [back, front]
    const ring = h('div', {
      jscontroller: 'YQvg8b',
      class: 'DYfzY cYKTje gjg47c',
      jsname: 'QgSmzd',
    })
    const bars = levelBars(person.self)
    this.levels = [ring, bars]
    this.more = iconButton('more_vert', '', { 'aria-expanded': 'false', 'aria-haspopup': 'menu' })
    const buttons: HTMLElement[] = []
    if (person.self) {
      this.reframe = iconButton('frame_person', say('reframe'), { jsname: 'nsKqzb' })
      const effects = iconButton('visual_effects', say('effects'))
      buttons.push(
        h(
          'div',
          { jscontroller: 'ccQ9if' },
          h('div', { jscontroller: 'aFDtTb' }, this.reframe.wrap),
        ),
        h('div', { jscontroller: 'FgUb3' }, effects.wrap),
      )
    } else {
      this.pin = iconButton('keep_outline', '', {
        jsname: 'fxbmRe',
        'aria-expanded': 'false',
        'aria-haspopup': 'menu',
      })
      act(this.pin.button, () => doings.pin(this.personId))
      this.micMark = iconButton('mic_off', say('cantUnmute'), { jsname: 'LgbsSe' })
      act(this.micMark.button, () => doings.askMute(this.personId))
      buttons.push(
        h('div', { jscontroller: 'u36Osd' }, h('div', { jscontroller: 'kHojpd' }, this.pin.wrap)),
        h('div', { class: 'T7uFbc FTMc0c pfTHwd', jscontroller: 'CIOF9b' }, this.micMark.wrap),
      )
    }
    buttons.push(h('div', { jscontroller: 'YZhtAb' }, this.more.wrap))
    this.wrapper = h(
      'div',
      {
        class: 'koV58 Zi94Db',
        jscontroller: 'dTVdqe',
        'data-resolution-cap': '0',
        'data-layout': 'roi-crop',
        'data-context': is2025 ? undefined : '1',
        'data-use-raw-local-presentation-stream': is2025 ? undefined : 'true',
      },
      h(
        'div',
        { class: 'knW4sf OvyUed', jsname: 'Jaieyd' },
        h(
          'div',
          { class: 'T4q2od iPFm3e', jscontroller: 'X5Yr9d' },
          back,
          h('div', { class: 'D3ywUe' }),
          h(
            'div',
            { class: 'qRU4mf uSECwd JTEhGf iPFm3e' },
            h('div', { class: 'sCE0Tb' }),
            ring,
            h('div', { class: 'qg7mD r6DyN xm86Be JBY0Kc eXUaib KXY1yb' }, front),
          ),
        ),
      ),
      this.layer.element,
    )
    this.surface = h(
      'div',
      { jscontroller: 'W156lc', class: 'FKJK2b ZrmAYe' },
      h('div', { class: 'CNjCjf iPFm3e' }, this.wrapper),
    )
    this.tile = h(
      'div',
      { jsname: 'E2KThb', tabindex: '-1', class: 'oZRSLe', jscontroller: 'K3Z5Df' },
      this.surface,
      h(
        'div',
        { jscontroller: 'gu0YGc' },
        ...emptyLayers(),
        h(
          'div',
          { jscontroller: 'h8UR3d', class: 'tTdl5d' },
          h(
            'div',
            { jsname: 'xbky9c', class: 'wIP0Bc', jscontroller: 'WZmwIc' },
            h('div', { jsname: 'kPfaL', class: 'HNwH4d G70CKc  P9KVBf' }, ...buttons),
          ),
        ),
        h(
          'div',
          { class: 'ZY8hPc iPFm3e', jsname: 'giiMnc', jscontroller: 'oPp40b' },
          person.self && fullVideoHint(say('fullVideo')),
          h(
            'div',
            { class: person.self ? 'Djiqwe Yc9j6d' : 'Djiqwe' },
            h('div', { class: ' JIru8e iPFm3e', jscontroller: 'LWJCCe' }),
            h(
              'div',
              { class: 'LqxiJe vLRPrf iPFm3e', jscontroller: 'z5VjDc' },
              h(
                'div',
                { class: 'Ncfvpd' },
                h(
                  'div',
                  { class: 'OFfHfd urlhDe vLRPrf iPFm3e', jscontroller: 'sMwcOc' },
                  this.name.element,
                ),
              ),
            ),
          ),
        ),
        cornerPart(bars, person.self),
      ),
    )
    this.frame = h(
      'div',
      { class: `dkjMxf ${person.self ? 'i8wGAe' : 'ZbBNqf'} iPFm3e MVbbRb tSl2vc` },
      this.tile,
    )
    this.assign(person)
  }

  /** Shows a person in this tile; also another one, since the real site re-uses its elements. */
  assign(person: Person): void {
    this.personId = person.id
    for (const name of ids) this.tile.setAttribute(name, person.id)
    this.update(person)
    this.picture()
  }

  update(person: Person): void {
    const { say, model } = this.page
    this.name.set(person.name)
    const picture = avatarOf(person.name)
    for (const image of this.avatars) if (image.src !== picture) image.src = picture
    this.surface.style.setProperty('--tile-hue', String(hueOf(person.name)))
    const plainMore = person.self && model.options.ui === '2025'
    this.more.label(plainMore ? say('moreOptions') : say('moreFor', { name: person.name }))
    this.pin?.label(say(person.pinned ? 'unpin' : 'pin', { name: person.name }))
    this.pin?.icon(person.pinned ? 'keep_off' : 'keep_outline')
    if (this.micMark !== undefined) {
      this.micMark.button.disabled = !person.microphone
      this.micMark.label(person.microphone ? say('mute', { name: person.name }) : say('cantUnmute'))
      this.micMark.icon(person.microphone ? 'mic' : 'mic_off')
    }
    if (this.reframe !== undefined) this.reframe.button.disabled = person.camera === 'off'
    this.level(person)
  }

  /** Takes over the stream that the model has for this person now. */
  picture(): void {
    const stream = this.page.model.streams.get(this.personId)
    this.layer.show(stream)
    this.layer.size(this.box.width, this.box.height)
    this.wrapper.classList.toggle('S7urwe', stream !== undefined)
  }

  place(box: Box): void {
    this.box = box
    this.frame.style.cssText = `left: ${box.left}px; top: ${box.top}px; width: ${box.width}px; height: ${box.height}px;`
    this.layer.size(box.width, box.height)
  }

  /** Hides the pin in a call of two (Meet facts §2). */
  soloPin(hidden: boolean): void {
    if (this.pin !== undefined) this.pin.wrap.style.display = hidden ? 'none' : ''
  }

  /** One step of the speaking sign. The class names of the levels rotate on the real site, so they are made up. */
  level(person: Person): void {
    this.beat += 1
    for (const part of this.levels) {
      part.classList.toggle('gjg47c', !person.speaking)
      for (const at of [0, 1, 2])
        part.classList.toggle(`sim-level-${at}`, person.speaking && this.beat % 3 === at)
    }
    this.frame.classList.toggle('sim-speaking', person.speaking)
  }

  close(): void {
    this.layer.show(undefined)
    this.frame.remove()
  }
}
