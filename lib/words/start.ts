import { speak, languageOf, type Language, type LanguageChoice } from './language.ts'
import type { Translation } from './catalogue.ts'
import type { PlainWords } from './load.ts'

/** Where the build puts the words of a language; English has no file, its sentences stand in the code. */
export const wordsPath = (language: Foreign): string => `/words/${language}.json`

type Foreign = Exclude<Language, 'en'>

/**
 * Takes up the language that was chosen. `load` gets its words out of the extension itself. Never rejects: without its words everything
 * is said in English, which is better than nothing said.
 */
export async function startSpeaking(
  choice: LanguageChoice,
  preferred: readonly string[],
  load: (language: Foreign) => Promise<Translation>,
): Promise<Language> {
  const language = languageOf(choice, preferred)
  if (language === 'en') {
    speak('en', new Map())
    return 'en'
  }
  try {
    speak(language, await load(language))
    return language
  } catch (failure) {
    console.warn(`The words of the language “${language}” could not be read.`, failure)
    speak('en', new Map())
    return 'en'
  }
}

/** A language with the words that the script of a meeting page needs: it can't fetch a file of the extension. */
export interface MeetingWords {
  readonly language: Language
  readonly words: PlainWords
}

export const MEETING_ENGLISH: MeetingWords = { language: 'en', words: {} }

/** What meeting pages are told where this language is spoken. Never rejects, as above. */
export async function meetingWords(
  language: Language,
  load: (language: Foreign) => Promise<PlainWords>,
): Promise<MeetingWords> {
  if (language === 'en') return MEETING_ENGLISH
  try {
    return { language, words: await load(language) }
  } catch (failure) {
    console.warn(`The words of the language “${language}” could not be read.`, failure)
    return MEETING_ENGLISH
  }
}
