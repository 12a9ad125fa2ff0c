import type { PrintSection } from '../../lib/record/index.ts'
import { shownText } from '../ui/Name.tsx'

/** A titled table of the record. Every cell stands by itself, so that no name turns the row round. */
export function RecordTable({ section }: { section: PrintSection }) {
  const { title, heads, rows } = section
  return (
    <section aria-label={title} className="record-part">
      <h2>{title}</h2>
      <div aria-label={`${title}, table`} className="table-scroll" role="region" tabIndex={0}>
        {/* Narrow pages scroll the table sideways instead of squeezing words into columns of letters. */}
        <table className="table" style={{ minWidth: `${heads.length * 5.5}rem` }}>
          <thead>
            <tr>
              {heads.map((head, i) => (
                <th key={i} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              // Rows of a finished record never move.
              <tr key={i}>
                {row.map((cell, j) => (
                  <td className={isShort(cell) ? 'number nowrap' : undefined} key={j}>
                    <bdi>{shownText(cell)}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Times, numbers and clause ids stay on one line. */
function isShort(cell: string): boolean {
  return /^(\d{1,2}:\d{2}|\d+|[A-Z]{2}-\d+)$/u.test(cell)
}
