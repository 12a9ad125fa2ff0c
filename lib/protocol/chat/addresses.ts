import { all } from './hit.ts'
import type { Hit } from './hit.ts'

/** A full postcode; the letters C, I, K, M, O and V never stand in its second half. */
const POSTCODE =
  /\b(?:[A-PR-UWYZ]\d[\dA-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y]\d[\dABEHMNPRV-Y]?) ?\d[ABD-HJLNP-UW-Z]{2}\b/giu
/** These name a street and nothing else; the others ("walk", "way", "close") are everyday words as well. */
const ONLY_STREETS = 'street|road|rd|avenue|ave|lane|crescent|terrace|mews'
const STREET_TYPE = `${ONLY_STREETS}|st|close|drive|gardens|grove|court|way|walk|hill|row|place|square`
const STREET = new RegExp(
  `(?<![\\d.,:/] ?)\\b\\d{1,4}[a-z]?,? (?:[\\p{L}][\\p{L}'’.-]{1,24} ){1,3}(?:${STREET_TYPE})\\b`,
  'giu',
)
/** "flat 3, 12 high street", "apartment 4b the old mill lane": somebody's door. */
const FLAT = new RegExp(
  `\\b(?:flat|apartment|apt) (?:no\\.? ?)?\\d{1,4}[a-z]?,? (?:\\d{1,4}[a-z]?,? )?(?:[\\p{L}][\\p{L}'’.-]{1,24} ){1,3}(?:${STREET_TYPE})\\b`,
  'giu',
)
/** "12 high street", and nothing before it but "its", "at", "I'm at". */
const STREET_ALONE = new RegExp(
  `^(?:(?:its|it['’]s|im|i['’]m|i am|at|no\\.?|number|mine is) ){0,3}\\d{1,4}[a-z]?,? (?:[\\p{L}][\\p{L}'’.-]{1,24} ){1,2}(?:${ONLY_STREETS})(?=$|[.,!?;])`,
  'giu',
)
/** "12 cars per street", "1 way street", "3 mile road" are sums and signs. */
const COUNTED = new Set(
  'a an the of in on per for from to down up along across each every this that his her our my way lane lanes mile miles km metre metres meter long wide big small busy cars bikes buses people houses children'.split(
    ' ',
  ),
)
/** "4 people walk": with small letters a street is only one where somebody speaks of home. */
const OF_HOME = /\b(?:liv(?:e|es|ing)|address|my house|our house|come (?:to|round)|moved? to)\b/iu

/** EG-14: postal addresses in the United Kingdom. */
export function addressHits(line: string): readonly Hit[] {
  const postcodes = all(line, POSTCODE, 'address').filter(
    (hit) => !/\d(?:st|nd|rd|th)$/u.test(line.slice(hit.from, hit.to)),
  )
  const streets = all(line, STREET, 'address').filter((hit) => {
    const words = line.slice(hit.from, hit.to).split(' ').slice(1)
    return words.every((word) => /^\p{Lu}/u.test(word)) || OF_HOME.test(line.slice(0, hit.from))
  })
  const alone = all(line, STREET_ALONE, 'address').filter(
    (hit) =>
      !line
        .slice(hit.from, hit.to)
        .replace(/^.*?\d+[a-z]?,? /iu, '')
        .split(' ')
        .slice(0, -1)
        .some((word) => COUNTED.has(word.toLowerCase())),
  )
  return [...postcodes, ...streets, ...all(line, FLAT, 'address'), ...alone]
}
