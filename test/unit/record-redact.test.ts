import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  initialsOf,
  knownNames,
  overviewOf,
  parseRecord,
  printModel,
  redacted,
  toCpomsText,
  toCsv,
  toCsvOfAll,
  toEventsCsv,
  toEventsCsvOfAll,
  toJson,
  toJsonOfAll,
} from '../../lib/record/index.ts'
import type { LessonRecord } from '../../lib/record/types.ts'
import { anyText } from '../vectors/lessons/text.ts'
import type { Register } from '../../lib/register/types.ts'
import {
  CLOSED,
  guardian,
  LessonTale,
  MINUTE,
  pupil,
  TEN,
  YEAR_4,
} from '../vectors/lessons/builder.ts'

const lesson = () =>
  new LessonTale()
    .prepared()
    .at(-3)
    .knocks('k1', 'Amelia Potter')
    .knockGone('k1', 'Amelia Potter')
    .arrives('amelia', 'Amelia Potter')
    .arrives('dev', 'Mrs Shah')
    .at(5)
    .access(CLOSED)
    .at(8)
    .arrives('x', 'Gary')
    .prompts()
    .at(9)
    .renames('x', 'Gary', 'Amelia Potter')
    .prompts()
    .add({
      type: 'chatFlag',
      lineId: 'c1',
      sender: 'Gary',
      kinds: ['phone'],
      masked: 'Amelia, ring 07•••',
    })
    .add({
      type: 'note',
      about: 'dev',
      text: 'Dev said that Potter’s brother was there; =1+1\nEmergency:',
    })
    .add({ type: 'emergency', step: 'dslTold', note: 'Spoke of Zofia.' })
    .add({ type: 'visitorExpected', shown: 'Gary', note: 'Inspector Gary' })
    .ticks('EG-9', 'said to Amelia')
    .at(30)
    .ends()
    .record()

const formats: readonly (readonly [string, (record: LessonRecord) => string])[] = [
  ['CSV', toCsv],
  ['events CSV', toEventsCsv],
  ['JSON', toJson],
  ['print', (record) => JSON.stringify(printModel(record))],
  ['CPOMS', toCpomsText],
  ['CSV of several', (record) => toCsvOfAll([record, record])],
  ['events of several', (record) => toEventsCsvOfAll([record, record])],
  ['JSON of several', (record) => toJsonOfAll([record, record])],
]

describe('initials instead of names', () => {
  it.each(formats)('leave no name in the %s', (_, write) => {
    const text = write(redacted(lesson(), []))
    for (const name of [
      'Amelia',
      'Potter',
      'Dev',
      'Shah',
      'Ben',
      'Okoro',
      'Zofia',
      'Kowalska',
      'Gary',
      'Khan',
      'Sara',
    ])
      expect(text).not.toMatch(new RegExp(`\\b${name}\\b`, 'u'))
    expect(write(lesson())).toContain('Amelia')
  })
  it('keep everything else: times, minutes, answers, and who is who', () => {
    const [plain, covered] = [lesson(), redacted(lesson(), [])]
    expect(covered.people.map((one) => one.minutesPresent)).toEqual(
      plain.people.map((one) => one.minutesPresent),
    )
    expect(covered.people.map((one) => one.name)).toContain('A. P.')
    expect(covered.notes[0]?.text).toBe('D. said that P.’s brother was there; =1+1\nEmergency:')
    expect(covered.people.every((one) => one.personId === undefined)).toBe(true)
    expect(plain.registerId).toBe('y4')
    expect(covered).not.toHaveProperty('registerId')
    expect(parseRecord(toJson(covered))).toHaveProperty('record')
  })
  it('tell two people with the same initials apart', () => {
    const register = { ...YEAR_4, pupils: [pupil('a', 'Ann', 'Price'), pupil('b', 'Alf', 'Poole')] }
    const record = new LessonTale()
      .register(register)
      .prepared()
      .arrives('a', 'Ann Price')
      .arrives('b', 'Alf Poole')
      .add({ type: 'note', about: 'b', text: 'The Anniversary of Ann Price.' })
      .ends()
      .record()
    const covered = redacted(record, [])
    expect(covered.people.map((one) => one.name)).toEqual(['Ms S. K.', 'A. P.', 'A. P. (2)'])
    expect(covered.notes[0]).toMatchObject({
      about: 'A. P. (2)',
      text: 'The Anniversary of A. P..',
    })
  })
  const noted = (names: readonly string[], text: string) => {
    const tale = new LessonTale().register({ ...YEAR_4, pupils: [], staff: [] }).prepared()
    const record = tale.add({ type: 'note', about: '', text }).ends().record()
    return redacted(record, names).notes[0]?.text
  }
  it.each([
    [
      'Zoe was upset; Sian’s mum was there; Chloë too.',
      'Z. was upset; S.’s mum was there; C. too.',
    ],
    ['Zoe\u0308 and ZOE BRENNAN, with Chloë Íves', 'Z. and Z. B., with C. I.'],
    ['OBrien, O’Brien, o`brien and Nia D\u0027Arcy', 'O. B., O. B., O. B. and N. D.'],
    ['Lukasz rang Soren Strauss', 'Ł. rang S. S.'],
    ['Łukasz STRAUẞ', 'Ł. S.'],
  ])(
    'cover a name that is typed without its accents or signs, or with them: %s',
    (text, covered) => {
      const names = ['Zoë Brennan', 'Siân Morgan', 'Chloe Ives', 'Aoife O’Brien', 'Nia DArcy']
      expect(noted([...names, 'Łukasz Strauß', 'Søren Bell'], text)).toBe(covered)
    },
  )
  it.each([
    'Zoey and the Brennans did not go; they do as they’re told, and that’s all.',
    'She was ill, we were well, and he said “I do, to the end”.',
    'Ils étaient là-bas… ½ m², 10 °C, “naïve” résumé ﬁne ™',
    'Mewn ffôn y mae’r môr.',
  ])('leave what is nobody’s name as it is: %s', (text) => {
    const names = ['Zoë Brennan', 'Trần Đỗ', 'Thế Tô', 'I’ll be late', 'I’m Dev’s mum', 'Bei Ân']
    expect(noted(names, text)).toBe(text)
    expect(noted([...names, '\u0301', '`', 'Í', 'E\u0301'], text)).toBe(text)
  })
  it('are made of any name, and never are the name', () => {
    expect(initialsOf('Mrs Zoë Ní Bhriain-O’Neill')).toBe('Mrs Z. N. B. O. N.')
    expect(initialsOf('مريم الحسن')).toBe('م. ا.')
    expect(initialsOf('👩‍👧')).toBe('(no name)')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        for (const word of initialsOf(name).split(' '))
          expect([...word.replaceAll(/[().]/gu, '')].length).toBeLessThan(5)
      }),
    )
  })
  it('come of any name at all, and never fail', () => {
    const name = fc.oneof(
      anyText(60),
      fc.constantFrom('Ann-Marie O’Neil (Guest)', 'a|b', '[x]', '$&', '\\', '^.*$', 'C++', '/'),
    )
    fc.assert(
      fc.property(name, name, (one, other) => {
        const record = new LessonTale()
          .prepared()
          .arrives('x', one)
          .renames('x', one, other)
          .add({ type: 'note', about: 'x', text: `${one} and ${other}` })
          .ends()
          .record()
        const covered = redacted(record, [])
        expect(parseRecord(toJson(covered))).toHaveProperty('record')
        // Whole names of letters are gone from what was written about them.
        for (const each of [one, other])
          if (/^\p{L}{4,}[- ]\p{L}{4,}$/u.test(each))
            expect(covered.notes[0]?.text).not.toContain(each)
      }),
      { numRuns: 200 },
    )
    const marie = new LessonTale()
      .prepared()
      .arrives('x', 'Ann-Marie Okoro-Bell')
      .add({ type: 'note', about: '', text: 'Ann-Marie, or ANN-MARIE OKORO-BELL.' })
      .ends()
      .record()
    expect(redacted(marie, []).notes[0]?.text).toBe('A.-M., or A. M. O. B..')
  })
  it('hide any two-part name in every format', () => {
    const part = fc
      .array(fc.constantFrom(...'bcdfgklmnpqrstvwxz'), { minLength: 4, maxLength: 9 })
      .map((letters) => `Q${letters.join('')}`)
    fc.assert(
      fc.property(part, part, (first, last) => {
        const record = new LessonTale()
          .register({ ...YEAR_4, pupils: [pupil('a', first, last)], name: `1:1 ${first}` })
          .prepared()
          .arrives('a', `${first} ${last}`)
          .add({ type: 'note', about: 'a', text: `${last.toUpperCase()}: ${first}'s dog` })
          .ends()
          .record()
        for (const [, write] of formats) {
          const text = write(redacted(record, [])).toLowerCase()
          expect(text).not.toContain(first.toLowerCase())
          expect(text).not.toContain(last.toLowerCase())
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('initials instead of the names of people who were not in the call', () => {
  const part = fc
    .array(fc.constantFrom(...'bcdfgklmnpqrstvwxz'), { minLength: 4, maxLength: 9 })
    .map((letters) => `Q${letters.join('')}`)
  const names = fc.uniqueArray(part, { minLength: 16, maxLength: 16 })

  it('leave no name of anybody known in any export: register, guardians, staff, contacts, in the call', () => {
    fc.assert(
      fc.property(names, (all) => {
        const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = all
        const [i = '', j = '', k = '', l = '', m = '', n = '', o = '', p = ''] = all.slice(8)
        const register: Register = {
          ...YEAR_4,
          name: `1:1 ${a}`,
          pupils: [
            // A guardian of another surname, and one who goes by the first name only.
            pupil('a', a, b, { guardians: [guardian('Mrs', c, d)], aliases: [`${n} tablet`] }),
            pupil('b', e, f, { guardians: [guardian('', g, h)], preferredName: m }),
          ],
          staff: [
            { id: 'i', firstName: i, lastName: j, title: 'Mr', role: 'teacher', aliases: [] },
          ],
        }
        const contact = `${k} ${l}`
        const record = new LessonTale()
          .register(register)
          .contacts(contact)
          .prepared()
          .add({ type: 'oneToOne', on: true })
          .ticks('EG-36', `Parent ${o}, 18 Nov; head ${p}, 19 Nov`)
          .ticks('EG-38', `spoke with Mrs ${d.toUpperCase()}, ${g} was out`)
          .arrives('a', `${a} ${b}`)
          .arrives('b', `${m} ${f}`)
          .matched('b', 'pupil', 'b')
          .add({ type: 'emergency', step: 'opened', note: '' })
          .add({ type: 'emergency', step: 'dslTold', note: `${contact} (DSL)` })
          .add({ type: 'note', about: 'a', text: `${e} and ${n}’s aunt; Mr ${j} knows` })
          .at(6)
          .ends()
          .record()
        const plain = toJson(record)
        for (const one of [d, l, o]) expect(plain).toContain(one)
        const known = knownNames({ register, contacts: [{ name: contact }] })
        for (const [, write] of formats) {
          const text = write(redacted(record, known)).toLowerCase()
          for (const one of all) expect(text).not.toContain(one.toLowerCase())
        }
        expect(JSON.stringify(overviewOf([record], true, known).lessons)).not.toContain(a)
      }),
      { numRuns: 60 },
    )
  })
  it('say that who agreed to a one-to-one call is left out, and nothing where nobody did', () => {
    const one = () => new LessonTale().prepared().add({ type: 'oneToOne', on: true })
    const agreed = (record: LessonRecord) =>
      redacted(record, []).checks.find((check) => check.clause === 'EG-36')
    expect(agreed(one().ticks('EG-36', 'Mrs Novak; Mr Osei').ends().record())).toMatchObject({
      state: 'confirmed',
      what: '(names left out)',
    })
    expect(agreed(one().ends().record())).toMatchObject({ state: 'todo', what: '' })
    const group = agreed(new LessonTale().prepared().ends().record())
    expect(group?.what).not.toContain('left out')
  })
})

describe('initials instead of whoever else was told in an emergency', () => {
  it('leave the words out that say who, whom no list knows', () => {
    const record = new LessonTale()
      .prepared()
      .add({ type: 'emergency', step: 'otherTold', note: 'Jo Bell, school office' })
      .ends()
      .record()
    const initials = redacted(record, [])
    for (const [, write] of formats) expect(write(initials)).not.toMatch(/Jo Bell|school office/u)
    expect(initials.emergencies[0]?.note).toBe('(names left out)')
    expect(toCpomsText(record)).toContain('not listed as a contact: Jo Bell, school office')
  })
})

describe('the text for CPOMS', () => {
  it('has when, where, who, and what was done with its time', () => {
    const text = toCpomsText(lesson())
    expect(text).toContain('Video lesson: Year 4 Maths, Google Meet abc-defg-hij')
    expect(text).toContain('2026-11-20 09:55 to 2026-11-20 10:30 (35 minutes, planned for 10:00)')
    expect(text).toContain('Staff present:\n- Ms Sara Khan')
    expect(text).toContain('Pupils present (2):\n- Amelia Potter, Dev Shah')
    expect(text).toMatch(/- Ben Okoro: not seen \(not certain\)/)
    expect(text).toContain('10:05 Seen locked')
    expect(text).toContain('10:09 Changed name')
    expect(text).toContain('Emergency:\n- 10:09 Safeguarding lead told: Spoke of Zofia.')
  })
  it('names a concern by its reference, as the log and the page do', () => {
    const record = new LessonTale()
      .prepared()
      .at(12)
      .add({ type: 'concern', ref: 'C-20261120-1012-1' })
      .ends()
      .record()
    expect(toCpomsText(record)).toContain('10:12 Concern written down: C-20261120-1012-1')
    expect(toEventsCsv(record)).toContain('"Concern written down","","C-20261120-1012-1"')
    expect(JSON.stringify(printModel(record).facts)).toContain('C-20261120-1012-1')
  })
  it('lets no note pretend to be a heading of its own', () => {
    const heads = toCpomsText(lesson()).match(/^Emergency:$/gmu)
    expect(heads).toHaveLength(1)
    expect(toCpomsText(lesson())).toContain('=1+1 / Emergency:')
  })
})

describe('several lessons in one file', () => {
  it('stand under one head, and a log says of each row which lesson it is', () => {
    const other = new LessonTale(TEN + 60 * MINUTE).prepared().after(MINUTE).ends().record()
    const csv = toCsvOfAll([lesson(), other])
    expect(csv.match(/"Date","Class"/gu)).toHaveLength(1)
    expect(csv.split('\r\n')).toHaveLength(
      toCsv(lesson()).split('\r\n').length + toCsv(other).split('\r\n').length - 2,
    )
    expect(csv.match(/\ufeff/gu)).toHaveLength(1)
    expect(toEventsCsvOfAll([lesson(), other])).toContain(
      '"Year 4 Maths","2026-11-20 11:00:00","2026-11-20 11:00:00","Lesson began"',
    )
    expect(JSON.parse(toJsonOfAll([lesson(), other]))).toMatchObject({
      schema: 'lesson-steward/records',
      records: [{ sessionId: 's1' }, { sessionId: 's1' }],
    })
  })
})
