import { pupilName } from '../protocol/scene.ts'
import type { Finding } from '../protocol/types.ts'
import type { Guardian, Pupil } from '../register/index.ts'
import { t } from '../words/say.ts'
import { childrenOf } from './nameChips.ts'
import { isCertain } from './names.ts'
import type { ViewSituation } from './situation.ts'

/** Whom to ring at home, from the register: for the panel alone, never for the meeting page or the record. */

/** More children than this are not rung one after the other while a lesson runs. */
const MOST = 12

/** The contact of the child behind a name, in a sentence that always says something. */
export function homeOf(from: ViewSituation, id: string): string {
  const { register } = from
  const [child] = register === undefined ? [] : childrenOf(from.matches.get(id), register)
  const guardian = child?.guardians.find((one) => one.phone !== '') ?? child?.guardians[0]
  if (guardian === undefined) return t('no contact is on the register')
  const name = guardianName(guardian)
  return guardian.phone === ''
    ? t('{name}, no number on the register', { name })
    : `${name}, ${guardian.phone}`
}

function guardianName({ title, firstName, lastName }: Guardian): string {
  return [title === '' ? firstName : title, lastName].filter((part) => part !== '').join(' ')
}

/** "Dev Shah: Mrs Shah, 01632 960 105"; nothing where the register has no number. */
function numbersOf(pupil: Pupil): readonly string[] {
  const contacts = pupil.guardians
    .filter(({ phone }) => phone.trim() !== '')
    .map((one) => [guardianName(one), one.phone].filter((part) => part !== '').join(', '))
  return contacts.length === 0 ? [] : [`${pupilName(pupil)}: ${contacts.join('; ')}`]
}

/** The children of whom a finding says that their home is to be rung. At the door only a missing consent does. */
function toRing({ kind, about }: Finding, from: ViewSituation): readonly Pupil[] {
  const { register, state } = from
  if (register === undefined) return []
  const children = about.flatMap((id) => {
    const match = from.matches.get(id)
    const waits = state?.knocks.some(({ key }) => key === id) === true
    return isCertain(match) && (!waits || kind === 'noConsent') ? childrenOf(match, register) : []
  })
  switch (kind) {
    case 'droppedPupil':
    case 'goneLong':
      return children
    case 'noConsent':
      return children.filter(({ consentVideo }) => consentVideo === 'no')
    default:
      return []
  }
}

export function ringFor(finding: Finding, from: ViewSituation): readonly string[] {
  return [...new Set(toRing(finding, from))].slice(0, MOST).flatMap(numbersOf)
}

/**
 * Beside EG-12, how to ring: whom it may be about now, in the order of the register. They are those of whom a prompt says so, and in a
 * running lesson those who were here and have gone.
 */
export function ringNow(from: ViewSituation): readonly string[] {
  const { register, state } = from
  if (register === undefined || state === undefined || from.phase !== 'during') return []
  const behind = (isHere: boolean): ReadonlySet<Pupil> =>
    new Set(
      state.people
        .filter(({ present }) => present === isHere)
        .flatMap(({ id }) => {
          const match = from.matches.get(id)
          return isCertain(match) ? childrenOf(match, register) : []
        }),
    )
  const [here, was] = [behind(true), behind(false)]
  const asked = new Set(from.evaluation.findings.flatMap((finding) => toRing(finding, from)))
  return register.pupils
    .filter((one) => asked.has(one) || (was.has(one) && !here.has(one)))
    .slice(0, MOST)
    .flatMap(numbersOf)
}
