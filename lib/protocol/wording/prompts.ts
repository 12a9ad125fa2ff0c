import type { PromptAnswer, PromptKind } from '../../session/events.ts'
import type { Message } from '../../words/catalogue.ts'
import type { PromptWording } from './types.ts'

/**
 * What the teacher reads and may say for each kind of prompt. Data only.
 * Places: {name} the only or first name, {names} all of them, {call} the name(s) to say aloud, {n} how many, and those of
 * `PromptExtra`. A prompt never says that a child did wrong: it says what may be seen and what to do.
 */
export const ANSWER_LABELS: Readonly<Record<PromptAnswer, Message>> = {
  askToMove: 'Ask to move',
  cameraOff: 'Camera off',
  looksFine: 'Looks fine',
  later: 'Later',
  askCameraOn: 'Ask for camera',
  lockNow: 'Lock now',
  wait: '1 more minute',
  admit: 'Admit',
  deny: 'Don’t let in',
  remove: 'Remove',
  expected: 'I know them',
  seen: 'OK',
  adultSeen: 'Adult is there',
  hold: 'Take out for now',
  endCall: 'End the call',
  reason: 'Write the reason',
  dismissed: 'Close',
  cleared: 'Cleared',
  withdrawn: 'Check off',
}

export const PROMPT_WORDING: Readonly<Record<PromptKind, PromptWording>> = {
  room: {
    title: {
      one: '{name} may be in a {place}',
      many: '{n} pupils may be in a bedroom or bathroom',
    },
    body: {
      one: 'Pupils join from a shared room such as the kitchen or living room. Only you see this.',
      many: '{names} Pupils join from a shared room such as the kitchen or living room. Only you see this.',
    },
    say: {
      one: '{call}, could you take your laptop to the kitchen or living room, please? I’ll wait for you.',
      many: '{call}, could you take your laptops to the kitchen or living room, please? I’ll wait for you.',
    },
    answers: ['askToMove', 'cameraOff', 'looksFine', 'later'],
    labels: {},
  },
  cameraOff: {
    title: { one: '{name}’s camera is off', many: '{n} cameras are off' },
    body: {
      one: 'The camera is on to come in, so that you can see who is there.',
      many: '{names} The camera is on to come in, so that you can see who is there.',
    },
    say: {
      one: 'Hello {call}, could you switch your camera on, please, so that I can see you? A grown-up can help.',
      many: '{call}, could you switch your cameras on, please, so that I can see you? A grown-up can help.',
    },
    answers: ['askCameraOn', 'seen', 'remove', 'later'],
    answersMany: ['askCameraOn', 'seen', 'later'],
    labels: { seen: 'Fine as it is' },
  },
  unknownPerson: {
    title: { one: '{name} is not on the register', many: '{n} people are not on the register' },
    body: {
      one: 'Ask who it is before the lesson goes on.',
      many: '{names} Ask who they are before the lesson goes on.',
    },
    say: {
      one: 'Hello, I can’t tell from your name who you are. Could you tell me, please?',
      many: 'Hello, I can’t tell from some of the names who you are. Could you tell me, please?',
    },
    answers: ['expected', 'remove', 'later'],
    answersMany: ['seen', 'later'],
    labels: { seen: 'I’ll check the list' },
  },
  renamed: {
    title: { one: '{old} is now called {new}', many: '{n} names have changed' },
    body: {
      one: 'The name changed at {time}, after coming in. Check that it is still the same person.',
      many: '{names} Check that they are still the same people.',
    },
    say: {
      one: '{call}, I see a new name on your picture. Could you put your own name back, please?',
      many: 'Some names have changed. Could you put your own names back, please?',
    },
    answers: ['seen', 'remove', 'later'],
    labels: { seen: 'I know who it is' },
  },
  duplicateName: {
    title: { one: 'Two people show the name {name}', many: '{n} people show the name {name}' },
    body: {
      one: 'One of them may be somebody else, or a second device. Ask both to wave.',
      many: 'One of them may be somebody else, or a second device. Ask each of them to wave.',
    },
    say: { one: '{call}, I can see your name twice. Could you wave to me, please?' },
    answers: ['seen', 'later'],
    labels: { seen: 'Same person' },
  },
  lockSoon: {
    title: {
      none: 'The call locks soon',
      one: 'The call locks soon: 1 expected pupil is not here',
      many: 'The call locks soon: {n} expected pupils are not here',
    },
    body: {
      none: 'The call is locked at {time}.',
      one: '{names} The call is locked at {time}.',
      many: '{names} The call is locked at {time}.',
    },
    say: { none: '', one: '', many: '' },
    answers: ['seen', 'wait'],
    labels: {},
  },
  lockDue: {
    title: { one: 'Lock the call now', none: 'Lock the call now' },
    body: {
      one: 'It is time: from now on nobody else joins.',
      none: 'It is time: from now on nobody else joins. {evidence}',
    },
    say: { one: '', none: '' },
    answers: ['lockNow', 'wait', 'later'],
    labels: {},
  },
  lockGone: {
    title: { one: 'The call is open again', none: 'The call is open again' },
    body: {
      one: 'It was locked before. If you let somebody back in, lock it again now.',
      none: 'It was locked before. If you let somebody back in, lock it again now.',
    },
    say: { one: '', none: '' },
    answers: ['lockNow', 'seen', 'later'],
    labels: { lockNow: 'Lock again', seen: 'Leave it open' },
  },
  lateKnock: {
    title: {
      one: '{name} asks to come in, after the lock',
      many: '{n} people ask to come in, after the lock',
    },
    body: {
      one: 'Your policy: once the call is locked nobody else joins. You decide.',
      many: '{names} Your policy: once the call is locked nobody else joins. You decide.',
    },
    say: { one: '' },
    answers: ['deny', 'admit', 'later'],
    labels: { deny: 'Don’t let in', admit: 'Admit anyway', later: 'Leave waiting' },
  },
  droppedPupil: {
    title: {
      one: '{name} was here and has dropped out',
      many: '{n} pupils were here and have dropped out',
    },
    body: {
      one: 'If the call is locked, they can’t come back by themselves. Watch for a knock, or ring home.',
      many: '{names} If the call is locked, they can’t come back by themselves. Watch for a knock, or ring home.',
    },
    say: { one: '' },
    answers: ['seen', 'later'],
    labels: {},
  },
  noConsent: {
    title: { one: 'No consent to video for {name}', many: 'No consent to video for {n} pupils' },
    body: {
      one: 'The register says that the parents have not agreed to video calls. Ring them before the child joins.',
      many: '{names} The register says that the parents have not agreed to video calls. Ring them.',
    },
    say: {
      one: 'Hello {call}, I need a quick word with a grown-up at home first. You have done nothing wrong.',
      many: 'I need a quick word with your grown-ups at home first. You have done nothing wrong.',
    },
    answers: ['remove', 'seen', 'later'],
    answersMany: ['seen', 'later'],
    labels: { seen: 'Consent given today' },
  },
  chatFlag: {
    title: { one: '{name} wrote {what} in the chat', many: 'Personal information in the chat' },
    body: {
      one: '“{masked}”. Ask for the message to be deleted, and tell a parent if needed.',
      many: 'From {names} Ask for the messages to be deleted, and tell the parents if needed.',
    },
    say: {
      one: 'A reminder for everybody: we don’t share phone numbers, addresses or account names in the chat.',
    },
    answers: ['seen', 'later'],
    labels: { seen: 'Dealt with' },
  },
  recording: {
    title: {
      none: 'This call is being {kept}',
      one: 'This call is being {kept}, without permission for {name}',
      many: 'This call is being {kept}, without permission for {n} people',
    },
    body: {
      none: 'Lessons with pupils are not recorded without the parents’ permission. Stop it, unless you have it for everybody.',
      one: 'Lessons with pupils are not recorded without the parents’ permission. Stop it.',
      many: '{names} Lessons with pupils are not recorded without the parents’ permission. Stop it.',
    },
    say: { none: '', one: '', many: '' },
    answers: ['seen', 'later'],
    labels: { seen: 'I’ll stop it' },
  },
  noteTaker: {
    title: {
      none: 'The meeting is taking notes',
      one: '{name} looks like a note-taking bot',
      many: '{n} note-taking bots are here',
    },
    body: {
      none: 'Notes of what children say leave the call. Stop it, unless the school has agreed to it.',
      one: 'It may record what children say and send it elsewhere. Remove it, unless the school has agreed to it.',
      many: '{names} They may record what children say and send it elsewhere. Remove them.',
    },
    say: { none: '', one: '', many: '' },
    answers: ['remove', 'expected', 'later'],
    labels: { expected: 'The school uses it', seen: 'I’ll stop it' },
  },
  presenting: {
    title: { one: '{name} is presenting', many: '{n} people other than staff are presenting' },
    body: {
      one: 'Screen sharing is for staff, unless you asked for it.',
      many: '{names} Screen sharing is for staff, unless you asked for it.',
    },
    say: { one: 'Thank you, {call}. Could you stop sharing your screen now, please?' },
    answers: ['seen', 'remove', 'later'],
    labels: { seen: 'I asked for it' },
  },
  alone: {
    title: { one: 'You are alone with {name}', none: 'You are alone with one pupil' },
    body: {
      one: 'Ask a colleague to join or the parent to stay in the picture, or end the call.',
      none: 'Ask a colleague to join or the parent to stay in the picture, or end the call.',
    },
    say: {
      one: '{call}, could you ask your grown-up to come and sit with you for a moment, please?',
      none: 'Could you ask your grown-up to come and sit with you for a moment, please?',
    },
    answers: ['seen', 'endCall', 'later'],
    labels: { seen: 'An adult is with us' },
  },
  fewStaff: {
    title: { one: 'You are the only member of staff', none: 'You are the only member of staff' },
    body: {
      one: 'Two members of staff are in the call where possible. If it is not possible this time, write the reason in the panel.',
      none: 'Two members of staff are in the call where possible. If it is not possible this time, write the reason in the panel.',
    },
    say: { one: '', none: '' },
    answers: ['seen', 'later'],
    labels: { seen: 'I’ll see to it' },
  },
  noAdult: {
    title: { one: 'No adult seen yet with {name}', many: 'No adult seen yet with {n} pupils' },
    body: {
      one: 'A parent or carer is in the room at the start. If nobody can come, the lesson can’t go on for this child.',
      many: '{names} A parent or carer is in the room at the start. Ask, and tick each child in the list.',
    },
    say: {
      one: '{call}, could you ask your grown-up to come and say hello, please?',
      many: '{call}, could you ask your grown-ups to come and say hello, please?',
    },
    answers: ['adultSeen', 'hold', 'later'],
    answersMany: ['seen', 'later'],
    labels: { seen: 'I’ll tick the list' },
  },
  adultAgain: {
    title: { one: 'Is an adult still there with {name}?', many: 'Are the adults still there?' },
    body: {
      one: 'The parent or carer stays in the same room through the lesson. It is some time since you looked.',
      many: '{names} Parents or carers stay in the same room through the lesson. It is some time since you looked.',
    },
    say: {
      one: '{call}, is your grown-up still with you? A wave is enough.',
      many: 'Are your grown-ups still with you? A wave is enough.',
    },
    answers: ['adultSeen', 'later', 'seen'],
    labels: { adultSeen: 'Still there', seen: 'Not now' },
  },
  goneLong: {
    title: {
      one: '{name} has been gone since {time}',
      many: '{n} pupils have been gone for a while',
    },
    body: {
      one: 'They were here before and have not come back. If you did not expect it, ring home.',
      many: '{names} They were here before and have not come back. If you did not expect it, ring home.',
    },
    say: { one: '' },
    answers: ['seen', 'later'],
    labels: { seen: 'I know why' },
  },
  filePosted: {
    title: { one: '{name} put a file into the chat', many: 'Files were put into the chat' },
    body: {
      one: 'Only staff share files. Ask for it to be deleted, and look at it only if you need to.',
      many: 'From {names} Only staff share files. Ask for them to be deleted.',
    },
    say: { one: 'Thank you, but please don’t share files in the chat. Could you delete it again?' },
    answers: ['seen', 'later'],
    labels: { seen: 'Dealt with' },
  },
  chatUsed: {
    title: { one: '{name} wrote in the chat', many: '{n} people wrote in the chat' },
    body: {
      one: 'Your school keeps the chat off. It can be switched off under “Class”, or in the meeting.',
      many: '{names} Your school keeps the chat off. It can be switched off under “Class”, or in the meeting.',
    },
    say: { one: 'Please put your hand up instead of writing in the chat. Thank you.' },
    answers: ['seen', 'later'],
    labels: { seen: 'Dealt with' },
  },
  outsideHours: {
    title: { one: 'This is outside school hours', none: 'This is outside school hours' },
    body: {
      one: 'Your school’s hours are {hours}. If it has to be, write the reason on the checklist (EG-20).',
      none: 'Your school’s hours are {hours}. If it has to be, write the reason on the checklist (EG-20).',
    },
    say: { one: '', none: '' },
    answers: ['seen', 'later'],
    labels: {},
  },
}
