import { parseArgs } from 'node:util'

/** How a page can look: a colour scheme, on A4, the system's own high-contrast colours, or ours where more contrast is wished for. */
export const SCHEMES = ['light', 'dark', 'print', 'forced', 'contrast'] as const
export type Scheme = (typeof SCHEMES)[number]

/** A narrow, a usual and a wide side panel, and a page in a window of its own. */
export const WIDTHS: readonly number[] = [320, 360, 420, 1100]

export interface Task {
  /** Beginnings of names ("panel", "record/term"); all pages where it is empty. */
  readonly only: readonly string[]
  readonly schemes: readonly Scheme[]
  readonly widths: readonly number[]
  readonly out: string
}

/** What was asked for, or why it can't be understood. */
export function readArguments(argv: readonly string[]): Task | { readonly problem: string } {
  let values
  try {
    values = parseArgs({
      args: [...argv],
      options: {
        only: { type: 'string', default: '' },
        scheme: { type: 'string', default: 'light,dark,print' },
        width: { type: 'string', default: WIDTHS.join(',') },
        out: { type: 'string', default: 'out/screens' },
      },
    }).values
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
  const list = (text: string): readonly string[] => text.split(',').filter((one) => one !== '')
  const asked = list(values.scheme)
  const schemes = SCHEMES.filter((one) => asked.includes(one))
  if (asked.length === 0 || schemes.length < new Set(asked).size)
    return { problem: `--scheme takes ${SCHEMES.join(', ')}, not "${values.scheme}"` }
  const widths = list(values.width).map(Number)
  if (widths.length === 0 || widths.some((one) => !Number.isInteger(one) || one < 160))
    return { problem: `--width takes whole numbers from 160 on, not "${values.width}"` }
  return { only: list(values.only), schemes, widths, out: values.out }
}

/** "panel" takes every state of the panel, "panel/bed" those that begin so. */
export function isAskedFor(name: string, only: readonly string[]): boolean {
  return (
    only.length === 0 ||
    only.some((one) => (one.includes('/') ? name.startsWith(one) : name.startsWith(`${one}/`)))
  )
}
