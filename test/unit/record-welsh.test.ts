import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { concernText } from '../../lib/concern/text.ts'
import {
  classMapOf,
  initialsOf,
  overviewOf,
  printModel,
  redacted,
  stripOf,
  toCpomsText,
  toCsv,
  toEventsCsv,
  toJson,
  toOverviewCsv,
  type LessonRecord,
} from '../../lib/record/index.ts'
import { joined } from '../../lib/words/lists.ts'
import { SAMPLE_CONCERN } from '../../components/gallery/sampleConcern.ts'
import { speak } from '../../lib/words/language.ts'
import { readWords } from '../../lib/words/load.ts'
import { wordsText } from '../../scripts/words/files.ts'
import { CLOSED, LessonTale } from '../vectors/lessons/builder.ts'

beforeEach(async () => speak('cy', readWords(await wordsText('cy'))))
afterEach(() => speak('en', new Map()))

const lesson = (): LessonRecord =>
  new LessonTale()
    .prepared()
    .arrives('amelia', 'Amelia Potter')
    .arrives('y', 'Fi yn yr ac')
    .at(5)
    .access(CLOSED)
    .at(9)
    .renames('y', 'Fi yn yr ac', 'Gary Owen')
    .add({ type: 'note', about: 'y', text: 'Roedd Amelia ac Owen yn yr ystafell.' })
    .at(30)
    .ends()
    .record()

const formats: readonly (readonly [string, (record: LessonRecord) => string])[] = [
  ['CSV', toCsv],
  ['events CSV', toEventsCsv],
  ['JSON', toJson],
  ['print', (record) => JSON.stringify(printModel(record))],
  ['CPOMS', toCpomsText],
]

describe('a record in Welsh', () => {
  it('says everything that it says in Welsh', () => {
    const record = lesson()
    expect(toCsv(record)).toMatch(/^\ufeff"Dyddiad","Dosbarth"/u)
    expect(toEventsCsv(record)).toContain('"Daeth i mewn","Amelia Potter"')
    expect(toOverviewCsv(overviewOf([record]))).toContain('"ni welwyd"')
    expect(stripOf(record).spoken).toContain('dim cnoc hwyr')
    expect(classMapOf(overviewOf([record])).months[0]?.name).toBe('Tachwedd')
    const text = toCpomsText(record)
    expect(text).toContain('Newid enw (Gary Owen): Fi yn yr ac → Gary Owen')
    expect(text).toContain('Gwelwyd wedi’i gloi')
    expect(concernText(SAMPLE_CONCERN)).toContain('9 Tachwedd 2026')
    for (const word of [/\bSeen\b/u, /\bnot seen\b/u, /\bMinutes\b/u, /\bLesson (?!Steward)/u])
      for (const written of [text, toCsv(record), JSON.stringify(printModel(record))])
        expect(written).not.toMatch(word)
  })
  it('joins those who stand for one as Welsh does', () => {
    expect(joined(['Tom', 'Amelia', 'Ben'])).toBe('Tom ac Amelia a Ben')
    speak('en', new Map())
    expect(joined(['Tom', 'Amelia', 'Ben'])).toBe('Tom and Amelia and Ben')
  })
  it.each(formats)('leaves no name in the %s where there are initials', (_, write) => {
    const text = write(redacted(lesson(), ['Rhys ac Ifan']))
    for (const name of ['Amelia', 'Potter', 'Gary', 'Owen', 'Rhys', 'Ifan'])
      expect(text).not.toMatch(new RegExp(`\\b${name}\\b`, 'u'))
  })
  it('takes no small word out of a sentence because somebody is called that', () => {
    expect(redacted(lesson(), []).notes[0]?.text).toBe('Roedd A. ac O. yn yr ystafell.')
    expect(initialsOf('Amelia ac Owen')).toBe('A. ac O.')
  })
})
