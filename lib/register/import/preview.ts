import { t, tOf } from '../../words/say.ts'
import { decode } from './decode.ts'
import type { Decoded } from './decode.ts'
import { joined } from './join.ts'
import { layoutOf, noNameColumn } from './layout.ts'
import type { Layout } from './layout.ts'
import { readRow } from './readRow.ts'
import type { Row } from './table.ts'
import { tooLarge, tooMuch } from './size.ts'
import type { ImportOptions, ImportPreview, OnProgress, Problem, UnderstoodRow } from './types.ts'

/** Rows between two reports of progress. */
const REPORT_EVERY = 500

/**
 * Reads a file (its bytes) or pasted text as a register: what was understood, line by line, and what was not and why.
 * Nothing is written and nothing throws. A file that is wrong as a whole gives no rows at all.
 */
export function previewImport(
  input: Uint8Array | string,
  options: ImportOptions = {},
  onProgress: OnProgress = () => undefined,
): ImportPreview {
  onProgress(0)
  const large = tooLarge(typeof input === 'string' ? input.length : input.byteLength)
  if (large !== undefined)
    return nothing({ text: '', encoding: 'utf-8' }, problem('tooLarge', large))
  const decoded: Decoded =
    typeof input === 'string'
      ? { text: input.replace(/^\ufeff/, ''), encoding: 'utf-8' }
      : decode(input)
  if (decoded.notText !== undefined) {
    return nothing(decoded, problem('notText', tOf(decoded.notText)))
  }
  if (decoded.text.trim() === '')
    return nothing(decoded, problem('emptyFile', t('The file is empty.')))
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(decoded.text.slice(0, 200))) {
    return nothing(
      decoded,
      problem(
        'notText',
        t(
          'This is a web page, not a list that can be read. Open it in a spreadsheet and save it as “CSV UTF-8”.',
        ),
      ),
    )
  }
  onProgress(0.1)
  const much = tooMuch(decoded.text)
  if (much !== undefined) return nothing(decoded, problem('tooLarge', much))
  onProgress(0.15)
  const layout = layoutOf(decoded.text, options)
  onProgress(0.4)
  const has = (field: string) => layout.columns.some((column) => column.field === field)
  if (layout.problems.length > 0) return nothing(decoded, layout.problems[0], layout)
  if (!has('firstName') && !has('lastName') && !has('fullName')) {
    return nothing(decoded, noNameColumn(layout, layout.rows[0]), layout)
  }
  if (layout.rows.length === 0)
    return nothing(
      decoded,
      problem('noRows', t('There are headings but no lines below them.')),
      layout,
    )
  const problems: Problem[] = [...layout.remarks, ...encodingProblems(decoded, layout)]
  const read: UnderstoodRow[] = []
  let repeated = 0
  for (const [at, row] of layout.rows.entries()) {
    if (at % REPORT_EVERY === 0) onProgress(0.4 + (0.55 * at) / layout.rows.length)
    if (isRepeatedHeader(row, layout)) {
      repeated += 1
      problems.push({
        line: row.line,
        code: 'repeatedHeader',
        severity: 'warning',
        message: t('The headings stand here again; the line was passed over.'),
      })
      continue
    }
    const one = readRow(row, layout)
    for (const said of one.problems) problems.push(said)
    if (one.row !== undefined) read.push(one.row)
  }
  onProgress(0.95)
  const rows = joined(read, problems)
  const taken = rows.reduce((sum, row) => sum + row.lines.length, 0)
  return {
    encoding: decoded.encoding,
    delimiter: layout.delimiter,
    headerLine: layout.headerLine,
    columns: layout.columns,
    rows,
    problems: problems.sort((a, b) => a.line - b.line),
    classNames: [...new Set(rows.map((row) => row.className).filter((name) => name !== ''))],
    counts: {
      read: layout.rows.length - repeated,
      pupils: rows.filter((row) => row.kind === 'pupil').length,
      staff: rows.filter((row) => row.kind === 'staff').length,
      notTaken: layout.rows.length - repeated - taken,
    },
  }
}

function problem(code: Problem['code'], message: string): Problem {
  return { line: 0, code, severity: 'error', message }
}

function nothing(decoded: Decoded, why: Problem | undefined, layout?: Layout): ImportPreview {
  return {
    encoding: decoded.encoding,
    delimiter: layout?.delimiter ?? ',',
    headerLine: layout?.headerLine ?? 0,
    columns: layout?.columns ?? [],
    rows: [],
    problems: why === undefined ? [] : [why],
    classNames: [],
    counts: {
      read: layout?.rows.length ?? 0,
      pupils: 0,
      staff: 0,
      notTaken: layout?.rows.length ?? 0,
    },
  }
}

function encodingProblems({ encoding, text }: Decoded, layout: Layout): Problem[] {
  const found: Problem[] = []
  if (encoding === 'windows-1252') {
    found.push({
      line: 0,
      code: 'oldEncoding',
      severity: 'warning',
      message: t(
        'The file is not in UTF-8; it was read as Windows-1252. Check names with accents.',
      ),
    })
  }
  if (encoding === 'mixed') {
    found.push({
      line: 0,
      code: 'mixedEncoding',
      severity: 'warning',
      message: t(
        'Some lines of the file are in UTF-8 and some in Windows-1252; each was read in its own. Check names with accents.',
      ),
    })
  }
  if (/\ufffd|Ã[\u0080-\u00bf©¨«¡³¶¼]|Å[\u0080-\u00bf‚]/.test(text)) {
    for (const row of layout.rows) {
      if (row.cells.some((cell) => /\ufffd|Ã[\u0080-\u00bf©¨«¡³¶¼]|Å[\u0080-\u00bf‚]/.test(cell))) {
        found.push({
          line: row.line,
          code: 'brokenLetters',
          severity: 'warning',
          message: t(
            'Letters in this line were broken by a program that saved the file before (“Ã©” for “é”). Export it again as UTF-8.',
          ),
        })
      }
    }
  }
  return found
}

/** Exports with page breaks print their headings again. */
function isRepeatedHeader(row: Row, layout: Layout): boolean {
  if (layout.headerLine === 0) return false
  const filled = layout.columns.filter((column) => column.header !== '')
  return (
    filled.length > 1 &&
    filled.every((column) => (row.cells[column.index] ?? '').trim() === column.header)
  )
}
