import type { PrintBar, PrintModel, TimelineRow } from '../../lib/record/index.ts'
import { t } from '../../lib/words/say.ts'
import { withoutUnseen } from '../../lib/words/unseen.ts'
import { shownName } from '../ui/Name.tsx'

type Line = PrintModel['timeline']

const SVG = 'http://www.w3.org/2000/svg'

/**
 * The rows of the attendance picture, as elements of the page: an assembly has hundreds, each with a drawing, and whoever prints waits
 * for them. They never change, so React has nothing to keep of them. What is the same in every drawing is made once and copied.
 */
export function timelineRows(line: Line): readonly HTMLTableRowElement[] {
  const same = drawing([
    ...upLines(
      'bar-tick',
      line.ticks.map((tick) => tick.at),
    ),
    ...upLines('bar-start', line.plannedStart),
    ...upLines('bar-due', line.lockDue),
  ])
  const over = [
    ...stretches('bar-unwatched', 20, line.unwatched),
    ...upLines('bar-lock', line.locked),
    ...upLines('bar-reopened', line.reopened),
  ]
  return line.rows.map((row) => rowOf(row, barOf(row, same, over)))
}

function rowOf(row: TimelineRow, bar: SVGElement): HTMLTableRowElement {
  const tr = document.createElement('tr')
  const head = document.createElement('th')
  head.scope = 'row'
  const name = document.createElement('bdi')
  name.className = 'name clip-1'
  name.textContent = shownName(row.name)
  head.append(name)
  const picture = document.createElement('td')
  picture.append(bar)
  const minutes = document.createElement('td')
  minutes.className = 'timeline-minutes number'
  if (row.minutes === undefined) {
    const kind = document.createElement('span')
    kind.className = 'soft'
    kind.textContent = row.kind
    minutes.append(kind)
  } else minutes.textContent = String(row.minutes)
  tr.append(head, picture, minutes)
  return tr
}

function barOf(row: TimelineRow, same: SVGElement, over: readonly SVGElement[]): SVGElement {
  const rooms = row.marks.map((mark) => mark.label).join(', ')
  const spoken = withoutUnseen(
    rooms === '' ? row.spoken : t('{row}; rooms noted: {rooms}', { row: row.spoken, rooms }),
  )
  const bar = same.cloneNode(true) as SVGElement
  bar.setAttribute('aria-label', spoken)
  const title = document.createElementNS(SVG, 'title')
  title.textContent = spoken
  bar.prepend(title)
  bar.append(
    ...paths('bar-gap', row.gaps.map(alongLine)),
    ...stretches('bar-here', 12, row.stays),
    ...stretches('bar-camera', 5, row.cameraOn),
    ...stretches('bar-asked', 5, row.offByStaff),
    ...over.map((one) => one.cloneNode(true)),
    ...row.marks.map(markOf),
  )
  return bar
}

function drawing(parts: readonly SVGElement[]): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'bar')
  svg.setAttribute('preserveAspectRatio', 'none')
  svg.setAttribute('role', 'img')
  svg.setAttribute('viewBox', '0 0 100 20')
  svg.append(...parts)
  return svg
}

/** What looks the same is one element: a bar has some thirty marks. */
function paths(className: string, d: readonly string[]): readonly SVGElement[] {
  if (d.length === 0) return []
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('class', className)
  path.setAttribute('d', d.join(''))
  return [path]
}

function upLines(
  className: string,
  of: number | readonly number[] | undefined,
): readonly SVGElement[] {
  const all = of === undefined ? [] : typeof of === 'number' ? [of] : of
  return paths(
    className,
    all.map((at) => `M${at * 100} 0V20`),
  )
}

function stretches(
  className: string,
  height: number,
  of: readonly PrintBar[],
): readonly SVGElement[] {
  const top = 10 - height / 2
  return paths(
    className,
    of.map(({ from, to }) => {
      // A stay of seconds in a lesson of hours is still to be seen.
      const width = Math.max(0.4, (to - from) * 100)
      return `M${from * 100} ${top}h${width}v${height}h${-width}z`
    }),
  )
}

function alongLine({ from, to }: PrintBar): string {
  return `M${from * 100} 10H${to * 100}`
}

/** A line of no length with round ends is a dot that the stretched picture does not squash. */
function markOf({ at }: TimelineRow['marks'][number]): SVGElement {
  const line = document.createElementNS(SVG, 'line')
  line.setAttribute('class', 'bar-mark')
  line.setAttribute('x1', String(at * 100))
  line.setAttribute('x2', String(at * 100))
  line.setAttribute('y1', '10')
  line.setAttribute('y2', '10')
  return line
}
