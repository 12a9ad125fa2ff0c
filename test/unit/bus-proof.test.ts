import { describe, expect, it } from 'vitest'
import { proveSender } from '../../lib/bus/proof.ts'
import { MEETING_SITES } from '../../lib/meeting/sites.ts'

const ID = 'abcdefghijklmnopabcdefghijklmnop'

/** What the browser stamps on a message of a content script in the top frame of a page. */
const inPage = (origin: string, more: object = {}) => ({
  id: ID,
  origin,
  url: `${origin}/somewhere`,
  frameId: 0,
  tab: { id: 7, windowId: 3 },
  ...more,
})

describe('who sent a message', () => {
  it.each(MEETING_SITES.flatMap(({ platform, hosts }) => hosts.map((host) => [host, platform])))(
    'knows the script in %s as one of %s',
    (host, platform) => {
      const origin = `https://${host}`
      expect(proveSender(inPage(origin), ID)).toEqual({
        from: 'meeting',
        platform,
        tabId: 7,
        windowId: 3,
        url: `${origin}/somewhere`,
      })
    },
  )

  // T-12
  it.each([
    ['another extension', inPage('https://meet.google.com', { id: 'x' })],
    ['no tab', inPage('https://meet.google.com', { tab: undefined })],
    ['a frame inside the page', inPage('https://teams.microsoft.com', { frameId: 4 })],
    ['a site that is none', inPage('https://example.org')],
    ['a site whose name only begins so', inPage('https://meet.google.com.example.org')],
    ['a site whose name only ends so', inPage('https://evil-teams.live.com')],
    ['the site without encryption', inPage('http://meet.google.com')],
    ['another port', inPage('https://teams.microsoft.com:8443')],
    ['an opaque origin', inPage('null')],
    ['nobody', undefined],
  ])('refuses %s', (_what, sender) => {
    expect(proveSender(sender, ID)).toBeUndefined()
  })

  it('knows our own pages by their path, also in a tab, and no others', () => {
    const own = `chrome-extension://${ID}`
    expect(proveSender({ id: ID, origin: own, url: `${own}/sidepanel.html` }, ID)).toEqual({
      from: 'page',
      page: 'sidepanel',
    })
    expect(proveSender(inPage(own, { url: `${own}/options.html#x` }), ID)).toEqual({
      from: 'page',
      page: 'options',
    })
    expect(proveSender(inPage(own, { url: `${own}/welcome.html` }), ID)).toEqual({
      from: 'page',
      page: 'welcome',
    })
    expect(proveSender({ id: ID, origin: own, url: `${own}/other.html` }, ID)).toBeUndefined()
  })
})
