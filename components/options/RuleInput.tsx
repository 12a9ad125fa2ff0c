import { useId } from 'react'
import type { RuleWords } from '../../lib/protocol/ruleWords.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'
import { Tick } from '../ui/Tick.tsx'
import { numberOf } from './draftRules.ts'

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const satisfies readonly Message[]

/** One rule of the school: its field, what it means, its clauses, and what is wrong with it. */
export function RuleInput({
  rule,
  value,
  errors,
  idle,
  onChange,
}: {
  rule: RuleWords
  value: unknown
  errors: readonly string[]
  /** Why it does nothing beside the other rules; undefined where it does something. */
  idle: string | undefined
  onChange: (value: unknown) => void
}) {
  const id = useId()
  const { clauses, field } = rule
  const label = tOf(rule.label)
  const described = {
    'aria-describedby': `${id}-help`,
    ...(errors.length > 0 ? { 'aria-invalid': true } : {}),
  }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const about = (
    <div className="stack-tight" id={`${id}-help`}>
      <p className="small soft">
        {tOf(rule.help)} <span className="rule-clauses">{clauses.join(', ')}</span>
      </p>
      {idle !== undefined && (
        <p className="small ink-check">
          {t('Has no effect now: it counts {when}.', { when: idle })}
        </p>
      )}
      {errors.map((error) => (
        <p className="small problem ink-alarm" key={error}>
          {label}: {error}.
        </p>
      ))}
    </div>
  )
  if (field.is === 'yesNo') {
    return (
      <div className="rule">
        <Tick {...described} checked={value === true} onChange={onChange}>
          <span className="strong">{label}</span>
        </Tick>
        {about}
      </div>
    )
  }
  if (field.is === 'days') {
    const days = (Array.isArray(value) ? value : []).map(Number)
    return (
      <fieldset className="rule rule-days" aria-describedby={`${id}-help`}>
        <legend className="label">{label}</legend>
        <div className="row">
          {DAYS.map((word, i) => (
            <Tick
              checked={days.includes(i + 1)}
              key={word}
              onChange={(on) =>
                onChange(
                  on
                    ? [...days, i + 1].toSorted((a, b) => a - b)
                    : days.filter((day) => day !== i + 1),
                )
              }
            >
              {tOf(word)}
            </Tick>
          ))}
        </div>
        {about}
      </fieldset>
    )
  }
  return (
    <div className="field rule">
      <label htmlFor={id}>
        {label}
        {field.is === 'number' && <span className="soft"> ({tOf(field.unit)})</span>}
      </label>
      {field.is === 'choice' ? (
        <select
          {...described}
          className="input"
          id={id}
          onChange={(event) => onChange(event.target.value)}
          value={text}
        >
          {field.options.map(([option, words]) => (
            <option key={option} value={option}>
              {tOf(words)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...described}
          className={field.is === 'text' ? 'input' : 'input rule-short'}
          id={id}
          inputMode={field.is === 'number' ? 'numeric' : undefined}
          maxLength={60}
          onChange={(event) =>
            onChange(field.is === 'number' ? numberOf(event.target.value) : event.target.value)
          }
          type={field.is === 'time' ? 'time' : 'text'}
          value={text}
        />
      )}
      {about}
    </div>
  )
}
