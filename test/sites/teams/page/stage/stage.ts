import { grid } from '../../../meet/page/stage/arrange.ts'
import { h, once } from '../dom.ts'
import { icon } from '../icon.ts'
import type { Person } from '../model.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { stageFrame, type StageFrame } from './frame.ts'
import { OwnTile } from './own-tile.ts'
import { ShareTile } from './share-tile.ts'
import { Tile } from './tile.ts'

/** So many tiles without a place stay in the page. */
const phantomsKept = 4

/**
 * The stage: one page of the gallery, what is large, the own picture. Whoever loses their place leaves a tile behind with
 * no size, and the next who needs one gets it: element, video and all (Teams facts §2, "phantom tiles").
 */
export class Stage implements View {
  readonly element = h('div', { class: 'sim-stage-holder' })
  readonly tiles = new Map<string, Tile>()
  private readonly shares = new Map<string, ShareTile>()
  private readonly spare: Tile[] = []
  private readonly page: Page
  private readonly own: OwnTile
  private readonly cleanup = new Cleanup()
  private frame: StageFrame | undefined
  private mode = ''
  private readonly relay = once(() => this.lay())

  constructor(page: Page) {
    this.page = page
    this.own = new OwnTile(page)
    const { model } = page
    const resized = new ResizeObserver(this.relay)
    resized.observe(this.element)
    this.cleanup.add(
      model.on('people', this.relay),
      model.on('layout', this.relay),
      model.on('person', (id) => this.updated(id)),
      model.on('stream', (id) => this.streamed(id)),
      () => resized.disconnect(),
    )
    this.relay()
  }

  close(): void {
    this.cleanup.run()
    this.clear()
    this.element.remove()
  }

  /** The displayed video of a person, if there is one. */
  video(id: string): HTMLVideoElement | undefined {
    const self = this.page.model.self()
    return id === self?.id && this.tiles.get(id) === undefined
      ? this.own.video
      : this.tiles.get(id)?.video
  }

  /** The elements stay, the people in them change places. */
  swap(a: string, b: string): void {
    const first = this.tiles.get(a)
    const second = this.tiles.get(b)
    if (first === undefined || second === undefined)
      throw new Error('Both people need a tile on the stage.')
    const { model } = this.page
    first.assign(model.person(b))
    second.assign(model.person(a))
    this.tiles.set(b, first).set(a, second)
  }

  private updated(id: string): void {
    const { model } = this.page
    const person = model.people.get(id)
    if (person === undefined) return
    this.tiles.get(id)?.update(person)
    if (person.self) this.own.update(person)
  }

  private streamed(id: string): void {
    const person = this.page.model.people.get(id)
    if (person !== undefined) this.tiles.get(id)?.picture(person)
    if (person?.self === true) this.own.update(person)
    for (const share of this.shares.values()) share.picture()
  }

  private lay(): void {
    const { model } = this.page
    const light = model.options.client === 'light'
    const self = model.self()
    const remote = inOrder([...model.people.values()].filter((person) => !person.self))
    const presenters = [...model.people.values()].filter(
      (person) => person.presenting && !person.self,
    )
    const inGallery = light && self !== undefined ? [...remote, self] : remote
    const enlarged = this.enlarged(inGallery, presenters.length > 0)
    const split = presenters.length > 0 || enlarged.length > 0
    const alone = remote.length === 0 && !(light && self?.camera !== 'off')
    const videos = inGallery.some((person) => person.camera !== 'off')
    this.build(
      alone ? 'alone' : `${split ? 'split' : 'whole'} ${videos ? 'mixed' : 'plain'}`,
      split,
      videos,
    )
    this.showOwn(self, light, alone)
    if (this.frame === undefined) return this.settle([])

    // Oneself is on every page, in the last place.
    const own = light && self !== undefined && !enlarged.includes(self) ? [self] : []
    const rest = remote.filter((person) => !enlarged.includes(person))
    const limit = Math.max(1, (split ? Math.min(model.tileLimit, 6) : model.tileLimit) - own.length)
    model.pages = Math.max(1, Math.ceil(rest.length / limit))
    model.page = Math.max(1, Math.min(model.page, model.pages))
    const shown = [...rest.slice((model.page - 1) * limit, model.page * limit), ...own]
    this.frame.turn(model.page, model.pages)
    this.frame.wrapper.setAttribute('data-participant-count', String(inGallery.length))
    this.nameGallery()
    const now = [...enlarged, ...shown]
    this.release(new Set(now.map((person) => person.id)))
    this.keepShares(presenters)
    this.put(this.frame.large, enlarged, presenters.length)
    this.put(this.frame.gallery, shown, 0)
    this.settle(now)
  }

  /** Who has the centre: a spotlight, pins, or the first of the speaker view. A shared screen sends all to the side. */
  private enlarged(people: readonly Person[], sharing: boolean): readonly Person[] {
    const { layout } = this.page.model
    const spotlit = people.filter((person) => person.spotlit)
    if (spotlit.length > 0) return spotlit
    const pinned = people.filter((person) => person.pinned)
    if (pinned.length > 0) return pinned
    const big = (layout === 'sidebar' || layout === 'spotlight') && people.length > 1 && !sharing
    return big
      ? [people.find((person) => person.speaking) ?? people[0]].filter((one) => one !== undefined)
      : []
  }

  /** Another arrangement is another tree: every tile is mounted anew. */
  private build(mode: string, split: boolean, videos: boolean): void {
    if (mode === this.mode) return
    this.mode = mode
    this.clear()
    this.frame = undefined
    const { model } = this.page
    if (mode === 'alone') {
      this.element.replaceChildren(
        h(
          'div',
          { 'data-tid': 'stage-layouts-renderer', class: 'sim-fill' },
          h(
            'div',
            {
              'data-tid': 'calling-screen-avatar',
              'data-person-mri': model.self()?.id,
              class: 'sim-alone',
            },
            h('span', { 'data-tid': 'participant-avatar', class: 'fui-Avatar' }, icon('people')),
          ),
        ),
        h('div', { 'data-tid': 'calling-screen-background' }),
      )
      return
    }
    this.frame = stageFrame(this.page, split, videos)
    this.element.replaceChildren(this.frame.root)
  }

  private showOwn(self: Person | undefined, light: boolean, alone: boolean): void {
    // The capture of somebody alone with the camera off has the large avatar only.
    if (self === undefined || light || (alone && self.camera === 'off')) {
      this.own.element.remove()
      return
    }
    this.own.update(self)
    if (this.own.element.parentElement !== this.element) this.element.append(this.own.element)
  }

  /** Tiles of those who lost their place: kept as phantoms up to a number. */
  private release(wanted: ReadonlySet<string>): void {
    for (const [id, tile] of this.tiles) {
      if (wanted.has(id)) continue
      this.tiles.delete(id)
      if (this.page.model.options.phantoms && this.spare.length < phantomsKept) {
        tile.fade()
        this.spare.push(tile)
      } else tile.close()
    }
  }

  private put(holder: HTMLElement, people: readonly Person[], shares: number): void {
    const { width, height } = holder.getBoundingClientRect()
    const places = grid(width, height, people.length + shares, 500).tiles
    if (shares > 0) [...this.shares.values()].forEach((share, at) => place(share, places[at]))
    people.forEach((person, at) => {
      const tile = this.tileIn(holder, person)
      if (tile.element.parentElement === null) holder.append(tile.element)
      place(tile, places[at + shares])
    })
  }

  /** The person's own tile, else a spare one of this holder, else a new one. */
  private tileIn(holder: HTMLElement, person: Person): Tile {
    const here = this.tiles.get(person.id)
    if (here?.element.parentElement === holder) return here
    here?.close()
    const at = this.spare.findIndex((tile) => tile.element.parentElement === holder)
    const spare = at < 0 ? undefined : this.spare.splice(at, 1)[0]
    if (spare !== undefined) spare.assign(person)
    const tile = spare ?? new Tile(this.page, person)
    this.tiles.set(person.id, tile)
    return tile
  }

  private keepShares(presenters: readonly Person[]): void {
    const wanted = new Set(presenters.map((person) => person.id))
    for (const [id, share] of this.shares) {
      if (wanted.has(id)) continue
      share.close()
      this.shares.delete(id)
    }
    for (const person of presenters) {
      if (this.shares.has(person.id)) continue
      const share = new ShareTile(this.page, person)
      this.shares.set(person.id, share)
      this.frame?.large.prepend(share.element)
    }
  }

  private nameGallery(): void {
    const { say, model } = this.page
    const people = [...model.people.values()]
    const key = people.some((person) => person.spotlit)
      ? 'videosSpotlight'
      : people.some((person) => person.pinned)
        ? 'videosPinned'
        : 'videos'
    this.frame?.gallery.setAttribute('aria-label', say(key))
  }

  private settle(people: readonly Person[]): void {
    const { onStage } = this.page.model
    const before = [...onStage].join()
    onStage.clear()
    for (const person of people) onStage.add(person.id)
    if ([...onStage].join() !== before) this.page.model.tell('stage')
  }

  private clear(): void {
    for (const tile of [...this.tiles.values(), ...this.spare, ...this.shares.values()])
      tile.close()
    this.tiles.clear()
    this.shares.clear()
    this.spare.length = 0
  }
}

/** Cameras first, each group in the order they came. */
function inOrder(people: readonly Person[]): Person[] {
  return people.toSorted((a, b) => Number(a.camera === 'off') - Number(b.camera === 'off'))
}

function place(tile: Tile | ShareTile, box: Parameters<Tile['place']>[0] | undefined): void {
  if (box !== undefined) tile.place(box)
}
