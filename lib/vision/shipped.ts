import card from '../../models/rooms.json' with { type: 'json' }
import { readModelCard, verdictPolicyOf } from './card.ts'

/** The settings of the verdict for the room model that is in the package. Fails the build's tests where the card is none. */
export const SHIPPED_VERDICT_POLICY = verdictPolicyOf(readModelCard(card))
