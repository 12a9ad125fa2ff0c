/**
 * The overlay's looks, for a constructed style sheet (a `style` element would be refused by the sites' policy). Its colours, also those
 * of high contrast and forced colours, are the tokens of `.over-meeting` (components/ui/tokens.css).
 *
 * Its fonts are the system's alone, by names that no page can give to a font of its own: an `@font-face` of the page holds here as well,
 * and the browser would ask the page's server for it, letter by letter.
 */
export const STYLE = `
.root { position: absolute; inset: 0; pointer-events: none; overflow: hidden; color: var(--ink);
  font: 400 14px/1.4 system-ui, sans-serif; text-align: start; direction: ltr; }
.root *, .root *::before { box-sizing: border-box; }
[hidden] { display: none !important; }
button { font: inherit; color: inherit; margin: 0; pointer-events: auto; cursor: pointer; }
button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 5px var(--surface); }
p, h2 { margin: 0; }
/* All words are drawn and none is a text node (drawn.ts). */
[data-words]::before { content: attr(data-words); }
/* The direction of a name goes by its letters; the browser itself looks for them in text nodes alone. */
bdi { unicode-bidi: plaintext; }

.shape { width: 16px; height: 16px; flex: none; }
.shape .mark { fill: none; stroke: var(--surface); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.shape.ok .body { fill: var(--ok); }
.shape.check .body { fill: var(--check); }
.shape.alarm .body { fill: var(--alarm); }
.shape.quiet .body { fill: var(--quiet); }
.shape .line { fill: none; stroke: var(--quiet); stroke-width: 2; }
.shape.ok .line { stroke: var(--ok); }
.shape.check .line { stroke: var(--check); }
.shape.alarm .line { stroke: var(--alarm); }

.badge { position: absolute; left: 0; top: 0; display: flex; align-items: center; gap: 5px; height: 24px; padding: 0 8px 0 5px;
  border-radius: 12px; background: var(--veil); border: 1px solid var(--line);
  font-size: 12px; font-weight: 500; white-space: nowrap; }
.badge.alarm { border: 2px solid var(--alarm); }
.badge.compact { width: 24px; padding: 0; justify-content: center; }
.badge.compact span { display: none; }
.badge span { overflow: hidden; text-overflow: ellipsis; }

.dock { position: absolute; left: 0; top: 0; width: min(344px, calc(100vw - 24px)); display: flex; flex-direction: column;
  gap: 8px; }
.chips { flex: none; display: flex; gap: 6px; justify-content: flex-end; flex-wrap: wrap; }
.dock.aside > :not(.chips) { display: none; }
.dock.left .chips { justify-content: flex-start; }
.chip { display: inline-flex; align-items: center; gap: 6px; min-height: 30px; padding: 0 12px 0 8px; border-radius: 15px;
  background: var(--surface); border: 1px solid var(--line); font-weight: 600; font-size: 13px;
  font-variant-numeric: tabular-nums; }
.chip.check { border-color: var(--check); }
.chip.alarm { border: 2px solid var(--alarm); }
.chip:hover, .icon:hover, .answer:hover { background: var(--sunken); }

.card { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; padding: 12px 14px 14px;
  box-shadow: var(--float); pointer-events: auto; overflow-wrap: anywhere;
  display: flex; flex-direction: column; min-height: 0;
  border-inline-start-width: 5px; }
.card.alarm { border-inline-start-color: var(--alarm); }
.card.act { border-inline-start-color: var(--check); }
.card.notice { border-inline-start-color: var(--quiet); }
.top { flex: none; display: flex; align-items: center; gap: 6px; font-size: 12px; font-weight: 600; color: var(--ink-soft); min-height: 28px; }
.top .grow { flex: 1; }
.icon { width: 28px; height: 28px; border-radius: 8px; background: transparent; border: 1px solid transparent; padding: 0;
  display: inline-flex; align-items: center; justify-content: center; font-size: 16px; line-height: 1; }
.handle { margin-inline-start: -6px; cursor: grab; touch-action: none; }
.handle:active { cursor: grabbing; }
.steps { flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: 4px; padding-bottom: 4px; }
.steps .icon { border-color: var(--edge); }
.steps .go { margin-inline-start: 4px; }
.reading { overflow-y: auto; min-height: 40px; }
.title { font-size: 16px; font-weight: 650; line-height: 1.3; margin: 2px 0 4px; }
.text { color: var(--ink-soft); }
.say { margin-top: 8px; padding: 8px 10px; border-radius: 8px; background: var(--quiet-wash); }
.say .lead { font-size: 12px; font-weight: 600; color: var(--ink-soft); }
.answers { flex: none; display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px; }
.answer { min-height: 34px; padding: 4px 14px; border-radius: 17px; background: transparent; border: 1px solid var(--edge); font-weight: 600; }
.answer.primary { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
.answer.primary:hover { background: var(--accent-strong); }
.answers[aria-busy="true"] .answer { opacity: .55; cursor: default; }

.covered { flex: none; margin-top: 8px; font-size: 13px; color: var(--check); }

.queue { flex: none; padding: 8px 12px 10px; border-inline-start-color: var(--check); }
/* A shadow that reaches over the card above it makes the browser call that one covered, and its answers would not be taken (plain.ts). */
.queue:not([hidden]) + .card { box-shadow: none; }
.queue .ask { margin-top: 4px; }
.queue .ask .name { font-weight: 650; }
.queue .answers { margin-top: 6px; }
.queue .said { font-size: 13px; margin-top: 6px; color: var(--ink-soft); }
.queue .said:not([data-words]) { display: none; }

.outline { position: absolute; left: 0; top: 0; border: 3px solid var(--check); border-radius: 10px;
  box-shadow: 0 0 0 3px var(--surface), inset 0 0 0 2px var(--surface); animation: pulse 1.4s ease-in-out 4; }
@keyframes pulse { 50% { box-shadow: 0 0 0 3px var(--surface), 0 0 0 9px var(--ink), inset 0 0 0 2px var(--surface); } }
.bubble { position: absolute; left: 0; top: 0; width: max-content; max-width: min(300px, calc(100vw - 16px)); display: flex;
  align-items: start; gap: 4px; padding: 10px 6px 10px 12px; border-radius: 12px; background: var(--surface); border: 2px solid var(--check);
  box-shadow: 0 0 0 1px var(--surface), var(--float); pointer-events: auto; font-weight: 500; overflow-wrap: anywhere; }
.bubble.unseen { visibility: hidden; }
.bubble .icon { flex: none; margin-top: -4px; }
.hint { display: flex; flex-direction: column; align-items: flex-start; gap: 8px; min-width: 0; }
.go { min-height: 30px; padding: 3px 12px; border-radius: 15px; background: transparent; border: 1px solid var(--edge); font-size: 13px;
  font-weight: 600; }
.go:hover { background: var(--sunken); }

.dot { position: absolute; left: 0; top: 0; width: 28px; height: 28px; padding: 0; background: transparent; border: 0; border-radius: 14px; }
.dot::before { content: ""; position: absolute; inset: 9px; border-radius: 50%; background: var(--dim); border: 1px solid var(--ink);
  box-shadow: 0 0 0 1px var(--surface); }
.dot.waiting::before { inset: 8px; border-width: 3px; }

.told { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@media (prefers-reduced-motion: reduce) { .outline { animation: none; } }
@media (forced-colors: active) {
  .root { forced-color-adjust: none; }
  .badge.alarm, .chip.alarm { border-width: 3px; }
  .say { border: 1px solid var(--line); }
  .icon, .answer, .go { background: ButtonFace; color: ButtonText; border: 1px solid var(--edge); }
  .shape { color: var(--ink); }
  .chip:hover, .icon:hover, .answer:hover, .go:hover { background: var(--sunken); color: HighlightText; }
  .chip:hover .shape, .icon:hover .shape { color: HighlightText; }
  .answer.primary, .answer.primary:hover { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
  .shape .body { fill: none !important; stroke: currentColor; stroke-width: 1.4; }
  .handle .shape .body { fill: currentColor !important; stroke: none; }
  .shape .mark, .shape .line { stroke: currentColor !important; }
  .outline { border-color: Highlight; box-shadow: 0 0 0 3px var(--surface); }
  button:focus-visible { box-shadow: none; }
}
`
