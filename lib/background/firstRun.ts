import type { Shelf } from '../desk/shelf.ts'

/**
 * The welcome page opens by itself once: after an install, never after an update, never a second time, and not where the school
 * has said that it does not want that on its computers.
 */
export async function welcomeNewcomer(
  reason: string,
  shelf: Pick<Shelf, 'welcome' | 'saveWelcome' | 'managed'>,
  open: () => Promise<unknown>,
): Promise<void> {
  if (reason !== 'install') return
  const progress = await shelf.welcome()
  if (progress.opened) return
  if ((await shelf.managed()).welcomePage === false) return
  await shelf.saveWelcome({ ...progress, opened: true })
  await open()
}
