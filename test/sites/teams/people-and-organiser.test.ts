import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RemoteTeams, TeamsPerson } from './driver.ts'
import { becomes, count, startHarness, words, type Harness } from './harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

const quick = { fast: 1, video: 'canvas', fps: 2 }
const row = '[data-cid="roster-participant"]'
const tile = '[data-stream-type="Video"]'

const person = async (sim: RemoteTeams, id: string): Promise<TeamsPerson | undefined> =>
  (await sim.state()).people.find((one) => one.id === id)

/** Opens somebody's menu from their row, where the button is there only under the pointer. */
async function menuOf(page: Page, id: string): Promise<void> {
  await page.hover(`[id="calling-roster-item-${id}"]`)
  await page.click(`[id="calling-roster-item-${id}"] [data-cid="ts-participant-action-button"]`)
  await page.waitForSelector('[data-tid="participant-actions-menu"]')
}

async function choose(page: Page, text: string): Promise<void> {
  const items = await page.$$('[role="menu"] [role="menuitem"].fui-MenuItem')
  for (const item of items) {
    if ((await item.evaluate((one) => one.textContent)) !== text) continue
    return item.click()
  }
  throw new Error(`No menu has "${text}".`)
}

describe('the stage of the simulated Teams', () => {
  it('pages through the gallery, and hands tiles and videos on from one person to the next', async () => {
    const { page, sim } = await harness.open({ params: { ...quick, tiles: 4 } })
    const ids: string[] = []
    for (let at = 0; at < 6; at += 1) ids.push(await sim.join({ name: `Pupil ${at}` }))
    await sim.videoReady(ids[0] ?? '', 30_000)
    const [first] = await page.$$(tile)
    const video = await first?.$('video')
    expect((await sim.state()).gallery).toEqual({ page: 1, pages: 2 })
    await page.click('[aria-label^="Go to the next video page. Currently 1/2"]')
    await becomes(
      () => sim.state(),
      (state) =>
        state.people
          .filter((one) => one.tile)
          .map((one) => one.name)
          .join() === 'Pupil 4,Pupil 5',
    )
    // Four tiles are still in the page, two of them with no size and with the names they had.
    const sizes = await page.$$eval(tile, (all) => all.map((one) => one.clientWidth > 0))
    expect(sizes.toSorted()).toEqual([false, false, true, true])
    expect(await first?.evaluate((one) => one.getAttribute('data-tid'))).toBe(
      'pupil.4@school.example',
    )
    await sim.videoReady(ids[4] ?? '', 30_000)
    expect(
      await first?.evaluate((one, same) => one.querySelector('video') === same, video ?? null),
    ).toBe(true)
  })

  it('has the name tag behind an empty one, the address as data-tid, and commas in names', async () => {
    const { page, sim } = await harness.open({ params: quick })
    await sim.join({ name: 'Potter, Harry', microphone: 'on' })
    await page.waitForSelector(tile)
    expect(await words(page, `${tile} [data-tid="participant-info-nametag"]`)).toEqual([
      '',
      'Potter, Harry',
    ])
    const marks = await page.$eval(tile, (one) => [
      one.getAttribute('data-tid'),
      one.getAttribute('aria-label'),
    ])
    expect(marks).toEqual([
      'potter.harry@school.example',
      'Potter, Harry, video is on, Context menu is available',
    ])
    await sim.camera('self', 'off')
    expect((await count(page, '[data-tid="myself-video"] video')).all).toBe(0)
  })

  it('puts a shared screen in the centre and people to the side, and hides the number', async () => {
    const { page, sim } = await harness.open({ params: quick })
    const dev = await sim.join({ name: 'Dev Shah' })
    await becomes(
      () => words(page, '#roster-button [data-tid="toolbar-item-badge"]'),
      (all) => all.join() === '2',
    )
    await sim.present(dev, true)
    await page.waitForSelector(
      '[data-test-segment-type="central"] [data-stream-type="ScreenSharing"]',
    )
    await page.waitForSelector(`[data-test-segment-type="side"] ${tile}`)
    expect(await words(page, '#roster-button [data-tid="toolbar-item-badge"]')).toEqual([])
    await page.waitForFunction(
      () =>
        (document.querySelector<HTMLVideoElement>('[data-type="screen-sharing"] video')
          ?.videoWidth ?? 0) > 0,
    )
    await sim.setRole(dev, 'attendee')
    await becomes(
      () => count(page, '[data-stream-type="ScreenSharing"]'),
      ({ all }) => all === 0,
    )
    await page.click('#share-button')
    expect((await count(page, '[data-tid="stop-sharing-button"]')).seen).toBe(1)
  })

  it('comes back under the same MRI for a school account, under another for a guest', async () => {
    const { sim } = await harness.open({ params: quick })
    const one = await sim.join({ name: 'Dev Shah' })
    const two = await sim.join({ name: 'Dev Shah' })
    const guest = await sim.join({ name: 'Mrs Shah', account: 'unverified' })
    expect(two).not.toBe(one)
    await sim.leave(one)
    await sim.leave(guest)
    expect(await sim.join({ name: 'Dev Shah' })).toBe(one)
    expect(await sim.join({ name: 'Mrs Shah', account: 'unverified' })).not.toBe(guest)
    expect(guest).toMatch(/^8:teamsvisitor:[0-9a-f]{32}$/)
  })
})

describe('the People panel of the simulated Teams', () => {
  it('keeps 19 rows of 250 in the page, brings others on scrolling, and none when it is hidden', async () => {
    const { page } = await harness.open({ params: quick })
    await page.evaluate(() => {
      for (let at = 0; at < 249; at += 1)
        window.sim.join({ name: `Pupil ${String(at).padStart(3, '0')}`, camera: 'off' })
    })
    await page.click('#roster-button')
    await page.waitForSelector(row)
    expect(await page.$eval('#roster-button', (one) => one.getAttribute('aria-pressed'))).toBe(
      'true',
    )
    expect((await count(page, '[role="tree"] > [role="treeitem"]')).all).toBe(19)
    expect(await words(page, '#roster-title-section-2')).toEqual(['In this meeting (250)'])
    const seen = new Set<string>()
    for (let at = 0; at < 40; at += 1) {
      for (const id of await page.$$eval(row, (all) => all.map((one) => one.id))) seen.add(id)
      const end = await page.$eval('.virtual-tree-list-scroll-container', (list) => {
        const before = list.scrollTop
        list.scrollTop += 720
        return list.scrollTop === before
      })
      if (end) break
      await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)))
    }
    expect(seen.size).toBe(250)
    await page.evaluate(() => {
      const end = document.querySelector<HTMLElement>('[data-tid="app-layout-area--end"]')
      if (end !== null) end.style.display = 'none'
    })
    await becomes(
      () => count(page, row),
      ({ all }) => all === 0,
    )
  })

  it('gives way to the chat, and closes with nothing left', async () => {
    const { page, sim } = await harness.open({ params: quick })
    await sim.openPanel('people')
    await page.waitForSelector(row)
    await page.click('#chat-button')
    await page.waitForSelector('[data-tid="ckeditor"]')
    expect((await count(page, row)).all).toBe(0)
    await sim.chat('Dev Shah', 'My number is 07700 900123')
    await sim.chat('Dev Shah', 'Call me')
    await page.type('[data-tid="ckeditor"]', '<b>No</b>')
    await page.click('[data-tid="newMessageCommands-send"]')
    expect(await words(page, '[data-tid="chat-pane-message"] [id^="content-"]')).toEqual([
      'My number is 07700 900123',
      'Call me',
      '<b>No</b>',
    ])
    expect(await words(page, '[data-tid="message-author-name"]')).toEqual(['Dev Shah', 'Ms Khan'])
    await page.click('[data-tid="rail-header-close-button"]')
    expect((await count(page, '[data-tid="calling-right-side-panel"]')).all).toBe(0)
    expect(
      await page.$eval('[data-tid="app-layout-area--end"]', (one) => one.getAttribute('style')),
    ).toBe('display: none; visibility: hidden;')
  })
})

describe('the lobby of the simulated Teams', () => {
  it('has a toast for one and leads to the panel for several', async () => {
    const { page, sim } = await harness.open({ params: quick })
    await sim.knock({ name: 'Mrs Shah', account: 'unverified' })
    await page.click('[data-tid="lobby-popup-admit-btn"]')
    await becomes(
      () => sim.state(),
      ({ people }) => people.length === 2,
    )
    await sim.knock({ name: 'iPad' })
    await sim.knock({ name: 'Dev Shah' })
    expect((await count(page, '[data-tid="lobby-popup-admit-btn"]')).all).toBe(0)
    await page.click('button[title="View Lobby"]')
    await page.waitForSelector(
      '[data-tid="participantsInLobby-iPad"] [data-cid="roster-admit-participant"]',
    )
    await page.click('[data-tid="participantsInLobby-iPad"] [data-cid="roster-deny-participant"]')
    await page.click(
      '[data-tid="participantsInLobby-Dev Shah"] [data-cid="roster-admit-participant"]',
    )
    const done = await becomes(
      () => sim.state(),
      ({ knocks }) => knocks.length === 0,
    )
    expect(done.people.map((one) => one.name).toSorted()).toEqual([
      'Dev Shah',
      'Mrs Shah',
      'Ms Khan',
    ])
    await page.waitForSelector('[data-tid="participantsInCall-Dev Shah"]')
  })

  it('asks once more about the suspected, and takes no click that a script made when told so', async () => {
    const { page, sim } = await harness.open({ params: { ...quick, trusted: 1 } })
    await sim.knock({ name: 'Notetaker', suspected: true })
    await sim.knock({ name: 'Dev Shah' })
    await sim.openPanel('people')
    await page.waitForSelector('[data-tid="participantsInLobby-Notetaker"]')
    expect(
      (
        await count(
          page,
          '[data-tid="participantsInLobby-Notetaker"] [data-cid="roster-admit-participant"]',
        )
      ).all,
    ).toBe(0)
    const admit = '[data-tid="participantsInLobby-Dev Shah"] [data-cid="roster-admit-participant"]'
    await page.evaluate((css) => document.querySelector<HTMLElement>(css)?.click(), admit)
    const all = await page.$('xpath/.//button[.="Admit all"]')
    await all?.click()
    expect((await sim.state()).dialog).toBe('admitAll')
    await page.keyboard.press('Escape')
    expect((await sim.state()).knocks).toHaveLength(2)
    await page.click(admit)
    await becomes(
      () => sim.state(),
      ({ people }) => people.length === 2,
    )
  })

  it('is nothing that an attendee sees', async () => {
    const { page, sim } = await harness.open({ params: { ...quick, role: 'attendee' } })
    await sim.knock({ name: 'Mrs Shah' })
    await sim.openPanel('people')
    await page.waitForSelector(row)
    expect((await count(page, '[data-tid^="participantsInLobby-"], [role="alert"]')).all).toBe(0)
    expect((await sim.state()).host.isHost).toBe(false)
  })
})

describe('the organiser’s controls of the simulated Teams', () => {
  it('mute one, take a camera away, make a presenter, remove', async () => {
    const { page, sim } = await harness.open({ params: quick })
    const dev = await sim.join({ name: 'Dev Shah', microphone: 'on' })
    await sim.openPanel('people')
    await page.waitForSelector(row)
    expect((await count(page, '[data-cid="ts-participant-action-button"]')).all).toBe(0)
    await menuOf(page, dev)
    await choose(page, 'Mute participant')
    await becomes(
      () => person(sim, dev),
      (one) => one?.microphone === 'off',
    )
    await page.waitForSelector(
      `[id="roster-mic-button-${dev}"] [data-cid="roster-participant-muted"]`,
    )
    await menuOf(page, dev)
    await choose(page, 'Disable camera')
    await becomes(
      () => person(sim, dev),
      (one) => one?.cameraOff === true && one.camera === 'off',
    )
    expect(await sim.camera(dev, 'on')).toBe(false)
    await menuOf(page, dev)
    await choose(page, 'Make a presenter')
    await page.click('[data-tid="confirm-role-change-button"]')
    await becomes(
      () => person(sim, dev),
      (one) => one?.meetingRole === 'presenter',
    )
    await menuOf(page, dev)
    await choose(page, 'Remove from meeting')
    await becomes(
      () => sim.state(),
      ({ people }) => people.length === 1,
    )
  })

  it('hold all attendees’ cameras by the meeting options, presenters excepted', async () => {
    const { page, sim } = await harness.open({ params: quick })
    const pupil = await sim.join({ name: 'Dev Shah' })
    const helper = await sim.join({ name: 'Mr Evans', role: 'presenter' })
    await page.click('#callingButtons-showMoreBtn')
    await choose(page, 'Settings')
    await choose(page, 'Meeting options')
    await page.waitForSelector(
      '[data-tid="calling-right-side-panel"][aria-label="Meeting options"]',
    )
    await (await page.$('xpath/.//button[.="Audio & video"]'))?.click()
    await page.click('input[aria-label="Allow camera for attendees"]')
    expect((await person(sim, pupil))?.camera).toBe('on')
    await (await page.$('xpath/.//button[.="Save"]'))?.click()
    await becomes(
      () => person(sim, pupil),
      (one) => one?.camera === 'off',
    )
    expect((await person(sim, helper))?.camera).toBe('on')
    expect(await sim.camera(pupil, 'on')).toBe(false)
  })

  it('lock by the menu of either generation, and a deaf one does nothing', async () => {
    for (const lock of ['controls', 'people'] as const) {
      const { page, sim } = await harness.open({ params: { ...quick, lock } })
      const open = async (): Promise<void> => {
        if (lock === 'controls') await (await page.$('xpath/.//button[.="Controls"]'))?.click()
        else
          await page.click('[data-tid="calling-right-side-panel"] [data-tid="more-menu-trigger"]')
        await choose(page, lock === 'controls' ? 'Lock meeting' : 'Lock the meeting')
        await (await page.waitForSelector('xpath/.//button[.="Lock"]'))?.click()
      }
      if (lock === 'people') {
        await sim.openPanel('people')
        await page.waitForSelector(row)
      }
      await sim.deaf(['lock'])
      await open()
      expect((await sim.state()).locked).toBe(false)
      await sim.deaf([])
      await open()
      await becomes(
        () => words(page, '[role="alert"]'),
        (all) => all.includes('This meeting is locked. No one can join.'),
      )
      expect(await sim.knock({ name: 'Late' })).toBe(null)
      expect((await sim.state()).access.stranger).toBe('shutOut')
    }
  })

  it('mute all, record, and end the meeting for everyone after a question', async () => {
    const { page, sim } = await harness.open({ client: 'light', params: quick })
    const dev = await sim.join({ name: 'Dev Shah', microphone: 'on' })
    await sim.openPanel('people')
    await page.waitForSelector(row)
    await (await page.$('xpath/.//button[.="Mute all"]'))?.click()
    await becomes(
      () => person(sim, dev),
      (one) => one?.microphone === 'off',
    )
    expect((await person(sim, (await sim.state()).people[0]?.id ?? ''))?.microphone).toBe('on')
    await page.click('#recording-button')
    await page.waitForSelector('[data-tid="callingAlertDismissButton_JoinersOngoingRecording"]')
    await page.click('#recording-button')
    await page.click('[data-tid="stopRecordingConfirmationStopBtn"]')
    expect((await sim.state()).recording).toBe(false)
    await page.click('[data-tid="hangup-toggle-more-options-btn"]')
    await page.click('[data-tid="hangup-end-meeting-btn"]')
    expect((await sim.state()).phase).toBe('inCall')
    await page.click('[data-tid="endCallConfirmationBtn"]')
    await becomes(
      () => sim.state(),
      ({ phase, end }) => phase === 'ended' && end === 'callEnded',
    )
  })
})
