import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SampleName } from '../../components/gallery/samples.ts'
import { asked, openGallery, press, type Gallery } from './pages/gallery.ts'

/** Everything in the panel is two clicks away at most. A way of three does not compile. */

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** The words of a control, or where it is. */
type Click = string | { readonly at: string }

interface Way {
  readonly what: string
  readonly state: SampleName
  readonly clicks: readonly [Click] | readonly [Click, Click]
  /** What the background is asked for by the last click, or what is on screen then. */
  readonly asks?: { readonly kind: string; readonly payload?: object }
  readonly shows?: string
}

const person = (name: string): Click => ({ at: `.person-line ::-p-text(${name})` })
const CHECKS: Click = { at: '.tab ::-p-text(Checks)' }
const tickOf = (clause: string): Click => ({
  at: `::-p-xpath(//li[contains(@class,"step")][.//button[starts-with(normalize-space(.),"${clause}")]]//input)`,
})

const WAYS: readonly Way[] = [
  { what: 'lock', state: 'countdown', clicks: ['Lock now'], asks: { kind: 'perform' } },
  { what: 'move the lock', state: 'countdown', clicks: ['1 minute'], asks: { kind: 'moveLock' } },
  {
    what: 'let somebody in',
    state: 'lateKnock',
    clicks: ['Admit Elsie Ward'],
    asks: { kind: 'perform' },
  },
  {
    what: 'say that an adult was seen',
    state: 'queue',
    clicks: ['Adult seen'],
    asks: { kind: 'adultSeen' },
  },
  {
    what: 'answer the prompt of now',
    state: 'bedroom',
    clicks: ['I checked'],
    asks: { kind: 'answerPrompt' },
  },
  {
    what: 'come to a prompt behind it',
    state: 'bedroom',
    clicks: ['2 more things', { at: '.behind-item ::-p-text(Dev Shah)' }],
    shows: 'Ask to move',
  },
  {
    what: 'do something for one child',
    state: 'thirty',
    clicks: [person('Dev Shah'), 'Mute'],
    asks: { kind: 'perform' },
  },
  {
    what: 'say who somebody is',
    state: 'names',
    clicks: [person('iPad'), 'Idris Khan'],
    asks: { kind: 'fixMatch' },
  },
  {
    what: 'do something for the whole class',
    state: 'thirty',
    clicks: ['For the whole class', { at: '.class-actions .answers .button' }],
    asks: { kind: 'perform' },
  },
  {
    what: 'tick a step of now',
    state: 'thirty',
    clicks: [CHECKS, tickOf('EG-24')],
    asks: { kind: 'tick', payload: { clause: 'EG-24', on: true, note: '' } },
  },
  {
    what: 'tick a step of before',
    state: 'thirty',
    clicks: [CHECKS, tickOf('EG-23')],
    asks: { kind: 'tick', payload: { clause: 'EG-23', on: true, note: '' } },
  },
  {
    what: 'tick a step of later',
    state: 'countdown',
    clicks: [CHECKS, tickOf('CW-7')],
    asks: { kind: 'tick', payload: { clause: 'CW-7', on: true, note: '' } },
  },
  {
    what: 'see the other steps of another phase',
    state: 'thirty',
    clicks: [CHECKS, { at: '.phase-head[aria-expanded=false]' }],
    shows: 'The waiting room is on',
  },
  { what: 'read what happened', state: 'thirty', clicks: ['Log'], shows: 'The lesson began' },
  {
    what: 'see how well the meeting is read',
    state: 'thirty',
    clicks: [{ at: '.health-strip' }],
    shows: 'Read in full.',
  },
  {
    what: 'take another class',
    state: 'thirty',
    clicks: ['Another class'],
    shows: 'Which lesson is this?',
  },
  {
    what: 'ring the safeguarding lead',
    state: 'thirty',
    clicks: ['Emergency'],
    shows: '01632 960 101',
  },
  {
    what: 'end the call',
    state: 'thirty',
    clicks: ['Emergency', 'Show me how to end it'],
    asks: { kind: 'perform' },
  },
  {
    what: 'write a concern',
    state: 'thirty',
    clicks: ['Emergency', 'Write the concern'],
    shows: 'Whom it is about',
  },
  {
    what: 'see names while presenting',
    state: 'discreet',
    clicks: ['Show for now'],
    shows: 'Amelia Potter',
  },
]

async function click(page: Page, one: Click): Promise<void> {
  if (typeof one === 'string') await press(page, one)
  else await page.locator(one.at).click()
}

describe('two clicks at most', () => {
  it.each(WAYS)('to $what', async ({ state, clicks, asks, shows }) => {
    const { page } = await gallery.open(`page=panel&state=${state}`)
    const was = (await asked(page)).length
    for (const one of clicks) await click(page, one)
    if (shows !== undefined)
      await page.waitForFunction((text) => document.body.innerText.includes(text), {}, shows)
    if (asks !== undefined)
      expect((await asked(page)).slice(was).filter(({ kind }) => kind !== 'emergency')).toEqual([
        expect.objectContaining(asks),
      ])
    await page.close()
  })

  it.each(['none', 'before', 'thirty', 'discreet', 'noClassChosen', 'after'] as const)(
    'to the settings, at any time: %s',
    async (state) => {
      const { page } = await gallery.open(`page=panel&state=${state}`)
      await press(page, 'Settings')
      await page.waitForFunction(() => document.documentElement.dataset['opened'] === 'settings')
      await page.close()
    },
  )
})
