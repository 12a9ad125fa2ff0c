import type { OverviewLesson } from '../../lib/record/index.ts'
import { t } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { withoutUnseen } from '../../lib/words/unseen.ts'
import { clockTime, shortDate } from '../ui/time.ts'

/** A class over a term: how many were seen in each lesson as a bar, the numbers beside it. */
export function LessonsTable({
  lessons,
  onRecord,
}: {
  lessons: readonly OverviewLesson[]
  onRecord: (sessionId: string) => void
}) {
  const most = Math.max(1, ...lessons.map((one) => one.seen + one.notSeen))
  const severalClasses = new Set(lessons.map((one) => one.className)).size > 1
  return (
    <div
      aria-label={t('Lesson by lesson, table')}
      className="table-scroll"
      role="region"
      tabIndex={0}
    >
      <table className="table overview-table">
        <thead>
          <tr>
            <th scope="col">{t('Lesson')}</th>
            {severalClasses && <th scope="col">{t('Class')}</th>}
            <th scope="col">{t('Pupils seen')}</th>
            <th className="right" scope="col">
              {t('Not seen##record')}
            </th>
            <th className="right" scope="col">
              {t('Late')}
            </th>
            <th className="right" scope="col">
              {t('Minutes')}
            </th>
            <th scope="col">{t('Locked')}</th>
            <th className="right" scope="col">
              {t('Rooms asked')}
            </th>
            <th className="right" scope="col">
              {t('Chat flags')}
            </th>
            <th className="no-print" scope="col">
              <span className="visually-hidden">{t('Record')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lessons.map((lesson) => {
            const when = `${shortDate(lesson.startedAt, lesson.timeZone)}, ${clockTime(lesson.startedAt, lesson.timeZone)}`
            return (
              <tr key={lesson.sessionId}>
                <th className="nowrap" scope="row">
                  {when}
                  {lesson.inPart && <span className="soft in-part"> {t('(seen in part)')}</span>}
                </th>
                {severalClasses && (
                  <td className="class-cell">
                    <bdi>{withoutUnseen(lesson.className)}</bdi>
                  </td>
                )}
                <td>
                  <span className="seen-cell">
                    <span className="number">{lesson.seen}</span>
                    <Share of={most} seen={lesson.seen} total={lesson.seen + lesson.notSeen} />
                  </span>
                </td>
                <td className="number right">{lesson.notSeen}</td>
                <td className="number right">{lesson.late}</td>
                <td className="number right">{lesson.lengthMinutes}</td>
                <td className="number nowrap">
                  {lesson.lockedAt === undefined
                    ? t('not seen')
                    : clockTime(lesson.lockedAt, lesson.timeZone)}
                </td>
                <td className="number right">{lesson.rooms}</td>
                <td className="number right">{lesson.chatFlags}</td>
                <td className="no-print">
                  <Button look="quiet" onClick={() => onRecord(lesson.sessionId)} small>
                    {t('Record')}
                    <span className="visually-hidden"> {t('of {when}##record', { when })}</span>
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Seen of all, as a bar on a common scale. The numbers stand beside it, so it is only for the eye. */
function Share({ seen, total, of }: { seen: number; total: number; of: number }) {
  return (
    <svg aria-hidden className="share" preserveAspectRatio="none" viewBox="0 0 100 10">
      <rect className="share-all" height="9" width={(total / of) * 100} x="0" y="0.5" />
      <rect className="share-seen" height="9" width={(seen / of) * 100} x="0" y="0.5" />
    </svg>
  )
}
