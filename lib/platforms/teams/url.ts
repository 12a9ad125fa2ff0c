import { platformOf } from '../../meeting/sites.ts'

const THREAD = /19:([A-Za-z0-9_.-]{3,150})@thread\.[a-z0-9]+/
const SHORT = /\/meet\/(\d{6,20})(?:[/?#]|$)/
/** An address inside an address, three deep: launcher → web client → meeting. */
const MAX_LAYERS = 3

export function isTeamsHost(url: URL): boolean {
  return platformOf(url.origin) === 'teams'
}

/**
 * What tells one meeting from another: the number of a `/meet/` address, or the thread of the meeting without its decoration. Undefined
 * where the address names no meeting, which during a call is usual.
 */
export function codeInUrl(url: URL): string | undefined {
  if (!isTeamsHost(url)) return undefined
  return codeIn(url.href) ?? codeInCoords(url)
}

function codeIn(address: string): string | undefined {
  let text = address.slice(0, 8000)
  for (let layer = 0; layer <= MAX_LAYERS; layer += 1) {
    const thread = THREAD.exec(text)?.[1]
    if (thread !== undefined) return thread
    const short = SHORT.exec(text)?.[1]
    if (short !== undefined) return short
    const inner = decode(text)
    if (inner === text) return undefined
    text = inner
  }
  return undefined
}

/** `coords` of the light client: base64 of JSON with the conversation's id. */
function codeInCoords(url: URL): string | undefined {
  const coords = url.searchParams.get('coords')
  if (coords === null || coords.length > 4000) return undefined
  try {
    return codeIn(atob(coords.replace(/-/g, '+').replace(/_/g, '/')))
  } catch {
    return undefined
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
