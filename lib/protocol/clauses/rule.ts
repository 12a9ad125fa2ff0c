import type { HealthItem, HealthReason, HealthTopic, Platform } from '../../meeting/index.ts'
import type { PersonState, SessionState, Stay } from '../../session/state.ts'
import type { Message } from '../../words/catalogue.ts'
import { t, tOf } from '../../words/say.ts'
import type { Scene, Seen } from '../scene.ts'
import { cleanName, listNames } from '../text.ts'
import { clockText } from '../time.ts'
import type { CheckState, Clause, ClauseHow, ClausePhase, TickNeeds } from '../types.ts'
import type { Throughout } from './throughout.ts'
import { notSeenThrough } from './throughout.ts'

/**
 * What a person's tick means beside what was read.
 *  - `settles`: a tick is enough, and so is a reading; a reading that shows a problem is stronger than a tick.
 *  - `alsoNeeded`: the clause asks for something nobody can read as well, so the tick is needed whatever was read.
 *  - `excuses`: a tick with its note is the reason why the rule could not be kept this time ("not possible").
 *  - `none`: nothing to tick.
 */
export type TickRole = 'settles' | 'alsoNeeded' | 'excuses' | 'none'

/** A clause as it stands in the table; it is said in the language of the page by `clauseOn`. */
export interface ClauseInTable extends Clause {
  readonly text: Message
  readonly help: Message
}

/** One clause: its words, and how it is judged from what is read now. Undefined from `judge`: only a person can tell. */
export interface ClauseRule {
  readonly clause: ClauseInTable
  /** What to do where the sites have different controls for it; `clause.help` is what holds on either. */
  readonly helpOn?: Readonly<Record<Platform, Message>>
  readonly tick: TickRole
  /** Words that a tick must come with; one without them counts for nothing. `excuses` always needs a reason. */
  readonly needs?: TickNeeds
  /**
   * "Seen" says of the whole lesson that something was not, or was all the time: after the end it is worth no more than the reading of
   * these. Empty: no more than that the page was watched at all.
   */
  readonly through?: readonly Throughout[]
  readonly judge?: (scene: Scene) => CheckState | undefined
}

type Words = readonly [text: Message, help: Message]

/** A clause that only a person can answer. */
export function ask(id: string, phase: ClausePhase, words: Words): ClauseRule {
  return { clause: clause(id, phase, ['ask'], words), tick: 'settles' }
}

/** A clause that is only shown where it helps. */
export function info(id: string, phase: ClausePhase, words: Words): ClauseRule {
  return { clause: clause(id, phase, ['info'], words), tick: 'none' }
}

export function rule(
  id: string,
  phase: ClausePhase,
  how: readonly ClauseHow[],
  tick: TickRole,
  words: Words,
  judge?: (scene: Scene) => CheckState | undefined,
): ClauseRule {
  return { clause: clause(id, phase, how, words), tick, ...(judge === undefined ? {} : { judge }) }
}

function clause(
  id: string,
  phase: ClausePhase,
  how: readonly ClauseHow[],
  [text, help]: Words,
): ClauseInTable {
  return { id, phase, how, text, help }
}

/** The clause as it is shown in a lesson on this site, in the language of the page. */
export function clauseOn({ clause, helpOn }: ClauseRule, platform: Platform): Clause {
  return { ...clause, text: tOf(clause.text), help: tOf(helpOn?.[platform] ?? clause.help) }
}

export function needsOf({ tick, needs }: ClauseRule): TickNeeds | undefined {
  return needs ?? (tick === 'excuses' ? 'reason' : undefined)
}

/** The name of the teacher as the call shows it; empty before she is in it. */
export function teacherName({ ever }: Scene): string {
  return ever.find((one) => one.person.isSelf)?.label ?? ''
}

/**
 * Where a clause stands: the reading and the person's tick together. A blind reading is never turned into "seen", and a problem
 * that is seen is stronger than a tick or a "does not apply".
 */
export function stateOf(one: ClauseRule, scene: Scene): CheckState {
  const { how } = one.clause
  if (how.length === 1 && how[0] === 'info') return { is: 'info' }
  const read = readOf(one, scene)
  const said = saidOf(one, scene)
  if (read?.is === 'problem')
    return one.tick === 'excuses' && said?.is === 'confirmed' ? said : read
  if (read?.is === 'notApplicable') return said ?? read
  if (said?.is === 'notApplicable' && read?.is !== 'seen') return said
  switch (one.tick) {
    case 'none':
      return read ?? { is: 'info' }
    case 'alsoNeeded':
      if (read?.is === 'blind') return read
      return said ?? (read?.is === 'waiting' ? read : { is: 'todo' })
    case 'settles':
    case 'excuses':
      return read?.is === 'seen' ? read : (said ?? read ?? { is: 'todo' })
  }
}

/** What was read, and of a closed lesson only as good as the reading was. */
function readOf({ judge, through }: ClauseRule, scene: Scene): CheckState | undefined {
  const read = judge?.(scene)
  if (read?.is !== 'seen' || through === undefined) return read
  const missed = notSeenThrough(through, scene.state)
  return missed === undefined
    ? read
    : blind(together(missed, t('What I saw: {what}', { what: read.what })))
}

/** What a person said of the clause; undefined where nothing, or a tick without the words that it needs. */
function saidOf(one: ClauseRule, scene: Scene): CheckState | undefined {
  const tick = scene.state.ticks[one.clause.id]
  if (tick === undefined || one.tick === 'none') return undefined
  const { at, note } = tick
  const by = teacherName(scene)
  if (tick.as === 'notApplicable')
    return note.trim() === '' ? undefined : { is: 'notApplicable', why: note, at, by }
  if (needsOf(one) !== undefined && note.trim() === '') return undefined
  return { is: 'confirmed', at, note, by }
}

export function notApplicable(why: string): CheckState {
  return { is: 'notApplicable', why }
}
export function seen(at: number, what: string): CheckState {
  return { is: 'seen', at, what }
}
export function problem(what: string, about: readonly string[] = []): CheckState {
  return { is: 'problem', what, about }
}
export function blind(what: string): CheckState {
  return { is: 'blind', what }
}
export function waiting(what: string): CheckState {
  return { is: 'waiting', what }
}

type Unclear = Exclude<HealthItem, { level: 'complete' }>

const CANNOT_SEE: Readonly<Record<Unclear['level'], Readonly<Record<HealthTopic, Message>>>> = {
  blind: {
    people: 'I can’t see who is in the call: {why}.',
    lobby: 'I can’t see who is waiting: {why}.',
    cameras: 'I can’t see the cameras: {why}.',
    chat: 'I can’t see the chat: {why}.',
    lock: 'I can’t see whether the call is locked: {why}.',
  },
  partial: {
    people: 'I can’t fully see who is in the call: {why}.',
    lobby: 'I can’t fully see who is waiting: {why}.',
    cameras: 'I can’t fully see the cameras: {why}.',
    chat: 'I can’t fully see the chat: {why}.',
    lock: 'I can’t fully see whether the call is locked: {why}.',
  },
}

const REASONS: Readonly<Record<HealthReason, Message>> = {
  panelNeverOpened: 'the panel for it has not been opened yet',
  panelClosed: 'the panel for it is closed',
  listShorterThanCount: 'the list shows fewer people than the meeting counts',
  notInCall: 'the call is not open here',
  noTiles: 'no pictures are on the stage',
  tilesHidden: 'not everybody has a picture on the stage',
  notAHost: 'only a host can see it',
  pageNotRecognised: 'the meeting page is not one this tool knows',
  otherFrame: 'the meeting keeps it in a part of the page that this tool does not read',
  badgeMissing: 'the meeting does not show it',
  badgeWordingUnknown: 'the meeting words it in a way this tool does not know',
  tabHidden: 'the meeting tab is hidden',
  pageSilent: 'the meeting page gave no sign',
  readerFailed: 'the page could not be read',
}

/** "I can't see who is waiting: the panel for it is closed." */
export function cannotSee(topic: HealthTopic, item: Unclear): string {
  return tOf(CANNOT_SEE[item.level][topic], { why: tOf(REASONS[item.why]) })
}

/** Sentences one after the other; an empty one is none. */
export function together(...sentences: readonly string[]): string {
  return sentences.filter((one) => one !== '').join(' ')
}

/**
 * Good news may only be told from a complete reading; undefined where the reading is complete. After the end the last reading
 * of the call stands: if that was not complete, nothing good is said.
 */
export function unlessComplete(topic: HealthTopic, state: SessionState): CheckState | undefined {
  const item = state.health[topic]
  return item.level === 'complete' ? undefined : blind(cannotSee(topic, item))
}

/**
 * The same for good news of who is in the call while the lesson runs. A partial list removes nobody: who stands in it may have gone, and
 * whom it doesn't show may be there. Undefined after the end, where `through` judges the whole of it. `told`: what was seen all the same.
 */
export function unlessListed(scene: Scene, told = ''): CheckState | undefined {
  const { people } = scene.state.health
  if (scene.ended || people.level === 'complete') return undefined
  const what = told === '' ? '' : t('What I saw: {what}', { what: told })
  return blind(together(cannotSee('people', people), what))
}

/** Good news that rests on one more reading of the whole lesson than its clause does (`through`). */
export function unlessReadThrough(topic: Throughout, state: SessionState): CheckState | undefined {
  const missed = notSeenThrough([topic], state)
  return missed === undefined ? undefined : blind(missed)
}

/** "from 10:05 to 10:10 and from 10:20 to 10:25" */
export function timesWords(stays: readonly Stay[], zone: string): string {
  return listNames(
    stays.map(({ from, to = from }) =>
      t('from {from} to {to}', { from: clockText(from, zone), to: clockText(to, zone) }),
    ),
  )
}

/** The latest moment at which somebody came, left or changed name: when a statement about people was last true anew. */
export function lastChange(scene: Scene): number {
  return scene.ever.reduce(
    (latest, { person }) => Math.max(latest, lastChangeOf(person)),
    scene.state.startedAt,
  )
}

/** Asked several times in every reading, of everybody who ever came; a person's state never changes in place. */
const changes = new WeakMap<PersonState, number>()
function lastChangeOf(person: PersonState): number {
  const known = changes.get(person)
  if (known !== undefined) return known
  const { stays, renames } = person
  const times = [...stays.flatMap(({ from, to = 0 }) => [from, to]), ...renames.map(({ at }) => at)]
  const last = Math.max(0, ...times)
  changes.set(person, last)
  return last
}

/** "Amelia Potter, Dev Shah": the labels of some people, each once. */
export function labels(people: readonly { label: string }[], max?: number): string {
  return listNames([...new Set(people.map((one) => one.label))], max)
}

export function ids(people: readonly Seen[]): readonly string[] {
  return people.map((one) => one.person.id)
}

export const noClass = (): CheckState => waiting(t('Choose the class first.'))
export const nobodyYet = (): CheckState => waiting(t('Nobody has come in yet.'))

export { cleanName, listNames }
