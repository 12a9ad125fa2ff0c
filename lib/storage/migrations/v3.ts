import { example as before } from './v2.ts'

/** The language of the interface. */
export const to = 3

export function up(stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { language: 'browser', ...stored, version: 3 }
}

export const example = { ...before, version: 3, language: 'cy' }
