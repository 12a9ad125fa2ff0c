import { useCallback } from 'react'
import type { Command } from '../../lib/meeting/index.ts'
import { failureWords } from '../../lib/words/inWords.ts'
import { t } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { useDoing } from '../ui/useDoing.ts'
import { outcomeSentence } from './words.ts'

export interface Asked {
  readonly busy: boolean
  /** What became of it, in plain words; empty before and while it runs. */
  readonly said: string
  readonly run: (what: () => Promise<string>) => void
  /** A command to the meeting; `done` is said only when it was seen to happen. */
  readonly perform: (command: Command, done: string) => void
}

/** One thing asked of the background, and what became of it, in the panel's words. */
export function useAsked(ask: Ask): Asked {
  const { busy, said, run: doing } = useDoing('')
  const run = useCallback(
    (what: () => Promise<string>) =>
      doing(what, (failure) =>
        failureWords(failure, t('That did not get through. Please try again.')),
      ),
    [doing],
  )
  const perform = useCallback(
    (command: Command, done: string) =>
      run(async () => outcomeSentence(await ask('perform', { command }), done)),
    [ask, run],
  )
  return { busy, said, run, perform }
}
