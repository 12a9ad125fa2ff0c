import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { changeOf, table, verdictOf } from '../bench/figure.ts'
import type { Figure } from '../bench/figure.ts'

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

  it('has a run to be held against, with every promise in it', async () => {
    const kept = JSON.parse(
      await readFile(new URL('../../docs/measured.json', import.meta.url), 'utf8'),
    ) as { readonly figures: readonly Figure[] }
    expect(kept.figures.filter((one) => one.budget !== undefined).length).toBeGreaterThan(30)
    for (const one of kept.figures) expect(Number.isFinite(one.value), one.what).toBe(true)
  })
})
