import { Download, PencilLine } from 'lucide-react'
import { useState } from 'react'
import type { School } from '../../lib/desk/school.ts'
import { contradictionsOf } from '../../lib/protocol/contradictions.ts'
import { formatRules, parsePackText } from '../../lib/protocol/pack.ts'
import type { PackError } from '../../lib/protocol/pack.ts'
import { findPack, PACKS } from '../../lib/protocol/packs/index.ts'
import type { Pack } from '../../lib/protocol/types.ts'
import { familiesText } from '../../lib/protocol/wording/families.ts'
import type { SchoolSettings } from '../../lib/storage/settings.ts'
import { t, tn, tParts } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Said } from '../ui/Said.tsx'
import { daysLoss, type Kept } from './daysLoss.ts'
import { draftOf } from './draftRules.ts'
import { PackDrop } from './PackDrop.tsx'
import { Replaces, RulesCandidate } from './RulesCandidate.tsx'
import { lossBy } from './rulesLoss.ts'
import type { Loss } from './rulesLoss.ts'
import { RulesEditor } from './RulesEditor.tsx'
import { useAskLoss } from './useAskLoss.tsx'

const OWN_ID = 'our-school'

/** The rules that lessons are held by: which they are, changing them, files in and out, and the text for families. */
export function RulesPage({
  school,
  stored,
  kept,
  now,
  onStore,
  onSave,
}: {
  school: School
  /** As stored here, without what the school has set. */
  stored: SchoolSettings
  /** What fewer days would delete. */
  kept: Kept
  now: () => number
  onStore: (settings: SchoolSettings) => Promise<void>
  onSave: (text: string, name: string) => void
}) {
  const [editing, setEditing] = useState(false)
  const [said, setSaid] = useState('')
  const [problems, setProblems] = useState<readonly PackError[]>([])
  const [waiting, setWaiting] = useState<{
    pack: Pack
    loss: Loss
    gone: number
    words: string
  }>()
  const asking = useAskLoss(kept, now)
  const isManaged = school.setBySchool.includes('packId')
  const { pack, known } = findPack(school.packs, school.settings.packId)
  const isOwn = stored.ownPack?.id === pack.id
  // As they hold here: the days may have been set elsewhere, under School or by the school for all its computers.
  const inForce = { ...pack, retentionDays: school.settings.retentionDays }
  const daysOf = ({ retentionDays }: Pack) =>
    // What the school has set is never stored as if it had been chosen here.
    school.setBySchool.includes('retentionDays') ? {} : { retentionDays }
  const take = async (own: Pack, words: string) => {
    await onStore({ ...stored, ownPack: own, packId: own.id, ...daysOf(own) })
    setEditing(false)
    setWaiting(undefined)
    setProblems([])
    setSaid(words)
  }
  const takeNow = (own: Pack, words: string) =>
    void take(own, words).catch(() => setSaid(t('They could not be kept. Please try again.')))
  const exportRules = (rules: Pack) =>
    onSave(formatRules(rules), `rules-${rules.id}-${rules.version}.json`)
  const takeFile = (text: string, name: string) => {
    setSaid('')
    setWaiting(undefined)
    setProblems([])
    const read = parsePackText(text)
    if ('errors' in read) return setProblems(read.errors)
    if (PACKS.some((one) => one.id === read.pack.id))
      return setProblems([
        {
          path: 'id',
          message: t('“{id}” is the id of rules that come with the tool', { id: read.pack.id }),
        },
      ])
    const words = t('The rules of “{name}” are in use from now on.', { name })
    const loss = lossBy(read.pack, stored.ownPack, school.settings.retentionDays)
    if (loss === undefined) return takeNow(read.pack, words)
    const next = { ...school.settings, ...daysOf(read.pack) }
    const gone = daysLoss(next, school.settings, kept, now())?.records?.gone ?? 0
    setWaiting({ pack: read.pack, loss, gone, words })
  }
  if (editing)
    return (
      <div className="stack">
        {!isOwn && stored.ownPack !== undefined && (
          <div className="notice tone-check">
            <Replaces own={stored.ownPack} />
          </div>
        )}
        <RulesEditor
          onCancel={() => setEditing(false)}
          onSave={async (own) => {
            const next = { ...school.settings, ...daysOf(own) }
            if (!(await asking.mayBe(next, school.settings))) return false
            await take(
              own,
              t('Saved as version {version} and in use from now on.', { version: own.version }),
            )
            return true
          }}
          start={draftOf(inForce, isOwn, OWN_ID)}
        />
        {asking.dialog}
      </div>
    )
  return (
    <div className="stack">
      <Card title={t('Rules in use')}>
        <p>
          {tParts('{name}, version {version}, {steps}.', {
            name: (
              <span className="strong" key="name">
                {pack.schoolName}
              </span>
            ),
            version: pack.version,
            steps: tn('{n} step on the checklist|{n} steps on the checklist', pack.clauses.length),
          })}{' '}
          {isManaged && t('Set by your school: they can’t be changed here.')}
        </p>
        {!known && (
          <Notice tone="check">
            {t(
              'The rules that were chosen are not on this computer any more. Choose again under School, or read their file in again.',
            )}
          </Notice>
        )}
        <Problems
          lead={t(
            'These rules contradict themselves. They are in use as they are; please put them right:',
          )}
          problems={contradictionsOf(pack)}
        />
        <Problems
          lead={t('The rules that your school has set can’t be used:')}
          problems={school.problems}
        />
        <div className="row">
          {!isManaged && (
            <Button
              icon={<PencilLine aria-hidden size={16} />}
              onClick={() => {
                setSaid('')
                setEditing(true)
              }}
            >
              {isOwn ? t('Change these rules') : t('Change a copy of these rules')}
            </Button>
          )}
          <Button icon={<Download aria-hidden size={16} />} onClick={() => exportRules(inForce)}>
            {t('Save as a file')}
          </Button>
        </div>
        <Said>{said}</Said>
      </Card>
      {!isManaged && (
        <Card title={t('Rules from a file')}>
          <PackDrop label={t('File of rules')} onText={takeFile} />
          {waiting !== undefined && (
            <RulesCandidate
              {...waiting}
              onCancel={() => {
                setWaiting(undefined)
                setSaid(t('Nothing was changed.'))
              }}
              onExport={exportRules}
              onUse={() => takeNow(waiting.pack, waiting.words)}
            />
          )}
          <Problems lead={t('This file can’t be used. Nothing was changed.')} problems={problems} />
        </Card>
      )}
      <FamiliesCard pack={inForce} settings={school.settings} />
    </div>
  )
}

/** Says everything that is wrong, each with where. */
function Problems({ lead, problems }: { lead: string; problems: readonly PackError[] }) {
  if (problems.length === 0) return null
  return (
    <div className="notice tone-alarm" role="alert">
      <div>
        <p className="strong">{lead}</p>
        <ul className="plain-list">
          {problems.map(({ path, message }) => (
            <li className="small problem" key={`${path} ${message}`}>
              {t('{where} {what}', {
                where: path === '' ? t('The file') : path,
                what: message,
              })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** CW-15, EG-3, EG-18, EG-42 and others: what families are told, ready to paste. */
function FamiliesCard({ pack, settings }: { pack: Pack; settings: SchoolSettings }) {
  const text = familiesText(pack, settings)
  return (
    <Card title={t('Text for families')}>
      <p className="small soft">
        {t(
          'Made from the rules above, for a letter or the school’s blog. It names whom parents can turn to, also with a concern about a member of staff.',
        )}
      </p>
      <textarea
        aria-label={t('Text for families')}
        className="input families"
        readOnly
        rows={10}
        value={text}
      />
      <div>
        <CopyButton label={t('Copy the text')} text={text} />
      </div>
    </Card>
  )
}
