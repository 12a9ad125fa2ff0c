import { Download, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { SiteLooks, UnusedPack } from '../../lib/desk/looks.ts'
import { judgePack } from '../../lib/platforms/judgePack.ts'
import type { SelectorPack } from '../../lib/platforms/pack.ts'
import { FEATURE_OFF } from '../../lib/views/featureOff.ts'
import { failureWords } from '../../lib/words/inWords.ts'
import { t, tParts } from '../../lib/words/say.ts'
import { SITE } from '../selftest/words.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { SaidBeside } from '../ui/Said.tsx'
import { shortDate } from '../ui/time.ts'
import { useZone } from '../ui/zone.tsx'
import { PackCandidate } from './PackCandidate.tsx'
import { PackDrop } from './PackDrop.tsx'

interface Candidate {
  readonly pack: SelectorPack
  readonly text: string
  readonly name: string
}

/** One site: which pack it is read by, and how to exchange it. Where the school sets it there is nothing to exchange. */
export function SiteLooksCard({
  ask,
  site,
  onChanged,
  onSave,
}: {
  ask: Ask
  site: SiteLooks
  onChanged: (sites: readonly SiteLooks[]) => void
  onSave: (text: string, name: string) => void
}) {
  const { platform, used, unused, isManaged, filesOff } = site
  const zone = useZone()
  const [problems, setProblems] = useState<readonly string[]>([])
  const [candidate, setCandidate] = useState<Candidate>()
  const [said, setSaid] = useState('')
  const name = SITE[platform]
  const look = (text: string, fileName: string) => {
    setSaid('')
    setProblems([])
    setCandidate(undefined)
    const verdict = judgePack(text, platform, document)
    if (verdict.is === 'good') setCandidate({ pack: verdict.pack, text, name: fileName })
    else if (verdict.is === 'bad') setProblems(verdict.problems)
    else setSaid(oldSentence(verdict.pack.asOf, verdict.shippedAsOf))
  }
  const doing = async (work: Promise<readonly SiteLooks[]>, done: string) => {
    try {
      onChanged(await work)
      setCandidate(undefined)
      setSaid(done)
    } catch (failure) {
      setSaid(failureWords(failure, t('That did not work.')))
    }
  }
  return (
    <Card title={name}>
      <p>
        {tParts('Read by {pack}.', {
          pack: (
            <span className="strong" key="pack">
              {usedWords(used, zone)}
            </span>
          ),
        })}
        {isManaged && ` ${t('It is set by your school and can’t be changed here.')}`}
        {filesOff && ` ${t(FEATURE_OFF.selectorPackFiles)}`}
      </p>
      {unused.map((one) => (
        <Unused key={one.from} one={one} shippedAsOf={site.shippedAsOf} />
      ))}
      {!isManaged && !filesOff && (
        <PackDrop
          label={t('Selector pack for {site}', { site: name })}
          onText={(text, file) => look(text, file)}
        />
      )}
      {problems.length > 0 && (
        <div className="notice tone-alarm" role="alert">
          <div>
            <p className="strong">{t('This pack can’t be used. Nothing was changed.')}</p>
            <ul className="plain-list">
              {problems.map((problem) => (
                <li className="small problem" key={problem}>
                  {problem}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {candidate !== undefined && (
        <PackCandidate
          ask={ask}
          name={candidate.name}
          onCancel={() => setCandidate(undefined)}
          onUse={() =>
            void doing(
              ask('saveLooks', { platform, name: candidate.name, text: candidate.text }),
              t('In use from now on, also in a meeting that is open.'),
            )
          }
          pack={candidate.pack}
          text={candidate.text}
        />
      )}
      <div className="row">
        <Button
          icon={<Download aria-hidden size={16} />}
          onClick={() =>
            void ask('looksText', { platform }).then(
              (text) => onSave(text, `selectors-${platform}-${used.asOf}.json`),
              () => setSaid(t('The pack could not be read.')),
            )
          }
        >
          {t('Download the current pack')}
          <span className="visually-hidden"> {t('of {site}##pack', { site: name })}</span>
        </Button>
        {!isManaged && (used.from === 'file' || unused.some((one) => one.from === 'file')) && (
          <Button
            icon={<Undo2 aria-hidden size={16} />}
            onClick={() =>
              void doing(ask('resetLooks', { platform }), t('Back to the shipped pack.'))
            }
          >
            {t('Back to the shipped pack')}
            <span className="visually-hidden"> {t('of {site}##pack', { site: name })}</span>
          </Button>
        )}
        <SaidBeside>{said}</SaidBeside>
      </div>
    </Card>
  )
}

function usedWords({ from, asOf, name = '', loadedAt }: SiteLooks['used'], zone: string): string {
  if (from === 'school') return t('the pack from your school, of {date}', { date: asOf })
  if (from === 'shipped') return t('the extension’s own pack, of {date}', { date: asOf })
  return loadedAt === undefined
    ? t('the pack from the file “{name}”, of {date}', { name, date: asOf })
    : t('the pack from the file “{name}”, of {date}, loaded {day}', {
        name,
        date: asOf,
        day: shortDate(loadedAt, zone),
      })
}

function oldSentence(asOf: string, shippedAsOf: string): string {
  return t(
    'The extension already knows newer looks: this pack is of {date}, the extension’s own of {own}. Nothing was changed.',
    { date: asOf, own: shippedAsOf },
  )
}

/** Of a pack whose content was not looked at, or is fine. */
function unusedWords({ from, name, why, asOf: date = '' }: UnusedPack, own: string): string {
  if (why === 'off')
    return t('The file “{name}” is not used: your school wants no selector packs from files.', {
      name,
    })
  return from === 'school'
    ? t(
        'The pack from your school is of {date} and not used: the extension already knows newer looks, of {own}.',
        { date, own },
      )
    : t(
        'The file “{name}” is of {date} and not used: the extension already knows newer looks, of {own}.',
        { name, date, own },
      )
}

function Unused({ one, shippedAsOf }: { one: UnusedPack; shippedAsOf: string }) {
  return (
    <div className="notice tone-check">
      <div>
        {one.why !== 'bad' ? (
          <p>{unusedWords(one, shippedAsOf)}</p>
        ) : (
          <>
            <p>
              {one.from === 'school'
                ? t('The pack from your school can’t be used:')
                : t('The file “{name}” can’t be used:', { name: one.name })}
            </p>
            <ul className="plain-list">
              {one.problems.map((problem) => (
                <li className="small problem" key={problem}>
                  {problem}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}
