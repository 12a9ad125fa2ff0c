import { ask } from './rule.ts'
import type { ClauseRule } from './rule.ts'

/** Ernesford Grange, what families are told beforehand. */
export const beforeFamilies: readonly ClauseRule[] = [
  ask('EG-3', 'before', [
    'Parents were told which sites are used, what the children do there and which staff they meet.',
    'Tick when it is on the school blog, in an e-mail or was said on the phone.',
  ]),
  ask('EG-4', 'before', [
    'Staff, parents and pupils have the acceptable-use guidance.',
    'Tick when everybody in this class has been given it.',
  ]),
  ask('EG-6', 'before', [
    'Parents were notified that video is used and where the policy can be read.',
    'Tick when they were.',
  ]),
  ask('EG-9', 'before', [
    'Children are reminded how to report a worry and how to ask for help.',
    'Say at the start: “If anything here makes you feel worried, tell me or a grown-up at home. You will not be in trouble.”',
  ]),
  ask('EG-18', 'before', [
    'Families have the safeguarding and etiquette guidance and the timetable beforehand.',
    'Tick when both have been sent.',
  ]),
  ask('EG-23', 'before', [
    'Joining details go privately to parents’ e-mail.',
    'Tick when the link was sent to parents only, not posted anywhere.',
  ]),
]
