import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer'
import { applyImport, idsFromNames, previewImport } from '../../../lib/register/index.ts'
import type { Register } from '../../../lib/register/index.ts'
import { ask } from './panel.ts'

const CLASS_FILE = fileURLToPath(new URL('../../../scripts/demo/class.csv', import.meta.url))

/** The demo's class, read by the product's own import. */
export async function demoClass(): Promise<Register> {
  const preview = previewImport(new Uint8Array(await readFile(CLASS_FILE)))
  const { register } = applyImport(preview, undefined, idsFromNames())
  return { ...register, id: 'year4', name: 'Year 4 Maths' }
}

/** Saves the demo's class and chooses it for the lesson at hand. */
export async function chooseDemoClass(page: Page): Promise<void> {
  await ask(page, 'saveRegister', { register: await demoClass() })
  await ask(page, 'chooseClass', { registerId: 'year4', packId: 'combined' })
}
