import { cy } from './cy.ts'
import { en, type LabelKey } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { pl } from './pl.ts'

export type Language = 'en' | 'cy' | 'fr' | 'es' | 'pl'
export type Say = (key: LabelKey, fill?: Readonly<Record<string, string | number>>) => string

const tables: Readonly<Record<Language, Partial<Record<LabelKey, string>>>> = { en, cy, fr, es, pl }

/** The wording of the page in one language, English where the table has a gap. */
export function wording(language: Language): Say {
  const table = tables[language]
  return (key, fill = {}) =>
    (table[key] ?? en[key]).replace(/\{(\w+)\}/g, (_, slot: string) => String(fill[slot] ?? ''))
}
