import { Mic, MicOff, ScreenShareOff, UserRoundMinus, Video, VideoOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Platform } from '../../lib/meeting/index.ts'
import type { PanelView, PersonRow } from '../../lib/views/types.ts'
import { t, tOf } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { shownName } from '../ui/Name.tsx'
import { ConfirmButton } from '../ui/Sheet.tsx'
import { buttonWords, FOR_ONE, reasons } from './deeds.ts'
import type { Asked } from './useAsked.ts'

type Kind = Exclude<keyof typeof FOR_ONE, 'remove'>

const ICON: Readonly<Record<Kind, ReactNode>> = {
  mute: <MicOff aria-hidden size={15} />,
  askToUnmute: <Mic aria-hidden size={15} />,
  micOff: <MicOff aria-hidden size={15} />,
  allowMic: <Mic aria-hidden size={15} />,
  cameraOff: <VideoOff aria-hidden size={15} />,
  allowCamera: <Video aria-hidden size={15} />,
  stopPresenting: <ScreenShareOff aria-hidden size={15} />,
}

/** What makes sense for this person as they are now. */
function kindsFor(row: PersonRow): readonly Kind[] {
  return [
    ...(row.presenting === true ? (['stopPresenting'] as const) : []),
    'mute',
    'micOff',
    'allowMic',
    row.camera === 'on' ? 'cameraOff' : 'allowCamera',
  ]
}

/** The controls of the site for one person in the call; worked by us or pointed at, as the site and her rank allow. */
export function PersonDeeds({
  row,
  id,
  can,
  platform,
  asked,
}: {
  row: PersonRow
  id: string
  can: PanelView['can']
  platform: Platform
  asked: Asked
}) {
  const kinds = kindsFor(row)
  const name = row.shownAs ?? row.name
  const removing = buttonWords(FOR_ONE.remove, can.remove)
  // Of the camera only: why the microphone can't be kept off is nobody's question while a child is in a bedroom.
  const why = row.camera === 'on' ? reasons(platform, ['cameraOff'], can) : []
  return (
    <div className="stack-tight">
      <div className="answers answers-small">
        {kinds.map((kind) => {
          const words = buttonWords(FOR_ONE[kind], can[kind])
          return words === undefined ? null : (
            <Button
              disabled={asked.busy}
              icon={ICON[kind]}
              key={kind}
              onClick={() => asked.perform({ kind, id, name }, tOf(FOR_ONE[kind].done))}
              small
            >
              {words}
            </Button>
          )
        })}
        {removing !== undefined && (
          <ConfirmButton
            body={<p>{t('They leave the call at once. It goes into the record of the lesson.')}</p>}
            confirm={removing}
            icon={<UserRoundMinus aria-hidden size={15} />}
            label={t('Remove')}
            onConfirm={() => asked.perform({ kind: 'remove', id, name }, tOf(FOR_ONE.remove.done))}
            small
            title={t('Remove {name} from the call?', { name: shownName(row.name) })}
          />
        )}
      </div>
      {why.map((one) => (
        <p className="small soft" key={one}>
          {one}
        </p>
      ))}
    </div>
  )
}
