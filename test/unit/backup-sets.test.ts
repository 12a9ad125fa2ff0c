import { describe, expect, it } from 'vitest'
import { mergeClasses } from '../../lib/backup/mergeClasses.ts'
import { withSets } from '../../lib/register/index.ts'
import type { Register } from '../../lib/register/index.ts'
import { TEN, YEAR_4, pupil } from '../vectors/lessons/builder.ts'

const YEAR_5: Register = {
  id: 'y5',
  name: 'Year 5 Maths',
  pupils: [pupil('sam', 'Sam', 'Lee'), pupil('nia', 'Nia', 'Owen')],
  staff: [],
  updatedAt: TEN,
}
const SET: Register = {
  id: 'set2',
  name: 'Maths set 2',
  pupils: [],
  staff: [],
  updatedAt: TEN,
  members: [
    { registerId: 'y4', pupilId: 'amelia' },
    { registerId: 'y5', pupilId: 'sam' },
    { registerId: 'y4', pupilId: 'dev' },
  ],
}
/** The same class, made anew on another computer: every id is another one. */
function madeAnew(register: Register): Register {
  return {
    ...register,
    id: `new-${register.id}`,
    name: ` ${register.name.toUpperCase()}`,
    pupils: register.pupils
      .map((one) => ({ ...one, id: `new-${one.id}`, lastName: one.lastName.toUpperCase() }))
      .toReversed(),
    updatedAt: TEN + 1,
  }
}
/** What is here after the restore, with the children of each set. */
function after(file: readonly Register[], here: readonly Register[]) {
  const { taken, said } = mergeClasses(file, here)
  const ids = new Set(taken.map((one) => one.id))
  const all = withSets([...here.filter((one) => !ids.has(one.id)), ...taken])
  const pupils = all.find((one) => one.id === 'set2')?.pupils ?? []
  return { said, taken, names: pupils.map((one) => `${one.firstName} ${one.lastName}`) }
}

describe('a set out of a backup', () => {
  it('comes with its children where its classes come with it', () => {
    const { said, names } = after([SET, YEAR_4, YEAR_5], [])
    expect(names).toEqual(['Amelia Potter', 'Sam Lee', 'Dev Shah'])
    expect(said).toEqual({ added: 3, replaced: 0, alreadyHere: 0, lost: { pupils: 0, sets: [] } })
  })

  it('comes with its children where a class of it was made anew here', () => {
    const { said, taken, names } = after([SET, YEAR_4, YEAR_5], [madeAnew(YEAR_4)])
    expect(names).toEqual(['Amelia POTTER', 'Sam Lee', 'Dev SHAH'])
    expect(taken.map((one) => one.id)).toEqual(['set2', 'y5'])
    expect(said).toEqual({ added: 2, replaced: 0, alreadyHere: 1, lost: { pupils: 0, sets: [] } })
    // As it was, but for whom it names.
    expect(taken[0]).toEqual({
      ...SET,
      members: [
        { registerId: 'new-y4', pupilId: 'new-amelia' },
        { registerId: 'y5', pupilId: 'sam' },
        { registerId: 'new-y4', pupilId: 'new-dev' },
      ],
    })
  })

  it('takes the place of an older one here with the children of the classes that are here', () => {
    const older = { ...SET, members: [], updatedAt: TEN - 1 }
    const { said, names } = after([SET, YEAR_4, YEAR_5], [madeAnew(YEAR_4), YEAR_5, older])
    expect(names).toEqual(['Amelia POTTER', 'Sam Lee', 'Dev SHAH'])
    expect(said).toMatchObject({ added: 0, replaced: 1, alreadyHere: 2 })
  })

  it('finds a child by name where the class here has its id, is newer, and gave the child another one', () => {
    const newer = { ...madeAnew(YEAR_4), id: 'y4' }
    expect(after([SET, YEAR_4, YEAR_5], [newer]).names).toEqual([
      'Amelia POTTER',
      'Sam Lee',
      'Dev SHAH',
    ])
  })

  it('says how many children it lost, and which set that is: of a class that is in no place, and who has left', () => {
    const left = { ...YEAR_4, pupils: YEAR_4.pupils.slice(1), updatedAt: TEN + 1 }
    const { said, names, taken } = after([SET, YEAR_4], [left])
    expect(names).toEqual(['Dev Shah'])
    expect(said).toMatchObject({ lost: { pupils: 2, sets: ['Maths set 2'] } })
    const art = { ...SET, id: 'art', name: 'Art', members: [{ registerId: 'y5', pupilId: 'sam' }] }
    expect(after([SET, art, YEAR_4], [left]).said).toMatchObject({
      lost: { pupils: 2, sets: ['Maths set 2', 'Art'] },
    })
    // Kept as they are: the editor of the set says so too, and the class may still come back.
    expect(taken[0]?.members).toEqual(SET.members)
  })

  it('never guesses which of two children of one name is meant', () => {
    const twoAmelias = { ...YEAR_4, pupils: [...YEAR_4.pupils, pupil('other', 'amelia', 'potter')] }
    const { said, names } = after([SET, twoAmelias, YEAR_5], [madeAnew(twoAmelias)])
    expect(names).toEqual(['Sam Lee', 'Dev SHAH'])
    expect(said).toMatchObject({ lost: { pupils: 1, sets: ['Maths set 2'] } })
  })

  it('has nobody twice where two classes of the file are one here', () => {
    const again = { ...YEAR_4, id: 'y4b' }
    const set = {
      ...SET,
      members: [...(SET.members ?? []), { registerId: 'y4b', pupilId: 'amelia' }],
    }
    const { taken } = after([set, YEAR_4, again, YEAR_5], [madeAnew(YEAR_4)])
    expect(taken[0]?.members).toHaveLength(3)
  })

  it('is left alone where the one here is as new, and nothing is said of it', () => {
    const mine = { ...SET, members: [{ registerId: 'gone', pupilId: 'x' }] }
    const { said, taken } = after([SET, YEAR_4, YEAR_5], [mine, YEAR_4, YEAR_5])
    expect(taken).toEqual([])
    expect(said).toEqual({ added: 0, replaced: 0, alreadyHere: 3, lost: { pupils: 0, sets: [] } })
  })
})
