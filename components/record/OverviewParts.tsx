import { useState } from 'react'
import type { Overview } from '../../lib/record/index.ts'
import { t } from '../../lib/words/say.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { withoutUnseen } from '../../lib/words/unseen.ts'
import { HeatMap } from './HeatMap.tsx'
import { LessonsTable } from './LessonsTable.tsx'
import { OnePupil } from './OnePupil.tsx'
import { PupilsTable } from './PupilsTable.tsx'

/** Several lessons side by side: lesson by lesson, who was there, pupil by pupil, and one pupil alone. */
export function OverviewParts({
  overview,
  onRecord,
}: {
  overview: Overview
  onRecord: (sessionId: string) => void
}) {
  const [pupilKey, setPupilKey] = useState('')
  const { lessons, pupils } = overview
  const chosen = pupils.find((one) => one.key === pupilKey)
  return (
    <>
      <section aria-label={t('Lessons')} className="record-part">
        <h2>{t('Lesson by lesson')}</h2>
        <LessonsTable lessons={lessons} onRecord={onRecord} />
      </section>
      <section aria-label={t('Pupils by lessons')} className="record-part">
        <h2>{t('Who was there, lesson by lesson')}</h2>
        <HeatMap overview={overview} />
      </section>
      <section aria-label={t('Pupils')} className="record-part">
        <h2>{t('Pupil by pupil')}</h2>
        <PupilsTable overview={overview} />
      </section>
      <section
        aria-label={t('One pupil')}
        className={chosen === undefined ? 'record-part no-print' : 'record-part'}
      >
        <h2>{t('One pupil over all lessons')}</h2>
        <ChoiceField
          className="no-print"
          label={t('Pupil')}
          onChange={setPupilKey}
          value={pupilKey}
        >
          <option value="">{t('Choose a pupil')}</option>
          {pupils.map((pupil) => (
            <option key={pupil.key} value={pupil.key}>
              {withoutUnseen(pupil.name)}
            </option>
          ))}
        </ChoiceField>
        {chosen !== undefined && <OnePupil overview={overview} pupil={chosen} />}
      </section>
      <footer className="record-foot small soft">
        <p>
          {t(
            '“Not seen” is not “absent”: nobody is called absent where the list of people could not be read in full, or somebody in the call was not known.',
          )}
        </p>
      </footer>
    </>
  )
}
