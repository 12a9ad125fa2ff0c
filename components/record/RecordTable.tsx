import type { ReactNode } from 'react'

/** A titled table of the record; left out where there is nothing, or said in one line. */
export function RecordTable({
  title,
  heads,
  rows,
  none,
}: {
  title: string
  heads: readonly string[]
  rows: readonly (readonly ReactNode[])[]
  /** What to say without rows; empty leaves the whole part out. */
  none: string
}) {
  if (rows.length === 0 && none === '') return null
  return (
    <section aria-label={title} className="record-part">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <div aria-label={`${title}, table`} className="table-scroll" role="region" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
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
                    <td key={heads[j]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
