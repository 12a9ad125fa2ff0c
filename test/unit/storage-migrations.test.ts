import { describe, expect, it } from 'vitest'
import { MIGRATIONS, migrate } from '../../lib/storage/migrations/index.ts'
import { DEFAULT_SETTINGS, schoolSettings } from '../../lib/storage/settings.ts'

describe('the steps of the stored settings', () => {
  it('are numbered without a gap, each with an example of its own version', () => {
    expect(MIGRATIONS.map((step) => step.to)).toEqual(MIGRATIONS.map((_, i) => i + 1))
    for (const step of MIGRATIONS) expect(step.example['version']).toBe(step.to)
  })

  it('bring every example up to the newest version, and lose nothing that a school set', () => {
    for (const { example } of MIGRATIONS) {
      const newest = schoolSettings.parse(migrate(example))
      expect(newest.schoolName).toBe(example['schoolName'])
      expect(newest.version).toBe(DEFAULT_SETTINGS.version)
    }
  })

  it('keep what is usable of a value from before there were versions, and leave a newer one alone', () => {
    expect(migrate({ schoolName: 'Hillside' })).toMatchObject({
      schoolName: 'Hillside',
      version: DEFAULT_SETTINGS.version,
    })
    expect(schoolSettings.safeParse(migrate({})).success).toBe(true)
    expect(migrate({ version: 999, odd: 1 })).toEqual({ version: 999, odd: 1 })
  })
})
