import { CircleCheck, ShieldCheck } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { School } from '../../lib/desk/school.ts'
import type { Register } from '../../lib/register/index.ts'
import type { SchoolSettings } from '../../lib/storage/settings.ts'
import { PERMISSIONS, PRIVACY } from '../../lib/welcome/permissions.ts'
import { finished, WELCOME_STEPS } from '../../lib/welcome/progress.ts'
import type { WelcomeProgress, WelcomeStep } from '../../lib/welcome/progress.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { NotRead } from '../ui/NotRead.tsx'
import { Said } from '../ui/Said.tsx'
import { PracticeStep } from './PracticeStep.tsx'
import { RegisterStep } from './RegisterStep.tsx'
import { RulesStep } from './RulesStep.tsx'

export interface WelcomePageProps {
  ask: Ask
  now: () => number
  /** Opens the classes in the settings, in a tab of their own. */
  onClasses: () => void
  onPractice: () => void
}

interface Known {
  readonly progress: WelcomeProgress
  readonly school: School
  readonly stored: SchoolSettings
  readonly registers: readonly Register[]
}

const TITLES: Readonly<Record<WelcomeStep, Message>> = {
  rules: 'Your school’s rules',
  register: 'Your first class',
  practice: 'A practice lesson',
}

/** The first five minutes: three steps that can be left and taken up again, what the browser allows and why, and privacy. */
export function WelcomePage({ ask, now, onClasses, onPractice }: WelcomePageProps) {
  const { known, failed, reload } = useKnown(ask)
  const [said, setSaid] = useState('')
  const body = useRef<HTMLElement>(null)
  const go = (progress: WelcomeProgress) => {
    ask('saveWelcome', progress)
      .then(reload)
      .then(() => body.current?.focus())
      .catch(() => setSaid(t('That could not be kept. Please try again.')))
  }
  const run = (work: () => Promise<unknown>, words: string) => {
    setSaid('')
    work()
      .then(reload)
      .then(() => setSaid(words))
      .catch(() => setSaid(t('That did not work. Please try again.')))
  }
  return (
    <div className="welcome">
      <header>
        <p className="soft">Lesson Steward</p>
        <h1 className="page-title">{t('Welcome. Three steps, about five minutes.')}</h1>
        <p className="welcome-lead">
          {t(
            'It goes through your school’s video-lesson policy with you while the lesson runs, and writes the record. You decide everything; it only sees what you see.',
          )}
        </p>
      </header>
      {failed && <NotRead onAgain={() => void reload()} />}
      {known !== undefined && (
        <main className="stack-parts">
          <Steps onGo={(at) => go({ ...known.progress, at })} progress={known.progress} />
          <section
            aria-label={tOf(TITLES[known.progress.at])}
            className="card welcome-step"
            ref={body}
            tabIndex={-1}
          >
            <h2 className="step-title">{tOf(TITLES[known.progress.at])}</h2>
            {known.progress.at === 'rules' && (
              <RulesStep
                onNext={async (packId) => {
                  if (packId !== undefined) await ask('saveSettings', { ...known.stored, packId })
                  go(finished(known.progress, 'rules'))
                }}
                school={known.school}
              />
            )}
            {known.progress.at === 'register' && (
              <RegisterStep
                now={now}
                onClasses={onClasses}
                onDelete={(registerId) =>
                  run(
                    () => ask('deleteRegister', { registerId }),
                    t('The sample class is deleted.'),
                  )
                }
                onNext={() => go(finished(known.progress, 'register'))}
                onSample={(register) =>
                  run(() => ask('saveRegister', { register }), t('The sample class is there.'))
                }
                registers={known.registers}
              />
            )}
            {known.progress.at === 'practice' && (
              <PracticeStep
                isDone={known.progress.done.includes('practice')}
                onPractice={onPractice}
              />
            )}
            <Said>{said}</Said>
          </section>
          <Privacy />
          <Permissions />
        </main>
      )}
    </div>
  )
}

function Steps({
  progress,
  onGo,
}: {
  progress: WelcomeProgress
  onGo: (step: WelcomeStep) => void
}) {
  return (
    <nav aria-label={t('Steps')}>
      <ol className="welcome-steps">
        {WELCOME_STEPS.map((step, i) => {
          const isDone = progress.done.includes(step)
          return (
            <li key={step}>
              <button
                aria-current={progress.at === step ? 'step' : undefined}
                className="welcome-tab"
                onClick={() => onGo(step)}
                type="button"
              >
                <span aria-hidden className="step-mark number">
                  {isDone ? <CircleCheck size={18} /> : i + 1}
                </span>
                <span>
                  {tOf(TITLES[step])}
                  {isDone && <span className="visually-hidden"> {t('(done)')}</span>}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function Privacy() {
  return (
    <section aria-label={t('Privacy')} className="stack">
      <h2 className="part-title">{t('Privacy in five lines')}</h2>
      <ul className="privacy">
        {PRIVACY.map((line) => (
          <li key={line}>
            <ShieldCheck aria-hidden className="ink-ok" size={18} />
            <span>{tOf(line)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Permissions() {
  return (
    <section aria-label={t('Permissions')} className="stack">
      <h2 className="part-title">{t('What the browser lets it do, one by one')}</h2>
      <dl className="permissions">
        {PERMISSIONS.map(({ title, why, asked }) => (
          <div key={title}>
            <dt className="strong">{tOf(title)}</dt>
            <dd>
              {tOf(why)}{' '}
              <span className="small soft">
                {t('Asked for as {list}.', { list: asked.join(', ') })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function useKnown(ask: Ask) {
  const [known, setKnown] = useState<Known>()
  const [failed, setFailed] = useState(false)
  const reload = useCallback(
    () =>
      Promise.all([
        ask('welcome', {}),
        ask('school', {}),
        ask('settings', {}),
        ask('registers', {}),
      ]).then(
        ([progress, school, stored, registers]) => {
          setKnown({ progress, school, stored, registers })
          setFailed(false)
        },
        () => setFailed(true),
      ),
    [ask],
  )
  useEffect(() => {
    // A class may have been imported in the other tab meanwhile.
    const again = () => document.visibilityState === 'visible' && void reload()
    again()
    document.addEventListener('visibilitychange', again)
    return () => document.removeEventListener('visibilitychange', again)
  }, [reload])
  return { known, failed, reload }
}
