import { useMemo } from 'react'
import { readingSparks, type LessonRecord, type ReadingSpark } from '../../lib/record/index.ts'
import { t } from '../../lib/words/say.ts'

/** How high the line is: the better it could be read, the higher. */
const HEIGHT = { complete: 3, partial: 10, blind: 17 } as const

/** How well each thing could be read through the lesson, a line each. The table below says the same in numbers. */
export function ReadingSparks({ record }: { record: LessonRecord }) {
  const sparks = useMemo(() => readingSparks(record), [record])
  if (sparks.length === 0) return null
  const levels = new Set(sparks.flatMap((one) => one.steps.map((step) => step.level)))
  return (
    <figure className="sparks">
      <ul>
        {sparks.map((spark) => (
          <li key={spark.topic}>
            <span className="small">{spark.topic}</span>
            <Line spark={spark} />
          </li>
        ))}
      </ul>
      <figcaption className="legend small soft">
        <span>
          <i className="key key-complete" /> {t('read in full##record')}
        </span>
        {levels.has('partial') && (
          <span>
            <i className="key key-partial" /> {t('in part')}
          </span>
        )}
        {levels.has('blind') && (
          <span>
            <i className="key key-blind" /> {t('not at all')}
          </span>
        )}
      </figcaption>
    </figure>
  )
}

function Line({ spark: { steps, spoken } }: { spark: ReadingSpark }) {
  const path = steps
    .map(({ from, to, level }, i) => {
      const y = HEIGHT[level]
      return `${i === 0 ? `M${from * 100} ${y}` : `V${y}`}H${to * 100}`
    })
    .join('')
  return (
    <svg
      aria-label={spoken}
      className="spark"
      preserveAspectRatio="none"
      role="img"
      viewBox="0 0 100 20"
    >
      <title>{spoken}</title>
      {steps
        .filter((step) => step.level !== 'complete')
        .map((step) => (
          <rect
            className={`spark-${step.level}`}
            height={20 - HEIGHT[step.level]}
            key={step.from}
            // Seconds in a lesson of hours are still to be seen.
            width={Math.max(0.4, (step.to - step.from) * 100)}
            x={step.from * 100}
            y={HEIGHT[step.level]}
          />
        ))}
      <path className="spark-line" d={path} />
    </svg>
  )
}
