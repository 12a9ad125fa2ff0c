import { browser } from './browser.ts'

/** The text of a file that came with the extension. */
export async function ownFile(path: string): Promise<string> {
  const answer = await fetch(browser.runtime.getURL(path))
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.text()
}
