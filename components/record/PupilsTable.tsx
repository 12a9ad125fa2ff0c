import type { Overview } from '../../lib/record/index.ts'
import { Name } from '../ui/Name.tsx'

const SUMS = ['Attended', 'Late', 'Minutes', 'Camera on', 'Rooms noted', 'Adult seen'] as const

/** Each pupil's sums over the lessons; which lessons they were is in the map above. */
export function PupilsTable({ overview }: { overview: Overview }) {
  return (
    <div aria-label="Pupil by pupil, table" className="table-scroll" role="region" tabIndex={0}>
      <table className="table overview-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            {SUMS.map((sum) => (
              <th className="right" key={sum} scope="col">
                {sum}
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
                {pupil.attended} of {pupil.of}
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
