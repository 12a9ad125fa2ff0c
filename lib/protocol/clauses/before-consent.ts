import { keptNow, lacksRecordingConsent } from '../findings/conduct.ts'
import type { Scene } from '../scene.ts'
import { isStranger } from '../scene.ts'
import { chatFlagsOf } from '../senders.ts'
import type { Stay } from '../../session/state.ts'
import type { Message } from '../../words/catalogue.ts'
import { t, tn, tOf } from '../../words/say.ts'
import type { CheckState } from '../types.ts'
import { accounts, realNames } from './people.ts'
import {
  blind,
  ids,
  labels,
  lastChange,
  noClass,
  nobodyYet,
  problem,
  rule,
  seen,
  timesWords,
  unlessComplete,
  unlessReadThrough,
} from './rule.ts'
import type { ClauseRule } from './rule.ts'

/** Ernesford Grange, names, accounts, consent and what is kept. */
export const beforeConsent: readonly ClauseRule[] = [
  {
    ...rule(
      'EG-13',
      'before',
      ['auto'],
      'none',
      [
        'Children use their real names, and names do not change during the call.',
        'A name that changes after admission is shown with the old and the new name. Ask who it is before you go on.',
      ],
      realNames,
    ),
    through: ['people'],
  },
  {
    ...rule(
      'EG-14',
      'before',
      ['auto', 'info'],
      'none',
      [
        'Nobody shares phone numbers, e-mail addresses, social media or other personal information.',
        'Chat lines that look like it are flagged with their sender. Ask the child to delete the line, and tell the parent.',
      ],
      chatFlags,
    ),
    through: ['chat'],
  },
  {
    ...rule(
      'EG-15',
      'before',
      ['auto'],
      'none',
      [
        'Parents’ or guardians’ own accounts are used rather than a child’s, where possible.',
        'The names in the call are told apart by the register.',
      ],
      accounts,
    ),
    through: ['people'],
  },
  {
    ...rule(
      'EG-21',
      'before',
      ['auto'],
      'none',
      [
        'Lessons with pupils are not recorded without parental permission.',
        'Stop the recording, or make sure that every pupil in the call has permission on the register.',
      ],
      recording,
    ),
    through: [],
  },
  {
    ...rule(
      'EG-22',
      'before',
      ['auto'],
      'none',
      [
        'Parents consent before their child enters a video call.',
        'Consent is kept on the register. Without it the child should not come in: ring the parent.',
      ],
      consent,
    ),
    through: ['people'],
  },
]

function chatFlags(scene: Scene): CheckState {
  const { prompts } = scene.state
  const flags = chatFlagsOf(scene)
  const last = flags.at(-1)
  if (last !== undefined) {
    const senders = labels(flags)
    const open = flags.filter(
      (flag) =>
        !prompts.some(
          (prompt) => prompt.about.includes(flag.lineId) && prompt.answer?.by === 'teacher',
        ),
    )
    return open.length > 0
      ? problem(
          tn(
            '{n} chat line with what looks like personal information, from {who}.|{n} chat lines with what looks like personal information, from {who}.',
            flags.length,
            { who: senders },
          ),
          open.map((flag) => flag.lineId),
        )
      : seen(
          last.at,
          tn(
            '{n} chat line with what looks like personal information, from {who}; each was answered.|{n} chat lines with what looks like personal information, from {who}; each was answered.',
            flags.length,
            { who: senders },
          ),
        )
  }
  return (
    unlessComplete('chat', scene.state) ??
    seen(scene.state.lastAliveAt, t('No personal information seen in the chat.'))
  )
}

/** By all that was kept of the call so far, also what was stopped again. */
function recording(scene: Scene): CheckState {
  const { notices, noticed } = scene.state
  const kept = { recording: noticed?.recording ?? [], transcription: noticed?.transcription ?? [] }
  const stretches = [...kept.recording, ...kept.transcription]
  if (stretches.length === 0) {
    if (notices.recording === 'no' && notices.transcription !== 'unknown')
      return seen(scene.state.lastAliveAt, t('The meeting shows no recording.'))
    return blind(
      t('The meeting does not show whether it is being recorded. Nothing says that it is.'),
    )
  }
  const told = keptWords(kept, scene)
  if (scene.pack.recording === 'never')
    return problem(t('{told}. Your school does not record lessons.', { told }))
  if (scene.register === undefined)
    return problem(t('{told}, and no class is chosen to check permissions.', { told }))
  const people = scene.ever.filter(
    (one) =>
      lacksRecordingConsent(one) &&
      one.person.stays.some((stay) => stretches.some((stretch) => overlap(stay, stretch))),
  )
  if (people.length > 0)
    return problem(
      t('{told} without permission for {who}.', { told, who: labels(people) }),
      ids(people),
    )
  const goesOn = keptNow(scene).length > 0 && !scene.ended
  return (
    unlessComplete('people', scene.state) ??
    unlessReadThrough('people', scene.state) ??
    seen(
      lastChange(scene),
      goesOn
        ? t('{told}; every pupil in it has permission on the register.', { told })
        : t('{told}; every pupil in it then has permission on the register.', { told }),
    )
  )
}

type Keeping = 'no' | 'now' | 'was'

/** By how it is or was recorded, then transcribed: the beginning of a sentence. */
const KEPT: Readonly<Record<Keeping, Readonly<Record<Keeping, Message | ''>>>> = {
  no: {
    no: '',
    now: 'The call is being transcribed',
    was: 'The call was transcribed {transcribed}',
  },
  now: {
    no: 'The call is being recorded',
    now: 'The call is being recorded and is being transcribed',
    was: 'The call is being recorded and was transcribed {transcribed}',
  },
  was: {
    no: 'The call was recorded {recorded}',
    now: 'The call was recorded {recorded} and is being transcribed',
    was: 'The call was recorded {recorded} and was transcribed {transcribed}',
  },
}

/** "The call is being recorded", "The call was recorded from 10:05 to 10:10", or both for two ways of keeping it. */
function keptWords(
  kept: { readonly recording: readonly Stay[]; readonly transcription: readonly Stay[] },
  { pack }: Scene,
): string {
  const words = KEPT[keeping(kept.recording)][keeping(kept.transcription)]
  if (words === '') return ''
  const zone = pack.schoolHours.timeZone
  return tOf(words, {
    recorded: timesWords(kept.recording, zone),
    transcribed: timesWords(kept.transcription, zone),
  })
}

function keeping(stays: readonly Stay[]): Keeping {
  const last = stays.at(-1)
  if (last === undefined) return 'no'
  return last.to === undefined ? 'now' : 'was'
}

function overlap(one: Stay, other: Stay): boolean {
  const end = Number.POSITIVE_INFINITY
  return one.from <= (other.to ?? end) && other.from <= (one.to ?? end)
}

function consent(scene: Scene): CheckState {
  if (scene.register === undefined) return noClass()
  const inCall = scene.judged.filter((one) => one.pupil !== undefined)
  const refused = inCall.filter((one) => one.pupil?.consentVideo === 'no')
  const atDoor = scene.waiting.filter((one) => one.pupil?.consentVideo === 'no')
  if (refused.length + atDoor.length > 0) {
    return problem(t('No consent to video: {who}.', { who: labels([...refused, ...atDoor]) }), [
      ...ids(refused),
      ...atDoor.map((one) => one.knock.key),
    ])
  }
  const open = inCall.filter((one) => one.pupil?.consentVideo === 'unknown')
  if (open.length > 0)
    return blind(
      t('The register does not say whether there is consent for {who}.', { who: labels(open) }),
    )
  if (inCall.length === 0) return unlessComplete('people', scene.state) ?? nobodyYet()
  const unclear = scene.judged.filter(
    (one) =>
      isStranger(one.standing) ||
      one.standing === 'unsure' ||
      one.standing === 'duplicate' ||
      one.standing === 'notJudged',
  )
  if (unclear.length > 0)
    return blind(
      t('Consent can’t be checked for {who}: it is not clear who they are.', {
        who: labels(unclear),
      }),
    )
  return (
    unlessComplete('people', scene.state) ??
    seen(
      lastChange(scene),
      t('Consent is on the register for all {n} in the call.', { n: inCall.length }),
    )
  )
}
