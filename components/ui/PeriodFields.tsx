import { PERIOD_CHOICES, type PeriodChoice, type PeriodChosen } from '../../lib/record/index.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { TextField } from './TextField.tsx'

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
  return (
    <>
      <ChoiceField
        label={t('Days')}
        onChange={(text) => {
          const choice = PERIOD_CHOICES.find((one) => one === text)
          if (choice !== undefined) onChoose({ ...chosen, choice })
        }}
        value={chosen.choice}
      >
        {PERIOD_CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {tOf(WORDS[choice])}
          </option>
        ))}
      </ChoiceField>
      {chosen.choice === 'own' && (
        <div className="day-pair">
          <TextField
            label={t('First day')}
            onChange={(text) => onChoose({ ...chosen, from: text })}
            type="date"
            value={chosen.from}
          />
          <TextField
            label={t('Last day')}
            onChange={(text) => onChoose({ ...chosen, to: text })}
            type="date"
            value={chosen.to}
          />
        </div>
      )}
    </>
  )
}
