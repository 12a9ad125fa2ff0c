import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_CONCERN } from '../../components/gallery/sampleConcern.ts'
import { formatRules } from '../../lib/protocol/pack.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import type { Register } from '../../lib/register/index.ts'
import {
  asked,
  axeViolations,
  openGallery,
  press,
  setScheme,
  sticksOut,
  textOf,
  type Gallery,
} from './pages/gallery.ts'
import { pasteList } from './pages/ways.ts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

async function saved(page: Page): Promise<readonly Register[]> {
  return (await asked(page)).flatMap(({ kind, payload }) =>
    kind === 'saveRegister'
      ? [(payload as { register: Register }).register]
      : kind === 'saveImported'
        ? (payload as { registers: readonly Register[] }).registers
        : [],
  )
}

const waitForText = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text)

describe.each(['classes', 'school', 'rules', 'lessons', 'concerns', 'data'])(
  'the options, %s',
  (state) => {
    it('fits every width and has no serious accessibility fault in light and dark', async () => {
      const { page, trouble } = await gallery.open(`page=options&state=${state}`)
      for (const width of [320, 420, 800, 1200]) {
        await page.setViewport({ width, height: 900 })
        expect(await sticksOut(page), `${width} px`).toBe(0)
      }
      for (const scheme of ['light', 'dark'] as const) {
        await setScheme(page, scheme)
        expect(await axeViolations(page), scheme).toEqual([])
      }
      expect(trouble).toEqual([])
      await page.close()
    })
  },
)

describe('a concern that was just written', () => {
  it('is open in the settings, ready to print; about staff it says who to tell', async () => {
    const { page, trouble } = await gallery.open(
      `page=options&state=concerns&concern=${SAMPLE_CONCERN.ref}`,
    )
    await waitForText(page, 'Print or save as PDF')
    expect(await page.evaluate(() => document.body.innerText)).toContain(SAMPLE_CONCERN.facts)
    expect(await axeViolations(page)).toEqual([])
    await press(page, 'Change')
    await page.select('select[id$="-category"]', 'conductOfStaff')
    await waitForText(page, 'chair of governors')
    for (const width of [320, 800]) {
      await page.setViewport({ width, height: 900 })
      expect(await sticksOut(page), `${width} px`).toBe(0)
    }
    expect(await axeViolations(page)).toEqual([])
    expect(trouble).toEqual([])
    await page.close()
  })
})

describe('editing a class by hand', () => {
  it('saves what was typed, drops empty rows, and is clean again afterwards', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await press(page, 'Add a pupil')
    await page.type('[aria-label="First name, new pupil"]', '  Nia ')
    await page.type('[aria-label="Last name, Nia"]', 'Jones')
    await page.select('[aria-label="Consent to video, Nia Jones"]', 'no')
    await press(page, 'Add a pupil')
    await page.click('[aria-label^="Parents and carers of Nia Jones"]')
    await press(page, 'Add a parent or carer')
    await page.type('fieldset [aria-label="Last name"]', 'Jones')
    await press(page, 'Save class')
    await waitForText(page, 'Saved.')
    const [register] = await saved(page)
    expect(register?.pupils).toHaveLength(6)
    expect(register?.pupils[5]).toMatchObject({
      firstName: 'Nia',
      lastName: 'Jones',
      consentVideo: 'no',
      consentRecording: 'unknown',
      guardians: [{ lastName: 'Jones' }],
    })
    await page.waitForFunction(() =>
      [...document.querySelectorAll('button')].some(
        (one) => one.textContent === 'Save class' && one.disabled,
      ),
    )
    await page.close()
  })

  it('does not save a class without a name, says why, and loses nothing', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await press(page, 'Add a class')
    await press(page, 'Add a pupil')
    await page.type('[aria-label="First name, new pupil"]', 'Nia')
    await press(page, 'Save class')
    await waitForText(page, 'The class needs a name.')
    expect(await saved(page)).toEqual([])
    expect(
      await page.$eval('[aria-label^="First name"]', (field) => (field as HTMLInputElement).value),
    ).toBe('Nia')
    expect(await axeViolations(page)).toEqual([])
    await page.type('input[placeholder="Year 4 Maths"]', 'Choir')
    await press(page, 'Save class')
    await waitForText(page, 'Saved.')
    expect((await saved(page))[0]?.name).toBe('Choir')
    await page.close()
  })

  it('undoes, and deletes only after a second question', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await page.click('[aria-label="Remove Dev Shah"]')
    await press(page, 'Undo changes')
    await page.waitForSelector('[aria-label="Remove Dev Shah"]')
    await press(page, 'Delete')
    await page.waitForSelector('[role=alertdialog]')
    await press(page, 'Go back')
    expect((await asked(page)).some(({ kind }) => kind === 'deleteRegister')).toBe(false)
    await press(page, 'Delete')
    await press(page, 'Delete the class')
    await page.waitForFunction(() => !document.body.innerText.includes('Year 4 Maths'))
    await page.close()
  })
})

describe('importing a file', () => {
  it('shows by line what was understood and what was not, and takes it only on a click', async () => {
    const { page, trouble } = await gallery.open('page=options', 1200)
    await pasteList(
      page,
      'First name,Last name,Known as,Parent name,Consent to video\nNia,Jones,,Mrs Jones,yes\n,,Nobody,,\nDev,Shah,D,,yes\n<b>Bold</b>,Name,,,maybe\n',
    )
    await page.waitForSelector('.import-table')
    const text = await textOf(page)
    expect(text).toContain('Nia Jones')
    expect(text).toContain('Not taken')
    expect(
      await page.$$eval('.import-table tbody tr', (rows) =>
        rows.map((row) => row.cells[0]?.innerText),
      ),
    ).toEqual(['2', '3', '4', '5'])
    expect(await page.$$eval('b', (found) => found.length)).toBe(0)
    expect(await axeViolations(page)).toEqual([])
    expect(await saved(page)).toEqual([])
    await page.locator('::-p-xpath(//button[starts-with(normalize-space(.), "Take this")])').click()
    await waitForText(page, 'Look it over, then save.')
    await press(page, 'Save class')
    await waitForText(page, 'Saved.')
    const [register] = await saved(page)
    expect(register?.pupils.map((pupil) => pupil.firstName)).toContain('Nia')
    expect(register?.pupils.filter((pupil) => pupil.lastName === 'Shah')).toHaveLength(1)
    // Those who are not in the file stay unless somebody asks for more.
    expect(register?.pupils.map((pupil) => pupil.lastName)).toContain('Potter')
    expect(trouble).toEqual([])
    await page.close()
  })

  it('takes nothing of a file with the wrong columns, and lets the columns be named', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await pasteList(page, 'Alpha,Beta\nNia,Jones\nMei,Chen\n')
    await waitForText(page, 'Nothing to take')
    expect(await axeViolations(page)).toEqual([])
    await page.select('.import-columns li:nth-child(1) select', 'firstName')
    await page.select('.import-columns li:nth-child(2) select', 'lastName')
    await waitForText(page, '2 pupils understood')
    await waitForText(page, '2 added')
    await page.close()
  })

  it('lets the columns be named by keyboard alone, and keeps the focus where it was', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await pasteList(page, 'Alpha,Beta\nNia,Jones\nMei,Chen\n')
    await waitForText(page, 'Nothing to take')
    await page.focus('.import-columns li:nth-child(1) select')
    await page.keyboard.type('First name')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Last name')
    await waitForText(page, '2 pupils understood')
    expect(
      await page.evaluate(
        () => document.activeElement?.closest('li')?.querySelector('.label')?.textContent,
      ),
    ).toBe('Beta')
    await page.close()
  })

  it('takes a dropped file, whatever its encoding, and a file that is pasted', async () => {
    const { page } = await gallery.open('page=options', 1200)
    const give = (kind: 'drop' | 'paste') =>
      page.evaluate((how) => {
        const text = 'First name\tLast name\nŁukasz\tŻak\n'
        const units = Uint16Array.from([0xfeff, ...Array.from(text, (one) => one.charCodeAt(0))])
        const data = new DataTransfer()
        data.items.add(new File([units], 'list.txt'))
        if (how === 'drop') {
          const drop = new DragEvent('drop', {
            bubbles: true,
            cancelable: true,
            dataTransfer: data,
          })
          document.querySelector('.drop')?.dispatchEvent(drop)
        } else {
          const event = new ClipboardEvent('paste', {
            bubbles: true,
            cancelable: true,
            clipboardData: data,
          })
          document.querySelector('textarea')?.dispatchEvent(event)
        }
      }, kind)
    await press(page, 'Import a file or paste')
    await give('drop')
    await waitForText(page, 'Łukasz Żak')
    await press(page, 'Another file')
    await give('paste')
    await waitForText(page, 'Łukasz Żak')
    await page.close()
  })

  it('keeps what the file leaves empty unless the teacher says that the file is complete', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await pasteList(
      page,
      'First name,Last name,Parent name\nDev,Shah,\nAmelia,Potter,Mr & Mrs Potter\n',
    )
    await waitForText(page, 'It is kept.')
    await waitForText(page, '0 added, 1 changed')
    expect(
      await page.$$eval('.import-table tbody td.fate', (cells) =>
        cells.map((one) => one.textContent),
      ),
    ).toEqual(['No change', expect.stringMatching(/^Changes: Parents and carers from nothing/)])
    expect(await axeViolations(page)).toEqual([])
    await page.locator('::-p-text(The file is complete: erase what it leaves empty)').click()
    await waitForText(page, 'It will be erased.')
    await waitForText(page, '0 added, 2 changed')
    await page.close()
  })

  it('undoes an import after it was saved, and brings it back', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await pasteList(page, 'First name,Last name\nNia,Jones\n')
    await page.locator('::-p-xpath(//button[starts-with(normalize-space(.), "Take this")])').click()
    await press(page, 'Save class')
    await waitForText(page, 'Imported from what you pasted')
    await page.waitForSelector('[aria-label="Remove Nia Jones"]')
    await press(page, 'Undo the import')
    await waitForText(page, 'was undone')
    await page.waitForFunction(() => !document.querySelector('[aria-label="Remove Nia Jones"]'))
    expect(await axeViolations(page)).toEqual([])
    await press(page, 'Bring the import back')
    await page.waitForSelector('[aria-label="Remove Nia Jones"]')
    await page.close()
  })

  it('saves every class of a file by itself', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await pasteList(
      page,
      'First name,Last name,Class\nNia,Jones,5B\nElla,Green,5B\nMei,Chen,6A\nDev,Shah,Year 2 Story time\n',
    )
    await waitForText(page, 'This file has 3 classes.')
    await press(page, 'Save 3 classes: 4 added, 0 changed')
    await waitForText(page, '3 classes saved')
    expect((await saved(page)).map((one) => [one.name, one.pupils.length])).toEqual([
      ['5B', 2],
      ['6A', 1],
      ['Year 2 Story time', 1],
    ])
    await page.close()
  })

  it('reads 50,000 lines beside the page, which goes on drawing and can cancel it', async () => {
    const { page, trouble } = await gallery.open('page=options', 1200)
    await press(page, 'Import a file or paste')
    /** Drops the file and looks at every frame until `until`; gives how far the reading was at each of them. */
    const drop = (until: 'cancelled' | 'read') =>
      page.evaluate(async (end) => {
        const lines = Array.from(
          { length: 50_000 },
          (_, i) => `Name${i},Sur${i},Class ${i % 400},Mr & Mrs Sur${i},yes`,
        )
        const head = 'First name,Last name,Class,Parent name,Video consent'
        const data = new DataTransfer()
        data.items.add(new File([`${head}\n${lines.join('\n')}\n`], 'trust.csv'))
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })
        document.querySelector('.drop')?.dispatchEvent(event)
        const seen = new Set<number>()
        for (;;) {
          await new Promise(requestAnimationFrame)
          const bar = document.querySelector('progress')
          if (bar !== null) seen.add(bar.value)
          const cancel = document.querySelector<HTMLButtonElement>('.reading button')
          if (end === 'cancelled' && cancel !== null) {
            cancel.click()
            return []
          }
          if (document.body.innerText.includes('50000 pupils understood')) return [...seen]
        }
      }, until)
    await drop('cancelled')
    await page.waitForSelector('.drop')
    const progress = await drop('read')
    expect(progress.length).toBeGreaterThan(3)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    await waitForText(page, 'The file has 400 classes; at most 300')
    expect(trouble).toEqual([])
    await page.close()
  })

  it('refuses what is no list with a sentence', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await press(page, 'Import a file or paste')
    const drop = (make: string) =>
      page.evaluate((what) => {
        const file =
          what === 'huge'
            ? new File([new Uint8Array(61 * 1024 * 1024)], 'huge.csv')
            : new File([Uint8Array.of(0x50, 0x4b, 3, 4, 1)], 'class.xlsx')
        const data = new DataTransfer()
        data.items.add(file)
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })
        document.querySelector('.drop')?.dispatchEvent(event)
      }, make)
    await drop('huge')
    await waitForText(page, 'The file has 61 MB')
    await drop('workbook')
    await waitForText(page, 'This is an Excel workbook or a zip file')
    expect(await saved(page)).toEqual([])
    await page.close()
  })

  it('stays usable with 5,000 lines', async () => {
    const { page } = await gallery.open('page=options', 1200)
    const rows = Array.from({ length: 5000 }, (_, i) => `Pupil${i},Name${i}`)
    await pasteList(page, `First name,Last name\n${rows.join('\n')}\n`)
    await waitForText(page, '5000 pupils understood')
    expect(await page.$$eval('.import-table tbody tr', (found) => found.length)).toBe(100)
    await page.close()
  })
})

describe('archive and sets', () => {
  it('puts a class away, shows it as such, and brings it back', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await press(page, 'Year 2 Story time0 pupils')
    await press(page, 'Archive')
    await waitForText(page, 'kept, and not offered for lessons')
    expect((await saved(page)).at(-1)?.archivedAt).toBeGreaterThan(0)
    await waitForText(page, 'Archived (1)')
    expect(await axeViolations(page)).toEqual([])
    await press(page, 'Bring back')
    await page.waitForFunction(() => !document.body.innerText.includes('Archived ('))
    expect((await saved(page)).at(-1)).not.toHaveProperty('archivedAt')
    await page.close()
  })

  it('makes a set of pupils of a class, by hand and from a list, and warns before it loses them', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await press(page, 'Add a set')
    await page.type('input[placeholder="Maths set 2"]', 'Maths set 2')
    await page.locator('::-p-text(Year 4 Maths 0 of 5 in the set)').click()
    await page.locator('.set-pupils ::-p-text(Dev Shah)').click()
    await waitForText(page, '1 of 5 in the set')
    expect(await axeViolations(page)).toEqual([])
    await press(page, 'Import a list of names')
    await page.evaluate(() => {
      const field = document.querySelector('textarea')
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
      set?.call(field, 'Name\nFreya Hughes\nNobody Here\n')
      field?.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await press(page, 'Look at what I pasted')
    await waitForText(page, 'Nobody Here, is in no class here')
    await press(page, 'Take this: 1 added')
    await press(page, 'Save set')
    await waitForText(page, 'Imported from what you pasted')
    const set = (await saved(page)).at(-1)
    expect(set?.pupils).toEqual([])
    expect(set?.members).toEqual([
      { registerId: 'y4', pupilId: 'r1' },
      { registerId: 'y4', pupilId: 'r2' },
    ])
    await press(page, 'Year 4 Maths5 pupils')
    await press(page, 'Delete')
    await waitForText(page, 'Maths set 2 loses 2 pupils.')
    await page.close()
  })

  it('warns before a class is deleted that a lesson runs with', async () => {
    const { page } = await gallery.open('page=options&lesson=y4', 1200)
    await press(page, 'Delete')
    await waitForText(page, 'A lesson is running with this class.')
    await press(page, 'Go back')
    await press(page, 'Year 2 Story time0 pupils')
    await press(page, 'Delete')
    await page.waitForSelector('[role=alertdialog]')
    expect(await textOf(page)).not.toContain('A lesson is running')
    await page.close()
  })
})

describe('the school', () => {
  it('saves settings and refuses what would not help in an emergency', async () => {
    const { page } = await gallery.open('page=options&state=school', 1000)
    await press(page, 'Add a contact')
    await page.type('fieldset:nth-of-type(2) input', 'David Osei')
    await press(page, 'Save settings')
    await waitForText(page, 'a contact has no phone number')
    await page.type('fieldset:nth-of-type(2) span:nth-of-type(3) input', '01632 960 102')
    await press(page, 'Save settings')
    await waitForText(page, 'Saved.')
    const kept = (await asked(page)).find(({ kind }) => kind === 'saveSettings')?.payload
    expect(kept).toMatchObject({
      version: 3,
      schoolName: 'Crossways Schools',
      dsl: [{ name: 'Helen Marsh' }, { name: 'David Osei', phone: '01632 960 102' }],
      retentionDays: 365,
    })
    await page.close()
  })

  it('refuses a retention that is no number of days', async () => {
    const { page } = await gallery.open('page=options&state=school', 1000)
    await page.type('[inputmode=numeric]', 'x')
    await press(page, 'Save settings')
    await waitForText(page, 'Not saved: the days')
    expect((await asked(page)).some(({ kind }) => kind === 'saveSettings')).toBe(false)
    await page.close()
  })

  it('erases everything only after a second question', async () => {
    const { page } = await gallery.open('page=options&state=data', 1000)
    await press(page, 'Erase everything')
    await page.waitForSelector('[role=alertdialog]')
    expect(await page.$eval('[role=alertdialog]', (one) => one.textContent)).toContain('concern')
    expect((await asked(page)).some(({ kind }) => kind === 'eraseAll')).toBe(false)
    await page.locator('[role=alertdialog] ::-p-text(Erase everything)').click()
    await page
      .locator(
        '::-p-xpath(//*[@role="alertdialog"]//button[normalize-space(.)="Erase everything"])',
      )
      .click()
    await waitForText(page, 'Everything is erased.')
    await page.close()
  })
})

describe('the rules', () => {
  it('are changed in a form that says what contradicts itself, and keeps nothing by half', async () => {
    const { page } = await gallery.open('page=options&state=rules', 420)
    await press(page, 'Change a copy of these rules')
    await page.waitForSelector('.rules select')
    expect(await axeViolations(page)).toEqual([])
    const cameras = await page.waitForSelector('::-p-aria([name="Cameras"][role="combobox"])')
    await cameras?.select('off')
    await waitForText(page, 'there is nothing to look at')
    expect(await axeViolations(page)).toEqual([])
    expect(await sticksOut(page)).toBe(0)
    await press(page, 'Save and use these rules')
    await waitForText(page, 'Not saved: 1 thing to put right')
    expect((await asked(page)).some(({ kind }) => kind === 'saveSettings')).toBe(false)
    await cameras?.select('on')
    await press(page, 'Save and use these rules')
    await waitForText(page, 'Saved as version 1')
    const kept = (await asked(page)).find(({ kind }) => kind === 'saveSettings')?.payload
    expect(kept).toMatchObject({
      packId: 'our-school',
      ownPack: { id: 'our-school', version: '1', cameraRule: 'on' },
      schoolName: 'Crossways Schools',
    })
    await page.close()
  })

  it('come from a file whole, or not at all with every reason', async () => {
    const { page } = await gallery.open('page=options&state=rules', 1000)
    const give = async (text: string) => {
      const file = join(await mkdtemp(join(tmpdir(), 'lesson-steward-')), 'rules.json')
      await writeFile(file, text)
      const input = await page.$('input[aria-label="File of rules"]')
      await (input as ElementHandle<HTMLInputElement>).uploadFile(file)
    }
    const crossways = packById('crossways')
    await give(formatRules({ ...crossways, id: 'x', clauses: ['EG-24', 'EG-27'] }))
    await waitForText(page, 'This file can’t be used. Nothing was changed.')
    const problems = await page.$$eval('.problem', (all) => all.map((one) => one.textContent))
    expect(problems).toEqual([
      'locks contradicts clause EG-24, which locks the call',
      'cameraRule contradicts clause EG-27, which wants the camera on to enter',
    ])
    await give(formatRules({ ...crossways, id: 'hillside', schoolName: 'Hillside' }))
    await waitForText(page, 'are in use from now on')
    await press(page, 'Change these rules')
    await page.close()
  })

  it('of the school are not replaced by a file before somebody has said so', async () => {
    const { page } = await gallery.open('page=options&state=rules', 360)
    const give = async (text: string) => {
      const file = join(await mkdtemp(join(tmpdir(), 'lesson-steward-')), 'rules.json')
      await writeFile(file, text)
      const input = await page.$('input[aria-label="File of rules"]')
      await (input as ElementHandle<HTMLInputElement>).uploadFile(file)
    }
    const saved = async () =>
      (await asked(page)).flatMap(({ kind, payload }) => (kind === 'saveSettings' ? [payload] : []))
    const first = { ...packById('crossways'), id: 'hillside', schoolName: 'Hillside' }
    await give(formatRules(first))
    await waitForText(page, 'are in use from now on')
    const second = { ...first, schoolName: 'Hillside', version: '2', retentionDays: 30 }
    await give(formatRules(second))
    await waitForText(page, 'your school’s own rules on this computer: “Hillside”, version 2026.1.')
    await waitForText(page, 'Records are then kept for 30 days instead of 365')
    expect(await axeViolations(page)).toEqual([])
    expect(await sticksOut(page)).toBe(0)
    await press(page, 'Keep everything as it is')
    await waitForText(page, 'Nothing was changed.')
    expect(await saved()).toHaveLength(1)
    await give(formatRules(second))
    await press(page, 'Replace and use these rules')
    await waitForText(page, 'are in use from now on')
    expect((await saved()).at(-1)).toMatchObject({ ownPack: second, retentionDays: 30 })
    await page.close()
  })

  it('that the school has set can’t be changed, and say so', async () => {
    const { page } = await gallery.open('page=options&state=rules&schoolset', 360)
    await waitForText(page, 'Set by your school')
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('Change')
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })
})

describe('the record', () => {
  it('fits every width, has no serious fault in light and dark, and shows names as text', async () => {
    const { page, trouble } = await gallery.open('page=record')
    for (const width of [320, 420, 1100]) {
      await page.setViewport({ width, height: 900 })
      expect(await sticksOut(page), `${width} px`).toBe(0)
    }
    for (const scheme of ['light', 'dark'] as const) {
      await setScheme(page, scheme)
      expect(await axeViolations(page), scheme).toEqual([])
    }
    expect(trouble).toEqual([])
    await page.close()
  })

  it('says the timeline in words, gaps and all', async () => {
    const { page } = await gallery.open('page=record', 1100)
    const bars = await page.$$eval('.bar', (found) =>
      found.map((bar) => bar.getAttribute('aria-label')),
    )
    expect(bars).toHaveLength(8)
    expect(bars[3]).toContain('10:01 to 10:18, 10:22 to 10:47')
    await page.close()
  })

  it('prints on A4 without buttons', async () => {
    const { page } = await gallery.open('page=record', 1100)
    await page.emulateMediaType('print')
    const hidden = await page.$$eval('.no-print', (found) =>
      found.map((one) => getComputedStyle(one).display),
    )
    expect(new Set(hidden)).toEqual(new Set(['none']))
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const text = new TextDecoder('latin1').decode(pdf)
    const sizes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map((box) => [
      Number(box[1]),
      Number(box[2]),
    ])
    expect(sizes.length).toBeGreaterThan(0)
    for (const [width = 0, height = 0] of sizes) {
      expect(width).toBeCloseTo(595, -1)
      expect(height).toBeCloseTo(842, -1)
    }
    await page.close()
  })

  it('says when there is no such record', async () => {
    const { page } = await gallery.open('page=record&state=unknown')
    await waitForText(page, 'There is no record')
    await page.close()
  })
})
