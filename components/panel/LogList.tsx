import { shownMoment } from '../../lib/protocol/time.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { t } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { clockTimeSeconds } from '../ui/time.ts'
import { Said } from '../ui/Said.tsx'
import { useZone } from '../ui/zone.tsx'
import { ConfirmButton } from '../ui/Sheet.tsx'
import { ToneIcon } from '../ui/Tone.tsx'
import { useAsked } from './useAsked.ts'

/** What happened, newest first, as the background sends it. */
export function LogList({
  log,
  running,
  ask,
}: {
  log: PanelView['log']
  running: boolean
  ask: Ask
}) {
  const zone = useZone()
  const asked = useAsked(ask)
  return (
    <div className="stack">
      {log.length === 0 ? (
        <p className="empty soft">
          {t('Nothing has happened yet. Everything the tool sees or you do is noted here.')}
        </p>
      ) : (
        <ol className="log">
          {log.map((line, i) => (
            <li key={`${line.at} ${log.length - i}`}>
              <time
                className="small soft number"
                dateTime={new Date(shownMoment(line.at)).toISOString()}
              >
                {clockTimeSeconds(line.at, zone)}
              </time>
              {line.tone === 'quiet' || line.tone === 'ok' ? (
                <span className="log-gap" />
              ) : (
                <ToneIcon size={14} spoken tone={line.tone} />
              )}
              <span>{line.text}</span>
            </li>
          ))}
        </ol>
      )}
      {running && (
        <ConfirmButton
          body={
            <p>
              {t(
                'Watching stops and the record is closed. The call itself goes on in the meeting.',
              )}
            </p>
          }
          confirm={t('Close the record')}
          label={t('Finish this session here')}
          look="plain"
          onConfirm={() =>
            asked.run(async () => {
              await ask('endSession', {})
              return ''
            })
          }
          small
          title={t('Finish this session?')}
        />
      )}
      {running && <Said className="small strong">{asked.said}</Said>}
    </div>
  )
}
