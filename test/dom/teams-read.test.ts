import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_NAME, type Observation } from '../../lib/meeting/index.ts'
import type { TeamsExtras } from '../../lib/platforms/index.ts'
import { bundlePlatforms, launchBrowser, openMeetPage } from './support/adapterPage.ts'
import {
  AVATAR,
  bare,
  call,
  chat,
  heading,
  lightTile,
  message,
  mri,
  myself,
  people,
  roster,
  row,
  share,
  TEAMS_URL,
  tile,
  toast,
  toldToast,
  VIDEO,
  waiting,
} from './support/teamsHtml.ts'
import { stageTeams } from './support/teamsPage.ts'

// One hand-written page for one fact, in a real Chromium: layout, media and selectors are the browser's own.
let browser: Browser
let page: Page

beforeAll(async () => {
  const code = await bundlePlatforms()
  browser = await launchBrowser()
  page = await openMeetPage(browser, code, bare(''), { url: TEAMS_URL })
}, 120_000)
afterAll(() => browser.close())

async function look(url = TEAMS_URL): Promise<Observation> {
  const json = await page.evaluate<[string], (at: string) => string>(
    (at) => JSON.stringify(eval('adapter').read(document, new URL(at))),
    url,
  )
  return JSON.parse(json) as Observation
}

async function read(html: string, url?: string): Promise<Observation> {
  await stageTeams(page, html)
  return look(url)
}

async function extras(): Promise<TeamsExtras> {
  const json = await page.evaluate<[string], (at: string) => string>(
    (at) => JSON.stringify(eval('adapter').extras(document, new URL(at))),
    TEAMS_URL,
  )
  return JSON.parse(json) as TeamsExtras
}

const named = (observation: Observation, name: string) => {
  const found = observation.people.find((one) => one.name === name)
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  return found
}
const names = (observation: Observation) => observation.people.map(({ name }) => name)

/** Sets the page's clock forward for good; `clockBack` undoes it. */
async function later(ms: number): Promise<void> {
  await page.evaluate((by) => {
    const now = performance.now() + by
    performance.now = () => now
  }, ms)
}
const clockBack = () => page.evaluate(() => delete (performance as { now?: unknown }).now)

/** Changes the open page without a new adapter: what the adapter remembers stays. */
async function change(html: string): Promise<void> {
  await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html')
    document.title = parsed.title
    document.body.replaceChildren(...parsed.body.childNodes)
  }, html)
}

describe('people on the stage', () => {
  it('reads a call of three in the full client', async () => {
    const tiles =
      myself() +
      tile({ name: 'Dev Shah', label: 'Dev Shah, muted, Context menu is available' }) +
      tile({ name: 'Doe, Jane', label: 'Doe, Jane, Context menu is available' })
    const observation = await read(call({ tiles, count: '3' }))
    expect(observation).toMatchObject({
      platform: 'teams',
      code: '1234567890',
      title: 'Year 4 Maths',
      phase: 'inCall',
      variant: 'teams-full',
      deviceCount: 3,
      self: { name: 'Ms Khan', microphone: 'off', camera: 'off', presenting: 'no' },
      health: { people: { level: 'complete' }, cameras: { level: 'complete' } },
    })
    expect(
      observation.people.map(({ name, microphone, isSelf }) => [name, microphone, isSelf]),
    ).toEqual([
      ['Dev Shah', 'off', false],
      ['Doe, Jane', 'on', false],
      ['Ms Khan', 'off', true],
    ])
    expect(named(observation, 'Dev Shah').camera).toEqual({ state: 'off', why: 'noVideoElement' })
  })

  it('reads the light client, where nothing is labelled and one tile has no outline', async () => {
    const tiles =
      lightTile({ name: 'Ms Khan', outline: false }) + lightTile({ name: 'Dev Shah (Guest)' })
    const observation = await read(call({ tiles, count: '2', light: true, mic: 'mic' }))
    expect(observation.variant).toBe('teams-light')
    expect(observation.self).toMatchObject({ name: 'Ms Khan', microphone: 'on' })
    expect(named(observation, 'Dev Shah')).toMatchObject({
      decorations: ['Guest'],
      microphone: 'unknown',
      isSelf: false,
    })
    expect(observation.health.people).toEqual({ level: 'complete' })
  })

  it.each([
    [
      'an address is no name',
      { name: 'x', tid: 'room-4b@example.org', nametag: 'Room 4B', label: undefined },
      'Room 4B',
      [],
    ],
    [
      'and with no nametag there is none',
      { name: 'x', tid: 'noname@example.org', nametag: '', label: undefined },
      '',
      [],
    ],
    [
      'the filler address of some guests',
      {
        name: 'x',
        tid: 'unknown_email_address@invalid.teams.ms',
        nametag: 'Ola',
        label: undefined,
      },
      'Ola',
      [],
    ],
    [
      'structural ids are no names',
      { name: 'x', tid: 'menur1j', nametag: undefined, label: undefined },
      '',
      [],
    ],
    [
      'placeholders are no names',
      { name: 'x', tid: 'Unknown user', nametag: 'Unknown user', label: undefined },
      '',
      [],
    ],
    [
      'the label where nothing else',
      {
        name: 'x',
        tid: 'menur1j',
        nametag: undefined,
        label: 'bipin (Guest), video is on, Context menu is available',
      },
      'bipin',
      ['Guest'],
    ],
    [
      'a comma in the label',
      {
        name: 'x',
        tid: 'menur1j',
        nametag: undefined,
        label: 'Doe, Jane, muted, Context menu is available',
      },
      'Doe, Jane',
      [],
    ],
    [
      'a comma in Spanish',
      {
        name: 'x',
        tid: 'menur1j',
        nametag: undefined,
        label: 'Apellido, Nombre, El vídeo está activado, x, Menú contextual está disponible',
      },
      'Apellido, Nombre',
      [],
    ],
    [
      'the id ends the name in a language nobody knows',
      { name: 'x', tid: 'Doe, Jane', nametag: undefined, label: 'Doe, Jane, bla bla, blu' },
      'Doe, Jane',
      [],
    ],
    [
      'a badge that the nametag lacks',
      { name: 'Bob', label: 'Bob External unfamiliar, muted, Context menu is available' },
      'Bob',
      ['External unfamiliar'],
    ],
    ['a badge in brackets', { name: 'Bob (Unverified)', label: undefined }, 'Bob', ['Unverified']],
    [
      'a child who is called Guest keeps the name',
      { name: 'Jane Guest', label: 'Jane Guest, Context menu is available' },
      'Jane Guest',
      [],
    ],
    [
      'text that stands alone',
      {
        name: 'x',
        tid: 'menur1j',
        nametag: undefined,
        label: undefined,
        extra: '<span>Ola Nowak</span>',
      },
      'Ola Nowak',
      [],
    ],
  ] as const)('names: %s', async (_what, options, name, badges) => {
    const observation = await read(call({ tiles: myself() + tile(options), count: '2' }))
    const other = observation.people.find(({ isSelf }) => !isSelf)
    expect([other?.name, other?.decorations]).toEqual([name, badges])
  })

  it('keeps hostile names as text and within bounds', async () => {
    const hostile = `<img src=x onerror=alert(1)>\u202e${'x'.repeat(9000)}`
    const observation = await read(
      call({ tiles: myself() + tile({ name: hostile, label: undefined }), count: '2' }),
    )
    const other = observation.people.find(({ isSelf }) => !isSelf)
    expect(other?.name.length).toBeLessThanOrEqual(MAX_NAME)
    expect(other?.name.startsWith('<img')).toBe(true)
    expect(other?.id.length).toBeLessThanOrEqual(300)
  })

  it('ignores phantom tiles and copies of one person', async () => {
    const tiles =
      myself() +
      tile({ name: 'Dev Shah', style: 'width:40px' }) +
      tile({ name: 'Dev Shah', style: 'width:400px;height:300px', acc: 'large' }) +
      tile({ name: 'Gone Gary', style: 'width:0;height:0;overflow:hidden' })
    const observation = await read(call({ tiles, count: '2' }))
    expect(names(observation)).toEqual(['Dev Shah', 'Ms Khan'])
    const acc = await page.evaluate(() =>
      eval('adapter').tiles(document).get('Dev Shah#0').getAttribute('data-acc-element-id'),
    )
    expect(acc).toBe('large')
  })

  it('keeps two of one name apart by their rows, and says whose camera it cannot tell', async () => {
    const tiles =
      myself() +
      tile({ name: 'Amelia Potter', acc: 'a' }) +
      tile({ name: 'Amelia Potter', acc: 'b' })
    const rows =
      row({ n: 1, name: 'Ms Khan' }) +
      row({ n: 2, name: 'Amelia Potter' }) +
      row({ n: 3, name: 'Amelia Potter', mic: 'unmuted' })
    const observation = await read(call({ tiles, after: roster(rows, 3) }))
    const both = observation.people.filter(({ name }) => name === 'Amelia Potter')
    expect(both.map(({ id, microphone, camera }) => [id, microphone, camera.why])).toEqual([
      ['Amelia Potter#0', 'off', 'cannotTell'],
      ['Amelia Potter#1', 'on', 'cannotTell'],
    ])
    expect(observation.people).toHaveLength(3)
  })

  it('sees a copied name while the panel is closed, where tiles and the site’s count come out even', async () => {
    const large = 'width:400px;height:300px'
    const two = (second: string) =>
      myself() +
      tile({ name: 'Ola' }) +
      tile({ name: 'Amelia Potter', acc: 'a', style: large }) +
      tile({ name: 'Amelia Potter', acc: 'b', style: second })
    const amelias = async (second: string, count: string) => {
      const { people } = await read(call({ tiles: two(second), count }))
      return people.filter(({ name }) => name === 'Amelia Potter').map(({ id }) => id)
    }
    expect(await amelias(large, '4')).toEqual(['Amelia Potter#0', 'Amelia Potter#1'])
    expect(await amelias(large, '3')).toEqual(['Amelia Potter#0'])
    expect(await amelias(large, '5')).toEqual(['Amelia Potter#0'])
    expect(await amelias('width:200px;height:150px', '4')).toEqual(['Amelia Potter#0'])
    expect(await amelias('width:200px;height:150px', '3')).toEqual(['Amelia Potter#0'])
  })

  it('is not two in one where a tile has slipped into another’s nametag', async () => {
    await stageTeams(
      page,
      call({ tiles: myself() + tile({ name: 'Dev Shah' }) + tile({ name: 'Amelia Potter' }) }),
      () => {
        const [dev, amelia] = document.querySelectorAll('[data-stream-type]')
        const tag = dev?.querySelectorAll('[data-tid="participant-info-nametag"]')[1]
        if (amelia !== undefined) tag?.append(amelia)
      },
    )
    expect(names(await look())).not.toContain('Dev Shah Amelia Potter')
    expect(names(await look())).toContain('Dev Shah')
  })

  it('has nobody twice where a tile hides its name and the list is whole', async () => {
    const tiles =
      myself() + tile({ name: 'x', tid: 'jane@example.org', nametag: '', label: undefined })
    const rows = row({ n: 1, name: 'Ms Khan' }) + row({ n: 2, name: 'Jane Doe' })
    const observation = await read(call({ tiles, after: roster(rows, 2) }))
    expect(names(observation)).toEqual(['Ms Khan', 'Jane Doe'])
    expect(observation.health.people).toEqual({ level: 'complete' })
  })

  it('takes shares for no people, and knows who shares', async () => {
    const tiles = myself() + tile({ name: 'Dev Shah' }) + share('Dev Shah')
    const observation = await read(call({ tiles, count: '2' }))
    expect(observation.people).toHaveLength(2)
    expect(observation.shares).toEqual([
      { mediaId: 'share:Dev Shah', ownerId: 'Dev Shah#0', ownerName: 'Dev Shah', own: false },
    ])
    expect(named(observation, 'Dev Shah').presenting).toBe(true)
    expect(observation.self.presenting).toBe('no')
    const es = await read(
      call({ tiles: myself() + share('x', 'Contenido compartido por Apellido, Nombre') }),
    )
    expect(es.shares[0]?.ownerName).toBe('Apellido, Nombre')
    const own = await read(call({ tiles: myself() + share('Ms Khan'), count: '1' }))
    expect([own.self.presenting, own.shares[0]?.own]).toEqual(['yes', true])
    const stop = await read(call({ extra: '<button data-tid="stop-sharing-button">x</button>' }))
    expect(stop.self.presenting).toBe('yes')
  })

  it('says who has a hand up or is in the spotlight', async () => {
    const tiles =
      myself() +
      tile({ name: 'Dev Shah', label: 'Dev Shah, hand raised, Context menu is available' }) +
      tile({ name: 'Ola', label: 'Ola, spotlighted, Context menu is available' })
    await stageTeams(page, call({ tiles, count: '3' }))
    expect(await extras()).toMatchObject({ handsRaised: ['Dev Shah#0'], spotlighted: ['Ola#0'] })
  })

  it('takes a microphone for open only where silence says so in a known language', async () => {
    const of = async (label: string) =>
      named(await read(call({ tiles: myself() + tile({ name: 'Ola', label }), count: '2' })), 'Ola')
        .microphone
    expect(await of('Ola, Context menu is available')).toBe('on')
    expect(await of('Ola, muted, Context menu is available')).toBe('off')
    expect(await of('Ola, Menú contextual está disponible, Silenciado')).toBe('off')
    expect(await of('Ola, wyciszona, Menu kontekstowe jest dostępne')).toBe('unknown')
    expect(await of('Ola, bla')).toBe('unknown')
  })
})

describe('pictures', () => {
  /** Gives the videos that `css` hits a moving picture and waits for it. */
  async function play(css: string): Promise<void> {
    await page.evaluate(async (selector) => {
      for (const element of document.querySelectorAll<HTMLVideoElement>(selector)) {
        const canvas = document.createElement('canvas')
        canvas.width = 64
        canvas.height = 36
        const context = canvas.getContext('2d')
        element.muted = true
        element.srcObject = canvas.captureStream(30)
        const paint = setInterval(() => context?.fillRect(0, 0, Math.random() * 64, 36), 20)
        await element.play()
        while (element.readyState < 2 || element.videoWidth === 0) {
          await new Promise((next) => element.addEventListener('timeupdate', next, { once: true }))
        }
        clearInterval(paint)
      }
    }, css)
  }
  const videos = () =>
    page.evaluate(() =>
      (eval('adapter').videos(document) as { participantId: string; isSelf: boolean }[]).map(
        ({ participantId, isSelf }) => [participantId, isSelf],
      ),
    )

  it('gives the camera pictures for the room check, no shares and no avatars, and follows a tile that changes hands', async () => {
    const tiles =
      myself('Ms Khan', 'Muted', VIDEO) +
      tile({ name: 'Dev Shah', picture: VIDEO, label: undefined }) +
      tile({ name: 'Ola', label: undefined }) +
      tile({ name: 'Ola', type: 'ScreenSharing', picture: VIDEO, label: undefined }) +
      tile({ name: 'Ghost', picture: VIDEO, style: 'width:0;height:0;overflow:hidden' })
    await stageTeams(page, call({ tiles, count: '3' }))
    expect(named(await look(), 'Dev Shah').camera).toEqual({ state: 'unknown', why: 'noFramesYet' })
    await play('video')
    expect(await videos()).toEqual([
      ['Dev Shah#0', false],
      ['Ms Khan#0', true],
    ])
    const observation = await look()
    expect(named(observation, 'Dev Shah').camera).toEqual({ state: 'on', why: 'livePicture' })
    expect(observation.self.camera).toBe('on')
    // Teams hands the tile and its video, track and all, to somebody else.
    await page.evaluate(() => {
      const tiles = document.querySelectorAll('[data-stream-type="Video"]')
      const [first, second] = [tiles[0], tiles[1]]
      if (first === undefined || second === undefined) throw new Error('no tiles')
      for (const [element, name] of [
        [first, 'Ola'],
        [second, 'Dev Shah'],
      ] as const) {
        element.setAttribute('data-tid', name)
        for (const tag of element.querySelectorAll('[data-tid="participant-info-nametag"]'))
          tag.textContent = name
      }
    })
    expect((await videos())[0]).toEqual(['Ola#0', false])
    expect(named(await look(), 'Dev Shah').camera).toEqual({ state: 'off', why: 'noVideoElement' })
  })

  it("gives the teacher's own picture before the call, and nobody's once anything of a call is there", async () => {
    const large = '<video style="width:320px;height:180px"></video>'
    const small = '<video style="width:60px;height:40px"></video>'
    const prejoin = `<div data-tid="calling-prejoin-screen">${small}${large}<button data-tid="prejoin-join-button">Join now</button></div>`
    await stageTeams(page, bare(prejoin))
    expect(await videos()).toEqual([])
    await play('video')
    expect(await videos()).toEqual([['own-preview', true]])
    await stageTeams(
      page,
      bare(prejoin.replace('</div>', '<button id="hangup-button">x</button></div>')),
    )
    await play('video')
    expect(await videos()).toEqual([])
  })

  it('tells off, ended and not yet apart', async () => {
    const at = async (picture: string, label?: string) =>
      named(
        await read(call({ tiles: myself() + tile({ name: 'Ola', picture, label }), count: '2' })),
        'Ola',
      ).camera
    expect(await at('')).toEqual({ state: 'unknown', why: 'cannotTell' })
    expect(await at('', 'Ola, video is off, Context menu is available')).toEqual({
      state: 'off',
      why: 'noVideoElement',
    })
    expect(await at(AVATAR, 'Ola, video is on, Context menu is available')).toEqual({
      state: 'unknown',
      why: 'noFramesYet',
    })
    expect(await at(VIDEO.replace('style="', 'style="display:none;'))).toEqual({
      state: 'off',
      why: 'videoHidden',
    })
    await stageTeams(
      page,
      call({ tiles: myself() + tile({ name: 'Ola', picture: VIDEO }), count: '2' }),
    )
    await play('video')
    await page.evaluate(() => {
      const source = document.querySelector('video')?.srcObject as MediaStream
      for (const track of source.getTracks()) track.stop()
    })
    expect(named(await look(), 'Ola').camera).toEqual({ state: 'off', why: 'trackEnded' })
  })
})

describe('the People panel', () => {
  it('says that 19 rows of 293 are not everybody', async () => {
    const rows = Array.from({ length: 19 }, (_, n) => row({ n, name: `Pupil ${n}` })).join('')
    const after = people(heading(2, 'In this meeting (293)', 'In this meeting, 293 total') + rows)
    const observation = await read(call({ after }))
    expect(observation.deviceCount).toBe(293)
    expect(observation.health.people).toEqual({
      level: 'partial',
      why: 'listShorterThanCount',
      detail: '19/293',
    })
  })

  it('counts in any language, and neither those who wait nor those who were invited', async () => {
    const rows =
      waiting(9, 'Knocking Kim') +
      heading(2, 'En esta reunión, 2 en total') +
      row({ n: 1, name: 'Ms Khan', prefix: 'attendeesInMeeting-' }) +
      row({ n: 2, name: 'Ola' }) +
      heading(3, 'Otros invitados, 2 en total') +
      row({ n: 3, name: 'Absent Ann', prefix: 'participantsFromThread-' })
    const observation = await read(call({ lang: 'es', after: people(rows) }))
    expect(names(observation)).toEqual(['Ms Khan', 'Ola'])
    expect(observation.deviceCount).toBe(2)
    expect(observation.health.people).toEqual({ level: 'complete' })
    expect(observation.lobby.knocks.map(({ name }) => name)).toEqual(['Knocking Kim'])
  })

  it('reads roles, microphones and badges of the rows in French as in English', async () => {
    const rows =
      row({
        n: 1,
        name: 'Luc MARTIN',
        label: 'Luc MARTIN, Organisateur, Micro désactivé',
        mic: 'none',
      }) +
      row({
        n: 2,
        name: 'Théo MARTIN',
        label: 'Théo MARTIN Contact externe non reconnu, Micro activé',
        mic: 'none',
      }) +
      row({ n: 3, name: 'Jane Doe', label: 'Jane Doe Unverified, muted', mic: 'none' }) +
      row({ n: 4, name: 'Bob', label: 'Bob, External, Has context menu, Unmuted', mic: 'none' }) +
      row({
        n: 5,
        name: 'Ola',
        label: 'Ola, Has context menu, Meeting guest, Unmuted',
        mic: 'none',
      })
    const observation = await read(call({ tiles: '', after: roster(rows, 5) }))
    expect(
      observation.people.map(({ name, role, microphone, decorations }) => [
        name,
        role,
        microphone,
        decorations,
      ]),
    ).toEqual([
      ['Luc MARTIN', 'host', 'off', []],
      ['Théo MARTIN', 'none', 'on', ['Contact externe non reconnu']],
      ['Jane Doe', 'none', 'off', ['Unverified']],
      ['Bob', 'none', 'on', ['External']],
      ['Ola', 'none', 'on', ['Meeting guest']],
    ])
  })

  it('counts none of those invited, whatever they do elsewhere', async () => {
    // As in a list read in June 2026: the organiser was invited, and is in another meeting.
    const invited = row({
      n: 7,
      name: 'Ola',
      prefix: 'x-',
      mic: 'none',
      label: 'Ola, In a meeting, Organizer',
    })
    const after = roster(
      row({ n: 1, name: 'Ms Khan' }) + heading(3, 'Others invited (1)') + invited,
      1,
    )
    const observation = await read(call({ after }))
    expect([names(observation), observation.deviceCount]).toEqual([['Ms Khan'], 1])
    expect(observation.health.people).toEqual({ level: 'complete' })
  })

  it('follows somebody who renames himself, and gives the same ids after the panel has closed', async () => {
    const tiles = myself() + tile({ name: 'Dev Shah' })
    const open = (name: string) => roster(row({ n: 1, name: 'Ms Khan' }) + row({ n: 2, name }), 2)
    await stageTeams(page, call({ tiles, count: '2' }))
    const before = (await look()).people.map(({ id }) => id)
    await change(call({ tiles, after: open('Dev Shah') }))
    expect((await look()).people.map(({ id }) => id)).toEqual(before)
    await change(
      call({ tiles: myself() + tile({ name: 'Amelia Potter' }), after: open('Amelia Potter') }),
    )
    expect(named(await look(), 'Amelia Potter').id).toBe('Dev Shah#0')
    await change(call({ tiles: myself() + tile({ name: 'Amelia Potter' }), count: '2' }))
    const closed = await look()
    expect(named(closed, 'Amelia Potter').id).toBe('Dev Shah#0')
    expect(closed.health.lobby).toEqual({ level: 'partial', why: 'panelClosed' })
    // The first name is back, and the list is still closed: the same child, and nobody else is left over.
    await change(call({ tiles: myself() + tile({ name: 'Dev Shah' }), count: '30' }))
    const back = await look()
    expect(named(back, 'Dev Shah').id).toBe('Dev Shah#0')
    expect(back.people).toHaveLength(2)
  })

  it('does not take somebody new for a child who once had that name and is still here', async () => {
    const open = (name: string) => roster(row({ n: 1, name: 'Ms Khan' }) + row({ n: 2, name }), 2)
    await stageTeams(page, call({ tiles: myself(), after: open('Dev Shah'), count: '2' }))
    await look()
    await change(
      call({ tiles: myself() + tile({ name: 'Amelia Potter' }), after: open('Amelia Potter') }),
    )
    await look()
    const both = tile({ name: 'Dev Shah' }) + tile({ name: 'Amelia Potter' })
    await change(call({ tiles: myself() + both, count: '30' }))
    const people = (await look()).people
    expect(Object.fromEntries(people.map(({ name, id }) => [name, id]))).toEqual({
      'Ms Khan': 'Ms Khan#0',
      'Dev Shah': 'Dev Shah#1',
      'Amelia Potter': 'Dev Shah#0',
    })
  })

  it('trusts no count that is smaller than the people in sight, and none with a plus', async () => {
    const tiles = myself() + tile({ name: 'A' }) + tile({ name: 'B' })
    for (const count of ['1', '99+', '', undefined]) {
      const observation = await read(call({ tiles, count }))
      expect(observation.deviceCount).toBeUndefined()
      expect(observation.health.people).toEqual({
        level: 'partial',
        why: 'panelNeverOpened',
        detail: '3/?',
      })
    }
    const paged = await read(call({ tiles, count: '12' }))
    expect(paged.health.people).toMatchObject({ level: 'partial', detail: '3/12' })
    expect(paged.health.cameras).toEqual({ level: 'partial', why: 'noTiles', detail: '3/12' })
  })

  it('knows oneself by the account where there is no own tile, but not among namesakes', async () => {
    const account =
      '<button data-tid="me-control-avatar" aria-label="Image de profil de Luc MARTIN."></button>'
    const rows = row({ n: 1, name: 'Luc MARTIN' }) + row({ n: 2, name: 'Ola' })
    const one = await read(call({ tiles: '', after: account + roster(rows, 2) }))
    expect(one.self).toMatchObject({ name: 'Luc MARTIN', id: 'Luc MARTIN#0' })
    const two = await read(
      call({ tiles: '', after: account + roster(rows + row({ n: 3, name: 'Luc MARTIN' }), 3) }),
    )
    expect(two.self.id).toBeUndefined()
  })
})

describe('the lobby', () => {
  const host = row({ n: 1, name: 'Ms Khan', label: 'Ms Khan, Organizer, Muted' })

  it('reads rows with their own keys, badges taken off and kept', async () => {
    const after = roster(
      host,
      1,
      heading(1, 'Waiting in lobby (2)') + waiting(5, 'iPad (Guest)') + waiting(6, 'iPad'),
    )
    const observation = await read(call({ after }))
    expect(observation.lobby).toEqual({
      knocks: [
        { key: 'iPad#0', name: 'iPad', decorations: ['Guest'] },
        { key: 'iPad#1', name: 'iPad', decorations: [] },
      ],
      pending: 2,
    })
    expect(observation.health.lobby).toEqual({ level: 'complete' })
    expect(observation.self.isHost).toBe('yes')
  })

  it('reads the toast while the panel is closed, and does not count one twice', async () => {
    const closed = await read(call({ after: toast('Dev Shah') }))
    expect(closed.lobby.knocks.map(({ name }) => name)).toEqual(['Dev Shah'])
    expect(closed.health.lobby).toEqual({ level: 'partial', why: 'panelNeverOpened' })
    const both = await read(
      call({ after: toast('Dev Shah') + roster(host, 1, waiting(5, 'Dev Shah')) }),
    )
    expect(both.lobby.knocks).toHaveLength(1)
  })

  it.each([
    ['Dev Shah is waiting in the lobby', ['Dev Shah'], undefined],
    ['Mae Dev Shah yn aros yn y lobi', ['Dev Shah'], undefined],
    ['Dev Shah est dans la salle d’attente', ['Dev Shah'], undefined],
    ['Dev Shah está esperando en la sala de espera', ['Dev Shah'], undefined],
    ['Dev Shah czeka w poczekalni', ['Dev Shah'], undefined],
    ['3 people are waiting in the lobby', [], 3],
    ['Mae 3 o bobl yn aros yn y lobi', [], 3],
    ['3 personas están en la sala de espera', [], 3],
    // Words that nobody has written down: somebody waits, and it is not said who.
    ['Dev Shah sitzt gerade im Wartebereich dieser Besprechung', [], 1],
    ['Dev Shah', ['Dev Shah'], undefined],
  ])('takes no sentence for a name: %s', async (sentence, names, pending) => {
    const { lobby } = await read(call({ after: toldToast(sentence) }))
    expect([lobby.knocks.map(({ name }) => name), lobby.pending]).toEqual([names, pending])
    const both = await read(
      call({
        after:
          toldToast('Dev Shah is waiting in the lobby') + roster(host, 1, waiting(5, 'Dev Shah')),
      }),
    )
    expect(both.lobby.knocks).toHaveLength(1)
  })

  it('gives no all-clear to those who may not admit, nor from a list that is scrolled down', async () => {
    const plain = await read(call({ after: roster(row({ n: 1, name: 'Ms Khan' }), 1) }))
    expect(plain.health.lobby).toMatchObject({ level: 'partial', why: 'notAHost' })
    const attendee = row({ n: 1, name: 'Ms Khan', label: 'Ms Khan, Attendee, Muted' })
    const none = await read(call({ after: roster(attendee, 1) }))
    expect(none.health.lobby).toEqual({ level: 'blind', why: 'notAHost' })
    const long = `<div class="virtual-tree-list-scroll-container" style="height:60px;overflow-y:auto">${heading(2, 'In this meeting (20)')}${host}${'<div style="height:900px"></div>'}</div>`
    await stageTeams(page, call({ after: people(long) }))
    expect((await look()).health.lobby).toEqual({ level: 'complete' })
    await page.evaluate(() => {
      const list = document.querySelector('.virtual-tree-list-scroll-container')
      if (list !== null) list.scrollTop = 30
    })
    expect((await look()).health.lobby).toMatchObject({ level: 'partial', detail: 'scrolled' })
  })

  it('knows the toast by its words where its ids are others, and points at its buttons only', async () => {
    // As an organiser's page of March 2026 was described: a name, "Waiting in the lobby", plain buttons, none of the ids.
    const plain = (text: string, admit = 'Admit') =>
      `<div class="x"><div><span>Waiting in the lobby</span></div><div><span>${text}</span></div><div><button>Deny</button><button>${admit}</button></div></div>`
    const one = await read(call({ after: plain('Dev Shah (Guest)') }))
    expect(one.lobby).toEqual({
      knocks: [{ key: 'Dev Shah#0', name: 'Dev Shah', decorations: ['Guest'] }],
    })
    expect(one.health.lobby).toEqual({ level: 'partial', why: 'panelNeverOpened' })
    const some = await read(call({ after: plain('Dev Shah</span><span>Ola', 'Admit all') }))
    expect(some.lobby).toEqual({ knocks: [], pending: 1 })
    // Told of, and not in the list that is open at its top: the list is not all.
    const both = await read(call({ after: plain('Dev Shah') + roster(host, 1) }))
    expect(both.health.lobby).toEqual({
      level: 'partial',
      why: 'listShorterThanCount',
      detail: '0/1',
    })
    const listed = await read(
      call({ after: plain('Dev Shah') + roster(host, 1, waiting(5, 'Dev Shah')) }),
    )
    expect([listed.lobby.knocks.length, listed.health.lobby.level]).toEqual([1, 'complete'])
    const written = message('1', '<button>Admit</button> Waiting in the lobby', 'Dev Shah')
    expect((await read(call({ after: chat(written) }))).lobby).toEqual({ knocks: [] })
  })

  it('knows who waits by the words of heading and button, and gives no all-clear beside a part that it does not know', async () => {
    const unmarked = (n: number, name: string, extra = '') =>
      row({ n, name, prefix: 'x-', mic: 'none', label: name, extra })
    const suspected = await read(
      call({
        after: roster(
          host,
          1,
          heading(1, 'Waiting in lobby (2)') +
            waiting(5, 'Kim') +
            heading(4, 'Suspected threats (1)') +
            unmarked(6, 'Notes'),
        ),
      }),
    )
    expect(suspected.lobby.knocks.map(({ name }) => name)).toEqual(['Kim', 'Notes'])
    expect([suspected.lobby.pending, suspected.health.lobby]).toEqual([2, { level: 'complete' }])
    const button = '<button aria-label="Admit participant in lobby">+</button>'
    const worded = await read(call({ after: people(unmarked(5, 'Kim', button) + host) }))
    expect(worded.lobby.knocks.map(({ name }) => name)).toEqual(['Kim'])
    // The heading is known, its rows are not rows that we know.
    const bare = heading(1, 'Waiting in lobby (2)') + '<div role="treeitem">Kim</div>'
    const counted = await read(call({ after: roster(host, 1, bare) }))
    expect([counted.lobby.pending, counted.health.lobby]).toEqual([
      2,
      { level: 'partial', why: 'listShorterThanCount', detail: '0/2' },
    ])
    const other = heading(1, 'Ystafell aros (1)') + unmarked(5, 'Kim')
    expect((await read(call({ after: roster(host, 1, other) }))).health.lobby).toEqual({
      level: 'partial',
      why: 'listShorterThanCount',
      detail: 'part not known',
    })
    const alone = await read(call({ after: roster(host, 1, `<div>${button}</div>`) }))
    expect([alone.lobby.pending, alone.health.lobby.level]).toEqual([1, 'partial'])
  })

  it('says how many wait beyond those in sight', async () => {
    const after = roster(host, 1, heading(1, 'In lobby (5)') + waiting(5, 'Kim'))
    expect((await read(call({ after }))).health.lobby).toEqual({
      level: 'partial',
      why: 'listShorterThanCount',
      detail: '1/5',
    })
  })
})

describe('lock, chat, notices', () => {
  const LOCKED =
    '<div data-tid="callingAlert-lock"><span>This meeting is locked. No one can join.</span></div>'

  it('knows a lock by its banner, keeps it when the banner goes, and doubts it when somebody knocks', async () => {
    const open = await read(call())
    expect([open.access.state, open.health.lock]).toEqual([
      'unknown',
      { level: 'blind', why: 'badgeMissing' },
    ])
    await stageTeams(page, call({ after: LOCKED }))
    const locked = await look()
    expect(locked.access).toMatchObject({ state: 'locked', askToJoin: 'off', seenAt: 'badge' })
    expect(locked.health.lock).toEqual({ level: 'complete' })
    await change(call())
    const later = await look()
    expect(later.access.state).toBe('locked')
    expect(later.health.lock).toEqual({ level: 'partial', why: 'panelClosed' })
    await change(call({ after: toast('Dev Shah') }))
    expect((await look()).access.state).toBe('unknown')
  })

  it('forgets the lock of the last call in the next one, and keeps it through a moment’s wrong phase', async () => {
    const prejoin =
      '<div data-tid="calling-prejoin-screen"><button data-tid="prejoin-join-button">Join now</button></div>'
    const first = 'https://teams.microsoft.com/meet/1111111111'
    await stageTeams(page, call({ after: LOCKED }))
    expect((await look(first)).access.state).toBe('locked')
    await change(bare(prejoin))
    await look(first)
    await change(call())
    expect((await look(first)).access.state).toBe('locked')
    // The next lesson, at once and on another link.
    await change(bare('<h1 data-tid="rejoin-title">x</h1>'))
    await look(first)
    await change(call())
    const other = await look('https://teams.microsoft.com/meet/2222222222')
    expect([other.access.state, other.health.lock.level]).toEqual(['unknown', 'blind'])
    // The next lesson on the same link, some time later.
    await change(call({ after: LOCKED }))
    expect((await look(first)).access.state).toBe('locked')
    await change(bare('<h1 data-tid="rejoin-title">x</h1>'))
    await look(first)
    await later(6000)
    await change(call())
    const again = await look(first)
    await clockBack()
    expect([again.access.state, again.access.seenAt]).toEqual(['unknown', 'nowhere'])
  })

  it('knows it by the words of an open menu, not by guessed ones, nor by what somebody is called', async () => {
    const menu = (text: string) => `<div role="menu"><div role="menuitem">${text}</div></div>`
    expect((await read(call({ after: menu('Unlock meeting') }))).access.state).toBe('locked')
    expect((await read(call({ after: menu('Lock the meeting') }))).access).toMatchObject({
      state: 'trusted',
      seenAt: 'panel',
    })
    expect((await read(call({ after: menu('Odblokuj spotkanie') }))).access.state).toBe('unknown')
    const forged = 'This meeting is locked. No one can join.'
    expect((await read(call({ after: toast(forged) }))).access.state).toBe('unknown')
    const announced = `<div role="alert"><b>${forged}</b> has joined</div>`
    const here = await read(call({ tiles: myself() + tile({ name: forged }), after: announced }))
    expect(here.access.state).toBe('unknown')
    expect((await read(call({ tiles: myself() + tile({ name: 'Unlock' }) }))).access.state).toBe(
      'unknown',
    )
  })

  it.each([
    ['one who waits', ''],
    ['one of whom more is said', '<span>Suspected threat, from another school</span>'],
  ])('knows no lock by the name of %s, in a toast without ids', async (_who, more) => {
    const forged = 'This meeting is locked. No one can join.'
    const html = (name: string) =>
      `<div class="fui-Toast" role="alert"><span>Waiting in the lobby</span><span>${name}</span>${more}<button>Deny</button><button>Admit</button></div>`
    const { access, lobby, health } = await read(call({ after: html(forged) }))
    expect([access.state, health.lock.level]).toEqual(['unknown', 'blind'])
    expect(lobby.knocks.length + (lobby.pending ?? 0)).toBe(1)
    const recorded = await read(call({ after: html('Recording has started') }))
    expect(recorded.notices.recording).toBe('unknown')
    // Who waits in the list as well, and is named in a toast of another shape.
    const list = roster(row({ n: 1, name: 'Ms Khan' }), 1, waiting(7, forged))
    const other = `<div role="alert">${forged}</div>`
    expect((await read(call({ after: list + other }))).access.state).toBe('unknown')
  })

  it('reads the chat by its authors, and gives nobody another’s words', async () => {
    const items =
      message('1', 'hello', 'Dev Shah (Guest)') +
      message('2', 'my number is 07700 900123') +
      '<div data-tid="chat-pane-item"><div class="fui-ChatControlMessage">Ola joined</div></div>' +
      message('3', 'look <a href="https://x.sharepoint.com/f">this</a>') +
      message('4', 'Quiet please', 'Ms Khan')
    const observation = await read(call({ after: chat(items) }))
    expect(
      observation.chat.map(({ id, sender, text, own, hasFile }) => [
        id,
        sender,
        text,
        own,
        hasFile,
      ]),
    ).toEqual([
      ['1', 'Dev Shah', 'hello', false, false],
      ['2', 'Dev Shah', 'my number is 07700 900123', false, false],
      ['3', '', 'look this', false, true],
      ['4', 'Ms Khan', 'Quiet please', true, false],
    ])
    expect(observation.health.chat).toEqual({ level: 'complete' })
    await change(call({ after: roster(row({ n: 1, name: 'Ms Khan' }), 1) }))
    expect((await look()).health.chat).toEqual({ level: 'blind', why: 'panelClosed' })
    await change(
      call({ after: chat('', '<div data-tid="compose-disabled-placeholder-text">x</div>') }),
    )
    expect((await extras()).chat).toBe('off')
  })

  it('sees a file on a message, which has no link, and gives nobody what a reply quotes of another', async () => {
    // As in pages saved in July and August 2026.
    const grid = (mid: string) =>
      `<div data-tid="file-attachment-grid" id="attachments-${mid}" aria-label="The message has an attachment."><div role="group" aria-label="notes.pdf"><div data-testid="content-card-custom-title" aria-label="notes.pdf\nhttps://x-my.sharepoint.com/:b:/g/1"><span>notes.pdf</span></div></div></div>`
    const quote = (text: string, more = '') =>
      `<div aria-label="Begin quote" data-track-module-name="messageQuotedReply"><div data-tid="quoted-reply-card"><span>Dev Shah</span><span data-tid="quoted-reply-timestamp">10:01</span><span data-tid="quoted-reply-preview-content">${text}</span>${more}</div></div>`
    const picture = (type: string) =>
      `<span itemtype="http://schema.skype.com/${type}"><img alt="x"></span>`
    const items = [
      message('1', 'here').replace('<button>', `${grid('1')}<button>`),
      message('2', `${quote('my number is 07700 900123', grid('1'))}<p>please don’t</p>`),
      message('3', `look ${picture('AMSImage')}`),
      message('4', `fine ${picture('Emoji')}`),
      message('5', '<div data-tid="file-chiclet-notes.pdf" title="notes.pdf"></div>'),
      message('6', 'it is docs.google.com/document/d/1'),
    ]
    const observation = await read(call({ after: chat(items.join('')) }))
    expect(observation.chat.map(({ id, text, hasFile }) => [id, text, hasFile])).toEqual([
      ['1', 'here', true],
      ['2', 'please don’t', false],
      ['3', 'look', true],
      ['4', 'fine', false],
      ['5', '', true],
      ['6', 'it is docs.google.com/document/d/1', true],
    ])
  })

  it('knows its own messages by Teams’ mark, which name nobody, and gives nobody the words of one that was taken back', async () => {
    // As in pages and trees of August to October 2026.
    const own = (mid: string, body: string, author?: string) =>
      message(mid, body, author)
        .replace('<div data-tid="chat-pane-message"', '<div class="fui-ChatMyMessage">$&')
        .replace(/<\/div>$/, '</div></div>')
    const gone =
      '<div data-tid="message-tombstone">This message has been deleted. <button data-tid="message-undo-delete-btn">Undo</button></div>'
    const plain = (mid: string, text: string) =>
      `<div data-tid="chat-pane-message" data-mid="${mid}"><span id="author-${mid}">Ola</span><div data-message-content>${text}</div><button>React</button></div>`
    const items = [
      message('1', 'hello', 'Dev Shah'),
      own('2', 'my number is 07700 900123'),
      message('3', 'and mine'),
      message('4', 'I am the teacher', 'Ms Khan'),
      own('5', 'I am', 'Ms Khan'),
      message('6', gone, 'Dev Shah'),
      `<div data-tid="chat-pane-item">${plain('7', 'bye')}</div>`,
    ]
    const said = async (all: readonly string[]) =>
      (await read(call({ after: chat(all.join('')) }))).chat.map(({ id, sender, text, own }) => [
        id,
        sender,
        text,
        own,
      ])
    expect(await said(items)).toEqual([
      ['1', 'Dev Shah', 'hello', false],
      ['2', 'Ms Khan', 'my number is 07700 900123', true],
      ['3', '', 'and mine', false],
      ['4', 'Ms Khan', 'I am the teacher', false],
      ['5', 'Ms Khan', 'I am', true],
      ['6', 'Dev Shah', '', false],
      ['7', 'Ola', 'bye', false],
    ])
    // Where Teams marks none, the name decides.
    expect(await said([message('4', 'I am the teacher', 'Ms Khan')])).toEqual([
      ['4', 'Ms Khan', 'I am the teacher', true],
    ])
  })

  it('says that the call is recorded, and never that it is not', async () => {
    const banner =
      '<div><span>x</span><button data-tid="callingAlertDismissButton_JoinersOngoingRecording">x</button></div>'
    expect((await read(call({ after: banner }))).notices).toEqual({
      recording: 'yes',
      transcription: 'unknown',
      noteTaking: 'unknown',
    })
    const alert = '<div role="alert">Transcription has started</div>'
    expect((await read(call({ after: alert }))).notices.transcription).toBe('yes')
    const chip = '<div id="indicators" role="toolbar"><span title="Recording"></span></div>'
    expect((await read(call({ after: chip }))).notices.recording).toBe('yes')
    expect((await read(call())).notices.recording).toBe('unknown')
  })
})

describe('where the page is', () => {
  const PREJOIN =
    '<div data-tid="calling-prejoin-screen"><input role="switch" type="checkbox" data-tid="toggle-video" data-cid="toggle-video-true" aria-checked="false"><button data-tid="prejoin-join-button">Join now</button></div>'
  const at = async (body: string, url?: string) => {
    const { phase, endReason } = await read(bare(body), url)
    return endReason === undefined ? phase : `${phase} ${endReason}`
  }

  it.each([
    ['launcher', '<button data-tid="joinOnWeb">x</button>', 'greenRoom'],
    ['prejoin', PREJOIN, 'greenRoom'],
    ['connecting', '<div data-tid="calling-connecting-screen">x</div>', 'greenRoom'],
    [
      'lobby',
      '<div data-tid="calling-lobby-screen">x</div><button id="hangup-button">x</button>',
      'waiting',
    ],
    [
      'lobby behind the page before',
      `${PREJOIN.replace('<button', '<button disabled')}<p>x</p>`.replace(
        '</div>',
        '<p>Someone in the meeting should let you in soon</p></div>',
      ),
      'waiting',
    ],
    [
      'removed',
      '<h1 id="calling-retry-screen-title">You\'ve been removed from this meeting</h1>',
      'ended removed',
    ],
    [
      'removed, on a screen without that title',
      '<div data-tid="calling-retry-screen"><h1>You\'ve been removed from this meeting</h1></div>',
      'ended removed',
    ],
    [
      'no such meeting',
      '<div data-tid="calling-retry-screen"><p id="calling-retry-screen-description">x</p></div>',
      'ended unknown',
    ],
    ['denied', '<div data-tid="calling-declined-screen">x</div>', 'ended denied'],
    [
      'guest at the end',
      '<div data-testid="calling-anon-meeting-end-screen">x</div>',
      'ended unknown',
    ],
    [
      'off the stage',
      '<div data-tid="floating-call-monitor"><span data-tid="call-monitor-title">Maths</span><button id="hangup-button">x</button></div>',
      'inCall',
    ],
    ['the hang-up button alone', '<button id="hangup-button">x</button>', 'unknown'],
    [
      'states that exclude each other',
      `<button data-tid="joinOnWeb">x</button>${PREJOIN}`,
      'unknown',
    ],
  ])('%s', async (_what, body, phase) => {
    expect(await at(body)).toBe(phase)
  })

  it('is elsewhere in the chat and the calendar, and knows no page that has parts of a call', async () => {
    const app = '<div data-tid="app-layout-area--nav">Teams</div>'
    expect(await at(app, 'https://teams.microsoft.com/v2/')).toBe('elsewhere')
    expect(
      await at(
        `${app}<div data-stream-type="Video" style="width:9px;height:9px">x</div>`,
        'https://teams.microsoft.com/v2/',
      ),
    ).toBe('unknown')
    expect((await read(bare(app), 'https://teams.microsoft.com/v2/')).health.people).toEqual({
      level: 'blind',
      why: 'notInCall',
    })
  })

  it('is in a call off the stage, and says that it sees nobody', async () => {
    const body =
      '<div data-tid="floating-call-monitor"><video></video><span data-tid="call-monitor-title">Maths</span><button id="hangup-button">x</button></div>'
    const observation = await read(bare(body))
    expect([observation.phase, observation.title, observation.people]).toEqual([
      'inCall',
      'Maths',
      [],
    ])
    for (const topic of ['people', 'cameras'] as const)
      expect(observation.health[topic]).toMatchObject({ level: 'blind', why: 'tilesHidden' })
  })

  it('does not take a re-layout for the end, keeps the code of the way in, and ends after five seconds', async () => {
    await stageTeams(page, call())
    expect((await look()).phase).toBe('inCall')
    const still = await look('https://teams.microsoft.com/v2/')
    expect(still.code).toBe('1234567890')
    await change(bare('<div data-tid="app-layout-area--nav">x</div>'))
    expect((await look('https://teams.microsoft.com/v2/')).phase).toBe('inCall')
    await page.evaluate(() => {
      const later = performance.now() + 5100
      performance.now = () => later
    })
    const over = await look('https://teams.microsoft.com/v2/')
    await page.evaluate(() => delete (performance as { now?: unknown }).now)
    expect([over.phase, over.endReason, over.code]).toEqual(['ended', 'unknown', '1234567890'])
  })

  it('gives the next call from the calendar a code of its own, and elsewhere follows the end', async () => {
    const at = 'https://teams.microsoft.com/v2/'
    const calendar = bare('<div data-tid="app-layout-area--nav">x</div>', 'en', 'Calendar')
    const seen = async (html: string, url = at) => {
      await change(html)
      const { phase, code } = await look(url)
      return [phase, code]
    }
    await stageTeams(page, call({ title: 'Year 4 Maths' }))
    expect((await look(at)).code).toBe('title:Year 4 Maths')
    await seen(calendar)
    await later(6000)
    expect(await seen(calendar)).toEqual(['ended', 'title:Year 4 Maths'])
    await later(30_000)
    expect((await seen(calendar))[0]).toBe('ended')
    await later(31_000)
    expect(await seen(calendar)).toEqual(['elsewhere', ''])
    expect(await seen(bare(PREJOIN, 'en', 'Microsoft Teams'))).toEqual(['greenRoom', ''])
    expect(await seen(call({ title: 'Year 5 Science' }))).toEqual([
      'inCall',
      'title:Year 5 Science',
    ])
    // At once from one call to the page before the next.
    expect(await seen(bare(PREJOIN, 'en', 'Year 3 Art'))).toEqual(['greenRoom', ''])
    expect(await seen(call({ title: 'Year 3 Art' }))).toEqual(['inCall', 'title:Year 3 Art'])
    // Somebody who comes back to the call of a link by the button of its end screen.
    const link = 'https://teams.microsoft.com/meet/3333333333'
    expect(await seen(call({ title: 'Year 6' }), link)).toEqual(['inCall', '3333333333'])
    expect(await seen(bare('<h1 data-tid="rejoin-title">x</h1>'))).toEqual(['ended', '3333333333'])
    expect(await seen(call({ title: 'Year 6' }))).toEqual(['inCall', '3333333333'])
    expect(await seen(bare('<h1 data-tid="rejoin-title">x</h1>'))).toEqual(['ended', '3333333333'])
    const other = await seen(call({ title: 'Year 2' }))
    await clockBack()
    expect(other).toEqual(['inCall', 'title:Year 2'])
  })

  it('stays in the call while its bar is hidden, in full screen or while a screen is shared', async () => {
    const html = call({ tiles: myself() + tile({ name: 'Ola' }) }).replaceAll(
      'role="group"',
      'style="display:none"',
    )
    await stageTeams(page, html)
    expect((await look()).phase).toBe('inCall')
    await page.evaluate(() => document.querySelector('#hangup-button')?.remove())
    await page.evaluate(() => {
      const later = performance.now() + 60_000
      performance.now = () => later
    })
    const later = await look()
    await page.evaluate(() => delete (performance as { now?: unknown }).now)
    expect(later.phase).toBe('inCall')
  })

  it.each([
    ['mic-volume-renderer', 'callMuteAudio', 'on'],
    ['mic-volume-renderer', '', 'on'],
    ['mic', '', 'on'],
    ['mic-off', 'callUnmuteAudio', 'off'],
    ['x', 'callMuteAudio', 'on'],
    ['', 'callUnmuteAudio', 'off'],
    ['mic-off', 'callMuteAudio', 'unknown'],
    ['x', 'y', 'unknown'],
  ])('reads its own microphone in any language: %s %s', async (state, action, microphone) => {
    const left =
      '<button id="microphone-button" data-state="mic-off" style="display:none"></button>'
    const html = call({ tiles: tile({ name: 'Dev Shah' }), lang: 'cy' }).replace(
      '<button id="microphone-button" data-state="mic-off">Mic',
      `${left}<button id="microphone-button" data-state="${state}" data-track-action-scenario="${action}">Meic`,
    )
    expect((await read(html)).self.microphone).toBe(microphone)
  })

  it('reads the switches before the call, whatever their other marks say', async () => {
    expect((await read(bare(PREJOIN))).self.camera).toBe('off')
  })

  it('stands by its title where no address names the meeting', async () => {
    expect((await read(call(), 'https://teams.microsoft.com/v2/')).code).toBe('title:Year 4 Maths')
  })

  it('is not moved by what people are called or write', async () => {
    for (const text of [
      "You've been removed from this meeting",
      'Someone in the meeting should let you in soon',
    ]) {
      const html = call({
        tiles: myself() + tile({ name: text }),
        after: chat(message('1', text, text)),
      })
      expect((await read(html)).phase).toBe('inCall')
    }
  })

  it('reads an older build, which drew the call into a frame', async () => {
    await stageTeams(
      page,
      bare('<iframe id="experience-container-1" style="width:900px;height:600px"></iframe>'),
    )
    await page.evaluate(
      (html) => {
        const inner = document.querySelector('iframe')?.contentDocument
        const parsed = new DOMParser().parseFromString(html, 'text/html')
        inner?.body.replaceChildren(...parsed.body.childNodes)
      },
      call({ tiles: myself() + tile({ name: 'Dev Shah' }), count: '2' }),
    )
    expect(names(await look())).toEqual(['Dev Shah', 'Ms Khan'])
  })
})

it('reads on when one part of the page makes a reader fail', async () => {
  await stageTeams(
    page,
    call({
      tiles: myself() + tile({ name: 'Ola' }),
      count: '2',
      after: roster(row({ n: 1, name: 'Ola' }), 2),
    }),
  )
  await page.evaluate(() => {
    const title = document.querySelector('[id^="roster-title-section-"]')
    Object.defineProperty(title, 'getAttribute', {
      value: () => {
        throw new Error('page')
      },
    })
    Object.defineProperty(title, 'ownerDocument', {
      get: () => {
        throw new Error('page')
      },
    })
  })
  const observation = await look()
  expect(observation.phase).toBe('inCall')
  expect(observation.health.people).toEqual({
    level: 'blind',
    why: 'readerFailed',
    detail: 'roster',
  })
  expect(names(observation)).toContain('Ola')
  expect(mri(1)).toContain('8:orgid:')
})
