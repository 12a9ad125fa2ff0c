import { useLayoutEffect, useRef } from 'react'
import type { PrintModel, TimelineRow } from '../../lib/record/index.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'
import { timelineRows } from './timelineRows.ts'

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
        <Rows timeline={timeline} />
      </table>
      <Legend timeline={timeline} />
    </figure>
  )
}

function Rows({ timeline }: { timeline: PrintModel['timeline'] }) {
  const body = useRef<HTMLTableSectionElement>(null)
  useLayoutEffect(() => {
    body.current?.replaceChildren(...timelineRows(timeline))
  }, [timeline])
  return <tbody ref={body} />
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
