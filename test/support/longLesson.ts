import type { Observation, Participant } from '../../lib/meeting/index.ts'
import { observation, participant } from './observe.ts'
import { dice } from './rooms.ts'

/**
 * A class that comes and goes for hours: connections that break, cameras that go off and on. The same in every run of one seed. Whoever
 * comes back has a new id, as Meet never gives one twice in a call.
 */
export interface LongLesson {
  readonly seen: () => Observation
  /** One second goes by. True where the page has changed. */
  pass(): boolean
  readonly counts: { joins: number; leaves: number; cameras: number }
}

interface Member {
  readonly name: string
  /** Undefined while they are out of the call. */
  shown: Participant | undefined
}

/** On average: out once in half an hour, back after half a minute, the camera changed every five minutes. */
const LEAVES_IN_S = 1800
const BACK_IN_S = 30
const CAMERA_IN_S = 300

export function longLesson(names: readonly string[], seed: number): LongLesson {
  const roll = dice(seed)
  const teacher = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
  const members = names.map((name): Member => ({ name, shown: undefined }))
  const counts = { joins: 0, leaves: 0, cameras: 0 }
  let seen = observation([teacher])

  const within = (seconds: number): boolean => roll() < 1 / seconds

  function join(member: Member): void {
    counts.joins += 1
    member.shown = participant(`device-${counts.joins}`, member.name)
  }

  /** Whether something happened to this member in this second. */
  function live(member: Member): boolean {
    const { shown } = member
    if (shown === undefined) {
      if (!within(BACK_IN_S)) return false
      join(member)
    } else if (within(LEAVES_IN_S)) {
      counts.leaves += 1
      member.shown = undefined
    } else if (within(CAMERA_IN_S)) {
      counts.cameras += 1
      const isOn = shown.camera.state === 'on'
      const camera = isOn
        ? ({ state: 'off', why: 'videoHidden' } as const)
        : ({ state: 'on', why: 'livePicture' } as const)
      member.shown = { ...shown, camera }
    } else return false
    return true
  }

  return {
    seen: () => seen,
    counts,
    pass() {
      if (!members.map(live).includes(true)) return false
      seen = observation([teacher, ...members.flatMap(({ shown }) => shown ?? [])])
      return true
    },
  }
}
