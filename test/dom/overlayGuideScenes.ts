import { meetingPage } from './overlayScenes.ts'

/** A meeting with what hints point at: a long list in a side panel, menus that are drawn at the end of the page, a question. */
export function guidePage(
  more = '',
  tiles: readonly string[] = ['amy', 'ben', 'dev', 'ipad'],
): string {
  const rows = Array.from(
    { length: 40 },
    (_, index) =>
      `<div role="listitem" class="row" data-participant-id="p${index}"><span>Child ${index}</span><button class="mute" aria-label="Mute Child ${index}'s microphone">m</button><button class="dots" aria-haspopup="menu" aria-expanded="false" aria-label="More options for Child ${index}">…</button></div>`,
  ).join('')
  return meetingPage(
    tiles,
    `<style nonce="%NONCE%">
  main { right: 300px; }
  aside { position: absolute; right: 0; top: 0; width: 280px; bottom: 96px; overflow-y: auto; background: #fff; color: #111; }
  .row { display: flex; align-items: center; gap: 6px; height: 44px; padding: 0 8px; } .row span { flex: 1; }
  .row button { width: 28px; height: 28px; }
  [role="menu"] { position: fixed; left: 300px; top: 200px; width: 220px; background: #fff; color: #111; border: 1px solid #888; padding: 6px 0; }
  [role="menuitem"] { padding: 10px 14px; }
  [role="dialog"] { position: fixed; left: 400px; top: 250px; width: 320px; background: #fff; color: #111; padding: 20px; }
  #div { position: absolute; left: 400px; top: 500px; padding: 8px; background: #345; }
  #tiny { position: absolute; left: 40px; top: 40px; width: 8px; height: 8px; padding: 0; border: 0; }
  @media (max-width: 600px) { main { right: 16px; } aside { width: 160px; } .row span { font-size: 11px; } }
</style><aside>${rows}</aside><button id="tiny"></button>${more}`,
  )
}

/** In the page: the "…" of row `index` opens a menu at the end of the page, with new nodes each time; Escape or a choice closes it. */
export function wireMenus(): void {
  const close = () => {
    document.querySelector('[role="menu"]')?.remove()
    for (const one of document.querySelectorAll('.dots')) one.setAttribute('aria-expanded', 'false')
  }
  for (const dots of document.querySelectorAll<HTMLElement>('.dots')) {
    dots.addEventListener('click', () => {
      close()
      dots.setAttribute('aria-expanded', 'true')
      const menu = document.createElement('div')
      menu.setAttribute('role', 'menu')
      menu.tabIndex = -1
      for (const text of ['Pin to screen', 'Remove from the call']) {
        const item = document.createElement('div')
        item.setAttribute('role', 'menuitem')
        item.tabIndex = -1
        item.textContent = text
        item.addEventListener('click', () => {
          document.title = `${text}: ${dots.getAttribute('aria-label') ?? ''}`
          close()
        })
        menu.append(item)
      }
      document.body.append(menu)
      menu.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
    })
  }
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  // As both sites do: a menu that loses the keyboard closes.
  document.addEventListener('focusin', (event) => {
    const menu = document.querySelector('[role="menu"]')
    if (menu !== null && event.target instanceof Node && !menu.contains(event.target)) close()
  })
}

/** The same with one menu whose nodes are hidden, shown again and shared by everybody. */
export function wireOneMenu(): void {
  const menu = document.createElement('div')
  menu.setAttribute('role', 'menu')
  menu.hidden = true
  const item = document.createElement('div')
  item.setAttribute('role', 'menuitem')
  item.textContent = 'Remove from the call'
  menu.append(item)
  document.body.append(menu)
  const all = [...document.querySelectorAll('.dots')]
  const close = () => {
    menu.hidden = true
    for (const one of all) one.setAttribute('aria-expanded', 'false')
  }
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  for (const dots of all) {
    dots.addEventListener('click', () => {
      close()
      dots.setAttribute('aria-expanded', 'true')
      menu.hidden = false
    })
  }
}
