import type { SimCamera } from '../../sim.d.ts'
import type { Drawable } from './scenes.ts'

/** One camera: a room with somebody in front, drawn into a canvas whose stream is the track that is sent. */
export class Picture {
  readonly canvas = document.createElement('canvas')
  readonly track: CanvasCaptureMediaStreamTrack
  room: Drawable | undefined
  figure: Drawable | undefined
  drawnFigure: string
  camera: SimCamera = 'on'
  frozen = false
  private readonly pen: CanvasRenderingContext2D
  private readonly phase: number

  constructor(seed: number, drawnFigure: string) {
    this.canvas.width = 320
    this.canvas.height = 180
    this.drawnFigure = drawnFigure
    this.phase = (seed % 97) / 7
    const pen = this.canvas.getContext('2d', { alpha: false })
    if (pen === null) throw new Error('This browser gives no 2D canvas.')
    this.pen = pen
    const track = this.canvas.captureStream(0).getVideoTracks()[0]
    if (track === undefined) throw new Error('The canvas gave no video track.')
    this.track = track as CanvasCaptureMediaStreamTrack
  }

  size(width: number, height: number): void {
    if (this.canvas.width === width && this.canvas.height === height) return
    this.canvas.width = width
    this.canvas.height = height
  }

  /** Draws the frame of `now` (ms) and gives it to the track. */
  draw(now: number): void {
    if (this.frozen) return
    const { width, height } = this.canvas
    const t = now / 1000 + this.phase
    if (this.camera === 'covered') this.dark(width, height, t)
    else {
      this.cover(this.room, width, height, Math.sin(t / 5) * 2)
      this.person(width, height, t)
    }
    this.track.requestFrame()
  }

  /** A finger on the lens: near black, not quite even, never quite still. */
  private dark(width: number, height: number, t: number): void {
    this.pen.fillStyle = '#050404'
    this.pen.fillRect(0, 0, width, height)
    this.pen.fillStyle = `rgb(${8 + Math.round(2 * Math.sin(t))} 5 4)`
    this.pen.fillRect(width * 0.3, height * 0.35, width * 0.4, height * 0.3)
  }

  private cover(room: Drawable | undefined, width: number, height: number, shift: number): void {
    if (room === undefined) {
      this.pen.fillStyle = '#777'
      this.pen.fillRect(0, 0, width, height)
      return
    }
    const scale = Math.max(width / room.width, height / room.height) * 1.03
    const w = room.width * scale
    const h = room.height * scale
    this.pen.drawImage(room, (width - w) / 2 + shift, (height - h) / 2, w, h)
  }

  private person(width: number, height: number, t: number): void {
    if (this.drawnFigure === 'none') return
    const x = width / 2 + Math.sin(t / 2.3) * width * 0.012
    const y = height + Math.sin(t / 1.7) * height * 0.008
    if (this.figure !== undefined) {
      const h = height * 0.8
      const w = (this.figure.width / this.figure.height) * h
      this.pen.drawImage(this.figure, x - w / 2, y - h * 0.98, w, h * 1.02)
      return
    }
    this.shape(x, y, height)
  }

  /** Head and shoulders where no drawn person is there. */
  private shape(x: number, y: number, height: number): void {
    let seed = 3
    for (const letter of this.drawnFigure) seed = (seed * 31 + letter.charCodeAt(0)) % 997
    const pen = this.pen
    const r = height * 0.19
    pen.fillStyle = `hsl(${(seed * 47) % 360} 40% 40%)`
    pen.beginPath()
    pen.ellipse(x, y + r * 0.2, r * 2, r * 1.7, 0, Math.PI, 0)
    pen.fill()
    pen.fillStyle = `hsl(${20 + (seed % 14)} ${30 + (seed % 20)}% ${34 + ((seed * 13) % 42)}%)`
    pen.beginPath()
    pen.ellipse(x, y - r * 2.3, r * 0.8, r, 0, 0, Math.PI * 2)
    pen.fill()
    pen.fillStyle = `hsl(${15 + (seed % 25)} 35% ${12 + ((seed * 7) % 25)}%)`
    pen.beginPath()
    pen.ellipse(x, y - r * 2.75, r * 0.86, r * 0.72, 0, Math.PI, 0)
    pen.fill()
  }
}
