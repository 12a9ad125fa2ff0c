import { EyeOff } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { useState } from 'react'
import type { PromptKind } from '../../lib/session/events.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { t, tParts } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { SeenParts } from '../ui/SeenParts.tsx'
import { ClockAhead } from '../ui/clock.tsx'
import { ZoneProvider } from '../ui/zone.tsx'
import { Announcer } from './Announcer.tsx'
import { Banners } from './Banners.tsx'
import { Before, After } from './BeforeAfter.tsx'
import { ChangeClass } from './ChangeClass.tsx'
import { Checklist } from './Checklist.tsx'
import { ClassActions } from './ClassActions.tsx'
import { ChooseClass } from './ChooseClass.tsx'
import { Discreet } from './Discreet.tsx'
import { Emergency } from './Emergency.tsx'
import { filterCounts } from './filterPeople.ts'
import { Header } from './Header.tsx'
import { HealthStrip } from './HealthStrip.tsx'
import { LockCard } from './LockCard.tsx'
import { LogList } from './LogList.tsx'
import { inOrder, NowPrompt } from './NowPrompt.tsx'
import { People } from './People.tsx'
import { StillBody } from './StillBody.tsx'
import { AwayPlace } from './PromptAway.tsx'
import { WaitingRoom } from './WaitingRoom.tsx'
import { phasesOfNow } from './words.ts'

export interface PanelProps {
  view: PanelView
  connected: boolean
  ask: Ask
  onOptions: () => void
  onRecord: (sessionId: string) => void
  /**
   * Opens a concern in a tab, to print it: printing from a side panel has been seen to close the whole browser. Left out where concerns
   * are not kept.
   */
  onPrintConcern?: ((ref: string) => void) | undefined
  /** Opens the first steps. Left out where one is on them already. */
  onWelcome?: (() => void) | undefined
  /** When the emergency shortcut was pressed last. */
  emergencyAt?: number | undefined
}

/** The side panel, from the background's view alone. */
export function Panel(props: PanelProps) {
  return (
    <ClockAhead ms={props.view.clockBackMs ?? 0}>
      <Parts {...props} />
    </ClockAhead>
  )
}

function Parts(props: PanelProps) {
  const { view, connected, ask } = props
  const [awayPlace, setAwayPlace] = useState<HTMLElement | null>(null)
  return (
    <ZoneProvider value={view.timeZone}>
      <AwayPlace value={awayPlace}>
        <div className="panel">
          <Header connected={connected} onOptions={props.onOptions} view={view} />
          {view.phase !== 'after' && (
            <HealthStrip ask={ask} health={view.health} roomCheck={view.roomCheck} />
          )}
          <StillBody part={view.phase}>
            <KeepFocus className="panel-main">
              <Banners ask={ask} banners={view.banners} connected={connected} />
              {view.phase === 'during' && <During {...props} />}
              {(view.phase === 'none' || view.phase === 'before') && <Before {...props} />}
              {view.phase === 'after' && <After {...props} />}
            </KeepFocus>
          </StillBody>
          <div className="panel-end">
            <KeepFocus>
              <div ref={setAwayPlace} />
            </KeepFocus>
            <Emergency
              ask={ask}
              askedAt={props.emergencyAt}
              onPrintConcern={props.onPrintConcern}
              view={view}
            />
          </div>
          <Announcer view={view} />
        </div>
      </AwayPlace>
    </ZoneProvider>
  )
}

/** Prompts that offer to lock; `lockSoon` only warns. */
const LOCK_PROMPTS: readonly PromptKind[] = ['lockDue', 'lockGone']

/** The card above asks about the lock already; a lock prompt that waits behind another does not count. */
function firstIsAboutLock(view: PanelView): boolean {
  const first = inOrder(view.prompts)[0]
  return first !== undefined && LOCK_PROMPTS.includes(first.kind)
}

function During(props: PanelProps) {
  const { view, ask, onOptions } = props
  const [shown, setShown] = useState(false)
  const [wasDiscreet, setWasDiscreet] = useState(view.discreet)
  // Each new sharing of the screen folds again, whatever was opened during the last one.
  if (view.discreet !== wasDiscreet) {
    setWasDiscreet(view.discreet)
    setShown(false)
  }
  const folded = view.discreet && !shown
  const lock = (
    <LockCard
      ask={ask}
      canUnlock={view.can.unlock}
      hideNames={folded}
      isAskedAbove={!folded && firstIsAboutLock(view)}
      lock={view.lock}
    />
  )
  if (folded) {
    return (
      <>
        <Discreet onShow={() => setShown(true)} view={view} />
        {lock}
      </>
    )
  }
  return (
    <>
      {view.discreet && (
        <Button icon={<EyeOff aria-hidden size={16} />} onClick={() => setShown(false)} small>
          {t('Fold names away again')}
        </Button>
      )}
      <NowPrompt ask={ask} prompts={view.prompts} />
      {view.session?.registerId === undefined && (
        <ChooseClass ask={ask} onOptions={onOptions} view={view} onWelcome={props.onWelcome} />
      )}
      {lock}
      <WaitingRoom
        ask={ask}
        can={view.can}
        knocks={view.knocks}
        people={view.people}
        queue={view.queue}
        registerId={view.session?.registerId}
        unseen={view.knocksUnseen}
      />
      <DuringTabs {...props} />
    </>
  )
}

function DuringTabs({ view, ask, onOptions }: PanelProps) {
  const counts = filterCounts(view.people)
  const platform = view.session?.platform ?? 'meet'
  const problems = view.checklist
    .flatMap((phase) => phase.items)
    .filter((item) => item.state.is === 'problem').length
  return (
    <Tabs.Root className="tabs" defaultValue="class">
      <Tabs.List aria-label={t('The lesson')} className="tab-list">
        <Tabs.Trigger className="tab" value="class">
          {t('Class')} <span className="number tab-count">{counts.here}</span>
        </Tabs.Trigger>
        <Tabs.Trigger className="tab" value="checks">
          {t('Checks')}
          {problems > 0 && (
            <span className="number tab-count tone-alarm">
              <SeenParts sentence={tParts('{n} problems', { n: problems })} />
            </span>
          )}
        </Tabs.Trigger>
        <Tabs.Trigger className="tab" value="log">
          {t('Log')}
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className="tab-page" value="class">
        <div className="class-tools">
          <ClassActions ask={ask} can={view.can} platform={platform} />
          <ChangeClass ask={ask} onOptions={onOptions} view={view} />
        </div>
        <People
          ask={ask}
          can={view.can}
          people={view.people}
          platform={platform}
          registerId={view.session?.registerId}
        />
      </Tabs.Content>
      <Tabs.Content className="tab-page" value="checks">
        <Checklist ask={ask} open={phasesOfNow(view)} phases={view.checklist} />
      </Tabs.Content>
      <Tabs.Content className="tab-page" value="log">
        <LogList ask={ask} log={view.log} running={view.session !== undefined} />
      </Tabs.Content>
    </Tabs.Root>
  )
}
