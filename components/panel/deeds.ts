import type { Capability, Command, CommandKind, Platform } from '../../lib/meeting/index.ts'
import { reasonFor } from '../../lib/platforms/reasons.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { tOf } from '../../lib/words/say.ts'

/**
 * What the panel offers beside the prompts, as data: the words of each button where we work the control and where we only point at it,
 * and what is said when it was seen to be done. Which of them are there is decided by the capability table of site, client and rank.
 */
interface Words {
  readonly act: Message
  readonly guide: Message
  readonly done: Message
}

type ForOne = Extract<Command, { readonly id: string }>['kind']
type ForAll = Exclude<
  CommandKind,
  ForOne | 'admit' | 'deny' | 'openPeople' | 'lock' | 'unlock' | 'endForAll'
>

export const FOR_ALL = {
  muteAll: { act: 'Mute everyone', guide: 'Show me “Mute all”', done: 'Everyone was muted.' },
  camerasOffForAll: {
    act: 'All cameras off',
    guide: 'Show me: all cameras off',
    done: 'Cameras are off and stay off.',
  },
  camerasOnForAll: {
    act: 'Allow cameras again',
    guide: 'Show me: allow cameras again',
    done: 'Cameras may be switched on again.',
  },
  chatOff: { act: 'Chat off', guide: 'Show me: chat off', done: 'The chat is off.' },
  chatOn: { act: 'Chat on', guide: 'Show me: chat on', done: 'The chat is on.' },
  rollCall: {
    act: 'Read the whole list',
    guide: 'Show me the list',
    done: 'The whole list was read.',
  },
} as const satisfies Readonly<Record<ForAll, Words>>

export const FOR_ONE = {
  mute: { act: 'Mute', guide: 'Show me “Mute”', done: 'Muted.' },
  askToUnmute: { act: 'Ask to unmute', guide: 'Show me: ask to unmute', done: 'Asked.' },
  micOff: {
    act: 'Keep microphone off',
    guide: 'Show me: microphone off',
    done: 'The microphone stays off.',
  },
  allowMic: {
    act: 'Allow microphone',
    guide: 'Show me: allow microphone',
    done: 'The microphone is allowed again.',
  },
  cameraOff: { act: 'Camera off', guide: 'Show me: camera off', done: 'Camera is off.' },
  allowCamera: {
    act: 'Allow camera',
    guide: 'Show me: allow camera',
    done: 'The camera is allowed again.',
  },
  stopPresenting: {
    act: 'Stop presenting',
    guide: 'Show me: stop presenting',
    done: 'The presentation has stopped.',
  },
  remove: { act: 'Remove', guide: 'Show me “Remove”', done: 'Removed.' },
} as const satisfies Readonly<Record<ForOne, Words>>

/** The words of a button; undefined where the site or the rank has no such control. */
export function buttonWords(words: Words, can: Capability): string | undefined {
  return can === 'none' ? undefined : tOf(words[can])
}

/** Why the site doesn't simply do it, once for all that share the reason. */
export function reasons(
  platform: Platform,
  kinds: readonly CommandKind[],
  can: Readonly<Record<CommandKind, Capability>>,
): readonly string[] {
  const why = kinds.flatMap((kind) =>
    can[kind] === 'act' ? [] : (reasonFor(platform, kind) ?? []),
  )
  return [...new Set(why)]
}
