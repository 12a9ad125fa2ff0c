import type { ReactNode } from 'react'
import { HEALTH_TOPICS } from '../../lib/meeting/index.ts'
import type { LessonRecord, RecordPerson } from '../../lib/record/types.ts'
import { Name } from '../ui/Name.tsx'
import { clockTime } from '../ui/time.ts'
import { RecordTable } from './RecordTable.tsx'
import {
  answerWord,
  arrivalWord,
  checkWord,
  emergencyWord,
  kindWord,
  knockWord,
  levelSentence,
  promptWord,
  resultWord,
  roomWord,
  TOPIC_WORD,
} from './words.ts'

type Time = (at: number | undefined) => ReactNode

/** Everything of the record as tables, in the order in which a safeguarding lead asks. */
export function RecordTables({ record }: { record: LessonRecord }) {
  const time: Time = (at) => (at === undefined ? '' : <span className="number">{clockTime(at, record.timeZone)}</span>)
  return (
    <>
      <Emergencies record={record} time={time} />
      <RecordTable
        heads={['Name', 'Who', 'First seen', 'Last seen', 'Minutes', 'Camera on', 'Arrival', 'Adult seen', 'Notes']}
        none="Nobody was seen in the call."
        rows={record.people.map((person) => personRow(person, time))}
        title="Attendance"
      />
      <RecordTable
        heads={['Name', '']}
        none=""
        rows={record.notSeen.map((one) => [
          <Name key="n">{one.name}</Name>,
          one.certain ? 'Absent' : 'Not seen (the list of people was not read in full)',
        ])}
        title="On the register and not seen"
      />
      <Lock record={record} time={time} />
      <RecordTable
        heads={['Time', 'Name', '', 'Outcome']}
        none=""
        rows={record.knocks.map((knock) => [
          time(knock.at),
          <Name key="n">{knock.name}</Name>,
          knock.late ? 'Late' : '',
          knockWord(knock.how),
        ])}
        title="Waiting room"
      />
      <RecordTable
        heads={['Time', 'What', 'About', 'Answer', 'Answered', 'By']}
        none="Nothing was prompted."
        rows={record.prompts.map((prompt) => [
          time(prompt.at),
          promptWord(prompt.kind),
          <Names key="a" names={prompt.about} />,
          prompt.answer === '' ? 'No answer' : answerWord(prompt.answer),
          time(prompt.answeredAt),
          prompt.by === 'itself' ? 'Itself' : prompt.by === 'teacher' ? 'Teacher' : prompt.by,
        ])}
        title="What was noticed and done"
      />
      <RecordTable
        heads={['Time', 'From', 'What was found']}
        none=""
        rows={record.chatFlags.map((flag) => [time(flag.at), <Name key="n">{flag.sender}</Name>, flag.masked])}
        title="Chat"
      />
      <RecordTable
        heads={['Time', 'About', 'Note']}
        none=""
        rows={record.notes.map((note) => [
          time(note.at),
          note.about === 'emergency' ? 'Emergency' : <Name key="n">{note.about}</Name>,
          <span className="note-text" key="t">
            {note.text}
          </span>,
        ])}
        title="Notes"
      />
      <RecordTable
        heads={['Clause', 'What the policy asks', 'State', 'What was seen', 'Time']}
        none="No policy was chosen."
        rows={record.checks.map((check) => [
          <span className="nowrap" key="c">
            {check.clause}
          </span>,
          check.text,
          checkWord(check.state),
          check.what,
          time(check.at),
        ])}
        title="Checks"
      />
      <RecordTable
        heads={['What', 'How well it was read']}
        none=""
        rows={[
          ...HEALTH_TOPICS.map((topic) => [TOPIC_WORD[topic], levelSentence(record.health[topic])]),
          [
            'Background check',
            record.roomCheck.state === 'on' ? 'on' : `off${record.roomCheck.why === '' ? '' : `: ${record.roomCheck.why}`}`,
          ],
        ]}
        title="How well the meeting could be read"
      />
    </>
  )
}

function personRow(person: RecordPerson, time: Time): readonly ReactNode[] {
  const others = person.shown.filter((shown) => shown !== person.name)
  return [
    <Name className="strong" key="n">
      {person.name}
    </Name>,
    kindWord(person.kind),
    time(person.firstSeenAt),
    time(person.lastSeenAt),
    person.minutesPresent,
    person.minutesCameraOn,
    arrivalWord(person.arrival),
    time(person.adultSeenAt),
    <span className="small" key="x">
      {others.length > 0 && (
        <>
          Shown as <Names names={others} />.{' '}
        </>
      )}
      {person.renames.map((rename, i) => (
        <span key={`${rename.at} ${i}`}>
          {time(rename.at)} changed from <Name>{rename.from}</Name> to <Name>{rename.to}</Name>.{' '}
        </span>
      ))}
      {person.rooms.map((room, i) => (
        <span key={i}>
          {time(room.at)} {roomWord(room.verdict)}
          {room.answer !== '' && ` – ${answerWord(room.answer)}`}.{' '}
        </span>
      ))}
    </span>,
  ]
}

function Names({ names }: { names: readonly string[] }) {
  return names.map((name, i) => (
    <span key={`${name} ${i}`}>
      {i > 0 && ', '}
      <Name>{name}</Name>
    </span>
  ))
}

function Lock({ record, time }: { record: LessonRecord; time: Time }) {
  const { lock } = record
  return (
    <section aria-label="Lock" className="record-part">
      <h2>Lock</h2>
      <dl className="facts">
        <div>
          <dt>Due</dt>
          <dd>{time(lock.dueAt) === '' ? 'Not set' : time(lock.dueAt)}</dd>
        </div>
        <div>
          <dt>Seen locked</dt>
          <dd>{lock.doneAt === undefined ? 'Not seen' : time(lock.doneAt)}</dd>
        </div>
        {lock.evidence !== '' && (
          <div>
            <dt>What was looked at</dt>
            <dd>{lock.evidence}</dd>
          </div>
        )}
        {lock.attempts.map((attempt) => (
          <div key={attempt.at}>
            <dt>Tried at {time(attempt.at)}</dt>
            <dd>{resultWord(attempt.result)}</dd>
          </div>
        ))}
        {lock.reopenedAt.map((at) => (
          <div key={at}>
            <dt>Open again</dt>
            <dd>{time(at)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Emergencies({ record, time }: { record: LessonRecord; time: Time }) {
  return (
    <RecordTable
      heads={['Time', 'Step', 'Note']}
      none=""
      rows={record.emergencies.map((one) => [time(one.at), emergencyWord(one.step), one.note])}
      title="Emergency"
    />
  )
}
