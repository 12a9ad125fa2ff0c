/**
 * Wording of the page in English. Where nothing else is said the wording is in the Meet facts (§1–§6) or the captures;
 * a line with "invented" has no source. {name}, {n} and {text} are filled in.
 */
export const en = {
  meet: 'Meet',
  // Green room, waiting, ended: facts §1.
  readyToJoin: 'Ready to join?', // invented
  yourName: 'Your name',
  whatsYourName: "What's your name?", // invented
  askToJoin: 'Ask to join',
  joinNow: 'Join now',
  otherWays: 'Other ways to join', // invented
  nobodyHere: 'No one else is here', // invented
  peopleHere: '{n} in this call', // invented
  asking: 'Asking to be let in',
  askingMore: "You'll join the call when someone lets you in",
  returnHome: 'Return to home screen',
  leftMeeting: 'You left the meeting',
  removed: "You've been removed from the meeting",
  endedForAll: 'Your host ended the meeting for everyone',
  callEnded: 'The call ended',
  denied: 'Someone in the call denied your request to join',
  noResponse: 'No one responded to your request to join the call',
  cantJoin: "You can't join this video call",
  rejoin: 'Rejoin',
  backIn: 'Returning to home screen in a minute', // invented
  newMeeting: 'New meeting', // invented
  landing: 'Video calls and meetings for everyone', // invented
  enterCode: 'Enter a code or link', // invented
  // Toolbar: captures.
  callControls: 'Call controls',
  leave: 'Leave call',
  micOn: 'Turn on microphone',
  micOff: 'Turn off microphone',
  camOn: 'Turn on camera',
  camOff: 'Turn off camera',
  audioSettings: 'Audio settings',
  videoSettings: 'Video settings',
  share: 'Share screen',
  reaction: 'Send a reaction',
  captionsOn: 'Turn on captions',
  captionsOff: 'Turn off captions',
  raiseHand: 'Raise hand (Ctrl + ⌘ + h)',
  lowerHand: 'Lower hand (Ctrl + ⌘ + h)', // invented
  moreOptions: 'More options',
  details: 'Meeting details',
  chat: 'Chat with everyone',
  tools: 'Meeting tools',
  hostControls: 'Host controls',
  endingSoon: 'Your call is ending soon',
  addOn:
    'Developing an extension for Meet? An add-on would work better. [...] This is not officially supported.',
  // Top bar: captures.
  notices: 'Call feature notifications and actions',
  externalJoined: 'External participants joined',
  people: 'People',
  peopleJoined: 'People - {n} joined',
  handRaises: 'Hand raises',
  moreActivities: 'More activities in this meeting.',
  hoverTray: 'Press the down arrow to open the hover tray and Escape to close it.',
  sidePanel: 'Side panel',
  leftSidePanel: 'Left side panel',
  loading: 'Loading…',
  // Tiles: facts §2.
  pin: 'Pin {name} to your main screen',
  unpin: 'Unpin {name} from your main screen',
  mute: "Mute {name}'s microphone",
  cantUnmute: "You can't unmute someone else",
  moreFor: 'More options for {name}',
  reframe: 'Reframe',
  effects: 'Backgrounds and effects',
  fullVideo: 'Others might still see your full video.',
  raisingHand: 'Raising your hand',
  pinShare: "Pin {name}'s presentation to your main screen",
  pinOwnShare: 'Pin your presentation to your main screen',
  youPresenting: 'You are presenting',
  stopPresenting: 'Stop presenting',
  namePresenting: '{name} (Presenting)', // invented
  selfPresenting: '{name} (You, presenting)',
  presentation: 'Presentation',
  yourPresentation: 'Your presentation',
  others: '+{n} others',
  // People panel: facts §3.
  addPeople: 'Add people',
  searchPeople: 'Search for people',
  inMeeting: 'In the meeting',
  contributors: 'Contributors',
  inCall: 'In call',
  participants: 'Participants',
  raisedHands: 'Raised hands',
  lowerAll: 'Lower all hands',
  lowerOne: "Lower {name}'s hand",
  you: '(You)',
  meetingHost: 'Meeting host',
  coHost: 'Co-host',
  visitor: 'Visitor',
  moreActions: 'More actions',
  pinScreen: 'Pin to the screen',
  pair: 'Ask to pair your tiles',
  dontWatch: "Don't watch",
  removeFromCall: 'Remove from the call',
  removeQuestion: 'Remove {name} from the call?', // invented
  removeMore: 'This person can ask to join again.', // invented
  report: 'Report abuse', // wording after the help page
  block: 'Block', // wording after the help page
  remove: 'Remove',
  cancel: 'Cancel', // invented
  close: 'Close',
  muteQuestion: 'Mute {name} for everyone in the call?', // invented
  muteMore: 'Only {name} can unmute themselves.', // invented
  muteButton: 'Mute', // invented
  // Lobby: facts §4.
  waitingToJoin: 'Waiting to join',
  admitOne: 'Admit 1 guest',
  admitMany: 'Admit {n} guests',
  admit: 'Admit', // invented as a visible word; the aria-label is in the facts
  admitName: 'Admit {name}',
  deny: 'Deny',
  denyEntry: 'Deny entry',
  admitAll: 'Admit all',
  admitAllQuestion: 'Admit everyone who is waiting?', // invented
  wantsToJoin: '{name} wants to join',
  someoneWants: 'Someone wants to join this call',
  // Access badge and host controls: facts §5. Only badgeOpen was captured; the other badges are invented.
  badgeOpen: 'This call is open to anyone',
  badgeTrusted: 'This call is open to trusted people', // invented
  badgeTrustedShut: 'This call is open to trusted people only, no one can ask to join', // invented
  badgeRestricted: 'This call is restricted to invited people', // invented
  badgeRestrictedShut: 'This call is restricted to invited people, no one can ask to join', // invented
  hostManagement: 'Host management',
  letShare: 'Let contributors share their screen',
  letReact: 'Let contributors send reactions',
  letMic: 'Let contributors turn on their microphone',
  letVideo: 'Let contributors turn on their video',
  letMessages: 'Let participants send messages',
  letMessages2025: 'Let contributors send messages',
  meetingAccess: 'Meeting access',
  open: 'Open',
  openMore: 'Anyone with the meeting link can join', // invented
  trusted: 'Trusted',
  trustedMore: 'People in your organisation and invited people can join', // invented
  restricted: 'Restricted',
  restrictedMore: 'Only invited people can join', // invented
  askBox: 'Anyone with the meeting link can ask to join',
  muteAll: 'Mute all',
  muteAllQuestion: 'Mute everyone?', // invented
  justLeave: 'Just leave the call',
  endForEveryone: 'End the call for everyone',
  leaveQuestion: 'End the call for everyone, or just leave?', // invented
  // Chat: snippet and CAP25.
  chatTitle: 'In-call messages',
  chatShell: 'Chat',
  sendMessage: 'Send a message',
  chatNote:
    "You can pin a message to make it visible for people who join later. When you leave the call, you won't be able to access this chat.",
  pinHover: 'Hover over a message to pin it',
  pinMessage: 'Pin message',
  chatYou: 'You',
  // Announcements: facts §6.
  joined: '{name} joined',
  left: '{name} left',
  saysInChat: '{name} says in chat: {text}',
  handUp: '{name} has raised a hand',
  cameraIsOff: 'Your camera is off.',
  cameraIsOn: 'Your camera is on.', // invented
  micIsOff: 'Your microphone is off.',
  micIsOn: 'Your microphone is on.', // invented
  // Recording and notes: facts §1 and §6.
  recorded: 'This video call is being recorded',
  notes: 'Gemini is taking notes',
  noNotes: "Gemini isn't taking notes",
  noticeMore: 'By joining, you consent to being included.', // invented
  captions: 'Captions',
  jumpDown: 'Jump to most recent captions',
} as const

export type LabelKey = keyof typeof en
