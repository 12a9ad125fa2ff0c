// Procedural textures. Base textures are grey (a material's colour tints them) and are made once
// per page; patterns (wallpaper, bed linen, posters, views) are drawn for each scene.
import * as THREE from 'three'
import { Rng } from './rng.js'

const cache = new Map()

function tileNoise(size, cells, seed, cellsY = cells) {
  const rng = new Rng(seed)
  const g = new Float32Array(cells * cellsY)
  for (let i = 0; i < g.length; i++) g[i] = rng.next()
  const out = new Float32Array(size * size)
  const f = (t) => t * t * (3 - 2 * t)
  for (let y = 0; y < size; y++) {
    const gy = (y / size) * cellsY,
      y0 = Math.floor(gy),
      ty = f(gy - y0)
    const r0 = (y0 % cellsY) * cells,
      r1 = ((y0 + 1) % cellsY) * cells
    for (let x = 0; x < size; x++) {
      const gx = (x / size) * cells,
        x0 = Math.floor(gx),
        tx = f(gx - x0),
        a = x0 % cells,
        b = (x0 + 1) % cells
      const u = g[r0 + a] + (g[r0 + b] - g[r0 + a]) * tx
      const w = g[r1 + a] + (g[r1 + b] - g[r1 + a]) * tx
      out[y * size + x] = u + (w - u) * ty
    }
  }
  return out
}
function fbm(size, cells, octaves, seed, cellsY = cells) {
  const out = new Float32Array(size * size)
  let amp = 0.5,
    total = 0
  for (let o = 0; o < octaves; o++) {
    const n = tileNoise(
      size,
      Math.min(size, cells << o),
      seed + o * 77,
      Math.min(size, cellsY << o),
    )
    for (let i = 0; i < out.length; i++) out[i] += n[i] * amp
    total += amp
    amp *= 0.55
  }
  for (let i = 0; i < out.length; i++) out[i] /= total
  return out
}
function greyCanvas(size, fn) {
  const c = document.createElement('canvas')
  c.width = c.height = size
  const ctx = c.getContext('2d', { willReadFrequently: true })
  const img = ctx.createImageData(size, size)
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0; x < size; x++, i++) {
      const v = fn(x, y, i)
      const [r, g, b] = typeof v === 'number' ? [v, v, v] : v
      img.data[i * 4] = r * 255
      img.data[i * 4 + 1] = g * 255
      img.data[i * 4 + 2] = b * 255
      img.data[i * 4 + 3] = 255
    }
  }
  ctx.putImageData(img, 0, 0)
  return c
}
export function asTexture(canvas, metresX, metresY = metresX, repeat = true) {
  const t = new THREE.CanvasTexture(canvas)
  t.colorSpace = THREE.SRGBColorSpace
  if (repeat) {
    t.wrapS = t.wrapT = THREE.RepeatWrapping
    t.repeat.set(1 / metresX, 1 / metresY)
  }
  t.anisotropy = 1
  return t
}

const base = {
  plaster() {
    const n = fbm(256, 4, 6, 11),
      m = fbm(256, 64, 2, 12)
    return [greyCanvas(256, (x, y, i) => 0.93 + 0.07 * n[i] + 0.03 * (m[i] - 0.5)), 1.1]
  },
  wood(v) {
    const a = fbm(256, 2, 4, 100 + v * 9, 24),
      b = fbm(256, 3, 3, 140 + v * 9),
      c = fbm(256, 4, 3, 170 + v, 128)
    return [
      greyCanvas(256, (x, y, i) => {
        const ring = 0.5 + 0.5 * Math.sin((y / 256) * Math.PI * 2 * 6 + b[i] * 9 + a[i] * 7)
        const t = 0.62 + 0.2 * a[i] + 0.1 * ring + 0.2 * (c[i] - 0.5)
        return [Math.min(1, t * 1.04), t * 0.985, t * 0.94]
      }),
      0.9,
    ]
  },
  planks(v) {
    const rng = new Rng(300 + v),
      rows = 8,
      S = 512
    const a = fbm(S, 3, 4, 310 + v * 5, 96),
      b = fbm(S, 4, 3, 330 + v * 5)
    const tone = [],
      cut = []
    for (let r = 0; r < rows; r++) {
      tone.push([rng.range(-0.1, 0.1), rng.range(-0.1, 0.1)])
      cut.push([rng.int(0, S / 2), rng.int(S / 2 + 30, S)])
    }
    return [
      greyCanvas(S, (x, y, i) => {
        const r = Math.floor((y / S) * rows),
          fy = ((y / S) * rows) % 1
        const seg = x > cut[r][0] && x < cut[r][1] ? 0 : 1
        let t =
          0.7 +
          tone[r][seg] * 1.2 +
          0.26 * (a[(i + r * 37 * S) % (S * S)] - 0.5) +
          0.2 * (b[i] - 0.5)
        if (fy < 0.03 || Math.abs(x - cut[r][0]) < 1.5 || Math.abs(x - cut[r][1]) < 1.5) t *= 0.55
        return [Math.min(1, t * 1.04), t * 0.98, t * 0.93]
      }),
      1.25,
    ]
  },
  carpet(v) {
    const a = fbm(256, 128, 2, 400 + v),
      b = fbm(256, 6, 3, 420 + v)
    return [greyCanvas(256, (x, y, i) => 0.6 + 0.42 * a[i] + 0.25 * (b[i] - 0.5)), 0.7]
  },
  fabric(v) {
    const a = fbm(256, 128, 2, 500 + v),
      b = fbm(256, 5, 4, 520 + v)
    return [
      greyCanvas(
        256,
        (x, y, i) =>
          0.78 +
          0.08 * Math.sin(x * 1.57) * Math.sin(y * 1.57) +
          0.2 * (a[i] - 0.3) +
          0.16 * (b[i] - 0.5),
      ),
      0.35,
    ]
  },
  wrinkle(v) {
    // Soft creases, used as a bump for bed linen and cushions.
    const a = fbm(256, 3, 4, 600 + v, 5),
      b = fbm(256, 4, 4, 640 + v, 3)
    return [
      greyCanvas(
        256,
        (x, y, i) =>
          0.5 + 0.5 * (1 - Math.abs(2 * a[i] - 1)) * (1 - 0.6 * Math.abs(2 * b[i] - 1)) - 0.1,
      ),
      0.9,
    ]
  },
  knit() {
    const a = fbm(256, 64, 2, 700)
    return [
      greyCanvas(256, (x, y, i) => {
        const u = (x % 16) / 16,
          w = ((y + Math.abs(u - 0.5) * 16) % 10) / 10
        return (
          0.72 +
          0.16 * Math.sin(w * Math.PI) -
          0.22 * Math.pow(Math.abs(u - 0.5) * 2, 6) +
          0.12 * (a[i] - 0.5)
        )
      }),
      0.1,
    ]
  },
  stone(v) {
    const a = fbm(256, 90, 2, 800 + v),
      b = fbm(256, 5, 5, 820 + v)
    return [
      greyCanvas(
        256,
        (x, y, i) => 0.66 + (v ? 0.5 * (a[i] - 0.5) : 0) + 0.35 * (b[i] - 0.5) + 0.12,
      ),
      0.8,
    ]
  },
  tiles(v) {
    // 0: square white tiles, 1: metro (brick bond), 2: large tiles, 3: small mosaic
    const spec = [
        [4, 4, 0],
        [3, 6, 0.5],
        [2, 2, 0],
        [12, 12, 0],
      ][v],
      rng = new Rng(900 + v),
      S = 384
    const tone = Array.from({ length: 200 }, () => rng.range(-0.06, 0.06) * (v === 3 ? 3 : 1))
    const n = fbm(S <= 256 ? S : 384, 4, 4, 910 + v)
    return [
      greyCanvas(S, (x, y, i) => {
        const ry = (y / S) * spec[1],
          row = Math.floor(ry)
        const rx = (x / S) * spec[0] + (row % 2) * spec[2],
          col = Math.floor(rx) % spec[0]
        const fx = rx % 1,
          fy = ry % 1,
          ex = (0.012 * spec[0]) / 1.6,
          ey = (0.012 * spec[1]) / 1.6
        if (fx < ex || fy < ey) return 0.68
        const d = Math.min(fx - ex, 1 - fx, fy - ey, 1 - fy)
        return Math.min(
          1,
          0.9 + tone[(row * 13 + col * 7) % 200] + 0.05 * (n[i] - 0.5) + (d < 0.05 ? -0.03 : 0.02),
        )
      }),
      [0.6, 0.62, 1.0, 0.5][v],
    ]
  },
  brick() {
    const S = 512,
      rng = new Rng(950),
      n = fbm(S, 48, 3, 951),
      m = fbm(S, 6, 4, 957)
    const tone = Array.from({ length: 160 }, () => [rng.range(0.75, 1.1), rng.range(0, 1)])
    return [
      greyCanvas(S, (x, y, i) => {
        const ry = (y / S) * 12,
          row = Math.floor(ry),
          rx = (x / S) * 4 + (row % 2) * 0.5,
          col = Math.floor(rx) % 4
        const fx = rx % 1,
          fy = ry % 1,
          w = 0.03 * (m[i] - 0.5)
        if (fx < 0.035 + w || fy < 0.12 + 3 * w) {
          const g = 0.72 + 0.2 * (n[i] - 0.5)
          return [g, g * 0.97, g * 0.92]
        }
        const [t, k] = tone[(row * 17 + col * 5) % 160],
          e = t * (0.85 + 0.5 * (n[i] - 0.5))
        return [0.62 * e, (0.4 + 0.08 * k) * e, (0.33 + 0.1 * k) * e]
      }),
      0.95,
    ]
  },
  leaf() {
    const a = fbm(256, 30, 3, 980)
    return [
      greyCanvas(256, (x, y, i) => 0.7 + 0.5 * (a[i] - 0.4) + (Math.abs(x - 128) < 4 ? 0.15 : 0)),
      1,
    ]
  },
  hair(v) {
    const a = fbm(256, 96, 2, 1000 + v, 3),
      b = fbm(256, 12, 3, 1020 + v, 3)
    return [greyCanvas(256, (x, y, i) => 0.45 + 0.5 * a[i] + 0.35 * (b[i] - 0.5)), 1]
  },
  skin() {
    const a = fbm(256, 60, 2, 1050),
      b = fbm(256, 5, 3, 1055)
    return [
      greyCanvas(256, (x, y, i) => {
        const t = 0.93 + 0.06 * (a[i] - 0.5) + 0.05 * (b[i] - 0.5)
        return [t + 0.01, t, t]
      }),
      1,
    ]
  },
}
export function tex(name, v = 0) {
  const key = name + v
  if (!cache.has(key)) {
    const [c, m] = base[name](v)
    const t = asTexture(c, m)
    t.userData.shared = true
    cache.set(key, t)
  }
  return cache.get(key)
}

// ---------- drawn patterns ----------
export const hsl = (h, s, l) =>
  `hsl(${(((h % 360) + 360) % 360).toFixed(1)}, ${Math.max(0, Math.min(100, s)).toFixed(1)}%, ${Math.max(0, Math.min(100, l)).toFixed(1)}%)`
function canvas(w, h, fill) {
  const c = document.createElement('canvas')
  c.width = w
  c.height = h
  const x = c.getContext('2d', { willReadFrequently: true })
  x.fillStyle = fill
  x.fillRect(0, 0, w, h)
  return [c, x]
}
function speckle(x, rng, w, h, n, alpha = 0.05) {
  for (let i = 0; i < n; i++) {
    x.fillStyle = rng.chance(0.5) ? `rgba(255,255,255,${alpha})` : `rgba(0,0,0,${alpha})`
    x.fillRect(rng.int(0, w), rng.int(0, h), rng.int(1, 3), rng.int(1, 3))
  }
}
function star(x, cx, cy, r) {
  x.beginPath()
  for (let k = 0; k < 10; k++) {
    const a = (k * Math.PI) / 5 - Math.PI / 2,
      q = k % 2 ? r * 0.42 : r
    x.lineTo(cx + Math.cos(a) * q, cy + Math.sin(a) * q)
  }
  x.fill()
}
function flower(x, rng, cx, cy, r, petal, centre) {
  x.fillStyle = petal
  const n = rng.int(5, 6),
    o = rng.next() * 6
  for (let k = 0; k < n; k++) {
    const a = o + (k * 2 * Math.PI) / n
    x.beginPath()
    x.ellipse(cx + Math.cos(a) * r * 0.6, cy + Math.sin(a) * r * 0.6, r * 0.5, r * 0.34, a, 0, 7)
    x.fill()
  }
  x.fillStyle = centre
  x.beginPath()
  x.arc(cx, cy, r * 0.3, 0, 7)
  x.fill()
}
function leafShape(x, cx, cy, r, a, colour) {
  x.save()
  x.translate(cx, cy)
  x.rotate(a)
  x.fillStyle = colour
  x.beginPath()
  x.moveTo(0, 0)
  x.quadraticCurveTo(r * 0.5, -r * 0.4, r, 0)
  x.quadraticCurveTo(r * 0.5, r * 0.4, 0, 0)
  x.fill()
  x.restore()
}
// Tile-safe drawing: draws the motif on all sides of the tile.
function wrapped(S, cx, cy, fn) {
  for (const dx of [-S, 0, S]) for (const dy of [-S, 0, S]) fn(cx + dx, cy + dy)
}

export function wallpaper(rng, style, h, s, l) {
  const S = 256,
    [c, x] = canvas(S, S, hsl(h, s, l))
  const dark = hsl(h + rng.range(-20, 20), s + 6, l - rng.range(6, 16)),
    light = hsl(h, s, Math.min(97, l + 8))
  if (style === 'stripes') {
    const n = rng.pick([4, 6, 8])
    x.fillStyle = dark
    for (let k = 0; k < n; k++) x.fillRect((k * S) / n, 0, S / n / 2, S)
  }
  if (style === 'dots') {
    x.fillStyle = light
    for (let k = 0; k < 8; k++)
      for (let j = 0; j < 8; j++) {
        x.beginPath()
        x.arc((k + (j % 2) / 2 + 0.25) * 32, (j + 0.5) * 32, 6, 0, 7)
        x.fill()
      }
  }
  if (style === 'stars') {
    for (let k = 0; k < 14; k++) {
      const r = rng.range(6, 15),
        cx = rng.range(0, S),
        cy = rng.range(0, S)
      x.fillStyle = rng.chance(0.5) ? light : dark
      wrapped(S, cx, cy, (a, b) => star(x, a, b, r))
    }
  }
  if (style === 'floral') {
    for (let k = 0; k < 26; k++) {
      const cx = rng.range(0, S),
        cy = rng.range(0, S),
        a = rng.next() * 7,
        r = rng.range(14, 30),
        col = hsl(110 + rng.range(-25, 25), 18, l - rng.range(10, 24))
      wrapped(S, cx, cy, (p, q) => leafShape(x, p, q, r, a, col))
    }
    for (let k = 0; k < 9; k++) {
      const cx = rng.range(0, S),
        cy = rng.range(0, S),
        r = rng.range(10, 22),
        s0 = rng.fork(),
        hh = rng.range(-40, 40)
      wrapped(S, cx, cy, (p, q) => {
        const f = new Rng(7)
        flower(x, f, p, q, r, hsl(h + hh, s + 22, Math.min(92, l + 5)), hsl(45, 50, 60))
      })
      s0.next()
    }
  }
  if (style === 'geo') {
    x.strokeStyle = dark
    x.lineWidth = 3
    for (let k = -4; k < 8; k++) {
      x.beginPath()
      x.moveTo(k * 64, 0)
      x.lineTo(k * 64 + S, S)
      x.stroke()
      x.beginPath()
      x.moveTo(k * 64, S)
      x.lineTo(k * 64 + S, 0)
      x.stroke()
    }
  }
  speckle(x, rng, S, S, 900, 0.03)
  return asTexture(c, rng.range(0.5, 0.75))
}

export function linen(rng, style, h, s, l) {
  const S = 256,
    [c, x] = canvas(S, S, hsl(h, s, l))
  const two = hsl(
      h + rng.pick([0, 30, 180, 150]),
      Math.max(10, s),
      l > 60 ? l - rng.range(15, 35) : l + rng.range(25, 40),
    ),
    white = hsl(h, 10, 95)
  if (style === 'stripes') {
    const n = rng.pick([4, 6, 10])
    x.fillStyle = rng.chance(0.5) ? two : white
    for (let k = 0; k < n; k++) x.fillRect((k * S) / n, 0, (S / n) * rng.pick([0.5, 0.3]), S)
  }
  if (style === 'check') {
    x.globalAlpha = 0.45
    x.fillStyle = two
    const n = rng.pick([3, 4, 6])
    for (let k = 0; k < n; k++) {
      x.fillRect((k * S) / n, 0, S / n / 2, S)
      x.fillRect(0, (k * S) / n, S, S / n / 2)
    }
    x.globalAlpha = 1
  }
  if (style === 'dots') {
    x.fillStyle = rng.chance(0.5) ? white : two
    const n = rng.pick([4, 6]),
      q = S / n
    for (let k = 0; k <= n; k++)
      for (let j = 0; j < n; j++) {
        x.beginPath()
        x.arc((k + (j % 2) / 2) * q, (j + 0.5) * q, q * 0.22, 0, 7)
        x.fill()
      }
  }
  if (style === 'stars')
    for (let k = 0; k < 14; k++) {
      const r = rng.range(8, 20),
        cx = rng.range(0, S),
        cy = rng.range(0, S)
      x.fillStyle = rng.pick([white, two, hsl(48, 80, 62)])
      wrapped(S, cx, cy, (a, b) => star(x, a, b, r))
    }
  if (style === 'floral')
    for (let k = 0; k < 18; k++) {
      const r = rng.range(9, 22),
        cx = rng.range(0, S),
        cy = rng.range(0, S),
        col = rng.pick([two, white, hsl(h + 40, 45, 65)])
      wrapped(S, cx, cy, (a, b) => {
        leafShape(x, a, b, r * 1.8, 1, hsl(120, 25, 45))
        flower(x, new Rng(3), a, b, r, col, hsl(45, 60, 60))
      })
    }
  if (style === 'blocks') {
    const n = 4
    for (let k = 0; k < n; k++)
      for (let j = 0; j < n; j++) {
        x.fillStyle = rng.pick([hsl(h, s, l), two, white, hsl(h + 30, s, l - 8)])
        x.fillRect((k * S) / n, (j * S) / n, S / n + 1, S / n + 1)
      }
  }
  if (style === 'zigzag') {
    x.strokeStyle = two
    x.lineWidth = 14
    for (let j = -1; j < 6; j++) {
      x.beginPath()
      for (let k = 0; k <= 8; k++) x.lineTo((k * S) / 8, (j * S) / 5 + (k % 2) * 26)
      x.stroke()
    }
  }
  speckle(x, rng, S, S, 1200, 0.04)
  return asTexture(c, rng.range(0.45, 0.8))
}

export function rugArt(rng, h) {
  const [c, x] = canvas(256, 256, hsl(h, 35, 40))
  const cols = [hsl(h + 20, 40, 60), hsl(h + 180, 25, 50), hsl(40, 35, 78), hsl(h, 40, 28)]
  if (rng.chance(0.5)) {
    for (let k = 0; k < 5; k++) {
      x.strokeStyle = cols[k % 4]
      x.lineWidth = 8
      x.strokeRect(8 + k * 14, 8 + k * 14, 240 - k * 28, 240 - k * 28)
    }
    for (let k = 0; k < 40; k++) {
      x.fillStyle = rng.pick(cols)
      const a = rng.range(70, 186),
        b = rng.range(70, 186),
        r = rng.range(3, 9)
      for (const [p, q] of [
        [a, b],
        [256 - a, b],
        [a, 256 - b],
        [256 - a, 256 - b],
      ]) {
        x.beginPath()
        x.arc(p, q, r, 0, 7)
        x.fill()
      }
    }
  } else
    for (let k = 0; k < 16; k++) {
      x.fillStyle = rng.pick(cols)
      x.fillRect(0, k * 16, 256, rng.range(5, 16))
    }
  speckle(x, rng, 256, 256, 9000, 0.07)
  return asTexture(c, 1, 1, false)
}

export function picture(rng, child) {
  const W = 192,
    H = 256,
    kind = rng.pick(
      child
        ? ['rocket', 'animal', 'ball', 'hills', 'rainbow', 'alphabet', 'planets']
        : ['hills', 'abstract', 'sea', 'flowers', 'hills', 'sea', 'lines'],
    )
  const h = rng.range(0, 360),
    [c, x] = canvas(W, H, hsl(h, child ? 45 : 22, child ? 60 : 82))
  if (kind === 'rocket') {
    x.fillStyle = '#16224a'
    x.fillRect(0, 0, W, H)
    x.fillStyle = '#fff'
    for (let k = 0; k < 40; k++) x.fillRect(rng.range(0, W), rng.range(0, H), 2, 2)
    x.fillStyle = '#e8e8ec'
    x.beginPath()
    x.moveTo(96, 40)
    x.quadraticCurveTo(140, 110, 120, 180)
    x.lineTo(72, 180)
    x.quadraticCurveTo(52, 110, 96, 40)
    x.fill()
    x.fillStyle = hsl(h, 70, 50)
    x.beginPath()
    x.moveTo(72, 140)
    x.lineTo(44, 196)
    x.lineTo(76, 180)
    x.moveTo(120, 140)
    x.lineTo(148, 196)
    x.lineTo(116, 180)
    x.fill()
    x.beginPath()
    x.arc(96, 108, 15, 0, 7)
    x.fill()
    x.fillStyle = '#f7a72c'
    x.beginPath()
    x.moveTo(80, 182)
    x.lineTo(96, 226)
    x.lineTo(112, 182)
    x.fill()
  }
  if (kind === 'animal') {
    const col = rng.pick(['#b97a3a', '#8c8c92', '#e3c27d', '#5a4636'])
    x.fillStyle = col
    for (const s of [-1, 1]) {
      x.beginPath()
      x.arc(96 + s * 46, 86, 24, 0, 7)
      x.fill()
    }
    x.beginPath()
    x.arc(96, 130, 62, 0, 7)
    x.fill()
    x.fillStyle = '#f4e6d2'
    x.beginPath()
    x.ellipse(96, 156, 30, 24, 0, 0, 7)
    x.fill()
    x.fillStyle = '#1d1714'
    for (const s of [-1, 1]) {
      x.beginPath()
      x.arc(96 + s * 24, 116, 8, 0, 7)
      x.fill()
    }
    x.beginPath()
    x.ellipse(96, 146, 11, 8, 0, 0, 7)
    x.fill()
  }
  if (kind === 'ball') {
    x.fillStyle = hsl(110, 45, 38)
    x.fillRect(0, 160, W, 96)
    x.fillStyle = '#f2f2f0'
    x.beginPath()
    x.arc(96, 130, 56, 0, 7)
    x.fill()
    x.fillStyle = '#222'
    for (let k = 0; k < 5; k++) {
      const a = (k * 6.283) / 5
      x.beginPath()
      x.arc(96 + Math.cos(a) * 42, 130 + Math.sin(a) * 42, 12, 0, 7)
      x.fill()
    }
    x.beginPath()
    x.arc(96, 130, 14, 0, 7)
    x.fill()
  }
  if (kind === 'hills' || kind === 'sea') {
    const g = x.createLinearGradient(0, 0, 0, H)
    g.addColorStop(0, hsl(kind === 'sea' ? 205 : h, 50, 70))
    g.addColorStop(0.6, hsl(40, 60, 84))
    x.fillStyle = g
    x.fillRect(0, 0, W, H)
    for (let k = 0; k < 5; k++) {
      x.fillStyle = kind === 'sea' ? hsl(200, 45, 55 - k * 7) : hsl(h + 100 + k * 8, 28, 58 - k * 9)
      x.beginPath()
      x.moveTo(0, H)
      const y0 = 110 + k * 28,
        f = rng.range(1, 3),
        p = rng.next() * 6
      for (let q = 0; q <= W; q += 8)
        x.lineTo(q, y0 + Math.sin((q / W) * 6.28 * f + p) * (kind === 'sea' ? 4 : 22))
      x.lineTo(W, H)
      x.fill()
    }
  }
  if (kind === 'rainbow')
    for (let k = 0; k < 7; k++) {
      x.strokeStyle = hsl(k * 45, 75, 58)
      x.lineWidth = 12
      x.beginPath()
      x.arc(96, 190, 84 - k * 11, Math.PI, 0)
      x.stroke()
    }
  if (kind === 'alphabet') {
    x.fillStyle = '#faf6ea'
    x.fillRect(0, 0, W, H)
    x.font = 'bold 34px sans-serif'
    for (let k = 0; k < 24; k++) {
      x.fillStyle = hsl(k * 47, 60, 45)
      x.fillText(String.fromCharCode(65 + k), 14 + (k % 4) * 44, 44 + Math.floor(k / 4) * 40)
    }
  }
  if (kind === 'planets') {
    x.fillStyle = '#101630'
    x.fillRect(0, 0, W, H)
    for (let k = 0; k < 7; k++) {
      x.fillStyle = hsl(rng.range(0, 360), 55, 58)
      x.beginPath()
      x.arc(rng.range(20, 172), rng.range(20, 236), rng.range(6, 28), 0, 7)
      x.fill()
    }
  }
  if (kind === 'abstract')
    for (let k = 0; k < 7; k++) {
      x.fillStyle = hsl(h + rng.pick([0, 25, 180]), rng.range(20, 45), rng.range(30, 80))
      x.beginPath()
      x.ellipse(
        rng.range(0, W),
        rng.range(0, H),
        rng.range(20, 70),
        rng.range(20, 90),
        rng.next() * 3,
        0,
        7,
      )
      x.fill()
    }
  if (kind === 'flowers')
    for (let k = 0; k < 9; k++) {
      const cx = rng.range(40, 152),
        cy = rng.range(40, 140)
      x.strokeStyle = '#54744a'
      x.lineWidth = 3
      x.beginPath()
      x.moveTo(cx, cy)
      x.lineTo(96, 240)
      x.stroke()
      flower(x, rng, cx, cy, rng.range(14, 26), hsl(h + rng.range(-40, 40), 55, 62), '#d9b04a')
    }
  if (kind === 'lines')
    for (let k = 0; k < 14; k++) {
      x.strokeStyle = hsl(h + 180, 25, rng.range(25, 60))
      x.lineWidth = rng.range(2, 9)
      x.beginPath()
      x.moveTo(rng.range(0, W), rng.range(0, H))
      x.bezierCurveTo(
        rng.range(0, W),
        rng.range(0, H),
        rng.range(0, W),
        rng.range(0, H),
        rng.range(0, W),
        rng.range(0, H),
      )
      x.stroke()
    }
  if (!child || rng.chance(0.3)) {
    x.strokeStyle = '#f3f1ec'
    x.lineWidth = child ? 10 : 34
    x.strokeRect(0, 0, W, H)
  }
  return asTexture(c, 1, 1, false)
}

export function outside(rng, night) {
  const W = 128,
    H = 128,
    [c, x] = canvas(W, H, '#fff')
  const g = x.createLinearGradient(0, 0, 0, H)
  if (night) {
    g.addColorStop(0, '#0a1020')
    g.addColorStop(1, '#1c2638')
  } else {
    g.addColorStop(0, hsl(208, rng.range(15, 60), 84))
    g.addColorStop(0.7, '#f4f7f8')
    g.addColorStop(1, '#e6ebdf')
  }
  x.fillStyle = g
  x.fillRect(0, 0, W, H)
  x.filter = 'blur(3px)'
  if (night) {
    for (let k = 0; k < 4; k++) {
      x.fillStyle = '#e9b966'
      x.fillRect(rng.range(0, W), rng.range(60, 110), 6, 8)
    }
  } else {
    for (let k = 0; k < 22; k++) {
      x.fillStyle = hsl(rng.range(80, 125), rng.range(15, 35), rng.range(35, 62))
      x.beginPath()
      x.arc(rng.range(0, W), rng.range(72, 120), rng.range(8, 20), 0, 7)
      x.fill()
    }
    if (rng.chance(0.5)) {
      x.fillStyle = hsl(15, 25, 62)
      x.fillRect(rng.range(0, 60), 60, 46, 70)
      x.fillStyle = hsl(12, 20, 45)
      x.fillRect(rng.range(0, 60), 52, 50, 12)
    }
  }
  return asTexture(c, 1, 1, false)
}

// What a mirror shows: a blurred room.
export function reflection(rng, wall) {
  const [c, x] = canvas(64, 64, wall)
  x.filter = 'blur(4px)'
  x.fillStyle = 'rgba(255,255,255,0.5)'
  x.fillRect(rng.range(0, 30), 8, 20, 30)
  x.fillStyle = 'rgba(60,50,45,0.35)'
  x.fillRect(rng.range(0, 40), 36, 26, 40)
  x.fillStyle = 'rgba(255,255,255,0.35)'
  x.fillRect(0, 0, 64, 10)
  return asTexture(c, 1, 1, false)
}
