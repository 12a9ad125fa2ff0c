import { z } from 'zod'
import { FORMS, type Translation } from './catalogue.ts'

const forms = z.record(z.enum(FORMS), z.string())
const file = z.record(z.string(), z.union([z.string(), forms]))

/** The words out of the text of a language's file. Throws where it is none. */
export function readWords(text: string): Translation {
  return new Map(Object.entries(file.parse(JSON.parse(text))))
}
