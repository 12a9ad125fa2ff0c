import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { Forms } from '../../lib/words/catalogue.ts'

const FOLDER = fileURLToPath(new URL('../../lib/words/', import.meta.url))

/** One file of a language: its name without ".json", and its sentences. */
export interface WordsFile {
  readonly part: string
  readonly words: Readonly<Record<string, string | Forms>>
}

export async function wordsFiles(language: 'cy'): Promise<readonly WordsFile[]> {
  const names = (await readdir(join(FOLDER, language))).filter((name) => name.endsWith('.json'))
  return Promise.all(
    names.toSorted().map(async (name) => ({
      part: name.slice(0, -'.json'.length),
      words: JSON.parse(await readFile(join(FOLDER, language, name), 'utf8')) as WordsFile['words'],
    })),
  )
}

/** A language as the text that is shipped, which `lib/words/load.ts` reads. */
export async function wordsText(language: 'cy'): Promise<string> {
  const files = await wordsFiles(language)
  return JSON.stringify({
    parts: Object.fromEntries(files.map(({ part, words }) => [part, words])),
  })
}
