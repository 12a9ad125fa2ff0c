import { Play } from 'lucide-react'
import { t } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

/** The door to the practice lesson, and after it what comes next in real life. */
export function PracticeStep({ isDone, onPractice }: { isDone: boolean; onPractice: () => void }) {
  return (
    <div className="stack">
      {isDone ? (
        <>
          <Notice tone="ok">{t('You have practised a whole lesson. You are ready.')}</Notice>
          <p>
            {t(
              'Your next real lesson: open your meeting in Google Meet or Microsoft Teams, and click the icon of Lesson Steward in the toolbar. If you don’t see it, click the puzzle piece and pin it.',
            )}
          </p>
        </>
      ) : (
        <p>
          {t(
            'A pretended call with drawn children, and the panel just as in a real lesson: a knock, a wrong name, a camera that is off, perhaps a bedroom, the lock, the record. It takes three minutes, the clock waits for you, and nothing of it is kept.',
          )}
        </p>
      )}
      <div>
        <Button
          icon={<Play aria-hidden size={16} />}
          look={isDone ? 'plain' : 'primary'}
          onClick={onPractice}
        >
          {isDone ? t('Practise again') : t('Start the practice lesson')}
        </Button>
      </div>
    </div>
  )
}
