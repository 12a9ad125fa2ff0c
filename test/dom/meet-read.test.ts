import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_NAME, type Observation } from '../../lib/meeting/index.ts'
import { bundlePlatforms, launchBrowser, MEET_URL, openMeetPage } from './support/adapterPage.ts'
import {
  badge,
  bar,
  bare,
  call,
  device,
  escape,
  knock,
  list,
  panel,
  row,
  tile,
} from './support/meetHtml.ts'

// One hand-written page for one fact, in a real Chromium: layout, media and selectors are the browser's own.
let browser: Browser
let code: string
let page: Page

beforeAll(async () => {
  code = await bundlePlatforms()
  browser = await launchBrowser()
  page = await openMeetPage(browser, code, bare(''))
}, 60_000)
afterAll(() => browser.close())

/** Puts another document's content into the open page: faster than a navigation, and the adapter sees a page that changed. */
async function show(html: string): Promise<void> {
  await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html')
    document.documentElement.lang = parsed.documentElement.lang
    document.head.replaceChildren(...parsed.head.childNodes)
    document.body.replaceChildren(...parsed.body.childNodes)
    Object.assign(globalThis, { adapter: eval('platforms').createMeetAdapter() })
  }, html)
}

async function look(url = MEET_URL): Promise<Observation> {
  const json = await page.evaluate<[string], (at: string) => string>(
    (at) => JSON.stringify(eval('adapter').read(document, new URL(at))),
    url,
  )
  return JSON.parse(json) as Observation
}

async function read(html: string, url?: string): Promise<Observation> {
  await show(html)
  return look(url)
}

const person = (observation: Observation, n: number) => {
  const found = observation.people.find(({ id }) => id === device(n))
  if (found === undefined) throw new Error(`nobody with device ${n}`)
  return found
}

describe('camera', () => {
  const video = '<video autoplay playsinline style="width:160px;height:60px"></video>'
  const stage = (layer: string | undefined, style = '') =>
    call({ tiles: tile({ n: 1, self: true }) + tile({ n: 2, layer, style }), count: 2 })

  /** Gives every video of the tile a canvas stream and waits for the picture. */
  async function play(selector: string, frames = true): Promise<void> {
    await page.evaluate(
      async (css, withFrames) => {
        const element = document.querySelector<HTMLVideoElement>(css)
        if (element === null) throw new Error(`no ${css}`)
        const canvas = document.createElement('canvas')
        canvas.width = 64
        canvas.height = 36
        const context = canvas.getContext('2d')
        const stream = canvas.captureStream(withFrames ? 30 : 0)
        element.muted = true
        element.srcObject = stream
        if (!withFrames) return
        const paint = setInterval(() => context?.fillRect(0, 0, Math.random() * 64, 36), 20)
        await element.play()
        while (element.readyState < 2 || element.videoWidth === 0) {
          await new Promise((next) => element.addEventListener('timeupdate', next, { once: true }))
        }
        clearInterval(paint)
      },
      selector,
      frames,
    )
  }
  const cameraOfTwo = async () => person(await look(), 2).camera

  it('is off where the video layer has always been empty', async () => {
    expect(person(await read(stage('')), 2).camera).toEqual({ state: 'off', why: 'noVideoElement' })
  })

  it('is unknown on a tile without the layer that we know', async () => {
    const observation = await read(stage(undefined))
    expect(person(observation, 2).camera).toEqual({ state: 'unknown', why: 'cannotTell' })
    expect(observation.health.cameras).toEqual({
      level: 'partial',
      why: 'tilesHidden',
      detail: '1/2',
    })
  })

  it('goes from no picture yet to on, and to off when Meet empties and hides the element', async () => {
    await show(stage(video))
    expect(await cameraOfTwo()).toEqual({ state: 'unknown', why: 'noFramesYet' })
    await play('[data-ssrc] video')
    expect(await cameraOfTwo()).toEqual({ state: 'on', why: 'livePicture' })
    await page.evaluate(() => {
      const element = document.querySelector('video')
      if (element !== null) element.srcObject = null
    })
    expect(await cameraOfTwo()).toEqual({ state: 'off', why: 'videoHidden' })
  })

  it('is off where the element is hidden, whatever its source', async () => {
    await show(stage(video.replace('style="', 'style="display:none;')))
    expect(await cameraOfTwo()).toEqual({ state: 'off', why: 'videoHidden' })
  })

  it('is off where the track has ended, though the last picture stands', async () => {
    await show(stage(video))
    await play('[data-ssrc] video')
    await page.evaluate(() => {
      const source = document.querySelector('video')?.srcObject as MediaStream
      for (const track of source.getTracks()) track.stop()
    })
    expect(await cameraOfTwo()).toEqual({ state: 'off', why: 'trackEnded' })
  })

  it('is unknown while a live track has not delivered a picture', async () => {
    await show(stage(video))
    await play('[data-ssrc] video', false)
    expect(await cameraOfTwo()).toEqual({ state: 'unknown', why: 'noFramesYet' })
  })

  it('is on where a dead element stands beside a live one in the same tile', async () => {
    await show(
      stage(
        video.replace('style="', 'style="display:none;') +
          video.replace('<video', '<video id="second"'),
      ),
    )
    await play('#second')
    expect(await cameraOfTwo()).toEqual({ state: 'on', why: 'livePicture' })
    const videos = await page.evaluate(() => {
      const all = eval('adapter').videos(document) as {
        participantId: string
        video: Element
        isSelf: boolean
      }[]
      return all.map(({ participantId, video: element, isSelf }) => [
        participantId,
        element.id,
        isSelf,
      ])
    })
    expect(videos).toEqual([[device(2), 'second', false]])
  })

  it('is unknown on a tile that is not displayed', async () => {
    await show(stage(video, 'display:none'))
    expect(await cameraOfTwo()).toEqual({ state: 'unknown', why: 'cannotTell' })
  })

  it("takes one's own from the button in the bar", async () => {
    const tiles = tile({ n: 1, self: true })
    const on = await read(call({ tiles, count: 1, bar: bar({ camera: false, microphone: false }) }))
    expect(on.self).toMatchObject({ camera: 'on', microphone: 'on', id: device(1) })
    expect(person(on, 1).camera).toEqual({ state: 'on', why: 'ownToggle' })
    const off = await read(call({ tiles, count: 1 }))
    expect(person(off, 1)).toMatchObject({
      camera: { state: 'off', why: 'noVideoElement' },
      microphone: 'off',
    })
  })
})

describe('people', () => {
  it('merges tile and row by device and keeps two people of one name apart', async () => {
    const tiles =
      tile({ n: 1, name: 'Ms Khan', self: true }) + tile({ n: 2, name: 'Dev Shah', mic: 'on' })
    const rows =
      row({ n: 1, name: 'Ms Khan', beside: ['(You)', 'Meeting host'] }) +
      row({ n: 2, name: 'Dev Shah' }) +
      row({ n: 3, name: 'Dev Shah', beside: ['Visitor'] })
    const observation = await read(call({ tiles, count: 3, after: panel(1, list(rows)) }))
    expect(observation.health.people).toEqual({ level: 'complete' })
    expect(
      observation.people.map(({ id, name, role, seenIn, decorations }) => ({
        id,
        name,
        role,
        seenIn,
        decorations,
      })),
    ).toEqual([
      {
        id: device(1),
        name: 'Ms Khan',
        role: 'host',
        seenIn: { tile: true, list: true },
        decorations: ['(You)', 'Meeting host'],
      },
      {
        id: device(2),
        name: 'Dev Shah',
        role: 'none',
        seenIn: { tile: true, list: true },
        decorations: [],
      },
      {
        id: device(3),
        name: 'Dev Shah',
        role: 'none',
        seenIn: { tile: false, list: true },
        decorations: ['Visitor'],
      },
    ])
    expect(person(observation, 2).microphone).toBe('on')
    expect(person(observation, 3).camera).toEqual({ state: 'unknown', why: 'noTile' })
    expect(observation.health.cameras).toEqual({ level: 'partial', why: 'noTiles', detail: '2/3' })
  })

  it('is partial while fewer are read than the site counts, and never complete without its count', async () => {
    const rows = row({ n: 1 }) + row({ n: 2 })
    const short = await read(call({ count: 5, after: panel(1, list(rows)) }))
    expect(short.health.people).toEqual({
      level: 'partial',
      why: 'listShorterThanCount',
      detail: '2/5',
    })
    const uncounted = await read(call({ after: panel(1, list(rows)) }))
    expect(uncounted.health.people).toEqual({
      level: 'partial',
      why: 'badgeMissing',
      detail: '2/?',
    })
    const closed = await read(call({ count: 5 }))
    expect(closed.health.people).toEqual({
      level: 'partial',
      why: 'panelNeverOpened',
      detail: '1/5',
    })
  })

  it('does not trust a list that builds its rows while scrolling', async () => {
    const rows = row({ n: 1, attributes: 'aria-setsize="40"' }) + row({ n: 2 })
    const observation = await read(call({ count: 2, after: panel(1, list(rows)) }))
    expect(observation.health.people.level).toBe('partial')
  })

  it('adds nobody from a closed panel that is out of date, and adds from one that fits the count', async () => {
    const rows = row({ n: 1 }) + row({ n: 2 }) + row({ n: 3 })
    const stale = await read(
      call({ count: 2, after: panel(1, list(rows), 'style="display:none"') }),
    )
    expect(stale.people.map(({ id }) => id)).toEqual([device(1)])
    expect(stale.health.people).toEqual({ level: 'partial', why: 'panelClosed', detail: '1/2' })
    const fresh = await read(
      call({ count: 3, after: panel(1, list(rows), 'style="display:none"') }),
    )
    expect(fresh.people).toHaveLength(3)
    expect(fresh.health.people).toEqual({ level: 'partial', why: 'panelClosed', detail: '1/3' })
  })

  it('counts a raised hand, a share and merged audio as nobody new', async () => {
    const rows = list(
      `<div role="listitem" aria-label="Merged audio"><div data-cohort-id="7"><div role="list">${row({ n: 2 })}</div></div></div>` +
        row({ n: 1 }) +
        row({ n: 1, name: 'Person 1', beside: ['Presentation'] }),
    )
    const hands = `<div role="region"><div role="list" aria-label="1 raised hand">${row({ n: 2 })}</div></div>`
    const observation = await read(call({ count: 2, after: panel(1, hands + rows) }))
    expect(observation.people.map(({ id }) => id).sort()).toEqual([device(1), device(2)])
    expect(person(observation, 1).presenting).toBe(true)
  })

  it('counts a share whose row has an id of its own as nobody new, and knows who presents by the name', async () => {
    const share = (name: string, n: number) => row({ n, name, beside: ['Presentation'] })
    const rows = list(
      row({ n: 1, name: 'Ollie Bennett' }) +
        share('Ollie Bennett', 5001) +
        row({ n: 2, name: 'Amelia Potter' }) +
        row({ n: 3, name: 'Amelia Potter' }) +
        share('Amelia Potter', 5002),
    )
    const tiles = [1, 2, 3].map((n) => tile({ n })).join('')
    const observation = await read(call({ tiles, count: 3, after: panel(1, rows) }))
    expect(observation.people.map(({ id }) => id)).toEqual([device(1), device(2), device(3)])
    // Of two of one name neither is said to present: only the stage could tell.
    expect(observation.people.map(({ presenting }) => presenting)).toEqual([true, false, false])
    expect(observation.health.people.level).toBe('complete')
  })
  it('takes a screen share for a share and no person', async () => {
    const share = tile({
      n: 2,
      name: 'Dev Shah',
      mediaId: 'spaces/testSpace/devices/77',
      extra: '<button jsname="fniDcc" aria-label="Pin Dev Shah&#39;s presentation"></button>',
    })
    const tiles = tile({ n: 1, self: true }) + tile({ n: 2, name: 'Dev Shah' }) + share
    const observation = await read(call({ tiles, count: 2 }))
    expect(observation.people).toHaveLength(2)
    expect(person(observation, 2).presenting).toBe(true)
    expect(observation.shares).toEqual([
      {
        mediaId: 'spaces/testSpace/devices/77',
        ownerId: device(2),
        ownerName: 'Dev Shah',
        own: false,
      },
    ])
    expect(observation.self.presenting).toBe('no')
    expect(observation.health.people).toEqual({ level: 'complete' })
  })

  it('knows whose a share is by its pin button, where its tile has an id of its own', async () => {
    const share = (label: string) =>
      tile({
        n: 77,
        name: '',
        extra: `<button jsname="fniDcc" aria-label="${escape(label)}"></button>`,
      })
    const two = tile({ n: 1, name: 'Ms Khan', self: true }) + tile({ n: 2, name: 'Dev Shah' })
    for (const label of [
      "Pin Dev Shah's presentation to your main screen",
      "Unpin Dev Shah's presentation from your main screen",
    ]) {
      const observation = await read(call({ tiles: two + share(label), count: 2 }))
      expect(observation.people.map(({ presenting }) => presenting)).toEqual([false, true])
      expect(observation.shares).toEqual([
        { mediaId: device(77), ownerId: device(2), ownerName: 'Dev Shah', own: false },
      ])
    }
    const twins = two + tile({ n: 3, name: 'Dev Shah' })
    const either = await read(
      call({
        tiles: twins + share("Pin Dev Shah's presentation to your main screen"),
        count: 3,
      }),
    )
    expect(either.people.map(({ presenting }) => presenting)).toEqual([false, false, false])
    expect(either.shares[0]).toMatchObject({ ownerName: 'Dev Shah', own: false })
    const own = await read(
      call({ tiles: two + share('Pin your presentation to your main screen'), count: 2 }),
    )
    expect(own.self.presenting).toBe('yes')
    expect(own.shares[0]).toMatchObject({ own: true, ownerId: device(1) })
  })

  it('does not take a name that reads like a pin button for a share', async () => {
    const tiles =
      tile({ n: 1, self: true }) + tile({ n: 2, name: "Dev's presentation to your main screen" })
    const observation = await read(call({ tiles, count: 2 }))
    expect(observation.people).toHaveLength(2)
    expect(observation.shares).toEqual([])
  })

  it('takes the count from the number on the chip, where the attribute is gone', async () => {
    const chipOf = (number: string) =>
      call({ count: 3 }).replace(/<div>3<\/div><span data-avatar-count="3"><\/span>/, number)
    expect((await read(chipOf('<div>3</div>'))).deviceCount).toBe(3)
    // Rolling over from one number to the next.
    expect((await read(chipOf('<div>3</div><div>4</div>'))).deviceCount).toBeUndefined()
    expect((await read(chipOf(''))).deviceCount).toBeUndefined()
  })

  it("knows one's own share by the stop button", async () => {
    const stop = '<button><i class="google-symbols">cancel_presentation</i></button>'
    expect((await read(call({ count: 1, bar: bar({ extra: stop }) }))).self.presenting).toBe('yes')
    const hidden =
      '<button style="display:none"><i class="google-symbols">cancel_presentation</i></button>'
    expect((await read(call({ count: 1, bar: bar({ extra: hidden }) }))).self.presenting).toBe('no')
  })

  it("knows one's own share by any sign of it", async () => {
    const share = tile({ n: 1, name: 'Ms Khan', mediaId: 'spaces/testSpace/devices/77' })
    const byTile = await read(
      call({ tiles: tile({ n: 1, name: 'Ms Khan', self: true }) + share, count: 1 }),
    )
    expect(byTile.self.presenting).toBe('yes')
    expect(byTile.shares).toEqual([expect.objectContaining({ own: true, ownerId: device(1) })])
    const rows = row({ n: 1, beside: ['(You)'] }) + row({ n: 1, beside: ['Your presentation'] })
    expect((await read(call({ count: 1, after: panel(1, list(rows)) }))).self.presenting).toBe(
      'yes',
    )
    const worded = bar({ extra: '<button aria-label="You are presenting">x</button>' })
    expect((await read(call({ count: 1, bar: worded }))).self.presenting).toBe('yes')
  })

  it('finds oneself minimised in the corner', async () => {
    const tiles = tile({ n: 2 }) + `<div jsname="Qiayqc">${tile({ n: 1, name: 'Ms Khan' })}</div>`
    expect((await read(call({ tiles, count: 2 }))).self).toMatchObject({
      id: device(1),
      name: 'Ms Khan',
    })
  })

  it('knows others muted by the icon alone, in any language', async () => {
    const tiles =
      tile({ n: 1, self: true }) +
      tile({ n: 2, mic: 'off' }).replaceAll(/aria-label="You can[^"]*"/g, 'aria-label="Nie da się"')
    expect(person(await read(call({ tiles, count: 2, lang: 'pl' })), 2).microphone).toBe('off')
  })

  it('says who is a host only where the site says it beside the name', async () => {
    const rows =
      row({ n: 1, name: 'Meeting host' }) +
      row({ n: 2, name: '(You)' }) +
      row({ n: 3, name: 'Pan Nowak', beside: ['Organizator całości'] })
    const observation = await read(call({ tiles: '', count: 3, after: panel(1, list(rows)) }))
    expect(observation.people.map(({ role, isSelf }) => [role, isSelf])).toEqual([
      ['none', false],
      ['none', false],
      ['unknown', false],
    ])
  })
})

describe('hostile names', () => {
  const named = async (name: string) => {
    const tiles = tile({ n: 1, self: true }) + tile({ n: 2, name })
    return person(await read(call({ tiles, count: 2 })), 2).name
  }

  it('keeps markup as text', async () => {
    const name = '<img src=x onerror="document.title=1">'
    expect(await named(name)).toBe(name)
    expect(await page.evaluate(() => document.querySelectorAll('main img[src="x"]').length)).toBe(0)
  })

  it('clips ten thousand characters and never cuts a character in half', async () => {
    const long = await named('a'.repeat(10_000))
    expect(long).toHaveLength(MAX_NAME)
    expect(long.endsWith('…')).toBe(true)
    expect((await named('🦊'.repeat(5_000))).isWellFormed()).toBe(true)
  })

  it('leaves bidi and zero-width characters to the matching', async () => {
    expect(await named('Amelia\u200b \u202ePotter')).toBe('Amelia\u200b \u202ePotter')
  })

  it('is not moved to another phase by what somebody calls himself or writes', async () => {
    for (const name of ['You left the meeting', 'Asking to be let in', 'Admit 3 guests']) {
      const chat = `<div jsname="xySENc"><div jsname="Ypafjf"><div jsname="dTKtvb">${name}</div></div></div>`
      const tiles = tile({ n: 1, self: true }) + tile({ n: 2, name })
      const observation = await read(call({ tiles, count: 2, after: panel(2, chat) }))
      expect(observation.phase).toBe('inCall')
      expect(observation.lobby.pending).toBeUndefined()
    }
  })
})

describe('waiting room', () => {
  const section = (rows: string) =>
    panel(
      1,
      `<h3>Waiting to join</h3><div role="list" aria-label="Waiting">${rows}</div>${list(row({ n: 1 }))}`,
    )
  const pill = '<button>Admit 2 guests</button>'

  it('reads the rows, tells two of one name apart and keeps their keys while they stay', async () => {
    const observation = await read(
      call({ count: 1, after: section(knock('iPad') + knock('iPad') + knock('Mrs Shah')) }),
    )
    expect(observation.lobby.knocks.map(({ key, name }) => [key, name])).toEqual([
      ['iPad#0', 'iPad'],
      ['iPad#1', 'iPad'],
      ['Mrs Shah#0', 'Mrs Shah'],
    ])
    expect(observation.health.lobby).toEqual({ level: 'complete' })
    expect(observation.people).toHaveLength(1)
    await page.evaluate(() =>
      document.querySelector('[jsname="OYykWd"]')?.closest('[role="listitem"]')?.remove(),
    )
    expect((await look()).lobby.knocks.map(({ key }) => key)).toEqual(['iPad#1', 'Mrs Shah#0'])
  })

  it('says how many wait when their names are folded away', async () => {
    const observation = await read(call({ count: 1, before: pill }))
    expect(observation.lobby).toEqual({ knocks: [], pending: 2 })
    expect(observation.health.lobby).toEqual({
      level: 'partial',
      why: 'listShorterThanCount',
      detail: '0/2',
    })
  })

  it('does not take "Admit all" for somebody, nor a waiting row for somebody in the call', async () => {
    const all = '<button jsname="OYykWd" aria-label="Admit all">Admit all</button>'
    const waiting = knock('Dev Shah').replace(
      'role="listitem"',
      `role="listitem" data-participant-id="${device(9)}"`,
    )
    const observation = await read(call({ count: 1, after: section(all + waiting) }))
    expect(observation.lobby.knocks.map(({ name }) => name)).toEqual(['Dev Shah'])
    expect(observation.people.map(({ id }) => id)).toEqual([device(1)])
  })

  it('keeps a waiting row out of the call by the wording of its button alone', async () => {
    const waiting = knock('Dev Shah')
      .replace('role="listitem"', `role="listitem" data-participant-id="${device(9)}"`)
      .replace(' jsname="OYykWd"', '')
    const observation = await read(call({ count: 1, after: section(waiting) }))
    expect(observation.lobby.knocks.map(({ name }) => name)).toEqual(['Dev Shah'])
    expect(observation.people.map(({ id }) => id)).toEqual([device(1)])
  })

  const risky = (name: string, n: number) =>
    `<div role="list" aria-label="With potential risks">${row({ n, name })}</div>`

  it('knows those that Meet is not sure of by their list: they wait, and are not in the call', async () => {
    const after = panel(1, risky('Notes Bot', 9) + list(row({ n: 1 })))
    const observation = await read(call({ count: 1, after }))
    expect(observation.lobby.knocks).toEqual([
      { key: 'Notes Bot#0', name: 'Notes Bot', decorations: ['With potential risks'] },
    ])
    expect(observation.people.map(({ id }) => id)).toEqual([device(1)])
    expect(observation.health.lobby).toEqual({ level: 'complete' })
    expect(observation.health.people).toEqual({ level: 'complete' })
  })

  it('takes nobody out of the call who calls himself like such a list', async () => {
    const rows = row({ n: 2, name: 'With potential risks' }) + row({ n: 1 })
    for (const there of [list(rows), `<div role="list">${rows}</div>`, `<div>${rows}</div>`]) {
      const observation = await read(call({ count: 2, after: panel(1, there) }))
      expect(observation.people).toHaveLength(2)
      expect(observation.lobby.knocks).toEqual([])
    }
  })

  it('does not call the list of people whole where it is longer than the call and the words are not known', async () => {
    const apart = `<div role="list" aria-label="Ryzyko">${row({ n: 9, name: 'Notes Bot' })}</div>`
    const observation = await read(
      call({ lang: 'pl', count: 1, after: panel(1, apart + list(row({ n: 1 }))) }),
    )
    expect(observation.health.people).toEqual({
      level: 'partial',
      why: 'pageNotRecognised',
      detail: '2/1',
    })
    expect(observation.health.lobby).toEqual({ level: 'partial', why: 'badgeWordingUnknown' })
  })

  it('reads how many wait from a chip, whose icon word and number are pieces of text of their own', async () => {
    const chip = `<div jsname="ocqpFe" role="button" tabindex="0" aria-expanded="false" aria-labelledby="w">
      <div id="w"><i class="google-symbols">group_add</i><div jsname="nav9Xe"><span>2</span> <span>guests waiting</span></div></div></div>`
    const observation = await read(
      call({ count: 1, before: chip, after: panel(1, list(row({ n: 1 }))) }),
    )
    expect(observation.lobby.pending).toBe(2)
    expect(observation.health.lobby).toEqual({
      level: 'partial',
      why: 'listShorterThanCount',
      detail: '0/2',
    })
  })

  it('claims no empty waiting room while its section is folded', async () => {
    const folded = (rows: string) =>
      panel(
        1,
        `<div role="button" aria-expanded="false">Waiting to join</div>${rows}${list(row({ n: 1 }))}`,
      )
    const partial = { level: 'partial', why: 'panelClosed', detail: 'folded' }
    const empty = await read(call({ count: 1, after: folded('') }))
    expect(empty.health.lobby).toEqual(partial)
    const hidden = `<div style="display:none">${knock('Dev Shah')}</div>`
    const unsure = await read(
      call({ count: 1, after: panel(1, `${hidden}${list(row({ n: 1 }))}`) }),
    )
    expect(unsure.lobby.knocks).toEqual([])
    expect(unsure.health.lobby).toEqual(partial)
  })

  it('reads names without knowing the language, and claims no empty waiting room in it', async () => {
    const known = await read(
      call({ lang: 'pl', count: 1, after: section(knock('Ola Nowak', 'Zaakceptuj Ola Nowak')) }),
    )
    expect(known.lobby.knocks.map(({ name }) => name)).toEqual(['Ola Nowak'])
    const empty = await read(call({ lang: 'pl', count: 1, after: section('') }))
    expect(empty.health.lobby).toEqual({ level: 'partial', why: 'badgeWordingUnknown' })
    const english = await read(call({ count: 1, after: section('') }))
    expect(english.health.lobby).toEqual({ level: 'complete' })
  })

  it('reads the older dialog for one guest', async () => {
    const dialog =
      '<div role="dialog"><p>Dev Shah wants to join</p><button data-mdc-dialog-action="cancel">No</button><button data-mdc-dialog-action="accept">Yes</button></div>'
    expect(
      (await read(call({ count: 1, after: dialog }))).lobby.knocks.map(({ name }) => name),
    ).toEqual(['Dev Shah'])
  })

  it('is blind for a guest', async () => {
    const observation = await read(call({ count: 1, bar: bar({ host: false }) }))
    expect(observation.self.isHost).toBe('no')
    expect(observation.health.lobby).toEqual({ level: 'blind', why: 'notAHost' })
  })
})

describe('chat', () => {
  const block = (sender: string, time: string, bodies: string) =>
    `<div class="Ss4fHf" jsname="Ypafjf"><div><div class="poVWob">${escape(sender)}</div><div jsname="biJjHb">${time}</div></div>${bodies}</div>`
  const body = (id: string, text: string) =>
    `<div class="er6Kjc"><div class="ptNLrf"><div jsname="dTKtvb"><div>${text}</div></div><div>Hover over a message to pin it<i>keep</i></div>
      <button jsname="iJEnyb" data-message-id="${id}" aria-label="Pin message"><i>keep</i></button><div role="tooltip" aria-hidden="true">Pin message</div></div></div>`

  it('reads each message of a block with its own id and without the pin overlay', async () => {
    const lines =
      block(
        'Dev Shah',
        '10:03',
        body('1', 'my number is 07700 900123') +
          body('2', 'see <a href="https://docs.google.com/d/1">this</a>'),
      ) + block('You', '10:04', body('3', 'No numbers please'))
    const observation = await read(
      call({ count: 1, after: panel(2, `<div jsname="xySENc" aria-live="polite">${lines}</div>`) }),
    )
    expect(observation.chat).toEqual([
      {
        id: '1',
        sender: 'Dev Shah',
        text: 'my number is 07700 900123',
        timeShown: '10:03',
        own: false,
        hasFile: false,
      },
      {
        id: '2',
        sender: 'Dev Shah',
        text: 'see this',
        timeShown: '10:03',
        own: false,
        hasFile: true,
      },
      {
        id: '3',
        sender: 'You',
        text: 'No numbers please',
        timeShown: '10:04',
        own: true,
        hasFile: false,
      },
    ])
    expect(observation.health.chat).toEqual({ level: 'complete' })
  })

  it('does not take a pupil called "You" for oneself', async () => {
    const tiles = tile({ n: 1, self: true }) + tile({ n: 2, name: 'You' })
    const observation = await read(
      call({
        tiles,
        count: 2,
        after: panel(2, `<div jsname="xySENc">${block('You', '10:03', body('1', 'hello'))}</div>`),
      }),
    )
    expect(observation.chat[0]?.own).toBe(false)
  })

  const nameless = (time: string, bodies: string) =>
    `<div class="Ss4fHf" jsname="Ypafjf"><div><div jsname="biJjHb">${time}</div></div>${bodies}</div>`
  const chatOf = (lines: string) =>
    call({ count: 1, after: panel(2, `<div jsname="xySENc" aria-live="polite">${lines}</div>`) })

  it('takes a head with a time and no name for oneself, once a name was seen on another', async () => {
    const own = nameless('10:04', body('2', 'see https://docs.google.com/document/d/1'))
    const both = await read(chatOf(block('Dev Shah', '10:03', body('1', 'hello')) + own))
    expect(both.chat.map(({ sender, own: mine }) => [sender, mine])).toEqual([
      ['Dev Shah', false],
      ['', true],
    ])
    // Nobody's name was ever found: they may stand somewhere else by now.
    expect((await read(chatOf(own))).chat[0]?.own).toBe(false)
    const edited = own.replace('</div></div>', '</div><div>Edited</div></div>')
    const unsure = await read(chatOf(block('Dev Shah', '10:03', body('1', 'hello')) + edited))
    expect(unsure.chat[1]?.own).toBe(false)
  })

  it('finds the name in the head wherever it stands beside the time', async () => {
    const line = `<div jsname="Ypafjf"><div><div jsname="biJjHb">10:03</div><span>Dev Shah</span></div>${body('1', 'hello')}</div>`
    expect((await read(chatOf(line))).chat[0]).toMatchObject({ sender: 'Dev Shah', own: false })
  })

  it('sees a file of Drive by its address, where the link leads by way of a redirect', async () => {
    const link =
      '<a href="https://www.google.com/url?q=https%3A%2F%2Fdrive.google.com%2Ffile%2Fd%2F1">https://drive.google.com/file/d/1</a>'
    const lines = body('1', link) + body('2', 'not mydrive.google.com.example/ nor drive')
    expect(
      (await read(chatOf(block('Dev Shah', '10:03', lines)))).chat.map(({ hasFile }) => hasFile),
    ).toEqual([true, false])
  })

  it('does not call the chat read where a frame of Google Chat stands beside or instead of it', async () => {
    const space =
      '<iframe src="https://chat.google.com/embed/space/AAQAtest?shell=12" style="width:200px;height:100px"></iframe>'
    const partial = { level: 'partial', why: 'otherFrame', detail: 'frame' }
    const beside = chatOf('').replace('</aside>', `${space}</aside>`)
    expect((await read(beside)).health.chat).toEqual(partial)
    const outside = await read(call({ count: 1, before: space }))
    expect(outside.health.chat).toEqual({ ...partial, level: 'blind' })
    const hidden = chatOf('').replace(
      '</aside>',
      `<div style="display:none">${space}</div></aside>`,
    )
    expect((await read(hidden)).health.chat).toEqual({ level: 'complete' })
  })

  it('does not call the chat read where the list shows messages of another shape', async () => {
    const strange = '<div class="x"><span>Dev Shah</span><p>my number is 07700 900123</p></div>'
    expect((await read(chatOf(strange))).health.chat).toEqual({
      level: 'blind',
      why: 'pageNotRecognised',
      detail: 'messages',
    })
    const some = await read(
      chatOf(`${block('Dev Shah', '10:03', body('1', 'hello'))}<div>${body('2', 'bye')}</div>`),
    )
    expect(some.health.chat).toEqual({
      level: 'partial',
      why: 'pageNotRecognised',
      detail: 'messages',
    })
  })

  it('says where it cannot read', async () => {
    const frame = await read(call({ count: 1, after: panel(2, '<iframe></iframe>') }))
    expect(frame.health.chat).toEqual({ level: 'blind', why: 'otherFrame', detail: 'frame' })
    const closed = await read(
      call({ count: 1, after: panel(2, '<div jsname="xySENc"></div>', 'style="display:none"') }),
    )
    expect(closed.health.chat).toEqual({ level: 'partial', why: 'panelClosed' })
    expect((await read(call({ count: 1 }))).health.chat).toEqual({
      level: 'blind',
      why: 'panelNeverOpened',
    })
  })
})

describe('who may come in', () => {
  const radios = (on: number, words = ['Open', 'Trusted', 'Restricted'], ask?: boolean) =>
    panel(
      16,
      words
        .map(
          (word, at) =>
            `<div><input jsname="YPqjbf" type="radio" name="access" ${at === on ? 'checked' : ''}><div><div>${word}</div><div>Some more about it</div></div></div>`,
        )
        .join('') +
        (ask === undefined
          ? ''
          : `<div><input type="checkbox" ${ask ? 'checked' : ''}><span>Anyone with the meeting link can ask to join</span></div>`),
    )
  const access = async (html: string) => {
    const { access: found, health } = await read(html)
    return [found.state, found.askToJoin, found.seenAt, health.lock]
  }

  it('knows the one wording of the badge that has been seen', async () => {
    expect(await access(call({ count: 1, before: badge('This call is open to anyone') }))).toEqual([
      'open',
      'unknown',
      'badge',
      { level: 'complete' },
    ])
  })

  it('claims nothing from a wording that nobody has seen', async () => {
    const label = 'This call is restricted to invited people'
    expect(await access(call({ count: 1, before: badge(label) }))).toEqual([
      'unknown',
      'unknown',
      'badge',
      { level: 'blind', why: 'badgeWordingUnknown', detail: label },
    ])
    expect(await access(call({ count: 1 }))).toEqual([
      'unknown',
      'unknown',
      'nowhere',
      { level: 'blind', why: 'badgeMissing' },
    ])
  })

  it('reads the host controls, open or closed', async () => {
    const before = badge('Only invited people')
    expect(await access(call({ count: 1, before, after: radios(2, undefined, false) }))).toEqual([
      'restricted',
      'off',
      'panel',
      { level: 'complete' },
    ])
    const closed = radios(1, undefined, true).replace('<aside', '<aside style="display:none"')
    expect(await access(call({ count: 1, before, after: closed }))).toEqual([
      'trusted',
      'on',
      'panel',
      { level: 'partial', why: 'panelClosed' },
    ])
  })

  it('forgets with another code whether people may ask to come in, not with a page that has none', async () => {
    await read(call({ count: 1, after: radios(2, undefined, false) }))
    // The panel goes, as it does on some pages; what it last said holds for this call.
    await page.evaluate(() => document.querySelector('aside')?.remove())
    expect((await look()).access.askToJoin).toBe('off')
    await look('https://meet.google.com/landing')
    expect((await look()).access.askToJoin).toBe('off')
    const next = await look('https://meet.google.com/xyz-uvwx-rst')
    expect([next.code, next.access.askToJoin]).toEqual(['xyz-uvwx-rst', 'unknown'])
  })

  it('takes the less safe answer where badge and panel disagree', async () => {
    expect(
      (
        await access(
          call({ count: 1, before: badge('This call is open to anyone'), after: radios(2) }),
        )
      )[0],
    ).toBe('open')
  })

  it('takes a guessed word only in its place', async () => {
    const words = ['Otwarty', 'Zaufany', 'Ograniczony']
    expect(
      (
        await access(call({ lang: 'pl', count: 1, before: badge('x'), after: radios(2, words) }))
      )[0],
    ).toBe('restricted')
    const turned = ['Ograniczony', 'Zaufany', 'Otwarty']
    expect(
      (
        await access(call({ lang: 'pl', count: 1, before: badge('x'), after: radios(0, turned) }))
      )[0],
    ).toBe('unknown')
  })
})

describe('where the page is', () => {
  it('is elsewhere on the pages of the site that are no meeting', async () => {
    const observation = await read(
      bare('<main><h1>Video calls for everyone</h1></main>'),
      'https://meet.google.com/landing',
    )
    expect([observation.phase, observation.code]).toEqual(['elsewhere', ''])
    expect(observation.health.people).toEqual({ level: 'blind', why: 'notInCall' })
  })

  it('knows the green room by its button, by its name box, and in a guessed language', async () => {
    for (const [html, lang] of [
      ['<main><h1>Ready to join?</h1><button><span>Join now</span></button></main>', 'en'],
      ['<input type="text" aria-label="Your name"><button>Go</button>', 'en'],
      ['<button jsname="Qx7uuf"><span>Cokolwiek</span></button>', 'pl'],
      ['<button><span>Ymuno nawr</span></button>', 'cy'],
    ] as const) {
      expect((await read(bare(html, lang))).phase).toBe('greenRoom')
    }
  })

  it('does not take the waiting page for the call, though it has a leave button and a preview', async () => {
    const preview = `<div data-participant-id="${device(1)}"><button><i class="google-symbols">visual_effects</i></button>Backgrounds and effects</div>`
    const html = bare(
      `<div data-in-call="true"></div><main>${preview}<p>Asking to be let in...</p></main>${bar({ host: false, panels: false })}`,
    )
    const observation = await read(html)
    expect(observation.phase).toBe('waiting')
    expect(observation.people).toEqual([])
  })

  it('knows the end by the mark, and its reason by the words', async () => {
    const end = (text: string) => bare(`<div data-call-ended="true"><h1>${text}</h1></div>`)
    expect(await read(end("You've been removed from the meeting"))).toMatchObject({
      phase: 'ended',
      endReason: 'removed',
    })
    expect(await read(end('Your host ended the meeting for everyone'))).toMatchObject({
      phase: 'ended',
      endReason: 'endedForAll',
    })
    expect(await read(end('You left the meeting'))).toMatchObject({
      phase: 'ended',
      endReason: 'left',
    })
    expect(await read(end('Skończone'))).toMatchObject({ phase: 'ended', endReason: 'unknown' })
    expect(
      await read(bare('<h1>Someone in the call denied your request to join</h1>')),
    ).toMatchObject({ phase: 'ended', endReason: 'denied' })
    const leftovers = call({
      count: 1,
      before: '<div data-call-ended="true"><h1>You left the meeting</h1></div>',
    })
    expect((await read(leftovers)).people).toEqual([])
  })

  it('is unknown on a page it cannot place, and blind for everything', async () => {
    const observation = await read(bare('<div>Something new</div>'))
    expect(observation.phase).toBe('unknown')
    for (const item of Object.values(observation.health)) {
      expect(item).toEqual({ level: 'blind', why: 'pageNotRecognised' })
    }
  })

  it('is in the call in any language', async () => {
    for (const lang of ['pl', 'cy', 'es', 'ja']) {
      const html = call({ lang, count: 1, before: badge('???') }).replaceAll(
        /aria-label="[^"]*"/g,
        'aria-label="文"',
      )
      const observation = await read(html)
      expect([
        observation.phase,
        observation.self.id,
        observation.self.isHost,
        observation.health.people,
      ]).toEqual(['inCall', device(1), 'yes', { level: 'complete' }])
    }
  })

  it('sees recording and note taking only in what Meet itself writes', async () => {
    const dialog = '<div role="dialog"><h2>This video call is being recorded</h2></div>'
    expect((await read(call({ count: 1, after: dialog }))).notices.recording).toBe('yes')
    const tiles =
      tile({ n: 1, self: true }) + tile({ n: 2, name: 'This video call is being recorded' })
    expect((await read(call({ tiles, count: 2 }))).notices.recording).toBe('unknown')
  })

  it('reads all that one sentence of the dialog at the door says', async () => {
    const said = async (text: string) =>
      (await read(call({ count: 1, after: `<div role="dialog"><h2>${text}</h2></div>` }))).notices
    const all = { recording: 'yes', transcription: 'yes', noteTaking: 'yes' }
    expect(
      await said('This video call is being recorded and transcribed. Gemini is taking notes.'),
    ).toEqual(all)
    expect(await said('This video call is being transcribed. Gemini is taking notes.')).toEqual({
      ...all,
      recording: 'unknown',
    })
    expect(
      (await said('Your call audio and video will be shared with Some Notes')).noteTaking,
    ).toBe('yes')
    // What somebody calls himself stands in the middle of Meet's own sentence.
    expect(
      (await said('Remove X. This video call is being recorded. Y from the call?')).recording,
    ).toBe('unknown')
  })
})

describe('the reader', () => {
  it('reports a part that fails and reads the others', async () => {
    await show(call({ count: 1, before: badge('This call is open to anyone') }))
    await page.evaluate(() => {
      const { createMeetAdapter, MEET_PACK } = eval('platforms')
      const broken = { ...MEET_PACK, targets: { ...MEET_PACK.targets, chatList: 5, rosterRow: 5 } }
      Object.assign(globalThis, { adapter: createMeetAdapter(broken) })
    })
    const { health, phase, access } = await look()
    expect(health.chat).toEqual({ level: 'blind', why: 'readerFailed', detail: 'chat' })
    expect(health.people).toEqual({ level: 'blind', why: 'readerFailed', detail: 'roster' })
    expect([health.lock.level, phase, access.state]).toEqual(['complete', 'inCall', 'open'])
  })

  it('never throws and never calls a list complete that lost its count, however the page is torn', async () => {
    const rows = [1, 2, 3, 4].map((n) => row({ n })).join('')
    const tiles = tile({ n: 1, self: true }) + [2, 3, 4].map((n) => tile({ n, mic: 'on' })).join('')
    const html = call({
      tiles,
      count: 4,
      before: badge('x'),
      after: panel(1, knock('Dev') + list(rows)),
    })
    for (let seed = 1; seed <= 60; seed += 1) {
      await show(html)
      await page.evaluate((start) => {
        let state = start * 2654435761
        const next = (below: number) => {
          state = (state * 1103515245 + 12345) % 2147483648
          return Math.floor((state / 2147483648) * below)
        }
        for (let cut = 0; cut < 6; cut += 1) {
          const all = document.body.querySelectorAll('*')
          const element = all[next(all.length)]
          const name = element?.getAttributeNames()[0]
          if (next(2) === 0) element?.remove()
          else if (name !== undefined) element?.removeAttribute(name)
        }
      }, seed)
      const observation = await look()
      if (observation.health.people.level === 'complete') expect(observation.people).toHaveLength(4)
      for (const item of Object.values(observation.health)) {
        if (item.level !== 'complete') expect(item.why).not.toBe('readerFailed')
      }
    }
  })

  it('reads 49 tiles and 250 rows in little more than a walk over the page takes', async () => {
    // A real tile holds about eighty elements, a real row about twenty-five.
    const tileRest = '<div><span><i></i></span></div>'.repeat(18)
    const rowRest = '<div><span></span></div>'.repeat(8)
    const tiles =
      tile({ n: 1, self: true, extra: tileRest }) +
      Array.from({ length: 48 }, (_, at) =>
        tile({ n: at + 2, mic: at % 2 === 0 ? 'on' : 'off', extra: tileRest }),
      ).join('')
    const rows = Array.from({ length: 250 }, (_, at) =>
      row({
        n: at + 1,
        beside: at === 0 ? ['(You)', 'Meeting host'] : [],
        buttons: rowRest,
      }),
    ).join('')
    const observation = await read(
      call({ tiles, count: 250, before: badge('x'), after: panel(1, list(rows)) }),
    )
    expect(observation.people).toHaveLength(250)
    expect(observation.health.people).toEqual({ level: 'complete' })
    // Both in turn in the same run, so that a busy machine slows both. The budget in milliseconds is the bench's.
    const [walk, full] = await page.evaluate(() => {
      const timed = (work: () => void): number => {
        const started = performance.now()
        work()
        return performance.now() - started
      }
      const median = (times: number[]): number => times.sort((a, b) => a - b)[100] ?? Infinity
      const url = new URL('https://meet.google.com/abc-defg-hij')
      const walks: number[] = []
      const reads: number[] = []
      for (let n = 0; n < 200; n += 1) {
        walks.push(
          timed(() => {
            for (const element of document.querySelectorAll('*')) element.getAttribute('aria-label')
          }),
        )
        reads.push(timed(() => eval('adapter').read(document, url)))
      }
      return [median(walks), median(reads)] as const
    })
    console.log(`a full read: ${full.toFixed(1)} ms, a walk over the page: ${walk.toFixed(1)} ms`)
    expect(full / walk).toBeLessThan(3)
  })
})
