import type { Message } from '../../words/catalogue.ts'

/**
 * What can be said to a child, or to the class, about a clause, without a name and before anything has happened. A clause that is not here
 * is nothing that a child could do. What is said once something was seen stands with the prompts.
 */
export const TO_A_PUPIL = {
  'CW-1': 'Please keep the link to our lesson in the family.',
  'CW-2': 'Please wait in the waiting room. I’ll let you in one after the other.',
  'CW-3': 'Please come a few minutes early next time, so that we can all begin together.',
  'CW-4': 'Could you put your own name on your picture, please? A grown-up can help.',
  'EG-7': 'How are you today? You can always tell me.',
  'EG-9': 'If something worries you, tell me, a grown-up at home, or anybody at school.',
  'EG-13': 'Could you put your own name back, please? Then I know that it is you.',
  'EG-14':
    'We don’t write telephone numbers, addresses or other private things in the chat, please.',
  'EG-15': 'Next time please join with a grown-up’s account.',
  'EG-21': 'Please don’t record our lesson.',
  'CW-5': 'Could your grown-up say hello, please, and stay in the room with you?',
  'CW-6': 'Please fetch a grown-up and come back. I’ll let you in again.',
  'EG-24': 'We have begun, so the door is locked now. Next time please be here at the start.',
  'EG-26': 'Please keep your microphone off until I say your name.',
  'EG-27': 'Could you switch your camera on, please, so that I can see you?',
  'EG-28': 'Does your grown-up know that we have our lesson now?',
  'CW-7': 'Could you put on what you would wear to school, please? I’ll wait for you.',
  'CW-9': 'Could you take your laptop to the kitchen or living room, please? I’ll wait for you.',
  'CW-12': 'Please don’t take pictures of our lesson.',
  'EG-29': 'We are kind to each other here, as we are at school.',
  'EG-30': 'Could you put something on over your pyjamas, please? I’ll wait for you.',
  'EG-31': 'Could you stop sharing your screen, please?',
  'EG-32': 'Please don’t write to each other during the lesson. Ask me, I’ll help.',
  'EG-33': 'Please don’t put files into the chat.',
  'EG-34': 'Could you sit so that I see you and not the rest of the room, please?',
  'EG-35': 'Please tell nobody your password, only your grown-ups.',
  'EG-38': 'May I speak to your grown-up first, please?',
  'CW-13': 'We stop here for today. I’ll ring your families.',
  'EG-39': 'Thank you for telling me. I’ll talk to somebody who can help you.',
} as const satisfies Readonly<Record<string, Message>>
