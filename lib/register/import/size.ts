import { t } from '../../words/say.ts'

/**
 * What is too much to be a list of people. Such a file is refused with a sentence before it is taken apart: fifty million
 * commas are fifty million cells, and a page that runs out of memory takes what was typed with it.
 */

/** A school's whole list with every contact is some 2 MB. */
export const MOST_BYTES = 60 * 1024 * 1024
export const MOST_LINES = 100_000
const MOST_CELLS = 8_000_000
const LONGEST_LINE = 1_000_000

const count = new Intl.NumberFormat('en-GB')

/** Why a file of so many bytes is not read; undefined where it is. */
export function tooLarge(bytes: number): string | undefined {
  if (bytes <= MOST_BYTES) return undefined
  return t('The file has {n} MB; a list of a whole school has a few. It was not read.', {
    n: count.format(Math.round(bytes / 1024 / 1024)),
  })
}

/** The same by what is in it. */
export function tooMuch(text: string): string | undefined {
  let lines = 1
  let lineFrom = 0
  let longest = 0
  const cells = { ',': 0, ';': 0, '\t': 0, '|': 0 }
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 10:
      case 13:
        // "\r\n" is one end of a line.
        if (text.charCodeAt(at) === 10 && at > 0 && text.charCodeAt(at - 1) === 13) {
          lineFrom = at + 1
          break
        }
        lines += 1
        longest = Math.max(longest, at - lineFrom)
        lineFrom = at + 1
        break
      case 44:
        cells[','] += 1
        break
      case 59:
        cells[';'] += 1
        break
      case 9:
        cells['\t'] += 1
        break
      case 124:
        cells['|'] += 1
        break
      default:
    }
  }
  longest = Math.max(longest, text.length - lineFrom)
  if (lines > MOST_LINES)
    return t(
      'The file has {n} lines; at most {most} can be read. Export fewer classes at a time.',
      { n: count.format(lines), most: count.format(MOST_LINES) },
    )
  if (longest > LONGEST_LINE)
    return t(
      'A line of the file has more than a million letters. This is no list of people; it was not read.',
    )
  if (lines + Math.max(...Object.values(cells)) > MOST_CELLS)
    return t(
      'The file has more than {n} cells. Export fewer columns, or fewer classes at a time.',
      { n: count.format(MOST_CELLS) },
    )
  return undefined
}
