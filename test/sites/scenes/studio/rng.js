// Seeded random numbers: the same seed always gives the same picture.
export class Rng {
  constructor(seed) {
    this.s = (seed >>> 0) ^ 0x9e3779b9
    for (let i = 0; i < 4; i++) this.next()
  }
  next() {
    let t = (this.s = (this.s + 0x6d2b79f5) | 0)
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  range(a, b) {
    return a + (b - a) * this.next()
  }
  int(a, b) {
    return Math.floor(this.range(a, b + 1))
  }
  chance(p) {
    return this.next() < p
  }
  pick(list) {
    return list[Math.floor(this.next() * list.length)]
  }
  sign() {
    return this.next() < 0.5 ? -1 : 1
  }
  fork() {
    return new Rng(Math.floor(this.next() * 4294967296))
  }
}

// A number from a text, so that every kind of room has its own series of seeds.
export function hashText(text) {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  return h >>> 0
}

// Smooth lattice noise in two and three dimensions (not tileable), about -1..1.
export function makeNoise(seed) {
  const p = new Uint8Array(512)
  const rng = new Rng(seed)
  const v = new Float32Array(256)
  for (let i = 0; i < 256; i++) {
    p[i] = i
    v[i] = rng.range(-1, 1)
  }
  for (let i = 255; i > 0; i--) {
    const j = rng.int(0, i)
    const t = p[i]
    p[i] = p[j]
    p[j] = t
  }
  for (let i = 0; i < 256; i++) p[256 + i] = p[i]
  const f = (t) => t * t * t * (t * (t * 6 - 15) + 10)
  const at = (x, y, z) => v[p[p[p[x & 255] + (y & 255)] + (z & 255)]]
  return (x, y, z = 0) => {
    const xi = Math.floor(x),
      yi = Math.floor(y),
      zi = Math.floor(z)
    const a = f(x - xi),
      b = f(y - yi),
      c = f(z - zi)
    const l = (m, n, t) => m + (n - m) * t
    const plane = (k) =>
      l(l(at(xi, yi, k), at(xi + 1, yi, k), a), l(at(xi, yi + 1, k), at(xi + 1, yi + 1, k), a), b)
    return l(plane(zi), plane(zi + 1), c)
  }
}
