import { t } from '../words/say.ts'

const LONGEST = 20

/**
 * The meeting's code where it tells a teacher something: one like Meet's can be held against the address. Undefined of the thread's id that
 * Teams has instead.
 */
export function tellingCode(code: string): string | undefined {
  return code.length <= LONGEST ? code : undefined
}

/** What a lesson is called in a title: its class, else its code. */
export function nameOfLesson(lesson: {
  readonly className: string
  readonly code: string
}): string {
  return lesson.className || (tellingCode(lesson.code) ?? t('No class chosen'))
}
