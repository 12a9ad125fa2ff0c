import type { Looks, LooksFrom, Platform } from '../meeting/index.ts'
import { judgePack, SHIPPED_PACKS } from '../platforms/judgePack.ts'
import { FEATURE_OFF } from '../views/featureOff.ts'
import { InWords } from '../words/inWords.ts'
import { t } from '../words/say.ts'
import { formatPack, type SelectorPack } from '../platforms/pack.ts'
import type { MeetingTabs } from './meetingTabs.ts'

/** A selector pack that a technician loaded. */
export interface PackFile {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly loadedAt: number
  readonly text: string
}

/** Where packs other than the shipped ones are kept. */
export interface LooksStore {
  files(): Promise<Readonly<Partial<Record<Platform, PackFile>>>>
  keep(platform: Platform, file: PackFile | undefined): Promise<void>
  /** From the school's managed settings: texts, as a file would hold them. */
  school(): Promise<Readonly<Partial<Record<Platform, string>>>>
  /** The school wants no pack from a file on its computers. */
  filesOff(): Promise<boolean>
}

/** A pack that is there and is not used. */
export interface UnusedPack {
  readonly from: Exclude<LooksFrom, 'shipped'>
  readonly name: string
  /** `off`: the school wants none from files. */
  readonly why: 'old' | 'bad' | 'off'
  readonly asOf?: string
  readonly problems: readonly string[]
}

/** By what one site is read, for the page that shows it. */
export interface SiteLooks {
  readonly platform: Platform
  readonly shippedAsOf: string
  readonly used: Looks & { readonly name?: string; readonly loadedAt?: number }
  readonly unused: readonly UnusedPack[]
  /** Set by the school: nobody can change it here. */
  readonly isManaged: boolean
  /** The school wants no pack from a file. */
  readonly filesOff: boolean
}

interface Chosen {
  readonly view: SiteLooks
  /** Undefined for the shipped one, which the page has itself. */
  readonly pack: SelectorPack | undefined
}

const PLATFORMS = ['meet', 'teams'] as const satisfies readonly Platform[]

/**
 * Which selector pack each site is read by: the school's, else the technician's file, else the one that ships. A pack that is older than
 * the shipped one or can't be used is passed over, and that is said; nothing that was stored can make the reading worse than it
 * was when the extension came. Where the school wants no packs from files, one that is stored is passed over as well: it stays, so that
 * nothing is lost where the school changes its mind.
 */
export class LooksDesk {
  readonly #store: LooksStore
  #chosen: Readonly<Record<Platform, Chosen>> = { meet: shipped('meet'), teams: shipped('teams') }

  constructor(store: LooksStore) {
    this.#store = store
  }

  async load(): Promise<void> {
    const [files, school, filesOff] = await Promise.all([
      this.#store.files(),
      this.#store.school(),
      this.#store.filesOff(),
    ])
    this.#chosen = {
      meet: choose('meet', school.meet, files.meet, filesOff),
      teams: choose('teams', school.teams, files.teams, filesOff),
    }
  }

  /** What a meeting page of this site is told. */
  told(platform: Platform): { readonly pack: SelectorPack | null; readonly from: LooksFrom } {
    const { pack, view } = this.#chosen[platform]
    return { pack: pack ?? null, from: view.used.from }
  }

  /** An open meeting is read by a new pack at once: the lesson goes on. */
  tell(tabs: MeetingTabs): void {
    for (const tab of tabs.all()) tab.send({ type: 'looks', ...this.told(tab.platform) })
  }

  views(): readonly SiteLooks[] {
    return PLATFORMS.map((platform) => this.#chosen[platform].view)
  }

  text(platform: Platform): string {
    return formatPack(this.#chosen[platform].pack ?? SHIPPED_PACKS[platform])
  }

  /** Takes a pack from a file into use. Rejects in words for a person where it can't be used. */
  async take(platform: Platform, file: PackFile): Promise<void> {
    this.#refuseManaged(platform)
    this.refuseFiles()
    const verdict = judgePack(file.text, platform)
    if (verdict.is === 'bad')
      throw new InWords(
        t('This pack can’t be used: {problems}', { problems: verdict.problems.join('; ') }),
      )
    if (verdict.is === 'old')
      throw new InWords(
        t(
          'The extension already knows newer looks: this pack is of {day}, the extension’s own of {shipped}.',
          { day: verdict.pack.asOf, shipped: verdict.shippedAsOf },
        ),
      )
    await this.#store.keep(platform, { ...file, text: formatPack(verdict.pack) })
    await this.load()
  }

  async reset(platform: Platform): Promise<void> {
    this.#refuseManaged(platform)
    await this.#store.keep(platform, undefined)
    await this.load()
  }

  /** Rejects a pack from a file, also one that is only tried, where the school wants none. */
  refuseFiles(): void {
    if (this.views().some((one) => one.filesOff))
      throw new InWords(t(FEATURE_OFF.selectorPackFiles))
  }

  #refuseManaged(platform: Platform): void {
    if (this.#chosen[platform].view.isManaged)
      throw new InWords(t('Your school sets how this site is read. It can’t be changed here.'))
  }
}

function shipped(platform: Platform, unused: readonly UnusedPack[] = [], filesOff = false): Chosen {
  const { asOf } = SHIPPED_PACKS[platform]
  return {
    view: {
      platform,
      shippedAsOf: asOf,
      used: { asOf, from: 'shipped' },
      unused,
      isManaged: false,
      filesOff,
    },
    pack: undefined,
  }
}

function choose(
  platform: Platform,
  school: string | undefined,
  file: PackFile | undefined,
  filesOff: boolean,
): Chosen {
  const unused: UnusedPack[] = []
  const judged = (
    text: string,
    from: UnusedPack['from'],
    name: string,
  ): SelectorPack | undefined => {
    const verdict = judgePack(text, platform)
    if (verdict.is === 'good') return verdict.pack
    const asOf = verdict.is === 'old' ? { asOf: verdict.pack.asOf } : {}
    const problems = verdict.is === 'bad' ? verdict.problems : []
    unused.push({ from, name, why: verdict.is, ...asOf, problems })
    return undefined
  }
  const ofSchool = school === undefined ? undefined : judged(school, 'school', '')
  if (filesOff && file !== undefined)
    unused.push({ from: 'file', name: file.name, why: 'off', problems: [] })
  const ofFile = filesOff || file === undefined ? undefined : judged(file.text, 'file', file.name)
  const base = shipped(platform, unused, filesOff)
  if (ofSchool !== undefined)
    return {
      pack: ofSchool,
      view: { ...base.view, used: { asOf: ofSchool.asOf, from: 'school' }, isManaged: true },
    }
  if (ofFile === undefined || file === undefined) return base
  const { name, loadedAt } = file
  return {
    pack: ofFile,
    view: { ...base.view, used: { asOf: ofFile.asOf, from: 'file', name, loadedAt } },
  }
}
