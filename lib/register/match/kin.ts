import { AKIN } from '../names/lists.ts'
import { editDistance, spellingSlack } from '../names/text.ts'

/** When two different words may be one name: slips of the fingers, short forms, spellings. */

/** Close enough to be a slip of the fingers, and not another name in its own right ("Dan" / "Ian", "Amelia" / "Emilia"). */
export function isNear(a: string, b: string): boolean {
  const slack = Math.min(spellingSlack(a.length), spellingSlack(b.length))
  if (slack === 0) return false
  // One end stays right when fingers slip; two names that differ at both are two names.
  if (
    a.charCodeAt(0) !== b.charCodeAt(0) &&
    a.charCodeAt(a.length - 1) !== b.charCodeAt(b.length - 1)
  )
    return false
  return editDistance(a, b, slack) <= slack
}

/** Two given names that differ as slips do, or in how a pet form ends (Poppy/Poppie), or by one letter in a short one (Dev/Devv). */
export function isNearGiven(a: string, b: string): boolean {
  if (isNear(a, b)) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.length === 4 && a[0] === b[0] && editDistance(a, b, 1) === 1)
    return true
  const ending = /(?:ie|ey|ee|y|i)$/
  return (
    short.length >= 4 &&
    ending.test(a) &&
    ending.test(b) &&
    a.replace(ending, '') === b.replace(ending, '')
  )
}

/** Whether two given names are one name, shortened or spelled in another way. */
export function akin(a: string, b: string): 'nickname' | 'variant' | undefined {
  if (AKIN.variants.get(a)?.has(b) === true) return 'variant'
  return AKIN.nicknames.get(a)?.has(b) === true ? 'nickname' : undefined
}

/** Two short forms of one name: Fred and Freddie. */
export function sharesFormal(a: string, b: string): boolean {
  const others = AKIN.nicknames.get(b)
  return (
    others !== undefined && [...(AKIN.nicknames.get(a) ?? [])].some((formal) => others.has(formal))
  )
}

/** Polish surnames in -ski, -cki, -dzki have a form for women: a mother is Kowalska, her son Kowalski. */
export function sameFamilyName(a: string, b: string): boolean {
  return (
    a.length === b.length &&
    a.length > 4 &&
    /[sc]k[ia]$|dzk[ia]$/.test(a) &&
    /k[ia]$/.test(b) &&
    a.slice(0, -1) === b.slice(0, -1)
  )
}
