import { h } from '../dom.ts'

/**
 * `[jsname=Nl0j0e] > div[data-ssrc]`, the layer of the picture (Meet facts §2):
 *  - never on: the layer is empty;
 *  - on: a `<video>` in it;
 *  - turned off during the call: the `<video>` stays, hidden and with no stream;
 *  - on again: a new `<video>` beside the dead one, with the same data-uid.
 */
export class VideoLayer {
  readonly element: HTMLElement
  private readonly holder: HTMLElement
  private readonly uid = String(Math.floor(Math.random() * 900 + 100))
  private live: HTMLVideoElement | undefined
  private readonly contain: boolean

  constructor(contain = false) {
    this.contain = contain
    const ssrc = Math.floor(Math.random() * 4_000_000_000)
    this.holder = h('div', { class: 'p2hjYe TPpRNe', 'data-ssrc': ssrc })
    this.element = h('div', { jsname: 'Nl0j0e', class: 'LBDzPb' }, this.holder)
  }

  get stream(): MediaProvider | null {
    return this.live?.srcObject ?? null
  }

  show(stream: MediaStream | undefined): void {
    if (stream === undefined) {
      if (this.live !== undefined) {
        this.live.style.display = 'none'
        this.live.srcObject = null
        this.live = undefined
      }
      return
    }
    if (this.live?.srcObject === stream) return
    if (this.live !== undefined) {
      this.live.srcObject = stream
      return
    }
    const video = h('video', {
      class: 'Gv1mTb-aTv5jf Gv1mTb-PVLJEc',
      autoplay: true,
      playsinline: true,
      'data-uid': this.uid,
      style: `object-fit: ${this.contain ? 'contain' : 'cover'};`,
    })
    video.srcObject = stream
    this.live = video
    this.holder.append(video)
  }

  size(width: number, height: number): void {
    this.holder.style.cssText = `width: ${width}px; height: ${height}px; left: 0px; top: 0px;`
    if (this.live === undefined) return
    this.live.style.width = `${width}px`
    this.live.style.height = `${height}px`
  }
}
