/**
 * The wording in English. Taken from the Teams facts and the captures where they have it; "guess" marks the rest. Texts of
 * the vendor's help pages stand for "MSS".
 */
export const en = {
  // Launcher, before and after the call: capture 2026-07, facts §1.
  launcherTitle: 'Join your Teams meeting',
  joinOnWeb: 'Continue on this browser',
  joinOnWebLabel: 'Join meeting from this browser',
  joinInApp: 'Join on the Teams app',
  joinInAppLabel: 'Open Teams app to join a meeting',
  download: 'Download it now',
  downloadLabel: 'Download Teams application',
  meeting: 'Microsoft Teams meeting',
  cameraIsOff: 'Camera is off',
  cameraIsOn: 'Camera is on', // guess
  typeName: 'Type your name',
  mic: 'Mic',
  cancel: 'Cancel',
  joinNow: 'Join now',
  change: 'Change',
  changeLabel: 'Change to another account',
  connecting: 'Connecting…', // guess
  lobbyWait: 'Someone in the meeting should let you in soon',
  declined: "You weren't admitted to the meeting",
  removed: "You've been removed from this meeting", // the facts have the beginning
  leftMeeting: 'You left the meeting', // guess
  meetingEnded: 'The meeting has ended', // guess
  noAnswer: 'Nobody let you in', // guess
  rejoin: 'Rejoin', // guess
  dismiss: 'Dismiss', // guess
  calendar: 'Calendar', // guess
  appChat: 'Chat',
  profilePicture: 'Profile picture of {name}.',
  // Toolbar: capture 2026-07, facts §6.
  meetingControls: 'Meeting controls',
  callingControls: 'Calling controls',
  indicators: 'Calling indicators',
  record: 'Record',
  react: 'React',
  view: 'View',
  leave: 'Leave',
  moreOptions: 'More options',
  more: 'More',
  chat: 'Chat',
  people: 'People',
  raise: 'Raise', // guess
  lower: 'Lower', // guess
  cameraOn: 'Turn camera on', // guess
  cameraOff: 'Turn camera off', // guess
  muteMic: 'Mute mic',
  unmuteMic: 'Unmute mic',
  share: 'Share', // guess
  stopSharing: 'Stop sharing',
  controls: 'Controls', // MSS
  duration: '{title}, {time}', // guess after "starts with the title"
  returnToCall: 'Return to call', // guess
  // More menu.
  settings: 'Settings', // MSS
  meetingOptions: 'Meeting options', // MSS
  languageSpeech: 'Language and speech', // guess
  recordTranscribe: 'Record and transcribe', // guess
  startRecording: 'Start recording', // guess
  stopRecording: 'Stop recording', // guess
  transcript: 'Start transcription', // guess
  captionsOn: 'Show live captions', // guess
  captionsOff: 'Hide live captions', // guess
  gallery: 'Gallery', // guess
  speakerView: 'Speaker', // guess
  // Tiles: accessibility readings 2026-06, facts §2.
  videoOn: 'video is on',
  muted: 'muted',
  pinnedToken: 'pinned',
  spotlightToken: 'spotlighted',
  contextMenu: 'Context menu is available',
  ownVideo: 'Myself video',
  ownMuted: 'Muted',
  hasMenu: 'Has context menu',
  sharedBy: 'Content shared by {name}',
  videos: 'Participant videos', // guess
  videosPinned: 'Participant videos, pinned', // guess round the facts' word
  videosSpotlight: 'Participant videos, spotlight', // guess round the facts' word
  nextPage: 'Go to the next video page. Currently {at}/{of}',
  lastPage: 'Go to the previous video page. Currently {at}/{of}', // guess
  guest: 'Guest',
  unverified: 'Unverified',
  externalUnfamiliar: 'External unfamiliar',
  // People panel: accessibility tree 2026-08, facts §3.
  participants: 'Participants',
  closePeople: 'Close participants pane',
  attendees: 'Attendees',
  searchPeople: 'Search for a person', // guess
  inMeeting: 'In this meeting ({n})',
  inMeetingLabel: 'In this meeting, {n} total',
  invited: 'Others invited ({n})',
  invitedLabel: 'Others invited, {n} total',
  waiting: 'Waiting in lobby ({n})', // guess
  waitingLabel: 'Waiting in lobby, {n} total', // guess
  suspects: 'Suspected threats ({n})', // the facts have the two words
  suspectsLabel: 'Suspected threats, {n} total', // guess
  organiser: 'Organizer',
  coOrganiser: 'Co-organizer', // guess
  presenter: 'Presenter', // guess
  rowMuted: 'Muted',
  rowUnmuted: 'Unmuted',
  external: 'External',
  handRaised: 'hand raised',
  muteAll: 'Mute all', // MSS
  muteAllQuestion: 'Mute everyone?', // guess
  mute: 'Mute', // guess
  // Menu of a person: MSS.
  muteOne: 'Mute participant',
  micOff: 'Disable mic',
  micOn: 'Allow mic',
  camOff: 'Disable camera',
  camOn: 'Allow camera',
  pin: 'Pin for me',
  unpin: 'Unpin', // guess
  spotlight: 'Spotlight for everyone',
  unspotlight: 'Stop spotlighting', // guess
  makeAttendee: 'Make an attendee',
  makePresenter: 'Make a presenter',
  remove: 'Remove from meeting',
  removeQuestion: 'Remove {name} from this meeting?', // guess
  removeButton: 'Remove', // guess
  spotlightQuestion: 'Spotlight this video for everyone?', // guess
  spotlightButton: 'Spotlight', // guess
  roleQuestion: 'Change what {name} can do in this meeting?', // guess
  changeButton: 'Change', // guess
  // Lobby: facts §4.
  admit: 'Admit', // guess as a word
  deny: 'Deny', // guess as a word
  admitName: 'Admit {name}', // guess
  denyName: 'Deny {name}', // guess
  admitAll: 'Admit all', // MSS
  viewLobby: 'View Lobby',
  isWaiting: '{name} is waiting in the lobby', // guess
  areWaiting: '{n} people are waiting in the lobby', // guess
  admitQuestion: 'Admit {name}? This looks like an unwanted bot.', // guess
  admitAllQuestion: 'Admit everyone? Suspected threats are among those waiting.', // guess
  // Organiser: MSS.
  lockMeeting: 'Lock meeting',
  lockTheMeeting: 'Lock the meeting',
  unlockMeeting: 'Unlock meeting',
  unlockTheMeeting: 'Unlock the meeting',
  lockQuestion: 'Lock this meeting?', // guess
  lockMore: 'Nobody else will be able to join.', // guess
  unlockQuestion: 'Unlock this meeting?', // guess
  lock: 'Lock',
  unlock: 'Unlock',
  lockedBanner: 'This meeting is locked. No one can join.',
  audioVideo: 'Audio & video',
  participation: 'Participation',
  security: 'Security & access', // guess
  roles: 'Roles', // guess
  allowMic: 'Allow mic for attendees',
  allowCam: 'Allow camera for attendees',
  disableMics: 'Disable mic for attendees',
  enableMics: 'Allow mic for attendees',
  disableCams: 'Disable camera for attendees',
  enableCams: 'Allow camera for attendees',
  bypass: 'Who can bypass the lobby?', // guess
  bypassOpen: 'Everyone', // guess
  bypassTrusted: 'People in my organization', // guess
  bypassRestricted: 'Only organizers and co-organizers', // guess
  whoPresents: 'Who can present', // guess
  presentAll: 'Everyone', // guess
  presentOrganisers: 'Only organizers and co-organizers', // guess
  meetingChat: 'Meeting chat', // guess
  chatOn: 'On', // guess
  chatOff: 'Off', // guess
  save: 'Save',
  closeOptions: 'Close meeting options', // guess
  endMeeting: 'End meeting', // guess
  endQuestion: 'End the meeting?', // guess
  endMore: "You'll end the meeting for everyone.", // guess
  end: 'End', // guess
  // Chat and banners.
  meetingChatTitle: 'Meeting chat', // guess
  closeChat: 'Close chat', // guess
  typeMessage: 'Type a message', // guess
  send: 'Send', // guess
  chatDisabled: 'Chat is turned off for this meeting', // guess
  joinedLine: '{name} joined the meeting.', // guess
  recordingBanner:
    'Recording has started. By attending this meeting, you consent to being included.', // guess
  transcriptBanner: 'Transcription has started.', // guess
  stopRecordingQuestion: 'Stop recording?', // guess
  stop: 'Stop', // guess
  micDisabled: 'Your mic is disabled by the organizer', // guess
} as const

export type LabelKey = keyof typeof en
