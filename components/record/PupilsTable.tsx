import type { Overview, OverviewPupil, PupilLesson } from '../../lib/record/index.ts'
import { Name, shownText } from '../ui/Name.tsx'
import { counted, shortDate } from '../ui/time.ts'

const WORDS: Readonly<Record<PupilLesson['is'], string>> = {
  here: 'here',
  late: 'late',
  notSeen: 'not seen',
  absent: 'absent',
  notExpected: 'not on the register',
}

/** Each pupil over the lessons: a column per lesson as high as the time they were there, and the sums. */
export function PupilsTable({ overview }: { overview: Overview }) {
  return (
    <figure className="overview">
      <div aria-label="Pupil by pupil, table" className="table-scroll" role="region" tabIndex={0}>
        <table className="table overview-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Lessons, oldest first</th>
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
                <td>
                  <Strip overview={overview} pupil={pupil} />
                </td>
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
      <figcaption className="legend small soft">
        <span>
          <i className="key key-here-full" /> there, as high as the share of the lesson
        </span>
        <span>
          <i className="key key-late" /> late
        </span>
        <span>
          <i className="key key-absent" /> not there
        </span>
        <span>
          <i className="key key-not-seen" /> not seen, not certain
        </span>
      </figcaption>
    </figure>
  )
}

function Strip({ overview, pupil }: { overview: Overview; pupil: OverviewPupil }) {
  const count = pupil.lessons.length
  const spoken = shownText(
    `${pupil.name}: ${pupil.lessons
      .map(
        (one, i) =>
          `${shortDate(overview.lessons[i]?.startedAt ?? 0, overview.lessons[i]?.timeZone)} ${WORDS[one.is]}`,
      )
      .join(', ')}`,
  )
  return (
    <svg
      aria-label={count > 40 ? `${pupil.name}: ${counted(count, 'lesson')}` : spoken}
      className="strip"
      preserveAspectRatio="none"
      role="img"
      // Every lesson is as wide as in every other row.
      style={{ width: `${Math.min(count * 0.9, 18)}rem` }}
      viewBox={`0 0 ${count * 10} 20`}
    >
      <title>{spoken}</title>
      {pupil.lessons.map((one, i) => (
        <Column index={i} key={overview.lessons[i]?.sessionId ?? i} lesson={one} />
      ))}
    </svg>
  )
}

/** Told apart by form as well as by colour: filled, filled with a foot, an empty box, a line. */
function Column({ lesson, index }: { lesson: PupilLesson; index: number }) {
  const x = index * 10 + 1.5
  switch (lesson.is) {
    case 'here':
    case 'late': {
      const height = Math.max(2, lesson.share * 18)
      return (
        <>
          <rect className="strip-here" height={height} width="7" x={x} y={19 - height} />
          {lesson.is === 'late' && (
            <rect className="strip-late" height="4" width="7" x={x} y="15" />
          )}
        </>
      )
    }
    case 'absent':
      return <rect className="strip-absent" height="17" width="7" x={x} y="1.5" />
    case 'notSeen':
      return <line className="strip-not-seen" x1={x} x2={x + 7} y1="18" y2="18" />
    case 'notExpected':
      return null
  }
}
