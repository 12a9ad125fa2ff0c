/** A shared screen: a plain lesson slide whose clock moves, so that the stream has frames. */
export class Slides {
  readonly canvas = document.createElement('canvas')
  readonly track: CanvasCaptureMediaStreamTrack
  private readonly pen: CanvasRenderingContext2D
  private readonly owner: string
  private last = -1
  private started: number | undefined

  constructor(owner: string) {
    this.owner = owner
    this.canvas.width = 1280
    this.canvas.height = 720
    const pen = this.canvas.getContext('2d', { alpha: false })
    if (pen === null) throw new Error('This browser gives no 2D canvas.')
    this.pen = pen
    const track = this.canvas.captureStream(0).getVideoTracks()[0]
    if (track === undefined) throw new Error('The canvas gave no video track.')
    this.track = track as CanvasCaptureMediaStreamTrack
  }

  draw(now: number): void {
    const beat = Math.floor(now / 500)
    this.started ??= now
    // Often at first, so that whoever just sees the share has a picture soon, then twice a second.
    if (beat === this.last && now - this.started > 3000) return
    this.last = beat
    const pen = this.pen
    pen.fillStyle = '#fdfcf7'
    pen.fillRect(0, 0, 1280, 720)
    pen.fillStyle = '#1f4e79'
    pen.fillRect(0, 0, 1280, 96)
    pen.fillStyle = '#ffffff'
    pen.font = '600 44px Arial, sans-serif'
    pen.fillText('Year 4 Maths – fractions', 48, 64)
    pen.fillStyle = '#222222'
    pen.font = '40px Arial, sans-serif'
    const lines = [
      'Which is larger: ½ or ⅜ ?',
      'Draw both on a number line.',
      'Explain your answer to a partner.',
    ]
    lines.forEach((line, at) => pen.fillText(`${at + 1}.  ${line}`, 72, 210 + at * 84))
    for (let i = 0; i < 8; i += 1) {
      pen.fillStyle = i < 3 ? '#f2b134' : '#e8e4d8'
      pen.fillRect(72 + i * 138, 500, 128, 90)
    }
    pen.fillStyle = '#888888'
    pen.font = '24px Arial, sans-serif'
    pen.fillText(`${this.owner} · ${beat % 1000}`, 72, 680)
    this.track.requestFrame()
  }
}
