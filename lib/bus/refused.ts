/** A refusal by the background, in words for a person. */
export class Refused extends Error {
  override readonly name = 'Refused'
}
