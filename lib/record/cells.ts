/**
 * One cell of a CSV file that no spreadsheet takes for a formula, and that can be turned back into exactly what it was.
 *
 * A spreadsheet runs what begins with = + - @ (also in full width, also behind spaces, and in each line of a cell). Such a line
 * gets an apostrophe in front. So that the apostrophe can be told from one that was there, a line that begins with apostrophes
 * and then something dangerous gets one more; taking one away from each such line gives the original.
 * Source: OWASP CSV injection, CVE-2021-41270.
 */

// Spaces of all kinds, zero-width and turning characters: a spreadsheet may skip them before it looks.
const SKIPPED = '[\\s\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]'
// = + - @ and their full-width, small and mathematical forms.
const DANGER = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b\\u2212]'
const DANGEROUS = new RegExp(`^'*(?:${SKIPPED}*${DANGER}|\\t)`, 'u')

/** Lines of a cell with the break that ends each; a lone CR is a break too, for some programs. */
const LINES = /[^\r\n]*(?:\r\n|\r|\n|$)/gu

function isDangerous(line: string): boolean {
  // A cell or line that begins with CR: some programs drop it and read on.
  return DANGEROUS.test(line) || /^'*\r(?!\n)/u.test(line)
}

/** The text with every line made harmless. */
export function guard(text: string): string {
  return mapLines(text, (line) => (isDangerous(line) ? `'${line}` : line))
}

/** Exactly what was given to `guard`. */
export function unguard(text: string): string {
  return mapLines(text, (line) =>
    line.startsWith("'") && isDangerous(line) ? line.slice(1) : line,
  )
}

function mapLines(text: string, change: (line: string) => string): string {
  return text.replace(LINES, (line) => (line === '' ? '' : change(line)))
}

/** RFC 4180, always in quotes: inside them a semicolon or tab is no separator in any country's spreadsheet. */
export function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : guard(value.toWellFormed())
  return `"${text.replaceAll('"', '""')}"`
}

export type Row = readonly (string | number)[]

/** A whole file: byte order mark (so that spreadsheets read UTF-8), CR LF after every row. */
export function csvFile(rows: readonly Row[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}
