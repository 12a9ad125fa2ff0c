import { inflateSync } from 'node:zlib'

/** One sheet of a PDF that Chromium wrote. */
export interface Sheet {
  /** In points: "595 × 842" is A4. */
  readonly size: string
  /** Everything written on it, without white space: a PDF has places of glyphs, not spaces and lines. */
  readonly text: string
  /** Every colour that something is written in, as "0 0 0". */
  readonly inks: ReadonlySet<string>
  /** Every colour that an area is filled with. */
  readonly fills: ReadonlySet<string>
}

/**
 * What is on paper, read back from the file itself and not from the page that it was made of. Only as much of the format as Chromium
 * writes: one object after another, streams deflated, fonts with a table of their characters.
 */
export function sheetsOf(pdf: Uint8Array): readonly Sheet[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'))
  return [...objects.values()]
    .filter(({ head }) => /\/Type\s*\/Page\b/u.test(head))
    .map((page) => sheetOf(page, objects))
}

interface Part {
  readonly head: string
  readonly stream: string
}
type Parts = ReadonlyMap<string, Part>

function objectsOf(file: string): Parts {
  const found = [...file.matchAll(/(?:^|\n)(\d+) 0 obj\s(.*?)\nendobj/gsu)]
  return new Map(found.map(([, id = '', body = '']) => [id, partOf(body)]))
}

function partOf(body: string): Part {
  const at = /stream\r?\n/u.exec(body)
  if (at === null) return { head: body, stream: '' }
  const head = body.slice(0, at.index)
  const length = Number(/\/Length (\d+)/u.exec(head)?.[1] ?? '0')
  const from = at.index + at[0].length
  const raw = Buffer.from(body.slice(from, from + length), 'latin1')
  const stream = head.includes('/FlateDecode') ? inflateSync(raw) : raw
  return { head, stream: stream.toString('latin1') }
}

/** The object that `/Key 12 0 R` points to. */
function behind(part: Part | undefined, key: string, parts: Parts): Part | undefined {
  const id = new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(part?.head ?? '')?.[1]
  return id === undefined ? undefined : parts.get(id)
}

function sheetOf(page: Part, parts: Parts): Sheet {
  const [, width = '', height = ''] =
    /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/u.exec(page.head) ?? []
  const resources = behind(page, 'Resources', parts)?.head ?? page.head
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name = '', id = '']) => [
      name,
      charactersOf(behind(parts.get(id), 'ToUnicode', parts)?.stream ?? ''),
    ]),
  )
  const size = `${Math.round(Number(width))} × ${Math.round(Number(height))}`
  return { size, ...written(behind(page, 'Contents', parts)?.stream ?? '', fonts) }
}

/** From the number of a glyph, in four hexadecimal digits, to what it stands for. */
type Characters = ReadonlyMap<string, string>

function charactersOf(table: string): Characters {
  const found = new Map<string, string>()
  const text = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/gu) ?? []).map((one) => Number.parseInt(one, 16)))
  for (const [, lines = ''] of table.matchAll(/beginbfchar(.*?)endbfchar/gsu)) {
    for (const [, glyph = '', hex = ''] of lines.matchAll(/<(\w+)>\s*<(\w+)>/gu))
      found.set(glyph.toUpperCase(), text(hex))
  }
  for (const [, lines = ''] of table.matchAll(/beginbfrange(.*?)endbfrange/gsu)) {
    for (const [, from = '', to = '', hex = ''] of lines.matchAll(
      /<(\w+)>\s*<(\w+)>\s*<(\w+)>/gu,
    )) {
      const start = Number.parseInt(from, 16)
      for (let glyph = start; glyph <= Number.parseInt(to, 16); glyph += 1) {
        const name = glyph.toString(16).padStart(from.length, '0').toUpperCase()
        found.set(name, String.fromCharCode(Number.parseInt(hex, 16) + glyph - start))
      }
    }
  }
  return found
}

const OPERATION =
  /\/(F\d+) [\d.]+ Tf|<(\w*)>(?=[^[\]]*?(?:Tj|TJ))|([\d.]+ [\d.]+ [\d.]+) rg\b|(?:^|\s)(q|Q|f\*?)(?=\s)/gu

function written(content: string, fonts: ReadonlyMap<string, Characters>) {
  let text = ''
  const inks = new Set<string>()
  const fills = new Set<string>()
  const outer: string[] = []
  let colour = '0 0 0'
  let font: Characters = new Map()
  for (const [, name, glyphs, rgb, word] of content.matchAll(OPERATION)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    else if (rgb !== undefined) colour = rgb
    else if (word === 'q') outer.push(colour)
    else if (word === 'Q') colour = outer.pop() ?? '0 0 0'
    else if (word !== undefined) fills.add(colour)
    else {
      inks.add(colour)
      for (const glyph of (glyphs ?? '').match(/.{4}/gu) ?? [])
        text += font.get(glyph.toUpperCase()) ?? ''
    }
  }
  return { text: text.replaceAll(/\s/gu, ''), inks, fills }
}
