import type { PersonState, SessionState } from '../session/state.ts'
import type { ChatFlagKind } from '../session/events.ts'
import type { Scene, Seen } from './scene.ts'
import { cleanName, sameNameKey } from './text.ts'

/** Who wrote a line of the chat, as far as it is certain: the sites show only a name. */

type Flag = SessionState['chatFlags'][number]

export interface SentFlag extends Flag {
  readonly byStaff: boolean
  /** The register's name of staff, else the name as shown. */
  readonly label: string
}

function namesOf({ name, renames }: PersonState): readonly string[] {
  return [name, ...renames.flatMap(({ from, to }) => [from, to])].map(sameNameKey)
}

/**
 * The member of staff who wrote it. Under somebody's name may write whoever took it: so it counts only where everybody who ever showed
 * this name in the lesson is staff, and none of them came by it only after coming in, unless the meeting itself made them host. A line
 * under the teacher's own name that the site does not call hers is somebody else's.
 */
function staffBehind({ sender, own }: Flag, scene: Scene): Seen | undefined {
  const self = scene.ever.find((one) => one.person.isSelf)
  if (own === true) return self
  const key = sameNameKey(sender)
  if (key === '' || (self !== undefined && sameNameKey(self.person.name) === key)) return undefined
  const same = scene.ever.filter((one) => namesOf(one.person).includes(key))
  const sure = same.every(
    ({ standing, person }) =>
      standing === 'staff' &&
      (person.renames.length === 0 || person.role === 'host' || person.role === 'cohost'),
  )
  return sure ? same[0] : undefined
}

/**
 * EG-14: what of the flagged lines is personal information. A link is part of a teacher's work; her number, her e-mail address and her
 * account are as private as a child's (EG-12).
 */
export function chatFlagsOf(scene: Scene): readonly SentFlag[] {
  return scene.state.chatFlags.flatMap((flag): readonly SentFlag[] => {
    const staff = staffBehind(flag, scene)
    if (staff === undefined) return [{ ...flag, byStaff: false, label: cleanName(flag.sender) }]
    const kinds = flag.kinds.filter(isPrivate)
    return kinds.length === 0 ? [] : [{ ...flag, kinds, byStaff: true, label: staff.label }]
  })
}

function isPrivate(kind: ChatFlagKind): boolean {
  return kind !== 'link'
}
