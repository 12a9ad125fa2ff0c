import { overviewOfPupil } from '../../lib/record/index.ts'
import type { Overview, OverviewPupil } from '../../lib/record/index.ts'
import { minutesWords } from '../../lib/record/print.ts'
import { absenceWord, arrivalWord, roomWord, spanWords } from '../../lib/record/words.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { tOf } from '../../lib/words/say.ts'
import { clockTime, shortDate } from '../ui/time.ts'
import { RecordTable } from './RecordTable.tsx'

const HEADS: readonly Message[] = [
  'Lesson',
  'Arrival',
  'First seen',
  'Last seen',
  'Gone',
  'Minutes',
  'Camera on',
  'Camera off',
  'Adult seen',
  'Rooms',
]

/** One pupil, lesson by lesson. */
export function OnePupil({ overview, pupil }: { overview: Overview; pupil: OverviewPupil }) {
  const rows = overviewOfPupil(overview, pupil).map(({ lesson, was }) => {
    const zone = lesson.timeZone
    const time = (at: number | undefined) => (at === undefined ? '' : clockTime(at, zone))
    const { person } = was
    const when = `${shortDate(lesson.startedAt, zone)}, ${clockTime(lesson.startedAt, zone)}`
    if (person === undefined)
      return [when, absenceWord(was.is === 'absent'), ...HEADS.slice(2).map(() => '')]
    return [
      when,
      arrivalWord(person.arrival),
      time(person.firstSeenAt),
      time(person.lastSeenAt),
      (person.gaps ?? []).map((gap) => spanWords(gap, zone)).join(', '),
      minutesWords(person),
      String(person.minutesCameraOn),
      person.minutesCameraOff === undefined ? '' : String(person.minutesCameraOff),
      time(person.adultSeenAt),
      person.rooms.map((room) => `${time(room.at)} ${roomWord(room.verdict)}`).join(', '),
    ]
  })
  return (
    <RecordTable section={{ title: pupil.name, heads: HEADS.map((head) => tOf(head)), rows }} />
  )
}
