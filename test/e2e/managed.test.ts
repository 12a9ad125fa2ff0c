import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEAMS_PACK } from '../../lib/platforms/teams/page.ts'
import { formatRules } from '../../lib/protocol/pack.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import { findBrowser } from '../../scripts/lib/browser.mjs'
import { EXTENSION, setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { ask } from './support/panel.ts'
import { clearPolicy, setPolicy, unpackedId, whyNoPolicy } from './support/policy.ts'

const why = await whyNoPolicy(findBrowser())
if (why !== undefined) console.log(`Not tested: what a school sets by policy, because ${why}.`)

/** The rules of the school: not those that the extension comes with. */
const RULES = { ...packById('combined'), id: 'hillside', lockAfterMinutes: 7 }

describe.skipIf(why !== undefined)('a school that sets things by policy', () => {
  let stage: Stage
  beforeAll(async () => {
    await setPolicy(unpackedId(EXTENSION), {
      schoolName: 'Hillside Trust',
      policyPack: formatRules(RULES),
      selectorPackTeams: { ...TEAMS_PACK, asOf: '2026-12-31' },
      retentionDays: 180,
      // Out of range: the one that is stored holds, and it is said.
      concernDays: 0,
      safeguardingContacts: [{ name: 'Helen Marsh', role: 'DSL', phone: '01632 960 101' }],
      // A mistake in one value must not undo the others.
      headteacher: { phone: 'no name' },
      // Nor one that is not known, in a list, the known ones beside it.
      featuresOff: ['roomCheck', 'teleport', 'selectorPackFiles', 'backup'],
    })
    stage = await setStage()
    // The browser hands a policy to an extension some time after its start.
    const options = await stage.open('options.html')
    await options.waitForFunction(
      async () => 'schoolName' in (await chrome.storage.managed.get()),
      { polling: 500, timeout: 90_000 },
    )
    await options.close()
  })
  afterAll(async () => {
    await stage?.close()
    await clearPolicy()
  })

  it('has what it set used, and one mistake leaves the rest', async () => {
    expect(stage.extensionId).toBe(unpackedId(EXTENSION))
    const options = await stage.open('options.html')
    const stored = await options.evaluate(() => chrome.storage.managed.get())
    expect(stored).toMatchObject({ schoolName: 'Hillside Trust', retentionDays: 180 })
    const school = await ask(options, 'school', {})
    expect(school.settings).toMatchObject({
      schoolName: 'Hillside Trust',
      retentionDays: 180,
      dsl: [{ name: 'Helen Marsh', role: 'DSL', phone: '01632 960 101' }],
      headteacher: { name: '' },
    })
    expect(school.setBySchool).toEqual([
      'schoolName',
      'packId',
      'dsl',
      'retentionDays',
      'roomCheck',
      'selectorPackFiles',
      'backup',
    ])
    expect(school.unusable).toEqual(
      expect.arrayContaining(['featuresOff: teleport', 'concernDays']),
    )
    expect(school.settings.concernDays).toBe(30)
    expect(school.settings.packId).toBe('hillside')
    expect(school.packs.map(({ id, lockAfterMinutes }) => [id, lockAfterMinutes])).toEqual([
      ['hillside', 7],
    ])
    const looks = await ask(options, 'looks', {})
    expect(looks.map(({ platform, isManaged }) => [platform, isManaged])).toEqual(
      expect.arrayContaining([
        ['teams', true],
        ['meet', false],
      ]),
    )
  })

  it('is named on the options page, where these can’t be changed', async () => {
    const options = await stage.open('options.html')
    await options.locator('::-p-aria([name="School"][role="tab"])').click()
    await options.waitForFunction(() => document.body.innerText.includes('Set by your school'))
    const shown = await options.evaluate(() =>
      [...document.querySelectorAll('input')]
        .filter((one) => ['Hillside Trust', 'Helen Marsh', '180'].includes(one.value))
        .map((one) => [one.value, one.matches(':disabled')]),
    )
    expect(shown.toSorted()).toEqual([
      ['180', true],
      ['Helen Marsh', true],
      ['Hillside Trust', true],
    ])
    // What can't be used is named where a technician looks.
    expect(await options.evaluate(() => document.body.innerText)).toContain('featuresOff: teleport')
  })

  it('takes it out of reach of a page that saves other settings', async () => {
    const options = await stage.open('options.html')
    const settings = await ask(options, 'settings', {})
    await ask(options, 'saveSettings', {
      ...settings,
      schoolName: 'Elsewhere',
      retentionDays: 3650,
    })
    expect((await ask(options, 'school', {})).settings).toMatchObject({
      schoolName: 'Hillside Trust',
      retentionDays: 180,
    })
  })

  it('has what it switched off refused by the background', async () => {
    const options = await stage.open('options.html')
    const passphrase = 'correct horse battery staple'
    const text = await ask(options, 'looksText', { platform: 'meet' })
    const off = (words: string) => `Set by your school: ${words}`
    await expect(ask(options, 'setRoomCheck', { on: true })).rejects.toThrow(
      off('no room check on these computers.'),
    )
    await expect(ask(options, 'backUp', { passphrase, concerns: false })).rejects.toThrow(
      off('no backup can be made on these computers.'),
    )
    await expect(
      ask(options, 'saveLooks', { platform: 'meet', name: 'pack.json', text }),
    ).rejects.toThrow(off('no selector packs from files.'))
  })

  it('has it switched off on the pages, and said there', async () => {
    const options = await stage.open('options.html')
    const seen = async (tab: string, words: string) => {
      await options.locator(`::-p-aria([name="${tab}"][role="tab"])`).click()
      await options.waitForFunction(
        (wanted) => document.body.innerText.includes(wanted),
        {},
        `Set by your school: ${words}`,
      )
    }
    await seen('School', 'no room check on these computers.')
    const ticks = await options.$$eval('input[type="checkbox"]', (found) =>
      found
        .filter((box) => box.closest('label')?.textContent.includes('bedrooms and bathrooms'))
        .map((box) => [box.disabled, box.checked]),
    )
    expect(ticks).toEqual([[true, false]])
    await seen('Your data', 'no backup can be made on these computers.')
    const buttons = await options.$$eval('button:disabled', (found) =>
      found.map((button) => button.textContent),
    )
    expect(buttons).toContain('Save a backup')
    await seen('Sites', 'no selector packs from files.')
    expect(await options.$$('input[aria-label^="Selector pack for"]')).toEqual([])
  })
})
