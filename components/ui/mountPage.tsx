import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ownFile } from '../../lib/bus/ownFile.ts'
import { browser } from '../../lib/bus/browser.ts'
import { LANGUAGE_CHOICES, type LanguageChoice } from '../../lib/words/language.ts'
import { startSpeaking, wordsPath } from '../../lib/words/start.ts'
import { NotShown, PageGuard } from './PageGuard.tsx'

/**
 * A page of ours in the language of the settings. `make` is called when that is known, for nothing may be said before. Where the page
 * can't be made or drawn, that is said in its place.
 */
export function mountPage(make: () => ReactNode): void {
  const root = document.getElementById('root')
  if (!root) throw new Error(`${location.pathname} has no #root`)
  const shown = createRoot(root)
  const again = () => location.reload()
  made(make).then(
    (page) =>
      shown.render(
        <StrictMode>
          <PageGuard onAgain={again}>{page}</PageGuard>
        </StrictMode>,
      ),
    (failure: unknown) => {
      console.error('The page could not be made', failure)
      shown.render(<NotShown onAgain={again} />)
    },
  )
}

async function made(make: () => ReactNode): Promise<ReactNode> {
  const language = await startSpeaking(await chosen(), navigator.languages, async (other) => {
    // Only where it is spoken: what reads a language is as large as a page.
    const { readWords } = await import('../../lib/words/load.ts')
    return readWords(await ownFile(wordsPath(other)))
  })
  document.documentElement.lang = language === 'en' ? 'en-GB' : language
  return make()
}

/** As it is stored (lib/storage/settings.ts), without that file's schema, which a page would carry for this alone. */
async function chosen(): Promise<LanguageChoice> {
  try {
    const { settings } = await browser.storage.local.get('settings')
    const stored: unknown =
      typeof settings === 'object' && settings !== null
        ? Reflect.get(settings, 'language')
        : undefined
    return LANGUAGE_CHOICES.find((one) => one === stored) ?? 'browser'
  } catch (failure) {
    console.warn('The language that was chosen could not be read', failure)
    return 'browser'
  }
}
