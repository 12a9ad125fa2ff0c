import type { Message } from '../../words/catalogue.ts'
import type { Encoding } from './types.ts'

/** Bytes of a file as text, and which encoding they were in. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** The file is no text at all; says what it is instead. */
  readonly notText?: Message
}

const BINARY: Message =
  'This is a binary file, not a list that can be read. Open it in a spreadsheet and save it as “CSV UTF-8”.'
const KNOWN_FILES: readonly (readonly [readonly number[], Message])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is an Excel workbook or a zip file, not a list that can be read. Open it in a spreadsheet and save it as “CSV UTF-8”.',
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'This is an old Excel workbook (.xls), not a list that can be read. Open it in a spreadsheet and save it as “CSV UTF-8”.',
  ],
  [
    [0x25, 0x50, 0x44, 0x46],
    'This is a PDF, not a list that can be read. Open it in a spreadsheet and save it as “CSV UTF-8”.',
  ],
  [
    [0x89, 0x50, 0x4e, 0x47],
    'This is a picture, not a list that can be read. Open it in a spreadsheet and save it as “CSV UTF-8”.',
  ],
  [
    [0xff, 0xd8, 0xff],
    'This is a picture, not a list that can be read. Open it in a spreadsheet and save it as “CSV UTF-8”.',
  ],
]

/**
 * Reads UTF-8 (with or without its mark), UTF-16 (by its mark or by its empty bytes), and what old Windows programs write.
 * Where only some lines are not UTF-8, as after pasting two exports together, each line is read by itself.
 */
export function decode(bytes: Uint8Array): Decoded {
  for (const [magic, what] of KNOWN_FILES) {
    if (magic.every((byte, i) => bytes[i] === byte))
      return { text: '', encoding: 'utf-8', notText: what }
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', bytes.subarray(2))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', bytes.subarray(2))
  const wide = widthByZeros(bytes)
  if (wide !== undefined) return as(wide, bytes)
  const utf8 = strictUtf8(bytes)
  if (utf8 !== undefined) {
    if (utf8.includes('\u0000')) return { text: '', encoding: 'utf-8', notText: BINARY }
    return { text: withoutMark(utf8), encoding: 'utf-8' }
  }
  return lineByLine(bytes)
}

function as(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): Decoded {
  return { text: withoutMark(new TextDecoder(encoding).decode(bytes)), encoding }
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark: in Western text every other byte is empty. */
function widthByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 2000) & ~1
  if (length < 8) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  const half = length / 2
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be'
  return undefined
}

function lineByLine(bytes: Uint8Array): Decoded {
  const windows = new TextDecoder('windows-1252')
  const parts: string[] = []
  let anyUtf8 = false
  let from = 0
  while (from < bytes.length) {
    const end = bytes.indexOf(0x0a, from)
    const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1)
    const utf8 = strictUtf8(line)
    if (utf8 === undefined) parts.push(windows.decode(line))
    else {
      parts.push(utf8)
      if (line.some((byte) => byte > 0x7f)) anyUtf8 = true
    }
    from += line.length
  }
  const text = withoutMark(parts.join(''))
  if (text.includes('\u0000')) return { text: '', encoding: 'windows-1252', notText: BINARY }
  return { text, encoding: anyUtf8 ? 'mixed' : 'windows-1252' }
}
