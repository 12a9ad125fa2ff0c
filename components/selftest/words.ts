import type { HealthReason, HealthTopic, LooksFrom } from '../../lib/meeting/index.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { healthSentence } from '../panel/words.ts'

export { SITE_NAMES as SITE } from '../../lib/meeting/sites.ts'

export const FROM: Readonly<Record<LooksFrom, Message>> = {
  shipped: 'of {day}, the extension’s own',
  file: 'of {day}, from a file',
  school: 'of {day}, set by your school',
}

/** Why something can't be seen, as a sentence. */
export function whySentence(topic: HealthTopic, why: HealthReason): string {
  return healthSentence(topic, { level: 'blind', why })
}
