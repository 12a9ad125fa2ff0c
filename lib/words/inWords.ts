/** A failure that says in words for a person why something was not done: they are shown as they are. Others are only said to have failed. */
export class InWords extends Error {
  override readonly name = 'InWords'
}
