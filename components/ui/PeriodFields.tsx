import { useId } from 'react'
import { PERIOD_CHOICES, type PeriodChoice, type PeriodChosen } from '../../lib/record/index.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'

const WORDS: Readonly<Record<PeriodChoice, Message>> = {
  all: 'All days',
  days7: 'Last 7 days',
  days30: 'Last 30 days',
  schoolYear: 'Since 1 September',
  own: 'Own days…',
}

/** Of which days the lessons are; two date fields where none of the ready choices fits. */
export function PeriodFields({
  chosen,
  onChoose,
}: {
  chosen: PeriodChosen
  onChoose: (chosen: PeriodChosen) => void
}) {
  const id = useId()
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-days`}>{t('Days')}</label>
        <select
          className="input"
          id={`${id}-days`}
          onChange={(event) => {
            const choice = PERIOD_CHOICES.find((one) => one === event.target.value)
            if (choice !== undefined) onChoose({ ...chosen, choice })
          }}
          value={chosen.choice}
        >
          {PERIOD_CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {tOf(WORDS[choice])}
            </option>
          ))}
        </select>
      </div>
      {chosen.choice === 'own' && (
        <div className="day-pair">
          <div className="field">
            <label htmlFor={`${id}-from`}>{t('First day')}</label>
            <input
              className="input"
              id={`${id}-from`}
              onChange={(event) => onChoose({ ...chosen, from: event.target.value })}
              type="date"
              value={chosen.from}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-to`}>{t('Last day')}</label>
            <input
              className="input"
              id={`${id}-to`}
              onChange={(event) => onChoose({ ...chosen, to: event.target.value })}
              type="date"
              value={chosen.to}
            />
          </div>
        </div>
      )}
    </>
  )
}
