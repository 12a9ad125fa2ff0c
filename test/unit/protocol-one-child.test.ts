import { describe, expect, it } from 'vitest'
import { packById } from '../../lib/protocol/packs/index.ts'
import { familiesText } from '../../lib/protocol/wording/families.ts'
import type { SessionEventBody } from '../../lib/session/events.ts'
import { LessonTale } from '../vectors/lessons/builder.ts'

/** What a clause says, whatever comes of it. */
function said(tale: LessonTale, id: string): string {
  const state = tale.evaluate().checklist.find((one) => one.clause.id === id)?.state
  if (state === undefined) throw new Error(`${id} is not on the checklist`)
  return 'what' in state ? state.what : 'note' in state ? state.note : ''
}
const one = () => new LessonTale().prepared().at(1).arrives('amelia', 'Amelia Potter')
const adult = (id: string): SessionEventBody => ({ type: 'adultSeen', id, seen: true })
const line: SessionEventBody = {
  type: 'chatFlag',
  lineId: 'l1',
  sender: 'Amelia Potter',
  kinds: ['phone'],
  masked: '07•',
}

describe('one of something is said as one', () => {
  it('one pupil with an adult (CW-5)', () => {
    const tale = one().add(adult('amelia'))
    expect(said(tale, 'CW-5')).toBe('An adult was seen with the one pupil.')
    tale.arrives('dev', 'Dev Shah').add(adult('dev'))
    expect(said(tale, 'CW-5')).toBe('An adult was seen with all 2 pupils.')
  })
  it('one name (CW-4)', () => {
    expect(said(one(), 'CW-4')).toBe('1 name checked, of a pupil or a parent on the register.')
  })
  it('one line of the chat (EG-14)', () => {
    expect(said(one().add(line).prompts().answers('chatFlag', 'seen'), 'EG-14')).toBe(
      '1 chat line with what looks like personal information, from Amelia Potter; it was answered.',
    )
  })
  it('one who came in from the waiting room (EG-26)', () => {
    const tale = new LessonTale().prepared().at(-3).knocks('k', 'Amelia Potter').at(-2)
    tale.arrives('amelia', 'Amelia Potter').knockGone('k', 'Amelia Potter')
    expect(said(tale, 'EG-26')).toMatch(
      /^1 person came in from the waiting room; 0 seen to be muted after that\./,
    )
  })
  it('one member of staff (EG-5)', () => {
    expect(said(one(), 'EG-5')).toBe('1 member of staff in the call; the school asks for 2.')
  })
  it('one minute and one day in the text for families', () => {
    const pack = { ...packById('combined'), lockAfterMinutes: 1, retentionDays: 1 }
    const nobody = { name: '', role: '', phone: '' }
    const text = familiesText(pack, { schoolName: '', dsl: [], headteacher: nobody })
    expect(text).toContain('Please be on time: 1 minute after the start nobody else can join.')
    expect(text).toContain('delete the notes after 1 day.')
  })
})
