import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { formatRules, MOST_RULES_TEXT, parsePack, parsePackText } from '../../lib/protocol/pack.ts'
import { packById, PACKS } from '../../lib/protocol/packs/index.ts'
import { CLAUSE_IDS } from '../../lib/protocol/clauses/index.ts'

const combined = packById('combined')
const errorsOf = (input: unknown): readonly string[] => {
  const result = parsePack(input)
  return 'errors' in result ? result.errors.map(({ path, message }) => `${path}: ${message}`) : []
}

describe('packs', () => {
  it.each(PACKS)('$id comes back the same from its own JSON', (pack) => {
    expect(parsePack(JSON.parse(JSON.stringify(pack)))).toEqual({ pack })
  })
  it('cover all clauses between them', () => {
    expect(packById('combined').clauses).toEqual(CLAUSE_IDS)
    expect(
      [...packById('crossways').clauses, ...packById('ernesford-grange').clauses].sort(),
    ).toEqual([...CLAUSE_IDS].sort())
  })
  it('disagree where the two policies do', () => {
    expect(packById('crossways')).toMatchObject({
      cameraRule: 'staffChoice',
      roomFirst: 'cameraOff',
      locks: false,
    })
    expect(packById('ernesford-grange')).toMatchObject({
      cameraRule: 'onToEnter',
      roomFirst: 'askToMove',
      adultsRequired: 2,
      lockAfterMinutes: 5,
    })
  })
  it('fall back to the combined one, so that a lesson always has rules', () => {
    expect(packById('nonsense').id).toBe('combined')
  })
  it('are refused with the place and the reason', () => {
    expect(errorsOf({ ...combined, lockAfterMinutes: 'five' })[0]).toMatch(/^lockAfterMinutes: /)
    expect(errorsOf({ ...combined, clauses: ['CW-1', 'CW-99'] })).toEqual([
      'clauses.1: is no clause that this version knows',
    ])
    expect(errorsOf({ ...combined, clauses: ['CW-1', 'CW-1'] })[0]).toMatch(/twice/)
    expect(
      errorsOf({
        ...combined,
        schoolHours: { ...combined.schoolHours, timeZone: 'Europe/Coventry' },
      })[0],
    ).toMatch(/^schoolHours.timeZone: is no time zone/)
    expect(
      errorsOf({
        ...combined,
        schoolHours: { ...combined.schoolHours, from: '15:30', to: '08:30' },
      })[0],
    ).toMatch(/must end after they begin/)
    expect(
      errorsOf({ ...combined, schoolHours: { ...combined.schoolHours, from: '8.30' } })[0],
    ).toMatch(/^schoolHours.from: must be a time of day/)
    expect(errorsOf({ ...combined, earlyWindowMinutes: { from: 2, to: 5 } })[0]).toMatch(
      /begin before it ends/,
    )
    expect(errorsOf({ ...combined, cameraRul: 'on' })[0]).toMatch(/cameraRul/)
    for (const nothing of [null, undefined, 7, 'x', [], {}])
      expect(errorsOf(nothing).length).toBeGreaterThan(0)
  })
  it('may not contradict themselves', () => {
    expect(errorsOf({ ...combined, cameraRule: 'off' })[0]).toMatch(/contradicts clause EG-27/)
    expect(errorsOf({ ...combined, locks: false })[0]).toMatch(/contradicts clause EG-24/)
    expect(errorsOf({ ...combined, warnBeforeLockMinutes: 9 })[0]).toMatch(/warns before/)
  })
  it.each([
    ['cameraRule', { cameraRule: 'staffChoice' }, /EG-27/],
    ['parentPresence', { parentPresence: 'none' }, /CW-5, CW-6 and EG-28/],
    ['parentPresence', { parentPresence: 'start' }, /CW-5, which wants a parent to stay/],
    ['expectedName', { expectedName: 'pupil' }, /EG-15, which wants parents’ accounts/],
    [
      'parentRecheckMinutes',
      { parentPresence: 'start', parentRecheckMinutes: 10, clauses: ['EG-28'] },
      /need not stay/,
    ],
    ['adultsRequired', { adultsRequired: 1 }, /EG-5/],
    ['presenting', { presenting: 'anyone' }, /EG-31/],
    ['roomFirst', { roomCheck: false, roomFirst: 'cameraOff' }, /never finds anything/],
  ] as const)('say where %s contradicts', (path, change, message) => {
    const [error] = errorsOf({ ...combined, ...change })
    expect(error).toMatch(new RegExp(`^${path}: `))
    expect(error).toMatch(message)
  })
  it('may ask for a parent at the start only, or for the child’s own name, where no clause says otherwise', () => {
    const clauses = combined.clauses.filter((id) => id !== 'CW-5' && id !== 'EG-15')
    expect(
      errorsOf({ ...combined, clauses, parentPresence: 'start', expectedName: 'pupil' }),
    ).toEqual([])
  })
  it('come back from the text of a file, and a damaged file is said', () => {
    for (const pack of PACKS) expect(parsePackText(formatRules(pack))).toEqual({ pack })
    for (const text of ['', '{', 'x'.repeat(MOST_RULES_TEXT + 1)])
      expect('errors' in parsePackText(text)).toBe(true)
  })
  it('are read or refused whole, whatever is in the file', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, value) => {
        for (const read of [parsePackText(text), parsePack(value)])
          expect('errors' in read && read.errors.length > 0).toBe(true)
      }),
    )
  })
  it('tell every reason at once', () => {
    expect(errorsOf({ ...combined, cameraGraceSeconds: -1, retentionDays: -1 })).toHaveLength(2)
  })
})
