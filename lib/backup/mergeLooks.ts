import type { PackFile } from '../desk/looks.ts'
import type { Platform } from '../meeting/index.ts'
import { judgePack } from '../platforms/judgePack.ts'
import { formatPack } from '../platforms/pack.ts'
import { packFile } from '../storage/packFile.ts'
import type { LooksFate, Restored } from './types.ts'

type BySite<T> = Readonly<Partial<Record<Platform, T>>>

/** What there is here of selector packs besides those that ship. */
export interface LooksHere {
  readonly files: BySite<PackFile>
  /** As the school has set them for all its computers. */
  readonly school: BySite<string>
  /** The school wants no pack from a file, and a backup is one. */
  readonly filesOff: boolean
}

/** Packs to keep from now on, and what there is to say of each that the file holds. */
export interface LooksMerge {
  readonly taken: readonly { readonly platform: Platform; readonly file: PackFile }[]
  readonly said: Restored['looks']
}

const PLATFORMS = ['meet', 'teams'] as const satisfies readonly Platform[]

/**
 * A pack from a backup has to pass what one that is chosen by hand has to pass (`lib/desk/looks.ts`), and takes the place of another one
 * only where it is newer: a backup of last term must not make the reading worse than it is.
 */
export function mergeLooks(file: BySite<unknown>, here: LooksHere): LooksMerge {
  const taken: { platform: Platform; file: PackFile }[] = []
  const said: Partial<Record<Platform, LooksFate>> = {}
  for (const platform of PLATFORMS) {
    if (file[platform] === undefined) continue
    const fate = fateOf(file[platform], platform, here)
    if (typeof fate === 'object') taken.push({ platform, file: fate })
    said[platform] = typeof fate === 'object' ? 'taken' : fate
  }
  return { taken, said }
}

/** A file: to be kept as it is here. */
function fateOf(
  value: unknown,
  platform: Platform,
  { files, school, filesOff }: LooksHere,
): PackFile | Exclude<LooksFate, 'taken'> {
  const read = packFile.safeParse(value)
  if (!read.success) return 'unreadable'
  const verdict = judgePack(read.data.text, platform)
  if (verdict.is === 'bad') return 'unreadable'
  if (verdict.is === 'old') return 'old'
  const set = school[platform]
  // One of the school's that can't be used is passed over, here as where the sites are read.
  if (set !== undefined && judgePack(set, platform).is === 'good') return 'setBySchool'
  if (filesOff) return 'filesOff'
  const text = formatPack(verdict.pack)
  const mine = files[platform]
  const inPlace = mine === undefined ? undefined : judgePack(mine.text, platform)
  if (inPlace?.is === 'good' && inPlace.pack.asOf >= verdict.pack.asOf)
    return formatPack(inPlace.pack) === text ? 'alreadyHere' : 'kept'
  return { ...read.data, text }
}
