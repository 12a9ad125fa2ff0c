import type { PrintBar, PrintModel, TimelineRow } from '../../lib/record/index.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'
import { Name, shownText } from '../ui/Name.tsx'

/** From so many rows on they are drawn closer together: an assembly should not be ten screens long. */
const MANY = 60

/**
 * Who was there when: a bar per person, a dashed line where they were gone, a thinner bar while the camera was on (hollow while it was
 * off because staff asked), lines for the start and the lock, grey where nobody watched. A table, so that it breaks across printed
 * pages and a screen reader gets each bar as words.
 */
export function Timeline({ timeline }: { timeline: PrintModel['timeline'] }) {
  if (timeline.rows.length === 0) return <p className="soft">{t('Nobody was seen in the call.')}</p>
  const isLong = timeline.rows.length > MANY
  return (
    <figure className={isLong ? 'timeline timeline-long' : 'timeline'}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Name')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('In the call. Marks at')}</span>
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
              {t('Minutes')}
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
  const keys: readonly (readonly [string, Message, boolean])[] = [
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
            <i className={`key key-${key}`} /> {tOf(words)}
          </span>
        ))}
    </figcaption>
  )
}

function Bar({ row, timeline }: { row: TimelineRow; timeline: PrintModel['timeline'] }) {
  const rooms = row.marks.map((mark) => mark.label).join(', ')
  const spoken = shownText(
    rooms === '' ? row.spoken : t('{row}; rooms noted: {rooms}', { row: row.spoken, rooms }),
  )
  return (
    <svg
      aria-label={spoken}
      className="bar"
      preserveAspectRatio="none"
      role="img"
      viewBox="0 0 100 20"
    >
      <title>{spoken}</title>
      <UpLines className="bar-tick" of={timeline.ticks.map((tick) => tick.at)} />
      <UpLines className="bar-start" of={timeline.plannedStart} />
      <UpLines className="bar-due" of={timeline.lockDue} />
      <Paths className="bar-gap" d={row.gaps.map(alongLine)} />
      <Stretches className="bar-here" height={12} of={row.stays} />
      <Stretches className="bar-camera" height={5} of={row.cameraOn} />
      <Stretches className="bar-asked" height={5} of={row.offByStaff} />
      <Stretches className="bar-unwatched" height={20} of={timeline.unwatched} />
      <UpLines className="bar-lock" of={timeline.locked} />
      <UpLines className="bar-reopened" of={timeline.reopened} />
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

/** An assembly has hundreds of bars with some thirty marks each: what looks the same is one element. */
function Paths({ d, className }: { d: readonly string[]; className: string }) {
  return d.length === 0 ? null : <path className={className} d={d.join('')} />
}

function UpLines({
  of,
  className,
}: {
  of: number | readonly number[] | undefined
  className: string
}) {
  const all = of === undefined ? [] : typeof of === 'number' ? [of] : of
  return <Paths className={className} d={all.map((at) => `M${at * 100} 0V20`)} />
}

function Stretches({
  of,
  height,
  className,
}: {
  of: readonly PrintBar[]
  height: number
  className: string
}) {
  const top = 10 - height / 2
  const boxes = of.map(({ from, to }) => {
    // A stay of seconds in a lesson of hours is still to be seen.
    const width = Math.max(0.4, (to - from) * 100)
    return `M${from * 100} ${top}h${width}v${height}h${-width}z`
  })
  return <Paths className={className} d={boxes} />
}

function alongLine({ from, to }: PrintBar): string {
  return `M${from * 100} 10H${to * 100}`
}
