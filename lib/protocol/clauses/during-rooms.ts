import { ownRoom, pupilRooms } from './rooms.ts'
import { rule } from './rule.ts'
import type { ClauseRule } from './rule.ts'

/** Both schools, where people sit. */
export const duringRooms: readonly ClauseRule[] = [
  {
    ...rule(
      'CW-8',
      'during',
      ['auto'],
      'none',
      [
        'Staff have a plain background and are in a suitable place, not a bedroom.',
        'Your own picture is looked at, in the green room already and in the call.',
      ],
      ownRoom,
    ),
    through: [],
  },
  {
    ...rule(
      'CW-9',
      'during',
      ['auto', 'assist'],
      'settles',
      [
        'Pupils are in common areas, not bedrooms; otherwise staff switch the camera off and ask the child to move.',
        'A picture that may show a bedroom is flagged to you alone. You decide: ask to move, camera off, or looks fine.',
      ],
      pupilRooms,
    ),
    through: ['people'],
  },
  {
    ...rule(
      'EG-34',
      'during',
      ['auto', 'ask'],
      'settles',
      [
        'Staff are aware of backgrounds and of others in the room.',
        'Rooms are judged from the picture; note it when somebody else is in view.',
      ],
      pupilRooms,
    ),
    through: ['people'],
  },
]
