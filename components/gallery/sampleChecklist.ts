import type { CheckState, ChecklistItem } from '../../lib/protocol/types.ts'
import type { PanelView } from '../../lib/views/types.ts'

const SEEN_AT = new Date(2026, 10, 9, 9, 58).getTime()

function step(id: string, text: string, state: CheckState, tickable = false): ChecklistItem {
  return {
    clause: { id, phase: 'before', how: ['auto'], text, help: HELP },
    state,
    tickable,
  }
}

const HELP =
  'The school’s policy asks for this so that children meet only the adults they should. If you can’t do it, note the reason.'

/** One step in each state, in the phases of a lesson. */
export const SAMPLE_CHECKLIST: PanelView['checklist'] = [
  {
    phase: 'before',
    items: [
      step('EG-20', 'The lesson is within school hours', {
        is: 'seen',
        at: SEEN_AT,
        what: '10:00 is within 08:45 to 15:15',
      }),
      step('CW-2', 'The waiting room is on', {
        is: 'seen',
        at: SEEN_AT,
        what: 'people have to ask to join',
      }),
      step(
        'EG-5',
        'A second member of staff is there',
        { is: 'waiting', what: 'nobody else from staff yet' },
        true,
      ),
      step(
        'EG-32',
        'Private messages are off',
        { is: 'blind', what: 'the setting can’t be read here' },
        true,
      ),
      step('EG-17', 'Your own background is plain', {
        is: 'problem',
        what: 'a bed may be in view',
        about: [],
      }),
      step('EG-23', 'Joining details went privately to parents', { is: 'todo' }, true),
      step(
        'EG-6',
        'Parents know about video and the policy',
        { is: 'confirmed', at: SEEN_AT, note: 'newsletter of 2 November', by: 'Sara Khan' },
        true,
      ),
      step('EG-12', 'Ring parents from a private or school number', { is: 'info' }),
    ],
  },
  {
    phase: 'arrival',
    items: [
      step('EG-27', 'Every face is shown', {
        is: 'problem',
        what: 'Grace Okafor has the camera off',
        about: [],
      }),
      step('CW-5', 'An adult was seen with every child', { is: 'waiting', what: '18 of 27' }),
      step(
        'EG-24',
        'The call is locked five minutes after the start',
        { is: 'waiting', what: 'at 10:05' },
        true,
      ),
      step('CW-4', 'Everyone shows a real name', { is: 'problem', what: 'iPad (2)', about: [] }),
    ],
  },
  {
    phase: 'during',
    items: [
      step('CW-9', 'Pupils are in a shared room, not a bedroom', {
        is: 'problem',
        what: 'Dev Shah may be in a bedroom',
        about: [],
      }),
      step('CW-7', 'Everyone is suitably dressed', { is: 'todo' }, true),
    ],
  },
  {
    phase: 'oneToOne',
    items: [
      step('EG-37', 'Two members of staff in a one-to-one lesson', {
        is: 'notApplicable',
        why: 'This is no one-to-one call.',
      }),
      {
        ...step(
          'EG-36',
          'Parents and the head or deputy agreed to it',
          { is: 'notApplicable', why: 'This is no one-to-one call.' },
          true,
        ),
        needs: 'agreements',
      },
    ],
  },
  {
    phase: 'after',
    items: [
      step('EG-40', 'Date, time and length are recorded', {
        is: 'seen',
        at: SEEN_AT,
        what: 'written as it runs',
      }),
    ],
  },
]
