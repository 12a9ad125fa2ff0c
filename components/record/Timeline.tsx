import type { PrintBar, PrintModel, TimelineRow } from '../../lib/record/index.ts'
import { Name, shownText } from '../ui/Name.tsx'

/** From so many rows on they are drawn closer together: an assembly should not be ten screens long. */
const MANY = 60

/**
 * Who was there when: a bar per person, a dashed line where they were gone, a thinner bar while the camera was on (hollow while it was
 * off because staff asked), lines for the start and the lock, grey where nobody watched. A table, so that it breaks across printed
 * pages and a screen reader gets each bar as words.
 */
export function Timeline({ timeline }: { timeline: PrintModel['timeline'] }) {
  if (timeline.rows.length === 0) return <p className="soft">Nobody was seen in the call.</p>
  const isLong = timeline.rows.length > MANY
  return (
    <figure className={isLong ? 'timeline timeline-long' : 'timeline'}>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">
              <span className="visually-hidden">In the call. Marks at</span>
              <span className="axis">
                {timeline.ticks.map((tick) => (
                  <span
                    className="axis-tick number"
                    key={tick.at}
                    style={{ insetInlineStart: `${tick.at * 100}%` }}
                  >
                    {tick.label}
                  </span>
                ))}
                {timeline.unread.map((stretch) => (
                  <span
                    className="axis-unread"
                    key={stretch.from}
                    style={{
                      insetInlineStart: `${stretch.from * 100}%`,
                      width: `${(stretch.to - stretch.from) * 100}%`,
                    }}
                  />
                ))}
              </span>
            </th>
            <th className="timeline-minutes" scope="col">
              Minutes
            </th>
          </tr>
        </thead>
        <tbody>
          {timeline.rows.map((row, i) => (
            // Rows of a finished record never move, and two people may show one name.
            <tr key={i}>
              <th scope="row">
                <Name className="clip-1">{row.name}</Name>
              </th>
              <td>
                <Bar row={row} timeline={timeline} />
              </td>
              <td className="timeline-minutes number">
                {row.minutes ?? <span className="soft">{row.kind}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Legend timeline={timeline} />
    </figure>
  )
}

/** Only what is in the picture. */
function Legend({ timeline }: { timeline: PrintModel['timeline'] }) {
  const { rows } = timeline
  const some = (has: (row: TimelineRow) => boolean) => rows.some(has)
  const keys: readonly (readonly [string, string, boolean])[] = [
    ['here', 'in the call', true],
    ['camera', 'camera on', true],
    ['asked', 'camera off because staff asked', some((row) => row.offByStaff.length > 0)],
    ['gap', 'gone for a while', some((row) => row.gaps.length > 0)],
    ['start', 'planned start', timeline.plannedStart !== undefined],
    ['due', 'lock was due', timeline.lockDue !== undefined],
    ['lock', 'locked', timeline.locked.length > 0],
    ['reopened', 'open again', timeline.reopened.length > 0],
    ['mark', 'room noted', some((row) => row.marks.length > 0)],
    ['unwatched', 'nobody watched', timeline.unwatched.length > 0],
    ['unread', 'people could not be read in full', timeline.unread.length > 0],
  ]
  return (
    <figcaption className="legend small soft">
      {keys
        .filter(([, , shown]) => shown)
        .map(([key, words]) => (
          <span key={key}>
            <i className={`key key-${key}`} /> {words}
          </span>
        ))}
    </figcaption>
  )
}

function Bar({ row, timeline }: { row: TimelineRow; timeline: PrintModel['timeline'] }) {
  const rooms = row.marks.map((mark) => mark.label).join(', ')
  const spoken = shownText(rooms === '' ? row.spoken : `${row.spoken}; rooms noted: ${rooms}`)
  return (
    <svg
      aria-label={spoken}
      className="bar"
      preserveAspectRatio="none"
      role="img"
      viewBox="0 0 100 20"
    >
      <title>{spoken}</title>
      {timeline.ticks.map((tick) => (
        <UpLine at={tick.at} className="bar-tick" key={tick.at} />
      ))}
      {timeline.plannedStart !== undefined && (
        <UpLine at={timeline.plannedStart} className="bar-start" />
      )}
      {timeline.lockDue !== undefined && <UpLine at={timeline.lockDue} className="bar-due" />}
      {row.gaps.map((gap) => (
        <line
          className="bar-gap"
          key={gap.from}
          x1={gap.from * 100}
          x2={gap.to * 100}
          y1="10"
          y2="10"
        />
      ))}
      {row.stays.map((stay) => (
        <Stretch className="bar-here" height={12} key={stay.from} stretch={stay} />
      ))}
      {row.cameraOn.map((stay) => (
        <Stretch className="bar-camera" height={5} key={stay.from} stretch={stay} />
      ))}
      {row.offByStaff.map((stay) => (
        <Stretch className="bar-asked" height={5} key={stay.from} stretch={stay} />
      ))}
      {timeline.unwatched.map((stretch) => (
        <Stretch className="bar-unwatched" height={20} key={stretch.from} stretch={stretch} />
      ))}
      {timeline.locked.map((at) => (
        <UpLine at={at} className="bar-lock" key={at} />
      ))}
      {timeline.reopened.map((at) => (
        <UpLine at={at} className="bar-reopened" key={at} />
      ))}
      {row.marks.map((mark) => (
        <line
          className="bar-mark"
          key={mark.at}
          x1={mark.at * 100}
          x2={mark.at * 100}
          y1="10"
          y2="10"
        />
      ))}
    </svg>
  )
}

function UpLine({ at, className }: { at: number; className: string }) {
  return <line className={className} x1={at * 100} x2={at * 100} y1="0" y2="20" />
}

function Stretch({
  stretch,
  height,
  className,
}: {
  stretch: PrintBar
  height: number
  className: string
}) {
  return (
    <rect
      className={className}
      height={height}
      // A stay of seconds in a lesson of hours is still to be seen.
      width={Math.max(0.4, (stretch.to - stretch.from) * 100)}
      x={stretch.from * 100}
      y={10 - height / 2}
    />
  )
}
