import { readFile } from 'node:fs/promises'

const ROOT = new URL('../../', import.meta.url)

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
  const test = await readFile(new URL(file, ROOT), 'utf8')
  return [`'${title}'`, `"${title}"`, `\`${title}\``].some((one) => test.includes(one))
}
