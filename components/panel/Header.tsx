import { Settings } from 'lucide-react'
import { tellingCode } from '../../lib/views/code.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { t, tParts } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { useNow } from '../ui/clock.tsx'
import { clockTime, lengthInWords, runningLength } from '../ui/time.ts'
import { useZone, ZoneNote } from '../ui/zone.tsx'
import { tabWord } from './words.ts'

/** Which class, where the call stands, how long since it began; and the way to classes and settings, at any time. */
export function Header({
  view,
  connected,
  onOptions,
}: {
  view: PanelView
  connected: boolean
  onOptions: () => void
}) {
  const { session } = view
  const title = session?.className ?? (session ? t('Which class is this?') : 'Lesson Steward')
  return (
    <header className="panel-head">
      <div className="panel-top">
        <h1 className="panel-title clip-2">{title}</h1>
        <Button icon={<Settings aria-hidden size={15} />} look="quiet" onClick={onOptions} small>
          {t('Settings')}
        </Button>
      </div>
      <p className="panel-state">
        <span className={`dot dot-${view.meetingTab}`} />
        <span>{connected ? tabWord(view.meetingTab) : t('Connecting again…')}</span>
        {session && view.phase !== 'before' && <SessionTime session={session} />}
      </p>
      <ZoneNote at={view.now} zone={view.timeZone} />
    </header>
  )
}

function SessionTime({ session }: { session: NonNullable<PanelView['session']> }) {
  const zone = useZone()
  const told = tellingCode(session.code)
  const code = told !== undefined && <span className="soft code">{told}</span>
  if (session.endedAt !== undefined) {
    return (
      <>
        <span>
          {clockTime(session.startedAt, zone)}–{clockTime(session.endedAt, zone)},{' '}
          {lengthInWords(session.endedAt - session.startedAt)}
          {session.interrupted && ` ${t('(interrupted)')}`}
        </span>
        {code}
      </>
    )
  }
  return (
    <>
      <Since from={session.startedAt} />
      {code}
    </>
  )
}

function Since({ from }: { from: number }) {
  const now = useNow()
  const zone = useZone()
  return (
    <span>
      {tParts('{length} since {time}', {
        length: (
          <span className="number" key="length">
            {runningLength(now - from)}
          </span>
        ),
        time: clockTime(from, zone),
      })}
    </span>
  )
}
