import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OWN_PREVIEW } from '../../lib/vision/preview.ts'
import { bundlePlatforms, launchBrowser, openMeetPage } from './support/adapterPage.ts'
import { bar, bare, call, device, tile } from './support/meetHtml.ts'

// Which pictures of a Meet page may be looked at at all: never a screen, and in the green room only the teacher's own.
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await openMeetPage(browser, await bundlePlatforms(), bare(''))
})
afterAll(() => browser?.close())

const video = (id: string, width = 320, height = 180) =>
  `<video id="${id}" autoplay playsinline style="width:${width}px;height:${height}px"></video>`
const JOIN = '<button jsname="Qx7uuf"><span>Join now</span></button>'
const GREEN_ROOM = bare(
  `<main><div data-participant-id="${device(1)}">${video('sample', 60, 40)}${video('own')}
   <i class="google-symbols">visual_effects</i></div></main>${video('film', 600, 400)}${JOIN}`,
)

/** Shows the page and plays a small camera in every video but `film`, which has no stream, like one from a file. */
async function show(html: string): Promise<void> {
  await page.evaluate(async (text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html')
    document.body.replaceChildren(...parsed.body.childNodes)
    Object.assign(globalThis, { adapter: eval('platforms').createMeetAdapter() })
    for (const element of document.querySelectorAll('video')) {
      if (element.id === 'film') continue
      const canvas = document.createElement('canvas')
      canvas.width = 64
      canvas.height = 36
      const pen = canvas.getContext('2d')
      element.muted = true
      element.srcObject = canvas.captureStream(10)
      const paint = setInterval(() => pen?.fillRect(0, 0, Math.random() * 64, 36), 50)
      await element.play()
      while (element.readyState < 2 || element.videoWidth === 0)
        await new Promise((next) => element.addEventListener('timeupdate', next, { once: true }))
      clearInterval(paint)
    }
  }, html)
}

/** What the adapter gives out, after a full reading or without one. */
function seen(reads = true): Promise<{ phase: string; videos: [string, string, boolean][] }> {
  return page.evaluate((withReading) => {
    const { adapter } = globalThis as unknown as {
      adapter: {
        read(doc: Document, url: URL): { phase: string }
        videos(doc: Document): { participantId: string; video: Element; isSelf: boolean }[]
      }
    }
    const phase = withReading ? adapter.read(document, new URL(location.href)).phase : ''
    const videos = adapter
      .videos(document)
      .map((one): [string, string, boolean] => [one.participantId, one.video.id, one.isSelf])
    return { phase, videos }
  }, reads)
}

describe('the pictures that may be looked at', () => {
  it('are the teacher’s own in the green room: the largest live one, under an id of our own', async () => {
    await show(GREEN_ROOM)
    expect(await seen()).toEqual({ phase: 'greenRoom', videos: [[OWN_PREVIEW, 'own', true]] })
  })

  it('are none in the green room with the camera off', async () => {
    await show(bare(`<main>${video('film')}</main>${JOIN}`))
    expect(await seen()).toEqual({ phase: 'greenRoom', videos: [] })
  })

  it('are never a pupil’s as the teacher’s own: the call may have begun since the last reading', async () => {
    await show(GREEN_ROOM)
    expect((await seen()).phase).toBe('greenRoom')
    await page.evaluate(
      (text) => {
        const parsed = new DOMParser().parseFromString(text, 'text/html')
        const own = document.getElementById('own')
        document.body.replaceChildren(...parsed.body.childNodes)
        if (own !== null) document.querySelector('[data-participant-id] [data-ssrc]')?.append(own)
      },
      bare(`<main>${tile({ n: 2, name: 'Dev Shah' })}</main>${bar({})}`),
    )
    const { videos } = await seen(false)
    expect(videos).toEqual([[device(2), 'own', false]])
  })

  it('are no screen that somebody shares, beside their camera', async () => {
    const share = tile({
      n: 2,
      name: 'Dev Shah',
      mediaId: 'spaces/testSpace/devices/77',
      layer: video('screen', 100, 50),
      extra: '<button jsname="fniDcc" aria-label="Pin Dev Shah&#39;s presentation"></button>',
    })
    const camera = tile({ n: 2, name: 'Dev Shah', layer: video('camera', 100, 50) })
    await show(call({ tiles: tile({ n: 1, self: true }) + share + camera, count: 2 }))
    expect(await seen()).toEqual({ phase: 'inCall', videos: [[device(2), 'camera', false]] })
  })
})
