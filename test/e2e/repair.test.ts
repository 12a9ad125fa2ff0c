import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MEET_PACK } from '../../lib/platforms/meet/index.ts'
import { formatPack } from '../../lib/platforms/pack.ts'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { press } from './support/lesson.ts'
import { ask } from './support/panel.ts'
import { openCall } from './support/sites.ts'

/*
 * What a technician does when a site has changed: look with the self-test, load a repaired pack into an open meeting, go back.
 */
let stage: Stage
let folder: string
beforeAll(async () => {
  stage = await setStage()
  folder = await mkdtemp(join(tmpdir(), 'lesson-steward-packs-'))
})
afterAll(async () => {
  await stage?.close()
  await rm(folder, { recursive: true, force: true })
})

const waitForText = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => document.body.innerText.replace(/\s+/gu, ' ').includes(wanted),
    { timeout: 20_000, polling: 200 },
    text,
  )

async function stageSeen(page: Page): Promise<number | undefined> {
  const inspected = await ask(page, 'inspect', { report: false })
  return inspected?.reading?.onStage
}

async function give(page: Page, label: string, path: string): Promise<void> {
  const input = await page.waitForSelector(`input[aria-label="${label}"]`)
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path)
}

describe('a selector pack from a file', () => {
  it('is looked over, used in the meeting that is open, kept, and taken back', async () => {
    const { page: meeting, sim } = await openCall(stage.browser, 'meet-2026', {
      params: { video: 'canvas' },
    })
    await sim.join({ name: 'Amelia Potter', room: 'living' })
    const options = await stage.open('options.html')
    await expect.poll(() => stageSeen(options), { timeout: 20_000 }).toBe(2)
    await options.locator('::-p-aria([name="Sites"][role="tab"])').click()
    await waitForText(options, `the extension’s own pack, of ${MEET_PACK.asOf}`)

    const nothing = join(folder, 'nothing.json')
    await writeFile(nothing, '{"format":1}')
    await give(options, 'Selector pack for Google Meet', nothing)
    await waitForText(options, 'This pack can’t be used. Nothing was changed.')

    const css = 'div[[nonsense'
    const bad = join(folder, 'bad.json')
    const stageTarget = [{ css, seen: 'a test', generation: 'any' as const }]
    await writeFile(
      bad,
      formatPack({ ...MEET_PACK, targets: { ...MEET_PACK.targets, stage: stageTarget } }),
    )
    await give(options, 'Selector pack for Google Meet', bad)
    await waitForText(options, `targets.stage: no browser reads "${css}"`)

    // A pack that looks for tiles where there are none: that it is used shows in what is read.
    const elsewhere = [{ css: '[data-tile-of-2027]', seen: 'a test', generation: 'any' as const }]
    const other = join(folder, 'meet-2027.json')
    await writeFile(
      other,
      formatPack({
        ...MEET_PACK,
        asOf: '2027-01-05',
        targets: { ...MEET_PACK.targets, tile: elsewhere },
      }),
    )
    await give(options, 'Selector pack for Google Meet', other)
    await waitForText(options, '1 of them in none of the ways that are known: tile')
    await press(options, 'Try it on the open meeting')
    await waitForText(options, 'No longer found: tile')
    expect(await stageSeen(options)).toBe(2)
    await press(options, 'Use this pack')
    await waitForText(options, 'the pack from the file “meet-2027.json”, of 2027-01-05')
    await expect.poll(() => stageSeen(options), { timeout: 10_000 }).toBe(0)

    // The background is ended and comes back: the meeting is still read by it.
    await stage.killWorker()
    await options.reload()
    await expect
      .poll(async () => (await ask(options, 'inspect', { report: false }))?.looks, {
        timeout: 20_000,
      })
      .toEqual({ asOf: '2027-01-05', from: 'file' })

    await options.locator('::-p-aria([name="Sites"][role="tab"])').click()
    await press(options, 'Back to the shipped pack of Google Meet')
    await waitForText(options, `the extension’s own pack, of ${MEET_PACK.asOf}`)
    await expect.poll(() => stageSeen(options), { timeout: 10_000 }).toBe(2)

    const [session] = await ask(options, 'sessions', {})
    const record = await ask(options, 'record', { sessionId: session?.sessionId ?? '' })
    expect(
      record?.readBy?.map(({ variant, looks }) => [variant, looks?.asOf, looks?.from]),
    ).toEqual([
      ['meet-2026', MEET_PACK.asOf, 'shipped'],
      ['meet-2026', '2027-01-05', 'file'],
      ['meet-2026', MEET_PACK.asOf, 'shipped'],
    ])
    await options.close()
    await meeting.close()
  })
})

describe('the self-test page', () => {
  it.each(['meet-2026', 'teams-full', 'teams-light'] as const)(
    'shows step by step what can be read, and a report without a name (%s)',
    async (where) => {
      const { page: meeting, sim } = await openCall(stage.browser, where, {
        params: { video: 'canvas' },
      })
      const selftest = await stage.open('selftest.html')
      const site = where.startsWith('meet') ? 'Google Meet' : 'Microsoft Teams'
      await waitForText(selftest, `Watching ${site}.`)
      await waitForText(selftest, 'The call: seen')
      await waitForText(selftest, 'Somebody waits: not seen yet')
      const id = await sim.join({ name: 'Amelia Potter', room: 'living' })
      await sim.camera(id, 'off')
      await waitForText(selftest, 'Whether the other device has its camera on: seen')

      await press(selftest, 'Make a report')
      const shown = await selftest.waitForSelector('pre')
      const report = (await shown?.evaluate((one) => one.textContent)) ?? ''
      expect(JSON.parse(report)).toMatchObject({
        schema: 'lesson-steward/page-report',
        platform: where.startsWith('meet') ? 'meet' : 'teams',
      })
      expect(report.length).toBeGreaterThan(2_000)
      const names = (await sim.state()).people.flatMap((one) => one.name.split(/\s+/u))
      expect(names).toContain('Amelia')
      for (const name of names.filter((one) => one.length > 2)) expect(report).not.toContain(name)
      expect(await selftest.evaluate(() => document.body.innerText)).not.toContain('Amelia')

      await meeting.close()
      await waitForText(selftest, 'No meeting is open in this browser.')
      // What was seen stays, and can still be saved.
      await waitForText(selftest, 'The call: seen')
      await selftest.close()
    },
  )
})
