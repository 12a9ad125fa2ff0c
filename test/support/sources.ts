import { readdir, readFile } from 'node:fs/promises'

const ROOT = new URL('../../', import.meta.url)

/**
 * The project's own files below these folders, "lib/desk/desk.ts", in the order of their names. `like` chooses among them by that name;
 * without it they are the programs.
 */
export async function filesIn(
  folders: readonly string[],
  like: RegExp = /\.tsx?$/u,
): Promise<readonly string[]> {
  const all = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(new URL(`${folder}/`, ROOT), { recursive: true })
      return names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    }),
  )
  return all
    .flat()
    .filter((file) => like.test(file))
    .sort()
}

export const textOf = (file: string): Promise<string> => readFile(new URL(file, ROOT), 'utf8')
