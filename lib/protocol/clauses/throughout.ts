import type { HealthTopic } from '../../meeting/index.ts'
import type { SessionState } from '../../session/state.ts'
import type { Stretch } from '../../session/stretches.ts'
import { difference, total, union } from '../../session/stretches.ts'
import type { Watch } from '../../session/watch.ts'
import { CLOSING_MS, levelOf, OPENING_MS, silentOf } from '../../session/watch.ts'
import type { Message } from '../../words/catalogue.ts'
import { t, tOf } from '../../words/say.ts'

/** What the good news of a whole lesson can rest on. */
export type Throughout = Extract<HealthTopic, 'people' | 'lobby' | 'chat'>

const MINUTE = 60_000

const NOT_SEEN: Readonly<Record<'blind' | 'partial', Readonly<Record<Throughout, Message>>>> = {
  blind: {
    people: 'For {unread} of {minutes} minutes I could not see who was in the call.',
    lobby: 'For {unread} of {minutes} minutes I could not see who was waiting.',
    chat: 'For {unread} of {minutes} minutes I could not see the chat.',
  },
  partial: {
    people: 'For {unread} of {minutes} minutes I could not fully see who was in the call.',
    lobby: 'For {unread} of {minutes} minutes I could not fully see who was waiting.',
    chat: 'For {unread} of {minutes} minutes I could not fully see the chat.',
  },
}

/**
 * What of a closed lesson was not seen, as a sentence: that something did not happen can't be said of minutes that nobody watched.
 * Undefined while the lesson runs (the last reading is the present one), and where no more was missed than a list may be missing that
 * still counts as complete: until the panel is opened, and some seconds of a page that draws itself anew or goes.
 */
export function notSeenThrough(
  topics: readonly Throughout[],
  state: SessionState,
): string | undefined {
  const { watch } = state
  if (watch === undefined || state.ended === undefined) return undefined
  const span = spanOf(state)
  const silent = silentOf(watch, span)
  const topic = topics.find((one) => isTooMuch(unread(watch, one, span), span))
  if (topic !== undefined) {
    const partial = difference(levelOf(watch, topic, 'partial', span), silent)
    const missed = unread(watch, topic, span)
    const level = total(partial) * 2 > total(missed) ? 'partial' : 'blind'
    return tOf(NOT_SEEN[level][topic], minutesOf(missed, span))
  }
  return isTooMuch(silent, span)
    ? t('For {unread} of {minutes} minutes the meeting page gave no sign.', minutesOf(silent, span))
    : undefined
}

/** When it was not known who was in the call, at any time of the lesson so far. */
export function peopleUnread(state: SessionState): readonly Stretch[] {
  return state.watch === undefined ? [] : unread(state.watch, 'people', spanOf(state))
}

function spanOf({ startedAt, ended, lastAliveAt }: SessionState): Stretch {
  return { from: startedAt, to: Math.max(startedAt, ended?.at ?? lastAliveAt) }
}

function unread(watch: Watch, topic: Throughout, span: Stretch): readonly Stretch[] {
  const poor = [...levelOf(watch, topic, 'blind', span), ...levelOf(watch, topic, 'partial', span)]
  return union([...poor, ...silentOf(watch, span)], span)
}

function isTooMuch(missed: readonly Stretch[], { from, to }: Stretch): boolean {
  const allowed = [
    { from, to: from + OPENING_MS },
    { from: to - CLOSING_MS, to },
  ]
  return total(difference(missed, allowed)) > CLOSING_MS
}

/** Less than a minute is not nothing, and no more is missed than there was. */
function minutesOf(missed: readonly Stretch[], { from, to }: Stretch) {
  const minutes = Math.max(1, Math.round((to - from) / MINUTE))
  return { unread: Math.min(minutes, Math.max(1, Math.round(total(missed) / MINUTE))), minutes }
}
