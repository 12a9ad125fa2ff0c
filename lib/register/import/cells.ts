import { LONGEST_VALUE } from '../limits.ts'
import { visible } from '../names/text.ts'

/** A cell as it may be taken into the register. */
export interface Cell {
  readonly text: string
  /** A formula stood in it: its text is not to be used. */
  readonly formula: boolean
  readonly tooLong: boolean
}

/** What a spreadsheet would run, as a list from elsewhere writes it. */
const FORMULA = /^[=+\-@\t\r]/
/**
 * What one could run: = + - @ in every width, also behind spaces and unseen characters, which some programs skip. Names come from the
 * meeting page too (as "shown as"), where everybody chooses their own.
 */
const RISKY =
  /^'*(?:[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]|[\t\r])/u
const GUARDED = new RegExp(`^'(?:${RISKY.source.slice(1)})`, 'u')

/**
 * A cell with its guards off: `'=1` (how formulas are defused on export) is the text "=1", `="0770"` (how Excel keeps a leading
 * zero) is the text "0770". Anything else that a spreadsheet would run is a formula.
 */
export function cellOf(raw: string): Cell {
  if (raw === '') return { text: '', formula: false, tooLong: false }
  const trimmed = raw.trim()
  const literal = /^="([^"]*)"$/.exec(trimmed)?.[1]
  const guarded = GUARDED.test(trimmed)
  const text = visible(literal ?? (guarded ? trimmed.slice(1) : trimmed))
  const tooLong = trimmed.length > LONGEST_VALUE
  return {
    text: tooLong ? text.slice(0, LONGEST_VALUE).trim() : text,
    formula: literal === undefined && !guarded && runs(trimmed),
    tooLong,
  }
}

/** "=…" and "@…" always; "+…" and "-…" unless what follows is a phone number or a dash that stands for nothing. */
function runs(text: string): boolean {
  if (!FORMULA.test(text)) return false
  return text.startsWith('=') || text.startsWith('@') || !/^[+-](?:[\d\s().-]*|)$/.test(text)
}

/** A value that no spreadsheet runs: in one line, defused with an apostrophe, which `cellOf` takes off again. */
export function guardedCell(text: string): string {
  const line = text.replace(/[\r\n\u2028\u2029]+/gu, ' ')
  return RISKY.test(line) ? `'${line}` : line
}

/** A value as it is quoted in a message: short, in one line. */
export function quoted(text: string): string {
  const line = visible(text)
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`
}
