import { ChevronDown, UserRoundCheck, Video, VideoOff } from 'lucide-react'
import { memo } from 'react'
import type { Platform } from '../../lib/meeting/index.ts'
import type { PanelView, PersonRow } from '../../lib/views/types.ts'
import { t, tParts } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Name, shownName } from '../ui/Name.tsx'
import { Chip, ToneIcon } from '../ui/Tone.tsx'
import { PersonActions } from './PersonActions.tsx'
import { whereWord } from './words.ts'

interface PersonLineProps {
  row: PersonRow
  open: boolean
  onToggle: (key: string) => void
  can: PanelView['can']
  platform: Platform
  registerId: string | undefined
  ask: Ask
}

/** One person; drawn again only when this person changed. */
export const PersonLine = memo(function PersonLine({
  row,
  open,
  onToggle,
  can,
  platform,
  registerId,
  ask,
}: PersonLineProps) {
  const differs = row.shownAs !== undefined && row.shownAs !== row.name
  return (
    <li className={`person person-${row.where}${open ? ' person-open' : ''}`}>
      <button
        aria-expanded={open}
        className="person-line"
        onClick={() => onToggle(row.key)}
        type="button"
      >
        <ToneIcon spoken tone={row.tone} />
        <span className="person-text">
          <Name className="person-name clip-2">{row.name}</Name>
          {differs && (
            <span className="small soft clip-1">
              {tParts('shown as {name}', {
                name: <bdi key="name">“{shownName(row.shownAs ?? '')}”</bdi>,
              })}
            </span>
          )}
          <Signs row={row} />
        </span>
        <span className="person-signs">
          {row.adultSeen && (
            <span className="sign ink-ok" title={t('Adult seen')}>
              <UserRoundCheck aria-hidden size={15} />
              <span className="visually-hidden">{t('Adult seen.')}</span>
            </span>
          )}
          {row.where === 'inCall' && <CameraSign camera={row.camera} />}
          <ChevronDown aria-hidden className="turn" size={15} />
        </span>
      </button>
      {open && (
        <PersonActions ask={ask} can={can} platform={platform} registerId={registerId} row={row} />
      )}
    </li>
  )
})

/** Only what needs a look is a pill; the rest is quiet text, so that thirty green pills don't hide the one red one. */
function Signs({ row }: { row: PersonRow }) {
  if (row.chips.length === 0) {
    return row.where === 'inCall' ? null : <span className="small soft">{whereWord(row)}</span>
  }
  return (
    <span className="chips">
      {row.chips.map((chip) =>
        chip.tone === 'check' || chip.tone === 'alarm' ? (
          <Chip key={chip.text} tone={chip.tone}>
            {chip.text}
          </Chip>
        ) : (
          <span
            className={isSaidAlready(row, chip) ? 'visually-hidden' : 'small soft'}
            key={chip.text}
          >
            {chip.text}
          </span>
        ),
      )}
    </span>
  )
}

/** What the mark before the name or the heading above the row says already: left to the screen reader. */
function isSaidAlready(row: PersonRow, chip: PersonRow['chips'][number]): boolean {
  // Of a pupil the only quiet one; that somebody is staff stands nowhere else.
  if (row.where === 'notHere') return chip.tone === 'quiet' && row.key.startsWith('pupil:')
  return row.kind === 'pupil' && chip.tone === 'ok'
}

function CameraSign({ camera }: { camera: PersonRow['camera'] }) {
  if (camera === 'unknown') return null
  const on = camera === 'on'
  const Icon = on ? Video : VideoOff
  const word = on
    ? t('Camera on')
    : camera === 'offByStaff'
      ? t('Camera off, as you asked')
      : t('Camera off')
  return (
    <span className={`sign ${on ? 'ink-quiet' : 'ink-check'}`} title={word}>
      <Icon aria-hidden size={15} />
      <span className="visually-hidden">{word}.</span>
    </span>
  )
}
