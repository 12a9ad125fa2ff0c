import { textOf } from './sources.ts'

export interface Cited {
  readonly file: string
  readonly title: string
}

/** The tests that a page of the docs names, as `test/unit/x.test.ts` › “title of a test”. */
export function citedIn(text: string): readonly Cited[] {
  return [...text.matchAll(/`(test\/[^`]+)` › “([^”]+)”/gu)].map(([, file = '', title = '']) => ({
    file,
    title,
  }))
}

/** Whether there is such a test. A title is written as a string of its own, or as the template of `it.each`. */
export async function isThere({ file, title }: Cited): Promise<boolean> {
  return names(await textOf(file), title)
}

const names = (text: string, title: string): boolean =>
  [`'${title}'`, `"${title}"`, `\`${title}\``].some((one) => text.includes(one))

/** The line at which the test of this title begins: its `it`, which stands before the table of an `it.each`. -1 where there is none. */
export function beginOf(lines: readonly string[], title: string): number {
  const titled = lines.findIndex((line) => names(line, title))
  return lines.findLastIndex((line, at) => at <= titled && /^\s*(?:it|test|describe)\b/u.test(line))
}
