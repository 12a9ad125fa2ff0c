import { Component, createRef, type PointerEvent, type ReactNode } from 'react'

/** A pointer that moved within so many milliseconds is about to press something. */
const IN_USE_MS = 5_000

interface Pointer {
  readonly x: number
  readonly y: number
  /** On the browser's own clock, as events are. */
  readonly at: number
}

/** What lies under the pointer and all that it is in, the innermost first, each with where it is on screen. */
type Anchor = readonly { readonly element: Element; readonly top: number }[]

/**
 * The part of the panel that scrolls. What comes in from the background never moves what the pointer is on: a prompt that comes or goes
 * above it is made up for by scrolling, and by room kept free where there is nothing to scroll. A pointer that has come to rest holds
 * nothing. A class, because only a class is asked before the page changes.
 */
export class StillBody extends Component<{
  children: ReactNode
  /** Another part of the lesson starts at its top, wherever the last one was scrolled to. */
  part: string
}> {
  private readonly body = createRef<HTMLElement>()
  private readonly room = createRef<HTMLDivElement>()
  private pointer: Pointer | undefined
  private kept = 0

  override getSnapshotBeforeUpdate(): Anchor {
    const { pointer } = this
    const body = this.body.current
    if (!pointer || !body || performance.now() - pointer.at > IN_USE_MS) return []
    const anchor: { element: Element; top: number }[] = []
    let element = document.elementFromPoint(pointer.x, pointer.y)
    if (!body.contains(element)) return []
    for (; element !== null && element !== body; element = element.parentElement)
      anchor.push({ element, top: element.getBoundingClientRect().top })
    // The browser's own anchoring would make up for the same move once more.
    const scroller = this.scroller(body)
    scroller.style.overflowAnchor = 'none'
    requestAnimationFrame(() => scroller.style.removeProperty('overflow-anchor'))
    return anchor
  }

  override componentDidUpdate(
    before: Readonly<{ part: string }>,
    _state: unknown,
    anchor: Anchor,
  ): void {
    const body = this.body.current
    if (!body) return
    if (before.part !== this.props.part) {
      this.release()
      body.scrollTo({ top: 0 })
      return
    }
    const still = anchor.find(({ element }) => element.isConnected)
    if (still) this.makeUpFor(still.element.getBoundingClientRect().top - still.top, body)
  }

  override render(): ReactNode {
    return (
      <main
        className="panel-body"
        onPointerDown={this.moved}
        onPointerLeave={this.release}
        onPointerMove={this.moved}
        ref={this.body}
      >
        <div aria-hidden className="kept-room" ref={this.room} />
        {this.props.children}
      </main>
    )
  }

  private readonly moved = ({ clientX, clientY, timeStamp }: PointerEvent): void => {
    this.pointer = { x: clientX, y: clientY, at: timeStamp }
  }

  private readonly release = (): void => {
    this.pointer = undefined
    this.keepRoom(0)
  }

  private makeUpFor(moved: number, body: HTMLElement): void {
    if (Math.abs(moved) < 1) return
    const scroller = this.scroller(body)
    if (moved > 0) {
      const given = Math.min(this.kept, moved)
      this.keepRoom(this.kept - given)
      scroller.scrollTop += moved - given
    } else {
      const back = Math.min(-moved, scroller.scrollTop)
      scroller.scrollTop -= back
      this.keepRoom(this.kept - moved - back)
    }
  }

  private keepRoom(height: number): void {
    this.kept = height
    if (this.room.current) this.room.current.style.height = `${height}px`
  }

  /** With little height the whole page scrolls and not this part (panel.css). */
  private scroller(body: HTMLElement): HTMLElement {
    const root = document.documentElement
    return getComputedStyle(body).overflowY === 'visible' ? root : body
  }
}
