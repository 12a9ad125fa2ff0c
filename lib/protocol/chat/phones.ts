import { all } from './hit.ts'
import type { Hit } from './hit.ts'

/**
 * Digits with the usual separators between them. Which part of them is a phone number is looked for inside. A comma or a stroke
 * counts only between single digits ("0,7,7,0,…"): "12, 24, 36" is a times table.
 */
const DIGIT_RUN = /(?<![\p{L}\d=*×÷])(?:\+|\(\+)?\(?\d(?:[ .()-]{0,3}\d){8,39}(?![\d=])/giu
const DIGIT_BY_DIGIT = /(?<![\p{L}\d=*×÷])\d(?: ?[,/_|*~:;] ?\d){9,12}(?![\d=])/giu

/** EG-14: phone numbers in a line, also with letters for digits ("O77OO 9ooI23"). */
export function phoneHits(line: string): readonly Hit[] {
  const digits = withDigits(line)
  const single = all(digits, DIGIT_BY_DIGIT, 'phone').filter((hit) =>
    isPhone(digits.slice(hit.from, hit.to)),
  )
  return [...runHits(digits), ...single]
}

/** The letters that pass for 0 and 1 as those digits, where they stand in no word. As long as the line, so that places stay. */
function withDigits(line: string): string {
  return line.replace(/(?<!\p{L})[oil]+(?!\p{L})/giu, (letters) =>
    letters.replace(/o/giu, '0').replace(/[il]/giu, '1'),
  )
}

function runHits(line: string): readonly Hit[] {
  return all(line, DIGIT_RUN, 'phone').flatMap((run) => {
    const text = line.slice(run.from, run.to)
    // A decimal fraction and a list of counting numbers are full of digits, too.
    if (/^\d+\.\d+$/u.test(text)) return []
    const found = phoneWithin(text)
    return found === undefined
      ? []
      : [{ kind: 'phone' as const, from: run.from + found.from, to: run.from + found.to }]
  })
}

/** The longest stretch of whole groups of digits that is a phone number: "my 2 numbers: 5 07700 900123". */
function phoneWithin(text: string): { from: number; to: number } | undefined {
  const groups = [...text.matchAll(/\(?\+?\(?\d+/gu)].map((one) => ({
    from: one.index,
    to: one.index + one[0].length,
  }))
  for (let first = 0; first < groups.length; first += 1) {
    for (let last = groups.length - 1; last >= first; last -= 1) {
      const from = groups[first]?.from ?? 0
      const to = groups[last]?.to ?? text.length
      const part = text.slice(from, to)
      if (isPhone(part) && !isList(part)) return { from, to }
    }
  }
  return undefined
}

/** "0 1 1 2 3 5 8 13" and "01 02 03 04 05": numbers of a lesson that only grow. */
function isList(part: string): boolean {
  const numbers = part.split(/\D+/u).filter(Boolean).map(Number)
  return (
    numbers.length >= 5 && numbers.every((one, at) => at === 0 || one >= (numbers[at - 1] ?? 0))
  )
}

/** UK numbers: 07… mobiles, 01/02/03/08 lines, +44 and 0044, each with the right number of digits. Other countries with "+". */
export function isPhone(shown: string): boolean {
  const digits = shown.replace(/\D/gu, '')
  const plus = /^\(?\+/u.test(shown)
  if (plus && !digits.startsWith('44')) return digits.length >= 9 && digits.length <= 15
  const national =
    plus || digits.startsWith('0044')
      ? digits.replace(/^(?:00)?440?/u, '0')
      : /^44[1-37]\d{9}$/u.test(digits)
        ? `0${digits.slice(2)}`
        : digits
  if (isCounting(national)) return false
  return /^0(?:7\d{9}|[123]\d{8,9}|8\d{8,9})$/u.test(national)
}

/** "0123456789" and the last digits of a times table ("0 7 4 1 8 5 2 9 6 3 0"): each one so much on from the one before. */
function isCounting(digits: string): boolean {
  const step = (at: number) => (Number(digits[at]) - Number(digits[at - 1]) + 10) % 10
  return [...digits].every((_, at) => at === 0 || step(at) === step(1))
}
