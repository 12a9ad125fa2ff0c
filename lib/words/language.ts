import type { Translation } from './catalogue.ts'

/** The languages of the interface. */
export const LANGUAGES = ['en', 'cy'] as const
export type Language = (typeof LANGUAGES)[number]

/** What somebody chose: one of them, or whichever the browser prefers. */
export const LANGUAGE_CHOICES = ['browser', ...LANGUAGES] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

interface Speaking {
  readonly language: Language
  readonly words: Translation
}

// One for each page or worker, as the language of a page is: it is set before the first sentence and changed by loading the page anew.
let speaking: Speaking = { language: 'en', words: new Map() }

/** From now on every sentence is said in this language; in English where it has no words for one. */
export function speak(language: Language, words: Translation): void {
  speaking = { language, words }
}

export function language(): Language {
  return speaking.language
}

export function words(): Translation {
  return speaking.words
}

/** The choice as a language; `preferred` is the browser's list, the dearest first ("cy-GB", "en"). */
export function languageOf(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'browser') return choice
  for (const tag of preferred) {
    const found = LANGUAGES.find((one) => tag.toLowerCase().split('-')[0] === one)
    if (found !== undefined) return found
  }
  return 'en'
}
