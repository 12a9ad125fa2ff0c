import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockText,
  clockTextSeconds,
  dayText,
  isTimeZone,
  localTime,
  parseTimeOfDay,
} from '../../lib/protocol/time.ts'

describe('wall-clock time', () => {
  it('follows summer time to the minute', () => {
    const zone = 'Europe/London'
    expect(clockText(Date.UTC(2026, 2, 29, 0, 59), zone)).toBe('00:59')
    expect(clockText(Date.UTC(2026, 2, 29, 1, 0), zone)).toBe('02:00')
    expect(clockText(Date.UTC(2026, 9, 25, 0, 59), zone)).toBe('01:59')
    expect(clockText(Date.UTC(2026, 9, 25, 1, 0), zone)).toBe('01:00')
  })
  it('is the same as the browser’s own formatter at any moment, in any zone', () => {
    const zones = [
      'Europe/London',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'UTC',
    ]
    const own = new Map(
      zones.map((timeZone) => [
        timeZone,
        new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
      ]),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2060, 0) }),
        fc.constantFrom(...zones),
        (at, zone) => {
          const [day, month, year] = [
            dayText(at, zone).slice(8),
            dayText(at, zone).slice(5, 7),
            dayText(at, zone).slice(0, 4),
          ]
          expect(`${day}/${month}/${year}, ${clockTextSeconds(at, zone)}`).toBe(
            own.get(zone)?.format(at),
          )
        },
      ),
    )
  })
  it('counts Monday as 1 and Sunday as 7', () => {
    expect(localTime(Date.UTC(2026, 10, 16, 12), 'UTC').weekday).toBe(1)
    expect(localTime(Date.UTC(2026, 10, 22, 12), 'UTC').weekday).toBe(7)
  })
  it('takes any number and any zone without failing', () => {
    for (const at of [Number.NaN, Infinity, -Infinity, 9e15, -9e15, 0])
      expect(clockText(at, 'Europe/London')).toMatch(/^\d\d:\d\d$/)
    expect(isTimeZone('Mars/Base')).toBe(false)
    expect(clockText(0, 'Mars/Base')).toBe('00:00')
  })
  it('reads times of day', () => {
    expect(['08:30', '00:00', '23:59', '24:00', '8:30', '12:60', ''].map(parseTimeOfDay)).toEqual([
      510,
      0,
      1439,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
