import type { LanguageChoice } from '../words/language.ts'
import type { MeetingWords } from '../words/start.ts'
import type { MeetingTab, MeetingTabs } from './meetingTabs.ts'

/** Speaks the language of the settings from now on, and says what meeting pages need of it; never rejects. */
export type Speak = (choice: LanguageChoice) => Promise<MeetingWords>

/**
 * The language that the desk speaks. A meeting page speaks English by itself and has no settings to look into: without being told it
 * would go on in another language than the panel beside it.
 */
export class Voice {
  readonly #speak: Speak
  readonly #tabs: MeetingTabs
  /** Undefined before the settings are known. */
  #words: MeetingWords | undefined

  constructor(speak: Speak, tabs: MeetingTabs) {
    this.#speak = speak
    this.#tabs = tabs
  }

  /** Open meetings hear of a change at once. */
  async take(choice: LanguageChoice): Promise<void> {
    const before = this.#words?.language
    this.#words = await this.#speak(choice)
    if (before === undefined || before === this.#words.language) return
    for (const tab of this.#tabs.all()) tab.send({ type: 'words', ...this.#words })
  }

  /** For a page that has just come, before its first view. */
  greet(tab: MeetingTab): void {
    if (this.#words !== undefined && this.#words.language !== 'en')
      tab.send({ type: 'words', ...this.#words })
  }
}
