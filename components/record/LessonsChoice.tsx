import { dayText } from '../../lib/protocol/time.ts'
import {
  ALL_DAYS,
  isWithin,
  periodOf,
  type LessonRecord,
  type PeriodChosen,
} from '../../lib/record/index.ts'
import { t } from '../../lib/words/say.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { withoutUnseen } from '../../lib/words/unseen.ts'
import { PeriodFields } from '../ui/PeriodFields.tsx'
import { todayAt } from '../ui/time.ts'

/** Which of the opened lessons are looked at, saved and printed. Without `className` those of every class. */
export interface LessonChoice {
  readonly days: PeriodChosen
  readonly className?: string
}
export const ALL_LESSONS: LessonChoice = { days: ALL_DAYS }

/** The lessons of that class and those days. A lesson is of the day on which it began by its school's clock, and so is today; `now` in ms since 1970. */
export function chosenOf(
  records: readonly LessonRecord[],
  { days, className }: LessonChoice,
  now: number,
): readonly LessonRecord[] {
  return records.filter(
    (one) =>
      (className === undefined || one.className === className) &&
      isWithin(dayText(one.startedAt, one.timeZone), periodOf(days, todayAt(now, one.timeZone))),
  )
}

/** Chooses the days, and the class where the lessons are of several. */
export function LessonsChoice({
  records,
  choice,
  onChoose,
}: {
  records: readonly LessonRecord[]
  choice: LessonChoice
  onChoose: (choice: LessonChoice) => void
}) {
  const classes = [...new Set(records.map((one) => one.className))].toSorted()
  return (
    <div className="lessons-choice no-print">
      {classes.length > 1 && (
        <ChoiceField
          label={t('Class')}
          onChange={(text) => {
            const className = classes[Number(text)]
            onChoose({
              days: choice.days,
              ...(text === '' || className === undefined ? {} : { className }),
            })
          }}
          value={choice.className === undefined ? '' : classes.indexOf(choice.className)}
        >
          <option value="">{t('All classes')}</option>
          {classes.map((name, index) => (
            <option key={name} value={index}>
              {name === '' ? t('No class chosen') : withoutUnseen(name)}
            </option>
          ))}
        </ChoiceField>
      )}
      <PeriodFields chosen={choice.days} onChoose={(days) => onChoose({ ...choice, days })} />
    </div>
  )
}
