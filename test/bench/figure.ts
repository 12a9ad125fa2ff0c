/** One line of the bench: what was measured, against which budget (design §10), and what stands beside it in the same run. */
export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: 'ms' | '%' | 'MB' | 's'
  /** At most this, in the same unit. Absent: told without a promise. */
  readonly budget?: number
  /** Measured in the same run by the same means, so that a busy or slow computer shows in both. */
  readonly baseline?: { readonly what: string; readonly value: number }
}

/** "met", "over by 2.1 ms (12 %)", or nothing where no budget is. */
export function verdictOf({ value, unit, budget }: Figure): string {
  if (budget === undefined) return ''
  if (value <= budget) return 'met'
  const over = value - budget
  return `over by ${amount(over, unit)} (${Math.round((over / budget) * 100)} %)`
}

/** So much may come and go with the computer: the same code was a third slower an hour later. */
const NOISE = 0.35

/**
 * What became of a figure since another run: "was 3.1 ms", with "slower" where it is so by itself and also held against its neighbour of the
 * same run, so that a slow computer is not taken for slow code.
 */
export function changeOf(now: Figure, before: Figure | undefined): string {
  if (before === undefined || before.unit !== now.unit) return 'new'
  const grown = now.value / before.value
  const beside =
    now.baseline === undefined || before.baseline === undefined
      ? grown
      : grown / (now.baseline.value / before.baseline.value)
  const isSlower = Math.min(grown, beside) > 1 + NOISE
  return `was ${amount(before.value, before.unit)}${isSlower ? `, ${Math.round((grown - 1) * 100)} % more` : ''}`
}

export function amount(value: number, unit: Figure['unit']): string {
  const digits = value !== 0 && Math.abs(value) < 1 ? 3 : value < 100 ? 1 : 0
  return `${value.toFixed(digits)} ${unit}`
}

/** The figures as lines of text, each column as wide as it must be; `before`: those of another run. */
export function table(figures: readonly Figure[], before: readonly Figure[] = []): string {
  const old = new Map(before.map((one) => [one.what, one]))
  const rows = [
    ['what', 'figure', 'budget', '', 'before', 'beside it in the same run'],
    ...figures.map((one) => [
      one.what,
      amount(one.value, one.unit),
      one.budget === undefined ? '' : amount(one.budget, one.unit),
      verdictOf(one),
      before.length === 0 ? '' : changeOf(one, old.get(one.what)),
      one.baseline === undefined
        ? ''
        : `${one.baseline.what}: ${amount(one.baseline.value, one.unit)}`,
    ]),
  ]
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 1 || column === 2
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A whole run, as docs/measured.json keeps it. */
export interface KeptRun {
  readonly at: string
  readonly cpu?: string
  readonly cores: number
  readonly figures: readonly Figure[]
}

const BEGIN = '<!-- run -->'
const END = '<!-- /run -->'

/** The page with this run in the place of the one that stands between its marks; throws where the marks are missing. */
export function withRun(page: string, { at, cpu = 'unknown', cores, figures }: KeptRun): string {
  const begin = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  if (begin < 0 || end < begin) throw new Error(`The page has no ${BEGIN} … ${END}.`)
  const promised = figures.filter((one) => one.budget !== undefined)
  const met = promised.filter((one) => verdictOf(one) === 'met').length
  const rows = figures.map((one) =>
    [
      one.what,
      amount(one.value, one.unit),
      one.budget === undefined ? '' : `≤ ${amount(one.budget, one.unit)}`,
      verdictOf(one),
      one.baseline === undefined
        ? ''
        : `${one.baseline.what}: ${amount(one.baseline.value, one.unit)}`,
    ].join(' | '),
  )
  const lines = [
    BEGIN,
    `${at.slice(0, 10)}, ${cores} cores of ${cpu}: ${met} of ${promised.length} budgets met.`,
    '',
    '| what | figure | budget | | beside it in the same run |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ]
  return page.slice(0, begin) + lines.join('\n') + page.slice(end)
}
