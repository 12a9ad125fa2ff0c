import type { Message } from '../words/catalogue.ts'

/**
 * The shortcuts, as data: what the manifest suggests and what the settings show. Each can be changed in the browser. None of them works a
 * control of the meeting: the first three lead to a place where the teacher decides.
 *
 * There is none for letting in the next one: she has to have read the name first, and from the card that `focus-prompt` leads to it is one
 * more press of Enter.
 *
 * The suggested keys are none of Chrome’s own, of Meet’s (Ctrl+D, Ctrl+E, Ctrl+Alt+letter, single letters) or of what Teams documents
 * for meetings (Ctrl+Shift+letter; Alt+Shift with A, C, D, E, R, S, V, Z).
 */
export const SHORTCUTS = [
  { command: '_execute_action', words: 'Open the panel', suggested: 'Alt+Shift+L' },
  { command: 'focus-prompt', words: 'Go to the message on the meeting', suggested: 'Alt+Shift+J' },
  {
    command: 'emergency',
    words: 'Open the emergency steps in the panel',
    suggested: 'Alt+Shift+U',
  },
] as const satisfies readonly { readonly words: Message; readonly [key: string]: string }[]

export type Shortcut = (typeof SHORTCUTS)[number]['command']

/** As the manifest wants it. The browser names `_execute_action` itself and takes no description for it. */
export function manifestCommands(): Record<
  string,
  { readonly suggested_key: { readonly default: string }; readonly description?: string }
> {
  return Object.fromEntries(
    SHORTCUTS.map(({ command, words, suggested }) => [
      command,
      {
        suggested_key: { default: suggested },
        ...(command === '_execute_action' ? {} : { description: words }),
      },
    ]),
  )
}
