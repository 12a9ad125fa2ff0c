import type { Concern } from '../../lib/concern/types.ts'
import { ownZone } from '../ui/time.ts'
import { at } from './sampleClock.ts'

export const SAMPLE_CONCERN: Concern = {
  ref: 'C-20261109-1041-1',
  at: at(10, 41),
  happenedAt: at(10, 31),
  timeZone: ownZone(),
  sessionId: 's1',
  where: 'Live video lesson, Year 4 Maths, Google Meet abc-defg-hij',
  writer: 'Sara Khan, class teacher',
  about: 'Dev Shah',
  category: 'disclosure',
  words: 'I don’t want to go home after.',
  facts:
    'Dev stayed in the call when the others left. He looked to the side twice before he spoke.',
  opinion: 'He seemed frightened of somebody in the room.',
  present: 'Tom Lee, teaching assistant',
  actions: 'I thanked him for telling me and said that I would speak to Mrs Marsh.',
  told: 'Helen Marsh, designated safeguarding lead',
  toldAt: at(10, 38),
}
