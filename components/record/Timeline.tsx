import type { LessonRecord, RecordPerson } from '../../lib/record/types.ts'
import { Name, shownName } from '../ui/Name.tsx'
import { clockTime, counted } from '../ui/time.ts'
import { staysInWords, timelineScale, type Scale } from './timelineScale.ts'

/**
 * Who was there when: a bar per person, gaps where they were gone, a thinner bar while the camera was on, a line for the lock.
 * A table, so that it breaks across printed pages and a screen reader gets each bar as words.
 */
export function Timeline({ record }: { record: LessonRecord }) {
  const scale = timelineScale(record.startedAt, record.endedAt)
  const time = (at: number) => clockTime(at, record.timeZone)
  const people = record.people.filter((person) => person.stays.length > 0)
  if (people.length === 0) return <p className="soft">Nobody was seen in the call.</p>
  return (
    <figure className="timeline">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">
              <span className="visually-hidden">In the call, </span>
              <Axis lockAt={record.lock.doneAt} scale={scale} time={time} />
            </th>
            <th className="timeline-minutes" scope="col">
              Minutes
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person, i) => (
            <tr key={`${person.name} ${i}`}>
              <th scope="row">
                <Name className="clip-1">{person.name}</Name>
              </th>
              <td>
                <Bar lockAt={record.lock.doneAt} person={person} scale={scale} time={time} />
              </td>
              <td className="timeline-minutes number">{person.minutesPresent}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className="legend small soft">
        <span>
          <i className="key key-here" /> in the call
        </span>
        <span>
          <i className="key key-camera" /> camera on
        </span>
        {record.lock.doneAt !== undefined && (
          <span>
            <i className="key key-lock" /> locked at {time(record.lock.doneAt)}
          </span>
        )}
      </figcaption>
    </figure>
  )
}

function Axis({ scale, lockAt, time }: { scale: Scale; lockAt: number | undefined; time: (at: number) => string }) {
  return (
    <span className="axis">
      {scale.ticks.map((at) => (
        <span className="axis-tick number" key={at} style={{ insetInlineStart: `${scale.x(at)}%` }}>
          {time(at)}
        </span>
      ))}
      {lockAt !== undefined && <span className="visually-hidden"> lock at {time(lockAt)}</span>}
    </span>
  )
}

function Bar({
  person,
  scale,
  lockAt,
  time,
}: {
  person: RecordPerson
  scale: Scale
  lockAt: number | undefined
  time: (at: number) => string
}) {
  const label = `${shownName(person.name)}: ${staysInWords(person.stays, time)}; camera on for ${counted(person.minutesCameraOn, 'minute')}`
  return (
    <svg aria-label={label} className="bar" preserveAspectRatio="none" role="img" viewBox="0 0 100 20">
      {scale.ticks.map((at) => (
        <line className="bar-tick" key={at} x1={scale.x(at)} x2={scale.x(at)} y1="0" y2="20" />
      ))}
      {person.stays.map((stay) => (
        <rect
          className="bar-here"
          height="12"
          key={stay.from}
          width={Math.max(0.4, scale.x(stay.to) - scale.x(stay.from))}
          x={scale.x(stay.from)}
          y="4"
        />
      ))}
      {person.cameraOn.map((stay) => (
        <rect
          className="bar-camera"
          height="5"
          key={stay.from}
          width={Math.max(0.3, scale.x(stay.to) - scale.x(stay.from))}
          x={scale.x(stay.from)}
          y="7.5"
        />
      ))}
      {lockAt !== undefined && (
        <line className="bar-lock" x1={scale.x(lockAt)} x2={scale.x(lockAt)} y1="0" y2="20" />
      )}
    </svg>
  )
}
