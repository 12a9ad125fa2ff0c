import type { LooksStore, PackFile } from '../../lib/desk/looks.ts'
import type { Platform } from '../../lib/meeting/index.ts'

/** Selector packs in memory; `school` stands for the managed settings. */
export function memoryLooks(
  school: Partial<Record<Platform, string>> = {},
  files: Partial<Record<Platform, PackFile>> = {},
  filesOff: () => boolean = () => false,
): LooksStore {
  return {
    files: async () => ({ ...files }),
    keep: async (platform, file) => {
      if (file === undefined) delete files[platform]
      else files[platform] = file
    },
    school: async () => ({ ...school }),
    filesOff: async () => filesOff(),
  }
}
