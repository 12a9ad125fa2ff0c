import { Check, ChevronDown, CircleDashed, CircleSlash, Contrast } from 'lucide-react'
import { useId, useState } from 'react'
import { HEALTH_TOPICS, type HealthItem } from '../../lib/meeting/index.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { t, tn, tOf } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Said } from '../ui/Said.tsx'
import { Tick } from '../ui/Tick.tsx'
import { useAsked } from './useAsked.ts'
import { healthSentence, levelWord, shakyTopics, TOPIC } from './words.ts'

const LOOK = {
  complete: { Icon: Check, ink: 'ok' },
  partial: { Icon: Contrast, ink: 'check' },
  blind: { Icon: CircleSlash, ink: 'alarm' },
  // Outside a call there is nothing to read: that is no trouble, and no "all well" either.
  idle: { Icon: CircleDashed, ink: 'quiet' },
} as const

function lookOf(item: HealthItem) {
  return LOOK[item.level !== 'complete' && item.why === 'notInCall' ? 'idle' : item.level]
}

/**
 * How well the meeting can be read: five topics, always there. A worse than full reading says in one line why, because an
 * empty "all well" from a page that can't be read would be a lie.
 */
export function HealthStrip({
  health,
  roomCheck,
  ask,
}: {
  health: PanelView['health']
  roomCheck: PanelView['roomCheck']
  ask: Ask
}) {
  const [open, setOpen] = useState(false)
  const asked = useAsked(ask)
  const id = useId()
  const shaky = shakyTopics(health)
  const [worst] = shaky
  const idle =
    shaky.length === HEALTH_TOPICS.length &&
    shaky.every((topic) => lookOf(health[topic]) === LOOK.idle)
  return (
    <section aria-label={t('Reading of the meeting')} className="health">
      <button
        aria-controls={id}
        aria-expanded={open}
        className="health-strip"
        onClick={() => setOpen(!open)}
        type="button"
      >
        {HEALTH_TOPICS.map((topic) => (
          <Topic item={health[topic]} key={topic} title={tOf(TOPIC[topic])} />
        ))}
        <ChevronDown aria-hidden className="turn" size={14} />
        <span className="visually-hidden">{t('Details')}</span>
      </button>
      {!open && idle && (
        <p className="small soft">{t('Nothing to read yet: you are not in the call.')}</p>
      )}
      {!open && worst && !idle && (
        <p className="small health-line">
          <span className="strong">{tOf(TOPIC[worst])}:</span>{' '}
          {healthSentence(worst, health[worst])}
          {shaky.length > 1 && (
            <span className="soft"> {tn('And {n} more.|And {n} more.', shaky.length - 1)}</span>
          )}
        </p>
      )}
      {/* Always there and one click: whoever doubts the check must not have to look for its switch. */}
      <Tick
        checked={roomCheck.state === 'on'}
        className="small health-rooms"
        disabled={roomCheck.ruledOut === true}
        onChange={(on) =>
          asked.run(async () => {
            await ask('setRoomCheck', { on })
            return ''
          })
        }
      >
        {t('Look for bedrooms and bathrooms')}
        {roomCheck.why !== '' && <span className="soft"> – {roomCheck.why}</span>}
      </Tick>
      <Said className="small strong">{asked.said}</Said>
      <div hidden={!open} id={id}>
        <dl className="health-more small">
          {HEALTH_TOPICS.map((topic) => (
            <div key={topic}>
              <dt className="strong">{tOf(TOPIC[topic])}</dt>
              <dd>{healthSentence(topic, health[topic])}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}

function Topic({ item, title }: { item: HealthItem; title: string }) {
  const { Icon, ink } = lookOf(item)
  return (
    <span className="health-topic">
      <Icon aria-hidden className={`ink-${ink}`} size={14} strokeWidth={2.5} />
      {title}
      <span className="visually-hidden"> {levelWord(item)}.</span>
    </span>
  )
}
