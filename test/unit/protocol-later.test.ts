import { describe, expect, it } from 'vitest'
import type { CheckState } from '../../lib/protocol/types.ts'
import type { SessionEventBody } from '../../lib/session/events.ts'
import { LessonTale, MINUTE } from '../vectors/lessons/builder.ts'

function check(tale: LessonTale, id: string): CheckState {
  const item = tale.evaluate().checklist.find((one) => one.clause.id === id)
  if (item === undefined) throw new Error(`${id} is not on the checklist`)
  return item.state
}
const lesson = (line: SessionEventBody) =>
  new LessonTale().prepared().arrives('amelia', 'Amelia Potter').at(1).add(line).prompts()
const number: SessionEventBody = {
  type: 'chatFlag',
  lineId: 'l1',
  sender: 'Amelia Potter',
  kinds: ['phone'],
  masked: '07•',
}
const file: SessionEventBody = {
  type: 'chatSeen',
  what: 'file',
  lineId: 'l1',
  sender: 'Amelia Potter',
}

describe.each([
  ['EG-14', 'chatFlag', number, /answered\.$/],
  ['EG-33', 'filePosted', file, /; dealt with\.$/],
] as const)('%s: "Later" is no answer', (id, kind, line, told) => {
  const later = () => lesson(line).answers(kind, 'later')
  const again = () =>
    later()
      .after(4 * MINUTE)
      .prompts()

  it('while it is put off, asked again, and after the end with nothing done', () => {
    const open = { is: 'problem', about: ['l1'] }
    expect(check(lesson(line), id)).toMatchObject(open)
    expect(check(later(), id)).toMatchObject(open)
    expect(
      again()
        .state()
        .prompts.filter((one) => one.kind === kind),
    ).toHaveLength(2)
    expect(check(again(), id)).toMatchObject(open)
    expect(check(again().at(45).ends(), id)).toMatchObject(open)
  })
  it('and it is answered once she does, also when she was asked again', () => {
    for (const tale of [lesson(line), again()]) {
      const state = check(tale.answers(kind, 'seen'), id)
      expect(state.is).toBe('seen')
      expect('what' in state && state.what).toMatch(told)
    }
  })
})
