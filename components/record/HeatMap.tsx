import { useMemo } from 'react'
import { classMapOf, type MapCell, type Overview } from '../../lib/record/index.ts'
import { t } from '../../lib/words/say.ts'
import { Name } from '../ui/Name.tsx'

/**
 * A class over a term at one glance: a row for each pupil, a column for each lesson. A real table, so that a screen reader says pupil and
 * day with each cell; every state has a sign as well as a colour.
 */
export function HeatMap({ overview }: { overview: Overview }) {
  const map = useMemo(() => classMapOf(overview), [overview])
  return (
    <figure className="overview">
      <div
        aria-label={t('Pupils by lessons, table')}
        className="table-scroll"
        role="region"
        tabIndex={0}
      >
        <table className="heat">
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                {t('Name')}
              </th>
              {map.months.map((month) => (
                <th className="heat-month" colSpan={month.count} key={month.key} scope="colgroup">
                  {/* The whole word where it fits, its beginning elsewhere; always the word for a screen reader. */}
                  <span aria-hidden>{month.count > 2 ? month.name : month.name.slice(0, 3)}</span>
                  <span className="visually-hidden">{month.name}</span>
                </th>
              ))}
            </tr>
            <tr>
              {map.lessons.map((lesson) => (
                <th
                  className="heat-day number"
                  key={lesson.sessionId}
                  scope="col"
                  title={lesson.when}
                >
                  <span aria-hidden>{lesson.day}</span>
                  <span className="visually-hidden">{lesson.when}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <Name className="clip-1">{row.name}</Name>
                </th>
                {row.cells.map((cell, i) => (
                  <td className={`heat-cell heat-${cell.is}`} key={map.lessons[i]?.sessionId ?? i}>
                    <Sign cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption className="legend small soft">
        {map.used.map((cell) => (
          <span key={cell.is}>
            <i className={`key heat-key heat-${cell.is}`}>{cell.sign}</i> {cell.words}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function Sign({ cell }: { cell: MapCell }) {
  return (
    <>
      <span aria-hidden>{cell.sign}</span>
      <span className="visually-hidden">{cell.words}</span>
    </>
  )
}
