import type { Overview } from '../../lib/record/index.ts'
import { Name } from '../ui/Name.tsx'

/** Each pupil's sums over the lessons; which lessons they were is in the map above. */
export function PupilsTable({ overview }: { overview: Overview }) {
  return (
    <div aria-label="Pupil by pupil, table" className="table-scroll" role="region" tabIndex={0}>
      <table className="table overview-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th className="right" scope="col">
              Attended
            </th>
            <th className="right" scope="col">
              Late
            </th>
            <th className="right" scope="col">
              Minutes
            </th>
            <th className="right" scope="col">
              Camera on
            </th>
            <th className="right" scope="col">
              Rooms noted
            </th>
            <th className="right" scope="col">
              Adult seen
            </th>
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
