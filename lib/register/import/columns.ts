import { t } from '../../words/say.ts'
import { relationOf } from '../names/lists.ts'
import { folded } from '../names/text.ts'
import headers from './data/headers.json' with { type: 'json' }
import type { Field, GuardianPart } from './types.ts'

/** What a heading says its column holds. `legal…` are used only where no other name column is there. */
export type HeadingField = Field | 'legalFirstName' | 'legalLastName'
export interface HeadingMeaning {
  readonly field?: HeadingField
  readonly how: 'heading' | 'notUsed' | 'unknown'
  readonly note?: string
  /** "mother" for a column "Mother's name". */
  readonly relation?: string
}

const FIELDS = new Map<string, HeadingField>(
  Object.entries(headers.fields).flatMap(([field, names]) =>
    names.map((name) => [name, field as HeadingField] as const),
  ),
)
const NOT_USED = new Set(headers.notUsed)
const UNKNOWN: HeadingMeaning = { how: 'unknown' }

/** Reads one heading. */
export function meaningOf(heading: string): HeadingMeaning {
  const name = headingKey(heading)
  if (name === '') return UNKNOWN
  const field = FIELDS.get(name)
  if (field !== undefined) return { field, how: 'heading' }
  const numbered = FIELDS.get(name.replace(/ \d+$/, ''))
  if (numbered === 'shownAs') return { field: 'shownAs', how: 'heading' }
  const consent = consentMeaning(name)
  if (consent !== undefined) return consent
  const guardian = guardianMeaning(name)
  if (guardian !== undefined) return guardian
  if (NOT_USED.has(name)) return { how: 'notUsed' }
  // "Student (Legal First Name)": whose name it is goes without saying in a list of pupils.
  const bare = name.replace(/^(?:pupils?|students?|childs?|learners?) /, '')
  const own = FIELDS.get(bare)
  if (own !== undefined) return { field: own, how: 'heading' }
  return NOT_USED.has(bare) ? { how: 'notUsed' } : UNKNOWN
}

/** "First Name [Required]" → "first name", "givenName" → "given name" where that is known. */
function headingKey(heading: string): string {
  const bare = heading.replace(/\[(?:required|optional)\]|\((?:required|optional)\)|\*/gi, ' ')
  const key = folded(bare)
  if (FIELDS.has(key)) return key
  const parted = folded(
    bare.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replace(/(?<=\p{L})(?=\d)/gu, ' '),
  )
  return parted
}

const CONSENT_WORD =
  /\b(?:consent|consents|consented|permission|permissions|permitted|agree|agreed|agreement|allowed|authorised|opt in)\b/
const PUBLICITY =
  /\b(?:photo|photos|photograph|photographs|photography|image|images|publicity|website|social|media|newsletter|marketing|press|facebook|twitter|instagram|prospectus)\b/
const RECORDING = /\b(?:record|recorded|recording|recordings)\b/
const LIVE =
  /\b(?:video|videos|live|online|remote|virtual|camera|webcam|conference|conferencing|zoom|teams|meet|google|call|calls|lesson|lessons|streaming)\b/

/**
 * Consent to lessons by video and to their recording. "Photo and video consent" is about pictures on a website: taking it for
 * consent to video lessons would let a child in whose parents never agreed, so it is left for somebody to map by hand.
 */
function consentMeaning(name: string): HeadingMeaning | undefined {
  const asked = CONSENT_WORD.test(name)
  if (
    asked &&
    PUBLICITY.test(name) &&
    !/\b(?:live|lesson|lessons|conferencing|conference|call|calls|online|remote)\b/.test(name)
  ) {
    return {
      how: 'unknown',
      note: t(
        'This looks like consent to pictures being published, not to lessons by video. Map it by hand if it covers lessons.',
      ),
    }
  }
  if (
    RECORDING.test(name) &&
    (asked ||
      /^(?:record|recording|recordings|recorded|video recording|lesson recording|recording ok)$/.test(
        name,
      ))
  ) {
    return { field: 'consentRecording', how: 'heading' }
  }
  if (
    LIVE.test(name) &&
    (asked ||
      /^(?:video|live video|video lessons|video calls|video call|video conferencing|live lessons|online lessons|video ok)$/.test(
        name,
      ))
  ) {
    return { field: 'consentVideo', how: 'heading' }
  }
  return undefined
}

const GUARDIAN =
  /\b(?:guardian|guardians|parent|parents|parental|carer|carers|contact|contacts|next of kin|nok|emergency contact)\b/
const RELATED =
  /^(?:pupils? |childs? |students? )?(mother|father|mum|dad|mothers|fathers|mums|dads|grandmother|grandfather)\b/
const PARTS: readonly (readonly [RegExp, GuardianPart])[] = [
  [/\b(?:relation|relationship|relations)\b/, 'relation'],
  [/\b(?:phone|telephone|tel|mobile|mob|cell|phone number|number|telephone number)\b/, 'phone'],
  [/\b(?:title|salutation)\b/, 'title'],
  [/\b(?:first name|firstname|forename|given name|first)\b/, 'firstName'],
  [/\b(?:last name|lastname|surname|family name|last)\b/, 'lastName'],
]

function guardianMeaning(name: string): HeadingMeaning | undefined {
  const related = RELATED.exec(name)?.[1]
  const lone = /^(?:relation|relationship|relationship to (?:pupil|student|child))$/.test(name)
  if (related === undefined && !lone && !GUARDIAN.test(name)) return undefined
  if (
    /\b(?:e mail|email|mail|address|postcode|priority|order|court|responsibility|id|notes|lives|language|responsible|evening|meeting|rights|report|mailing|portal|app)\b/.test(
      name,
    )
  ) {
    return { how: 'notUsed' }
  }
  const relation = related === undefined ? undefined : relationOf(related.replace(/s$/, ''))
  // "Mother's name" and "Father's name" are two people although neither has a number.
  const number = Number(
    /\b(\d)\b/.exec(name)?.[1] ?? (relation === 'father' || relation === 'grandfather' ? 2 : 1),
  )
  if (number < 1) return undefined
  // "Parental salutation" is "Mr & Mrs Shah": whole names, not a title.
  const salutation = /\b(?:parental|parents?) salutation\b|\baddressee\b/.test(name)
  const part = salutation ? 'name' : (PARTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'name')
  return {
    field: `guardian${number}.${part}`,
    how: 'heading',
    ...(relation === undefined ? {} : { relation }),
  }
}

/** How many columns of a row are headings of a register, and whether a name is among them. */
export function headingScore(cells: readonly string[]): {
  readonly known: number
  readonly hasName: boolean
} {
  const fields = new Set<string>()
  for (const cell of cells) {
    if (cell.length > 60) continue
    const meaning = meaningOf(cell)
    if (meaning.how === 'heading') fields.add(meaning.field ?? '')
    else if (meaning.how === 'notUsed') fields.add(`notUsed ${cell}`)
  }
  const hasName = ['firstName', 'lastName', 'fullName', 'legalFirstName', 'legalLastName'].some(
    (field) => fields.has(field),
  )
  return { known: fields.size, hasName }
}
