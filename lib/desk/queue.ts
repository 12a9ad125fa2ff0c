/**
 * One thing at a time, in order of arrival. The running lesson has many doors (ports, messages, alarms), and an event must be on
 * disk before the next is thought about; without this two messages could read the same state and write the same `seq`.
 * A task that fails rejects to its caller and does not stop the queue.
 */
export function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve()
  return (task) => {
    const run = tail.then(task)
    tail = run.catch(() => undefined)
    return run
  }
}
