import { t } from '../../words/say.ts'
import type { Scene } from '../scene.ts'
import type { CheckState } from '../types.ts'
import { isStaffName } from '../findings/conduct.ts'
import { isLineAnswered, sharesUnanswered } from '../answered.ts'
import {
  cleanName,
  ids,
  labels,
  lastChange,
  nobodyYet,
  notApplicable,
  problem,
  rule,
  seen,
  unlessComplete,
} from './rule.ts'
import type { ClauseRule } from './rule.ts'

/** Ernesford Grange, what the meeting lets people do. */
export const duringSettings: readonly ClauseRule[] = [
  {
    ...rule(
      'EG-31',
      'during',
      ['auto', 'assist'],
      'settles',
      [
        'Screen sharing is limited, so that children do not take over the screen.',
        'Limit it in the settings of the meeting. Somebody other than staff who presents is flagged.',
      ],
      presenting,
    ),
    through: ['people'],
    helpOn: {
      meet: 'In Meet: Host controls, switch off “Let contributors share their screen”. Somebody other than staff who presents is flagged.',
      teams:
        'In Teams: Meeting options, “Who can present?”, choose organisers and co-organisers. Somebody other than staff who presents is flagged.',
    },
  },
  {
    ...rule(
      'EG-32',
      'during',
      ['auto', 'ask'],
      'settles',
      [
        'Private messages between children are off.',
        'Look at the settings of the meeting. Tick when it is as you want it.',
      ],
      chatOff,
    ),
    helpOn: {
      meet: 'Meet has no private messages; its chat goes to everybody. In Host controls you can switch the chat off. Tick when it is as you want it.',
      teams:
        'The meeting’s chat goes to everybody; private chat is outside the meeting and is set by your school’s technician. In Meeting options you can switch the chat off. Tick when it is as you want it.',
    },
  },
  {
    ...rule(
      'EG-33',
      'during',
      ['auto', 'ask'],
      'settles',
      [
        'File transfer is off for everybody but staff.',
        'Check the settings of the meeting. Tick when it is as you want it.',
      ],
      files,
    ),
    helpOn: {
      meet: 'Check the host controls. Tick when it is as you want it.',
      teams:
        'Files come through the chat: in Meeting options you can switch it off. Tick when it is as you want it.',
    },
  },
]

/** EG-33: a file that somebody else than staff put into the chat. That none was seen says nothing of the setting. */
function files(scene: Scene): CheckState | undefined {
  const open = postedBy(scene.state.files ?? [], scene)
  const last = open.at(-1)
  if (last === undefined) return undefined
  const who = labels(open)
  return open.every(({ lineId }) => isLineAnswered('filePosted', lineId, scene))
    ? seen(last.at, t('A file in the chat, from {who}; dealt with.', { who }))
    : problem(
        t('A file in the chat, from {who}.', { who }),
        open.map((one) => one.lineId),
      )
}

/** EG-32: the setting can't be read; only that somebody wrote although the school keeps the chat off. */
function chatOff(scene: Scene): CheckState | undefined {
  if (scene.pack.chat !== 'off') return undefined
  const wrote = postedBy(scene.state.chatUsed ?? [], scene)
  return wrote.length === 0
    ? undefined
    : problem(
        t('Your school keeps the chat off, and there are lines from {who}.', {
          who: labels(wrote),
        }),
      )
}

function postedBy(lines: NonNullable<Scene['state']['files']>, scene: Scene) {
  return lines
    .filter((one) => !isStaffName(one.sender, scene))
    .map((one) => ({ ...one, label: cleanName(one.sender) }))
}

function presenting(scene: Scene): CheckState {
  if (scene.pack.presenting === 'anyone')
    return notApplicable(t('In your school anybody may present.'))
  const others = scene.here.filter(
    (one) => one.person.presenting && one.standing !== 'staff' && one.standing !== 'visitor',
  )
  if (others.length > 0)
    return problem(t('Presenting, and not staff: {who}.', { who: labels(others) }), ids(others))
  const open = scene.ended ? sharesUnanswered(scene) : []
  if (open.length > 0)
    return problem(
      t('Presented, not staff, and it was not answered: {who}.', { who: labels(open) }),
      ids(open),
    )
  const asked = scene.state.prompts.filter((prompt) => prompt.kind === 'presenting')
  const hidden = unlessComplete('people', scene.state)
  if (hidden !== undefined) return hidden
  if (scene.ever.length === 0) return nobodyYet()
  return seen(
    lastChange(scene),
    asked.length === 0
      ? t('Nobody but staff has presented.')
      : scene.ended
        ? t('Somebody other than staff presented; it was answered each time.')
        : t('Nobody but staff is presenting; it was asked about before.'),
  )
}
