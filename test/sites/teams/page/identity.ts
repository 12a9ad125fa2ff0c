import type { Account } from '../sim.d.ts'
import type { Say } from './labels/index.ts'
import type { Person } from './model.ts'
import type { Options } from './options.ts'

/** A guid that is the same each time for one seed. */
export function guidOf(seed: string): string {
  let at = 2_166_136_261
  const digits = Array.from({ length: 32 }, (_, place) => {
    for (const letter of `${seed}/${place}`)
      at = Math.imul(at ^ letter.charCodeAt(0), 16_777_619) >>> 0
    return ((at >>> 9) % 16).toString(16)
  }).join('')
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')
}

/** The MRI of an account: Teams facts §3, "stable person key". */
export function mriOf(account: Account, seed: string): string {
  if (account === 'unverified') return `8:teamsvisitor:${guidOf(seed).replaceAll('-', '')}`
  if (account === 'external') return `8:live:.cid.${guidOf(seed).replaceAll('-', '').slice(0, 16)}`
  return `8:orgid:${guidOf(seed)}`
}

/** The sign-in name of a school account, which the full client puts where one expects a name (Teams facts §2). */
export function upnOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '')
  return `${plain === '' ? 'pupil' : plain}@school.example`
}

/** The name with its bracketed badge: part of the display name, so it stands everywhere. */
export function shownName(person: Pick<Person, 'name' | 'account'>, say: Say): string {
  if (person.account === 'guest') return `${person.name} (${say('guest')})`
  if (person.account === 'unverified') return `${person.name} (${say('unverified')})`
  return person.name
}

/** What only the labels add, with no comma before it: Teams facts §2, "badges", and §3, the French row. */
export function labelName(person: Pick<Person, 'name' | 'account'>, say: Say): string {
  const name = shownName(person, say)
  return person.account === 'external' ? `${name} ${say('externalUnfamiliar')}` : name
}

/** The tile's `data-tid`: Teams facts §2, "`data-tid` value". */
export function tileTid(person: Person, say: Say, options: Options): string {
  const usual = options.tid
  if (usual === 'junk' || (usual === 'usual' && isConsumer(options))) return 'menur1j'
  if (usual === 'unknown' && person.account !== 'school')
    return 'unknown_email_address@invalid.teams.ms'
  if (usual === 'usual' && options.client === 'full' && person.account === 'school')
    return upnOf(person.name)
  return shownName(person, say)
}

/** Seen in the consumer service's signed-in client only. */
function isConsumer(options: Options): boolean {
  return options.client === 'full' && location.hostname === 'teams.live.com'
}
