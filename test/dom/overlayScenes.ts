import type { OverlayView, PromptView } from '../../lib/views/types.ts'

/** A meeting as far as the overlay sees one: a stage, tiles, a bar below, and rules that would break anything unprotected. */
export function meetingPage(tiles: readonly string[], more = ''): string {
  const cells = tiles
    .map(
      (id, index) =>
        `<div class="tile t${index % 4}" data-tile="${id}"><span class="who">${id}</span></div>`,
    )
    .join('')
  return `<body>
<style nonce="%NONCE%">
  body { margin: 0; background: #202124; font: 14px sans-serif; color: #fff; }
  main { position: absolute; inset: 16px 16px 96px 16px; display: grid; gap: 8px;
    grid-template-columns: repeat(${Math.ceil(Math.sqrt(tiles.length))}, 1fr); }
  .tile { position: relative; border-radius: 8px; overflow: hidden; }
  .t0 { background: linear-gradient(160deg, #f8fafc, #cbd5e1); }
  .t1 { background: linear-gradient(160deg, #7c2d12, #fdba74); }
  .t2 { background: repeating-linear-gradient(45deg, #fff 0 6px, #111 6px 12px); }
  .t3 { background: linear-gradient(160deg, #064e3b, #111827); }
  .who { position: absolute; left: 8px; bottom: 6px; text-shadow: 0 0 3px #000; }
  .bar { position: absolute; left: 0; right: 0; bottom: 0; height: 80px; display: flex; gap: 12px; justify-content: center; align-items: center; }
  .bar button, .bar input { height: 40px; padding: 0 16px; }
</style>
<main>${cells}</main>
<div class="bar" role="toolbar"><input id="chat" placeholder="Send a message"><button id="host">Host controls</button><button id="leave" jsname="CQylAd">Leave</button></div>
${more}</body>`
}

/** What a careless or hostile page could set on everything. */
export const HOSTILE = `<style nonce="%NONCE%">
  * { display: none !important; visibility: hidden !important; opacity: 0 !important; transform: scale(3) !important; pointer-events: none !important;
    color: red !important; font: 40px serif !important; position: static !important; background: yellow !important; letter-spacing: 1em !important; }
  html, body, main, main *, .bar, .bar * { display: block !important; visibility: visible !important; opacity: 1 !important; transform: none !important; pointer-events: auto !important; }
  main { position: absolute !important; } .tile { height: 200px; width: 300px; }
</style>`

export function prompt(promptId: string, more: Partial<PromptView> = {}): PromptView {
  return {
    promptId,
    kind: 'room',
    severity: 'act',
    title: 'Dev Shah may be in a bedroom',
    body: 'The picture looks like a bedroom. It is a hint, not a fact: please look yourself.',
    say: 'Dev, could you move to another room, or turn so that we see a wall?',
    answers: [
      { answer: 'askToMove', label: 'Ask to move', primary: true },
      { answer: 'cameraOff', label: 'Camera off', primary: false },
      { answer: 'looksFine', label: 'Looks fine', primary: false },
      { answer: 'later', label: 'Later', primary: false },
    ],
    about: ['dev'],
    clauses: ['CW-12'],
    at: 1_700_000_000_000,
    ...more,
  }
}

export const BADGES: OverlayView['badges'] = [
  { participantId: 'amy', tone: 'ok', text: 'On register' },
  { participantId: 'ben', tone: 'check', text: 'Camera off' },
  { participantId: 'dev', tone: 'alarm', text: 'Check room' },
  { participantId: 'ipad', tone: 'quiet', text: 'No class chosen' },
]

export const NOW = 1_700_000_000_000
