import { keptNow, lacksRecordingConsent, mayNotBeRecorded } from '../findings/conduct.ts'
import type { Pupil } from '../../register/types.ts'
import type { Scene, Seen, Waiting } from '../scene.ts'
import { childrenBehind, isStranger, pupilName } from '../scene.ts'
import { isLineAnswered } from '../answered.ts'
import { chatFlagsOf } from '../senders.ts'
import type { Stay } from '../../session/state.ts'
import type { Message } from '../../words/catalogue.ts'
import { t, tn, tOf } from '../../words/say.ts'
import type { CheckState } from '../types.ts'
import { noteTaking } from './note-taking.ts'
import { accounts, realNames } from './people.ts'
import {
  blind,
  cleanName,
  ids,
  labels,
  lastChange,
  noClass,
  nobodyYet,
  problem,
  rule,
  seen,
  timesWords,
  together,
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
        'Stop the recording, or make sure that every pupil in the call has permission on the register. Have no notes taken by a program unless the school has agreed to it.',
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
  const flags = chatFlagsOf(scene)
  const last = flags.at(-1)
  if (last !== undefined) {
    const senders = labels(flags)
    const open = flags.filter(({ lineId }) => !isLineAnswered('chatFlag', lineId, scene))
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
            '{n} chat line with what looks like personal information, from {who}; it was answered.|{n} chat lines with what looks like personal information, from {who}; each was answered.',
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

/** EG-21: what is kept of the call, be it as a film, as a text or as notes. */
function recording(scene: Scene): CheckState {
  const kept = recordedOrTranscribed(scene)
  const notes = noteTaking(scene)
  if (notes === undefined) return kept
  if (kept.is !== 'problem' && notes.is !== 'problem')
    return blind(together(wordsOf(kept), wordsOf(notes)))
  const told = together(kept.is === 'problem' ? kept.what : '', wordsOf(notes))
  const about = [kept, notes].flatMap((one) => (one.is === 'problem' ? one.about : []))
  return problem(told, [...new Set(about)])
}

function wordsOf(state: CheckState): string {
  return 'what' in state ? state.what : ''
}

/** By all that was kept of the call so far, also what was stopped again. */
function recordedOrTranscribed(scene: Scene): CheckState {
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
      t('{told} without permission for {who}.', {
        told,
        who: labels(among(people, mayNotBeRecorded)),
      }),
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
  const isNo = (pupil: Pupil) => pupil.consentVideo === 'no'
  const refused = inCall.filter((one) => childrenBehind(one).some(isNo))
  const atDoor = scene.waiting.filter((one) => childrenBehind(one).some(isNo))
  if (refused.length + atDoor.length > 0) {
    return problem(
      t('No consent to video: {who}.', { who: labels(among([...refused, ...atDoor], isNo)) }),
      [...ids(refused), ...atDoor.map((one) => one.knock.key)],
    )
  }
  const isUnsaid = (pupil: Pupil) => pupil.consentVideo === 'unknown'
  const open = inCall.filter((one) => childrenBehind(one).some(isUnsaid))
  if (open.length > 0)
    return blind(
      t('The register does not say whether there is consent for {who}.', {
        who: labels(among(open, isUnsaid)),
      }),
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
  const children = new Set(inCall.flatMap(childrenBehind).map(({ id }) => id))
  return (
    unlessComplete('people', scene.state) ??
    seen(
      lastChange(scene),
      tn(
        'Consent is on the register for the one pupil in the call.|Consent is on the register for all {n} pupils in the call.',
        children.size,
      ),
    )
  )
}

/** Of several children behind one device only those of whom it is so; the device by its own name where that is not theirs. */
function among(
  people: readonly (Seen | Waiting)[],
  isSo: (pupil: Pupil) => boolean,
): readonly { label: string }[] {
  return people.flatMap((one) =>
    one.standing === 'pupil' && one.also.length > 0
      ? childrenBehind(one)
          .filter(isSo)
          .map((pupil) => ({ label: cleanName(pupilName(pupil)) }))
      : [one],
  )
}
