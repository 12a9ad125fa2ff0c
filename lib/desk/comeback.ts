/**
 * Waiting for a meeting page that is about to be back. A worker that was just woken, by the teacher's own click for example, has no page
 * yet: a live script connects again within seconds. What she asked for is then done, instead of failing for a reason that she can't see.
 */
export class Comeback {
  readonly #waiting = new Set<() => void>()

  /** Something may be there now. */
  look(): void {
    for (const again of this.#waiting) again()
  }

  /** What `find` finds at once, or at a later look; undefined where there is nothing after so many milliseconds. */
  async of<T>(find: () => T | undefined, ms: number): Promise<T | undefined> {
    const now = find()
    if (now !== undefined) return now
    return new Promise((resolve) => {
      const end = (found: T | undefined): void => {
        clearTimeout(timer)
        this.#waiting.delete(again)
        resolve(found)
      }
      const again = (): void => {
        const found = find()
        if (found !== undefined) end(found)
      }
      const timer = setTimeout(() => end(undefined), ms)
      this.#waiting.add(again)
    })
  }
}
