import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AKIN, botIn, looksLike, relationOf, titleOf } from '../../lib/register/names/lists.ts'
import { disguiseOf } from '../../lib/register/names/lookAlike.ts'
import { editDistance, folded, shownKey, tokens } from '../../lib/register/names/text.ts'

const folders = ['names/data/', 'import/data/'].map(
  (name) => new URL(`../../lib/register/${name}`, import.meta.url),
)
const files = folders.flatMap((folder) =>
  readdirSync(folder).map((name) => [name, new URL(name, folder)] as const),
)
const read = (name: string): unknown =>
  JSON.parse(readFileSync(files.find(([file]) => file === name)?.[1] ?? name, 'utf8'))

/** Every text of a list, whatever its shape. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(texts)
  return value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => (key === 'about' ? [] : texts(inner)))
    : []
}

describe('the word lists', () => {
  it.each(files)('%s says what it is and holds no key twice', (_, file) => {
    const text = readFileSync(file, 'utf8')
    const value = JSON.parse(text) as Record<string, unknown>
    expect(typeof value['about']).toBe('string')
    expect(texts(value).every((one) => typeof one === 'string')).toBe(true)
    // JSON.parse keeps the last of two equal keys without a word: count them in the text.
    const keys = (node: unknown): number =>
      node !== null && typeof node === 'object'
        ? (Array.isArray(node) ? 0 : Object.keys(node).length) +
          Object.values(node).reduce<number>((sum, inner) => sum + keys(inner), 0)
        : 0
    expect(text.match(/"(?:[^"\\]|\\.)*"\s*:/g)?.length).toBe(keys(value))
  })

  it.each([
    'honorifics.json',
    'decorations.json',
    'devices.json',
    'nicknames.json',
    'not-names.json',
    'words.json',
    'headers.json',
  ])('%s holds words as they are compared: folded', (name) => {
    expect(texts(read(name)).filter((word) => folded(word) !== word)).toEqual([])
  })

  it('has bots, relations and headings under folded keys', () => {
    const bots = read('bots.json') as {
      anywhere: Record<string, string>
      alone: Record<string, string>
    }
    expect(
      [...Object.keys(bots.anywhere), ...Object.keys(bots.alone)].filter(
        (phrase) => folded(phrase) !== phrase,
      ),
    ).toEqual([])
    for (const [phrase, name] of Object.entries(bots.anywhere))
      expect(botIn(`helen s ${phrase} x`), `${phrase} is ${name}`).toBeDefined()
  })

  it('has a good few hundred nicknames, none of a name for itself and none twice', () => {
    const { nicknames } = read('nicknames.json') as { nicknames: Record<string, string[]> }
    expect(Object.values(nicknames).flat().length).toBeGreaterThan(500)
    for (const [formal, pets] of Object.entries(nicknames)) {
      expect(pets).not.toContain(formal)
      expect(new Set(pets).size, formal).toBe(pets.length)
    }
    expect(AKIN.nicknames.get('millie')?.has('amelia')).toBe(true)
    expect(AKIN.nicknames.get('amelia')?.has('millie')).toBe(true)
    expect(AKIN.variants.get('mohamed')?.has('muhammad')).toBe(true)
  })

  it('turns each look-alike letter into one basic Latin letter or two, and no basic letter is in the list', () => {
    const { about: _about, ...groups } = read('confusables.json') as Record<
      string,
      Record<string, string>
    >
    for (const [letter, like] of Object.values(groups).flatMap((group) => Object.entries(group))) {
      expect(like).toMatch(/^[A-Za-z]{1,2}$/)
      expect(letter).not.toMatch(/^[ -~]+$/)
      expect([...letter]).toHaveLength(1)
      expect(looksLike(letter)).toBe(like)
    }
  })

  it('knows titles and relations', () => {
    expect([titleOf('mrs'), titleOf('mr'), titleOf('dr'), titleOf('potter')]).toEqual([
      'female',
      'male',
      'either',
      undefined,
    ])
    expect([relationOf('mum'), relationOf('taid'), relationOf('potter')]).toEqual([
      'mother',
      'grandfather',
      undefined,
    ])
  })
})

describe('folding', () => {
  it.each([
    ['Łukasz Żółkiewski', 'lukasz zolkiewski'],
    ["Seán O'Brien", 'sean obrien'],
    ['Ŵyn Ŷstad', 'wyn ystad'],
    ['IŞIL yıldız İpek', 'isil yildiz ipek'],
    ['Strauß', 'strauss'],
    ['Søren Þór Đukić', 'soren thor dukic'],
    ['Anne-Marie_Smith.Jones', 'anne marie smith jones'],
    ['Ａｍｅｌｉａ', 'amelia'],
    ['A\u200bme\u00adlia\u202e', 'amelia'],
    ['देव', 'देव'],
    ['Амелия', 'амелия'],
  ])('%j is %j', (text, wanted) => {
    expect(folded(text)).toBe(wanted)
    expect(folded(folded(text))).toBe(wanted)
  })

  it('keeps an alias apart by its letters, not by its case', () => {
    expect(shownKey(' MILLIE  p')).toBe(shownKey('Millie P'))
    expect(shownKey('Аmelia')).not.toBe(shownKey('Amelia'))
    expect(tokens('🦄')).toEqual([])
  })

  it('counts slips, a swap once', () => {
    expect([
      editDistance('potter', 'poter', 2),
      editDistance('ameila', 'amelia', 2),
      editDistance('cohen', 'choen', 1),
      editDistance('young', 'ng', 2),
      editDistance('abcdefgh', 'xbcdefgy', 2),
      editDistance('a', 'a', 0),
    ]).toEqual([1, 1, 1, 3, 2, 0])
  })

  it('sees through letters that only look right', () => {
    expect(disguiseOf('Аmelia')).toEqual({ seeming: 'Amelia', how: 'otherAlphabet' })
    expect(disguiseOf('AmeIia P0tter')).toEqual({ seeming: 'Amelia Potter', how: 'digits' })
    expect(disguiseOf('Ａｍｅｌｉａ')?.how).toBe('styled')
    for (const fine of ['Amelia Potter', 'Zoë', 'AMELIA INNES', 'Isla 4K', 'Y4', 'Amelia 2'])
      expect(disguiseOf(fine)).toBeUndefined()
  })
})
