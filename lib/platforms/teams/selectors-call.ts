import type { Alternative } from '../dom/find.ts'

const any = 'any' as const

/** Where the page is, its stage and tiles, and the person at this computer. */
export const CALL_TARGETS = {
  // — where we are —
  launcher: [
    {
      css: '[data-tid="joinOnWeb"]',
      seen: 'capture; ATT ZEN MTB · 2026-07 · H',
      generation: any,
      expect: { LAUNCH: 1, PREJOIN: 0, INCALL: 0 },
    },
    { css: '[data-tid="joinInApp"]', seen: 'capture · 2026-07 · M', generation: any },
  ],
  prejoin: [
    {
      css: '[data-tid="calling-prejoin-screen"]',
      seen: 'NOT capture, ZEN · 2026-07 · H',
      generation: '2026',
      expect: { PREJOIN: 1, SIGNEDIN: 1, LOBBY: 0, INCALL: 0 },
    },
    { css: '[data-tid="prejoin-screen"]', seen: 'older builds · 2025-01 · L', generation: '2025' },
  ],
  joinButton: [
    {
      css: '[data-tid="prejoin-join-button"]',
      seen: 'NOT capture, ATT MTB · 2026-07 · H',
      generation: any,
      expect: { PREJOIN: 1, SIGNEDIN: 1, INCALL: 0 },
    },
    { css: '#prejoin-join-button', seen: 'ATT ZEN · 2026-08 · M', generation: any },
  ],
  connecting: [
    { css: '[data-tid="calling-connecting-screen"]', seen: 'ZEN · 2026-10 · M', generation: any },
  ],
  lobbyScreen: [
    {
      css: '[data-tid="calling-lobby-screen"]',
      seen: 'ZEN NOT · 2026-10 · H',
      generation: any,
      expect: { LOBBY: 1, INCALL: 0 },
    },
  ],
  /** All alternatives count; what each of them says about the end is in `read-place.ts`. */
  deniedScreen: [
    {
      css: '[data-tid="calling-declined-screen"]',
      seen: 'NOT · 2026-07 · M',
      generation: any,
      expect: { DECLINED: 1, INCALL: 0 },
    },
  ],
  endedScreen: [
    {
      css: '[data-testid="calling-anon-meeting-end-screen"]',
      seen: 'ATT · 2026-08 · M',
      generation: any,
    },
    { css: '#calling-retry-screen-title', seen: 'ATT ZEN · 2026-10 · M', generation: any },
    {
      css: '[data-tid="calling-retry-screen"]',
      seen: 'a capture, a bot · 2026-07 · H',
      generation: any,
      expect: { INCALL: 0, PREJOIN: 0 },
    },
    { css: '[data-tid="rejoin-title"]', seen: 'NOT · 2026-07 · M', generation: any },
    { css: '[data-tid="calling-retry-cancelbutton"]', seen: 'ATT · 2026-08 · M', generation: any },
    { css: '[data-tid="calling-e2ee-end-screen"]', seen: 'ZEN · 2026-10 · M', generation: any },
  ],
  hangUp: [
    {
      css: '#hangup-button',
      seen: 'eight sources, both clients · 2026-10 · H',
      generation: any,
      expect: { INCALL: 1, PREJOIN: 0, LOBBY: 0 },
    },
    {
      css: 'button[data-tid="hangup-main-btn"]',
      seen: 'NOT capture · 2026-07 · H',
      generation: any,
      expect: { INCALL: 1 },
    },
    {
      css: 'button[data-inp="hangup-button"]',
      seen: 'NOT capture · 2026-07 · M',
      generation: any,
      expect: { INCALL: 1 },
    },
  ],
  /** Beside the hang-up button one of these proves a call: that button is drawn in the lobby as well. */
  inCallMark: [
    { css: '[data-cid="call-screen-wrapper"]', seen: 'ZEN · 2026-10 · M', generation: any },
    {
      css: '[data-tid="call-duration"]',
      seen: 'NOT capture, LMA LUC · 2026-10 · H',
      generation: any,
      expect: { INCALL: 1, PREJOIN: 0, LOBBY: 0 },
    },
    { css: '#call-duration-custom', seen: 'UIA · 2026-07 · M', generation: any },
    {
      css: '[data-tid="stage-layouts-renderer"]',
      seen: 'NOT capture · 2026-07 · M',
      generation: any,
      expect: { INCALL: 1 },
    },
    {
      css: '[data-tid="modern-stage-wrapper"]',
      seen: 'ZEN ODS MBA · 2026-10 · H',
      generation: any,
    },
  ],
  callMonitor: [
    { css: '[data-tid="floating-call-monitor"]', seen: 'LUC · 2026-10 · M', generation: any },
  ],
  /** Anything of a call at all: with none of it a page of the site is simply elsewhere. */
  anyOfACall: [
    { css: '[data-stream-type]', seen: 'ten sources · 2026-10 · H', generation: any },
    { css: '[data-tid^="calling-"]', seen: 'many · 2026-10 · M', generation: any },
    { css: '[data-cid="roster-participant"]', seen: 'nine sources · 2026-09 · H', generation: any },
  ],
  title: [
    { css: '[data-tid="call-title"]', seen: 'LMA · 2026-04 · M', generation: any },
    { css: '[data-tid="calling-title"]', seen: 'OMN · 2026-06 · M', generation: any },
    { css: '[data-tid="call-monitor-title"]', seen: 'LUC · 2026-10 · M', generation: any },
    {
      css: '[data-tid="meeting-header-title"]',
      seen: 'NOT capture: before joining · 2026-07 · M',
      generation: any,
      expect: { PREJOIN: 1, SIGNEDIN: 1 },
    },
  ],
  lightClient: [
    { css: '#mic-button', seen: 'CAP ZEN · 2026-10 · H', generation: any },
    { css: '#custom-view-button', seen: 'CAP · 2026-09 · M', generation: any },
    { css: '#screenshare-button', seen: 'CAP · 2026-09 · M', generation: any },
  ],
  /** In both clients, so that it names none beside a mark of either; alone it is the light one's, see `readClient`. */
  callBar: [
    {
      css: '[data-tid^="ubar-"]',
      seen: 'NOT capture, ZEN, IM5 · 2026-10 · M',
      generation: any,
      expect: { INCALL: 4, PREJOIN: 0 },
    },
  ],
  fullClient: [
    { css: '#microphone-button', seen: 'CAP MIN UIA IM5 · 2026-09 · H', generation: any },
    { css: '#view-mode-button', seen: 'ATT CAP · 2026-09 · M', generation: any },
    { css: '#share-button', seen: 'CAP UIA · 2026-09 · M', generation: any },
    { css: '[data-tid^="app-layout-area--"]', seen: 'MBA OMN · 2026-09 · H', generation: any },
    {
      css: '[data-cid="calling-participant-stream"]',
      seen: 'MIN MBA RUS PTB OVL · 2026-09 · H',
      generation: any,
    },
  ],
  /** Older builds drew the call into a frame of the same origin. */
  callFrame: [
    {
      css: 'iframe[id^="experience-container"]',
      seen: 'OLD, LMA · 2024-06 · L',
      generation: '2025',
    },
    { css: 'iframe.embedded-page-content', seen: 'OLD · 2024-06 · L', generation: '2025' },
  ],

  // — the stage —
  stage: [
    {
      css: '[data-tid="modern-stage-wrapper"]',
      seen: 'ZEN ODS MBA JOI · 2026-10 · H',
      generation: any,
    },
    {
      css: '[data-tid="stage-layouts-renderer"]',
      seen: 'NOT capture, ZEN · 2026-10 · H',
      generation: any,
      expect: { INCALL: 1 },
    },
    { css: '[data-tid="stage-layout"]', seen: 'ZEN ODS · 2026-10 · M', generation: any },
    { css: '[data-cid="call-screen-wrapper"]', seen: 'ZEN · 2026-10 · M', generation: any },
  ],
  tile: [
    {
      css: '[data-stream-type][data-tid]',
      seen: 'ten sources, both clients · 2026-10 · H',
      generation: any,
      expect: { INCALL: 0, PREJOIN: 0 },
    },
    {
      css: '[data-cid="calling-participant-stream"]',
      seen: 'MIN MBA PTB OVL CHN · 2026-09 · H',
      generation: any,
    },
    {
      css: '[role="menuitem"]:has([data-tid="participant-info-nametag"], [data-tid="participant-avatar"], [data-tid="voice-level-stream-outline"])',
      seen: 'fallback of ZEN MBA · 2026-10 · M',
      generation: any,
    },
  ],
  myselfTile: [
    {
      css: '[data-tid="myself-video"]',
      seen: 'AXT UIA LMA OVL LUC, full client · 2026-10 · H',
      generation: any,
    },
  ],
  nametag: [
    {
      css: '[data-tid="participant-info-nametag"]',
      seen: 'MIN JOI MBA CAP FRE · 2026-09 · H',
      generation: any,
    },
    {
      css: '[data-tid="participant-name-decorator-layer"]',
      seen: 'FRE · 2026-06 · M',
      generation: any,
    },
    {
      css: '[data-tid="participant-info"] .fui-StyledText span',
      seen: 'LMA · 2026-04 · M',
      generation: any,
    },
  ],
  tileAvatar: [
    {
      css: '[data-tid="participant-avatar"]',
      seen: 'NOT capture, ZEN CAP AXT · 2026-10 · H',
      generation: any,
      expect: { INCALL: 1 },
    },
    { css: '[data-id="avatar-image-container"]', seen: 'ZEN · 2026-10 · M', generation: any },
  ],
  voiceOutline: [
    {
      css: '[data-tid="voice-level-stream-outline"]',
      seen: 'AXT VEX JOI LMA MIN ZEN · 2026-10 · H',
      generation: any,
    },
  ],
  spotlight: [
    {
      css: '[data-cid="stage-participant-spotlighted"]',
      seen: 'OLD · 2024-06 · L',
      generation: any,
    },
  ],
  gallery: [
    { css: '[data-tid="only-videos-wrapper"]', seen: 'CAP ODS MBA · 2026-09 · H', generation: any },
  ],
  /** The big picture of a call with nobody else in it. */
  aloneAvatar: [
    {
      css: '[data-tid="calling-screen-avatar"]',
      seen: 'NOT capture · 2026-07 · M',
      generation: any,
      expect: { INCALL: 1, LOBBY: 0 },
    },
  ],

  // — the person at this computer —
  ownName: [
    { css: '[data-tid="me-control-avatar"]', seen: 'MIN LMA · 2026-09 · M', generation: any },
    { css: '#idna-me-control-avatar-trigger', seen: 'UIA LMA · 2026-07 · M', generation: any },
  ],
  ownDisplayName: [
    {
      css: '[data-tid="me-control-displayname"]',
      seen: 'LMA: menu open · 2026-04 · M',
      generation: any,
    },
  ],
  ownMicrophone: [
    { css: '#microphone-button', seen: 'MIN CAP UIA, full client · 2026-09 · H', generation: any },
    { css: '#mic-button', seen: 'CAP ZEN, light client · 2026-10 · H', generation: any },
  ],
  microphoneIcon: [
    {
      css: 'svg[data-testid^="ubar-mic-"]',
      seen: 'ZEN, light client · 2026-10 · H',
      generation: any,
    },
  ],
  prejoinCamera: [
    {
      css: 'input[data-tid="toggle-video"]',
      seen: 'NOT capture, ZEN ATT · 2026-07 · H',
      generation: any,
      expect: { PREJOIN: 1, SIGNEDIN: 0 },
    },
  ],
  prejoinMicrophone: [
    {
      css: 'input[data-tid="toggle-mute"]',
      seen: 'NOT capture, ZEN ATT · 2026-07 · H',
      generation: any,
      expect: { PREJOIN: 1, SIGNEDIN: 1 },
    },
  ],
  stopSharing: [
    { css: '[data-tid="stop-sharing-button"]', seen: 'T4L · 2026-08 · M', generation: any },
  ],
  shareButton: [
    { css: '#share-button', seen: 'CAP UIA ATT, full client · 2026-09 · H', generation: any },
    { css: '#screenshare-button', seen: 'CAP, light client · 2026-09 · M', generation: any },
  ],
} as const satisfies Readonly<Record<string, readonly Alternative[]>>
