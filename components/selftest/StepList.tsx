import type { HealthTopic, Platform } from '../../lib/meeting/index.ts'
import {
  signState,
  STEPS,
  stepState,
  type Progress,
  type SignState,
} from '../../lib/selftest/steps.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { tOf } from '../../lib/words/say.ts'
import { ToneIcon } from '../ui/Tone.tsx'
import { whySentence } from './words.ts'

const TONE = { seen: 'ok', notYet: 'quiet', cannot: 'alarm' } as const
const WORD: Readonly<Record<SignState['is'], Message>> = {
  seen: 'seen##self-test',
  notYet: 'not seen yet',
  cannot: 'can’t be seen',
}

/** What to do in the test call, and what of it was readable so far. */
export function StepList({ platform, progress }: { platform: Platform; progress: Progress }) {
  return (
    <ol className="steps">
      {STEPS.map((step, i) => (
        <li className="card step" data-state={stepState(progress, step)} key={step.id}>
          <span aria-hidden className="step-number">
            {i + 1}
          </span>
          <div className="grow stack-tight">
            <h2 className="step-todo">{tOf(step.todo[platform])}</h2>
            <ul className="signs">
              {step.signs.map((sign) => (
                <Sign
                  key={sign.id}
                  topic={sign.topic ?? 'people'}
                  state={signState(progress, step.id, sign.id)}
                  text={tOf(sign.text)}
                />
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  )
}

function Sign({ state, text, topic }: { state: SignState; text: string; topic: HealthTopic }) {
  return (
    <li className="sign">
      <ToneIcon tone={TONE[state.is]} />
      <span>
        {text}: <span className="strong">{tOf(WORD[state.is])}</span>
        {state.is === 'cannot' && <span className="soft"> – {whySentence(topic, state.why)}</span>}
      </span>
    </li>
  )
}
