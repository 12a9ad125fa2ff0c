import { act, h } from '../dom.ts'
import type { Page, View } from '../page-context.ts'

/** The page that every link leads to: "continue on this browser" is a real navigation. Capture 2026-07. */
export function launcher({ say, model }: Page, address: URL): View {
  const web = h(
    'button',
    { 'aria-label': say('joinOnWebLabel'), class: 'btn primary', 'data-tid': 'joinOnWeb' },
    h('div', { class: 'btnIcon' }, h('div', { class: 'text' }, h('h3', {}, say('joinOnWeb')))),
  )
  act(web, () => location.assign(client(address, model.options.client)))
  const app = h(
    'button',
    { 'aria-label': say('joinInAppLabel'), class: 'btn secondary', 'data-tid': 'joinInApp' },
    h('div', { class: 'btnIcon' }, h('div', { class: 'text' }, h('h3', {}, say('joinInApp')))),
  )
  const element = h(
    'div',
    { class: 'sim-launcher' },
    h(
      'div',
      { class: 'mainActionsContent' },
      h('h1', {}, say('launcherTitle')),
      web,
      app,
      h(
        'a',
        { 'data-tid': 'download', 'aria-label': say('downloadLabel'), href: '#' },
        say('download'),
      ),
    ),
  )
  return { element, close: () => element.remove() }
}

/** The address of the client, with the choices for the simulation. */
function client(address: URL, kind: 'full' | 'light'): string {
  const link = (address.searchParams.get('url') ?? '').replace(/^\/_#/, '')
  const [path = ''] = link.split('?')
  const to = new URL(kind === 'full' ? '/v2/' : '/light-meetings/launch', address)
  for (const [name, value] of address.searchParams)
    if (!['url', 'type', 'p', 'context', 'start'].includes(name)) to.searchParams.set(name, value)
  if (kind === 'full') {
    to.searchParams.set('meetingjoin', 'true')
    to.hash = path
    return to.href
  }
  const conversationId =
    /19:meeting_[^/]+@thread\.v2/.exec(decodeURIComponent(path))?.[0] ??
    `19:meeting_${path.replace(/\D/g, '')}@thread.v2`
  to.searchParams.set(
    'coords',
    btoa(JSON.stringify({ conversationId, tenantId: '', messageId: '0' })),
  )
  to.searchParams.set('anon', 'true')
  to.searchParams.set('lightExperience', 'true')
  return to.href
}
