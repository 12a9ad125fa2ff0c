import type { PromptWording } from './types.ts'

const LOOK_ALIKE: Partial<PromptWording> = {
  title: {
    one: '{name} only looks like a name on your register',
    many: '{n} names only look like names on your register',
  },
  body: {
    one: 'It is written with other letters that look the same. Treat it as a stranger until you know who it is.',
    many: '{names} They are written with other letters that look the same. Treat them as strangers until you know who they are.',
  },
}

const PROMISED: Partial<PromptWording> = {
  body: {
    one: 'At {asked} you said that you would stop it, and the meeting still shows it. Stop it now, if you can.',
  },
}

/** Kinds whose words differ by where the person is or who it is. Chosen by `PromptExtra.variant`. */
export const VARIANTS: Readonly<Record<string, Partial<PromptWording>>> = {
  'room.self': {
    title: { one: 'You may be in a {place}' },
    body: {
      one: 'Staff sit in front of a plain background, in a suitable place. Turn round, or blur the background.',
    },
    say: { one: '' },
    answers: ['looksFine', 'later'],
  },
  'unknownPerson.waiting': {
    title: {
      one: '{name} is waiting and is not on the register',
      many: '{n} people are waiting who are not on the register',
    },
    body: {
      one: 'Let in only who was invited. If you don’t know them, leave them waiting.',
      many: '{names} Let in only who was invited. Whoever you don’t know can stay waiting.',
    },
    say: { one: '', many: '' },
    answers: ['expected', 'deny', 'admit', 'later'],
    answersMany: ['seen', 'later'],
    labels: { seen: 'I’ll look at the list', later: 'Leave waiting' },
  },
  'unknownPerson.unsure': {
    title: { one: 'Who is {name}?', many: 'Who are these {n} people?' },
    body: {
      one: 'The name may belong to a pupil or parent on the register, but it is not clear to whom. Choose in the list.',
      many: '{names} The names may belong to the register, but it is not clear to whom. Choose in the list.',
    },
    say: {
      one: 'Hello {call}, could you tell me your first and last name, please?',
      many: 'Hello, could you tell me your first and last names, please?',
    },
    answers: ['seen', 'expected', 'remove', 'later'],
    answersMany: ['seen', 'later'],
    labels: { seen: 'I know who it is' },
  },
  'unknownPerson.lookAlike': LOOK_ALIKE,
  'unknownPerson.lookAlikeWaiting': { ...LOOK_ALIKE, labels: { later: 'Leave waiting' } },
  'unknownPerson.together': {
    title: { one: '{name}: more than one child on one device?' },
    body: {
      one: 'By the name, several children of your register sit in front of one camera. Look who is there. If it is only one of them, choose the name in the list.',
    },
    say: { one: 'Hello {name}. Could everybody who is there wave to me, please?' },
    answers: ['seen', 'expected', 'remove', 'later'],
    labels: { seen: 'All of them are here' },
  },
  'renamed.right': {
    body: {
      one: 'It was not clear before who it is, and the new name came at {time}. Look at the picture before you go on.',
    },
    say: { one: 'Thank you, {call}. Could you wave to me, please?' },
  },
  'renamed.tookLeft': {
    title: { one: '{old} now shows the name {new}, who left at {left}' },
    body: {
      one: 'The name was taken at {time}. It may be the child on another device, or somebody in their place. Look at the picture before you go on.',
    },
    say: { one: '{call}, I see that your name has changed. Could you wave to me, please?' },
    answers: ['remove', 'seen', 'later'],
    labels: { seen: 'It is the same child' },
  },
  'lockSoon.unseen': {
    title: {
      none: 'The call locks soon',
      one: 'The call locks soon: 1 expected pupil is not seen',
      many: 'The call locks soon: {n} expected pupils are not seen',
    },
    body: {
      none: 'The call is locked at {time}.',
      one: '{names} I can’t fully see who is in the call. The call is locked at {time}.',
      many: '{names} I can’t fully see who is in the call. The call is locked at {time}.',
    },
  },
  'duplicateName.took': {
    title: { one: '{old} now shows the name {new}, who is already here' },
    body: {
      one: 'The name was taken at {time}. Ask both to wave, and take out whoever copied it. Only they are removed.',
    },
    answers: ['remove', 'seen', 'later'],
    labels: { remove: 'Remove the copy', seen: 'Same person' },
  },
  'duplicateName.devices': {
    title: { one: '{name} may be here on two devices' },
    body: {
      one: 'Shown as {both}. Children often use a second device; it may also be somebody else. Ask both to wave.',
    },
    say: { one: '{call}, are you here with two devices? Could you wave to me, please?' },
    labels: { seen: 'Two devices, one child' },
  },
  'duplicateName.outside': {
    title: { one: 'Two people show the name {name}, one without a school account' },
    body: {
      one: 'The meeting marks one of them as a visitor. Look at that picture first, and ask both to wave.',
    },
  },
  'duplicateName.waiting': {
    title: { one: 'Somebody waits under the name {name}, who is already here' },
    body: {
      one: 'It may be a second device, or somebody else. Ask {call} in the call before you let anybody in.',
    },
    say: { one: '{call}, are you trying to come in with a second device?' },
    answers: ['deny', 'admit', 'later'],
    labels: { later: 'Leave waiting' },
  },
  'droppedPupil.waiting': {
    title: { one: '{name} dropped out and asks to come back' },
    body: {
      one: '{name} was in this lesson before. If the call is locked, open it for the moment and lock it again.',
    },
    say: { one: 'Welcome back, {call}.' },
    answers: ['admit', 'deny', 'later'],
    labels: { admit: 'Let back in', later: 'Leave waiting' },
  },
  'droppedPupil.held': {
    title: { one: '{name} asks to come in again' },
    body: {
      one: 'You took {name} out for now. Look first whether what was missing is there.',
    },
    say: { one: 'Welcome back, {call}.' },
    answers: ['admit', 'deny', 'later'],
    labels: { admit: 'Let back in', later: 'Leave waiting' },
  },
  'noConsent.waiting': {
    title: { one: '{name} is waiting: no consent to video' },
    body: {
      one: 'The register says that the parents have not agreed to video calls. Ring them first.',
    },
    say: { one: '' },
    answers: ['deny', 'admit', 'later'],
    labels: { admit: 'Consent given: admit', later: 'Leave waiting' },
  },
  'noteTaker.waiting': {
    title: { one: '{name} is waiting and looks like a note-taking bot' },
    answers: ['deny', 'expected', 'later'],
    labels: { expected: 'The school uses it', later: 'Leave waiting' },
  },
  'noteTaker.promised': PROMISED,
  'recording.promised': PROMISED,
  'cameraOff.covered': {
    title: { one: '{name}’s camera shows a dark or covered picture' },
    say: {
      one: 'Hello {call}, your picture is dark. Could you check that nothing covers the camera, please?',
    },
  },
  'chatFlag.staff': {
    title: { one: '{name} wrote {what} in the chat', many: 'Personal information in the chat' },
    body: {
      one: '“{masked}”. Staff don’t give private contact details to pupils either: have the message deleted, and use the school’s own.',
      many: 'From {names} Staff don’t give private contact details to pupils either: have the messages deleted, and use the school’s own.',
    },
    say: { one: '' },
  },
  'fewStaff.oneToOne': {
    title: { one: 'A one-to-one call needs two members of staff' },
    body: {
      one: 'Wait with {call} and the parent until a colleague is here, or end the call.',
    },
    say: { one: 'Hello {call}. We’ll begin as soon as my colleague is here.' },
    answers: ['later', 'endCall', 'seen'],
    labels: { later: 'We’ll wait', seen: 'A colleague is beside me' },
  },
  'fewStaff.several': {
    title: { one: 'Fewer members of staff than your school asks for' },
    body: {
      one: 'Your school asks for more of them in the call where possible. If it is not possible this time, write the reason in the panel.',
    },
  },
  'alone.left': {
    title: { one: 'Everybody has left but {name}' },
    body: {
      one: 'Say goodbye and end the call, or ask the parent to stay in the picture.',
    },
    say: { one: '{call}, we have finished for today. Goodbye, and well done.' },
  },
  'room.again': {
    title: { one: '{name} may still be in a {place}' },
    body: {
      one: 'You asked at {asked}. The next step is to switch the camera off until they have moved.',
    },
    say: {
      one: '{call}, I’ll switch your camera off while you move. You have done nothing wrong.',
    },
    answers: ['cameraOff', 'askToMove', 'looksFine', 'later'],
    labels: { askToMove: 'Ask once more' },
  },
  'room.parent': {
    title: { one: '{name} may still be in a {place}' },
    body: { one: 'You have asked more than once. Time for a word with the parent: {parent}.' },
    say: {
      one: '{call}, could you ask your grown-up to come to the camera, please?',
    },
    answers: ['cameraOff', 'looksFine', 'later'],
  },
  'cameraOff.again': {
    body: { one: 'You asked at {asked}. Perhaps a grown-up can help with the camera.' },
    say: {
      one: '{call}, could you ask a grown-up to help with your camera, please? I’ll wait for you.',
    },
    answers: ['askCameraOn', 'seen', 'remove', 'later'],
    labels: { askCameraOn: 'Ask once more' },
  },
  'cameraOff.parent': {
    body: { one: 'You have asked more than once. Time for a word with the parent: {parent}.' },
    say: { one: '{call}, could you ask your grown-up to speak with me, please?' },
    answers: ['seen', 'remove', 'later'],
    labels: { seen: 'Fine as it is' },
  },
}
