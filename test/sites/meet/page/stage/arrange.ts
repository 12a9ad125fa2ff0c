import type { Box } from './tile.ts'

export interface Arrangement {
  readonly share: Box | undefined
  readonly tiles: readonly Box[]
  /** Where "+N others" goes, when not everybody has room. */
  readonly others: Box | undefined
}

const gap = 12

/** Where the tiles go: a grid that fills the stage, at most `limit` cells, the last one for "+N others". */
export function grid(width: number, height: number, people: number, limit: number): Arrangement {
  const over = people > limit
  const cells = Math.min(people, limit)
  const { columns, rows } = bestGrid(width, height, cells)
  const w = (width - gap * (columns - 1)) / columns
  const tall = (height - gap * (rows - 1)) / rows
  const { w: wide, h } = shape(w, tall)
  const used = rows * h + gap * (rows - 1)
  const boxes: Box[] = []
  for (let at = 0; at < cells; at += 1) {
    const row = Math.floor(at / columns)
    const inRow = Math.min(columns, cells - row * columns)
    const start = (width - inRow * wide - (inRow - 1) * gap) / 2
    boxes.push({
      left: Math.round(start + (at % columns) * (wide + gap)),
      top: Math.round((height - used) / 2 + row * (h + gap)),
      width: Math.round(wide),
      height: Math.round(h),
    })
  }
  return {
    share: undefined,
    tiles: over ? boxes.slice(0, -1) : boxes,
    others: over ? boxes.at(-1) : undefined,
  }
}

/** One large tile or shared screen and a column of small ones beside it. */
export function sidebar(width: number, height: number, people: number, limit: number): Arrangement {
  const column = Math.max(160, Math.min(240, Math.round(width * 0.2)))
  const h = Math.round(column * (9 / 16))
  const room = Math.max(1, Math.min(limit, Math.floor((height + gap) / (h + gap))))
  const shown = Math.min(people, room)
  const boxes: Box[] = []
  for (let at = 0; at < shown; at += 1) {
    boxes.push({ left: width - column, top: at * (h + gap), width: column, height: h })
  }
  const over = people > room
  return {
    share: { left: 0, top: 0, width: width - column - gap, height },
    tiles: over ? boxes.slice(0, -1) : boxes,
    others: over ? boxes.at(-1) : undefined,
  }
}

function bestGrid(width: number, height: number, cells: number): { columns: number; rows: number } {
  let best = { columns: 1, rows: Math.max(1, cells), size: 0 }
  for (let columns = 1; columns <= Math.max(1, cells); columns += 1) {
    const rows = Math.ceil(cells / columns)
    const w = (width - gap * (columns - 1)) / columns
    const h = (height - gap * (rows - 1)) / rows
    const fit = shape(w, h)
    const size = fit.w * fit.h
    if (size > best.size) best = { columns, rows, size }
  }
  return best
}

/** A tile is never wider than 16:9 nor taller than 4:3. */
function shape(w: number, h: number): { w: number; h: number } {
  return { w: Math.min(w, h * (16 / 9)), h: Math.min(h, w * 0.75) }
}
