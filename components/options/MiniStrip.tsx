import type { LessonStrip, PrintBar } from '../../lib/record/index.ts'
import { t } from '../../lib/words/say.ts'

/**
 * A lesson as a thin bar: pale while people could come in, full once it was locked, a line where the lock was due; late knocks as ticks
 * above it, prompts below. `share` is its length beside the others.
 */
export function MiniStrip({ strip, share }: { strip: LessonStrip | undefined; share: number }) {
  // Its room is kept while it is not there yet: nothing jumps when it comes.
  return (
    <div className="mini" style={{ width: `${share * 100}%` }}>
      {strip !== undefined && <Picture strip={strip} />}
    </div>
  )
}

function Picture({ strip }: { strip: LessonStrip }) {
  return (
    <svg aria-label={strip.spoken} preserveAspectRatio="none" role="img" viewBox="0 0 100 20">
      <title>{strip.spoken}</title>
      <rect className="mini-open" height="6" width="100" x="0" y="7" />
      <Bars bars={strip.locked} className="mini-locked" />
      <Bars bars={strip.unwatched} className="mini-unwatched" />
      {strip.lockDue !== undefined && (
        <UpLine at={strip.lockDue} className="mini-due" from={3} to={17} />
      )}
      {strip.lateKnocks.map((at, i) => (
        <UpLine at={at} className="mini-knock" from={0} key={i} to={6} />
      ))}
      {strip.prompts.map((at, i) => (
        <UpLine at={at} className="mini-prompt" from={14} key={i} to={20} />
      ))}
    </svg>
  )
}

function Bars({ bars, className }: { bars: readonly PrintBar[]; className: string }) {
  return bars.map(({ from, to }) => (
    <rect
      className={className}
      height="6"
      key={from}
      width={(to - from) * 100}
      x={from * 100}
      y="7"
    />
  ))
}

function UpLine(line: {
  readonly at: number
  readonly className: string
  readonly from: number
  readonly to: number
}) {
  // Not half outside at either end.
  const x = Math.min(99.6, Math.max(0.4, line.at * 100))
  return <line className={line.className} x1={x} x2={x} y1={line.from} y2={line.to} />
}

/** What the bars mean, once for the whole list. */
export function MiniLegend() {
  return (
    <p aria-hidden className="mini-legend small soft">
      <span>
        <i className="mini-key mini-key-open" /> {t('open##legend')}
      </span>
      <span>
        <i className="mini-key mini-key-locked" /> {t('locked##legend')}
      </span>
      <span>
        <i className="mini-key mini-key-due" /> {t('lock was due')}
      </span>
      <span>
        <i className="mini-key mini-key-knock" /> {t('late knock')}
      </span>
      <span>
        <i className="mini-key mini-key-prompt" /> {t('prompt')}
      </span>
    </p>
  )
}
