import type { FromPages, PageReply } from '../../bus/protocol.ts'

/** A handler for each of these messages of our own pages. What comes in is proven and parsed. */
export type Doors<K extends keyof FromPages> = {
  readonly [One in K]: (payload: FromPages[One]) => Promise<PageReply<One>>
}
