import { browser } from '../bus/browser.ts'
import { NEW_HERE, welcomeProgress } from '../welcome/progress.ts'
import type { WelcomeProgress } from '../welcome/progress.ts'

const WELCOME_KEY = 'welcome'

/** Where nothing is stored, or nothing that can be read, it begins at the beginning. */
export async function readWelcome(): Promise<WelcomeProgress> {
  const stored = (await browser.storage.local.get(WELCOME_KEY))[WELCOME_KEY]
  const parsed = welcomeProgress.safeParse(stored)
  return parsed.success ? parsed.data : NEW_HERE
}

export async function writeWelcome(progress: WelcomeProgress): Promise<void> {
  await browser.storage.local.set({ [WELCOME_KEY]: welcomeProgress.parse(progress) })
}
