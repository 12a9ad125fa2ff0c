import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concernOf, emptyFields, fieldsOf } from '../../components/concern/draft.ts'
import { whoToTell } from '../../lib/concern/tell.ts'
import { missingFrom } from '../../lib/concern/check.ts'
import { concernDraft } from '../../lib/concern/schema.ts'
import { concernParts, concernRef, concernText } from '../../lib/concern/text.ts'
import { SAMPLE_CONCERN } from '../../components/gallery/sampleConcern.ts'

const NOW = new Date(2026, 10, 9, 10, 41).getTime()
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

describe('a concern', () => {
  it('is written facts first, their own words quoted, opinion last and called so', () => {
    const titles = concernParts(SAMPLE_CONCERN).map((one) => one.title)
    expect(titles.indexOf('What I saw and heard (facts)')).toBeLessThan(
      titles.indexOf('What I think (opinion)'),
    )
    expect(titles.at(-1)).toBe('What I think (opinion)')
    const text = concernText(SAMPLE_CONCERN)
    expect(text).toContain('“I don’t want to go home after.”')
    expect(text).toContain('9 November 2026, ')
    expect(text).toContain('Helen Marsh, designated safeguarding lead')
  })
  it('leaves out what is empty, and says that nobody was told', () => {
    const bare = { ...SAMPLE_CONCERN, opinion: ' ', present: '', words: '', told: '' }
    const text = concernText(bare)
    expect(text).not.toMatch(/opinion|Who was there|own words/)
    expect(text).toContain('Nobody yet.')
  })
  it('about staff goes to the headteacher, about the headteacher to the chair of governors', () => {
    expect(whoToTell('conductOfStaff')).toMatch(/headteacher first.*chair of governors/)
    expect(whoToTell('disclosure')).toMatch(/safeguarding lead/)
    const text = concernText({ ...SAMPLE_CONCERN, category: 'conductOfStaff' })
    expect(text).toContain(
      'For\nThe headteacher; if it is about the headteacher, the chair of governors',
    )
    expect(concernText(SAMPLE_CONCERN)).not.toContain('headteacher')
  })
  it('says on paper that it was changed, and when', () => {
    expect(concernText(SAMPLE_CONCERN)).not.toContain('changed')
    const changedAt = SAMPLE_CONCERN.at + 86_400_000
    expect(concernText({ ...SAMPLE_CONCERN, changedAt })).toContain(
      'It was last changed on 10 November 2026, 10:41',
    )
  })
  it('says the day on which they were told, which may be another one', () => {
    const full = { ...emptyFields(NOW, zone), writer: 'S', about: 'D', facts: 'f', told: 'H' }
    const next = concernOf({ ...full, toldDay: '2026-11-10', toldTime: '08:15' })
    expect('concern' in next && next.concern.toldAt).toBe(new Date(2026, 10, 10, 8, 15).getTime())
    expect(concernOf({ ...full, toldDay: '', toldTime: '08:15' })).toEqual({
      missing: ['on which day they were told'],
    })
    const untold = concernOf(full)
    expect('concern' in untold && untold.concern).not.toHaveProperty('toldAt')
    const later = { ...SAMPLE_CONCERN, timeZone: zone, toldAt: NOW + 86_400_000 }
    const again = concernOf(fieldsOf(later))
    expect('concern' in again && again.concern.toldAt).toBe(later.toldAt)
  })
  it('has a reference that names nobody', () => {
    const at = Date.UTC(2026, 10, 20, 10, 5)
    expect(concernRef(at, 'Europe/London', ['a', 'b'])).toBe('C-20261120-1005-3')
    const taken = ['C-20261120-1005-2', 'C-20261120-1005-3']
    expect(concernRef(at, 'Europe/London', taken)).toBe('C-20261120-1005-4')
  })
  it('says what it can’t do without', () => {
    expect(missingFrom({ writer: '', about: ' ', words: '', facts: '' })).toEqual([
      'who writes this',
      'whom it is about',
      'what was said, seen or heard',
    ])
    expect(missingFrom({ writer: 'S', about: 'D', words: 'x', facts: '' })).toEqual([])
  })
  it('comes back from its own form', () => {
    const local = { ...SAMPLE_CONCERN, timeZone: zone }
    const read = concernOf(fieldsOf(local))
    const { ref: _ref, at: _at, ...rest } = local
    expect(read).toEqual({ concern: rest })
  })
  it('is not kept without a day or time, and takes any text as it is', () => {
    const full = { ...emptyFields(NOW, zone), writer: 'S', about: 'D', facts: 'f' }
    expect(concernOf({ ...full, day: '' })).toEqual({ missing: ['when it was'] })
    expect(concernOf({ ...full, time: 'soon' })).toEqual({ missing: ['when it was'] })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const read = concernOf({ ...full, words: text, opinion: text })
        expect('concern' in read && concernDraft.safeParse(read.concern).success).toBe(true)
        if ('concern' in read) expect(read.concern.words).toBe(text)
      }),
    )
  })
})
