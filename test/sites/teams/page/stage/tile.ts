import type { Box } from '../../../meet/page/stage/tile.ts'
import { h } from '../dom.ts'
import { hashed, icon } from '../icon.ts'
import { labelName, shownName, tileTid } from '../identity.ts'
import type { Person } from '../model.ts'
import type { Page } from '../page-context.ts'
import { initials } from '../screens/areas.ts'
import { openPersonMenu } from '../panels/person-menu.ts'

/**
 * A camera tile (Teams facts §2). Full client: one element is tile and menu item at once. Light client: the menu item is
 * outside, and between the two lies a container that has a name only while there is video.
 */
export class Tile {
  readonly element: HTMLElement
  personId: string
  /** Has given up its place and lies about with no size. */
  phantom = false
  private readonly page: Page
  private readonly tile: HTMLElement
  private readonly container: HTMLElement | undefined
  private readonly media = h('div', { class: 'sim-media' })
  private readonly outline: HTMLElement
  private readonly name: HTMLElement
  private readonly marks = h('span', { class: 'sim-marks' })
  private readonly accOfTile = crypto.randomUUID()
  private video_: HTMLVideoElement | undefined
  /** The element that showed a picture before: it comes back for the next picture, whoever that is of. */
  private resting: HTMLVideoElement | undefined

  constructor(page: Page, person: Person) {
    this.page = page
    this.personId = person.id
    const { client, bare } = page.model.options
    this.outline = h('div', { 'data-tid': 'voice-level-stream-outline', class: hashed() })
    this.name = h('span', { 'data-tid': bare ? undefined : 'participant-info-nametag' })
    this.tile = h(
      'div',
      { 'data-stream-type': 'Video', class: `sim-tile ${hashed()}` },
      this.media,
      h(
        'div',
        { 'data-tid': bare ? undefined : 'participant-info', class: 'sim-info' },
        // Several name tags, some empty: the first that isn't counts.
        !bare && h('span', { 'data-tid': 'participant-info-nametag' }),
        h(
          'div',
          { 'data-tid': bare ? undefined : 'participant-name-decorator-layer' },
          h('span', { class: 'fui-StyledText' }, this.name),
        ),
        this.marks,
      ),
    )
    if (client === 'full') {
      this.tile.setAttribute('data-cid', 'calling-participant-stream')
      this.tile.setAttribute('role', 'menuitem')
      this.element = this.tile
    } else {
      this.container = h('div', { class: hashed() }, this.tile)
      this.element = h('div', { role: 'menuitem', class: 'sim-slot' }, this.container)
    }
    this.element.tabIndex = -1
    this.element.addEventListener('contextmenu', (event) => {
      event.preventDefault()
      openPersonMenu(page, this.personId, this.element)
    })
    this.assign(person)
  }

  get video(): HTMLVideoElement | undefined {
    return this.video_
  }

  /** Shows a person in this tile; also another one, since elements are re-used. */
  assign(person: Person): void {
    const { acc } = this.page.model.options
    this.personId = person.id
    this.phantom = false
    const id = acc === 'mri' ? person.id : acc === 'tile' ? this.accOfTile : crypto.randomUUID()
    this.element.setAttribute('data-acc-element-id', id)
    this.update(person)
    this.picture(person)
  }

  update(person: Person): void {
    const { say, model } = this.page
    const { options } = model
    this.name.textContent = person.noTag ? '' : shownName(person, say)
    if (!options.bare) this.tile.setAttribute('data-tid', tileTid(person, say, options))
    const label = this.label(person)
    if (label === undefined) this.tile.removeAttribute('aria-label')
    else this.tile.setAttribute('aria-label', label)
    this.outlineOf(person)
    this.marks.replaceChildren(
      ...(person.microphone ? [] : [icon('micOff')]),
      ...(person.hand ? [icon('hand')] : []),
      ...(person.spotlit
        ? [icon('spotlight', { 'data-cid': 'stage-participant-spotlighted' })]
        : []),
    )
    this.avatar(person)
  }

  /** Takes over the stream that the model has for this person now. */
  picture(person: Person): void {
    const stream = this.page.model.streams.get(person.id)
    if (stream === undefined || person.camera === 'off') {
      if (this.video_ !== undefined) this.resting = this.video_
      this.video_?.parentElement?.remove()
      this.video_ = undefined
    } else if (this.video_ === undefined) {
      // An avatar stands first, then the video comes (Teams facts §8).
      const video =
        this.resting ??
        h('video', { autoplay: true, playsinline: true, style: 'object-fit: cover;' })
      this.resting = undefined
      video.muted = true
      video.srcObject = stream
      this.video_ = video
      const wrapper =
        this.container === undefined
          ? h('div', { 'data-tid': 'video-stream' }, video)
          : h('div', { id: 'video-stream-renderer-wrapper' }, video)
      this.media.replaceChildren(wrapper)
    } else if (this.video_.srcObject !== stream) this.video_.srcObject = stream
    this.container?.toggleAttribute('data-tid', false)
    if (this.video_ !== undefined && !this.page.model.options.bare) {
      const name = shownName(person, this.page.say)
      this.container?.setAttribute('data-tid', `video-item-container-${name}`)
    }
    this.avatar(person)
    this.outlineOf(person)
  }

  place(box: Box): void {
    this.element.style.cssText = `left: ${box.left}px; top: ${box.top}px; width: ${box.width}px; height: ${box.height}px;`
  }

  /** Everything stays as it was but the size: names, label, even the video (Teams facts §2, "phantom tiles"). */
  fade(): void {
    this.phantom = true
    this.element.style.cssText = 'left: 0px; top: 0px; width: 0px; height: 0px;'
  }

  close(): void {
    if (this.video_ !== undefined) this.video_.srcObject = null
    this.element.remove()
  }

  private avatar(person: Person): void {
    if (this.video_ !== undefined) return
    const name = shownName(person, this.page.say)
    const { bare } = this.page.model.options
    this.media.replaceChildren(
      h(
        'span',
        {
          'data-tid': bare ? undefined : 'participant-avatar',
          'data-id': 'avatar-image-container',
          class: 'fui-Avatar',
        },
        h('span', { class: 'fui-Avatar__initials', 'aria-hidden': 'true' }, initials(name)),
      ),
    )
  }

  /** The label's grammar: Teams facts §2. A microphone that is on has no word, nor has a camera that is off. */
  private label(person: Person): string | undefined {
    const { say, model } = this.page
    const { options } = model
    if (options.bare || options.labels === 'none' || options.client === 'light') return undefined
    return [
      labelName(person, say) + clashOf(this.page, person),
      ...(person.camera === 'off' ? [] : [say('videoOn')]),
      ...(person.microphone ? [] : [say('muted')]),
      ...(person.pinned ? [say('pinnedToken')] : []),
      ...(person.spotlit ? [say('spotlightToken')] : []),
      say('contextMenu'),
    ].join(', ')
  }

  /** The outline of whoever speaks. The readers disagree on everything about it; the own tile and bots have none. */
  private outlineOf(person: Person): void {
    const { outline, speaking } = this.page.model.options
    const wanted =
      !person.self && !person.bot && (outline === 'always' || this.video_ !== undefined)
    if (!wanted) return this.outline.remove()
    if (this.outline.parentElement === null) this.tile.append(this.outline)
    this.outline.toggleAttribute('data-is-speaking', false)
    if (speaking === 'attr') this.outline.setAttribute('data-is-speaking', String(person.speaking))
    if (speaking === 'class') this.outline.classList.toggle('vdi-frame-occlusion', person.speaking)
    this.outline.classList.toggle('sim-speaks', speaking !== 'none' && person.speaking)
  }
}

/** Two of one name: the later one has a number in the label (Teams facts §2, "badges"). */
function clashOf({ model }: Page, person: Person): string {
  const { clash } = model.options
  if (clash === 'none') return ''
  const same = [...model.people.values()].filter((other) => other.name === person.name)
  const at = same.indexOf(person) + 1
  if (at < 2) return ''
  return clash === 'space' ? ` ${at}` : ` (${at})`
}
