import { createHash } from 'node:crypto'
import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where Chromium of Debian and its kin reads what a computer's management sets. Branded Chrome has a folder of its own. */
const FOLDER = '/etc/chromium/policies/managed'
const FILE = join(FOLDER, 'lesson-steward-test.json')

/** The id that Chromium gives an unpacked extension: the first half of a hash of its path, in the letters a to p. */
export function unpackedId(path: string): string {
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 32)
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}

/** Why a policy can't be set on this computer; undefined where it can. */
export async function whyNoPolicy(browser: string): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'policy files are a matter of Linux'
  if (!browser.endsWith('chromium')) return `${browser} does not read ${FOLDER}`
  try {
    await mkdir(FOLDER, { recursive: true })
    await access(FOLDER, constants.W_OK)
    return undefined
  } catch {
    return `${FOLDER} can't be written without being root`
  }
}

/** Sets the managed settings of an extension, as the computers of a school get them. */
export async function setPolicy(extensionId: string, settings: object): Promise<void> {
  await writeFile(FILE, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: settings } } }))
}

export async function clearPolicy(): Promise<void> {
  await rm(FILE, { force: true })
}
