/** A plain room painted on a canvas, for when no drawn scene of that name is there. Same name, same picture. */
export function paintRoom(name: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 360
  const pen = canvas.getContext('2d')
  if (pen === null) return canvas
  let seed = 11
  for (const letter of name) seed = (seed * 33 + letter.charCodeAt(0)) % 9973
  const hue = seed % 360
  const wall = pen.createLinearGradient(0, 0, 640, 300)
  wall.addColorStop(0, `hsl(${hue} 26% 74%)`)
  wall.addColorStop(1, `hsl(${hue} 24% 58%)`)
  pen.fillStyle = wall
  pen.fillRect(0, 0, 640, 360)
  if (/bed/.test(name)) bed(pen, hue)
  else if (/kitchen/.test(name)) kitchen(pen, hue)
  else if (/plain|wall/.test(name)) return canvas
  else living(pen, hue)
  return canvas
}

function box(
  pen: CanvasRenderingContext2D,
  colour: string,
  x: number,
  y: number,
  w: number,
  h: number,
): void {
  pen.fillStyle = colour
  pen.beginPath()
  pen.roundRect(x, y, w, h, 10)
  pen.fill()
}

function bed(pen: CanvasRenderingContext2D, hue: number): void {
  box(pen, 'hsl(28 35% 36%)', 30, 120, 300, 150)
  box(pen, '#f2efe9', 60, 170, 110, 60)
  box(pen, '#f7f4ee', 190, 170, 110, 60)
  box(pen, `hsl(${(hue + 140) % 360} 45% 52%)`, 20, 220, 330, 140)
  box(pen, 'hsl(28 30% 30%)', 430, 230, 90, 130)
  box(pen, '#ffe9b8', 452, 170, 46, 56)
}

function kitchen(pen: CanvasRenderingContext2D, hue: number): void {
  for (let i = 0; i < 4; i += 1) box(pen, `hsl(${hue} 12% 92%)`, 20 + i * 156, 20, 144, 104)
  box(pen, '#8d9398', 0, 226, 640, 22)
  for (let i = 0; i < 5; i += 1) box(pen, `hsl(${hue} 14% 84%)`, 8 + i * 128, 252, 118, 108)
  box(pen, '#d8dde0', 470, 132, 110, 92)
}

function living(pen: CanvasRenderingContext2D, hue: number): void {
  box(pen, 'hsl(30 30% 34%)', 420, 40, 180, 320)
  for (let i = 0; i < 4; i += 1) {
    for (let j = 0; j < 9; j += 1) {
      box(pen, `hsl(${(hue + j * 41 + i * 17) % 360} 38% 50%)`, 430 + j * 18, 52 + i * 74, 14, 56)
    }
  }
  box(pen, '#e9eef2', 60, 40, 190, 120)
  box(pen, `hsl(${(hue + 190) % 360} 24% 44%)`, 20, 220, 340, 140)
}
