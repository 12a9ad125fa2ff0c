import type { Pupil } from '../../register/types.ts'
import { childrenBehind } from '../scene.ts'
import type { NoticeKind } from '../../session/events.ts'
import { isShown, noticeSince } from '../../session/notices.ts'
import { keyOf } from '../../session/prompts.ts'
import { occurrences } from '../../session/stays.ts'
import type { Scene, Seen } from '../scene.ts'
import { chatFlagsOf } from '../senders.ts'
import { sameNameKey } from '../text.ts'
import type { Cause } from './cause.ts'

/** EG-14 (personal information in the chat), EG-33 (files), EG-32 (chat), EG-21 (recording), EG-31 (presenting). */
export function conductCauses(scene: Scene): readonly Cause[] {
  return [
    ...chat(scene),
    ...files(scene),
    ...chatUsed(scene),
    ...recording(scene),
    ...presenting(scene),
  ]
}

function chat(scene: Scene): readonly Cause[] {
  return chatFlagsOf(scene).map((flag) => ({
    kind: 'chatFlag',
    key: `chat:${flag.lineId}`,
    about: [flag.lineId],
    since: flag.at,
    clauses: ['EG-14'],
    severity: 'act',
    answers: ['seen', 'later'],
    group: `${flag.byStaff ? 'staff' : 'chat'}:${flag.sender}`,
    byStaff: flag.byStaff,
  }))
}

/** EG-33: only staff share files. Who is staff is known by the name of the sender, which the call shows as well. */
function files(scene: Scene): readonly Cause[] {
  return (scene.state.files ?? [])
    .filter((one) => !isStaffName(one.sender, scene))
    .map((one) => ({
      kind: 'filePosted',
      key: `file:${one.lineId}`,
      about: [one.lineId],
      since: one.at,
      clauses: ['EG-33'],
      severity: 'act',
      answers: ['seen', 'later'],
      group: `file:${one.sender}`,
    }))
}

/** The school keeps the chat off, and somebody could write in it all the same. */
function chatUsed(scene: Scene): readonly Cause[] {
  if (scene.pack.chat !== 'off') return []
  return (scene.state.chatUsed ?? [])
    .filter((one) => !isStaffName(one.sender, scene))
    .map((one) => ({
      kind: 'chatUsed',
      key: `chatUsed:${one.lineId}`,
      about: [one.lineId],
      since: one.at,
      clauses: ['EG-32'],
      rule: 'chat',
      severity: 'notice',
      answers: ['seen', 'later'],
      group: 'chatUsed',
    }))
}

/** Shown by a member of staff in the call, and by nobody else: a child who takes the teacher's name is no staff. */
export function isStaffName(sender: string, scene: Scene): boolean {
  const key = sameNameKey(sender)
  const same = scene.ever.filter((one) => sameNameKey(one.person.name) === key)
  return key !== '' && same.length > 0 && same.every((one) => one.standing === 'staff')
}

const KEPT = ['recording', 'transcription'] as const satisfies readonly NoticeKind[]

/** What is being kept of the call, by the page's own signs. */
export function keptNow({ state }: Scene): readonly (typeof KEPT)[number][] {
  return KEPT.filter((what) => state.notices[what] === 'yes')
}

/** Consent to recording is asked of them and is not on the register, be it of one of several; everybody unknown is one of them. */
export function lacksRecordingConsent(one: Seen): boolean {
  if (one.standing === 'staff' || one.standing === 'visitor') return false
  const children = childrenBehind(one)
  return children.length === 0 || children.some(mayNotBeRecorded)
}

export function mayNotBeRecorded({ consentRecording }: Pupil): boolean {
  return consentRecording !== 'yes'
}

/** Devices of those in the call whose consent to recording is not on the register. */
export function withoutRecordingConsent(scene: Scene): readonly { id: string; since: number }[] {
  return scene.here
    .filter(lacksRecordingConsent)
    .map((one) => ({ id: one.person.id, since: one.since }))
}

/** A recording and a transcription each by itself, and each time that it is on by itself: what was said of one says nothing of the other. */
function recording(scene: Scene): readonly Cause[] {
  return keptNow(scene).flatMap((what) => kept(what, scene))
}

function kept(what: (typeof KEPT)[number], scene: Scene): readonly Cause[] {
  const { state } = scene
  const from = noticeSince(state, what)
  const scope = `recording:${what}:${from}:`
  const common = {
    kind: 'recording' as const,
    clauses: ['EG-21'],
    rule: 'recording' as const,
    severity: 'alarm' as const,
    answers: ['seen', 'later'] as const,
    scope,
    shown: isShown(state, what),
  }
  // Whatever the people have agreed to: this school doesn't record, or the list of people isn't complete enough to tell.
  if (
    scene.pack.recording === 'never' ||
    state.health.people.level !== 'complete' ||
    scene.register === undefined
  ) {
    // A list that is read in part for a while is no news to whoever was asked by name.
    const asked = state.prompts.findLast(({ promptId }) => promptId.startsWith(scope))
    const key = asked === undefined ? `${scope}all` : keyOf(asked.promptId)
    return [{ ...common, key, about: [], since: from }]
  }
  return withoutRecordingConsent(scene).map(({ id, since }) => ({
    ...common,
    key: `${scope}${id}:${since}`,
    about: [id],
    since: Math.max(since, from),
    group: what,
  }))
}

function presenting(scene: Scene): readonly Cause[] {
  if (scene.pack.presenting === 'anyone') return []
  return scene.here
    .filter(
      (one) => one.person.presenting && one.standing !== 'staff' && one.standing !== 'visitor',
    )
    .map((one) => ({
      kind: 'presenting',
      key: `presenting:${one.person.id}:${sharesSince(one)}`,
      about: [one.person.id],
      since: sharesSince(one),
      clauses: ['EG-31'],
      rule: scene.pack.presenting === 'staffOnly' ? 'presenting' : undefined,
      severity: 'act',
      answers: ['seen', 'remove', 'later'],
    }))
}

/** When this share began: one that was over before is another, also where its answer still stands. A new stay never goes on with an old share. */
function sharesSince({ person, since }: Seen): number {
  const now = (person.presented ?? []).filter(({ from }) => from >= since)
  return occurrences(now).at(-1)?.from ?? since
}
