import type { OutgoingHttpHeaders } from 'node:http'

/** What a simulated site gives for one request. */
export interface Answer {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: string | Buffer
}

/** One simulated site: the host names it stands in for, and what it serves. `undefined` means "not mine": 404. */
export interface Site {
  readonly name: string
  readonly hosts: readonly string[]
  answer(url: URL): Promise<Answer | undefined>
}

/** One request that reached the server, whoever sent it. */
export interface RequestSeen {
  readonly at: number
  readonly method: string
  readonly host: string
  readonly path: string
  readonly status: number
  /** The request was for something that a simulated site serves. Everything else was answered with 404. */
  readonly own: boolean
  /** The browser asked for itself (updates, signed-in accounts), whatever page or extension is open. */
  readonly byBrowser: boolean
}
