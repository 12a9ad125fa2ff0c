/** The page that shows the record of a lesson, or of several together. */
export function recordUrl(sessionIds: readonly string[]): `/record.html?${string}` {
  return `/record.html?${new URLSearchParams(sessionIds.map((id) => ['session', id])).toString()}`
}
