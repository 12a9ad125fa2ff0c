import { useState } from 'react'
import type { Inspected } from '../../lib/desk/inspections.ts'
import { changesOf } from '../../lib/platforms/judgePack.ts'
import type { SelectorPack } from '../../lib/platforms/pack.ts'
import { whichFound } from '../../lib/selftest/found.ts'
import { failureWords } from '../../lib/words/inWords.ts'
import { t, tn, tParts } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { SaidBeside } from '../ui/Said.tsx'

interface Tried {
  readonly now: Inspected
  readonly then: Inspected
}

/** A pack that could be used: what it changes, and what it finds on the meeting that is open, before it is taken. */
export function PackCandidate({
  ask,
  pack,
  text,
  name,
  onUse,
  onCancel,
}: {
  ask: Ask
  pack: SelectorPack
  text: string
  name: string
  onUse: () => void
  onCancel: () => void
}) {
  const [tried, setTried] = useState<Tried>()
  const [said, setSaid] = useState('')
  const { changed, rewritten, lostLanguages, droppedProven } = changesOf(pack)
  const { platform } = pack
  const tryIt = async () => {
    setSaid('')
    try {
      const then = await ask('inspect', { report: false, tried: { platform, text } })
      const now =
        then === undefined || then === null
          ? undefined
          : await ask('inspect', { report: false, tabId: then.tabId })
      if (then && now && now.platform === platform) setTried({ now, then })
      else setSaid(t('No meeting of this site is open. Open a test call and try again.'))
    } catch (failure) {
      setSaid(failureWords(failure, t('That could not be tried.')))
    }
  }
  return (
    <div className="candidate stack">
      <p>
        {tParts('{name}, of {date}, can be used. Against the extension’s own pack:', {
          name: (
            <span className="strong" key="name">
              “{name}”
            </span>
          ),
          date: pack.asOf,
        })}
      </p>
      <ul className="plain-list small">
        <li>
          {changed.length === 0
            ? t('Nothing is looked for differently.')
            : tn(
                '{n} thing is looked for differently: {what}.|{n} things are looked for differently: {what}.',
                changed.length,
                { what: named(changed) },
              )}
        </li>
        {rewritten.length > 0 && (
          <li className="ink-check">
            {t('{n} of them in none of the ways that are known: {what}.', {
              n: rewritten.length,
              what: named(rewritten),
            })}
          </li>
        )}
        {droppedProven > 0 && (
          <li className="ink-check">
            {tn(
              '{n} way of looking that was counted on a saved page of the site is gone.|{n} ways of looking that were counted on a saved page of the site are gone.',
              droppedProven,
            )}
          </li>
        )}
        {lostLanguages.length > 0 && (
          <li className="ink-check">
            {t('The wording of {what} is gone.', { what: lostLanguages.join(', ') })}
          </li>
        )}
      </ul>
      {tried !== undefined && <Dry tried={tried} />}
      <div className="row">
        <Button look="primary" onClick={onUse}>
          {t('Use this pack')}
        </Button>
        <Button onClick={() => void tryIt()}>{t('Try it on the open meeting')}</Button>
        <Button look="quiet" onClick={onCancel}>
          {t('Don’t use it')}
        </Button>
        <SaidBeside>{said}</SaidBeside>
      </div>
    </div>
  )
}

/** What it finds on the open page against what is in use now. */
function Dry({ tried: { now, then } }: { tried: Tried }) {
  const found = (of: Inspected) =>
    new Set(
      whichFound(of.hits)
        .filter((one) => one.which !== 'none')
        .map((one) => one.target),
    )
  const before = found(now)
  const after = found(then)
  const lost = [...before].filter((target) => !after.has(target))
  const gained = [...after].filter((target) => !before.has(target))
  return (
    <p className={lost.length > 0 ? 'notice tone-check' : 'notice tone-ok'} role="status">
      <span>
        {t('On the open meeting it finds {n} things; the pack in use finds {now}.', {
          n: after.size,
          now: before.size,
        })}
        {gained.length > 0 && ` ${t('New: {what}.', { what: named(gained) })}`}
        {lost.length > 0 && ` ${t('No longer found: {what}.', { what: named(lost) })}`}
      </span>
    </p>
  )
}

function named(targets: readonly string[]): string {
  const list = targets.slice(0, 12).join(', ')
  const more = targets.length - 12
  return more > 0 ? tn('{list} and {n} more|{list} and {n} more', more, { list }) : list
}
