import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundlePlatforms, launchBrowser, openMeetPage } from './support/adapterPage.ts'
import {
  bare,
  call,
  heading,
  lightTile,
  myself,
  people,
  row,
  TEAMS_URL,
  tile,
  VIDEO,
  waiting,
} from './support/teamsHtml.ts'
import { stageTeams } from './support/teamsPage.ts'

// A site changes without telling us. The same pages with parts dropped, doubled, moved, renamed and wrapped, from a seed: whatever is
// left, the reader says nothing that isn't so and no wrong control is pressed.
let browser: Browser
let page: Page

beforeAll(async () => {
  const code = await bundlePlatforms()
  browser = await launchBrowser()
  page = await openMeetPage(browser, code, bare(''), { url: TEAMS_URL })
  await page.evaluate(installMutator)
}, 120_000)
afterAll(() => browser.close())

/** Puts `mutate(seed)` on the page: changes the body in one to six ways that follow from the seed. */
function installMutator(): void {
  const mutate = (seed: number) => {
    let state = seed >>> 0
    const random = () => {
      state = (state + 0x6d2b79f5) >>> 0
      let t = Math.imul(state ^ (state >>> 15), 1 | state)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296
    }
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
    const words = [
      '',
      'x',
      'Mykistä',
      'Lock',
      'Leave',
      'In this meeting',
      'muted',
      'Remove',
      'Guest',
    ]
    const ways: ((element: Element) => void)[] = [
      (element) => element.remove(),
      (element) => element.after(element.cloneNode(true)),
      (element) => element.parentElement?.append(element),
      (element) => element.parentElement?.prepend(element),
      (element) => {
        if (element.hasAttribute('aria-label'))
          element.setAttribute('aria-label', pick(words) ?? '')
        else if (element.matches('button, [role="menuitem"]') && element.children.length === 0)
          element.textContent = pick(words) ?? ''
      },
      (element) => {
        const wrap = document.createElement('div')
        element.replaceWith(wrap)
        wrap.append(element)
      },
      (element) => element.setAttribute('class', `c${Math.floor(random() * 1e6)}`),
    ]
    const times = 1 + Math.floor(random() * 6)
    for (let n = 0; n < times; n += 1) {
      const all = [...document.body.querySelectorAll('*')]
      const element = pick(all)
      if (element !== undefined) pick(ways)?.(element)
    }
  }
  Object.assign(globalThis, { mutate })
}

/** For each client. The adapter stays the same from one to the next, as on a page that changes under it. */
const READ_VARIANTS = 1000
const ACT_VARIANTS = 160

const PUPILS = ['Dev Shah', 'Amelia Potter', 'Nowak, Ola', 'Kit', 'Zoë O’Neill'] as const
const everybody = ['Ms Khan', ...PUPILS]
const rows = everybody
  .map((name, n) =>
    row({
      n,
      name,
      mic: 'unmuted',
      label: n === 0 ? `${name}, Organizer, Unmuted` : `${name}, Unmuted`,
      attributes: `data-who="${n}"`,
      extra: `<button data-cid="ts-participant-action-button" data-x="dots${n}">…</button>`,
    }),
  )
  .join('')
const panel = people(
  heading(1, 'Lobby (1)') +
    waiting(9, 'Kim') +
    heading(2, `In this meeting (${everybody.length})`) +
    rows,
)
const menu = `<div id="menu" role="menu" data-tid="participant-actions-menu" style="display:none">${[
  'Mute participant',
  'Disable camera',
  'Remove from meeting',
]
  .map((text) => `<div role="menuitem" data-x="${text}">${text}</div>`)
  .join('')}</div>`
const FULL = call({
  count: String(everybody.length),
  tiles: myself('Ms Khan') + PUPILS.map((name) => tile({ name, picture: VIDEO })).join(''),
  extra: '<button data-x="controls">Controls</button>',
  after: panel + menu,
})
const LIGHT = call({
  light: true,
  count: String(everybody.length),
  tiles:
    lightTile({ name: 'Ms Khan', outline: false }) +
    PUPILS.map((name) => lightTile({ name, picture: VIDEO })).join(''),
  after: panel + menu,
})

describe.each([
  ['full', FULL],
  ['light', LIGHT],
] as const)('the %s client, changed', (_client, html) => {
  it('is read without a crash, invents nobody and loses nobody from a list that it calls complete', async () => {
    await stageTeams(page, html)
    const wrong = await page.evaluate(
      (names, text, variants) => {
        const problems: string[] = []
        for (let seed = 1; seed <= variants; seed += 1) {
          const parsed = new DOMParser().parseFromString(text, 'text/html')
          document.body.replaceChildren(...parsed.body.childNodes)
          eval('mutate')(seed)
          try {
            const seen = eval('adapter').read(document, new URL(location.href))
            const shown = seen.people.map((one: { name: string }) => one.name)
            const invented = shown.filter((name: string) => name !== '' && !names.includes(name))
            if (invented.length > 0) problems.push(`${seed}: invented ${invented.join('|')}`)
            const missing = names.filter((name) => !shown.includes(name))
            if (
              seen.health.people.level === 'complete' &&
              missing.length > 0 &&
              !shown.includes('')
            )
              problems.push(`${seed}: complete without ${missing.join('|')}`)
            if (seen.phase === 'ended' || seen.phase === 'elsewhere')
              problems.push(`${seed}: ${seen.phase}`)
            const ids = seen.people.map((one: { id: string }) => one.id)
            if (new Set(ids).size !== ids.length) problems.push(`${seed}: an id twice`)
            for (const one of seen.people)
              if (one.camera.state === 'off' && !one.isSelf)
                problems.push(`${seed}: ${one.name} off`)
          } catch (error) {
            problems.push(`${seed}: ${String(error)}`)
          }
        }
        return problems
      },
      everybody,
      html,
      READ_VARIANTS,
    )
    expect(wrong).toEqual([])
  }, 300_000)

  it('has no wrong control pressed', async () => {
    await stageTeams(page, html)
    const wrong = await page.evaluate(
      async (text, variants) => {
        const { createTeamsAdapter, TEAMS_PACK } = eval('platforms')
        const timing = { appearMs: 160, effectMs: 160, arriveMs: 160, guideMs: 80 }
        Object.assign(globalThis, { adapter: createTeamsAdapter(TEAMS_PACK, timing) })
        const problems: string[] = []
        const cases = [
          [{ kind: 'admit', key: 'Kim#0', name: 'Kim' }, ['people', 'admit9']],
          [{ kind: 'deny', key: 'Kim#0', name: 'Kim' }, ['people', 'deny9']],
          [
            { kind: 'mute', id: 'Dev Shah#0', name: 'Dev Shah' },
            ['people', 'dots1', 'Mute participant'],
          ],
          [{ kind: 'cameraOff', id: 'Kit#0', name: 'Kit' }, ['people', 'dots4', 'Disable camera']],
          [
            { kind: 'remove', id: 'Dev Shah#0', name: 'Dev Shah' },
            ['people', 'dots1', 'Remove from meeting'],
          ],
          [{ kind: 'lock' }, ['people', 'controls']],
          [{ kind: 'endForAll' }, ['hangupMore']],
          [{ kind: 'openPeople' }, ['people']],
        ] as const
        for (let seed = 1; seed <= variants; seed += 1) {
          const parsed = new DOMParser().parseFromString(text, 'text/html')
          document.body.replaceChildren(...parsed.body.childNodes)
          eval('mutate')(seed * 7919)
          for (const dots of document.querySelectorAll('[data-x^="dots"]'))
            dots.addEventListener('click', () =>
              document.querySelector<HTMLElement>('#menu')?.style.removeProperty('display'),
            )
          const [command, allowed] = cases[seed % cases.length] ?? [{ kind: 'openPeople' }, []]
          const pressed: string[] = []
          const log = (event: Event) => {
            const target = (event.target as Element).closest('[data-x]')
            pressed.push(target?.getAttribute('data-x') ?? (event.target as Element).tagName)
          }
          document.addEventListener('click', log, true)
          const tools = {
            signal: new AbortController().signal,
            wait: () => Promise.resolve(),
            guide: () => undefined,
            clearGuide: () => undefined,
          }
          const { result } = await eval('adapter').perform(document, command, tools)
          document.removeEventListener('click', log, true)
          const bad = pressed.filter((name) => !(allowed as readonly string[]).includes(name))
          if (bad.length > 0) problems.push(`${seed} ${command.kind}: pressed ${bad.join(', ')}`)
          if (new Set(pressed).size !== pressed.length) {
            // "…" may be pressed a second time, only to look (verification of what the menu says).
            const twice = pressed.filter(
              (name, at) => pressed.indexOf(name) !== at && !name.startsWith('dots'),
            )
            if (twice.length > 0)
              problems.push(`${seed} ${command.kind}: twice ${twice.join(', ')}`)
          }
          if (
            result === 'done' &&
            ['remove', 'deny', 'lock', 'endForAll', 'admit'].includes(command.kind)
          )
            problems.push(`${seed} ${command.kind}: done on a page where nothing works`)
        }
        return problems
      },
      html,
      ACT_VARIANTS,
    )
    expect(wrong).toEqual([])
  }, 300_000)
})
