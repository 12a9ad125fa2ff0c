import { TriangleAlert } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import {
  isDamaged,
  journalWords,
  lacksEntries,
  printModel,
  type LessonRecord,
} from '../../lib/record/index.ts'
import { t } from '../../lib/words/say.ts'
import { withoutUnseen } from '../../lib/words/unseen.ts'
import { Notice } from '../ui/Notice.tsx'
import { clockTime, longDate, shortDate } from '../ui/time.ts'
import { ReadingSparks } from './ReadingSparks.tsx'
import { RecordTable } from './RecordTable.tsx'
import { Timeline } from './Timeline.tsx'

/**
 * The record of one lesson as it is read and printed. Its words are the print model's. As `part` of a page with several it stands under
 * that page's heading, and its tables say which lesson they are of.
 */
export function RecordSheet({
  record,
  part = false,
  tools,
}: {
  record: LessonRecord
  part?: boolean
  tools?: ReactNode
}) {
  const model = useMemo(() => printModel(record), [record])
  const zone = record.timeZone
  const isOneDay = longDate(record.startedAt, zone) === longDate(record.endedAt, zone)
  const end = clockTime(record.endedAt, zone)
  const of = `${shortDate(record.startedAt, zone)}, ${clockTime(record.startedAt, zone)}`
  const [Title, Heading, Body] = part
    ? (['h2', 'h3', 'div'] as const)
    : (['h1', 'h2', 'main'] as const)
  return (
    <>
      <header className="record-head">
        <div className="grow">
          <p className="soft">{t('Record of a video lesson')}</p>
          <Title className="page-title">{withoutUnseen(model.title)}</Title>
          <p className="record-when">
            {t('{from} to {to}', {
              from: `${longDate(record.startedAt, zone)}, ${clockTime(record.startedAt, zone)}`,
              to: isOneDay ? end : `${longDate(record.endedAt, zone)}, ${end}`,
            })}
          </p>
        </div>
        {tools}
      </header>
      <Body className="stack-parts">
        {record.interrupted && (
          <Warning>
            {t(
              'The browser or the tab went away before the call ended. The end is the last moment that is known.',
            )}
          </Warning>
        )}
        {isDamaged(record) && (
          <Warning>
            {t(
              'The journal of this lesson is damaged. {what}. What can still be read is shown; do not rely on what is not here.',
              { what: journalWords(record) },
            )}
          </Warning>
        )}
        {!isDamaged(record) && lacksEntries(record) && (
          <Warning>
            {t(
              'This record is not complete. {what}. Nothing of its journal was deleted: a newer version of Lesson Steward may be able to read the rest.',
              { what: journalWords(record) },
            )}
          </Warning>
        )}
        <dl className="facts">
          {model.facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>
                <bdi>{withoutUnseen(fact.value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        <section className="record-part" {...(part ? {} : { 'aria-label': t('Timeline') })}>
          <Heading>{t('Who was there when')}</Heading>
          <Timeline timeline={model.timeline} />
        </section>
        {model.sections.map((section) => (
          <RecordTable
            key={section.title}
            section={section}
            {...(part ? { of } : {})}
            {...(section.is === 'reading' ? { picture: <ReadingSparks record={record} /> } : {})}
          />
        ))}
      </Body>
      <footer className="record-foot small soft">
        {model.footer.map((line) => (
          <p key={line}>{withoutUnseen(line)}</p>
        ))}
      </footer>
    </>
  )
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <Notice icon={<TriangleAlert aria-hidden size={16} />} tone="check">
      {children}
    </Notice>
  )
}
