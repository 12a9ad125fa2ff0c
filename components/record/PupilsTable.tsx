import type { Overview } from '../../lib/record/index.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'
import { Name } from '../ui/Name.tsx'

const SUMS: readonly Message[] = [
  'Attended',
  'Late',
  'Minutes',
  'Camera on',
  'Rooms noted',
  'Adult seen',
]

/** Each pupil's sums over the lessons; which lessons they were is in the map above. */
export function PupilsTable({ overview }: { overview: Overview }) {
  return (
    <div
      aria-label={t('Pupil by pupil, table')}
      className="table-scroll"
      role="region"
      tabIndex={0}
    >
      <table className="table overview-table">
        <thead>
          <tr>
            <th scope="col">{t('Name')}</th>
            {SUMS.map((sum) => (
              <th className="right" key={sum} scope="col">
                {tOf(sum)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.pupils.map((pupil) => (
            <tr key={pupil.key}>
              <th scope="row">
                <Name className="clip-1">{pupil.name}</Name>
              </th>
              <td className="number right nowrap">
                {t('{n} of {all}', { n: pupil.attended, all: pupil.of })}
              </td>
              <td className="number right">{pupil.late}</td>
              <td className="number right">{pupil.minutes}</td>
              <td className="number right">
                {pupil.minutes === 0 ? '' : `${Math.round(pupil.cameraShare * 100)} %`}
              </td>
              <td className="number right">{pupil.rooms}</td>
              <td className="number right">{pupil.adultSeen}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
