import { afterEach, describe, expect, it } from 'vitest'
import { FORMS } from '../../lib/words/catalogue.ts'
import { longDate, plainDate, shortDate } from '../../lib/words/dates.ts'
import { languageOf, speak } from '../../lib/words/language.ts'
import { listed } from '../../lib/words/lists.ts'
import { readMeetingWords, readWords } from '../../lib/words/load.ts'
import { tn, tOf } from '../../lib/words/say.ts'
import { meetingWords, startSpeaking } from '../../lib/words/start.ts'
import { wordsFiles, wordsText } from '../../scripts/words/files.ts'
import { filesIn, textOf } from '../support/sources.ts'

afterEach(() => speak('en', new Map()))

const gaps = (text: string) => (text.match(/\{\w+\}/gu) ?? []).toSorted()
const formsOf = (welsh: string | Readonly<Record<string, string>>) =>
  typeof welsh === 'string' ? [welsh] : Object.values(welsh)

describe('the Welsh words', async () => {
  const files = await wordsFiles('cy')
  const all = files.flatMap(({ part, words }) =>
    Object.entries(words).map(([english, welsh]) => ({ part, english, welsh })),
  )

  it('have the same gaps as the English', () => {
    const wrong = all.filter(({ english, welsh }) => {
      const wanted = new Set(english.split('|').flatMap(gaps))
      return formsOf(welsh).some((form) => {
        const has = new Set(gaps(form))
        // A form for one may leave out the number ("yr unig ddisgybl").
        return (
          [...has].some((gap) => !wanted.has(gap)) ||
          [...wanted].some((gap) => gap !== '{n}' && !has.has(gap))
        )
      })
    })
    expect(wrong).toEqual([])
  })
  it('have every form of a number where there is one, and no empty sentence', () => {
    for (const { english, welsh } of all) {
      expect(typeof welsh === 'object', english).toBe(english.includes('|'))
      if (typeof welsh === 'object') expect(Object.keys(welsh), english).toEqual([...FORMS])
      for (const form of formsOf(welsh)) expect(form.trim(), english).not.toBe('')
    }
  })
  it('say the same wherever a sentence stands in two files', () => {
    const first = new Map<string, string>()
    for (const { english, welsh } of all) {
      const text = JSON.stringify(welsh)
      expect(first.get(english) ?? text, english).toBe(text)
      first.set(english, text)
    }
  })
  it('are all used: each English sentence stands in the code', async () => {
    const files = await filesIn(['lib', 'components', 'entrypoints'])
    const text = (await Promise.all(files.map(textOf))).join('\n')
    const unused = all.filter(
      ({ english }) =>
        !text.includes(english) && !text.includes(english.replaceAll("'", String.raw`\'`)),
    )
    expect(unused.map(({ part, english }) => `${part}: ${english}`)).toEqual([])
  })
  it('can be read as they are shipped', async () => {
    const sentences = new Set(all.map(({ english }) => english))
    expect(new Set(readWords(await wordsText('cy')).keys())).toEqual(sentences)
  })
  it('go to a meeting page only as far as it says something by itself', async () => {
    const told = Object.keys(readMeetingWords(await wordsText('cy')))
    const parts = ['overlay', 'platforms', 'ui', 'prompts']
    const wanted = all.filter(({ part }) => parts.includes(part)).map(({ english }) => english)
    expect(new Set(told)).toEqual(new Set(wanted))
    expect(told).toContain('Make this message small')
  })
})

describe('a sentence', () => {
  const AT = Date.UTC(2026, 10, 9, 10, 5)
  it('is said in English as it stands', () => {
    expect(tn('{list} and {n} more|{list} and {n} more', 2, { list: 'Ann' })).toBe('Ann and 2 more')
    expect(listed(['Amelia', 'Dev', 'Ben'])).toBe('Amelia, Dev and Ben')
    expect(longDate(AT, 'Europe/London')).toBe('Monday 9 November 2026')
    expect(shortDate(AT, 'Europe/London')).toBe('Mon 9 Nov')
    expect(plainDate(AT, 'Europe/London')).toBe('9 November 2026')
  })
  it('is said in Welsh, by the number, with its dates and its two words for “and”', async () => {
    speak('cy', readWords(await wordsText('cy')))
    expect(listed(['Amelia', 'Dev', 'Owain'])).toBe('Amelia, Dev ac Owain')
    expect(listed(['Owain', 'Dev'])).toBe('Owain a Dev')
    expect(longDate(AT, 'Europe/London')).toBe('Dydd Llun 9 Tachwedd 2026')
    expect(shortDate(AT, 'Europe/London')).toBe('Llun 9 Tach')
    expect(plainDate(AT, 'Europe/London')).toBe('9 Tachwedd 2026')
    // The zone decides the day.
    expect(shortDate(Date.UTC(2026, 5, 30, 23, 30), 'Europe/London')).toBe('Merch 1 Gorff')
  })
  it('takes the form of its number', () => {
    const forms = { zero: 'dim', one: 'un', two: 'dau', few: 'tri', many: 'chwech', other: '{n}' }
    speak('cy', new Map([['{list} and {n} more|{list} and {n} more', forms]]))
    const said = [0, 1, 2, 3, 6, 7].map((n) =>
      tn('{list} and {n} more|{list} and {n} more', n, { list: '' }),
    )
    expect(said).toEqual(['dim', 'un', 'dau', 'tri', 'chwech', '7'])
  })
  it('is said in English where the language has no words for it, and keeps what is in braces but no gap', () => {
    speak('cy', new Map())
    expect(tOf('Settings', {})).toBe('Settings')
    expect(tOf('{who} and {what}' as never, { who: '{what}' })).toBe('{what} and {what}')
  })
})

describe('the language', () => {
  it('is the one that was chosen, else the dearest of the browser’s that we have', () => {
    expect(languageOf('cy', ['en'])).toBe('cy')
    expect(languageOf('browser', ['fr', 'cy-GB', 'en'])).toBe('cy')
    expect(languageOf('browser', ['en-US', 'cy'])).toBe('en')
    expect(languageOf('browser', ['fr'])).toBe('en')
  })
  const read = (text: string) => () => Promise.resolve(readWords(text))
  const readForMeeting = (text: string) => () =>
    Promise.resolve().then(() => readMeetingWords(text))
  it('is English where its words can’t be read', async () => {
    const broken = () =>
      Promise.resolve().then(() => readWords('{ "parts": { "ui": { "Settings": 3 } } }'))
    expect(await startSpeaking('cy', [], broken)).toBe('en')
    expect(await startSpeaking('cy', [], () => Promise.reject(new Error('no file')))).toBe('en')
    expect(await startSpeaking('cy', [], read('{ "parts": {} }'))).toBe('cy')
  })
  it('of a meeting page is English where its words can’t be read, and needs no file there', async () => {
    expect(await meetingWords('cy', readForMeeting('[]'))).toEqual({ language: 'en', words: {} })
    expect(await meetingWords('en', readForMeeting('[]'))).toEqual({ language: 'en', words: {} })
    const found = readForMeeting('{ "parts": { "ui": { "a": "b" }, "misc": { "c": "d" } } }')
    expect(await meetingWords('cy', found)).toEqual({ language: 'cy', words: { a: 'b' } })
  })
})
