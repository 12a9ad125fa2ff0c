import { describe, expect, it } from 'vitest'
import { packById } from '../../lib/protocol/packs/index.ts'
import { makeScene } from '../../lib/protocol/scene.ts'
import type { Match } from '../../lib/register/index.ts'
import type { SessionState } from '../../lib/session/index.ts'
import { LessonTale, MINUTE, YEAR_4 } from '../vectors/lessons/builder.ts'

const pack = packById('combined')
const tale = () => new LessonTale().prepared().at(-3).arrives('amelia', 'Amelia Potter')

function sceneOf(state: SessionState, given: Partial<Match> = {}, register = YEAR_4) {
  const found: Match = {
    key: 'amelia',
    shown: 'Amelia Potter',
    kind: 'pupil',
    personId: 'amelia',
    confidence: 1,
    reasons: ['exact'],
    alternatives: [],
    ...given,
  }
  const matches = new Map([['amelia', found]])
  return {
    matches,
    scene: makeScene({ state, pack, matches, register, now: state.startedAt, dsl: [] }),
  }
}
const amelia = ({ scene }: ReturnType<typeof sceneOf>) =>
  scene.ever.find(({ person }) => person.id === 'amelia')

describe('who somebody is, looked at again and again', () => {
  it('is not worked out anew where nothing about them changed', () => {
    const lesson = tale()
    const state = lesson.state()
    const { scene, matches } = sceneOf(state)
    const later = lesson.after(MINUTE).arrives('ben', 'Ben Okoro').state()
    const goesOn = {
      ...state,
      people: [...state.people, ...later.people.slice(state.people.length)],
    }
    const again = makeScene({
      state: goesOn,
      pack,
      matches,
      register: YEAR_4,
      now: later.startedAt,
      dsl: [],
    })
    const index = scene.ever.findIndex(({ person }) => person.id === 'amelia')
    expect(again.ever[index]).toBe(scene.ever[index])
    expect(again.ever).toHaveLength(scene.ever.length + 1)
  })
  it('is, where they are judged otherwise', () => {
    const state = tale().state()
    expect(amelia(sceneOf(state))?.standing).toBe('pupil')
    expect(amelia(sceneOf(state, { confidence: 0.5 }))?.standing).toBe('unsure')
    const visitors = { 'Amelia Potter': 'Plays the violin.' }
    expect(amelia(sceneOf({ ...state, visitors }))?.standing).toBe('visitor')
  })
  it('is, where the register has another name for them, or the teacher takes theirs', () => {
    const state = tale().state()
    expect(amelia(sceneOf(state))?.label).toBe('Amelia Potter')
    const pupils = YEAR_4.pupils.map((one) =>
      one.id === 'amelia' ? { ...one, preferredName: 'Millie' } : one,
    )
    expect(amelia(sceneOf(state, {}, { ...YEAR_4, pupils }))?.label).toBe('Millie Potter')
    const people = state.people.map((one) =>
      one.isSelf ? { ...one, name: 'amelia  potter' } : one,
    )
    expect(amelia(sceneOf({ ...state, people }))?.standing).toBe('staff')
  })
})
