import type { FromPages, PageReplies } from '../../lib/bus/protocol.ts'

/** Asks the background for something. Rejects when it could not be reached or refused. */
export type Ask = <K extends keyof FromPages>(
  kind: K,
  payload: FromPages[K],
) => Promise<K extends keyof PageReplies ? PageReplies[K] : unknown>
