import { h, once } from '../dom.ts'
import { oldIcon } from '../icon.ts'
import type { Person } from '../model.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { grid, sidebar, type Arrangement } from './arrange.ts'
import { othersTile } from './others.ts'
import { ShareTile } from './share-tile.ts'
import { Tile, type Box } from './tile.ts'

/** `<main>` with everybody's tile. Lays itself out again when people come, go, present, or the window changes. */
export class Stage implements View {
  readonly element: HTMLElement
  readonly tiles = new Map<string, Tile>()
  private readonly shares = new Map<string, ShareTile>()
  private readonly page: Page
  private readonly small: HTMLElement
  private readonly cleanup = new Cleanup()
  private others: HTMLElement | undefined
  private readonly relay = once(() => this.lay())

  constructor(page: Page) {
    this.page = page
    const { model, say } = page
    this.small = h('div', {
      jsname: 'Qiayqc',
      class: 'aGWPv picrje',
      style: 'inset: auto 16px 16px auto;',
    })
    this.element = h(
      'main',
      { class: 'axUSnc  P9KVBf', jscontroller: 'izfDQc' },
      h('div', { jscontroller: 'tzb3H' }, this.small),
      // A hint of the gesture feature: always there, never shown, no sign of a raised hand (Meet facts §2).
      h(
        'div',
        { class: 'pUZoOe', jscontroller: 'aEsH9c' },
        oldIcon('front_hand', 'SY7PGc'),
        h('span', { class: 'qvMrtd' }, say('raisingHand')),
      ),
    )
    this.cleanup.add(
      model.on('people', this.relay),
      model.on('layout', this.relay),
      model.on('panel', this.relay),
      model.on('person', (id) => this.updated(id)),
      model.on('stream', (id) => {
        this.tiles.get(id)?.picture()
        for (const share of this.shares.values()) share.picture()
      }),
    )
    window.addEventListener('resize', this.relay)
    this.cleanup.add(() => window.removeEventListener('resize', this.relay))
    const beat = setInterval(() => this.beat(), 300)
    this.cleanup.add(() => clearInterval(beat))
    this.inset()
    this.relay()
  }

  close(): void {
    this.cleanup.run()
    for (const tile of [...this.tiles.values(), ...this.shares.values()]) tile.close()
    this.element.remove()
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
    this.shares.get(id)?.update(person)
  }

  private beat(): void {
    for (const [id, tile] of this.tiles) {
      const person = this.page.model.people.get(id)
      if (person?.speaking === true) tile.level(person)
    }
  }

  private inset(): void {
    const { model } = this.page
    const right = model.panel === null ? 16 : 392
    this.element.style.inset = `72px ${right}px 80px 16px`
  }

  private lay(): void {
    const { model } = this.page
    this.inset()
    const width = this.element.clientWidth
    const height = this.element.clientHeight
    const self = model.self()
    const remote = [...model.people.values()].filter((person) => !person.self)
    const pinned = remote.find((person) => person.pinned)
    const presenters = [...model.people.values()].filter((person) => person.presenting)
    this.keepShares(presenters)
    const pair = remote.length === 1 && presenters.length === 0 && self !== undefined
    const inGrid = self === undefined || pair ? remote : [...remote, self]
    const large = presenters.length > 0 || model.layout === 'sidebar' || pinned !== undefined
    let plan: Arrangement
    let shown: readonly Person[]
    if (model.layout === 'spotlight') {
      shown = presenters.length > 0 ? [] : inGrid.slice(0, 1)
      plan = {
        share: { left: 0, top: 0, width, height },
        tiles: [{ left: 0, top: 0, width, height }],
        others: undefined,
      }
    } else if (large && presenters.length === 0 && inGrid.length > 1) {
      const first = pinned ?? inGrid[0]
      const rest = inGrid.filter((person) => person !== first)
      const side = sidebar(width, height, rest.length, model.tileLimit)
      plan = {
        ...side,
        share: undefined,
        tiles: side.share === undefined ? side.tiles : [side.share, ...side.tiles],
      }
      shown = first === undefined ? rest : [first, ...rest]
    } else {
      plan = large
        ? sidebar(width, height, inGrid.length, model.tileLimit)
        : grid(width, height, inGrid.length, model.tileLimit)
      shown = inGrid
    }
    const placed = shown.slice(0, plan.tiles.length)
    // Whoever has no room keeps their own tile last: the own picture is never the one that is left out.
    if (
      self !== undefined &&
      !pair &&
      model.layout !== 'spotlight' &&
      placed.length > 0 &&
      !placed.includes(self)
    ) {
      placed.splice(-1, 1, self)
    }
    this.keepTiles(placed, plan.tiles, remote.length === 1)
    this.corner(pair ? self : undefined, width)
    this.placeShares(presenters, plan.share)
    this.rest(
      inGrid.length - placed.length,
      plan.others,
      inGrid.filter((person) => !placed.includes(person)),
    )
    model.onStage.clear()
    for (const id of this.tiles.keys()) model.onStage.add(id)
  }

  private keepTiles(people: readonly Person[], boxes: readonly Box[], solo: boolean): void {
    const wanted = new Set(people.map((person) => person.id))
    const self = this.page.model.self()
    for (const [id, tile] of this.tiles) {
      if (wanted.has(id)) continue
      if (id === self?.id && tile.frame.parentElement === this.small) continue
      tile.close()
      this.tiles.delete(id)
    }
    people.forEach((person, at) => {
      const tile = this.tileIn(this.element, person)
      if (tile.frame.parentElement === null)
        this.element.insertBefore(tile.frame, this.small.parentElement)
      const box = boxes[at]
      if (box !== undefined) tile.place(box)
      tile.soloPin(solo)
    })
  }

  /** The person's tile, if it is in that place already, else a new one: a video that is moved in the page stands still. */
  private tileIn(place: HTMLElement, person: Person): Tile {
    const here = this.tiles.get(person.id)
    if (here?.frame.parentElement === place) return here
    here?.close()
    const made = new Tile(this.page, person)
    this.tiles.set(person.id, made)
    return made
  }

  /** In a call of two the own picture is a small one in the corner, else there is none there. */
  private corner(self: Person | undefined, width: number): void {
    if (self === undefined) {
      for (const [id, tile] of this.tiles) {
        if (tile.frame.parentElement === this.small) {
          tile.close()
          this.tiles.delete(id)
        }
      }
      return
    }
    const tile = this.tileIn(this.small, self)
    if (tile.frame.parentElement === null) this.small.append(tile.frame)
    const w = Math.min(240, Math.round(width / 4))
    tile.place({
      left: -w,
      top: -Math.round((w * 9) / 16),
      width: w,
      height: Math.round((w * 9) / 16),
    })
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
      this.element.prepend(share.frame)
    }
  }

  private placeShares(presenters: readonly Person[], box: Box | undefined): void {
    if (box === undefined) return
    const each = box.height / Math.max(1, presenters.length)
    presenters.forEach((person, at) => {
      this.shares
        .get(person.id)
        ?.place({ ...box, top: Math.round(at * each), height: Math.round(each) })
    })
  }

  /** "+N others": people beyond the limit have no tile and no video in the page (Meet facts §2). */
  private rest(count: number, box: Box | undefined, hidden: readonly Person[]): void {
    this.others?.remove()
    this.others = undefined
    if (box === undefined || count <= 0) return
    this.others = othersTile(this.page.say('others', { n: count }), hidden)
    this.others.style.cssText = `left: ${box.left}px; top: ${box.top}px; width: ${box.width}px; height: ${box.height}px;`
    this.element.insertBefore(this.others, this.small.parentElement)
  }
}
