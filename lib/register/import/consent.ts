import type { Consent } from '../types.ts'
import { folded } from '../names/text.ts'
import words from './data/words.json' with { type: 'json' }

const YES = new Set(words.yes)
const NO = new Set(words.no)
const UNKNOWN = new Set(words.unknown)
const CONDITIONS = new Set(words.conditions)
const YES_SIGNS = new Set(['✓', '✔', '☑', '✅', '👍', '√'])
const NO_SIGNS = new Set(['✗', '✘', '☒', '❌', '👎', '☐'])

/**
 * What a consent cell says. `understood: false` where it says something that is neither a yes nor a no by its own words
 * ("yes but not recorded", "x"): such a child counts as not known, never as consented.
 */
export function consentOf(text: string): {
  readonly consent: Consent
  readonly understood: boolean
} {
  const sign = text.trim().replace(/\ufe0f/g, '')
  if (YES_SIGNS.has(sign)) return { consent: 'yes', understood: true }
  if (NO_SIGNS.has(sign)) return { consent: 'no', understood: true }
  const said = folded(text)
  if (YES.has(said)) return { consent: 'yes', understood: true }
  if (NO.has(said)) return { consent: 'no', understood: true }
  const isUnknown = UNKNOWN.has(said) || UNKNOWN.has(said.replace(/^consent /, ''))
  if (isUnknown || /^[-–—?.]*$/.test(sign)) return { consent: 'unknown', understood: true }
  // "Yes (signed 12/09/2025)", "No – see office": the first word decides when nothing after it limits it.
  const [first = '', ...rest] = said.split(' ')
  const parted = /^\s*\p{L}+\s*[-–—,;:(/.]/u.test(text)
  if (parted && !rest.some((word) => CONDITIONS.has(word))) {
    if (first === 'yes' || first === 'y') return { consent: 'yes', understood: true }
    if (first === 'no' || first === 'n') return { consent: 'no', understood: true }
  }
  return { consent: 'unknown', understood: false }
}

const STAFF = new Set(words.staff)
const PUPIL = new Set(words.pupil)
const STAFF_WORD =
  /\b(?:teach|teacher|teaching|staff|assistant|ta|lsa|hlta|head|headteacher|senco|tutor|support|cover|governor|therap|therapist|counsellor|mentor|owner|adult|admin|instructor)\b/
const PUPIL_WORD = /\b(?:pupil|student|learner|child)\b/

/** Whom a role column speaks of; undefined where it is not clear. */
export function roleOf(text: string): 'pupil' | 'staff' | 'blank' | undefined {
  const said = folded(text)
  if (said === '') return 'blank'
  if (STAFF.has(said)) return 'staff'
  if (PUPIL.has(said)) return 'pupil'
  const staff = STAFF_WORD.test(said)
  const pupil = PUPIL_WORD.test(said)
  // "Student teacher", "Pupil support assistant": the last of the words is what somebody is.
  if (staff) return 'staff'
  return pupil ? 'pupil' : undefined
}

const ANY_ACCOUNT = new Set(['member', 'user', 'guest'])

/** A role that accounts of staff and pupils have alike. */
export function isAnyAccount(text: string): boolean {
  return ANY_ACCOUNT.has(folded(text))
}

const LABELS = new Set(words.labels)

/** Words that stand in the place of a name in lines that are about the list: "Points", "Class average". */
export function isLabel(text: string): boolean {
  return LABELS.has(folded(text))
}
