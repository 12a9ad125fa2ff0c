import { GraduationCap } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { useCallback, useEffect, useState } from 'react'
import type { SessionSummary } from '../../lib/bus/protocol.ts'
import type { Concern } from '../../lib/concern/types.ts'
import type { School } from '../../lib/desk/school.ts'
import type { ImportUndo } from '../../lib/desk/shelf.ts'
import { findPack } from '../../lib/protocol/packs/index.ts'
import { zoneOfRules } from '../../lib/protocol/zone.ts'
import type { Register } from '../../lib/register/index.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'
import { ClassesPage } from '../register/ClassesPage.tsx'
import { ConcernsPage } from '../concern/ConcernsPage.tsx'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { NotRead } from '../ui/NotRead.tsx'
import { ZoneNote, ZoneProvider } from '../ui/zone.tsx'
import { DataPage } from './DataPage.tsx'
import { LooksPage } from './LooksPage.tsx'
import { SessionsList } from './SessionsList.tsx'
import { RulesPage } from './RulesPage.tsx'
import { ShortcutsCard, type KeysSet } from './ShortcutsCard.tsx'
import { SettingsForm, type SchoolSettings } from './SettingsForm.tsx'

interface Kept {
  readonly registers: readonly Register[]
  readonly undos: readonly ImportUndo[]
  readonly sessions: readonly SessionSummary[]
  readonly settings: SchoolSettings
  readonly school: School
  readonly concerns: readonly Concern[]
}

const PAGES = [
  ['classes', 'Classes'],
  ['school', 'School'],
  ['rules', 'Rules'],
  ['lessons', 'Past lessons'],
  ['concerns', 'Concerns'],
  ['data', 'Your data'],
  ['sites', 'Sites'],
] as const satisfies readonly (readonly [string, Message])[]

export interface OptionsPageProps {
  ask: Ask
  /** Opens one record, or several together. */
  onRecords: (sessionIds: readonly string[]) => void
  onExport: (csv: string, name: string) => void
  /** Opens the first steps: rules, class, practice lesson. */
  onWelcome: () => void
  /** Opens the page for a test call. */
  onSelfTest: () => void
  /** Saves a JSON text as a file. */
  onSave: (text: string, name: string) => void
  /** The keyboard shortcuts as the browser has them, and its page for changing them. */
  readShortcuts: () => Promise<KeysSet>
  onShortcuts: () => void
  /** The language was changed: the page has to be loaded anew. */
  onLanguage: () => void
  now: () => number
  start?: string
  /** The reference of a concern to show at once. */
  concern?: string
}

/** Classes, school, past lessons and data. Asks the background for what is kept, and again after each change. */
export function OptionsPage(props: OptionsPageProps) {
  const stored = useKept(props.ask)
  const zone = stored.kept && zoneInForce(stored.kept.school)
  return (
    <ZoneProvider value={zone}>
      <Pages {...props} {...stored} />
    </ZoneProvider>
  )
}

/** Of the rules that a lesson is held by where no others are chosen for it. */
function zoneInForce({ packs, settings }: School): string {
  return zoneOfRules(findPack(packs, settings.packId).pack)
}

function Pages({
  kept,
  failed,
  reload,
  ask,
  onRecords,
  onExport,
  onSelfTest,
  onWelcome,
  onSave,
  readShortcuts,
  onShortcuts,
  onLanguage,
  now,
  start = 'classes',
  concern,
}: OptionsPageProps & ReturnType<typeof useKept>) {
  const [unsaved, setUnsaved] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!unsaved) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [unsaved])
  const record = useCallback((sessionId: string) => ask('record', { sessionId }), [ask])
  const eraseAll = async () => {
    try {
      await ask('eraseAll', {})
      await reload()
      setSaid(t('Everything is erased.'))
    } catch {
      setSaid(t('Erasing did not work. Please try again.'))
    }
  }
  return (
    <div className="options">
      <header className="options-head">
        <h1 className="page-title">Lesson Steward</h1>
        <div className="row">
          <p className="soft grow">
            {t('Classes and settings. All of it stays on this computer.')}
          </p>
          <Button
            icon={<GraduationCap aria-hidden size={16} />}
            look="quiet"
            onClick={onWelcome}
            small
          >
            {t('First steps')}
          </Button>
        </div>
        {kept && <ZoneNote at={now()} zone={zoneInForce(kept.school)} />}
      </header>
      {failed && <NotRead onAgain={() => void reload()} />}
      {!kept && !failed && <p className="soft">{t('Just a moment…')}</p>}
      {kept && (
        <Tabs.Root asChild className="options-body" defaultValue={start}>
          <main>
            <Tabs.List aria-label={t('Settings')} className="tab-list">
              {PAGES.map(([value, word]) => (
                // A page with something unsaved stays mounted, so going to look elsewhere loses nothing.
                <Tabs.Trigger className="tab" key={value} value={value}>
                  {tOf(word)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <KeepFocus>
              <Tabs.Content className="options-page" forceMount value="classes">
                <h2 className="visually-hidden">{t('Classes')}</h2>
                <ClassesPage
                  onWelcome={onWelcome}
                  onDelete={async (registerId) => {
                    await ask('deleteRegister', { registerId })
                    await reload()
                  }}
                  onExport={onExport}
                  inLesson={kept.sessions.find((one) => one.registerId !== undefined)?.registerId}
                  onSave={async (register, source) => {
                    if (source === undefined) await ask('saveRegister', { register })
                    else
                      await ask('saveImported', { registers: [register], source: clipped(source) })
                    await reload()
                  }}
                  onSaveClasses={async (registers, source) => {
                    await ask('saveImported', { registers, source: clipped(source) })
                    await reload()
                  }}
                  onUndoImport={async (registerId) => {
                    await ask('undoImport', { registerId })
                    await reload()
                  }}
                  onUnsaved={setUnsaved}
                  registers={kept.registers}
                  undos={kept.undos}
                />
              </Tabs.Content>
              <Tabs.Content className="options-page" forceMount value="school">
                <h2 className="visually-hidden">{t('School')}</h2>
                <SettingsForm
                  kept={kept}
                  now={now}
                  onLanguage={onLanguage}
                  onSave={async (settings) => {
                    await ask('saveSettings', settings)
                    await reload()
                  }}
                  school={kept.school}
                  settings={kept.settings}
                />
                <ShortcutsCard onChange={onShortcuts} read={readShortcuts} />
              </Tabs.Content>
              <Tabs.Content className="options-page" forceMount value="rules">
                <h2 className="visually-hidden">{t('Rules')}</h2>
                <RulesPage
                  kept={kept}
                  now={now}
                  onSave={onSave}
                  onStore={async (settings) => {
                    await ask('saveSettings', settings)
                    await reload()
                  }}
                  school={kept.school}
                  stored={kept.settings}
                />
              </Tabs.Content>
              <Tabs.Content className="options-page" value="lessons">
                <h2 className="visually-hidden">{t('Past lessons')}</h2>
                <SessionsList
                  now={now}
                  onDelete={async (sessionId) => {
                    try {
                      await ask('deleteSession', { sessionId })
                    } finally {
                      // Also where it failed: what is shown is what is there.
                      await reload()
                    }
                  }}
                  onRecords={onRecords}
                  onWelcome={onWelcome}
                  record={record}
                  sessions={kept.sessions}
                />
              </Tabs.Content>
              <Tabs.Content className="options-page" forceMount value="concerns">
                <h2 className="visually-hidden">{t('Concerns')}</h2>
                <ConcernsPage
                  ask={ask}
                  concerns={kept.concerns}
                  now={now}
                  start={concern}
                  days={kept.school.settings.concernDays}
                  onChanged={reload}
                />
              </Tabs.Content>
              <Tabs.Content className="options-page" value="data">
                <h2 className="visually-hidden">{t('Your data')}</h2>
                <DataPage
                  ask={ask}
                  backupOff={kept.school.setBySchool.includes('backup')}
                  concernDays={kept.school.settings.concernDays}
                  concerns={kept.concerns.length}
                  nextDeletion={soonest(kept.sessions)}
                  now={now}
                  onEraseAll={() => void eraseAll()}
                  onRestored={reload}
                  onSaveBackup={onSave}
                  retentionDays={kept.school.settings.retentionDays}
                  said={said}
                />
              </Tabs.Content>
              <Tabs.Content className="options-page" value="sites">
                <h2 className="visually-hidden">{t('Sites')}</h2>
                <LooksPage ask={ask} onSave={onSave} onSelfTest={onSelfTest} />
              </Tabs.Content>
            </KeepFocus>
          </main>
        </Tabs.Root>
      )}
    </div>
  )
}

function soonest(sessions: readonly SessionSummary[]): number | undefined {
  const times = sessions.flatMap((one) => one.deleteAt ?? [])
  return times.length === 0 ? undefined : Math.min(...times)
}

/** A file's name may be long; it is only shown. */
function clipped(source: string): string {
  return source.length > 200 ? `${source.slice(0, 199)}…` : source
}

function useKept(ask: Ask) {
  const [kept, setKept] = useState<Kept>()
  const [failed, setFailed] = useState(false)
  const reload = useCallback(
    () =>
      Promise.all([
        ask('registers', {}),
        ask('importUndos', {}),
        ask('sessions', {}),
        ask('settings', {}),
        ask('school', {}),
        ask('concerns', {}),
      ]).then(
        ([registers, undos, sessions, settings, school, concerns]) => {
          setKept({ registers, undos, sessions, settings, school, concerns })
          setFailed(false)
        },
        () => setFailed(true),
      ),
    [ask],
  )
  useEffect(() => {
    // A lesson in another tab may have added a record or learned a name meanwhile.
    const again = () => document.visibilityState === 'visible' && void reload()
    again()
    document.addEventListener('visibilitychange', again)
    return () => document.removeEventListener('visibilitychange', again)
  }, [reload])
  return { kept, failed, reload }
}
