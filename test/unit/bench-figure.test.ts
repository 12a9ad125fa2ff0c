import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { changeOf, table, verdictOf, withRun } from '../bench/figure.ts'
import type { Figure, KeptRun } from '../bench/figure.ts'

const figure = (value: number, beside?: number): Figure => ({
  what: 'a read',
  value,
  unit: 'ms',
  budget: 4,
  ...(beside === undefined ? {} : { baseline: { what: 'a walk', value: beside } }),
})

describe('a figure of the bench', () => {
  it('says what became of it since another run', () => {
    expect(changeOf(figure(3), undefined)).toBe('new')
    expect(changeOf(figure(3.2), figure(3))).toBe('was 3.0 ms')
    expect(changeOf(figure(6), figure(3))).toBe('was 3.0 ms, 100 % more')
    expect(changeOf(figure(2), figure(3))).toBe('was 3.0 ms')
  })

  it('takes a slow computer for no slow code', () => {
    expect(changeOf(figure(6, 2), figure(3, 1))).toBe('was 3.0 ms')
    expect(changeOf(figure(6, 1), figure(3, 1))).toBe('was 3.0 ms, 100 % more')
  })

  it('says by how much a promise is missed', () => {
    expect(verdictOf(figure(4))).toBe('met')
    expect(verdictOf(figure(5))).toBe('over by 1.0 ms (25 %)')
    expect(table([figure(5)], [figure(4)])).toContain('was 4.0 ms')
  })

  it('has a run to be held against, with every promise in it, which is the one that the page shows', async () => {
    const docs = (file: string) => readFile(new URL(`../../docs/${file}`, import.meta.url), 'utf8')
    const kept = JSON.parse(await docs('measured.json')) as KeptRun
    expect(kept.figures.filter((one) => one.budget !== undefined).length).toBeGreaterThan(30)
    for (const one of kept.figures) expect(Number.isFinite(one.value), one.what).toBe(true)
    const page = await docs('measured.md')
    expect(page).toBe(withRun(page, kept))
  })

  it('is put where the page has room for a run, and nowhere else', () => {
    const run: KeptRun = { at: '2026-01-02T03:04:05Z', cores: 2, figures: [figure(5)] }
    const page = withRun('a\n<!-- run -->\nold\n<!-- /run -->\nb', run)
    expect(page).toMatch(/^a\n<!-- run -->\n2026-01-02, 2 cores of unknown: 0 of 1 budgets met\./)
    expect(page).toContain('| a read | 5.0 ms | ≤ 4.0 ms | over by 1.0 ms (25 %) |  |')
    expect(page).not.toContain('old')
    expect(page.endsWith('<!-- /run -->\nb')).toBe(true)
    expect(() => withRun('a page', run)).toThrow('no <!-- run -->')
  })
})
