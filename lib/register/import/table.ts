import Papa from 'papaparse'
import type { Delimiter } from './types.ts'

/** One row of a file and the line it begins on, from 1. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
  /** A quotation mark in it opens and never closes. */
  readonly broken: boolean
}

export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|']

/** Splits text into rows. Line ends may be mixed; a quoted cell may span lines; a row with a broken quote harms no other. */
export function rowsOf(text: string, delimiter: Delimiter, most = 0): readonly Row[] {
  const even = text.replace(/\r\n?/g, '\n')
  const parsed = Papa.parse<string[]>(even, { delimiter, newline: '\n', preview: most })
  const broken = parsed.errors.some((error) => error.type === 'Quotes')
  if (!broken) return numbered(parsed.data)
  // One open quote would swallow the rest of the file: read every line by itself instead.
  const rows: Row[] = []
  const lines = even.split('\n')
  for (let at = 0; at < lines.length && (most === 0 || at < most); at += 1) {
    const line = Papa.parse<string[]>(lines[at] ?? '', { delimiter, newline: '\n' })
    rows.push({
      line: at + 1,
      cells: line.data[0] ?? [''],
      broken: line.errors.some((error) => error.type === 'Quotes'),
    })
  }
  return rows
}

function numbered(data: readonly (readonly string[])[]): Row[] {
  let line = 1
  return data.map((cells) => {
    const row = { line, cells, broken: false }
    line += 1
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1
    return row
  })
}

/** A row with nothing in it. */
export function isBlank(row: Row): boolean {
  return row.cells.every((cell) => cell.trim() === '')
}
