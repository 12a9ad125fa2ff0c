import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { PrintSection } from '../../lib/record/index.ts'
import { t } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { withoutUnseen } from '../../lib/words/unseen.ts'

/** A log of hours is longer than anybody reads on a page; a class or an assembly is shown whole. */
const MOST_ROWS = 260

/** A titled table of the record. Every cell stands by itself, so that no name turns the row round. */
export function RecordTable({
  section,
  of,
  picture,
}: {
  section: PrintSection
  /** Which lesson it is of, where the page has several. */
  of?: string
  /** What is worth a look before it is read. */
  picture?: ReactNode
}) {
  const { title, heads, rows: all } = section
  const [isWhole, setWhole] = useState(false)
  const rows = useMemo(() => (isWhole ? all : all.slice(0, MOST_ROWS)), [all, isWhole])
  const Heading = of === undefined ? 'h2' : 'h3'
  const table =
    of === undefined ? t('{title}, table', { title }) : t('{title}, table, {of}', { title, of })
  return (
    <section className="record-part" {...(of === undefined ? { 'aria-label': title } : {})}>
      <Heading>{title}</Heading>
      {picture}
      <div aria-label={table} className="table-scroll" role="region" tabIndex={0}>
        {/* Narrow pages scroll the table sideways instead of squeezing words into columns of letters. */}
        <table
          className="table"
          style={{ minWidth: `${heads.length * (heads.length > 8 ? 4.6 : 5.5)}rem` }}
        >
          <thead>
            <tr>
              {heads.map((head, i) => (
                <th key={i} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <Rows rows={rows} />
        </table>
      </div>
      {rows.length < all.length && (
        <div className="row">
          <p className="small soft">
            {t('The first {n} of {all} rows. Every row is in the files.', {
              n: rows.length,
              all: all.length,
            })}
          </p>
          <Button className="no-print" onClick={() => setWhole(true)} small>
            {t('Show all {all} rows', { all: all.length })}
          </Button>
        </div>
      )}
    </section>
  )
}

/**
 * The rows of a finished record never change, and a long lesson has thousands of cells of nothing but text: written straight into the
 * page they take a third of the time that elements of React take, which the person who prints waits for.
 */
function Rows({ rows }: { rows: PrintSection['rows'] }) {
  const body = useRef<HTMLTableSectionElement>(null)
  useLayoutEffect(() => {
    body.current?.replaceChildren(...rows.map(rowOf))
  }, [rows])
  return <tbody ref={body} />
}

function rowOf(cells: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr')
  for (const text of cells) {
    const cell = document.createElement('td')
    cell.className = isShort(text) ? 'cell number nowrap' : 'cell'
    cell.textContent = withoutUnseen(text)
    row.append(cell)
  }
  return row
}

/** Times, numbers and clause ids stay on one line. */
function isShort(cell: string): boolean {
  return /^(\d{1,2}:\d{2}|\d+|[A-Z]{2}-\d+)$/u.test(cell)
}
