import { useState } from 'react'
import type { PanelView } from '../../lib/views/types.ts'
import { t, tOf } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { Said } from '../ui/Said.tsx'
import { TextField } from '../ui/TextField.tsx'
import { FOLLOW_UPS, followUpText, type FollowUpKind } from './followUpText.ts'
import { useAsked } from './useAsked.ts'

/** After the lesson: what is to be done for whom, by whom and by when. Kept as a note in the record. */
export function FollowUp({ view, ask }: { view: PanelView; ask: Ask }) {
  const asked = useAsked(ask)
  const [about, setAbout] = useState('')
  const [what, setWhat] = useState<FollowUpKind>(FOLLOW_UPS[0])
  const [who, setWho] = useState('')
  const [by, setBy] = useState('')
  const children = view.people.filter((one) => one.key.startsWith('pupil:'))
  if (children.length === 0) return null
  const keyOf = (key: string) => key.replace(/^pupil:/, '')
  return (
    <details className="card">
      <summary className="strong">{t('Follow-up for a family')}</summary>
      <form
        autoComplete="off"
        className="stack-tight"
        onSubmit={(event) => {
          event.preventDefault()
          asked.run(async () => {
            if (about === '' || who.trim() === '')
              return t('Please choose the pupil and write who does it.')
            await ask('addNote', { about, text: followUpText({ what, who, by }) })
            setAbout('')
            return t('Kept with the notes of this lesson.')
          })
        }}
      >
        <ChoiceField label={t('Pupil')} onChange={setAbout} value={about}>
          <option value="">{t('Choose…')}</option>
          {children.map((row) => (
            <option key={row.key} value={keyOf(row.key)}>
              {row.name}
            </option>
          ))}
        </ChoiceField>
        <ChoiceField
          label={t('What')}
          onChange={(text) => {
            const kind = FOLLOW_UPS.find((one) => one === text)
            if (kind !== undefined) setWhat(kind)
          }}
          value={what}
        >
          {FOLLOW_UPS.map((one) => (
            <option key={one} value={one}>
              {tOf(one)}
            </option>
          ))}
        </ChoiceField>
        <div className="concern-times">
          <TextField label={t('Who does it')} maxLength={200} onChange={setWho} value={who} />
          <TextField label={t('By##date')} onChange={setBy} type="date" value={by} />
        </div>
        <div>
          <Button disabled={asked.busy} small type="submit">
            {t('Keep the follow-up')}
          </Button>
        </div>
        <Said>{asked.said}</Said>
      </form>
    </details>
  )
}
