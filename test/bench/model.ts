import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { archiveOf } from '../../scripts/package/archive.mjs'
import { setVisionStage } from '../dom/visionPage.ts'
import type { Figure } from './figure.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const LOOKS = 200

/** The shipped room model in MediaPipe as the extension runs it, one look after the other on one core. */
export async function modelFigures(): Promise<readonly Figure[]> {
  const stage = await setVisionStage()
  try {
    const page = await stage.open()
    const started = await page.evaluate('visionTest.start()')
    if (started !== 'ready') throw new Error(`The room model did not start: ${String(started)}`)
    await page.evaluate('visionTest.time(20)')
    const { all, model } = (await page.evaluate(`visionTest.time(${LOOKS})`)) as Record<
      'all' | 'model',
      number
    >
    const { size } = await stat(`${ROOT}models/rooms.tflite`)
    return [
      {
        what: `room model: one frame, median of ${LOOKS}`,
        value: model,
        unit: 'ms',
        budget: 6,
        baseline: { what: 'with cutting, scaling and reading back', value: all },
      },
      { what: 'room model: its file', value: size / 1e6, unit: 'MB', budget: 3 },
    ]
  } finally {
    await stage.close()
  }
}

/** What the store or a school gets (npm run package). */
export function packageFigures(): readonly Figure[] {
  const bytes = archiveOf(`${ROOT}.output/chrome-mv3`).length
  return [{ what: 'package, zipped', value: bytes / 1e6, unit: 'MB', budget: 8 }]
}
