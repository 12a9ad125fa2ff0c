import { Download, RotateCcw } from 'lucide-react'
import { resultText } from '../../lib/selftest/result.ts'
import type { ReadingSummary } from '../../lib/selftest/summary.ts'
import { t, tOf } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { FoundTable } from './FoundTable.tsx'
import { PageReport } from './PageReport.tsx'
import { StepList } from './StepList.tsx'
import { useInspect, type Watched } from './useInspect.ts'
import { FROM, SITE } from './words.ts'

/** For a technician: eight steps in a test call, and what of each could be read. Shows numbers and structure, never a name. */
export function SelfTestPage({
  ask,
  onSave,
  now,
}: {
  ask: Ask
  onSave: (text: string, name: string) => void
  now: () => number
}) {
  const watched = useInspect(ask)
  const { progress, found, last } = watched
  const platform = last?.platform ?? 'meet'
  const save = () => {
    if (last === undefined) return
    const { toolVersion, looks } = last
    const text = resultText({ platform, toolVersion, looks, progress, found, now: now() })
    onSave(text, `lesson-steward-self-test-${platform}.json`)
  }
  return (
    <div className="selftest">
      <header>
        <h1 className="page-title">{t('Try it in a test call')}</h1>
        <p className="soft">
          {t(
            'For technicians: eight steps that show what Lesson Steward can read on a meeting’s page. Keep this page beside the meeting. It shows no names.',
          )}
        </p>
      </header>
      <main className="stack-parts">
        <Where watched={watched} />
        <StepList platform={platform} progress={progress} />
        <Card level={2} title={t('Result')}>
          <FoundTable found={found} />
          <div className="row">
            <Button
              disabled={last === undefined}
              icon={<Download aria-hidden size={16} />}
              look="primary"
              onClick={save}
            >
              {t('Save the result')}
            </Button>
            <Button icon={<RotateCcw aria-hidden size={16} />} onClick={watched.startAgain}>
              {t('Start again')}
            </Button>
          </div>
          <p className="small soft">
            {t(
              'A test call is kept like a lesson. Delete its record in the options, under Past lessons.',
            )}
          </p>
        </Card>
        <PageReport
          ask={ask}
          onSave={(text) => onSave(text, `lesson-steward-page-report-${platform}.json`)}
          tabId={last?.tabId}
        />
      </main>
    </div>
  )
}

/** Which meeting is watched, and how it is read. */
function Where({ watched: { last, state } }: { watched: Watched }) {
  const reading = last?.reading
  return (
    <section aria-label={t('The meeting')} className="card">
      <p role="status">
        {state === 'asking' && t('Just a moment…')}
        {state === 'none' &&
          t('No meeting is open in this browser. Open a test call in another tab or window.')}
        {state === 'lost' && t('The extension did not answer. It is asked again.')}
        {state === 'watching' &&
          last !== undefined &&
          t('Watching {site}.', { site: SITE[last.platform] })}
      </p>
      {last !== undefined && (
        <dl className="facts">
          <Fact label={t('Site and client')} value={reading?.variant ?? t('not read yet')} />
          <Fact
            label={t('Selectors')}
            value={tOf(FROM[last.looks.from], { day: last.looks.asOf })}
          />
          {reading !== undefined && (
            <>
              <Fact label={t('People')} value={peopleWords(reading)} />
              <Fact
                label={t('On the stage, in the list')}
                value={`${reading.onStage}, ${reading.inList}`}
              />
              <Fact
                label={t('Cameras')}
                value={t('{on} on, {off} off, {unknown} not known', reading.cameras)}
              />
              <Fact label={t('Waiting')} value={String(reading.pending)} />
              <Fact label={t('Chat lines')} value={String(reading.chatLines)} />
            </>
          )}
        </dl>
      )}
    </section>
  )
}

function peopleWords({ people, deviceCount }: ReadingSummary): string {
  return deviceCount === undefined
    ? t('{n} read, not counted by the site', { n: people })
    : t('{n} read, {count} counted by the site', { n: people, count: deviceCount })
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
