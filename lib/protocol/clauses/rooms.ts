import { t, tn } from '../../words/say.ts'
import type { PersonState } from '../../session/state.ts'
import type { Scene, Seen } from '../scene.ts'
import { isChildSide } from '../scene.ts'
import type { CheckState } from '../types.ts'
import {
  blind,
  ids,
  labels,
  nobodyYet,
  problem,
  seen,
  teacherName,
  together,
  unlessListed,
  waiting,
} from './rule.ts'

/** Judgements about rooms that several clauses share. */

function roomCheckOff(scene: Scene): CheckState | undefined {
  if (scene.pack.roomCheck && scene.state.roomCheck.state === 'on') return undefined
  if (!scene.pack.roomCheck)
    return blind(t('The room check is not part of your school’s rules, so I do not look at rooms.'))
  return blind(
    scene.state.roomCheck.state === 'failed'
      ? t('The room check does not run on this computer, so I can’t see rooms.')
      : t('The room check is off, so I do not look at rooms.'),
  )
}

/** CW-8, EG-17: the teacher's own room, and that of other staff in the call. */
export function ownRoom(scene: Scene): CheckState {
  if (scene.ended) return ownRoomOfLesson(scene)
  const own = scene.ever.filter(
    (one) => one.standing === 'staff' && (one.person.isSelf || one.person.room !== undefined),
  )
  const private_ = own.filter(isOpen)
  if (private_.length > 0)
    return problem(
      t('May be in a bedroom or bathroom: {who}.', { who: labels(private_) }),
      ids(private_),
    )
  const off = roomCheckOff(scene)
  if (off !== undefined) return off
  const picture = ownPicture(scene)
  if (picture !== undefined) return picture
  const room = own.find((one) => one.person.isSelf)?.person.room
  return room?.calledFine === true ? ownCalledFine(scene) : ownPictureBy(room)
}

/** May be in a bedroom or bathroom as it is seen now, and she has not said that it looks fine. */
function isOpen({ person: { room } }: Seen): boolean {
  if (room === undefined || room.calledFine === true) return false
  return room.verdict === 'bedroom' || room.verdict === 'bathroom'
}

/** Her own "Looks fine" about her own picture: her word, not what was seen. */
function ownCalledFine(scene: Scene): CheckState {
  const self = scene.ever.find((one) => one.person.isSelf)?.person.id ?? ''
  const said = scene.state.prompts.findLast(
    ({ kind, about, answer }) =>
      kind === 'room' && about.includes(self) && answer?.answer === 'looksFine',
  )
  if (said?.answer === undefined) return ownPictureBy(undefined)
  return {
    is: 'confirmed',
    at: said.answer.at,
    note: t('You said that your own picture looks fine.'),
    by: teacherName(scene),
  }
}

/** After the end: by what was ever judged, since nobody has a picture any more. */
function ownRoomOfLesson(scene: Scene): CheckState {
  const staff = scene.ever.filter((one) => one.standing === 'staff')
  const open = staff.filter((one) => wasPrivate(one) && !wasAnswered(one.person.id, scene))
  if (open.length > 0) return mayHaveBeenPrivate(open)
  const self = staff.find((one) => one.person.isSelf)
  const judged = self?.person.roomJudged
  if (judged === undefined) return roomCheckOff(scene) ?? ownPictureBy(undefined)
  return self !== undefined && wasPrivate(self) ? ownCalledFine(scene) : ownPictureBy(judged)
}

function ownPictureBy(room: PersonState['room' | 'roomJudged']): CheckState {
  if (room?.verdict === 'fine')
    return seen(room.at, t('Your own picture was looked at: no bedroom or bathroom.'))
  return blind(
    t(
      'Your own picture has not been judged: the camera is off, not on the stage, or it is not clear.',
    ),
  )
}

/** Her own picture as it is now. "Looks fine" is her own answer to it and stands. */
function ownPicture({ own, state }: Scene): CheckState | undefined {
  if (own === undefined) return undefined
  const { is, at } = own
  switch (is) {
    case 'plain':
      return seen(at, t('Your background is plain; no bedroom or bathroom is to be seen.'))
    case 'fine':
      return seen(at, t('Your own picture was looked at: no bedroom or bathroom.'))
    case 'notPlain':
      return waiting(
        t(
          'No bedroom or bathroom is to be seen behind you, but it does not look plain. A wall or a blurred background is plainer.',
        ),
      )
    case 'bedroom':
    case 'bathroom': {
      const self = state.people.find((one) => one.isSelf && one.present)
      if (self?.room?.calledFine === true) return undefined
      return problem(
        together(
          is === 'bedroom'
            ? t('Your own background may look like a bedroom.')
            : t('Your own background may look like a bathroom.'),
          t(
            'Another place, a wall behind you or a blurred background would do; move and I look again.',
          ),
        ),
      )
    }
    case 'covered':
      return blind(t('Your own picture is dark or covered, so your background can’t be judged.'))
    case 'looking':
      return blind(t('Looking at your own picture; this takes some seconds.'))
  }
}

/** EG-17 asks for more than a picture shows: what was read is said beside the tick for dress and manner. */
export function ownRoomAndManner(scene: Scene): CheckState {
  const read = ownRoom(scene)
  if (read.is !== 'seen' && read.is !== 'confirmed') return read
  const told = read.is === 'seen' ? read.what : read.note
  return waiting(together(told, t('Tick for dress and manner.')))
}

/** CW-9, EG-34: pupils in common areas. Fine only for those whose picture could be judged. */
export function pupilRooms(scene: Scene): CheckState {
  const people = scene.judged.filter(isChildSide)
  const open = people.filter(isOpen)
  if (open.length > 0)
    return problem(t('May be in a bedroom or bathroom: {who}.', { who: labels(open) }), ids(open))
  const asked = scene.state.prompts.filter((prompt) => prompt.kind === 'room')
  const history =
    asked.length === 0
      ? ''
      : tn(
          '{n} room was asked about in this lesson.|{n} rooms were asked about in this lesson.',
          asked.length,
        )
  if (scene.ended) return roomsOfLesson(people, history, scene)
  const off = roomCheckOff(scene)
  if (off !== undefined) return off
  if (people.length === 0) return nobodyYet()
  const on = people.filter((one) => one.person.camera.state === 'on')
  if (on.length === 0) return waiting(t('No camera is on.'))
  const unsure = on.filter(
    ({ person: { room } }) =>
      room === undefined ||
      room.verdict === 'covered' ||
      (room.verdict === 'unsure' && room.calledFine !== true),
  )
  if (unsure.length > 0)
    return blind(
      together(
        tn(
          '{done} of {n} room judged; not yet clear: {who}.|{done} of {n} rooms judged; not yet clear: {who}.',
          on.length,
          { done: on.length - unsure.length, who: labels(unsure) },
        ),
        history,
      ),
    )
  const at = Math.max(...on.map((one) => one.person.room?.at ?? scene.state.startedAt))
  const told = together(nothingFound(on.length), history)
  return unlessListed(scene, told) ?? seen(at, told)
}

/** After the end: by what was ever judged. A room that nobody could see is never one that was fine. */
function roomsOfLesson(people: readonly Seen[], history: string, scene: Scene): CheckState {
  const open = people.filter((one) => wasPrivate(one) && !wasAnswered(one.person.id, scene))
  if (open.length > 0) return mayHaveBeenPrivate(open)
  const off = roomCheckOff(scene)
  if (off !== undefined) return off.is === 'blind' ? blind(together(off.what, history)) : off
  const on = people.filter((one) => one.person.cameraOn.length > 0)
  if (on.length === 0)
    return blind(together(t('No pupil’s camera was on, so I saw no room.'), history))
  const never = on.filter((one) => one.person.roomJudged === undefined)
  if (never.length > 0)
    return blind(
      together(
        tn(
          '{done} of {n} room judged; never clear: {who}.|{done} of {n} rooms judged; never clear: {who}.',
          on.length,
          { done: on.length - never.length, who: labels(never) },
        ),
        history,
      ),
    )
  const at = Math.max(...on.map((one) => one.person.roomJudged?.at ?? scene.state.startedAt))
  return seen(
    at,
    history === ''
      ? nothingFound(on.length)
      : together(tn('{n} room looked at.|{n} rooms looked at.', on.length), history),
  )
}

const wasPrivate = ({ person: { roomJudged } }: Seen): boolean =>
  roomJudged !== undefined && roomJudged.verdict !== 'fine'

function mayHaveBeenPrivate(open: readonly Seen[]): CheckState {
  return problem(
    t('May have been in a bedroom or bathroom, and it was not answered: {who}.', {
      who: labels(open),
    }),
    ids(open),
  )
}

function nothingFound(rooms: number): string {
  return tn(
    '{n} room looked at, no bedroom or bathroom.|{n} rooms looked at, no bedroom or bathroom.',
    rooms,
  )
}

/** The last time that somebody's room was asked about, something came of it. "Later" is no answer. */
function wasAnswered(id: string, { state }: Scene): boolean {
  const last = state.prompts.findLast(
    (prompt) => prompt.kind === 'room' && prompt.about.includes(id),
  )
  const answer = last?.answer?.answer
  return answer !== undefined && answer !== 'later' && answer !== 'withdrawn'
}
