import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Observation } from '../../lib/meeting/index.ts'
import { act, stageOf } from './support/actPage.ts'
import { bundlePlatforms, launchBrowser, MEET_URL, openMeetPage } from './support/adapterPage.ts'
import {
  badge,
  bar,
  bare,
  call,
  device,
  knock,
  list,
  panel,
  row,
  tile,
} from './support/meetHtml.ts'

// Acting on Meet: on pages whose controls work, are missing, switched off, renamed, or do nothing when they are pressed.
// `data-x` names an element for the log of clicks. Every test also says what was NOT pressed.
let browser: Browser
let page: Page

beforeAll(async () => {
  const code = await bundlePlatforms()
  browser = await launchBrowser()
  page = await openMeetPage(browser, code, bare(''))
}, 60_000)
afterAll(() => browser.close())

const look = async () => {
  const json = await page.evaluate<[string], (at: string) => string>(
    (at) => JSON.stringify(eval('adapter').read(document, new URL(at))),
    MEET_URL,
  )
  return JSON.parse(json) as Observation
}

const you = tile({ n: 1, name: 'Ms Khan', self: true })
const nameIt = (html: string, css: string, name: string) =>
  html.replace(css, `data-x="${name}" ${css}`)

/** A card of Meet's own that asks nothing, at the end of the page. */
const CARD =
  '<div role="dialog" style="position:fixed;right:0;bottom:0"><button data-x="card" data-mdc-dialog-action="ok">Got it</button></div>'

describe('lock', () => {
  interface HostPage {
    readonly level?: number
    readonly ask?: boolean
    readonly words?: readonly string[]
    readonly askWords?: string
    readonly lang?: string
    readonly attributes?: string
    readonly management?: boolean
    readonly labels?: readonly string[]
  }
  const LABELS = [
    'This call is open to anyone',
    'Trusted people can join',
    'Only invited people can join',
  ]

  const hostPage = ({
    level = 0,
    ask = true,
    words = ['Open', 'Trusted', 'Restricted'],
    askWords = 'Anyone with the meeting link can ask to join',
    lang = 'en',
    attributes = '',
    management = true,
    labels = LABELS,
  }: HostPage = {}) => {
    const choices = words.map(
      (word, at) =>
        `<div><input data-x="level${at}" jsname="YPqjbf" type="radio" name="access" value="${at}" ${at === level ? 'checked' : ''} ${attributes}><span>${word}</span></div>`,
    )
    const content = `<button data-x="management" jsname="DMn7nd" role="switch" aria-checked="${management}" aria-label="Host management">.</button>
      <button data-x="video" jsname="DMn7nd" role="switch" aria-checked="true" aria-label="Let contributors turn on their video">.</button>
      ${choices.join('')}<div id="ask" ${level === 1 ? '' : 'style="display:none"'}><input data-x="ask" type="checkbox" ${ask ? 'checked' : ''} ${attributes}><span>${askWords}</span></div>`
    const after = panel(16, content, 'style="display:none"').replace(
      'aria-label="Close"',
      'data-x="close" aria-label="Close"',
    )
    const html = call({ tiles: you, count: 1, lang, before: badge(labels[level] ?? ''), after })
    return nameIt(html, 'jsname="A5il2e" data-panel-id="16"', 'hostControls').replace(
      '<body>',
      `<body data-labels='${JSON.stringify(labels)}'>`,
    )
  }

  /** Panel opens and closes, the box shows beside "Trusted" only, the badge follows a little later. */
  const working = () => {
    const aside = document.querySelector<HTMLElement>('aside')
    const labels = JSON.parse(document.body.dataset['labels'] ?? '[]') as string[]
    const needsTrust = document.body.dataset['trust'] !== undefined
    document.querySelector('[data-x="hostControls"]')?.addEventListener('click', () => {
      if (aside !== null) aside.style.display = aside.style.display === 'none' ? '' : 'none'
    })
    document.querySelector('[data-x="close"]')?.addEventListener('click', () => {
      if (document.body.dataset['keep'] === undefined) aside?.remove()
      else if (aside !== null) aside.style.display = 'none'
    })
    for (const input of document.querySelectorAll('input')) {
      input.addEventListener('click', (event) => {
        if (needsTrust && !input.hasAttribute('data-trusted')) event.preventDefault()
      })
      input.addEventListener('change', () => {
        if (input.type !== 'radio') return
        const box = document.querySelector<HTMLElement>('#ask')
        if (box !== null) box.style.display = input.value === '1' ? '' : 'none'
        setTimeout(() => {
          document
            .querySelector('[jsname="kNx9ke"]')
            ?.setAttribute('aria-label', labels[Number(input.value)] ?? '')
        }, 60)
      })
    }
    for (const toggle of document.querySelectorAll('[role="switch"]')) {
      toggle.addEventListener('click', () => {
        const on = toggle.getAttribute('aria-checked') !== 'true'
        toggle.setAttribute('aria-checked', String(on))
        if (toggle.getAttribute('data-x') === 'management') {
          for (const input of document.querySelectorAll('input')) input.disabled = !on
        }
      })
    }
  }

  it('goes from open over trusted to restricted, puts the panel back and reads it off the badge', async () => {
    await stageOf(page, hostPage(), working)
    const { outcome, clicks, guides, outlined } = await act(page, { kind: 'lock' })
    expect(clicks).toEqual(['hostControls', 'level1', 'ask', 'level2', 'close'])
    expect(outcome).toEqual({
      result: 'done',
      steps: [
        'openHostControls',
        'accessTrusted',
        'askToJoinOff',
        'accessRestricted',
        'putPanelBack',
        'checkAccess',
      ].map((step) => ({ step, result: 'done' })),
      evidence: 'Only invited people can join',
    })
    expect([guides, outlined]).toEqual([[], false])
    // The panel is gone from the page, and nobody ever told us these words: they were learnt.
    const { access, health } = await look()
    expect(access).toEqual({
      state: 'restricted',
      askToJoin: 'off',
      seenAt: 'badge',
      label: 'Only invited people can join',
    })
    expect(health.lock).toEqual({ level: 'complete' })
  })

  it('can be undone: the door stands as it did before', async () => {
    await stageOf(page, hostPage(), () => document.body.setAttribute('data-keep', ''))
    await page.evaluate(working)
    await act(page, { kind: 'lock' })
    const { outcome, clicks } = await act(page, { kind: 'unlock' })
    expect(outcome.result).toBe('done')
    expect(clicks).toEqual(['hostControls', 'level0', 'close'])
    expect((await look()).access.state).toBe('open')
  })

  it('opens the door no wider than it was: a box that was off stays off', async () => {
    await stageOf(page, hostPage({ level: 1, ask: false }), () =>
      document.body.setAttribute('data-keep', ''),
    )
    await page.evaluate(working)
    expect((await act(page, { kind: 'lock' })).clicks).toEqual(['hostControls', 'level2', 'close'])
    const back = await act(page, { kind: 'unlock' })
    expect([back.clicks, back.outcome.result]).toEqual([
      ['hostControls', 'level1', 'close'],
      'done',
    ])
    expect((await look()).access).toMatchObject({ state: 'trusted', askToJoin: 'off' })
  })

  it('opens the door as it was before the last lock, and switches asking on again only where we switched it off', async () => {
    await stageOf(page, hostPage(), () => document.body.setAttribute('data-keep', ''))
    await page.evaluate(working)
    await act(page, { kind: 'lock' })
    // By the teacher's own hand, with the panel closed again.
    await page.evaluate(() => {
      for (const name of ['level1', 'ask'])
        document.querySelector<HTMLElement>(`[data-x="${name}"]`)?.click()
    })
    await act(page, { kind: 'lock' })
    const back = await act(page, { kind: 'unlock' })
    expect(back.clicks).toEqual(['hostControls', 'level1', 'ask', 'close'])
    expect((await look()).access).toMatchObject({ state: 'trusted', askToJoin: 'on' })
  })

  it('still knows how the door was when a shut one is locked once more', async () => {
    await stageOf(page, hostPage({ level: 1 }), () => document.body.setAttribute('data-keep', ''))
    await page.evaluate(working)
    await act(page, { kind: 'lock' })
    await act(page, { kind: 'lock' })
    const back = await act(page, { kind: 'unlock' })
    expect(back.clicks).toEqual(['hostControls', 'level1', 'ask', 'close'])
  })

  it('undoes what it did of a lock that the teacher finished by hand', async () => {
    await stageOf(page, hostPage({ level: 1 }), () => document.body.setAttribute('data-keep', ''))
    await page.evaluate(working)
    // The last choice does not follow our press.
    const stuck = await page.evaluateHandle(() => {
      const closing = document.querySelector<HTMLInputElement>('[data-x="level2"]')
      const refuse = (event: Event) => {
        event.preventDefault()
      }
      closing?.addEventListener('click', refuse)
      return () => closing?.removeEventListener('click', refuse)
    })
    expect((await act(page, { kind: 'lock' })).outcome.result).toBe('guided')
    await page.evaluate((free) => {
      free()
      document.querySelector<HTMLElement>('[data-x="level2"]')?.click()
    }, stuck)
    expect((await act(page, { kind: 'unlock' })).clicks).toEqual(['level1', 'ask'])
  })

  it('leaves asking alone where nobody saw it before the lock', async () => {
    await stageOf(page, hostPage({ level: 2, ask: false }), working)
    const back = await act(page, { kind: 'unlock' })
    expect([back.clicks, back.outcome.result]).toEqual([
      ['hostControls', 'level1', 'close'],
      'done',
    ])
  })

  it('takes nothing of the door of one call over into the next', async () => {
    const goTo = (path: string) =>
      page.evaluate((to) => {
        history.replaceState(null, '', to)
      }, path)
    await stageOf(page, hostPage(), working)
    expect((await act(page, { kind: 'lock' })).outcome.result).toBe('done')
    try {
      // The next lesson's door was shut by hand, and whether strangers may ask there nobody has seen.
      await goTo('/xyz-uvwx-rst')
      const next = hostPage({ level: 2 }).replace(/<div id="ask".*?<\/div>/s, '')
      await stageOf(page, next, working, true)
      const shut = await act(page, { kind: 'lock' })
      expect(shut.outcome).toMatchObject({ result: 'guided', why: 'notSeenAfterwards' })
      // It is opened to "Trusted", which lets fewer in than what the other call had.
      await stageOf(page, next, working, true)
      expect((await act(page, { kind: 'unlock' })).clicks).toEqual([
        'hostControls',
        'level1',
        'close',
      ])
    } finally {
      await goTo(new URL(MEET_URL).pathname)
    }
  })

  it('presses nothing where the door is shut already', async () => {
    await stageOf(page, hostPage({ level: 2, ask: false }), working)
    const { outcome, clicks } = await act(page, { kind: 'lock' })
    expect(clicks).toEqual(['hostControls', 'close'])
    expect(outcome.result).toBe('done')
  })

  it('does not call it a lock while people may still ask to come in', async () => {
    await stageOf(page, hostPage({ level: 2, ask: true }), working)
    const { outcome, clicks } = await act(page, { kind: 'lock' })
    expect(clicks).toEqual(['hostControls', 'close'])
    expect(outcome).toMatchObject({ result: 'guided', why: 'notSeenAfterwards' })
  })

  it('touches nothing when the one choice that matters is missing or has another name', async () => {
    await stageOf(page, hostPage({ words: ['Open', 'Trusted', 'Sealed'] }), working)
    const { outcome, clicks } = await act(page, { kind: 'lock' })
    expect(clicks).toEqual(['hostControls'])
    expect(outcome).toMatchObject({ result: 'unavailable', why: 'controlNotFound' })
    expect(outcome.steps.at(-1)).toEqual({ step: 'accessRestricted', result: 'unavailable' })
  })

  it('leaves switching host management on to the teacher, then goes on', async () => {
    await stageOf(page, hostPage({ management: false, attributes: 'disabled' }), working)
    const { outcome, clicks, guides } = await act(
      page,
      { kind: 'lock' },
      { teacherClicks: ['management'] },
    )
    expect(guides).toEqual([{ step: 'hostManagementOn', at: 'management' }])
    expect(clicks).not.toContain('management')
    expect(outcome.result).toBe('done')
    expect((await look()).access.state).toBe('restricted')
  })

  it('says that a choice is switched off when nobody switches host management on', async () => {
    await stageOf(page, hostPage({ management: false, attributes: 'disabled' }), working)
    const { outcome, clicks } = await act(page, { kind: 'lock' })
    expect(clicks).toEqual(['hostControls'])
    expect(outcome.result).toBe('guided')
    expect(outcome.steps).toContainEqual({ step: 'accessRestricted', result: 'unavailable' })
    expect((await look()).access.state).toBe('open')
  })

  it('points at the real control when a press has no effect, and sees the teacher do it', async () => {
    await stageOf(page, hostPage({ level: 1, ask: false }), () =>
      document.body.setAttribute('data-trust', ''),
    )
    await page.evaluate(working)
    const { outcome, clicks, guides } = await act(
      page,
      { kind: 'lock' },
      { teacherClicks: ['level2'] },
    )
    expect(guides).toEqual([{ step: 'accessRestricted', at: 'level2' }])
    expect(clicks.filter((name) => name === 'level2')).toHaveLength(1)
    expect(outcome.result).toBe('done')
  })

  it('is guided, with the outline left standing, when nobody does it', async () => {
    await stageOf(page, hostPage({ level: 1, ask: false }), () =>
      document.body.setAttribute('data-trust', ''),
    )
    await page.evaluate(working)
    const { outcome, clicks, outlined } = await act(page, { kind: 'lock' })
    expect(outcome).toMatchObject({ result: 'guided', why: 'notSeenAfterwards' })
    expect(outlined).toBe(true)
    expect(new Set(clicks).size).toBe(clicks.length)
    expect(clicks).not.toContain('close')
  })

  it('acts in a language by guessed words only where they stand in their places', async () => {
    const words = ['Otwarty', 'Zaufany', 'Ograniczony']
    const askWords = 'Każdy, kto ma link do spotkania, może poprosić o dołączenie'
    const labels = ['Otwarte dla wszystkich', 'Zaufani', 'Tylko zaproszeni']
    await stageOf(page, hostPage({ lang: 'pl', level: 1, words, askWords, labels }), working)
    const { outcome, clicks, guides } = await act(
      page,
      { kind: 'lock' },
      { teacherClicks: ['ask'] },
    )
    // Three choices in their known order are two signs. The box has its guessed wording alone: the teacher is asked.
    expect(clicks).toEqual(['hostControls', 'level2', 'close'])
    expect(guides).toEqual([{ step: 'askToJoinOff', at: 'ask' }])
    expect(outcome).toMatchObject({ result: 'done', evidence: 'Tylko zaproszeni' })
    expect((await look()).access).toMatchObject({ state: 'restricted', askToJoin: 'off' })
    expect((await look()).health.lock).toEqual({ level: 'complete' })

    await stageOf(
      page,
      hostPage({
        lang: 'pl',
        level: 0,
        words: ['Ograniczony', 'Zaufany', 'Otwarty'],
        askWords,
        labels,
      }),
      working,
    )
    const turned = await act(page, { kind: 'lock' })
    expect(turned.clicks).toEqual(['hostControls'])
    expect(turned.outcome.result).toBe('guided')
  })

  it('does not call it done while the badge still says that the call is open', async () => {
    await stageOf(
      page,
      hostPage({ level: 0, labels: [LABELS[0] ?? '', LABELS[0] ?? '', LABELS[0] ?? ''] }),
      working,
    )
    expect((await act(page, { kind: 'lock' })).outcome).toMatchObject({
      result: 'guided',
      why: 'notSeenAfterwards',
    })
  })

  it('is not for guests', async () => {
    await stageOf(page, call({ tiles: you, count: 1, bar: bar({ host: false }) }))
    expect((await act(page, { kind: 'lock' })).outcome).toMatchObject({
      result: 'unavailable',
      why: 'notAHost',
    })
  })

  it('says so when the host controls do not open', async () => {
    await stageOf(page, call({ tiles: you, count: 1 }))
    const { outcome, clicks } = await act(page, { kind: 'lock' })
    expect(outcome.result).toBe('guided')
    expect(clicks).toHaveLength(1)
  })

  it('ends when the script is stood down', async () => {
    await stageOf(page, hostPage())
    const { outcome } = await act(page, { kind: 'lock' }, { standDownAfter: 1 })
    expect(outcome).toMatchObject({ result: 'unavailable', why: 'pageGone' })
  })

  it('switches the video lock on and reads it back', async () => {
    await stageOf(page, hostPage(), working)
    const { outcome, clicks } = await act(page, { kind: 'camerasOffForAll' })
    expect(clicks).toEqual(['hostControls', 'video', 'close'])
    expect(outcome.result).toBe('done')
    await stageOf(
      page,
      hostPage().replace('Let contributors turn on their video', 'Cameras'),
      working,
    )
    expect((await act(page, { kind: 'camerasOffForAll' })).outcome).toMatchObject({
      result: 'unavailable',
      why: 'controlNotFound',
    })
  })
})

describe('waiting room', () => {
  const deny = '<button data-x="deny">Deny entry</button>'
  const waiting = (name: string) =>
    nameIt(
      call({
        tiles: you,
        count: 1,
        after: panel(
          1,
          `<div id="lobby">${knock(name, `Admit ${name}`, deny)}</div>${list(row({ n: 1, name: 'Ms Khan' }), 'id="roster"')}`,
        ),
      }),
      'jsname="OYykWd"',
      'admit',
    )
  const command = { kind: 'admit', key: 'Dev Shah#0', name: 'Dev Shah' } as const

  it('admits and waits until the person is in the call', async () => {
    await stageOf(page, waiting('Dev Shah'), () => {
      document.querySelector('[data-x="admit"]')?.addEventListener('click', (event) => {
        const admitted = (event.target as Element).closest('[role="listitem"]')
        setTimeout(() => {
          const item = document.createElement('div')
          item.setAttribute('role', 'listitem')
          item.setAttribute('data-participant-id', 'spaces/testSpace/devices/5')
          item.setAttribute('aria-label', 'Dev Shah')
          document.querySelector('#roster')?.append(item)
          admitted?.remove()
        }, 80)
      })
    })
    const { outcome, clicks } = await act(page, command)
    expect(clicks).toEqual(['admit'])
    expect(outcome).toEqual({
      result: 'done',
      steps: [{ step: 'admit', result: 'done' }],
      evidence: 'Dev Shah',
    })
  })

  it('does not call a row that only vanishes "admitted"', async () => {
    await stageOf(page, waiting('Dev Shah'), () => {
      document
        .querySelector('[data-x="admit"]')
        ?.addEventListener('click', () => document.querySelector('#lobby')?.remove())
    })
    expect((await act(page, command)).outcome).toMatchObject({
      result: 'guided',
      why: 'notSeenAfterwards',
    })
  })

  it('does not admit somebody else who has taken the place', async () => {
    await stageOf(page, waiting('iPad'))
    const { outcome, clicks } = await act(page, { ...command, key: 'iPad#0' })
    expect(outcome).toMatchObject({ result: 'unavailable', why: 'personGone' })
    expect(clicks).toEqual([])
  })

  it('points at the button when pressing it does nothing', async () => {
    await stageOf(page, waiting('Dev Shah'))
    const { clicks, guides, outlined } = await act(page, command)
    expect([clicks, guides, outlined]).toEqual([['admit'], [{ step: 'admit', at: 'admit' }], true])
  })

  /** Two wait, and the site gives the first row to the second as soon as the first has been answered. */
  const nextInRow = () => {
    const [first, second] = document.querySelectorAll('#lobby [role="listitem"]')
    first?.addEventListener('click', () => {
      const [name, admit] = [first.querySelector('span'), first.querySelector('button')]
      if (name !== null) name.textContent = 'Kit'
      admit?.setAttribute('aria-label', 'Admit Kit')
      second?.remove()
    })
  }
  const two = waiting('Dev Shah').replace(
    '</div><div role="region"',
    `${knock('Kit', 'Admit Kit', deny)}</div><div role="region"`,
  )

  it("points at nobody's button where the row has become that of the next", async () => {
    await stageOf(page, two, nextInRow)
    const { outcome, clicks, guides, outlined } = await act(page, command)
    expect([clicks, guides, outlined]).toEqual([['admit'], [], false])
    expect(outcome).toMatchObject({ result: 'guided', why: 'notSeenAfterwards' })
  })

  it('waits for somebody slow whose row has become that of the next', async () => {
    await stageOf(page, two, nextInRow)
    await page.evaluate(() => {
      document.querySelector('[data-x="admit"]')?.addEventListener('click', () => {
        const item = document.createElement('div')
        item.setAttribute('role', 'listitem')
        item.setAttribute('data-participant-id', 'spaces/testSpace/devices/5')
        item.setAttribute('aria-label', 'Dev Shah')
        // Later than a press shows its effect.
        setTimeout(() => document.querySelector('#roster')?.append(item), 500)
      })
    })
    const { outcome, clicks, guides } = await act(page, command)
    expect([outcome.result, clicks, guides]).toEqual(['done', ['admit'], []])
  })

  it('sees that somebody was turned away whose row has become that of the next', async () => {
    await stageOf(page, two, nextInRow)
    const { outcome, clicks, guides } = await act(page, { ...command, kind: 'deny' })
    expect([outcome.result, clicks, guides]).toEqual(['done', ['deny'], []])
    // Nobody is turned away by a row that changes hands: with as many waiting as before nothing is seen and nothing pointed at.
    await stageOf(page, waiting('Dev Shah'), nextInRow)
    const unseen = await act(page, { ...command, kind: 'deny' })
    expect([unseen.outcome.result, unseen.clicks, unseen.guides]).toEqual(['guided', ['deny'], []])
  })

  it('does not call it "admitted" when somebody else comes in and the row is drawn anew', async () => {
    await stageOf(page, waiting('Dev Shah'), () => {
      document.querySelector('[data-x="admit"]')?.addEventListener('click', () => {
        document.querySelector('[data-avatar-count]')?.setAttribute('data-avatar-count', '2')
        const row = document.querySelector('#lobby [role="listitem"]')
        row?.replaceWith(row.cloneNode(true))
      })
    })
    const { outcome, guides } = await act(page, command)
    expect(outcome).toMatchObject({ result: 'guided', why: 'notSeenAfterwards' })
    expect(guides).toEqual([{ step: 'admit', at: 'admit' }])
  })

  const foldsAway = () => {
    document
      .querySelector('[data-x="admit"], [data-x="deny"]')
      ?.parentElement?.addEventListener('click', () => {
        if (document.body.dataset['comes'] !== undefined)
          document.querySelector('[data-avatar-count]')?.setAttribute('data-avatar-count', '2')
        const heading = document.createElement('button')
        heading.setAttribute('aria-expanded', 'false')
        heading.textContent = 'Waiting to join'
        document.querySelector('#lobby')?.replaceChildren(heading)
      })
  }

  it('does not call it "admitted" when somebody else comes in and the section folds away', async () => {
    await stageOf(page, waiting('Dev Shah').replace('<body>', '<body data-comes>'), foldsAway)
    expect((await act(page, command)).outcome).toMatchObject({
      result: 'guided',
      why: 'notSeenAfterwards',
    })
  })

  it('does not call it "admitted" when the count is explained by somebody else who came', async () => {
    await stageOf(page, waiting('Dev Shah'), () => {
      document.querySelector('[data-x="admit"]')?.addEventListener('click', () => {
        document.querySelector('[data-avatar-count]')?.setAttribute('data-avatar-count', '2')
        const item = document.createElement('div')
        item.setAttribute('role', 'listitem')
        item.setAttribute('data-participant-id', 'spaces/testSpace/devices/5')
        item.setAttribute('aria-label', 'Kit')
        document.querySelector('#roster')?.append(item)
        document.querySelector('#lobby')?.replaceChildren()
      })
    })
    expect((await act(page, command)).outcome).toMatchObject({
      result: 'guided',
      why: 'notSeenAfterwards',
    })
  })

  it('takes one more in the call for the person where the list shows that nobody waits', async () => {
    await stageOf(page, waiting('Dev Shah'), () => {
      document.querySelector('[data-x="admit"]')?.addEventListener('click', () => {
        document.querySelector('[data-avatar-count]')?.setAttribute('data-avatar-count', '2')
        document.querySelector('#lobby')?.replaceChildren()
      })
    })
    expect((await act(page, command)).outcome.result).toBe('done')
  })

  it('takes nobody for the person who was in the call all along and is only now in sight', async () => {
    const folded = waiting('Dev Shah').replace('<aside', '<aside style="display:none"')
    const pill = '<button data-x="pill">Admit 1 guest</button>'
    await stageOf(page, folded.replace('<main>', `${pill}<main>`), () => {
      document.querySelector('[data-x="pill"]')?.addEventListener('click', () => {
        document.querySelector('aside')?.removeAttribute('style')
        // Another of that name, without a tile: the list is built when it is opened.
        const item = document.createElement('div')
        item.setAttribute('role', 'listitem')
        item.setAttribute('data-participant-id', 'spaces/testSpace/devices/5')
        item.setAttribute('aria-label', 'Dev Shah')
        document.querySelector('#roster')?.append(item)
      })
    })
    const { outcome, clicks } = await act(page, command)
    expect([outcome.result, clicks]).toEqual(['guided', ['pill', 'admit']])
  })

  it('does not call it "turned away" when the section folds away by itself', async () => {
    await stageOf(page, waiting('Dev Shah'), foldsAway)
    const { outcome, clicks } = await act(page, { ...command, kind: 'deny' })
    expect(clicks).toEqual(['deny'])
    expect(outcome).toMatchObject({ result: 'guided', why: 'notSeenAfterwards' })
  })

  it('nor when another section was folded before', async () => {
    const risky = '<button aria-expanded="false">With potential risks</button>'
    await stageOf(page, waiting('Dev Shah').replace('<div id="lobby"', `${risky}$&`), foldsAway)
    expect(await page.$$('aside #lobby')).toHaveLength(1)
    expect(await page.$$('aside [aria-expanded="false"]')).toHaveLength(1)
    const { outcome, clicks } = await act(page, { ...command, kind: 'deny' })
    expect(clicks).toEqual(['deny'])
    expect(outcome).toMatchObject({ result: 'guided', why: 'notSeenAfterwards' })
  })

  it('only points where letting in is a choice of the menu, and turns away by the button', async () => {
    const risky = `<div role="list" aria-label="With potential risks">${row({ n: 9, name: 'Dev Shah', buttons: deny })}</div>`
    const html = nameIt(
      call({ tiles: you, count: 1, after: panel(1, risky + list(row({ n: 1, name: 'Ms Khan' }))) }),
      'jsname="YEvVxd"',
      'menu',
    )
    await stageOf(page, html)
    const asked = await act(page, command)
    expect([asked.outcome.result, asked.clicks, asked.guides]).toEqual([
      'guided',
      [],
      [{ step: 'admit', at: 'menu' }],
    ])
    await stageOf(page, html, () => {
      const button = document.querySelector('[data-x="deny"]')
      button?.addEventListener('click', () => button.closest('[role="listitem"]')?.remove())
    })
    const away = await act(page, { ...command, kind: 'deny' })
    expect([away.outcome.result, away.clicks]).toEqual(['done', ['deny']])
  })

  it('opens the panel and unfolds the section that folds away by itself', async () => {
    const folded = `<aside style="display:none"><div jsname="b0t70b" data-panel-id="1"><button data-x="fold" aria-expanded="false">Waiting to join</button>
      <div id="lobby" style="display:none">${knock('Dev Shah').replace('jsname="OYykWd"', 'data-x="admit" jsname="OYykWd"')}</div>
      ${list(row({ n: 1, name: 'Ms Khan' }), 'id="roster"')}</div></aside>`
    const pill = '<button data-x="pill">Admit 1 guest</button>'
    await stageOf(page, call({ tiles: you, count: 1, before: pill, after: folded }), () => {
      const shows = (css: string, what: string) =>
        document
          .querySelector(css)
          ?.addEventListener('click', () =>
            document.querySelector<HTMLElement>(what)?.style.removeProperty('display'),
          )
      shows('[data-x="pill"]', 'aside')
      shows('[data-x="fold"]', '#lobby')
      document.querySelector('[data-x="admit"]')?.addEventListener('click', () => {
        const item = document.createElement('div')
        item.setAttribute('role', 'listitem')
        item.setAttribute('data-participant-id', 'spaces/testSpace/devices/5')
        item.setAttribute('aria-label', 'Dev Shah')
        document.querySelector('#lobby')?.remove()
        // Somebody who was let in takes a while to arrive.
        setTimeout(() => document.querySelector('#roster')?.append(item), 500)
      })
    })
    const { outcome, clicks, guides } = await act(page, command)
    expect(clicks).toEqual(['pill', 'fold', 'admit'])
    expect(guides).toEqual([])
    expect(outcome.steps.map(({ step, result }) => `${step} ${result}`)).toEqual([
      'openPeople done',
      'unfoldWaiting done',
      'admit done',
    ])
  })

  it('turns away, and never presses admit for it', async () => {
    await stageOf(page, waiting('Dev Shah'), () => {
      const button = document.querySelector('[data-x="deny"]')
      button?.addEventListener('click', () => button.closest('[role="listitem"]')?.remove())
    })
    const { outcome, clicks } = await act(page, {
      kind: 'deny',
      key: 'Dev Shah#0',
      name: 'Dev Shah',
    })
    expect(clicks).toEqual(['deny'])
    expect(outcome.result).toBe('done')
    await stageOf(page, waiting('Dev Shah').replace('Deny entry', 'Nie teraz'))
    const unknown = await act(page, { kind: 'deny', key: 'Dev Shah#0', name: 'Dev Shah' })
    expect([unknown.clicks, unknown.outcome.result]).toEqual([[], 'guided'])
  })
})

describe('people', () => {
  const rows = list(
    row({ n: 1, name: 'Ms Khan' }) +
      row({ n: 2, name: 'Dev Shah' }).replace('jsname="YEvVxd"', 'data-x="more" jsname="YEvVxd"'),
    'id="roster"',
  )
  const inCall = call({
    tiles:
      you +
      tile({ n: 2, name: 'Dev Shah', mic: 'on' }).replace(
        'jsname="LgbsSe"',
        'data-x="mute" jsname="LgbsSe"',
      ),
    count: 2,
    after: panel(1, rows),
  })

  it('opens the list by the chip with the count, not by its neighbours', async () => {
    const html = nameIt(
      call({ tiles: you, count: 2 }),
      'jsname="ocqpFe" role="button" tabindex="0" aria-haspopup',
      'people',
    )
    await stageOf(page, html, () => {
      document.querySelector('[data-x="people"]')?.addEventListener('click', () => {
        const aside = document.createElement('aside')
        const list = document.createElement('div')
        list.setAttribute('role', 'list')
        const item = document.createElement('div')
        item.setAttribute('role', 'listitem')
        item.setAttribute('data-participant-id', 'spaces/testSpace/devices/1')
        item.textContent = 'Ms Khan'
        list.append(item)
        aside.append(list)
        document.body.append(aside)
      })
    })
    const first = await act(page, { kind: 'openPeople' })
    expect([first.clicks, first.outcome.result]).toEqual([['people'], 'done'])
    const again = await act(page, { kind: 'openPeople' })
    expect([again.clicks, again.outcome.result]).toEqual([[], 'done'])
  })

  it('mutes by the tile and sees the icon change; leaves a question to the teacher', async () => {
    await stageOf(page, inCall, () => {
      const button = document.querySelector('[data-x="mute"]')
      button?.addEventListener('click', () => {
        const icon = button.querySelector('i')
        if (icon !== null) icon.textContent = 'mic_off'
      })
    })
    const { outcome, clicks } = await act(page, { kind: 'mute', id: device(2), name: 'Dev Shah' })
    expect([clicks, outcome.result]).toEqual([['mute'], 'done'])
    expect(
      (await act(page, { kind: 'mute', id: device(9), name: 'Nobody' })).outcome,
    ).toMatchObject({ result: 'unavailable', why: 'personGone' })

    await stageOf(page, inCall, () => {
      document.querySelector('[data-x="mute"]')?.addEventListener('click', () => {
        const dialog = document.createElement('div')
        dialog.setAttribute('role', 'dialog')
        const yes = document.createElement('button')
        yes.setAttribute('data-mdc-dialog-action', 'ok')
        yes.setAttribute('data-x', 'yes')
        yes.textContent = 'Mute'
        dialog.append(yes)
        document.body.append(dialog)
      })
    })
    const asked = await act(page, { kind: 'mute', id: device(2), name: 'Dev Shah' })
    expect(asked.clicks).toEqual(['mute'])
    expect(asked.guides).toEqual([{ step: 'mute', at: 'yes' }])
    expect(asked.outcome).toMatchObject({ result: 'guided', why: 'siteAsksForConfirmation' })
  })

  const MENU =
    '<ul role="menu" jsname="rymPhb" style="display:none"><li role="menuitem" data-x="dontWatch"><i>videocam_off</i>Nie oglądaj</li><li role="menuitem" data-x="remove"><i>remove_circle_outline</i>Usuń</li></ul>'
  const DIALOG =
    '<div role="dialog" style="display:none"><button data-x="no" data-mdc-dialog-action="cancel">Anuluj</button><button data-x="confirm" data-mdc-dialog-action="ok">Usuń</button></div>'
  const removable = () => {
    const menu = document.querySelector<HTMLElement>('[role="menu"]')
    const dialog = document.querySelector<HTMLElement>('[role="dialog"]')
    document
      .querySelector('[data-x="more"]')
      ?.addEventListener('click', () => menu?.style.removeProperty('display'))
    menu?.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') menu.style.display = 'none'
    })
    document.querySelector('[data-x="remove"]')?.addEventListener('click', () => {
      if (menu !== null) menu.style.display = 'none'
      dialog?.style.removeProperty('display')
    })
    document.querySelector('[data-x="confirm"]')?.addEventListener('click', () => {
      dialog?.remove()
      for (const element of document.querySelectorAll('[data-participant-id$="/2"]'))
        element.remove()
    })
  }
  const removeDev = { kind: 'remove', id: device(2), name: 'Dev Shah' } as const

  it('removes up to the question, in any language, and leaves the answer to the teacher', async () => {
    await stageOf(page, inCall.replace('</body>', `${MENU}${DIALOG}</body>`), removable)
    const { outcome, clicks, guides } = await act(page, removeDev)
    expect(clicks).toEqual(['more', 'remove'])
    expect(guides).toEqual([{ step: 'confirmRemove', at: 'confirm' }])
    expect(outcome).toMatchObject({ result: 'guided', why: 'siteAsksForConfirmation' })
    expect((await look()).people).toHaveLength(2)
  })

  it('sees the removal once the teacher has confirmed it', async () => {
    await stageOf(page, inCall.replace('</body>', `${MENU}${DIALOG}</body>`), removable)
    const { outcome, clicks } = await act(page, removeDev, { teacherClicks: ['confirm'] })
    expect(clicks).toEqual(['more', 'remove'])
    expect(outcome.result).toBe('done')
    expect(outcome.steps.map(({ step, result }) => `${step} ${result}`)).toEqual([
      'openRowMenu done',
      'chooseRemove done',
      'confirmRemove done',
    ])
  })

  it('takes no card that was there before for the question', async () => {
    // The card stands last in the page.
    await stageOf(page, inCall.replace('</body>', `${MENU}${DIALOG}${CARD}</body>`), removable)
    const { clicks, guides, outcome } = await act(page, removeDev)
    expect([clicks, guides]).toEqual([
      ['more', 'remove'],
      [{ step: 'confirmRemove', at: 'confirm' }],
    ])
    expect(outcome).toMatchObject({ result: 'guided', why: 'siteAsksForConfirmation' })
  })

  it('does not act in a menu that was open before, of somebody else, where it does not close', async () => {
    const stays = MENU.replace('style="display:none"', '')
    await stageOf(page, inCall.replace('</body>', `${stays}${DIALOG}</body>`))
    const { clicks, guides, outcome } = await act(page, removeDev)
    expect([clicks, guides]).toEqual([[], []])
    expect(outcome).toEqual({
      result: 'unavailable',
      steps: [{ step: 'openRowMenu', result: 'unavailable' }],
      why: 'controlCovered',
    })
  })

  it('closes the open menu of somebody else first, where that works', async () => {
    const other = MENU.replace('style="display:none"', '')
    await stageOf(page, inCall.replace('</body>', `${other}${DIALOG}</body>`), removable)
    const { clicks, outcome } = await act(page, removeDev, { teacherClicks: ['confirm'] })
    expect([clicks, outcome.result]).toEqual([['more', 'remove'], 'done'])
  })

  it('only points into a menu that the teacher opened: it may be somebody else’s', async () => {
    await stageOf(page, inCall.replace('</body>', `${MENU}${DIALOG}</body>`), () => {
      const more = document.querySelector('[data-x="more"]')
      more?.addEventListener('click', () => {
        // Her click alone counts.
        if (more.hasAttribute('data-trusted'))
          document.querySelector<HTMLElement>('[role="menu"]')?.style.removeProperty('display')
      })
    })
    const { clicks, guides, outcome } = await act(page, removeDev, { teacherClicks: ['more'] })
    expect(clicks).toEqual(['more'])
    expect(guides).toEqual([
      { step: 'openRowMenu', at: 'more' },
      { step: 'chooseRemove', at: 'remove' },
    ])
    expect(outcome.result).toBe('guided')
  })

  it('presses no other item of the menu, and closes it, where removing is not offered', async () => {
    const menu = MENU.replace('remove_circle_outline', 'link')
    await stageOf(page, inCall.replace('</body>', `${menu}${DIALOG}</body>`), removable)
    const { outcome, clicks } = await act(page, removeDev)
    expect(clicks).toEqual(['more'])
    expect(outcome).toMatchObject({ result: 'unavailable', why: 'controlNotFound' })
    expect(
      await page.evaluate(() => document.querySelector('[role="menu"]')?.checkVisibility()),
    ).toBe(false)
  })

  it('says that the menu button is switched off or missing', async () => {
    await stageOf(page, inCall.replace('data-x="more"', 'data-x="more" disabled'))
    expect((await act(page, removeDev)).outcome).toMatchObject({
      result: 'unavailable',
      why: 'controlDisabled',
    })
    await stageOf(page, inCall.replace(/<button data-x="more".*?<\/button>/s, ''))
    expect((await act(page, removeDev)).outcome).toMatchObject({
      result: 'unavailable',
      why: 'controlNotFound',
    })
    await stageOf(page, inCall)
    expect((await act(page, { ...removeDev, id: device(9) })).outcome).toMatchObject({
      result: 'unavailable',
      why: 'personGone',
    })
  })

  it('does not remove the teacher', async () => {
    await stageOf(page, inCall)
    const { outcome, clicks } = await act(page, { ...removeDev, id: device(1) })
    expect([clicks, outcome.result]).toEqual([[], 'unavailable'])
  })

  it("has no way to switch off one person's camera", async () => {
    await stageOf(page, inCall)
    const { outcome, clicks } = await act(page, {
      kind: 'cameraOff',
      id: device(2),
      name: 'Dev Shah',
    })
    expect([outcome, clicks]).toEqual([
      { result: 'unavailable', steps: [], why: 'siteHasNoSuchControl' },
      [],
    ])
  })

  it('points at "Mute all" and never presses it', async () => {
    await stageOf(
      page,
      inCall.replace(
        '<div role="region" aria-label="In call">',
        '<button data-x="muteAll">Mute all</button><div role="region">',
      ),
    )
    const { outcome, clicks, guides } = await act(page, { kind: 'muteAll' })
    expect([clicks, guides, outcome.result]).toEqual([
      [],
      [{ step: 'muteAll', at: 'muteAll' }],
      'guided',
    ])
  })
})

describe('ending for everybody', () => {
  const DIALOG =
    '<div role="dialog" style="display:none"><button data-x="cancel" data-mdc-dialog-action="cancel">x</button><button data-x="justLeave" data-mdc-dialog-action="Pd96ce">y</button><button data-x="end" data-mdc-dialog-action="Zz9">z</button></div>'
  const leaving = (asks: string) =>
    nameIt(call({ tiles: you, count: 1, after: DIALOG }), 'jsname="CQylAd"', 'leave').replace(
      'class="NHaLPe"',
      `class="NHaLPe" ${asks}`,
    )
  const wire = () => {
    const dialog = document.querySelector<HTMLElement>('[role="dialog"]')
    document
      .querySelector('[data-x="leave"]')
      ?.addEventListener('click', () => dialog?.style.removeProperty('display'))
    document.querySelector('[data-x="end"]')?.addEventListener('click', () => {
      dialog?.remove()
      document.body.setAttribute('data-call-ended', 'true')
    })
  }

  it("opens the question and points at the answer, which stays the teacher's", async () => {
    await stageOf(page, leaving('data-should-confirm-hangup="true"'), wire)
    const left = await act(page, { kind: 'endForAll' })
    expect(left.clicks).toEqual(['leave'])
    expect(left.guides).toEqual([{ step: 'endForAll', at: 'end' }])
    expect(left.outcome).toMatchObject({ result: 'guided', why: 'siteAsksForConfirmation' })
    await stageOf(page, leaving('data-should-confirm-hangup="true"'), wire)
    expect(
      (await act(page, { kind: 'endForAll' }, { teacherClicks: ['end'] })).outcome.result,
    ).toBe('done')
  })

  it('takes no card that is there for the question', async () => {
    await stageOf(
      page,
      leaving('data-should-confirm-hangup="true"').replace('</body>', `${CARD}</body>`),
      wire,
    )
    const left = await act(page, { kind: 'endForAll' })
    expect([left.clicks, left.guides]).toEqual([['leave'], [{ step: 'endForAll', at: 'end' }]])
    await stageOf(
      page,
      leaving('data-should-confirm-hangup="false"').replace('</body>', `${CARD}</body>`),
      wire,
    )
    const silent = await act(page, { kind: 'endForAll' })
    expect([silent.clicks, silent.guides, silent.outcome.result]).toEqual([[], [], 'unavailable'])
  })

  it('never leaves the class alone: no press where Meet would not ask, a hint only where it does not say', async () => {
    await stageOf(page, leaving('data-should-confirm-hangup="false"'), wire)
    const silent = await act(page, { kind: 'endForAll' })
    expect([silent.clicks, silent.guides, silent.outcome.result]).toEqual([[], [], 'unavailable'])
    await stageOf(page, leaving(''), wire)
    const unsaid = await act(page, { kind: 'endForAll' })
    expect([unsaid.clicks, unsaid.guides]).toEqual([[], [{ step: 'leaveButton', at: 'leave' }]])
  })
})
