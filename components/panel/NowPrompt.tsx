import { BellRing, Eye, MessageCircle, OctagonAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PromptView } from '../../lib/views/types.ts'
import { byUrgency } from '../../lib/views/urgency.ts'
import { t, tn } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { Said } from '../ui/Said.tsx'
import { NoteField } from './NoteField.tsx'
import { RingHome } from './RingHome.tsx'
import { PromptAway } from './PromptAway.tsx'
import { type Asked, useAsked } from './useAsked.ts'

const ICON = { alarm: OctagonAlert, act: BellRing, notice: Eye } as const
const TONE = { alarm: 'alarm', act: 'check', notice: 'quiet' } as const

/** The order in which prompts ask for attention. */
export function inOrder(prompts: readonly PromptView[]): readonly PromptView[] {
  return prompts.toSorted(byUrgency)
}

/** The one thing that matters first; the others wait behind it, one click away. */
export function NowPrompt({ prompts, ask }: { prompts: readonly PromptView[]; ask: Ask }) {
  const [chosen, setChosen] = useState<string>()
  // While she is at one, a more urgent one does not take its place under her hand.
  const [held, setHeld] = useState<string>()
  const [wanted, setWanted] = useState<boolean>()
  const card = useRef<HTMLDivElement>(null)
  const ordered = inOrder(prompts)
  const is = (id: string | undefined) => ordered.find((p) => p.promptId === id)
  const first = is(chosen) ?? is(held) ?? ordered[0]
  if (!first) return null
  const rest = ordered.filter((p) => p !== first)
  // It stands right below instead.
  const open = wanted ?? (chosen === undefined && first !== ordered[0])
  const hold = () => setHeld(first.promptId)
  const letGo = () => {
    setHeld(undefined)
    setWanted((was) => was || undefined)
  }
  return (
    <>
      <PromptAway card={card} title={first.title} />
      <KeepFocus
        aria-label={t('What to do now')}
        className="now"
        onBlur={letGo}
        onFocus={hold}
        onPointerLeave={letGo}
        onPointerMove={hold}
      >
        <div ref={card} tabIndex={-1}>
          <PromptCard ask={ask} key={first.promptId} prompt={first} />
        </div>
        {rest.length > 0 && (
          <div className="behind">
            <Disclosure onToggle={() => setWanted(!open)} open={open}>
              {tn('{n} more thing|{n} more things', rest.length)}
            </Disclosure>
            {open && (
              <ul className="behind-list">
                {rest.map((prompt) => (
                  <li key={prompt.promptId}>
                    <button
                      className="behind-item"
                      onClick={() => {
                        setChosen(prompt.promptId)
                        setWanted(false)
                      }}
                      type="button"
                    >
                      <PromptIcon severity={prompt.severity} size={15} />
                      <span className="clip-2">{prompt.title}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </KeepFocus>
    </>
  )
}

function PromptIcon({ severity, size }: { severity: PromptView['severity']; size: number }) {
  const Icon = ICON[severity]
  return <Icon aria-hidden className={`ink-${TONE[severity]}`} size={size} />
}

function PromptCard({ prompt, ask }: { prompt: PromptView; ask: Ask }) {
  const asked = useAsked(ask)
  return (
    <article className={`card prompt prompt-${prompt.severity}`}>
      <div className="prompt-head">
        <PromptIcon severity={prompt.severity} size={20} />
        <h2 className="prompt-title">{prompt.title}</h2>
      </div>
      {prompt.body !== '' && <p className="prompt-body">{prompt.body}</p>}
      <RingHome ring={prompt.ring} />
      {prompt.say !== '' && <SayWords say={prompt.say} />}
      <div className="answers">
        {prompt.answers.map(({ answer, label, primary }) => (
          <Button
            disabled={asked.busy}
            key={answer}
            look={primary ? 'primary' : 'plain'}
            onClick={() =>
              asked.run(async () => {
                await ask('answerPrompt', { promptId: prompt.promptId, answer })
                return ''
              })
            }
          >
            {label}
          </Button>
        ))}
      </div>
      {prompt.takesReason === true && (
        <ReasonField ask={ask} asked={asked} promptId={prompt.promptId} />
      )}
      {(prompt.clauses.length > 0 || prompt.rule !== undefined) && (
        <p className="small soft">
          {prompt.clauses.length > 0
            ? t('From your school’s policy: {list}', { list: prompt.clauses.join(', ') })
            : t('From your school’s rules: {rule}', { rule: prompt.rule ?? '' })}
        </p>
      )}
      <Said>{asked.said}</Said>
    </article>
  )
}

/** EG-5, "where possible": why it was not, straight into the record. */
function ReasonField({ promptId, ask, asked }: { promptId: string; ask: Ask; asked: Asked }) {
  const send = (note: string) =>
    asked.run(async () => {
      if (note === '') return t('Please write the reason first.')
      await ask('answerPrompt', { promptId, answer: 'reason', note })
      return ''
    })
  return (
    <NoteField
      beside
      buttons={() => (
        <Button disabled={asked.busy} type="submit">
          {t('Note the reason')}
        </Button>
      )}
      label={t('Reason why it is not possible this time')}
      onSend={send}
    />
  )
}

/** Words for the teacher to say, and to copy into a private message. */
export function SayWords({ say }: { say: string }) {
  return (
    <figure className="say">
      <figcaption className="small soft row">
        <MessageCircle aria-hidden size={14} />
        <span className="grow">{t('You could say')}</span>
        <CopyButton text={say} />
      </figcaption>
      <blockquote>“{say}”</blockquote>
    </figure>
  )
}
