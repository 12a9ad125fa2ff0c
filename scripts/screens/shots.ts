import type { Page } from 'puppeteer'
import { OVERLAYS } from '../../components/gallery/overlays.ts'
import { SAMPLES } from '../../components/gallery/samples.ts'
import { pasteList, press, skipPractice } from '../../test/dom/pages/ways.ts'

/** One page in one state: where it is, what has to be done there first, and whether it is printed. */
export interface Shot {
  /** "panel/bedroom": also the name of its pictures. */
  readonly name: string
  readonly query: string
  readonly prepare?: (page: Page) => Promise<void>
  /** It has a printed form, which is pictured as well. */
  readonly printed?: true
}

const TERM = Array.from({ length: 12 }, (_, i) => `t${i + 1}`).join(',')

export const SHOTS: readonly Shot[] = [
  ...Object.keys(SAMPLES).map((state) => ({
    name: `panel/${state}`,
    query: `page=panel&state=${state}`,
  })),
  opened('panel', 'bedroom', 'behind', (page) => press(page, '2 more things')),
  opened('panel', 'thirty', 'person', (page) =>
    page.locator('.person-line ::-p-text(Dev Shah)').click(),
  ),
  opened('panel', 'names', 'who', (page) => page.locator('.person-line ::-p-text(iPad)').click()),
  opened('panel', 'blind', 'reading', (page) => page.locator('.health-strip').click()),
  opened('panel', 'bedroom', 'checks', async (page) => {
    await page.locator('[role=tab]::-p-text(Checks)').click()
    await page.locator('.clause').click()
    for (const head of await page.$$('.phase-head[aria-expanded=false]')) await head.click()
  }),
  opened('panel', 'hostile', 'log', (page) => page.locator('[role=tab]::-p-text(Log)').click()),
  opened('panel', 'thirty', 'emergency', async (page) => {
    await press(page, 'Emergency')
    await page.waitForSelector('[role=dialog]')
  }),
  opened('panel', 'thirty', 'concern', async (page) => {
    await press(page, 'Emergency')
    await press(page, 'Write the concern')
    await waitForText(page, 'Whom it is about')
  }),
  opened('panel', 'discreet', 'open', (page) => press(page, 'Show for now')),
  opened('panel', 'thirty', 'disconnected', async (page) => {
    await page.evaluate(() => document.dispatchEvent(new CustomEvent('gallery:lost')))
    await waitForText(page, 'What you see may be old')
  }),
  opened('panel', 'thirty', 'help', async (page) => {
    await page.locator('.tab ::-p-text(Checks)').click()
    await page.locator('.clause ::-p-text(CW-9)').click()
    await page.waitForSelector('.policy-words')
  }),
  opened('panel', 'thirty', 'forAll', (page) => press(page, 'For the whole class')),
  opened('panel', 'after', 'followUp', (page) =>
    page.locator('summary ::-p-text(Follow-up for a family)').click(),
  ),

  { name: 'parts/all', query: 'page=parts' },
  {
    ...opened('parts', 'all', 'sheet', (page) => press(page, 'Open a sheet')),
    query: 'page=parts',
  },
  {
    ...opened('parts', 'all', 'confirm', (page) => press(page, 'Ask once more')),
    query: 'page=parts',
  },
  ...[...Object.keys(OVERLAYS), 'guide'].map((state) => ({
    name: `overlay/${state}`,
    query: `page=overlay&state=${state}`,
    prepare: async (page: Page) => {
      await page.waitForSelector('html[data-overlay]')
    },
  })),

  { name: 'record/s1', query: 'page=record&state=s1', printed: true },
  { name: 'record/thirty', query: 'page=record&state=thirty', printed: true },
  { name: 'record/assembly', query: 'page=record&state=assembly' },
  { name: 'record/damaged', query: 'page=record&state=damaged' },
  { name: 'record/unknown', query: 'page=record&state=unknown' },
  {
    name: 'record/term',
    query: `page=record&state=${TERM}`,
    printed: true,
    prepare: async (page) => {
      const pupil = 'section[aria-label="One pupil"] select'
      await page.waitForSelector(pupil)
      await page.select(pupil, 'r1')
    },
  },
  {
    name: 'record/several',
    query: 'page=record&state=s0,s1',
    printed: true,
    prepare: async (page) => {
      await press(page, 'Records, one after another')
      await page.waitForSelector('.record-one')
    },
  },

  ...['classes', 'school', 'rules', 'lessons', 'concerns', 'data', 'sites'].map((state) => ({
    name: `options/${state}`,
    query: `page=options&state=${state}`,
  })),
  ...['classes', 'lessons'].map((state) => ({
    name: `options/${state}-fresh`,
    query: `page=options&state=${state}&fresh`,
  })),
  { name: 'options/lessons-damaged', query: 'page=options&state=lessons&damaged' },
  { name: 'options/rules-schoolset', query: 'page=options&state=rules&schoolset' },
  { name: 'options/sites-managed', query: 'page=options&state=sites&managed' },
  { name: 'options/classes-running', query: 'page=options&state=classes&lesson=y4' },
  opened('options', 'classes', 'guardians', (page) =>
    page.locator('[aria-label^="Parents and carers of"]').click(),
  ),
  opened('options', 'classes', 'import', async (page) => {
    await pasteList(
      page,
      'First name,Last name,Known as,Parent name,Consent to video\nNia,Jones,,Mrs Jones,yes\n,,Nobody,,\nDev,Shah,D,,yes\nWolfeschlegelsteinhausenbergerdorff-Montgomery,Featherstonehaugh-Cholmondeley,,,maybe\n',
    )
    await page.waitForSelector('.import-table')
  }),
  {
    ...opened('options', 'concerns', 'one', async (page) => {
      await page.locator('.past ::-p-text(Open)').click()
      await page.waitForSelector('.concern-print')
    }),
    printed: true,
  },
  opened('options', 'lessons', 'delete', async (page) => {
    await page.locator('.past .button-danger-quiet').click()
    await page.waitForSelector('[role=alertdialog]')
  }),
  opened('options', 'school', 'days', async (page) => {
    const days = await page.waitForSelector('input[inputmode="numeric"]')
    await days?.click({ count: 3 })
    await days?.type('7')
    await press(page, 'Save settings')
    await page.waitForSelector('[role=dialog]')
  }),

  {
    name: 'selftest/report',
    query: 'page=selftest',
    prepare: async (page) => {
      await waitWhile(page, 'Just a moment')
      await press(page, 'Make a report')
    },
  },

  ...['rules', 'register', 'practice'].flatMap((state) => [
    { name: `welcome/${state}`, query: `page=welcome&state=${state}` },
    { name: `welcome/${state}-fresh`, query: `page=welcome&state=${state}&fresh` },
  ]),
  { name: 'welcome/rules-schoolset', query: 'page=welcome&state=rules&schoolset' },

  { name: 'practice/before', query: 'page=practice' },
  { name: 'practice/knock', query: 'page=practice', prepare: toTheKnock },
  practised('adult', async (page) => {
    await press(page, 'Admit Amelia Potter')
    await waitForText(page, 'Is an adult there?')
  }),
  practised('stranger', async (page) => {
    await press(page, 'Admit Amelia Potter')
    await press(page, 'Adult seen')
    await waitForText(page, 'A name that is none')
  }),
  practised('camera', async (page) => {
    await skipPractice(page, 'The others come in')
    await waitForText(page, 'A camera is off')
  }),
  practised('bedroom', async (page) => {
    await skipPractice(page, 'Somebody moves')
    await waitForText(page, 'This may be a bedroom')
  }),
  practised('lock', (page) => skipPractice(page, 'Time to lock')),
  practised('end', (page) => skipPractice(page)),
  { name: 'practice/record', query: 'page=practice', prepare: toTheRecord },

  // The same in Welsh, where words are longer.
  { name: 'welsh/practice', query: 'page=practice&language=cy' },
  { name: 'welsh/welcome', query: 'page=welcome&language=cy' },
  { name: 'welsh/school', query: 'page=options&state=school&language=cy' },
]

function opened(
  pageName: string,
  state: string,
  what: string,
  prepare: (page: Page) => Promise<void>,
): Shot {
  return { name: `${pageName}/${state}-${what}`, query: `page=${pageName}&state=${state}`, prepare }
}

/** Further on in the practice lesson than its first knock. */
function practised(step: string, goOn: (page: Page) => Promise<void>): Shot {
  return {
    name: `practice/${step}`,
    query: 'page=practice',
    prepare: async (page) => {
      await toTheKnock(page)
      await goOn(page)
    },
  }
}

async function waitForText(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text)
}

async function waitWhile(page: Page, text: string): Promise<void> {
  await page.waitForFunction((unwanted) => !document.body.innerText.includes(unwanted), {}, text)
}

async function toTheKnock(page: Page): Promise<void> {
  await press(page, 'Use this class')
  await press(page, 'Join the call')
  await page.waitForSelector('.next-admit[aria-disabled="false"]')
}

async function toTheRecord(page: Page): Promise<void> {
  await toTheKnock(page)
  await skipPractice(page)
  await press(page, 'End the call')
  await press(page, 'Open the record')
  await page.waitForSelector('.practice-done')
}
