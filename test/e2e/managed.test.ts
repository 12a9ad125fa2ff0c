import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/lib/browser.mjs'
import { EXTENSION, setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { ask } from './support/panel.ts'
import { clearPolicy, setPolicy, unpackedId, whyNoPolicy } from './support/policy.ts'

const why = await whyNoPolicy(findBrowser())
if (why !== undefined) console.log(`Not tested: what a school sets by policy, because ${why}.`)

describe.skipIf(why !== undefined)('a school that sets things by policy', () => {
  let stage: Stage
  beforeAll(async () => {
    await setPolicy(unpackedId(EXTENSION), {
      schoolName: 'Hillside Trust',
      retentionDays: 180,
      safeguardingContacts: [{ name: 'Helen Marsh', role: 'DSL', phone: '01632 960 101' }],
      // A mistake in one value must not undo the others.
      headteacher: { phone: 'no name' },
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
    expect(school.setBySchool).toEqual(['schoolName', 'dsl', 'retentionDays'])
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
})
