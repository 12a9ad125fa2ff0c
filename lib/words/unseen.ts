/** Characters that turn a line round or can't be seen: left in, a name could reorder the words beside it. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Any text from a page or a person, whole, without what can't be seen; its lines are kept. */
export function withoutUnseen(raw: string): string {
  return raw.replace(UNSEEN, (letter) => (letter === '\n' ? letter : ''))
}
