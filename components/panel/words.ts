import type {
  Health,
  HealthItem,
  HealthReason,
  HealthTopic,
  Outcome,
  OutcomeWhy,
} from '../../lib/meeting/index.ts'
import type { ClausePhase } from '../../lib/protocol/types.ts'
import type { PanelView, PersonRow } from '../../lib/views/types.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'

/** The panel's own wording, in one place. What the background words (prompts, chips, judgements) is shown as it comes. */

export const TOPIC: Readonly<Record<HealthTopic, Message>> = {
  people: 'People',
  lobby: 'Lobby',
  cameras: 'Cameras',
  chat: 'Chat',
  lock: 'Lock##noun',
}

const REASON: Readonly<Record<HealthReason, Message>> = {
  panelNeverOpened: 'Open the People panel in the meeting once, so that everybody can be read.',
  panelClosed: 'The People panel is closed in the meeting.',
  listShorterThanCount: 'The list shows fewer people than the meeting counts.',
  notInCall: 'You are not in the call yet.',
  noTiles: 'No pictures are on the stage.',
  tilesHidden: 'Some people have no picture on the stage.',
  notAHost: 'Only a host can see this, and you are not a host.',
  pageNotRecognised: 'This page of the meeting looks different from what is known.',
  otherFrame: 'The meeting shows this in a place that can’t be read.',
  badgeMissing: 'The access badge can’t be found on the page.',
  badgeWordingUnknown: 'The access badge says something that is not known.',
  tabHidden: 'The meeting’s tab is hidden, so the reading may lag.',
  pageSilent: 'The meeting’s page was gone or gave no sign.',
  readerFailed: 'Reading this failed.',
}

/** Where the same reason means another thing for another topic. */
const REASON_OF: Readonly<Partial<Record<HealthTopic, Partial<Record<HealthReason, Message>>>>> = {
  lobby: {
    panelNeverOpened:
      'Open the People panel in the meeting once, so that everybody who waits can be read.',
  },
  chat: {
    panelNeverOpened: 'Open the chat in the meeting once, so that it can be read.',
    panelClosed: 'The chat is closed in the meeting; what comes now can’t be read.',
  },
  lock: {
    badgeMissing: 'The meeting shows nothing of a lock right now.',
    panelClosed: 'Seen before, but not right now: the menu that shows it is closed.',
  },
}

/** How well a topic is read, as one word. */
export function levelWord(item: HealthItem): string {
  if (item.level === 'complete') return t('read in full##topic')
  return item.level === 'partial' ? t('read in part##topic') : t('can’t be read##topic')
}

/** One plain sentence about a topic. */
export function healthSentence(topic: HealthTopic, item: HealthItem): string {
  if (item.level === 'complete') return t('Read in full.')
  return tOf(REASON_OF[topic]?.[item.why] ?? REASON[item.why])
}

/** Topics that are not read in full, worst first. */
export function shakyTopics(health: Health): readonly HealthTopic[] {
  const rank = { blind: 0, partial: 1, complete: 2 } as const
  return (Object.keys(TOPIC) as HealthTopic[])
    .filter((topic) => health[topic].level !== 'complete')
    .sort((a, b) => rank[health[a].level] - rank[health[b].level])
}

const WHY: Readonly<Record<OutcomeWhy, Message>> = {
  siteHasNoSuchControl: 'This meeting has no control for that.',
  notAHost: 'Only the host can do that.',
  controlNotFound: 'The control can’t be found on the page.',
  controlDisabled: 'The control is there but switched off.',
  controlCovered: 'Something on the page lies over the control. Close it, then try again.',
  controlUnclear: 'The page shows more than one such control. Please choose there.',
  notSeenAfterwards: 'It was clicked, but the page shows no change. Please check.',
  personGone: 'They are no longer there.',
  siteAsksForConfirmation: 'The meeting asks you to confirm. Please answer there.',
  timedOut: 'The page did not answer in time. Please check.',
  pageGone: 'The meeting page is gone.',
}

/** What became of a command, in plain words; `done` is what to say when it was seen to happen. */
export function outcomeSentence(outcome: Outcome, done: string): string {
  if (outcome.result === 'done') return done
  const why = outcome.why === undefined ? '' : tOf(WHY[outcome.why])
  if (outcome.result === 'guided')
    return why === '' ? t('Click the outlined control in the meeting.') : why
  return why === '' ? t('That can’t be done here.') : why
}

export const PHASE_TITLE: Readonly<Record<ClausePhase, Message>> = {
  before: 'Before the lesson',
  arrival: 'As they come in',
  during: 'During the lesson',
  oneToOne: 'One-to-one',
  incident: 'If something goes wrong',
  after: 'After the lesson',
}

/** Which parts of the checklist belong to now, and are open at first. */
export function phasesOfNow(
  view: Pick<PanelView, 'phase' | 'lock' | 'checklist'>,
): readonly ClausePhase[] {
  if (view.phase === 'after') return ['after']
  const single = isOneToOne(view) ? (['oneToOne'] as const) : []
  if (view.phase === 'before' || view.phase === 'none') return ['before', ...single]
  return [view.lock.state === 'locked' ? 'during' : 'arrival', ...single]
}

/** The steps of a one-to-one call are asked for. */
function isOneToOne({ checklist }: Pick<PanelView, 'checklist'>): boolean {
  const items = checklist.find(({ phase }) => phase === 'oneToOne')?.items ?? []
  return items.some(({ state }) => state.is !== 'notApplicable')
}

const TAB: Readonly<Record<PanelView['meetingTab'], Message>> = {
  none: 'No meeting open',
  greenRoom: 'In the green room',
  waiting: 'Waiting to be let in',
  inCall: 'In the call',
  ended: 'Call ended',
}

export function tabWord(tab: PanelView['meetingTab']): string {
  return tOf(TAB[tab])
}

/** Where a person is, in a word or two. */
export function whereWord(row: Pick<PersonRow, 'where' | 'absenceCertain'>): string {
  if (row.where === 'inCall') return t('In the call')
  if (row.where === 'waiting') return t('Waiting')
  if (row.where === 'dropped') return t('Dropped out')
  return row.absenceCertain ? t('Not here') : t('Not seen')
}
