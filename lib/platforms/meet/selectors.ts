import type { Alternative } from '../dom/find.ts'

/**
 * What Google Meet looks like, as data. Ordered alternatives: the first that hits is taken. Ids, `jsname`, `data-*`, roles and icon
 * words first (they are the same in every language), wording last and elsewhere (`texts.ts`). A class made by Meet's compiler never
 * stands alone: those change every few weeks.
 *
 * `seen` names the observation (docs/selectors.md); `expect` how many it gives on a saved page:
 * CAP25 = host alone, July 2025; CAP26b = three tiles, cameras off, August 2026; PANEL26 = People panel, August 2026;
 * CHAT26 = chat and captions, April 2026.
 */
const any = 'any' as const

export const MEET_TARGETS = {
  // — where we are —
  meetingCode: [
    {
      css: '[data-unresolved-meeting-id]',
      seen: 'CAP25 CAP26a CAP26b, in call',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
  ],
  title: [
    {
      css: '[role="heading"][aria-level="1"] [jsname="NeC6gb"]',
      seen: 'CAP25 CAP26a CAP26b',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
    { css: '[data-meeting-title]', seen: 'CAP25 CAP26a', generation: any, expect: { CAP25: 1 } },
  ],
  callEnded: [
    {
      css: '[data-call-ended="true"]',
      seen: '1ST 2026-08 live, KM 2026',
      generation: any,
      expect: { CAP25: 0, CAP26b: 0 },
    },
  ],
  endedMark: [
    { css: '[data-mdc-dialog-action="returnToHomePage"]', seen: 'KM 2026', generation: any },
    { css: 'button[jsname="EszDse"]', seen: 'KM 2026', generation: any },
    { css: '[jsname="oI7Fj"]', seen: 'MEG 2026: rejoin', generation: any },
    { css: '[jsname="WIVZEd"]', seen: 'MEG 2026: home', generation: any },
  ],
  leaveButton: [
    {
      css: 'button[jsname="CQylAd"]',
      seen: 'CAP25 CAP26a CAP26b FUS ATT SD 1ST',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
    {
      css: '[role="region"] button',
      icon: ['call_end'],
      seen: 'CAP25 CAP26a CAP26b',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
  ],
  inCallMark: [
    {
      css: '[data-in-call="true"]',
      seen: 'CAP25 CAP26a CAP26b',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
  ],
  /** Only there once a guest has been let in (TON, VX): chat and captions; host controls, because hosts are in. */
  afterAdmission: [
    {
      css: '[jsname="A5il2e"][data-panel-id="2"]',
      seen: 'CAP25 CAP26a CAP26b: chat',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
    {
      css: '[jsname="A5il2e"][data-panel-id="16"]',
      seen: 'CAP25 CAP26a CAP26b: host controls',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
    {
      css: 'button[jsname="RrG0hf"]',
      seen: 'CAP26a CAP26b: captions',
      generation: '2026',
      expect: { CAP25: 0, CAP26b: 1 },
    },
    {
      css: 'button[jsname="r8qRAd"]',
      seen: 'CAP25: captions',
      generation: '2025',
      expect: { CAP25: 1, CAP26b: 0 },
    },
  ],
  joinMark: [
    { css: '[jsname="Qx7uuf"]', seen: 'MEG 2026 and older', generation: any },
    { css: '[jscontroller="dyDNGc"]', seen: 'MEG 2026', generation: '2026' },
  ],

  // — the stage —
  stage: [
    { css: 'main', seen: 'CAP25 CAP26a CAP26b', generation: any, expect: { CAP25: 1, CAP26b: 1 } },
    { css: '[role="main"]', seen: 'older builds', generation: any },
  ],
  tile: [
    {
      css: '[data-participant-id][data-tile-media-id]',
      seen: 'CAP25 CAP26a CAP26b VDOM RDR OPB SPK BLA',
      generation: any,
      expect: { CAP25: 1, CAP26b: 3, PANEL26: 0 },
    },
    {
      css: '[data-participant-id][data-requested-participant-id]',
      seen: 'CAP25 CAP26a CAP26b',
      generation: any,
      expect: { CAP25: 1, CAP26b: 3 },
    },
    { css: 'main [data-participant-id]', seen: 'CAP25 CAP26a CAP26b', generation: any },
  ],
  tileName: [
    {
      css: '[jsname="giiMnc"] span.notranslate:not([aria-hidden])',
      seen: 'CAP25 CAP26a CAP26b VX JOI OPB RDR BLA',
      generation: any,
      expect: { CAP25: 1, CAP26b: 3 },
    },
    {
      css: 'span.notranslate:not([aria-hidden])',
      seen: 'CAP25 CAP26a CAP26b',
      generation: any,
      expect: { CAP25: 1, CAP26b: 3 },
    },
    {
      css: '[jsname="giiMnc"] [role="tooltip"]',
      seen: 'CAP25 CAP26a CAP26b: full name beside a cut one',
      generation: any,
      expect: { CAP25: 1, CAP26b: 3 },
    },
  ],
  videoLayer: [
    {
      css: '[data-ssrc]',
      seen: 'CAP25 CAP26a CAP26b Seeker220',
      generation: any,
      expect: { CAP25: 1, CAP26b: 3 },
    },
    {
      css: '[jsname="Nl0j0e"]',
      seen: 'CAP25 CAP26a CAP26b',
      generation: any,
      expect: { CAP26b: 3 },
    },
  ],
  /** Inside the tile of the person at this computer, never in another. All alternatives count. */
  selfMark: [
    {
      css: 'button[jsname="nsKqzb"]',
      seen: 'CAP25 CAP26a CAP26b RDR OPB: Reframe',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
    {
      css: '[jsname="Ac69Jc"]',
      seen: 'CAP25 CAP26a CAP26b: "others might still see"',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
    {
      css: '[data-participant-id] button',
      icon: ['visual_effects', 'frame_person'],
      seen: 'CAP25 CAP26a CAP26b UNM',
      generation: any,
      expect: { CAP25: 2, CAP26b: 2 },
    },
    {
      css: '[jsname="Qiayqc"] [data-participant-id]',
      seen: 'CAP26b ATT: minimised',
      generation: any,
    },
  ],
  tileMicrophone: [
    {
      css: 'button[jsname="LgbsSe"]',
      seen: 'CAP26b ENG MOD',
      generation: any,
      expect: { CAP26b: 2 },
    },
  ],
  /** Inside the tile of a screen share. All alternatives count. */
  shareMark: [
    {
      css: 'button[jsname="fniDcc"]',
      seen: 'MSW, CAP26b jsaction: pin of a share',
      generation: any,
    },
  ],

  // — the people panel —
  peopleButton: [
    {
      css: '[jsname="A5il2e"][data-panel-id="1"]',
      seen: 'CAP25 ENG BAAS MB SA',
      generation: '2025',
      expect: { CAP25: 1, CAP26b: 0 },
    },
    {
      css: '[role="button"][aria-labelledby="DPUxh-nav9Xe"]',
      seen: 'CAP26a CAP26b',
      generation: '2026',
      expect: { CAP25: 0, CAP26b: 1 },
    },
    {
      css: '[role="button"]:has([data-avatar-count])',
      seen: 'CAP26a CAP26b RB SA GR',
      generation: '2026',
      expect: { CAP25: 0, CAP26b: 1 },
    },
  ],
  deviceCount: [
    {
      css: '[aria-labelledby="DPUxh-nav9Xe"] [data-avatar-count]',
      seen: 'CAP26a CAP26b',
      generation: '2026',
      expect: { CAP25: 0, CAP26b: 1 },
    },
    {
      css: '[jsname="ocqpFe"] [data-avatar-count]',
      seen: 'CAP26a CAP26b SA',
      generation: '2026',
      expect: { CAP26b: 1 },
    },
    {
      css: '[data-avatar-count]',
      seen: 'CAP26a CAP26b',
      generation: '2026',
      expect: { CAP26b: 1 },
    },
  ],
  peoplePanel: [
    {
      css: '[jsname="b0t70b"][data-panel-id="1"]',
      seen: 'CAP25 FUS',
      generation: any,
      expect: { PANEL26: 1 },
    },
  ],
  rosterRow: [
    {
      css: '[role="listitem"][data-participant-id]',
      seen: 'RB ATT JOI BAAS BLA',
      generation: any,
      expect: { PANEL26: 3, CAP25: 0, CAP26b: 0 },
    },
  ],
  rowMenuButton: [
    { css: 'button[jsname="YEvVxd"]', seen: 'RB', generation: '2026', expect: { PANEL26: 3 } },
    {
      css: 'button[aria-haspopup="menu"]',
      seen: 'RB',
      generation: any,
      expect: { PANEL26: 3 },
    },
  ],
  rowMenu: [
    {
      css: '[role="menu"][jsname="rymPhb"]',
      seen: 'RB',
      generation: '2026',
      expect: { PANEL26: 1 },
    },
    { css: '[role="menu"]', seen: 'RB', generation: any, expect: { PANEL26: 1 } },
  ],
  removeItem: [
    {
      css: '[role="menuitem"]',
      icon: ['remove_circle_outline', 'remove_circle'],
      seen: 'RB',
      generation: any,
      expect: { PANEL26: 1 },
    },
  ],
  panelButton: [
    {
      css: '[jsname="A5il2e"][data-panel-id]',
      seen: 'CAP25 CAP26a CAP26b',
      generation: any,
      expect: { CAP25: 5, CAP26b: 4 },
    },
  ],
  sidePanel: [
    {
      css: 'aside[jsname="ME4pNd"]',
      seen: 'CAP25 CAP26a CAP26b ENG',
      generation: any,
      expect: { CAP25: 1, CAP26b: 2, PANEL26: 1 },
    },
    { css: 'aside', seen: 'CAP25 CAP26a CAP26b', generation: any },
  ],
  panelClose: [
    {
      css: 'button',
      icon: ['close'],
      seen: 'CAP25 ENG',
      generation: any,
    },
  ],

  // — the lobby —
  admitButton: [{ css: 'button[jsname="OYykWd"]', seen: 'SPK 2026-07', generation: '2026' }],
  /** Buttons whose wording may say "Admit NAME", where the jsname has changed. */
  admitByWording: [
    { css: 'aside button[aria-label]', seen: 'VX 2026-04', generation: any },
    { css: '[role="dialog"] button[aria-label]', seen: 'VX 2026-04', generation: any },
  ],
  /** Lists and sections by their label, of which some hold people who wait. All alternatives count. */
  queue: [
    {
      css: '[role="list"][aria-label]',
      seen: 'click traces 2026-11: rows at risk have no admit button; live 2026-10: the lists',
      generation: '2026',
      expect: { PANEL26: 1 },
    },
    {
      css: '[role="region"][aria-label]',
      seen: 'ENG 2025-11: sections of the panel',
      generation: any,
    },
  ],
  /** Headings that fold a section of a panel away. */
  fold: [{ css: 'aside [aria-expanded="false"]', seen: 'ENG, VX 2026-04', generation: any }],
  admitDialog: [
    {
      css: '[role="dialog"]:has([data-mdc-dialog-action="accept"])',
      seen: 'Rubyba chsyu 2021–24',
      generation: any,
    },
  ],
  admitDialogAccept: [
    { css: '[data-mdc-dialog-action="accept"]', seen: 'Rubyba chsyu 2021–24', generation: any },
  ],
  /** What the pill "Admit N guests" may be; told apart by its wording and by not being on the stage or in a panel. */
  pill: [
    { css: 'button', seen: 'MIN AAD VX SPK', generation: any },
    { css: '[role="button"]', seen: 'CAP26a CAP26b: how chips are made', generation: '2026' },
    {
      css: '[jsname="nav9Xe"]',
      seen: 'CAP26a CAP26b: what a chip shows',
      generation: '2026',
      expect: { CAP25: 0, CAP26b: 6 },
    },
  ],

  // — who may come in —
  accessBadge: [
    {
      css: 'button[jsname="kNx9ke"]',
      seen: 'CAP26a CAP26b',
      generation: '2026',
      expect: { CAP25: 0, CAP26b: 1 },
    },
    {
      css: 'button[aria-label]',
      icon: ['meeting_room'],
      seen: 'CAP26a CAP26b',
      generation: any,
      expect: { CAP25: 0, CAP26b: 1 },
    },
  ],
  hostControlsButton: [
    {
      css: '[jsname="A5il2e"][data-panel-id="16"]',
      seen: 'CAP25 CAP26a CAP26b FUS RB',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
    {
      css: 'nav button',
      icon: ['lock_person'],
      seen: 'CAP25 CAP26a CAP26b',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
  ],
  hostControlsPanel: [
    { css: '[jsname="b0t70b"][data-panel-id="16"]', seen: 'FUS 2026-08', generation: any },
    { css: 'aside [data-panel-id="16"]', seen: 'FUS 2026-08', generation: any },
  ],
  panelSwitch: [
    {
      css: '[jsname="DMn7nd"][role="switch"]',
      seen: 'FUS CAP25',
      generation: any,
      expect: { CAP25: 1 },
    },
    { css: '[role="switch"]', seen: 'FUS CAP25', generation: any, expect: { CAP25: 1 } },
  ],
  panelRadio: [{ css: 'input[type="radio"], [role="radio"]', seen: 'FUS', generation: any }],
  panelCheckbox: [
    {
      css: 'input[type="checkbox"]:not([aria-hidden="true"]), [role="checkbox"]',
      seen: 'FUS',
      generation: any,
    },
  ],

  // — the person at this computer —
  ownMicrophone: [
    {
      css: 'button[jsname="hw0c9"][data-is-muted]',
      seen: 'CAP25 CAP26a CAP26b SD FUS 1ST BAAS',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
    {
      css: '[data-is-muted]',
      icon: ['mic', 'mic_none', 'mic_off'],
      seen: 'CAP25 CAP26a CAP26b',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
  ],
  ownCamera: [
    {
      css: 'button[jsname="psRWwc"][data-is-muted]',
      seen: 'CAP25 CAP26a CAP26b SD FUS 1ST BAAS',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
    {
      css: '[data-is-muted]',
      icon: ['videocam', 'videocam_off'],
      seen: 'CAP25 CAP26a CAP26b',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
  ],
  stopPresenting: [
    {
      css: 'button:not([aria-haspopup]):not([data-is-muted]):not(:disabled)',
      icon: ['cancel_presentation'],
      seen: 'UNM ENG',
      generation: any,
      expect: { CAP25: 0, CAP26b: 0 },
    },
  ],
  barButton: [
    {
      css: '[jsname="x2XZJc"] button',
      seen: 'CAP25 CAP26b: the bar',
      generation: any,
      expect: { CAP25: 10, CAP26b: 10 },
    },
    { css: '[role="region"] button', seen: 'CAP25 CAP26b', generation: any },
  ],
  startPresenting: [
    {
      css: 'button[jsname="hNGZQc"]',
      seen: 'CAP25 CAP26a CAP26b',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
  ],

  // — chat —
  chatPanel: [
    {
      css: '[jsname="b0t70b"][data-panel-id="2"]',
      seen: 'CAP25 CAP26b',
      generation: any,
      expect: { CAP25: 1, CAP26b: 1 },
    },
  ],
  chatList: [
    {
      css: '[jsname="xySENc"]',
      seen: 'TON CAP25 JOI VX',
      generation: any,
      expect: { CAP25: 1, CAP26b: 0, CHAT26: 1 },
    },
  ],
  chatBlock: [
    { css: '[jsname="Ypafjf"]', seen: 'TON 2026-04', generation: any, expect: { CHAT26: 1 } },
    {
      css: 'div:has(> div > [jsname="biJjHb"])',
      seen: 'TON 2026-04',
      generation: any,
      expect: { CHAT26: 1 },
    },
  ],
  chatTime: [
    { css: '[jsname="biJjHb"]', seen: 'TON 2026-04', generation: any, expect: { CHAT26: 1 } },
  ],
  chatSender: [
    {
      css: 'div:has(+ [jsname="biJjHb"])',
      seen: 'TON 2026-04: the one before the time',
      generation: any,
      expect: { CHAT26: 1 },
    },
    {
      css: ':has(> [jsname="biJjHb"]) > :not([jsname="biJjHb"]):not(:has([jsname="dTKtvb"]))',
      seen: 'an extension of 2026: any other in the head; none on own lines',
      generation: any,
      expect: { CHAT26: 1 },
    },
  ],
  chatText: [
    { css: '[jsname="dTKtvb"]', seen: 'TON CAP25 JOI VX', generation: any, expect: { CHAT26: 1 } },
  ],
  /** A link to a file. It may lead by way of Google's own redirect: what is written in it is read as well. */
  chatFile: [
    {
      css: 'a[href*="://drive.google.com/"], a[href*="://docs.google.com/"]',
      seen: 'addresses that Google itself gives to files, not seen in a chat',
      generation: any,
    },
  ],
  chatFrame: [
    {
      css: 'iframe[src^="https://chat.google.com/"]',
      seen: 'four extensions and a bot, 2026-07 and 2026-08: /embed/space/…, meetings of a space',
      generation: '2026',
      expect: { CAP25: 0, CAP26b: 0, CHAT26: 0 },
    },
    { css: 'iframe', seen: 'FUS CAP26b: embedded Google Chat', generation: '2026' },
  ],

  // — notices and dialogs —
  notesChip: [
    {
      css: 'button[jsname="KRLjEd"]',
      seen: 'CAP25',
      generation: '2025',
      expect: { CAP25: 1, CAP26b: 0 },
    },
    { css: '[aria-labelledby="KRLjEd-nav9Xe"]', seen: 'CAP26a', generation: '2026' },
  ],
  noticeChip: [
    {
      css: '[jsname="ocqpFe"]',
      seen: 'CAP26a CAP26b: chips at the top',
      generation: '2026',
      expect: { CAP25: 0, CAP26b: 6 },
    },
  ],
  /** Several can be there at once. Not one comma list: browsers look single attributes up faster than lists. */
  dialog: [
    {
      css: '[role="dialog"]',
      seen: 'ATT SD FUS',
      generation: any,
      expect: { CAP25: 0, CAP26b: 0 },
    },
    {
      css: '[role="alertdialog"]',
      seen: 'SD FUS',
      generation: any,
      expect: { CAP25: 0, CAP26b: 0 },
    },
  ],
  dialogButton: [{ css: '[data-mdc-dialog-action]', seen: 'ATT SD FUS', generation: any }],
  leaveConfirms: [
    {
      css: '[data-should-confirm-hangup]',
      seen: 'CAP26b 1ST',
      generation: '2026',
      expect: { CAP25: 0, CAP26b: 1 },
    },
  ],
  justLeave: [{ css: '[data-mdc-dialog-action="Pd96ce"]', seen: 'SD FUS Wattos', generation: any }],
} as const satisfies Readonly<Record<string, readonly Alternative[]>>

export type MeetTarget = keyof typeof MEET_TARGETS

/** Icon words that turn up as plain text beside names. */
export const MEET_ICON_WORDS = [
  'devices',
  'domain_disabled',
  'more_vert',
  'mic',
  'mic_none',
  'mic_off',
  'videocam',
  'videocam_off',
  'keep',
  'keep_off',
  'keep_outline',
  'frame_person',
  'visual_effects',
  'front_hand',
  'back_hand',
  'computer_arrow_up',
  'present_to_all',
  'graphic_eq',
  'push_pin',
  'close',
] as const
