import { z } from 'zod'

/** The three steps of the first use, in their order. */
export const WELCOME_STEPS = ['rules', 'register', 'practice'] as const
export type WelcomeStep = (typeof WELCOME_STEPS)[number]

/** How far somebody has come on the welcome page, so that it can be left and taken up again. */
export const welcomeProgress = z.object({
  /** The page opened by itself once; it does not do so again. */
  opened: z.boolean(),
  at: z.enum(WELCOME_STEPS),
  done: z.array(z.enum(WELCOME_STEPS)).max(WELCOME_STEPS.length),
})
export type WelcomeProgress = Readonly<z.infer<typeof welcomeProgress>>

export const NEW_HERE: WelcomeProgress = { opened: false, at: 'rules', done: [] }

/** A step is done (once is enough) and the next one that is not is shown; after the last one it stays where it is. */
export function finished(progress: WelcomeProgress, step: WelcomeStep): WelcomeProgress {
  const done = WELCOME_STEPS.filter((one) => one === step || progress.done.includes(one))
  const later = WELCOME_STEPS.slice(WELCOME_STEPS.indexOf(step) + 1)
  const next = later.find((one) => !done.includes(one)) ?? later[0] ?? step
  return { ...progress, at: next, done }
}
