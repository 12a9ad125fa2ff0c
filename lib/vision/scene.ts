/**
 * Cheap facts about a picture, from its pixels alone: how bright, how flat, whether it is torn, and a coarse grid by which a
 * later picture can be told to show another scene. Pure arithmetic; nothing here knows who or what is in the picture.
 */

export const GRID_COLUMNS = 8
export const GRID_ROWS = 6

/** What a quick look at the pixels tells. Brightness is luma 0–255. */
export interface PictureFacts {
  readonly mean: number
  readonly spread: number
  /** GRID_COLUMNS × GRID_ROWS mean brightnesses, row by row. */
  readonly grid: readonly number[]
  /** The lower part is one flat colour under a picture: a frame that was only half decoded. */
  readonly torn: boolean
}

const FLAT_ROW_SPREAD = 1.5
const TORN_SHARE = 0.25

/** `rgba` holds width × height pixels of four bytes. Throws RangeError where the sizes do not fit. */
export function pictureFacts(rgba: Uint8ClampedArray, width: number, height: number): PictureFacts {
  if (width < GRID_COLUMNS || height < GRID_ROWS || rgba.length < width * height * 4) {
    throw new RangeError(
      `A picture of ${width}×${height} with ${rgba.length} bytes can’t be looked at.`,
    )
  }
  const sums = new Float64Array(GRID_COLUMNS * GRID_ROWS)
  const counts = new Uint32Array(GRID_COLUMNS * GRID_ROWS)
  const flatRows: boolean[] = []
  let sum = 0
  let squares = 0
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * GRID_ROWS) / height) * GRID_COLUMNS
    let rowSum = 0
    let rowSquares = 0
    for (let x = 0; x < width; x += 1) {
      const luma = lumaAt(rgba, (y * width + x) * 4)
      const cell = row + Math.floor((x * GRID_COLUMNS) / width)
      sums[cell] = (sums[cell] ?? 0) + luma
      counts[cell] = (counts[cell] ?? 0) + 1
      rowSum += luma
      rowSquares += luma * luma
    }
    flatRows.push(spreadOf(rowSum, rowSquares, width) < FLAT_ROW_SPREAD)
    sum += rowSum
    squares += rowSquares
  }
  const spread = spreadOf(sum, squares, width * height)
  return {
    mean: sum / (width * height),
    spread,
    grid: Array.from(sums, (cell, index) => cell / (counts[index] ?? 1)),
    torn: spread >= 8 && flatBottom(flatRows) >= TORN_SHARE * height,
  }
}

/** Where brightnesses lie in a decoder's picture: `step` bytes apart, rows `stride` bytes apart. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly offset: number
  readonly stride: number
  readonly step: 1 | 4
}

/** Samples that are looked at in each cell of the grid, across and down. */
const SAMPLES = 6

/** The grid of a picture from a few samples in each cell; much cheaper than all pixels and as good for telling scenes apart. */
export function planeGrid(bytes: Uint8Array, plane: Plane): readonly number[] | undefined {
  const { width, height, offset, stride, step } = plane
  if (width < GRID_COLUMNS || height < GRID_ROWS) return undefined
  // Of four colour bytes the second is green in every order that browsers use.
  const from = offset + (step === 4 ? 1 : 0)
  const grid: number[] = []
  for (let row = 0; row < GRID_ROWS; row += 1) {
    for (let column = 0; column < GRID_COLUMNS; column += 1) {
      let sum = 0
      for (let down = 0; down < SAMPLES; down += 1) {
        const y = Math.floor(((row + (down + 0.5) / SAMPLES) * height) / GRID_ROWS)
        for (let across = 0; across < SAMPLES; across += 1) {
          const x = Math.floor(((column + (across + 0.5) / SAMPLES) * width) / GRID_COLUMNS)
          sum += bytes[from + y * stride + x * step] ?? 0
        }
      }
      grid.push(sum / (SAMPLES * SAMPLES))
    }
  }
  return grid
}

/** The grid of a picture from that of its mirror image. */
export function mirroredGrid(grid: readonly number[]): readonly number[] {
  return grid.map((_, cell) => {
    const column = cell % GRID_COLUMNS
    return grid[cell - column + (GRID_COLUMNS - 1 - column)] ?? 0
  })
}

function lumaAt(rgba: Uint8ClampedArray, at: number): number {
  return 0.2126 * (rgba[at] ?? 0) + 0.7152 * (rgba[at + 1] ?? 0) + 0.0722 * (rgba[at + 2] ?? 0)
}

function spreadOf(sum: number, squares: number, count: number): number {
  const mean = sum / count
  return Math.sqrt(Math.max(0, squares / count - mean * mean))
}

function flatBottom(flatRows: readonly boolean[]): number {
  const lastLively = flatRows.lastIndexOf(false)
  return flatRows.length - 1 - lastLively
}

/**
 * How much the background of two grids differs, 0 (same) to 1. Only the cells where a room shows beside a person count: the
 * two upper rows and the outer columns. A change of the light alone is taken out first, so that a lamp is not a new room.
 */
export function sceneDistance(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length || a.length !== GRID_COLUMNS * GRID_ROWS) return 1
  const meanA = backgroundMean(a)
  const meanB = backgroundMean(b)
  let different = 0
  for (const cell of BACKGROUND_CELLS) {
    const delta = (a[cell] ?? 0) - meanA - ((b[cell] ?? 0) - meanB)
    if (Math.abs(delta) > CELL_DIFFERENCE) different += 1
  }
  return different / BACKGROUND_CELLS.length
}

/** A background cell counts as changed above this difference in brightness (0–255). */
const CELL_DIFFERENCE = 18

/** From this distance on two grids are taken to show different scenes. */
export const SCENE_CHANGED = 0.42

const BACKGROUND_CELLS: readonly number[] = Array.from(
  { length: GRID_COLUMNS * GRID_ROWS },
  (_, index) => index,
).filter((index) => {
  const column = index % GRID_COLUMNS
  return index < 2 * GRID_COLUMNS || column === 0 || column === GRID_COLUMNS - 1
})

function backgroundMean(grid: readonly number[]): number {
  let sum = 0
  for (const cell of BACKGROUND_CELLS) sum += grid[cell] ?? 0
  return sum / BACKGROUND_CELLS.length
}

/** The reference drifts slowly towards what is seen, so that dusk is not a new scene. */
export function drift(
  reference: readonly number[],
  seen: readonly number[],
  share: number,
): readonly number[] {
  return reference.map((value, index) => value + share * ((seen[index] ?? value) - value))
}
