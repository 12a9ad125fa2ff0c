import { describe, expect, it } from 'vitest'
import type { CheckState } from '../../lib/protocol/types.ts'
import { LessonTale, MINUTE } from '../vectors/lessons/builder.ts'

function check(tale: LessonTale): CheckState {
  const item = tale.evaluate().checklist.find((one) => one.clause.id === 'EG-21')
  if (item === undefined) throw new Error('EG-21 is not on the checklist')
  return item.state
}
const notice = (what: 'recording' | 'transcription' | 'noteTaking', state: 'yes' | 'no') =>
  ({ type: 'notice', what, state }) as const

/** The teacher alone, before anybody comes; the site says that nothing is recorded. */
const quiet = () =>
  new LessonTale()
    .prepared()
    .add(notice('recording', 'no'), notice('transcription', 'no'), notice('noteTaking', 'no'))
const lesson = () => quiet().at(-3).arrives('amelia', 'Amelia Potter').at(1)
const withBot = (tale: LessonTale) =>
  tale.joins('bot', 'Otter.ai').matched('bot', 'noteTaker').prompts()

describe('notes that are taken of a lesson (EG-21)', () => {
  it('are a problem while the site takes them, and stay one of the lesson', () => {
    const tale = lesson().add(notice('noteTaking', 'yes')).prompts()
    const now = { is: 'problem', what: 'The meeting is taking notes of what is said.', about: [] }
    expect(check(tale)).toEqual(now)
    // "I'll stop it" has stopped nothing yet.
    expect(check(tale.answers('noteTaker', 'seen'))).toEqual(now)
    tale.after(5 * MINUTE).add(notice('noteTaking', 'no'))
    const over = { ...now, what: 'The meeting took notes of what was said from 10:01 to 10:06.' }
    expect(check(tale)).toEqual(over)
    expect(check(tale.at(45).ends())).toEqual(over)
  })
  it('are told beside a recording without permission', () => {
    const tale = lesson().arrives('ben', 'Ben Okoro')
    tale.add(notice('noteTaking', 'yes'), notice('recording', 'yes'))
    expect(check(tale)).toEqual({
      is: 'problem',
      what: 'The call is being recorded without permission for Ben Okoro. The meeting is taking notes of what is said.',
      about: ['ben'],
    })
  })
  it('by a bot are a problem while it is there, and stay one of the lesson', () => {
    const tale = withBot(lesson())
    expect(check(tale)).toEqual({
      is: 'problem',
      what: 'A note-taking bot is in the call: Otter.ai.',
      about: ['bot'],
    })
    const over = {
      is: 'problem',
      what: 'A note-taking bot was in the call: Otter.ai.',
      about: ['bot'],
    }
    expect(check(tale.after(MINUTE).leaves('bot'))).toEqual(over)
    expect(check(tale.at(45).ends())).toEqual(over)
    expect(check(withBot(lesson()).at(45).ends())).toEqual(over)
  })
  it('by a bot that the school uses can’t be judged here, and are no all-clear', () => {
    const tale = withBot(lesson()).add({ type: 'visitorExpected', shown: 'Otter.ai', note: '' })
    expect(check(tale)).toEqual({
      is: 'blind',
      what: 'The meeting shows no recording. A note-taking bot that the school uses: Otter.ai. Whether the families agreed to it can’t be seen here.',
    })
    expect(check(tale.at(45).ends()).is).toBe('blind')
  })
  it('are none of the lesson where all was over before the first child came', () => {
    const tale = withBot(quiet().add(notice('noteTaking', 'yes')))
    expect(check(tale).is).toBe('problem')
    tale.after(MINUTE).add(notice('noteTaking', 'no')).leaves('bot')
    const clear = { is: 'seen', what: 'The meeting shows no recording.' }
    expect(check(tale)).toMatchObject(clear)
    expect(check(tale.at(-3).arrives('amelia', 'Amelia Potter'))).toMatchObject(clear)
    // Who can't see who was there can't say that no child was.
    tale.health('people', { level: 'partial', why: 'panelClosed' })
    expect(check(tale).is).toBe('blind')
  })
})
