import { speak, languageOf, type Language, type LanguageChoice } from './language.ts'
import { readWords } from './load.ts'

/** Where the build puts the words of a language; English has no file, its sentences stand in the code. */
export const wordsPath = (language: Exclude<Language, 'en'>): string => `/words/${language}.json`

/**
 * Takes up the language that was chosen. `fetchText` gets a file of the extension itself. Never rejects: without its words everything is
 * said in English, which is better than nothing said.
 */
export async function startSpeaking(
  choice: LanguageChoice,
  preferred: readonly string[],
  fetchText: (path: string) => Promise<string>,
): Promise<Language> {
  const language = languageOf(choice, preferred)
  if (language === 'en') {
    speak('en', new Map())
    return 'en'
  }
  try {
    speak(language, readWords(await fetchText(wordsPath(language))))
    return language
  } catch (failure) {
    console.warn(`The words of the language “${language}” could not be read.`, failure)
    speak('en', new Map())
    return 'en'
  }
}
