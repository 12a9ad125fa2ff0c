import type { OverlayView } from '../../lib/views/types.ts'
import type { Seen } from './overlayEntry.ts'
import type { OverlayPage } from './overlayPage.ts'

/** A page with the overlay on it, and ways to see and press what is drawn in its closed root. */
export class Sight {
  readonly #on: OverlayPage
  constructor(on: OverlayPage) {
    this.#on = on
  }
  get page() {
    return this.#on.page
  }
  get cdp() {
    return this.#on.cdp
  }
  get complaints() {
    return this.#on.complaints
  }
  inside<T>(expression: string): Promise<T> {
    return this.#on.inside<T>(expression)
  }
  call<T>(name: string, ...args: readonly unknown[]): Promise<T> {
    return this.inside<T>(
      `overlayTest.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`,
    )
  }
  update(view: Partial<OverlayView>): Promise<void> {
    return this.call('update', view)
  }
  seen(selector: string): Promise<Seen[]> {
    return this.call<Seen[]>('seen', selector)
  }
  /** Waits until what is seen fits. */
  async until(
    selector: string,
    fits: (seen: readonly Seen[]) => boolean,
  ): Promise<readonly Seen[]> {
    const deadline = Date.now() + 5000
    for (;;) {
      const now = await this.seen(selector)
      if (fits(now)) return now
      if (Date.now() > deadline)
        throw new Error(`${selector} did not come to fit: ${JSON.stringify(now)}`)
      await this.page.evaluate(() => new Promise((done) => setTimeout(done, 20)))
    }
  }
  /** The first thing that holds the text, once it rests in its place. */
  async resting(selector: string, text: string): Promise<Seen> {
    let last = ''
    const all = await this.until(selector, (found) => {
      const one = found.find((each) => each.text.includes(text))
      const place = one === undefined ? '' : `${one.x} ${one.y} ${one.width} ${one.height}`
      const rests = place !== '' && place === last && (one?.x ?? 0) > 0
      last = place
      return rests
    })
    const one = all.find((each) => each.text.includes(text))
    if (one === undefined) throw new Error(`No "${text}" in ${selector}`)
    return one
  }
  async press(selector: string, text: string): Promise<void> {
    const { x, y, width, height } = await this.resting(selector, text)
    await this.page.mouse.click(x + width / 2, y + height / 2)
  }
  /** Until a fresh card takes answers. */
  settle(): Promise<void> {
    return this.wait(450)
  }
  /** For what must not happen, or must go on for a while. */
  async wait(ms: number): Promise<void> {
    await this.page.evaluate((long) => new Promise<void>((done) => setTimeout(done, long)), ms)
  }
}
