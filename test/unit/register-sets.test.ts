import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyClasses,
  exportRegisters,
  exportSet,
  idsFromNames,
  membersFrom,
  previewImport,
  setsOf,
  storedFrom,
  withSets,
} from '../../lib/register/index.ts'
import type { Register } from '../../lib/register/index.ts'
import { parseRegister } from '../../lib/register/schema.ts'
import { T0, deskAt, meetingTab, nextView, pupil } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'

const khan = { firstName: 'Aisha', lastName: 'Khan', title: 'Ms', role: 'teacher', aliases: [] }
const bell = { firstName: 'Tom', lastName: 'Bell', title: 'Mr', role: 'TA', aliases: [] }
const class4: Register = {
  id: 'c4',
  name: '4K',
  // Both classes use one id for two children, as ids made from names do.
  pupils: [pupil('p1', 'Ella', 'Green'), pupil('p2', 'Dev', 'Shah')],
  staff: [{ id: 's1', ...khan }],
  updatedAt: 1,
}
const class5: Register = {
  id: 'c5',
  name: '5B',
  pupils: [pupil('p1', 'Ella', 'Green'), pupil('p9', 'Mei', 'Ng')],
  staff: [
    { id: 's1', ...khan },
    { id: 's2', ...bell },
  ],
  updatedAt: 1,
}
const maths: Register = {
  id: 'maths2',
  name: 'Maths set 2',
  pupils: [],
  staff: [{ id: 'own', ...khan }],
  members: [
    { registerId: 'c4', pupilId: 'p2' },
    { registerId: 'c5', pupilId: 'p1' },
    { registerId: 'c5', pupilId: 'gone' },
    { registerId: 'deleted', pupilId: 'p1' },
  ],
  updatedAt: 1,
}
const all = [class4, class5, maths]
const named = (register: Register | undefined) =>
  register?.pupils.map((one) => `${one.firstName} ${one.lastName}`)

describe('a set across classes', () => {
  it('has the pupils of its classes and never two people of one id', () => {
    const set = withSets(all)[2]
    expect(set?.pupils.map((one) => [one.id, one.firstName])).toEqual([
      ['c4/p2', 'Dev'],
      ['c5/p1', 'Ella'],
    ])
    // Who teaches both classes and the set is one person.
    expect(set?.staff.map((one) => one.id)).toEqual(['own', 'c5/s2'])
  })

  it('follows its classes and leaves them alone', () => {
    const consented = { ...class4, pupils: [pupil('p2', 'Dev', 'Shah', { consentVideo: 'no' })] }
    expect(withSets([consented, class5, maths])[2]?.pupils[0]?.consentVideo).toBe('no')
    expect(withSets(all)[0]).toBe(class4)
    expect(withSets([class4])[0]).toBe(class4)
    const archived = { ...class5, archivedAt: 9 }
    expect(named(withSets([class4, archived, maths])[2])).toEqual(['Dev Shah', 'Ella Green'])
  })

  it('gives what a lesson learnt back to the class that lent the pupil, and nothing else', () => {
    const set = withSets(all)[2]
    if (set === undefined) throw new Error('no set')
    expect(storedFrom(all, set)).toEqual([])
    const taught = {
      ...set,
      pupils: set.pupils.map((one) =>
        one.id === 'c5/p1' ? { ...one, aliases: ['ella’s tablet'] } : one,
      ),
    }
    const [only, ...others] = storedFrom(all, taught)
    expect(others).toEqual([])
    expect(only).toEqual({
      ...class5,
      pupils: [pupil('p1', 'Ella', 'Green', { aliases: ['ella’s tablet'] }), class5.pupils[1]],
    })
    expect(storedFrom(all, class4)).toEqual([class4])
  })

  it('is a valid register only without pupils of its own', () => {
    expect(parseRegister(maths).ok).toBe(true)
    expect(parseRegister({ ...class4, archivedAt: 5 }).ok).toBe(true)
    expect(parseRegister({ ...maths, pupils: class4.pupils })).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/A set refers/) as string,
    })
  })

  it('is named where a class that lends pupils would be deleted', () => {
    expect(setsOf(all, 'c5')).toEqual([{ set: maths, pupils: 2 }])
    expect(setsOf(all, 'maths2')).toEqual([])
  })
})

describe('a list read as a set', () => {
  it('finds pupils by id, by class and name, or by a name that is there once', () => {
    const list = 'Name,Class\nElla Green,4K\nMei Ng,\nDev Shah,9Z\nNobody Here,4K\nElla Green,\n'
    const result = membersFrom(previewImport(list), maths, all, idsFromNames())
    expect(result.added.map((one) => [one.line, one.id])).toEqual([
      [2, 'c4/p1'],
      [3, 'c5/p9'],
    ])
    expect(result.unchanged.map((one) => one.name)).toEqual(['Dev Shah'])
    expect(result.missing.map((one) => one.id)).toEqual(['c5/p1'])
    expect(result.notFound).toEqual([{ line: 5, name: 'Nobody Here', why: 'is in no class here' }])
    expect(result.register.pupils).toEqual([])
    const named = membersFrom(
      previewImport('Name\nElla Green\n'),
      { ...maths, members: [] },
      all,
      idsFromNames(),
    )
    expect(named.notFound).toEqual([
      { line: 2, name: 'Ella Green', why: 'is in 2 classes; tick by hand' },
    ])
    const strict = membersFrom(
      previewImport('Name,Class\nMei Ng,5B\n'),
      maths,
      all,
      idsFromNames(),
      {
        removeMissing: true,
      },
    )
    expect(strict.register.members).toEqual([{ registerId: 'c5', pupilId: 'p9' }])
  })
})

describe('round trips', () => {
  const word = fc.constantFrom('Ella', 'Dev', 'Mei', 'Ó Briain', '=x', "D'Arcy", 'Nia-Mae', 'a,b')
  const pupils = (prefix: string) =>
    fc
      .array(
        fc.record({
          firstName: word,
          lastName: word,
          consentVideo: fc.constantFrom('yes', 'no', 'unknown'),
        }),
        { minLength: 1, maxLength: 6 },
      )
      .map((list) =>
        list.map((one, i) => pupil(`${prefix}${i}`, one.firstName, one.lastName, { ...one })),
      )
  const classes = fc.tuple(pupils('p'), pupils('p')).map(([a, b]): Register[] => [
    { ...class4, pupils: a },
    { ...class5, pupils: b },
  ])

  it('several classes in one file come back as they were', () => {
    fc.assert(
      fc.property(classes, (registers) => {
        const preview = previewImport(exportRegisters(registers))
        const again = applyClasses(preview, registers, idsFromNames())
        expect(again.map((one) => one.register)).toEqual(registers)
        expect(again.flatMap((one) => [...one.added, ...one.changed, ...one.missing])).toEqual([])
        const fresh = applyClasses(preview, [], idsFromNames())
        expect(
          fresh.map(({ register: { name, pupils, staff } }) => ({ name, pupils, staff })),
        ).toEqual(registers.map(({ name, pupils, staff }) => ({ name, pupils, staff })))
      }),
      { numRuns: 200 },
    )
  })

  it('a set comes back with the same members', () => {
    fc.assert(
      fc.property(classes, fc.array(fc.nat(11), { maxLength: 12 }), (registers, picks) => {
        const everyone = registers.flatMap((one) =>
          one.pupils.map((each) => ({ registerId: one.id, pupilId: each.id })),
        )
        const members = everyone.filter((_, at) => picks.includes(at))
        fc.pre(members.length > 0)
        const set = { ...maths, members }
        const preview = previewImport(exportSet(set, [...registers, set]))
        const empty = { ...maths, members: [], staff: [] }
        const back = membersFrom(preview, empty, registers, idsFromNames())
        expect(back.notFound).toEqual([])
        expect(back.register.members).toEqual(members)
        expect(back.register.staff).toEqual(set.staff)
      }),
      { numRuns: 200 },
    )
  })

  it('a class of an old name gets no id that is taken, and a set or what is put away is never written to', () => {
    const ids = idsFromNames()
    const [first] = applyClasses(previewImport('Name,Class\nMei Ng,4K\n'), [], ids)
    if (first === undefined) throw new Error('no class')
    const renamed = { ...first.register, name: '5K' }
    const setOfThatName = { ...maths, name: '4K' }
    const away = { ...class4, archivedAt: 3 }
    const [next] = applyClasses(
      previewImport('Name,Class\nMei Ng,4K\nNo Class,\n'),
      [renamed, setOfThatName, away],
      idsFromNames(),
    )
    expect(next?.register.name).toBe('4K')
    expect([renamed.id, setOfThatName.id, away.id]).not.toContain(next?.register.id)
    expect(named(next?.register)).toEqual(['Mei Ng'])
  })
})

describe('a lesson with a set', () => {
  it('knows its pupils, names it in the record, and teaches the class of the pupil', async () => {
    const { desk } = deskAt()
    const tab = meetingTab(desk)
    await desk.fromPage('saveRegister', { register: class4 })
    await desk.fromPage('saveRegister', { register: class5 })
    await desk.fromPage('saveRegister', { register: maths })
    const teacher = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
    await tab.observe(observation([teacher]))
    await desk.fromPage('chooseClass', { registerId: 'maths2', packId: 'combined' })
    await tab.observe(
      observation([
        teacher,
        participant('a', 'Dev Shah'),
        participant('b', 'tablet 7'),
        participant('c', 'Tom Bell'),
      ]),
    )
    const view = await nextView(desk)
    expect(view.registers.find((one) => one.id === 'maths2')).toEqual({
      id: 'maths2',
      name: 'Maths set 2',
      pupils: 2,
      isSet: true,
    })
    expect(view.people.find((row) => row.participantId === 'a')?.kind).toBe('pupil')
    expect(view.people.find((row) => row.participantId === 'c')?.kind).toBe('staff')
    await desk.fromPage('fixMatch', { shown: 'tablet 7', registerPersonId: 'c5/p1' })
    const stored = await desk.fromPage('registers', {})
    expect(stored.find((one) => one.id === 'c5')?.pupils[0]?.aliases).toEqual(['tablet 7'])
    expect(stored.find((one) => one.id === 'maths2')?.pupils).toEqual([])
    await desk.fromPage('endSession', {})
    const sessions = await desk.fromPage('sessions', {})
    const sessionId = sessions[0]?.sessionId ?? ''
    // What is changed afterwards does not change the record of the lesson that was.
    await desk.fromPage('deleteRegister', { registerId: 'c5' })
    const record = JSON.stringify(await desk.fromPage('record', { sessionId }))
    expect(record).toContain('Maths set 2')
    expect(record).toContain('Ella Green')
  })

  it('offers no class that is put away, except to the lesson that is held with it', async () => {
    const { desk } = deskAt()
    const tab = meetingTab(desk)
    await desk.fromPage('saveRegister', { register: { ...class4, archivedAt: T0 } })
    const offered = async () => (await nextView(desk)).registers.map((one) => one.id)
    await tab.observe(observation([participant('self', 'Aisha Khan', { isSelf: true })]))
    expect(await offered()).toEqual(['year4'])
    await desk.fromPage('chooseClass', { registerId: 'c4', packId: 'combined' })
    expect((await offered()).toSorted()).toEqual(['c4', 'year4'])
  })
})
