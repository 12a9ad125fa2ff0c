/**
 * The overlay's looks, for a constructed style sheet (a `style` element would be refused by the sites' policy). One dark
 * surface with a light edge: readable over any picture, whatever the site's or the system's theme.
 */
export const STYLE = `
.root { position: absolute; inset: 0; pointer-events: none; overflow: hidden; color: #fff;
  font: 400 14px/1.4 system-ui, "Segoe UI", Roboto, sans-serif; text-align: start; direction: ltr; }
.root *, .root *::before { box-sizing: border-box; }
[hidden] { display: none !important; }
button { font: inherit; color: inherit; margin: 0; pointer-events: auto; cursor: pointer; }
button:focus-visible { outline: 3px solid #fff; outline-offset: 2px; box-shadow: 0 0 0 5px #10131a; }
p, h2 { margin: 0; }

.shape { width: 16px; height: 16px; flex: none; }
.shape .mark { fill: none; stroke: #10131a; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.shape.ok .body { fill: #6ee7a0; }
.shape.check .body { fill: #fcd34d; }
.shape.alarm .body { fill: #ff9b8f; }
.shape.quiet .body { fill: #cbd5e1; }
.shape .line { fill: none; stroke: #cbd5e1; stroke-width: 2; }
.shape.ok .line { stroke: #6ee7a0; }
.shape.check .line { stroke: #fcd34d; }
.shape.alarm .line { stroke: #ff9b8f; }

.badge { position: absolute; left: 0; top: 0; display: flex; align-items: center; gap: 5px; height: 24px; padding: 0 8px 0 5px;
  border-radius: 12px; background: rgba(16, 19, 26, .9); border: 1px solid rgba(255, 255, 255, .45);
  font-size: 12px; font-weight: 500; white-space: nowrap; }
.badge.alarm { border: 2px solid #ff9b8f; }
.badge.compact { width: 24px; padding: 0; justify-content: center; }
.badge.compact span { display: none; }
.badge span { overflow: hidden; text-overflow: ellipsis; }

.dock { position: absolute; left: 0; top: 0; width: min(344px, calc(100vw - 24px)); display: flex; flex-direction: column;
  gap: 8px; }
.chips { flex: none; display: flex; gap: 6px; justify-content: flex-end; flex-wrap: wrap; }
.dock.aside > :not(.chips) { display: none; }
.dock.left .chips { justify-content: flex-start; }
.chip { display: inline-flex; align-items: center; gap: 6px; min-height: 30px; padding: 0 12px 0 8px; border-radius: 15px;
  background: #10131a; border: 1px solid rgba(255, 255, 255, .45); font-weight: 600; font-size: 13px;
  font-variant-numeric: tabular-nums; }
.chip.check { border-color: #fcd34d; }
.chip.alarm { border: 2px solid #ff9b8f; }
.chip:hover, .icon:hover, .answer:hover { background: #2a3140; }

.card { background: #10131a; border: 1px solid rgba(255, 255, 255, .5); border-radius: 14px; padding: 12px 14px 14px;
  box-shadow: 0 6px 24px rgba(0, 0, 0, .45); pointer-events: auto; overflow-wrap: anywhere;
  display: flex; flex-direction: column; min-height: 0;
  border-inline-start-width: 5px; }
.card.alarm { border-inline-start-color: #ff9b8f; }
.card.act { border-inline-start-color: #fcd34d; }
.card.notice { border-inline-start-color: #cbd5e1; }
.top { flex: none; display: flex; align-items: center; gap: 6px; font-size: 12px; font-weight: 600; color: #d6dbe4; min-height: 28px; }
.top .grow { flex: 1; }
.icon { width: 28px; height: 28px; border-radius: 8px; background: transparent; border: 1px solid transparent; padding: 0;
  display: inline-flex; align-items: center; justify-content: center; font-size: 16px; line-height: 1; }
.handle { margin-inline-start: -6px; cursor: grab; touch-action: none; }
.handle:active { cursor: grabbing; }
.steps { flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: 4px; padding-bottom: 4px; }
.steps .icon { border-color: #aab4c3; }
.steps .go { margin-inline-start: 4px; }
.reading { overflow-y: auto; min-height: 40px; }
.title { font-size: 16px; font-weight: 650; line-height: 1.3; margin: 2px 0 4px; }
.text { color: #e5e9f0; }
.say { margin-top: 8px; padding: 8px 10px; border-radius: 8px; background: rgba(255, 255, 255, .1); }
.say .lead { font-size: 12px; font-weight: 600; color: #c3cad6; }
.answers { flex: none; display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px; }
.answer { min-height: 34px; padding: 4px 14px; border-radius: 17px; background: transparent; border: 1px solid #aab4c3; font-weight: 600; }
.answer.primary { background: #fff; color: #10131a; border-color: #fff; }
.answer.primary:hover { background: #dfe5ee; }
.answers[aria-busy="true"] .answer { opacity: .55; cursor: default; }

.covered { flex: none; margin-top: 8px; font-size: 13px; color: #fcd34d; }

.queue { flex: none; padding: 8px 12px 10px; border-inline-start-color: #fcd34d; }
.queue .ask { margin-top: 4px; }
.queue .ask .name { font-weight: 650; }
.queue .answers { margin-top: 6px; }
.queue .said { font-size: 13px; margin-top: 6px; color: #e5e9f0; }
.queue .said:empty { display: none; }

.outline { position: absolute; left: 0; top: 0; border: 3px solid #fcd34d; border-radius: 10px;
  box-shadow: 0 0 0 3px #10131a, inset 0 0 0 2px #10131a; animation: pulse 1.4s ease-in-out 4; }
@keyframes pulse { 50% { box-shadow: 0 0 0 3px #10131a, 0 0 0 9px rgba(255, 255, 255, .95), inset 0 0 0 2px #10131a; } }
.bubble { position: absolute; left: 0; top: 0; width: max-content; max-width: min(300px, calc(100vw - 16px)); display: flex;
  align-items: start; gap: 4px; padding: 10px 6px 10px 12px; border-radius: 12px; background: #10131a; border: 2px solid #fcd34d;
  box-shadow: 0 0 0 1px #10131a, 0 6px 24px rgba(0, 0, 0, .45); pointer-events: auto; font-weight: 500; overflow-wrap: anywhere; }
.bubble.unseen { visibility: hidden; }
.bubble .icon { flex: none; margin-top: -4px; }
.hint { display: flex; flex-direction: column; align-items: flex-start; gap: 8px; min-width: 0; }
.go { min-height: 30px; padding: 3px 12px; border-radius: 15px; background: transparent; border: 1px solid #aab4c3; font-size: 13px;
  font-weight: 600; }
.go:hover { background: #2a3140; }

.dot { position: absolute; left: 0; top: 0; width: 28px; height: 28px; padding: 0; background: transparent; border: 0; border-radius: 14px; }
.dot::before { content: ""; position: absolute; inset: 9px; border-radius: 50%; background: #8b95a5; border: 1px solid #fff;
  box-shadow: 0 0 0 1px #10131a; }
.dot.waiting::before { inset: 8px; border-width: 3px; }

.told { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@media (prefers-reduced-motion: reduce) { .outline { animation: none; } }
@media (forced-colors: active) {
  .badge, .chip, .card, .bubble { background: Canvas; color: CanvasText; border-color: CanvasText !important; forced-color-adjust: none; }
  .badge.alarm, .chip.alarm { border-width: 3px; }
  .top, .text, .say .lead, .covered { color: CanvasText; }
  .say { background: Canvas; border: 1px solid CanvasText; }
  .icon, .answer, .go { background: ButtonFace; color: ButtonText; border: 1px solid ButtonText; forced-color-adjust: none; }
  .answer.primary { background: Highlight; color: HighlightText; border-color: HighlightText; }
  .chip:hover, .icon:hover, .answer:hover, .go:hover { background: Highlight; color: HighlightText; }
  .shape { forced-color-adjust: none; color: CanvasText; }
  .shape .body { fill: none !important; stroke: currentColor; stroke-width: 1.4; }
  .shape .mark, .shape .line { stroke: currentColor !important; }
  .outline { border-color: Highlight; box-shadow: 0 0 0 3px Canvas; }
  .dot::before { background: CanvasText; border-color: Canvas; forced-color-adjust: none; }
  button:focus-visible { outline-color: Highlight; box-shadow: none; }
}
`
