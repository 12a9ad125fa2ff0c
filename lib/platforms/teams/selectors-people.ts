import type { Alternative } from '../dom/find.ts'

const any = 'any' as const

/** The People panel and the lobby. */
export const PEOPLE_TARGETS = {
  peopleButton: [
    { css: '#roster-button', seen: 'eight sources, both clients · 2026-10 · H', generation: any },
    { css: 'button[data-inp="roster-button"]', seen: 'IM5 · 2025-01 · M', generation: any },
    {
      css: 'button[data-tid="calling-toolbar-people-button"]',
      seen: 'VEX · 2026-08 · M',
      generation: any,
    },
    { css: 'button[data-tid="roster-button"]', seen: 'LMA · 2026-04 · M', generation: any },
  ],
  countBadge: [
    {
      css: '#roster-button [data-tid="toolbar-item-badge"]',
      seen: 'ZEN LMA TNT · 2026-10 · H',
      generation: any,
    },
    { css: '[data-tid="roster-button-tile"]', seen: 'OMN · 2026-01 · L', generation: any },
  ],
  peoplePanel: [
    {
      css: '[data-tid="calling-right-side-panel"]:has([data-cid="roster-participant"], [id^="roster-title-section-"], [data-tid="calling-roster-attendees"])',
      seen: 'OMN MBA AXR · 2026-09 · H',
      generation: any,
    },
    {
      css: '[data-tid="calling-roster-attendees"]',
      seen: 'JOI LCS IM5 · 2026-03 · M',
      generation: any,
    },
    { css: '[data-tid="calling-roster-wrapper"]', seen: 'OMN · 2026-06 · M', generation: any },
  ],
  sidePanel: [
    {
      css: '[data-tid="calling-right-side-panel"]',
      seen: 'OMN MBA AXR · 2026-09 · H',
      generation: any,
    },
    {
      css: '[data-tid="app-layout-area--end"]',
      seen: 'MBA OMN, full client · 2026-09 · H',
      generation: any,
    },
  ],
  panelClose: [
    {
      css: '[data-tid="rail-header-close-button"]',
      seen: 'OMN MBA · 2026-09 · H',
      generation: any,
    },
  ],
  row: [
    { css: '[data-cid="roster-participant"]', seen: 'nine sources · 2026-09 · H', generation: any },
    { css: '[id^="calling-roster-item-"]', seen: 'AXR LCS CHN · 2026-08 · H', generation: any },
  ],
  rowItem: [
    { css: '[id^="calling-roster-item-"]', seen: 'AXR LCS CHN OLD · 2026-08 · H', generation: any },
  ],
  rowAvatar: [
    { css: '[id^="roster-avatar-img-"]', seen: 'AXR LCS MTB OLD · 2026-08 · H', generation: any },
  ],
  rowTitle: [{ css: 'span[title]', seen: 'LCS MTB · 2026-02 · M', generation: any }],
  rowOrganiser: [
    { css: '[data-tid="ts-roster-organizer-status"]', seen: 'LCS · 2026-02 · M', generation: any },
  ],
  rowMuted: [
    {
      css: '[data-cid="roster-participant-muted"]',
      seen: 'MBA OLD · 2026-09 · H',
      generation: any,
    },
  ],
  rowUnmuted: [
    {
      css: '[data-cid="roster-participant-unmuted"]',
      seen: 'MBA OLD · 2026-09 · H',
      generation: any,
    },
  ],
  rowHand: [
    {
      css: '[data-cid="roster-participant-hand-raised"]',
      seen: 'OLD · 2023-06 · L',
      generation: any,
    },
  ],
  /** "-2" is the meeting, "-3" those who were invited; the lobby's number nobody has seen. */
  sectionTitle: [
    {
      css: '[id^="roster-title-section-"]',
      seen: 'AXR UIA LCS OMN · 2026-08 · H',
      generation: any,
    },
  ],
  rosterTree: [
    {
      css: '[data-tid="calling-roster-attendees"]',
      seen: 'JOI LCS IM5 · 2026-03 · M',
      generation: any,
    },
    {
      css: '[data-tid="calling-right-side-panel"] [role="tree"]',
      seen: 'AXR OMN JOI · 2026-08 · H',
      generation: any,
    },
    {
      css: '[role="tree"]:has([data-cid="roster-participant"])',
      seen: 'JOI AXR · 2026-08 · M',
      generation: any,
    },
  ],
  rosterScroller: [
    {
      css: '[data-tid="calling-right-side-panel"] .virtual-tree-list-scroll-container',
      seen: 'OLD · 2024-06 · L',
      generation: any,
    },
    {
      css: '.virtual-tree-list-scroll-container:has([data-cid="roster-participant"])',
      seen: 'OLD · 2024-06 · L',
      generation: any,
    },
  ],

  // — the menu of a person —
  rowMenuButton: [
    {
      css: 'button[data-cid="ts-participant-action-button"]',
      seen: 'IM5 OLD · 2025-01 · M',
      generation: any,
    },
  ],
  personMenu: [
    {
      css: '[data-tid="participant-actions-menu"]',
      seen: 'IM5 OLD · 2025-01 · M',
      generation: any,
    },
  ],
  menuItem: [
    {
      css: '[role="menuitem"], [role="menuitemcheckbox"], [role="menuitemradio"]',
      seen: 'MSS OLD CAP · 2026-09 · M',
      generation: any,
    },
  ],

  // — the lobby, from the side of those who may admit —
  admitButton: [
    {
      css: 'button[data-cid="roster-admit-participant"]',
      seen: 'IM5 · 2025-01 · L',
      generation: any,
    },
  ],
  denyButton: [
    {
      css: 'button[data-cid="roster-deny-participant"]',
      seen: 'IM5 · 2025-01 · L',
      generation: any,
    },
  ],
  toastAdmit: [
    { css: '[data-tid="lobby-popup-admit-btn"]', seen: 'IM5 · 2025-01 · L', generation: any },
  ],
  toastDeny: [
    { css: '[data-tid="lobby-popup-deny-btn"]', seen: 'IM5 · 2025-01 · L', generation: any },
  ],
  toastName: [
    { css: 'span[data-tid^="participants-in-lobby"]', seen: 'IM5 · 2025-01 · L', generation: any },
    {
      css: '[data-tid^="participants-in-lobby"]',
      seen: 'after IM5 · 2025-01 · L',
      generation: any,
    },
  ],
  toastView: [{ css: 'button[title="View Lobby"]', seen: 'IM5 · 2025-01 · L', generation: any }],
  toastDismiss: [
    {
      css: '[data-tid="callingAlertDismissButton_lobby"]',
      seen: 'IM5 · 2025-01 · L',
      generation: any,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Alternative[]>>
