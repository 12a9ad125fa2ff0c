import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { STYLE } from '../../components/overlay/style.ts'

const CSS = readFileSync(new URL('../../components/ui/tokens.css', import.meta.url), 'utf8')

type Colour = readonly [number, number, number]

/** The values of one rule by name; `light-dark()` is taken apart by `theme`. */
function tokensOf(selector: string, theme: 0 | 1 = 0): ReadonlyMap<string, string> {
  const start = CSS.indexOf(`\n${selector} {`)
  if (start < 0) throw new Error(`No rule for ${selector}.`)
  const body = CSS.slice(start, CSS.indexOf('\n}', start))
  return new Map(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => {
      const both = /^light-dark\((#\w+), (#\w+)\)$/.exec(value)
      return [name, both?.[theme + 1] ?? value]
    }),
  )
}

function colourOf(tokens: ReadonlyMap<string, string>, name: string): Colour {
  const [, r, g, b] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(tokens.get(name) ?? '') ?? []
  if (r === undefined || g === undefined || b === undefined)
    throw new Error(`--${name} is no plain colour: ${tokens.get(name) ?? 'missing'}`)
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)]
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: Colour, b: Colour): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function luminance([r, g, b]: Colour): number {
  const part = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}

const TEXT = ['ink', 'ink-soft', 'ok', 'check', 'alarm', 'quiet']
/** What alone draws a mark that means something: the edge of a control, a dot, a line or a ring of a picture. */
const MARKS = ['edge', 'focus', 'accent', 'ok', 'ink', 'alarm', 'check-edge', 'alarm-edge']
const GROUNDS = ['paper', 'surface', 'sunken']
const THEMES = [
  ['light', tokensOf(':root', 0)],
  ['dark', tokensOf(':root', 1)],
  ['over a meeting', tokensOf('.over-meeting')],
] as const

describe('the colours', () => {
  it.each(THEMES)('can be read on their surface: %s', (_, tokens) => {
    const on = (surface: string, name: string) =>
      contrast(colourOf(tokens, name), colourOf(tokens, surface))
    for (const name of TEXT) expect(on('surface', name), name).toBeGreaterThanOrEqual(4.5)
    expect(on('sunken', 'ink')).toBeGreaterThanOrEqual(4.5)
    expect(on('accent', 'on-accent')).toBeGreaterThanOrEqual(4.5)
    expect(on('accent-strong', 'on-accent')).toBeGreaterThanOrEqual(4.5)
    expect(on('surface', 'edge')).toBeGreaterThanOrEqual(3)
    expect(on('surface', 'focus')).toBeGreaterThanOrEqual(3)
  })

  it.each(THEMES.slice(0, 2))('of marks can be told from every ground: %s', (_, tokens) => {
    for (const ground of GROUNDS)
      for (const name of MARKS)
        expect(
          contrast(colourOf(tokens, name), colourOf(tokens, ground)),
          `${name} on ${ground}`,
        ).toBeGreaterThanOrEqual(3)
  })

  it('of the overlay are tokens and nothing else, each of which there is', () => {
    expect(STYLE.match(/#[\da-f]{3,8}\b|rgba?\(|hsla?\(/gi) ?? []).toEqual([])
    const tokens = tokensOf('.over-meeting')
    const used = new Set([...STYLE.matchAll(/var\(--([\w-]+)\)/g)].map(([, name = '']) => name))
    expect([...used].filter((name) => !tokens.has(name))).toEqual([])
    expect(used.size).toBeGreaterThan(10)
  })
})
