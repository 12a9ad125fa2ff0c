import { Download, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { SiteLooks, UnusedPack } from '../../lib/desk/looks.ts'
import { judgePack } from '../../lib/platforms/judgePack.ts'
import type { SelectorPack } from '../../lib/platforms/pack.ts'
import { SITE } from '../selftest/words.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { shortDate } from '../ui/time.ts'
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
  const { platform, used, unused, isManaged } = site
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
      setSaid(failure instanceof Error ? failure.message : 'That did not work.')
    }
  }
  return (
    <section className="card">
      <h3 className="card-title">{name}</h3>
      <p>
        Read by <span className="strong">{usedSentence(used)}</span>.
        {isManaged && ' It is set by your school and can’t be changed here.'}
      </p>
      {unused.map((one) => (
        <Unused key={one.from} one={one} shippedAsOf={site.shippedAsOf} />
      ))}
      {!isManaged && (
        <PackDrop label={`Selector pack for ${name}`} onText={(text, file) => look(text, file)} />
      )}
      {problems.length > 0 && (
        <div className="notice tone-alarm" role="alert">
          <div>
            <p className="strong">This pack can’t be used. Nothing was changed.</p>
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
              'In use from now on, also in a meeting that is open.',
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
              () => setSaid('The pack could not be read.'),
            )
          }
        >
          Download the current pack<span className="visually-hidden"> of {name}</span>
        </Button>
        {!isManaged && (used.from === 'file' || unused.some((one) => one.from === 'file')) && (
          <Button
            icon={<Undo2 aria-hidden size={16} />}
            onClick={() => void doing(ask('resetLooks', { platform }), 'Back to the shipped pack.')}
          >
            Back to the shipped pack<span className="visually-hidden"> of {name}</span>
          </Button>
        )}
        <span className="small" role="status">
          {said}
        </span>
      </div>
    </section>
  )
}

function usedSentence(used: SiteLooks['used']): string {
  if (used.from === 'school') return `the pack from your school, of ${used.asOf}`
  if (used.from === 'shipped') return `the extension’s own pack, of ${used.asOf}`
  const loaded = used.loadedAt === undefined ? '' : `, loaded ${shortDate(used.loadedAt)}`
  return `the pack from the file “${used.name ?? ''}”, of ${used.asOf}${loaded}`
}

function oldSentence(asOf: string, shippedAsOf: string): string {
  return `The extension already knows newer looks: this pack is of ${asOf}, the extension’s own of ${shippedAsOf}. Nothing was changed.`
}

function Unused({ one, shippedAsOf }: { one: UnusedPack; shippedAsOf: string }) {
  const what = one.from === 'school' ? 'The pack from your school' : `The file “${one.name}”`
  return (
    <div className="notice tone-check">
      <div>
        {one.why === 'old' ? (
          <p>
            {what} is of {one.asOf} and not used: the extension already knows newer looks, of{' '}
            {shippedAsOf}.
          </p>
        ) : (
          <>
            <p>{what} can’t be used:</p>
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
