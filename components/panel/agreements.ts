import { t, tParts } from '../../lib/words/say.ts'

/** EG-36: who agreed to a one-to-one call and when, for the family and for the school. */
export interface Agreements {
  readonly parent: string
  readonly head: string
}

/** Both as one note, as it stands in the record. */
export function agreementsNote({ parent, head }: Agreements): string {
  return t('Parent or carer: {parent}; head or deputy: {head}', { parent, head })
}

/** Takes such a note apart again. One that was written otherwise, or in another language, stands whole in the first. */
export function agreementsOf(note: string): Agreements {
  const [before = '', between = ''] = tParts('Parent or carer: {parent}; head or deputy: {head}', {
    parent: 0,
    head: 0,
  }).filter((part) => typeof part === 'string')
  const rest = note.startsWith(before) ? note.slice(before.length) : undefined
  const at = rest?.indexOf(between) ?? -1
  if (rest === undefined || at < 0) return { parent: note, head: '' }
  return { parent: rest.slice(0, at), head: rest.slice(at + between.length) }
}
