import type { Alternative } from '../dom/find.ts'

const any = 'any' as const

/** The bars, menus and dialogs; chat and notices. */
export const CONTROL_TARGETS = {
  toolbar: [
    {
      css: '[role="toolbar"]',
      seen: 'NOT capture · 2026-07 · M',
      generation: any,
      expect: { INCALL: 1, PREJOIN: 0 },
    },
    {
      css: '[data-tid^="ubar-horizontal"]',
      seen: 'NOT capture · 2026-07 · M',
      generation: any,
      expect: { INCALL: 2 },
    },
  ],
  moreButton: [
    {
      css: '#callingButtons-showMoreBtn',
      seen: 'CAP UIA ATT LCS, both clients · 2026-09 · H',
      generation: any,
    },
  ],
  moreMenu: [
    {
      css: '[data-tid="callingButtons-showMoreBtn-menu"]',
      seen: 'CAP ATT LCS · 2026-09 · H',
      generation: any,
    },
  ],
  /** "…" at the head of the People panel. */
  panelMore: [
    {
      css: '[data-tid="calling-right-side-panel"] button[data-tid="more-menu-trigger"]',
      seen: 'OLD · 2023-06 · L',
      generation: any,
    },
  ],
  /** The gallery of tiles is a `role=menu` as well and is left out by the reader. */
  menu: [{ css: '[role="menu"]', seen: 'CAP UIA · 2026-09 · H', generation: any }],
  panelButton: [
    {
      css: '[data-tid="calling-right-side-panel"] button',
      seen: 'OMN MBA · 2026-09 · M',
      generation: any,
    },
    {
      css: '[data-tid="app-layout-area--end"] button',
      seen: 'OMN, full client · 2026-06 · M',
      generation: any,
    },
  ],
  toggle: [
    {
      css: '[role="switch"], input[type="checkbox"]',
      seen: 'MSS: meeting options · 2026-06 · L',
      generation: any,
    },
  ],
  anyButton: [{ css: 'button, [role="button"]', seen: 'any page · 2026-10 · H', generation: any }],

  // — leaving —
  hangUpMore: [
    {
      css: '[data-tid="hangup-toggle-more-options-btn"]',
      seen: 'NOT capture · 2026-07 · M',
      generation: any,
      expect: { INCALL: 1, PREJOIN: 0 },
    },
  ],
  endMeeting: [
    { css: '[data-tid="hangup-end-meeting-btn"]', seen: 'IM5 · 2025-01 · M', generation: any },
  ],
  endConfirm: [
    {
      css: 'button[data-tid="endCallConfirmationBtn"]',
      seen: 'IM5 · 2025-01 · M',
      generation: any,
    },
  ],

  // — dialogs and banners —
  dialog: [
    {
      css: '[role="dialog"]',
      seen: 'MSS IM5 · 2026-06 · M',
      generation: any,
      expect: { INCALL: 0 },
    },
    {
      css: '[role="alertdialog"]',
      seen: 'general · 2026-06 · L',
      generation: any,
      expect: { INCALL: 0 },
    },
  ],
  alert: [
    {
      css: '[data-tid^="callingAlert"]:not([data-tid^="callingAlertDismissButton_"])',
      seen: 'OMN MBA · 2026-09 · H',
      generation: any,
    },
    { css: '[data-tid^="ufd_"]', seen: 'MBA · 2026-09 · M', generation: any },
    { css: '[data-tid$="-alert-container"]', seen: 'OMN · 2026-06 · M', generation: any },
    { css: '[role="alert"]', seen: 'OMN MBA · 2026-09 · M', generation: any },
    { css: '.fui-Toast', seen: 'OMN · 2026-06 · M', generation: any },
  ],
  alertDismiss: [
    {
      css: '[data-tid^="callingAlertDismissButton_"]',
      seen: 'OMN MBA IM5 · 2026-09 · H',
      generation: any,
    },
  ],
  recordingBanner: [
    {
      css: '[data-tid="callingAlertDismissButton_JoinersOngoingRecording"]',
      seen: 'OLD OMN · 2026-06 · M',
      generation: any,
    },
  ],
  recordButton: [
    {
      css: '#recording-button, button[data-inp="recording-button"]',
      seen: 'NOT capture, IM5 · 2026-07 · M',
      generation: any,
      expect: { INCALL: 1 },
    },
  ],
  transcriptButton: [
    { css: '#call-transcript-button', seen: 'IM5 · 2025-01 · L', generation: any },
  ],
  indicators: [
    {
      css: '[data-tid="ubar-indicators"]',
      seen: 'NOT capture · 2026-07 · M',
      generation: any,
      expect: { INCALL: 1 },
    },
    { css: '#indicators', seen: 'a tree of a call · 2026-07 · M', generation: any },
  ],

  // — chat —
  chatButton: [
    { css: '#chat-button', seen: 'CAP UIA ZEN, both clients · 2026-10 · H', generation: any },
  ],
  chatList: [
    {
      css: '[data-tid="message-pane-list-runway"]',
      seen: 'LMA VEX CHN · 2026-08 · H',
      generation: any,
    },
    { css: '#chat-pane-list', seen: 'JOI UIA · 2026-03 · H', generation: any },
    { css: '[data-tid="chat-pane-list"]', seen: 'JOI · 2026-03 · M', generation: any },
  ],
  chatItem: [
    { css: '[data-tid="chat-pane-item"]', seen: 'JOI LMA VEX · 2026-08 · H', generation: any },
  ],
  chatMessage: [
    { css: '[data-tid="chat-pane-message"]', seen: 'JOI LMA VEX · 2026-08 · H', generation: any },
  ],
  chatSystem: [
    {
      css: '.fui-ChatControlMessage',
      seen: 'LMA, a tree of the page · 2026-10 · H',
      generation: any,
    },
  ],
  /** One's own messages, in every language. They mostly name nobody. All alternatives count. */
  chatOwn: [
    {
      css: '.fui-ChatMyMessage',
      seen: 'two pages read, three readers · 2026-09 · H',
      generation: any,
    },
    {
      css: '.fui-ChatMyMessage__body',
      seen: 'a tree of the page, two readers · 2026-10 · H',
      generation: any,
    },
  ],
  /** What stands in the place of a message that was taken back: Teams' words, nobody's. */
  chatDeleted: [
    {
      css: '[data-tid="message-tombstone"]',
      seen: 'a page read · 2026-09 · M',
      generation: any,
    },
  ],
  chatAuthor: [
    {
      css: '[data-tid="message-author-name"]',
      seen: 'JOI LMA VEX UIA · 2026-08 · H',
      generation: any,
    },
    {
      css: '[id^="author-"]',
      seen: 'a page read, a tree of another · 2026-10 · M',
      generation: any,
    },
  ],
  chatBody: [
    { css: '[id^="content-"]', seen: 'LMA VEX · 2026-08 · H', generation: any },
    {
      css: '[data-message-content]',
      seen: 'two pages read · 2026-08 · H',
      generation: any,
    },
    { css: '[data-tid="messageBodyContent"]', seen: 'a page read · 2026-09 · M', generation: any },
    { css: '[id^="message-body-"]', seen: 'LMA CHN · 2026-08 · M', generation: any },
  ],
  /** What a reply repeats of another's message: those are not the words of who replies. */
  chatQuote: [
    {
      css: '[data-tid="quoted-reply-card"]',
      seen: 'two pages saved · 2026-08 · H',
      generation: any,
    },
    {
      css: '[data-track-module-name="messageQuotedReply"]',
      seen: 'a page saved · 2026-07 · M',
      generation: any,
    },
    {
      css: 'blockquote[itemprop="quote"]',
      seen: 'an older page · 2024-06 · L',
      generation: '2025',
    },
  ],
  /** A file or a picture that hangs on a message. The card has no link: its address is in a label (pages saved 2026-07, chat and channel). */
  chatFile: [
    {
      css: '[data-tid="file-attachment-grid"]',
      seen: 'three pages saved · 2026-08 · H',
      generation: any,
    },
    { css: '[data-tid^="file-chiclet-"]', seen: 'two pages saved · 2026-07 · M', generation: any },
    {
      css: '[data-tid="file-preview-root"]',
      seen: 'two pages read · 2026-07 · M',
      generation: any,
    },
    {
      css: 'img[itemtype="http://schema.skype.com/AMSImage"], [itemtype="http://schema.skype.com/AMSImage"] img',
      seen: 'a pasted picture · 2026-03 · M',
      generation: any,
    },
    {
      css: 'a[href*=".sharepoint.com/"], a[href*="://onedrive.live.com/"], a[href*="://1drv.ms/"]',
      seen: 'addresses that Teams itself gives to files · 2026-07 · M',
      generation: any,
    },
  ],
  chatTime: [{ css: 'time[datetime]', seen: 'LMA VEX · 2026-08 · H', generation: any }],
  chatOff: [
    {
      css: '[data-tid="compose-disabled-placeholder-text"]',
      seen: 'MBA · 2026-09 · M',
      generation: any,
    },
  ],
  chatComposer: [
    { css: '[data-tid="ckeditor"]', seen: 'LMA VEX IM5 · 2026-08 · H', generation: any },
    {
      css: '[data-tid="simplified-compose-bottom-toolbar"]',
      seen: 'MBA, light client · 2026-09 · M',
      generation: any,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Alternative[]>>
