/** A failure that says in words for a person why something was not done: they are shown as they are. Others are only said to have failed. */
export class InWords extends Error {
  override readonly name: string = 'InWords'
}

/** What is said of a failure: its own words where they are for a person, else `otherwise`. */
export function failureWords(failure: unknown, otherwise: string): string {
  return failure instanceof InWords ? failure.message : otherwise
}
