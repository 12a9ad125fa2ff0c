import type { PrintBar, PrintModel, TimelineRow } from '../../lib/record/index.ts'
import { Name, shownText } from '../ui/Name.tsx'

/**
 * Who was there when: a bar per person, gaps where they were gone, a thinner bar while the camera was on, a line for the lock.
 * A table, so that it breaks across printed pages and a screen reader gets each bar as words.
 */
export function Timeline({
  timeline,
  minutes,
}: {
  timeline: PrintModel['timeline']
  /** Minutes in the call, in the order of the rows. */
  minutes: readonly number[]
}) {
  if (timeline.rows.length === 0) return <p className="soft">Nobody was seen in the call.</p>
  const marked = timeline.rows.some((row) => row.marks.length > 0)
  return (
    <figure className="timeline">
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
              <td className="timeline-minutes number">{minutes[i]}</td>
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
        {timeline.plannedStart !== undefined && (
          <span>
            <i className="key key-start" /> planned start
          </span>
        )}
        {timeline.locked !== undefined && (
          <span>
            <i className="key key-lock" /> locked
          </span>
        )}
        {marked && (
          <span>
            <i className="key key-mark" /> room noted
          </span>
        )}
      </figcaption>
    </figure>
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
      {row.stays.map((stay) => (
        <Stretch className="bar-here" height={12} key={stay.from} stretch={stay} />
      ))}
      {row.cameraOn.map((stay) => (
        <Stretch className="bar-camera" height={5} key={stay.from} stretch={stay} />
      ))}
      {timeline.locked !== undefined && <UpLine at={timeline.locked} className="bar-lock" />}
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
