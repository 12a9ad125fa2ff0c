import { z } from 'zod'
import { FORMS, type Forms, type Translation } from './catalogue.ts'

const forms = z.record(z.enum(FORMS), z.string())
const part = z.record(z.string(), z.union([z.string(), forms]))
const file = z.object({ parts: z.record(z.string(), part) })

/** Sentences as a message carries them. */
export type PlainWords = Readonly<Record<string, string | Forms>>

/** What the script of a meeting page says by itself; the rest is translated before it is told. */
const MEETING_PARTS = ['overlay', 'platforms', 'ui', 'prompts']

/** The words out of the text of a language's file. Throws where it is none. */
export function readWords(text: string): Translation {
  return new Map(Object.values(partsOf(text)).flatMap((words) => Object.entries(words)))
}

/** Those that the script of a meeting page needs. */
export function readMeetingWords(text: string): PlainWords {
  const parts = partsOf(text)
  return Object.fromEntries(MEETING_PARTS.flatMap((name) => Object.entries(parts[name] ?? {})))
}

function partsOf(text: string): Readonly<Record<string, PlainWords>> {
  return file.parse(JSON.parse(text)).parts
}
