/**
 * A clock that does not go back where the computer's is set back: it counts on from the last moment. For the intervals of a script that runs
 * for hours; by the computer's own clock it would wait until the old time comes again, and say nothing meanwhile. Unlike `performance.now` it
 * counts the time that the computer slept.
 */
export function steady(computer: () => number): () => number {
  let latest = -Infinity
  let ahead = 0
  return () => {
    const now = computer()
    ahead = Math.max(ahead, latest - now)
    latest = now + ahead
    return latest
  }
}
