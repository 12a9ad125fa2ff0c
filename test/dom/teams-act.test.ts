import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Observation, OutcomeStep } from '../../lib/meeting/index.ts'
import { bundlePlatforms, launchBrowser, openMeetPage } from './support/adapterPage.ts'
import {
  bare,
  call,
  chat,
  heading,
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
  VIDEO,
  waiting,
} from './support/teamsHtml.ts'
import { act } from './support/actPage.ts'
import { stageTeams } from './support/teamsPage.ts'

// Acting on Teams: on pages whose controls work, are missing, switched off, renamed, or do nothing when they are pressed.
// `data-x` names an element for the log of clicks. Every test also says what was NOT pressed.
let browser: Browser
let page: Page

beforeAll(async () => {
  const code = await bundlePlatforms()
  browser = await launchBrowser()
  page = await openMeetPage(browser, code, bare(''), { url: TEAMS_URL })
}, 120_000)
afterAll(() => browser.close())

const look = async () => {
  const json = await page.evaluate<[string], (at: string) => string>(
    (at) => JSON.stringify(eval('adapter').read(document, new URL(at))),
    TEAMS_URL,
  )
  return JSON.parse(json) as Observation
}
const said = (steps: readonly OutcomeStep[]) => steps.map(({ step, result }) => `${step} ${result}`)

const HOST = row({ n: 1, name: 'Ms Khan', label: 'Ms Khan, Organizer, Muted' })
const dev = { id: 'Dev Shah#0', name: 'Dev Shah' } as const

describe('the People panel', () => {
  /** Rows come a while after the press, as in Teams; a second press would close it. */
  const slow = () => {
    const button = document.querySelector('[data-x="people"]')
    button?.addEventListener('click', () => {
      const open = button.getAttribute('aria-pressed') !== 'true'
      button.setAttribute('aria-pressed', String(open))
      const panel = document.querySelector<HTMLElement>('#panel')
      setTimeout(() => {
        if (panel !== null) panel.style.display = open ? '' : 'none'
      }, 400)
    })
  }
  const closed = call({ after: `<div id="panel" style="display:none">${roster(HOST, 1)}</div>` })

  it('is opened once, and not pressed while it is opening or open', async () => {
    await stageTeams(page, closed, slow)
    const first = await act(page, { kind: 'openPeople' })
    expect([first.clicks, first.outcome.result]).toEqual([['people'], 'done'])
    const again = await act(page, { kind: 'openPeople' })
    expect([again.clicks, again.outcome.result]).toEqual([[], 'done'])
  })

  it('is pointed at where a press does nothing, and said to be missing where it is', async () => {
    await stageTeams(page, closed)
    const dead = await act(page, { kind: 'openPeople' })
    expect([dead.clicks, dead.guides, dead.outlined]).toEqual([
      ['people'],
      [{ step: 'openPeople', at: 'people' }],
      true,
    ])
    await stageTeams(page, closed.replaceAll('roster-button', 'other'))
    expect((await act(page, { kind: 'openPeople' })).outcome).toMatchObject({
      result: 'unavailable',
      why: 'controlNotFound',
    })
  })

  /** A list of 60 that draws only the rows in sight. */
  const virtual = call({
    after: people(
      `<div class="virtual-tree-list-scroll-container" style="height:240px;overflow-y:auto">${heading(2, 'In this meeting (60)')}<div id="space" style="height:2400px;position:relative"></div></div>`,
    ),
  })
  const draws = () => {
    const list = document.querySelector('.virtual-tree-list-scroll-container')
    const space = document.querySelector('#space')
    const draw = () => {
      const from = Math.floor((list?.scrollTop ?? 0) / 40)
      space?.replaceChildren(
        ...Array.from({ length: 8 }, (_, k) => from + k)
          .filter((n) => n < 60)
          .map((n) => {
            const item = document.createElement('div')
            item.id = `calling-roster-item-8:orgid:${n}`
            item.setAttribute('data-cid', 'roster-participant')
            item.setAttribute('data-tid', `participantsInCall-Pupil ${n}`)
            item.setAttribute('aria-label', `Pupil ${n}, Unmuted`)
            item.style.cssText = `position:absolute;top:${n * 40}px;height:40px;width:200px`
            const more = document.createElement('button')
            more.setAttribute('data-cid', 'ts-participant-action-button')
            more.setAttribute('data-x', `more${n}`)
            item.append(more)
            more.addEventListener('click', () => {
              const menu = document.createElement('div')
              menu.setAttribute('data-tid', 'participant-actions-menu')
              menu.setAttribute('role', 'menu')
              for (const text of ['Mute participant', 'Remove from meeting']) {
                const entry = document.createElement('div')
                entry.setAttribute('role', 'menuitem')
                entry.setAttribute('data-x', text)
                entry.textContent = text
                menu.append(entry)
              }
              document.body.append(menu)
            })
            return item
          }),
      )
    }
    list?.addEventListener('scroll', draw)
    draw()
  }

  it('is read whole by scrolling when asked, put back, and believed for a while', async () => {
    await stageTeams(page, virtual, draws)
    await page.evaluate(() =>
      document.querySelector('.virtual-tree-list-scroll-container')?.scrollTo(0, 400),
    )
    const partly = await look()
    expect(partly.health.people).toMatchObject({ level: 'partial', why: 'listShorterThanCount' })
    const { outcome, clicks } = await act(page, { kind: 'rollCall' })
    expect([outcome.result, outcome.evidence, clicks]).toEqual(['done', '60/60', []])
    expect(
      await page.evaluate(
        () => document.querySelector('.virtual-tree-list-scroll-container')?.scrollTop,
      ),
    ).toBe(400)
    const whole = await look()
    expect(whole.people.filter(({ name }) => name.startsWith('Pupil'))).toHaveLength(60)
    expect(new Set(whole.people.map(({ id }) => id)).size).toBe(whole.people.length)
    expect(whole.health.people).toEqual({ level: 'complete' })
    await page.evaluate(() => {
      const later = performance.now() + 16_000
      performance.now = () => later
    })
    expect((await look()).health.people).toMatchObject({ level: 'partial' })
    await page.evaluate(() => delete (performance as { now?: unknown }).now)
  })

  it('is scrolled to somebody who is far down, and nobody else’s menu is opened', async () => {
    await stageTeams(page, virtual, draws)
    await act(page, { kind: 'rollCall' })
    const { clicks } = await act(page, { kind: 'mute', id: 'Pupil 47#0', name: 'Pupil 47' })
    expect(clicks).toEqual(['more47', 'Mute participant'])
    await stageTeams(page, virtual, draws)
    const nobody = await act(page, { kind: 'mute', id: 'Nobody#0', name: 'Nobody' })
    expect([nobody.clicks, nobody.outcome.why]).toEqual([[], 'personGone'])
  })
})

describe('one person', () => {
  interface Menu {
    readonly items?: readonly string[]
    readonly mic?: 'muted' | 'unmuted'
    readonly tiles?: string
    readonly after?: string
    readonly lang?: string
  }
  /** A row whose "…" is drawn while the pointer is over it, with a menu at the end of the body. */
  const withMenu = ({
    items = ['Mute participant', 'Disable camera', 'Make an attendee', 'Remove from meeting'],
    mic = 'unmuted',
    tiles,
    after = '',
    lang = 'en',
  }: Menu = {}) =>
    call({
      lang,
      tiles: tiles ?? myself() + tile({ name: 'Dev Shah', label: undefined }),
      after: `${roster(HOST + row({ n: 2, name: 'Dev Shah', mic, label: 'Dev Shah', attributes: 'data-x="row"' }) + row({ n: 3, name: 'Ola' }), 3)}<div id="menu" role="menu" data-tid="participant-actions-menu" style="display:none">
        ${items.map((text) => `<div role="menuitem" data-x="${text}">${text}</div>`).join('')}</div>
        <div id="ask" role="dialog" style="display:none"><button data-x="cancel">Cancel</button><button data-x="confirm">Remove</button></div>${after}`,
    })
  const wire = () => {
    const menu = document.querySelector<HTMLElement>('#menu')
    const target = document.querySelector('[data-x="row"]')
    target?.addEventListener('mouseover', () => {
      if (target.querySelector('[data-x="dots"]') !== null) return
      const dots = document.createElement('button')
      dots.setAttribute('data-cid', 'ts-participant-action-button')
      dots.setAttribute('data-x', 'dots')
      dots.addEventListener('click', () => menu?.style.removeProperty('display'))
      target.append(dots)
    })
    const hide = () => {
      if (menu !== null) menu.style.display = 'none'
    }
    menu?.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') hide()
    })
    for (const item of menu?.children ?? []) {
      item.addEventListener('click', () => {
        hide()
        const said = item.textContent
        if (said === 'Mute participant')
          target?.querySelector('svg')?.setAttribute('data-cid', 'roster-participant-muted')
        const turned: Record<string, string> = {
          'Disable camera': 'Allow camera',
          'Allow camera': 'Disable camera',
        }
        item.textContent = turned[said ?? ''] ?? said
        item.setAttribute('data-x', item.textContent ?? '')
        if (said === 'Disable camera')
          for (const video of document.querySelectorAll(
            '[data-cid="calling-participant-stream"] video',
          ))
            video.remove()
        if (said === 'Remove from meeting')
          document.querySelector<HTMLElement>('#ask')?.style.removeProperty('display')
      })
    }
    document.querySelector('[data-x="confirm"]')?.addEventListener('click', () => {
      document.querySelector('#ask')?.remove()
      target?.remove()
      document.querySelector('[data-cid="calling-participant-stream"]')?.remove()
      const title = document.querySelector('[id^="roster-title-section"] span')
      if (title !== null) title.textContent = 'In this meeting (2)'
    })
  }

  it('is muted by the menu of the row, seen on its icon', async () => {
    await stageTeams(page, withMenu(), wire)
    const { outcome, clicks, guides } = await act(page, { kind: 'mute', ...dev })
    expect([clicks, guides, outcome.result]).toEqual([['dots', 'Mute participant'], [], 'done'])
    const again = await act(page, { kind: 'mute', ...dev })
    expect([again.clicks, again.outcome]).toMatchObject([
      [],
      { result: 'done', evidence: 'already so' },
    ])
  })

  it('is not called muted where nothing changed', async () => {
    await stageTeams(page, withMenu(), wire)
    await page.evaluate(() => document.querySelector('[data-x="row"] svg')?.remove())
    const { outcome, clicks } = await act(page, { kind: 'mute', ...dev })
    expect([clicks, outcome.result, outcome.why]).toEqual([
      ['dots', 'Mute participant'],
      'guided',
      'notSeenAfterwards',
    ])
  })

  it('has the camera switched off, and allowed again, both read off the page', async () => {
    const tiles =
      myself() +
      tile({
        name: 'Dev Shah',
        label: undefined,
        picture: `${VIDEO}<div data-tid="participant-avatar"></div>`,
      })
    await stageTeams(page, withMenu({ tiles }), wire)
    const off = await act(page, { kind: 'cameraOff', ...dev })
    expect([off.clicks, off.outcome.result]).toEqual([['dots', 'Disable camera'], 'done'])
    expect((await look()).people.find(({ name }) => name === 'Dev Shah')?.camera.state).toBe('off')
    const on = await act(page, { kind: 'allowCamera', ...dev })
    // The last opening of the menu only looks: the item is called "Disable camera" again.
    expect([on.clicks, on.outcome.result]).toEqual([['dots', 'Allow camera', 'dots'], 'done'])
  })

  it('is removed only by the teacher’s own answer', async () => {
    await stageTeams(page, withMenu(), wire)
    const { outcome, clicks, guides } = await act(page, { kind: 'remove', ...dev })
    expect(clicks).toEqual(['dots', 'Remove from meeting'])
    expect(guides).toEqual([{ step: 'confirmRemove', at: 'confirm' }])
    expect(outcome).toMatchObject({ result: 'guided', why: 'siteAsksForConfirmation' })
    await stageTeams(page, withMenu(), wire)
    const answered = await act(page, { kind: 'remove', ...dev }, { teacherClicks: ['confirm'] })
    expect([answered.clicks, answered.outcome.result]).toEqual([
      ['dots', 'Remove from meeting'],
      'done',
    ])
  })

  it('has the question pointed at, not a card that stood there before', async () => {
    const card = '<div role="dialog" data-x="card"><button data-x="other">Remove</button></div>'
    await stageTeams(page, withMenu({ after: card }), wire)
    const { clicks, guides } = await act(page, { kind: 'remove', ...dev })
    expect(clicks).toEqual(['dots', 'Remove from meeting'])
    expect(guides).toEqual([{ step: 'confirmRemove', at: 'confirm' }])
  })

  /** The menu of somebody else, opened by the teacher: it closes for her own key and for no other. */
  const others = ({
    items = ['Mute participant', 'Disable camera', 'Make an attendee', 'Remove from meeting'],
    open = true,
  } = {}) =>
    `<div id="others" role="menu" data-tid="participant-actions-menu" style="${open ? '' : 'display:none'}">
      ${items.map((text) => `<div role="menuitem" data-x="other">${text}</div>`).join('')}</div>`
  const forTrustedKey = () => {
    const menu = document.querySelector('#others')
    menu?.addEventListener('keydown', (event) => {
      if (event.isTrusted && Reflect.get(event, 'key') === 'Escape') menu.remove()
    })
  }

  it.each(['mute', 'micOff', 'allowCamera', 'cameraOff', 'remove'] as const)(
    'is not reached by the menu of another that does not close: %s',
    async (kind) => {
      const items = ['Mute participant', 'Disable mic', 'Allow camera', 'Remove from meeting']
      for (const offered of [items, ['Allow mic', 'Disable camera']]) {
        const after = others({ items: offered })
        await stageTeams(page, withMenu({ tiles: myself(), after }), wire)
        await page.evaluate(forTrustedKey)
        const { clicks, guides, outcome } = await act(page, { kind, ...dev })
        expect([clicks, guides]).toEqual([[], []])
        expect(outcome).toMatchObject({ result: 'unavailable', why: 'controlCovered' })
        expect(said(outcome.steps)).toEqual(['openPeople done', 'openRowMenu unavailable'])
      }
    },
  )

  it('is not pointed at in the menu of another that does not close, to stop presenting', async () => {
    const tiles = myself() + tile({ name: 'Dev Shah', label: undefined }) + share('Dev Shah')
    await stageTeams(page, withMenu({ tiles, after: others() }), wire)
    const { clicks, guides, outcome } = await act(page, { kind: 'stopPresenting', ...dev })
    expect([clicks, guides, outcome.why]).toEqual([[], [], 'controlCovered'])
  })

  it('is reached after the menu of another was closed, by the number of the key where only that is heard', async () => {
    await stageTeams(page, withMenu({ after: others() }), wire)
    await page.evaluate(() => {
      const menu = document.querySelector('#others')
      menu?.addEventListener('keydown', (event) => {
        if (Reflect.get(event, 'keyCode') === 27) menu.remove()
      })
    })
    const { clicks, outcome } = await act(page, { kind: 'mute', ...dev })
    expect([clicks, outcome.result]).toEqual([['dots', 'Mute participant'], 'done'])
  })

  it('is not called done by what the menu of another says that has come up since', async () => {
    const after = others({ items: ['Allow camera'], open: false })
    for (const tiles of [myself(), myself() + tile({ name: 'Dev Shah', label: undefined })]) {
      await stageTeams(page, withMenu({ tiles, after }), wire)
      await page.evaluate(() => {
        const item = document.querySelector('[data-x="Disable camera"]')
        item?.addEventListener('click', () =>
          document.querySelector<HTMLElement>('#others')?.style.removeProperty('display'),
        )
      })
      await page.evaluate(() =>
        document
          .querySelector('[data-cid="calling-participant-stream"] [data-tid$="avatar"]')
          ?.remove(),
      )
      const { clicks, outcome } = await act(page, { kind: 'cameraOff', ...dev })
      expect(clicks).toEqual(['dots', 'Disable camera'])
      expect(outcome).toMatchObject({ result: 'guided', why: 'notSeenAfterwards' })
    }
  })

  it.each(['dots', 'row'])(
    'is not acted on in a menu that the teacher has opened: nothing in it says whose it is (%s)',
    async (at) => {
      // She is shown where to click and opens the menu of the row below.
      const wireHers = () => {
        document.querySelector('[data-x="row"]')?.addEventListener('click', (event) => {
          if ((event.target as Element).closest('[data-trusted]') === null) return
          document.querySelector<HTMLElement>('#others')?.style.removeProperty('display')
        })
      }
      const staged = async (items: readonly string[]) => {
        const after = others({ items: [...items], open: false })
        await stageTeams(page, withMenu({ tiles: myself(), after }), wireHers)
        if (at === 'row') return
        await page.evaluate(() => {
          const dots = document.createElement('button')
          dots.setAttribute('data-cid', 'ts-participant-action-button')
          dots.setAttribute('data-x', 'dots')
          dots.textContent = 'More options'
          document.querySelector('[data-x="row"]')?.append(dots)
        })
      }
      const pressed = at === 'dots' ? ['dots'] : []
      for (const [kind, item] of [
        ['cameraOff', 'Disable camera'],
        ['remove', 'Remove from meeting'],
      ] as const) {
        await staged([item])
        const offered = await act(page, { kind, ...dev }, { teacherClicks: [at] })
        expect([offered.clicks, offered.outcome.result]).toEqual([pressed, 'guided'])
        expect(offered.guides.map((one) => one.at)).toEqual([at, 'other'])
      }
      await staged(['Allow camera'])
      const already = await act(page, { kind: 'cameraOff', ...dev }, { teacherClicks: [at] })
      expect([already.clicks, already.outcome.result]).toEqual([pressed, 'unavailable'])
    },
  )

  it('is left alone where the menu does not offer it, and the menu is closed', async () => {
    await stageTeams(page, withMenu({ items: ['Mute participant', 'Pin for me'] }), wire)
    const { outcome, clicks } = await act(page, { kind: 'remove', ...dev })
    expect([clicks, outcome.result, outcome.why]).toEqual([
      ['dots'],
      'unavailable',
      'controlNotFound',
    ])
    expect(await page.evaluate(() => document.querySelector('#menu')?.checkVisibility())).toBe(
      false,
    )
  })

  it('is only pointed at in words that we guess or do not know', async () => {
    await stageTeams(
      page,
      withMenu({ lang: 'pl', items: ['Wycisz uczestnika', 'Usuń ze spotkania'] }),
      wire,
    )
    const guess = await act(page, { kind: 'mute', ...dev })
    expect([guess.clicks, guess.guides, guess.outcome.result]).toEqual([
      ['dots'],
      [{ step: 'mute', at: 'Wycisz uczestnika' }],
      'guided',
    ])
    await stageTeams(page, withMenu({ lang: 'fi', items: ['Mykistä', 'Poista'] }), wire)
    const unknown = await act(page, { kind: 'mute', ...dev })
    expect([unknown.clicks, unknown.outcome.result]).toEqual([['dots'], 'guided'])
    expect(unknown.guides).toHaveLength(1)
  })

  it('has the row pointed at where no menu can be opened', async () => {
    await stageTeams(page, withMenu())
    const { clicks, guides, outcome } = await act(page, { kind: 'mute', ...dev })
    expect([clicks, guides, outcome.result]).toEqual([
      [],
      [{ step: 'openRowMenu', at: 'row' }],
      'guided',
    ])
  })

  it('is not touched while Teams asks something else', async () => {
    const ask = '<div role="dialog" aria-modal="true"><button data-x="ok">Turn on</button></div>'
    await stageTeams(page, withMenu({ after: ask }), wire)
    const { clicks, outcome } = await act(page, { kind: 'mute', ...dev })
    expect([clicks, outcome.result, outcome.why]).toEqual([[], 'guided', 'siteAsksForConfirmation'])
  })

  it('is never the teacher herself', async () => {
    await stageTeams(page, withMenu(), wire)
    for (const kind of ['remove', 'mute', 'cameraOff'] as const) {
      const { clicks, outcome } = await act(page, { kind, id: 'Ms Khan#0', name: 'Ms Khan' })
      expect([clicks, outcome.why]).toEqual([[], 'siteHasNoSuchControl'])
    }
  })

  it('stops presenting: one’s own share by its button, another’s by the teacher’s hand', async () => {
    await stageTeams(
      page,
      withMenu({
        tiles: myself() + tile({ name: 'Dev Shah', label: undefined }) + share('Dev Shah'),
      }),
      wire,
    )
    const other = await act(page, { kind: 'stopPresenting', ...dev })
    expect([other.clicks, other.guides, other.outcome.result]).toEqual([
      ['dots'],
      [{ step: 'makeAttendee', at: 'Make an attendee' }],
      'guided',
    ])
    await stageTeams(
      page,
      withMenu({ after: '<button data-tid="stop-sharing-button" data-x="stop">x</button>' }),
      () => {
        document
          .querySelector('[data-x="stop"]')
          ?.addEventListener('click', (event) => (event.target as Element).remove())
      },
    )
    const own = await act(page, { kind: 'stopPresenting', id: 'Ms Khan#0', name: 'Ms Khan' })
    expect([own.clicks, own.outcome.result]).toEqual([['stop'], 'done'])
  })
})

describe('two of one name', () => {
  // The stage shows the second of the list first, or alone: nothing on the tile says so.
  const PICTURE = tile({ name: 'iPad', label: undefined, picture: VIDEO })
  interface Twins {
    readonly tiles?: string
    readonly items?: readonly string[]
    readonly mic?: 'muted' | 'unmuted'
    readonly closed?: boolean
  }
  const twins = ({
    tiles = PICTURE,
    items = ['Mute participant', 'Disable mic', 'Disable camera', 'Remove from meeting'],
    mic = 'unmuted',
    closed = false,
  }: Twins = {}) => {
    const numbers = [2, 3]
    const rows = numbers.map((n) => {
      const extra = `<button data-cid="ts-participant-action-button" data-x="dots${n}">More</button>`
      return row({ n, name: 'iPad', mic, extra, attributes: `data-x="row${n}"` })
    })
    const menus = numbers.map((n) => {
      const entries = items.map(
        (text) => `<div role="menuitem" data-x="${text} ${n}">${text}</div>`,
      )
      return `<div id="menu${n}" role="menu" data-tid="participant-actions-menu" style="display:none">${entries.join('')}</div>`
    })
    const panel = `<div id="panel" style="${closed ? 'display:none' : ''}">${roster(HOST + rows.join(''), 3)}</div>`
    return call({ tiles: myself() + tiles, after: panel + menus.join('') })
  }
  const wire = () => {
    document
      .querySelector('[data-x="people"]')
      ?.addEventListener('click', () =>
        document.querySelector<HTMLElement>('#panel')?.style.removeProperty('display'),
      )
    const turned: Record<string, string> = {
      'Disable camera': 'Allow camera',
      'Disable mic': 'Allow mic',
    }
    for (const n of [2, 3]) {
      const menu = document.querySelector<HTMLElement>(`#menu${n}`)
      const hide = () => {
        if (menu !== null) menu.style.display = 'none'
      }
      document
        .querySelector(`[data-x="dots${n}"]`)
        ?.addEventListener('click', () => menu?.style.removeProperty('display'))
      menu?.addEventListener('keydown', hide)
      for (const item of menu?.children ?? [])
        item.addEventListener('click', () => {
          hide()
          const said = item.textContent ?? ''
          item.textContent = turned[said] ?? said
          const icon = document.querySelector(`[data-x="row${n}"] svg`)
          if (said === 'Mute participant')
            icon?.setAttribute('data-cid', 'roster-participant-muted')
          if (said !== 'Remove from meeting') return
          document.querySelector(`[data-x="row${n}"]`)?.remove()
          const title = document.querySelector('#roster-title-section-2 span')
          if (title !== null) title.textContent = 'In this meeting (2)'
        })
    }
  }
  const ofList = (at: number) => ({ id: `iPad#${at}`, name: 'iPad' }) as const
  const unclear = { result: 'guided', why: 'controlUnclear' }

  it.each([
    ['cameraOff', 'Disable camera'],
    ['mute', 'Mute participant'],
    ['micOff', 'Disable mic'],
    ['remove', 'Remove from meeting'],
  ] as const)(
    'has the item pointed at and not pressed: the row may be the other’s (%s)',
    async (kind, item) => {
      await stageTeams(page, twins(), wire)
      // The one with the tile, and the one without, whose it may be.
      for (const [at, n] of [
        [0, 2],
        [1, 3],
      ] as const) {
        const { clicks, guides, outcome } = await act(page, { kind, ...ofList(at) })
        expect(clicks).toEqual([`dots${n}`])
        expect(guides).toEqual([
          { step: kind === 'remove' ? 'chooseRemove' : kind, at: `${item} ${n}` },
        ])
        expect(outcome).toMatchObject(unclear)
      }
      const before = [`${item} 2`]
      const hers = await act(page, { kind, ...ofList(0) }, { teacherClicks: before })
      expect([hers.clicks, hers.outcome]).toMatchObject([['dots2'], unclear])
    },
  )

  it('is in doubt as soon as the list is open, and in it still where the list then tells them apart', async () => {
    await stageTeams(page, twins({ closed: true }), wire)
    const one = await act(page, { kind: 'cameraOff', ...ofList(0) })
    expect([one.clicks, one.outcome]).toMatchObject([['people', 'dots2'], unclear])
    // Both tiles have the directory's id, the second of the list stands first: "iPad#0" is another before the list is read and after.
    const [first, second] = [3, 2].map((n) => tile({ name: 'iPad', label: undefined, acc: mri(n) }))
    const html = twins({ closed: true, tiles: `${first}${second}` }).replace(
      'People</button>',
      'People<span data-tid="toolbar-item-badge">3</span></button>',
    )
    await stageTeams(page, html, wire)
    const moved = await act(page, { kind: 'micOff', ...ofList(0) })
    expect([moved.clicks, moved.outcome]).toMatchObject([['people', 'dots2'], unclear])
  })

  it('is not called done by what the row of one or its menu shows already', async () => {
    await stageTeams(page, twins({ mic: 'muted' }), wire)
    const muted = await act(page, { kind: 'mute', ...ofList(0) })
    expect([muted.clicks, muted.outcome]).toMatchObject([['dots2'], unclear])
    for (const [kind, items] of [
      ['cameraOff', ['Allow camera']],
      ['micOff', ['Allow mic']],
      ['allowCamera', ['Disable camera']],
      ['allowMic', ['Disable mic']],
    ] as const) {
      await stageTeams(page, twins({ items }), wire)
      const { clicks, guides, outcome } = await act(page, { kind, ...ofList(0) })
      expect([clicks, guides]).toEqual([['dots2'], []])
      expect(outcome).toMatchObject({ result: 'unavailable', why: 'controlUnclear' })
    }
  })

  it('is acted on where the tile has the id of the row, and where neither has a tile', async () => {
    const tied = tile({ name: 'iPad', label: undefined, acc: mri(3), picture: VIDEO })
    for (const [tiles, at, n] of [
      [tied, 1, 3],
      [tied, 0, 2],
      ['', 1, 3],
    ] as const) {
      await stageTeams(page, twins({ tiles }), wire)
      const { clicks, outcome } = await act(page, { kind: 'cameraOff', ...ofList(at) })
      expect(clicks).toEqual([`dots${n}`, `Disable camera ${n}`, `dots${n}`])
      expect(outcome.result).toBe('done')
    }
    await stageTeams(page, twins({ tiles: tied }), wire)
    const { clicks, outcome } = await act(page, { kind: 'remove', ...ofList(1) })
    expect(clicks).toEqual(['dots3', 'Remove from meeting 3'])
    expect(outcome.result).toBe('done')
  })
})

describe('the lobby', () => {
  const command = { kind: 'admit', key: 'Dev Shah#0', name: 'Dev Shah' } as const
  const page1 = (rows = waiting(5, 'Dev Shah') + waiting(6, 'Kim')) =>
    call({ after: roster(HOST, 1, heading(1, 'Lobby (2)') + rows) })

  it('points at a button that it knows by its words alone, and presses none', async () => {
    const worded = row({
      n: 5,
      name: 'Dev Shah',
      prefix: 'participantsInLobby-',
      mic: 'none',
      label: 'Dev Shah',
      extra:
        '<button data-x="admit5" aria-label="Admit participant in lobby">+</button><button data-x="deny5">Deny</button>',
    })
    await stageTeams(page, page1(worded + waiting(6, 'Kim')))
    for (const [kind, at] of [
      ['admit', 'admit5'],
      ['deny', 'deny5'],
    ] as const) {
      const { clicks, guides } = await act(page, { ...command, kind })
      expect([clicks, guides]).toEqual([[], [{ step: kind, at }]])
    }
    const plain =
      '<div><span>Waiting in the lobby</span><span>Dev Shah</span><button data-x="no">Deny</button><button data-x="yes">Admit</button></div>'
    await stageTeams(page, call({ after: plain }))
    const told = await act(page, command)
    expect([told.clicks, told.guides]).toEqual([[], [{ step: 'admit', at: 'yes' }]])
  })

  /** Somebody let in turns up a moment later among those in the meeting. */
  const admits = () => {
    for (const button of document.querySelectorAll('[data-x^="admit"], [data-x="toastAdmit"]'))
      button.addEventListener('click', () => {
        const item =
          button.closest('[data-cid="roster-participant"]') ?? document.querySelector('.fui-Toast')
        setTimeout(() => {
          item?.remove()
          const row = document.createElement('div')
          row.setAttribute('data-cid', 'roster-participant')
          row.setAttribute('data-tid', 'participantsInCall-Dev Shah')
          row.id = 'calling-roster-item-8:orgid:5'
          row.textContent = 'Dev Shah'
          document.querySelector('[role="tree"]')?.append(row)
          const title = document.querySelector('#roster-title-section-2 span')
          if (title !== null) title.textContent = 'In this meeting (2)'
        }, 100)
      })
    for (const button of document.querySelectorAll('[data-x^="deny"]'))
      button.addEventListener('click', () =>
        button.closest('[data-cid="roster-participant"]')?.remove(),
      )
  }

  it('admits one, seen among those in the meeting, and nobody else', async () => {
    await stageTeams(page, page1(), admits)
    const { outcome, clicks } = await act(page, command)
    expect([clicks, outcome.result, outcome.evidence]).toEqual([['admit5'], 'done', 'Dev Shah'])
    expect((await look()).lobby.knocks.map(({ name }) => name)).toEqual(['Kim'])
  })

  it('does not admit whoever has taken the place', async () => {
    await stageTeams(page, page1(waiting(5, 'iPad')), admits)
    const { outcome, clicks } = await act(page, command)
    expect([clicks, outcome.why]).toEqual([[], 'personGone'])
  })

  it('does not call a row that only vanishes "admitted"', async () => {
    await stageTeams(page, page1(), () => {
      document
        .querySelector('[data-x="admit5"]')
        ?.addEventListener('click', (event) =>
          (event.target as Element)
            .closest('[data-cid]')
            ?.parentElement?.removeChild(
              (event.target as Element).closest('[role="treeitem"]') as Element,
            ),
        )
    })
    expect((await act(page, command)).outcome).toMatchObject({
      result: 'guided',
      why: 'notSeenAfterwards',
    })
  })

  /** Teams gives the row of whoever was answered to the next, with buttons of its own; `data-slow`: he comes in later than a press shows. */
  const nextInRow = () => {
    const row = document.querySelector('[data-tid="participantsInLobby-Dev Shah"]')
    const next = document.querySelector('[data-tid="participantsInLobby-Kim"]')
    const on = document.body.dataset['on'] ?? 'click'
    for (const button of row?.querySelectorAll('button') ?? [])
      button.addEventListener(on, () => {
        const avatar = row?.querySelector('[id^="roster-avatar-img"]')
        if (avatar instanceof Element) avatar.textContent = 'Kim'
        row?.setAttribute('data-tid', 'participantsInLobby-Kim')
        row?.setAttribute('aria-label', 'Kim')
        for (const old of row?.querySelectorAll('button') ?? []) {
          const fresh = old.cloneNode(true) as Element
          fresh.setAttribute('data-x', `next ${old.getAttribute('data-x') ?? ''}`)
          old.replaceWith(fresh)
        }
        next?.remove()
        const title = document.querySelector('#roster-title-section-1 span')
        if (title !== null) title.textContent = 'Lobby (1)'
        if (document.body.dataset['slow'] === undefined) return
        setTimeout(() => {
          const item = document.createElement('div')
          item.setAttribute('data-cid', 'roster-participant')
          item.setAttribute('data-tid', 'participantsInCall-Dev Shah')
          item.id = 'calling-roster-item-8:orgid:5'
          item.textContent = 'Dev Shah'
          document.querySelector('[role="tree"]')?.append(item)
        }, 500)
      })
  }
  const stageNext = async (says: Record<string, string>) => {
    await stageTeams(page, page1())
    await page.evaluate((all) => void Object.assign(document.body.dataset, all), says)
    await page.evaluate(nextInRow)
  }

  it("points at nobody's button, and presses none, where the row has become that of the next", async () => {
    for (const on of ['click', 'pointerdown']) {
      await stageNext({ on })
      const { outcome, clicks, guides, outlined } = await act(page, command)
      expect([clicks, guides, outlined]).toEqual([on === 'click' ? ['admit5'] : [], [], false])
      expect(outcome).toMatchObject({ result: 'guided', why: 'notSeenAfterwards' })
    }
  })

  it('waits for somebody slow whose row has become that of the next', async () => {
    for (const on of ['click', 'pointerdown']) {
      await stageNext({ on, slow: '' })
      const { outcome, clicks, guides } = await act(page, command)
      expect([outcome.result, clicks, guides]).toEqual([
        'done',
        on === 'click' ? ['admit5'] : [],
        [],
      ])
    }
  })

  /** Somebody comes in while the one who waits goes out of the lobby's sight; `data-name`: who is drawn, `data-gone`: what goes. */
  const another = () => {
    const { name, gone, count } = document.body.dataset
    const button = document.querySelector('[data-x="admit5"], [data-x="toastAdmit"]')
    button?.addEventListener('click', () => {
      if (gone !== undefined) document.querySelector(gone)?.remove()
      const [waits, title] = [1, 2].map((id) =>
        document.querySelector(`#roster-title-section-${id} span`),
      )
      if (waits !== undefined && waits !== null) waits.textContent = 'Lobby (1)'
      if (title !== undefined && title !== null) title.textContent = `In this meeting (${count})`
      const badge = document.querySelector('[data-tid="toolbar-item-badge"]')
      if (badge !== null) badge.textContent = count ?? ''
      if (name === undefined) return
      const item = document.createElement('div')
      item.setAttribute('data-cid', 'roster-participant')
      item.setAttribute('data-tid', `participantsInCall-${name}`)
      item.id = 'calling-roster-item-8:orgid:9'
      item.textContent = name
      document.querySelector('[role="tree"]')?.append(item)
    })
  }
  const stageAnother = async (html: string, says: Record<string, string>) => {
    await stageTeams(page, html)
    await page.evaluate((all) => void Object.assign(document.body.dataset, all), says)
    await page.evaluate(another)
    return act(page, command)
  }
  const DEV = '[data-tid="participantsInLobby-Dev Shah"]'
  const unseen = { result: 'guided', why: 'notSeenAfterwards' }

  it('does not call it "admitted" when somebody else comes in and the toast goes by itself', async () => {
    const toastGoes = { gone: '.fui-Toast', count: '2' }
    const closed = call({ count: '1', after: toast('Dev Shah') })
    const { outcome, clicks, guides } = await stageAnother(closed, toastGoes)
    expect([clicks, guides]).toEqual([['toastAdmit'], []])
    expect(outcome).toMatchObject(unseen)
    const listed = call({ after: toast('Dev Shah') + roster(HOST, 1) })
    const named = await stageAnother(listed, { ...toastGoes, name: 'Kit' })
    expect(named.outcome).toMatchObject(unseen)
  })

  it('does not call it "admitted" when somebody else comes in and the list is closed', async () => {
    const html = call({ count: '1', after: roster(HOST, 1, waiting(5, 'Dev Shah')) })
    const panel = '[data-tid="app-layout-area--end"]'
    const { outcome } = await stageAnother(html, { gone: panel, count: '2' })
    expect(outcome).toMatchObject(unseen)
  })

  it('does not call it "admitted" when the count is explained by somebody else who came', async () => {
    const { outcome } = await stageAnother(page1(), { gone: DEV, count: '2', name: 'Kit' })
    expect(outcome).toMatchObject(unseen)
  })

  it('takes one more in the call for the person where the list shows who else waits', async () => {
    const alone = await stageAnother(page1(), { gone: DEV, count: '2' })
    expect(alone.outcome.result).toBe('done')
    const both = await stageAnother(page1(), { gone: DEV, count: '3', name: 'Kit' })
    expect(both.outcome.result).toBe('done')
  })

  it('takes count and toast for it where there are more in the call than tiles, whoever takes a tile meanwhile', async () => {
    const toastGoes = { gone: '.fui-Toast', count: '21' }
    const big = call({ count: '20', after: toast('Dev Shah') })
    const { outcome, clicks } = await stageAnother(big, toastGoes)
    expect([clicks, outcome.result]).toEqual([['toastAdmit'], 'done'])
    const spoke = await stageAnother(big, { ...toastGoes, name: 'Kit' })
    expect(spoke.outcome.result).toBe('done')
  })

  it('knows by name who came in by the toast with the list closed', async () => {
    await stageTeams(page, call({ count: '1', after: toast('Dev Shah') }))
    await page.evaluate(
      (html) =>
        document.querySelector('[data-x="toastAdmit"]')?.addEventListener('click', () => {
          document.querySelector('.fui-Toast')?.remove()
          const parsed = new DOMParser().parseFromString(html, 'text/html')
          setTimeout(
            () =>
              document
                .querySelector('[data-tid="only-videos-wrapper"]')
                ?.append(...parsed.body.childNodes),
            100,
          )
        }),
      tile({ name: 'Dev Shah' }),
    )
    const seen = await act(page, command)
    expect([seen.outcome.result, seen.clicks]).toEqual(['done', ['toastAdmit']])
  })

  it('takes nobody for the person who was in the call all along and is only now in sight', async () => {
    const inCall = HOST + row({ n: 2, name: 'Dev Shah' })
    const list = roster(inCall, 2, heading(1, 'Lobby (2)') + waiting(5, 'Dev Shah'))
    const html = call({ after: `<div id="panel" style="display:none">${list}</div>` })
    await stageTeams(page, html, () => {
      document
        .querySelector('[data-x="people"]')
        ?.addEventListener('click', () =>
          document.querySelector<HTMLElement>('#panel')?.style.removeProperty('display'),
        )
    })
    const { outcome, clicks } = await act(page, command)
    expect([outcome.result, clicks]).toEqual(['guided', ['people', 'admit5']])
  })

  it('leaves a warning of Teams to the teacher', async () => {
    await stageTeams(page, page1(), () => {
      document.querySelector('[data-x="admit5"]')?.addEventListener('click', () => {
        const dialog = document.createElement('div')
        dialog.setAttribute('role', 'dialog')
        dialog.setAttribute('data-x', 'warning')
        dialog.textContent = 'This may be a bot'
        const yes = document.createElement('button')
        yes.setAttribute('data-x', 'yes')
        yes.textContent = 'Admit'
        dialog.append(yes)
        document.body.append(dialog)
      })
    })
    const { outcome, clicks, guides } = await act(page, command)
    expect([clicks, guides]).toEqual([['admit5'], [{ step: 'admit', at: 'warning' }]])
    expect(outcome).toMatchObject({ result: 'guided', why: 'siteAsksForConfirmation' })
  })

  it('admits by the toast where it names one, and never by one that names two', async () => {
    await stageTeams(page, call({ after: toast('Dev Shah') + roster(HOST, 1) }), admits)
    const one = await act(page, command)
    expect([one.clicks, one.outcome.result]).toEqual([['toastAdmit'], 'done'])
    await stageTeams(page, call({ after: toast('Dev Shah', 'Stranger') + roster(HOST, 1) }), admits)
    const two = await act(page, command)
    expect([two.clicks, two.outcome.result]).toEqual([[], 'unavailable'])
  })

  it.each([
    ['aria-pressed', 'true'],
    ['data-track-action-outcome', 'hide'],
  ])('leaves the panel that the teacher has just asked for: %s', async (attribute, value) => {
    const html = call({
      after: `${toast('Dev Shah')}<div id="panel" style="display:none">${roster(HOST, 1)}</div>`,
    })
    await stageTeams(page, html, admits)
    await page.evaluate(
      (name, says) => {
        document.querySelector('[data-x="people"]')?.setAttribute(name, says)
        document
          .querySelector('[data-x="toastAdmit"]')
          ?.addEventListener('click', () =>
            document.querySelector<HTMLElement>('#panel')?.style.removeProperty('display'),
          )
      },
      attribute,
      value,
    )
    const { outcome, clicks } = await act(page, command)
    expect([clicks, outcome.result]).toEqual([['toastAdmit'], 'done'])
  })

  it('turns away in the list, and never presses admit for it', async () => {
    await stageTeams(page, page1(), admits)
    const { outcome, clicks } = await act(page, { ...command, kind: 'deny' })
    expect([clicks, outcome.result]).toEqual([['deny5'], 'done'])
  })

  it('puts the chat back that was open before', async () => {
    const html = call({
      after: `<div id="chatPanel">${chat(message('1', 'hi', 'Ola'))}</div><div id="panel" style="display:none">${roster(HOST, 1, waiting(5, 'Dev Shah'))}</div>`,
    })
    await stageTeams(page, html, admits)
    await page.evaluate(() => {
      const show = (open: string, shut: string) => {
        document.querySelector<HTMLElement>(open)?.style.removeProperty('display')
        const other = document.querySelector<HTMLElement>(shut)
        if (other !== null) other.style.display = 'none'
      }
      document
        .querySelector('[data-x="people"]')
        ?.addEventListener('click', () => show('#panel', '#chatPanel'))
      document
        .querySelector('[data-x="chat"]')
        ?.addEventListener('click', () => show('#chatPanel', '#panel'))
    })
    const { outcome, clicks } = await act(page, command)
    expect([clicks, outcome.result]).toEqual([['people', 'admit5', 'chat'], 'done'])
  })
})

describe('the lock', () => {
  const BANNER =
    '<div id="banner" data-tid="callingAlert-locked" style="display:none">This meeting is locked. No one can join.</div>'
  const menu = (item: string) =>
    `<div id="menu" role="menu" style="display:none"><div role="menuitem" data-x="item">${item}</div></div>`
  const DIALOG =
    '<div id="ask" role="dialog" style="display:none"><button data-x="cancel">Cancel</button><button data-x="confirm">Lock</button></div>'
  const newer = (item = 'Lock meeting', controls = 'Controls') =>
    call({
      extra: `<button data-x="controls">${controls}</button>`,
      after: BANNER + menu(item) + DIALOG,
    })
  const older = () =>
    call({
      after:
        people(heading(2, 'In this meeting (1)') + HOST, {
          head: '<button data-tid="more-menu-trigger" data-x="controls">…</button>',
        }) +
        BANNER +
        menu('Lock the meeting') +
        DIALOG,
    })
  /** The menu opens, the item asks back, the answer locks; `data-quiet`: without a banner. */
  const wire = () => {
    const at = (css: string) => document.querySelector<HTMLElement>(css)
    const show = (css: string, on: boolean) => {
      const element = at(css)
      if (element !== null) element.style.display = on ? '' : 'none'
    }
    at('[data-x="controls"]')?.addEventListener('click', () => show('#menu', true))
    at('#menu')?.addEventListener('keydown', () => show('#menu', false))
    at('[data-x="item"]')?.addEventListener('click', () => {
      show('#menu', false)
      show('#ask', true)
    })
    at('[data-x="cancel"]')?.addEventListener('click', () => show('#ask', false))
    at('[data-x="confirm"]')?.addEventListener('click', () => {
      show('#ask', false)
      const item = at('[data-x="item"]')
      const locks = item?.textContent?.startsWith('Lock') === true
      if (item !== null) item.textContent = locks ? 'Unlock' : 'Lock meeting'
      if (document.body.dataset['quiet'] === undefined) show('#banner', locks)
    })
  }

  it.each([
    [
      'Controls',
      newer,
      ['openControls done', 'chooseLock done', 'confirmLock done', 'checkLock done'],
    ],
    [
      'the panel’s menu',
      older,
      [
        'openPeople done',
        'openPanelMenu done',
        'chooseLock done',
        'confirmLock done',
        'checkLock done',
      ],
    ],
  ] as const)(
    'goes by %s up to the question, and is read off the banner once she has answered',
    async (_way, html, steps) => {
      await stageTeams(page, html(), wire)
      const asked = await act(page, { kind: 'lock' })
      expect(asked.clicks).toEqual(['controls', 'item'])
      expect(asked.guides).toEqual([{ step: 'confirmLock', at: 'confirm' }])
      expect(asked.outcome).toMatchObject({ result: 'guided', why: 'siteAsksForConfirmation' })
      expect((await look()).access.state).not.toBe('locked')
      await stageTeams(page, html(), wire)
      const done = await act(page, { kind: 'lock' }, { teacherClicks: ['confirm'] })
      expect([done.clicks, done.outcome.result, said(done.outcome.steps)]).toEqual([
        ['controls', 'item'],
        'done',
        steps,
      ])
      expect((await look()).access).toMatchObject({ state: 'locked', askToJoin: 'off' })
    },
  )

  it('is read off the menu where no banner comes, and is there already the second time', async () => {
    await stageTeams(page, newer(), wire)
    await page.evaluate(() => document.body.setAttribute('data-quiet', ''))
    const { outcome, clicks } = await act(page, { kind: 'lock' }, { teacherClicks: ['confirm'] })
    expect([clicks, outcome.result, outcome.evidence]).toEqual([
      ['controls', 'item', 'controls'],
      'done',
      'Unlock',
    ])
    const again = await act(page, { kind: 'lock' })
    expect([again.clicks, again.outcome.result]).toEqual([['controls'], 'done'])
  })

  it('is not claimed by the name of somebody who waits', async () => {
    const html = newer().replace(
      BANNER,
      '<div role="alert"><span>Waiting in the lobby</span><span>This meeting is locked</span><button>Deny</button><button>Admit</button></div>',
    )
    await stageTeams(page, html, wire)
    const { outcome, clicks } = await act(page, { kind: 'lock' })
    expect([clicks, outcome.result]).toEqual([['controls', 'item'], 'guided'])
  })

  it('is not claimed where she says no', async () => {
    await stageTeams(page, newer(), wire)
    const { outcome } = await act(page, { kind: 'lock' }, { teacherClicks: ['cancel'] })
    expect(outcome.result).not.toBe('done')
    expect((await look()).access.state).not.toBe('locked')
  })

  it('can be opened again by her answer, and is then seen to be open', async () => {
    const html = newer('Unlock meeting').replace('>Lock</button>', '>Unlock</button>')
    await stageTeams(page, html, wire)
    await page.evaluate(() => document.body.setAttribute('data-quiet', ''))
    const { outcome, clicks } = await act(page, { kind: 'unlock' }, { teacherClicks: ['confirm'] })
    // The last opening of the menu only looks: its item is called "Lock meeting" again.
    expect([clicks, outcome.result]).toEqual([['controls', 'item', 'controls'], 'done'])
    expect((await look()).access.state).toBe('trusted')
  })

  it('is led to, step by step, in a language that we guess, and seen by the item that takes its place', async () => {
    const html = newer('Zablokuj spotkanie', 'Sterowanie').replace(
      '>Lock</button>',
      '>Zablokuj</button>',
    )
    await stageTeams(page, html, wire)
    await page.evaluate(() => {
      document.body.setAttribute('data-quiet', '')
      document.querySelector('[data-x="confirm"]')?.addEventListener('click', () => {
        const item = document.querySelector('[data-x="item"]')
        if (item !== null) item.textContent = 'Odblokuj spotkanie'
      })
    })
    const { clicks, guides, outcome } = await act(
      page,
      { kind: 'lock' },
      { teacherClicks: ['controls', 'item', 'confirm'] },
    )
    expect(guides.map(({ at }) => at)).toEqual(['controls', 'item', 'confirm'])
    // Only the look back at the menu is ours.
    expect([clicks.filter((name) => name !== 'people'), outcome.result]).toEqual([
      ['controls'],
      'done',
    ])
    expect((await look()).access.state).toBe('locked')
  })

  it('is pointed at in a language that we guess, and unavailable where there is no way', async () => {
    await stageTeams(page, newer('Zablokuj spotkanie', 'Sterowanie'), wire)
    const guess = await act(page, { kind: 'lock' })
    expect(guess.clicks).not.toContain('item')
    await stageTeams(page, call({ after: roster(HOST, 1) }))
    expect((await act(page, { kind: 'lock' })).outcome).toMatchObject({
      result: 'unavailable',
      why: 'controlNotFound',
    })
  })

  it('is not even looked for by an attendee or a presenter', async () => {
    for (const role of ['Attendee', 'Presenter']) {
      const own = row({ n: 1, name: 'Ms Khan', label: `Ms Khan, ${role}, Muted` })
      await stageTeams(
        page,
        call({
          extra: '<button data-x="controls">Controls</button>',
          after: roster(own, 1) + menu('Lock meeting'),
        }),
        wire,
      )
      const { clicks, outcome } = await act(page, { kind: 'lock' })
      expect([clicks, outcome]).toEqual([[], { result: 'unavailable', steps: [], why: 'notAHost' }])
    }
  })
})

describe('everybody', () => {
  it('is muted with one press, seen on the icons; a question is left to the teacher', async () => {
    const html = call({
      after: people(
        heading(2, 'In this meeting (2)') + HOST + row({ n: 2, name: 'Dev Shah', mic: 'unmuted' }),
        { head: '<button data-x="muteAll">Mute all</button>' },
      ),
    })
    await stageTeams(page, html, () => {
      document
        .querySelector('[data-x="muteAll"]')
        ?.addEventListener('click', () =>
          document
            .querySelector('[data-cid="roster-participant-unmuted"]')
            ?.setAttribute('data-cid', 'roster-participant-muted'),
        )
    })
    const { clicks, outcome } = await act(page, { kind: 'muteAll' })
    expect([clicks, outcome.result, outcome.evidence]).toEqual([['muteAll'], 'done', '1/1'])
    await stageTeams(page, html)
    const dead = await act(page, { kind: 'muteAll' })
    expect([dead.clicks, dead.guides, dead.outcome.result]).toEqual([
      ['muteAll'],
      [{ step: 'muteAll', at: 'muteAll' }],
      'guided',
    ])
  })

  const OPTIONS = `<div id="menu" role="menu" data-tid="callingButtons-showMoreBtn-menu" style="display:none"><div role="menuitem" data-x="settings">Settings</div></div>
    <div id="sub" role="menu" style="display:none"><div role="menuitem" data-x="options">Meeting options</div></div>
    <div id="panel" role="dialog" style="display:none"><button data-x="audio">Audio &amp; video</button>
    <div id="section" style="display:none"><div><span>Allow mic for attendees</span><button role="switch" aria-checked="true" data-x="mics">.</button></div>
    <div><span>Allow camera for attendees</span><button role="switch" aria-checked="true" data-x="cameras">.</button></div></div><button data-x="save">Save</button></div>`
  const wire = () => {
    const opens = (name: string, css: string) =>
      document
        .querySelector(`[data-x="${name}"]`)
        ?.addEventListener('click', () =>
          document.querySelector<HTMLElement>(css)?.style.removeProperty('display'),
        )
    opens('more', '#menu')
    opens('settings', '#sub')
    opens('options', '#panel')
    opens('audio', '#section')
    for (const toggle of document.querySelectorAll('[role="switch"]'))
      toggle.addEventListener('click', () =>
        toggle.setAttribute('aria-checked', String(toggle.getAttribute('aria-checked') !== 'true')),
      )
    document
      .querySelector('[data-x="save"]')
      ?.addEventListener('click', () =>
        document.querySelector('[data-x="save"]')?.setAttribute('disabled', ''),
      )
  }

  it('has the camera switched off in the meeting options, that one switch and no other', async () => {
    await stageTeams(page, call({ after: roster(HOST, 1) + OPTIONS }), wire)
    const { clicks, outcome } = await act(page, { kind: 'camerasOffForAll' })
    expect(clicks).toEqual(['more', 'settings', 'options', 'audio', 'cameras', 'save'])
    expect(outcome.result).toBe('done')
  })

  /** The older menu of the panel, which a press of its item leaves open. */
  const panelMenu = (rows = HOST, tiles = myself()) =>
    call({
      tiles,
      after:
        people(heading(2, 'In this meeting (1)') + rows, {
          head: '<button data-tid="more-menu-trigger" data-x="dots">…</button>',
        }) +
        '<div id="menu" role="menu" style="display:none"><div role="menuitem" data-x="item">Disable camera for attendees</div></div>',
    })
  const wirePanelMenu = () => {
    const menu = document.querySelector<HTMLElement>('#menu')
    const item = document.querySelector('[data-x="item"]')
    document
      .querySelector('[data-x="dots"]')
      ?.addEventListener('click', () => menu?.style.removeProperty('display'))
    menu?.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') menu.style.display = 'none'
    })
    item?.addEventListener('click', () => {
      if (document.body.dataset['dead'] === undefined)
        item.textContent = 'Allow camera for attendees'
    })
  }
  const menuIsOpen = () =>
    page.evaluate(() => document.querySelector('#menu')?.checkVisibility() === true)

  it('has the camera switched off by the older menu of the panel', async () => {
    await stageTeams(page, panelMenu(), wirePanelMenu)
    const { clicks, outcome } = await act(page, { kind: 'camerasOffForAll' })
    expect([clicks, outcome.result]).toEqual([['dots', 'item'], 'done'])
    expect(await menuIsOpen()).toBe(false)
  })

  it('is not called off because all cameras in sight are off already', async () => {
    const rows = HOST + row({ n: 2, name: 'Dev Shah' }) + row({ n: 3, name: 'Ola' })
    const html = panelMenu(rows, myself() + tile({ name: 'Dev Shah' }))
    await stageTeams(page, html, wirePanelMenu)
    const { clicks, outcome } = await act(page, { kind: 'camerasOffForAll' })
    expect([clicks, outcome.result]).toEqual([['dots', 'item'], 'done'])
    expect(await menuIsOpen()).toBe(false)
    await stageTeams(page, html, wirePanelMenu)
    await page.evaluate(() => document.body.setAttribute('data-dead', ''))
    const dead = await act(page, { kind: 'camerasOffForAll' })
    expect([dead.clicks, dead.outcome.result, dead.outcome.why]).toEqual([
      ['dots', 'item'],
      'guided',
      'notSeenAfterwards',
    ])
  })

  it('is led to the chat’s choice, which stays hers', async () => {
    await stageTeams(page, call({ after: roster(HOST, 1) + OPTIONS }), wire)
    const { clicks, outcome, guides } = await act(page, { kind: 'chatOff' })
    expect(clicks).toEqual(['more', 'settings', 'options'])
    expect([outcome.result, guides.at(-1)?.step]).toEqual(['guided', 'chatOption'])
  })
})

describe('ending for everyone', () => {
  const MENU =
    '<div id="menu" role="menu" style="display:none"><button role="menuitem" data-tid="hangup-leave-call-btn" data-x="leave">Leave</button><button role="menuitem" data-tid="hangup-end-meeting-btn" data-x="end">End meeting</button></div><div id="ask" role="dialog" style="display:none"><button data-x="no">Cancel</button><button data-tid="endCallConfirmationBtn" data-x="confirm">End</button></div>'
  const wire = () => {
    const opens = (name: string, css: string) =>
      document
        .querySelector(`[data-x="${name}"]`)
        ?.addEventListener('click', () =>
          document.querySelector<HTMLElement>(css)?.style.removeProperty('display'),
        )
    opens('hangupMore', '#menu')
    opens('end', '#ask')
    document.querySelector('[data-x="confirm"]')?.addEventListener('click', () => {
      const title = document.createElement('h1')
      title.setAttribute('data-tid', 'rejoin-title')
      title.textContent = 'The meeting has ended'
      document.body.replaceChildren(title)
    })
  }

  it('opens the question and leaves the answer to the teacher; Leave is never pressed', async () => {
    await stageTeams(page, call({ after: MENU }), wire)
    const { clicks, guides, outcome } = await act(page, { kind: 'endForAll' })
    expect([clicks, guides]).toEqual([
      ['hangupMore', 'end'],
      [{ step: 'confirmEnd', at: 'confirm' }],
    ])
    expect(outcome).toMatchObject({ result: 'guided', why: 'siteAsksForConfirmation' })
    await stageTeams(page, call({ after: MENU }), wire)
    const ended = await act(page, { kind: 'endForAll' }, { teacherClicks: ['confirm'] })
    expect([ended.clicks, ended.outcome.result]).toEqual([['hangupMore', 'end'], 'done'])
  })

  it('presses on past a card that stood there before, which is no question', async () => {
    const card = '<div role="dialog" data-x="card">New here? <button>Got it</button></div>'
    await stageTeams(page, call({ after: MENU + card }), wire)
    const { clicks, guides } = await act(page, { kind: 'endForAll' })
    expect([clicks, guides]).toEqual([
      ['hangupMore', 'end'],
      [{ step: 'confirmEnd', at: 'confirm' }],
    ])
  })

  it('leaves nobody alone where only leaving is offered', async () => {
    await stageTeams(
      page,
      call({
        after: MENU.replace(/<button role="menuitem" data-tid="hangup-end.*?<\/button>/, ''),
      }),
      wire,
    )
    const { clicks, outcome } = await act(page, { kind: 'endForAll' })
    expect([clicks, outcome.result, outcome.why]).toEqual([
      ['hangupMore'],
      'unavailable',
      'notAHost',
    ])
  })
})

describe('a page that goes away', () => {
  it('ends a command without a call, off the stage, and when the script is stood down', async () => {
    await stageTeams(page, bare('<div data-tid="calling-lobby-screen">x</div>'))
    expect((await act(page, { kind: 'lock' })).outcome).toEqual({
      result: 'unavailable',
      steps: [],
      why: 'pageGone',
    })
    await stageTeams(
      page,
      bare(
        '<div data-tid="floating-call-monitor">x<button id="hangup-button" data-x="hangup">x</button></div>',
      ),
    )
    const off = await act(page, { kind: 'muteAll' })
    expect([off.clicks, off.outcome.why]).toEqual([[], 'controlNotFound'])
    await stageTeams(page, call())
    const down = await act(page, { kind: 'openPeople' }, { standDownAfter: 1 })
    expect(down.outcome).toMatchObject({ result: 'unavailable', why: 'pageGone' })
    expect(mri(2)).toMatch(/^8:orgid:/)
  })
})
