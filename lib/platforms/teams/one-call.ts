import type { Phase } from '../../meeting/index.ts'
import type { Memory } from './page.ts'
import { GAP_MS } from './read-place.ts'

/**
 * Forgets what holds for one call only. A signed-in Teams keeps one document for all calls of a day: the lock of the last lesson would be
 * shown as that of the next one, from its first second. A phase that is misread for a moment in the middle of a call costs nothing: only
 * another code, or a longer time outside, makes it another call.
 */
export function keepToOneCall(memory: Memory, phase: Phase, code: string): void {
  if (phase === 'unknown') return
  const now = performance.now()
  const { outSince, lastCode } = memory
  const isLong = outSince !== undefined && now - outSince > GAP_MS
  const isOther = outSince !== undefined && phase === 'inCall' && code !== lastCode
  if (isLong || isOther) {
    memory.lock = undefined
    memory.rollCall = undefined
  }
  if (phase !== 'inCall') {
    memory.outSince ??= now
    return
  }
  memory.outSince = undefined
  memory.lastCode = code
}
