// Rooms: walls, windows, light and where the furniture stands. The camera is at x = 0, z = 0 and
// looks along -z, as a laptop on a table does; a person will sit in the middle of the picture.
import * as THREE from 'three'
import { Rng, hashText } from './rng.js'
import { Kit } from './kit.js'
import { wallpaper, outside, tex, hsl } from './textures.js'
import { flatten } from './engine.js'

export const KINDS = {
  bedroom: { label: 'bedroom', title: 'Bedroom', layouts: 7, weight: 7 },
  living: { label: 'common', title: 'Living room', layouts: 5, weight: 4 },
  kitchen: { label: 'common', title: 'Kitchen', layouts: 4, weight: 3 },
  dining: { label: 'common', title: 'Dining room', layouts: 3, weight: 2 },
  study: { label: 'common', title: 'Study', layouts: 3, weight: 2 },
  plain: { label: 'plain', title: 'Plain wall', layouts: 4, weight: 2 },
  bathroom: { label: 'bathroom', title: 'Bathroom', layouts: 2, weight: 2 },
}

class Room {
  constructor(rng, o) {
    this.rng = rng
    this.k = new Kit(rng)
    this.D = o.D
    this.xl = o.xl
    this.xr = o.xr
    this.H = o.H ?? rng.range(2.35, 2.6)
    this.zf = o.zf ?? 1.5
    this.root = new THREE.Group()
    this.holes = { back: [], left: [], right: [], front: [] }
    this.windows = []
    this.lamps = []
    this.night = o.night ?? rng.chance(0.12)
    this.side = rng.sign()
  }
  add(o) {
    this.root.add(o)
    return o
  }
  back(x, o, y = 0, dz = 0, ry = 0) {
    o.position.set(x, y, -this.D + dz)
    o.rotation.y = ry
    return this.add(o)
  }
  left(z, o, y = 0, dx = 0) {
    o.position.set(this.xl + dx, y, z)
    o.rotation.y = Math.PI / 2
    return this.add(o)
  }
  right(z, o, y = 0, dx = 0) {
    o.position.set(this.xr - dx, y, z)
    o.rotation.y = -Math.PI / 2
    return this.add(o)
  }
  // side -1 is left, 1 is right
  wall(side, z, o, y = 0, d = 0) {
    return side < 0 ? this.left(z, o, y, d) : this.right(z, o, y, d)
  }
  at(x, z, o, ry = 0, y = 0) {
    o.position.set(x, y, z)
    o.rotation.y = ry
    return this.add(o)
  }
  edge(side, inset = 0) {
    return side < 0 ? this.xl + inset : this.xr - inset
  }
  lampAt(o, world, power = 1) {
    o.updateMatrixWorld(true)
    const p = new THREE.Vector3(0, o.userData.bulb, 0).applyMatrix4(world ?? o.matrixWorld)
    this.lamps.push({ p, power })
  }

  colours(o = {}) {
    const r = this.rng,
      k = this.k,
      h = o.h ?? r.pick([30, 40, 45, 35, 200, 210, 220, 205, 100, 130, 350, 20, 280, 175]),
      pale = r.chance(0.72)
    this.wallH = h
    this.wallS = r.range(3, o.child ? 26 : 17)
    this.wallL = pale ? r.range(78, 92) : r.range(56, 76)
    const c = hsl(h, this.wallS, this.wallL),
      paint = k.mat(c, { tex: 'plaster' })
    this.wallMat = paint
    k.wallTone = c
    this.wallColor = new THREE.Color(c)
    const paper = r.chance(o.paper ?? 0.3)
      ? k.mat('#ffffff', {
          map: wallpaper(
            r,
            r.pick(
              o.child
                ? ['stripes', 'dots', 'stars', 'geo']
                : ['stripes', 'floral', 'geo', 'floral'],
            ),
            h,
            this.wallS + 5,
            this.wallL,
          ),
        })
      : null
    this.featureMat =
      paper ??
      (r.chance(0.25)
        ? k.mat(hsl(h + r.range(-15, 15), this.wallS + 5, r.range(36, 62)), { tex: 'plaster' })
        : paint)
    k.breast = this.featureMat
    const f = o.floor ?? r.pick(['planks', 'planks', 'carpet', 'carpet', 'planks'])
    if (f === 'planks')
      this.floorMat = k.mat(
        r.pick(['#c79a66', '#a8743f', '#8a5a36', '#d8bd94', '#b8aa98', '#6a452c']),
        { tex: 'planks', v: r.int(0, 2), rough: r.range(0.32, 0.55) },
      )
    else if (f === 'tiles')
      this.floorMat = k.mat(r.pick(['#c9bda8', '#8f8b85', '#d8d4cb', '#6b6966', '#b58d6c']), {
        tex: 'tiles',
        v: 2,
        rough: 0.3,
      })
    else
      this.floorMat = k.mat(
        hsl(r.pick([35, 30, 210, 0, 90, 260]), r.range(3, 22), r.range(38, 74)),
        { tex: 'carpet', v: r.int(0, 1), bump: 'carpet', bs: 3 },
      )
    this.trim = k.mat(r.chance(0.85) ? '#f2f0ec' : k.woodTone, { rough: 0.45 })
  }

  // o: { curtain: 'open'|'full'|'blind'|null }
  window(wall, along, y, w, h, o = {}) {
    this.holes[wall].push({ x: along, y, w, h })
    const k = this.k,
      r = this.rng,
      g = new THREE.Group(),
      view = k.mat('#ffffff', {
        map: outside(r, this.night),
        glow: this.night ? 0.25 : r.range(2.2, 3.8),
      })
    const v = k.mesh(new THREE.PlaneGeometry(w * 1.7, h * 1.7), view)
    v.position.set(0, y + h / 2, -0.3)
    g.add(v)
    const t = this.trim,
      f = 0.055
    for (const s of [-1, 1])
      g.add(
        k.box(f, h, 0.07, t, s * (w / 2 - f / 2), y, -0.05),
        k.box(w, f, 0.07, t, 0, s < 0 ? y : y + h - f, -0.05, { turn: false }),
      )
    const n = o.panes ?? Math.max(1, Math.round(w / 0.65))
    for (let i = 1; i < n; i++) g.add(k.box(0.045, h, 0.06, t, (i * w) / n - w / 2, y, -0.05))
    if (r.chance(0.5) && h < 1.6)
      g.add(
        k.box(w, 0.04, 0.06, t, 0, y + h * (r.chance(0.5) ? 0.5 : 0.68), -0.05, { turn: false }),
      )
    if (y > 0.3) g.add(k.box(w + 0.16, 0.035, 0.2, t, 0, y - 0.035, 0.02, { turn: false }))
    for (const s of [-1, 1]) g.add(k.box(0.02, h, 0.12, t, s * (w / 2), y, -0.06, { r: 0 }))
    if (y > 0.3 && r.chance(0.5)) g.add(k.put(k.plant(0.28, true), r.range(-0.3, 0.3) * w, y, 0.05))
    const c = o.curtain === undefined ? r.pick(['open', 'open', 'open', 'blind', null]) : o.curtain
    if (c === 'open' || c === 'full') {
      const bottom = (o.long ?? r.chance(0.5)) ? 0.03 : Math.max(0.03, y - 0.18),
        cg = k.curtains(w, y + h + 0.12 - bottom, { full: c === 'full' })
      cg.position.set(0, bottom, 0.04)
      g.add(cg)
    }
    if (c === 'blind') {
      const bm = k.curtainMat(),
        bh = h * r.range(0.2, 0.45)
      for (let i = 0; i < 4; i++)
        g.add(
          k.box(
            w + 0.04,
            bh / 4 + 0.02,
            0.02 + 0.012 * (i % 2),
            bm,
            0,
            y + h - bh + (i * bh) / 4,
            0.03,
          ),
        )
    }
    if (wall === 'back') this.back(along, g)
    else if (wall === 'left') this.left(along, g)
    else if (wall === 'right') this.right(along, g)
    else {
      g.position.set(along, 0, this.zf)
      g.rotation.y = Math.PI
      this.add(g)
    }
    g.updateMatrixWorld(true)
    this.windows.push({ m: g.matrixWorld.clone(), y, w, h, closed: c === 'full' })
  }
  door(wall, along) {
    const k = this.k,
      m = this.rng.chance(0.6) ? k.mat('#f0eee9', { rough: 0.45 }) : k.wood(),
      g = k.group(k.box(0.78, 2.0, 0.03, m, 0, 0, 0.02)),
      hm = k.metal()
    for (const s of [-1, 1]) {
      g.add(k.box(0.07, 2.05, 0.04, this.trim, s * 0.43, 0, 0.02))
      for (const [y, h] of [
        [0.18, 0.62],
        [0.95, 0.88],
      ]) {
        g.add(
          k.box(0.27, h, 0.012, m, s * 0.17, y, 0.038, { r: 0.006 }),
          k.box(0.21, h - 0.06, 0.01, m, s * 0.17, y + 0.03, 0.046, { r: 0.005 }),
        )
      }
    }
    g.add(
      k.box(0.93, 0.07, 0.04, this.trim, 0, 2.0, 0.02, { turn: false }),
      k.rod([-0.33, 1.0, 0.06], [-0.22, 1.0, 0.08], 0.01, hm),
    )
    if (wall === 'back') this.back(along, g)
    else this.wall(wall === 'left' ? -1 : 1, along, g)
  }
  panel(len, H, holes, m) {
    // one wall, facing +z, its foot centre at the origin
    const k = this.k,
      g = new THREE.Group(),
      piece = (x0, x1, y0, y1) => {
        if (x1 - x0 < 0.005 || y1 - y0 < 0.005) return
        const b = new THREE.BoxGeometry(x1 - x0, y1 - y0, 0.12)
        b.translate((x0 + x1) / 2, (y0 + y1) / 2, -0.06)
        k.metricUV(b)
        g.add(k.mesh(b, m))
      }
    const xs = [-len / 2, len / 2]
    for (const h of holes) xs.push(h.x - h.w / 2, h.x + h.w / 2)
    xs.sort((a, b) => a - b)
    for (let i = 0; i + 1 < xs.length; i++) {
      const mid = (xs[i] + xs[i + 1]) / 2,
        h = holes.find((q) => Math.abs(mid - q.x) < q.w / 2)
      if (!h) piece(xs[i], xs[i + 1], 0, H)
      else {
        piece(xs[i], xs[i + 1], 0, h.y)
        piece(xs[i], xs[i + 1], h.y + h.h, H)
      }
    }
    return g
  }
  shell(o = {}) {
    const k = this.k,
      { xl, xr, D, H, zf } = this,
      cx = (xl + xr) / 2,
      W = xr - xl,
      cz = (zf - D) / 2,
      L = D + zf
    const add = (g, x, z, ry) => {
      g.position.set(x, 0, z)
      g.rotation.y = ry
      this.add(g)
    }
    const shift = (list, f) => list.map((h) => ({ ...h, x: f(h.x) }))
    add(
      this.panel(
        W,
        H,
        shift(this.holes.back, (x) => x - cx),
        o.backMat ?? this.featureMat,
      ),
      cx,
      -D,
      0,
    )
    add(
      this.panel(
        L,
        H,
        shift(this.holes.left, (z) => cz - z),
        o.leftMat ?? this.wallMat,
      ),
      xl,
      cz,
      Math.PI / 2,
    )
    add(
      this.panel(
        L,
        H,
        shift(this.holes.right, (z) => z - cz),
        o.rightMat ?? this.wallMat,
      ),
      xr,
      cz,
      -Math.PI / 2,
    )
    add(
      this.panel(
        W,
        H,
        shift(this.holes.front, (x) => cx - x),
        this.wallMat,
      ),
      cx,
      zf,
      Math.PI,
    )
    const fl = new THREE.BoxGeometry(W + 0.3, 0.1, L + 0.3)
    k.metricUV(fl, this.rng.chance(0.5))
    const f = k.mesh(fl, this.floorMat)
    f.position.set(cx, -0.05, cz)
    this.add(f)
    const ce = k.mesh(
      new THREE.BoxGeometry(W + 0.3, 0.1, L + 0.3),
      k.mat(o.ceiling ?? '#f3f1ed', { tex: undefined }),
    )
    ce.position.set(cx, H + 0.05, cz)
    this.add(ce)
    const t = this.trim,
      sk = o.skirt ?? 0.1
    if (sk) {
      this.add(k.box(W, sk, 0.018, t, cx, 0, -D + 0.009, { turn: false }))
      for (const s of [-1, 1])
        this.add(k.box(0.018, sk, L, t, s < 0 ? xl + 0.009 : xr - 0.009, 0, cz, { turn: false }))
    }
    if (this.rng.chance(0.4)) {
      this.add(k.box(W, 0.07, 0.05, k.mat('#f4f2ee'), cx, H - 0.07, -D + 0.025))
      for (const s of [-1, 1])
        this.add(
          k.box(0.05, 0.07, L, k.mat('#f4f2ee'), s < 0 ? xl + 0.025 : xr - 0.025, H - 0.07, cz),
        )
    }
    if (o.radiator) {
      const g = k.group()
      for (let i = 0; i < 14; i++)
        g.add(
          k.box(0.055, 0.5, 0.06, k.mat('#f4f3f0', { rough: 0.4 }), (i - 6.5) * 0.062, 0.14, 0.08, {
            r: 0.02,
          }),
        )
      if (o.radiator.wall) this.wall(o.radiator.wall, o.radiator.z, g)
      else this.back(o.radiator.x, g)
    }
  }
}

function bedroom(R, layout) {
  const r = R.rng,
    k = R.k,
    s = R.side,
    child = R.child
  R.aim = [0.3, 0.75, 0.45, 0.6, 0.35, 0.35, 0.1][layout]
  if (layout === 0) {
    // a wide bed, its head at the back wall, to one side
    const w = r.range(1.35, 1.55),
      x = s * r.range(0.8, 1.0),
      bed = k.bed(w, 1.95, { child })
    R.back(x, bed, 0, 0.02)
    for (const q of [-1, 1]) {
      const bx = x + q * (w / 2 + 0.32)
      if (bx > R.xl + 0.25 && bx < R.xr - 0.25) {
        const d = k.drawers(0.46, 0.5, 0.38, 2)
        R.back(bx, d)
        const l = k.lamp(R.lampsOn ? 'table' : 'off')
        R.back(bx, l, 0.53, 0.18)
        if (R.lampsOn) R.lampAt(l)
        R.back(bx + 0.14, k.bookStack(2), 0.53, 0.26)
      }
    }
    if (r.chance(0.75))
      R.back(x, r.chance(0.5) ? k.poster(false, true) : k.shelf(1.0, child), r.range(1.65, 1.75))
    else for (const q of [-0.4, 0.4]) R.back(x + q, k.poster(child, true), 1.7)
    R.window('back', -s * r.range(0.85, 1.2), 0.85, r.range(1.0, 1.3), 1.2, {
      curtain: r.pick(['open', 'open', 'full']),
    })
    R.wall(-s, -R.D + r.range(1.2, 1.6), k.wardrobe(r.range(1.0, 1.5)))
  } else if (layout === 1) {
    // a single bed in the corner, child's things
    const w = 0.95,
      x = R.edge(s, w / 2 + 0.06),
      bed = k.bed(w, 1.92, { child: true })
    R.back(x, bed, 0, 0.02)
    R.wall(s, -R.D + 1.0, k.shelf(1.2, true), 1.55)
    R.wall(s, -R.D + 1.95, k.poster(true, false), 1.45)
    R.back(x, k.poster(true, false), 1.6)
    const nx = x - s * (w / 2 + 0.3)
    R.back(nx, k.drawers(0.45, 0.5, 0.38, 3))
    const l = k.lamp(R.lampsOn ? 'table' : 'off')
    R.back(nx, l, 0.53, 0.18)
    if (R.lampsOn) R.lampAt(l)
    R.window('back', -s * r.range(0.55, 0.75), 0.9, r.range(0.95, 1.2), 1.15, {})
    R.wall(-s, -R.D + 0.75, k.wardrobe(r.range(1.0, 1.3)))
    R.back(-s * 0.7, k.toys(), 0, 0.05)
    R.at(0.2 * s, -R.D + 1.6, k.rug(1.4, 1.0))
    R.back(nx - s * 0.1, k.poster(true, true), 1.55)
  } else if (layout === 2) {
    // along the back wall, seen from its side
    const w = r.range(0.95, 1.4),
      bed = k.bed(w, 1.95, { child })
    R.wall(s, -R.D + w / 2 + 0.06, bed, 0, 0.02)
    const hx = R.edge(s, 1.0)
    if (r.chance(0.5))
      R.window('back', hx - s * r.range(0.2, 0.5), 1.0, 1.3, 1.1, { curtain: 'open', long: false })
    else {
      R.back(hx + s * 0.3, k.poster(child, false), 1.55)
      R.back(hx - s * 0.35, k.poster(child, true), 1.6)
      R.window(s < 0 ? 'right' : 'left', -R.D + 1.0, 0.9, 1.2, 1.2, {})
    }
    R.back(-s * (Math.abs(R.edge(-s)) - 0.65), k.wardrobe(1.15))
    R.at(0, -R.D + w + 0.8, k.rug(1.8, 1.0))
    R.wall(s, -R.D + w + 0.4, k.drawers(0.5, 0.55, 0.4, 3))
    const l = k.lamp(R.lampsOn ? 'table' : 'off')
    R.wall(s, -R.D + w + 0.4, l, 0.58, 0.2)
    if (R.lampsOn) R.lampAt(l)
  } else if (layout === 3) {
    // bunk bed
    const side = r.chance(0.6),
      w = 0.92
    if (side) {
      R.wall(s, -R.D + w / 2 + 0.08, k.bunk(w, 1.9, { ladder: s < 0 ? -1 : 1 }), 0, 0.04)
    } else {
      R.back(R.edge(s, w / 2 + 0.06), k.bunk(w, 1.9, { ladder: -s }), 0, 0.02)
    }
    R.window(s < 0 ? 'right' : 'left', -R.D + 1.3, 0.9, 1.2, 1.15, {})
    R.back(-s * (side ? 1.35 : 0.4), k.drawers(0.8, 0.85, 0.45, 4))
    const l = k.lamp(R.lampsOn ? 'table' : 'off')
    R.back(-s * (side ? 1.5 : 0.6), l, 0.88, 0.2)
    if (R.lampsOn) R.lampAt(l)
    R.back(-s * (side ? 1.25 : 0.3), k.put(k.teddy(), 0, 0, 0), 0.88, 0.22)
    for (let i = 0; i < 3; i++)
      R.back(
        -s * (0.55 + i * 0.55) - (side ? 0 : s * -0.4),
        k.poster(true, r.chance(0.3)),
        r.range(1.45, 1.75),
      )
    R.at(-s * 0.4, -R.D + 1.7, k.rug(1.5, 1.1))
    R.at(-s * 1.3, -R.D + 1.0, k.toys(), -s * 0.4)
  } else if (layout === 4) {
    // near, across the picture
    const w = r.range(1.2, 1.5),
      z = -R.D + r.range(0.95, 1.25),
      bed = k.bed(w, 1.95, { child, headHeight: r.range(1.0, 1.2) })
    R.wall(s, z, bed, 0, 0.02)
    R.wall(s, z - w / 2 - 0.3, k.drawers(0.42, 0.52, 0.38, 2))
    const l = k.lamp(R.lampsOn ? 'table' : 'off')
    R.wall(s, z - w / 2 - 0.3, l, 0.55, 0.18)
    if (R.lampsOn) R.lampAt(l)
    R.back(-s * 0.95, k.wardrobe(r.range(1.2, 1.6)))
    R.window('back', s * r.range(0.55, 0.85), 0.9, 1.2, 1.2, { curtain: 'open' })
    R.wall(s, z, k.poster(child, true), 1.65)
    R.wall(-s, -R.D + 1.3, k.poster(child, true), 1.5)
  } else if (layout === 5) {
    // under a sloping roof
    const w = r.range(1.0, 1.5),
      x = s * r.range(0.9, 1.15)
    R.back(x, k.bed(w, 1.95, { child, headHeight: 0.95 }), 0, 0.02)
    const m = k.mat('#f1efe9', { tex: 'plaster' }),
      len = 1.9,
      sl = k.box(len, 0.05, R.D + R.zf, m)
    sl.position.set(R.edge(s) - s * 0.55, R.H - 0.42, (R.zf - R.D) / 2)
    sl.rotation.z = -s * 0.72
    R.add(sl)
    R.window('back', -s * 0.75, 0.85, 1.1, 1.15, { curtain: 'open' })
    R.wall(-s, -R.D + 1.0, k.bookcase(0.9, 1.5, 0.28))
    const nx = x - s * (w / 2 + 0.3)
    R.back(nx, k.drawers(0.42, 0.5, 0.38, 2))
    const l = k.lamp(R.lampsOn ? 'table' : 'off')
    R.back(nx, l, 0.53, 0.18)
    if (R.lampsOn) R.lampAt(l)
    R.back(x - s * 0.1, k.poster(child, true), 1.42)
    R.at(-s * 0.7, -R.D + 1.5, k.rug(1.2, 1.4))
  } else {
    // close to the foot of the bed
    const w = r.range(1.5, 1.7),
      x = s * r.range(0.5, 0.75)
    R.back(x, k.bed(w, 1.9, { child, headHeight: r.range(1.15, 1.35) }), 0, 0.02)
    for (const q of [-1, 1]) {
      const bx = x + q * (w / 2 + 0.3)
      R.back(bx, k.drawers(0.46, 0.52, 0.38, 2))
      const l = k.lamp(R.lampsOn ? 'table' : 'off')
      R.back(bx, l, 0.55, 0.18)
      if (R.lampsOn) R.lampAt(l, undefined, 0.6)
    }
    if (r.chance(0.5)) R.back(x, k.mirror(0.7, 0.7, true), 1.78)
    else for (const q of [-0.5, 0, 0.5]) R.back(x + q, k.poster(false, true), 1.72)
    R.window(s < 0 ? 'right' : 'left', -R.D + 1.0, 0.7, 1.3, 1.4, { curtain: 'open' })
    R.wall(s, -R.D + 1.1, k.wardrobe(1.2))
  }
  if (r.chance(0.3)) {
    // fairy lights
    const m = k.mat('#ffdf9a', { glow: 3 })
    for (let i = 0; i < 26; i++)
      R.add(
        k.ball(
          0.012,
          m,
          R.xl + 0.3 + ((R.xr - R.xl - 0.6) * i) / 25,
          R.H - 0.3 - 0.1 * Math.abs(Math.sin(i * 0.5)),
          -R.D + 0.03,
        ),
      )
  }
}

function living(R, layout) {
  const r = R.rng,
    k = R.k,
    s = R.side
  const pics = (x, n) => {
    for (let i = 0; i < n; i++)
      R.back(x + (i - (n - 1) / 2) * 0.62, k.poster(false, true), 1.6 + (i % 2) * 0.06)
  }
  const lampF = (x, z) => {
    const l = k.lamp(R.lampsOn ? 'floor' : 'off')
    const f = R.lampsOn ? l : k.lamp('floor')
    R.at(x, z, f)
    if (R.lampsOn) R.lampAt(f)
  }
  if (layout === 0) {
    R.back(s * 0.75, k.sofa(r.range(1.9, 2.2)), 0, 0.05)
    pics(s * 0.75, 3)
    lampF(s * -0.6, -R.D + 0.35)
    R.back(-s * 1.35, k.bookcase(0.9, 1.9, 0.3))
    R.at(s * 0.7, -R.D + 1.7, k.coffeeTable())
    R.at(s * 0.6, -R.D + 1.7, k.rug(2.2, 1.5))
    R.window(s < 0 ? 'left' : 'right', -R.D + 1.4, 0.6, 1.5, 1.5, { curtain: 'open' })
    R.at(R.edge(s, 0.35), -R.D + 0.35, k.plant(1.2))
  }
  if (layout === 1) {
    R.back(s * 0.95, k.tvUnit(1.7))
    R.back(-s * 0.95, k.bookcase(0.85, 1.95, 0.3))
    R.back(-s * 1.8, k.bookcase(0.8, 1.95, 0.3))
    R.wall(-s, -R.D + 1.6, k.armchair())
    R.at(s * 0.8, -R.D + 1.4, k.rug(2.0, 1.4))
    R.window(s < 0 ? 'left' : 'right', -R.D + 1.2, 0.7, 1.4, 1.4, {})
    R.at(R.edge(s, 0.35), -R.D + 0.35, k.plant(1.3))
    R.at(s * 1.0, -R.D + 1.5, k.coffeeTable())
  }
  if (layout === 2) {
    R.back(s * 0.8, k.fireplace())
    R.back(
      s * 0.8,
      r.chance(0.5) ? k.mirror(0.9, 0.7, r.chance(0.4)) : k.poster(false, true),
      1.72,
      0.29,
    )
    R.back(-s * 0.62, k.bookcase(1.0, 2.1, 0.28))
    R.back(-s * 1.7, k.bookcase(0.95, 2.1, 0.28))
    R.at(R.edge(s, 0.55), -R.D + 1.35, k.armchair(), -s * 1.1)
    lampF(R.edge(s, 0.3), -R.D + 0.5)
    R.at(s * 0.6, -R.D + 1.4, k.rug(1.8, 1.2))
    R.window(s < 0 ? 'right' : 'left', -R.D + 1.4, 0.7, 1.4, 1.4, {})
    R.at(-s * 1.5, -R.D + 1.3, k.armchair(), s * 0.7)
  }
  if (layout === 3) {
    R.window('back', s * 0.95, 0.55, r.range(1.5, 1.8), 1.55, { curtain: 'open', long: true })
    R.wall(-s, -R.D + 1.3, k.sofa(2.0))
    R.back(s * 0.95, k.armchair(), 0, 0.35, s * -0.4)
    R.back(-s * 0.85, k.drawers(1.0, 0.75, 0.42, 3))
    const l = k.lamp('table')
    R.back(-s * 1.1, l, 0.78, 0.2)
    R.lampAt(l)
    R.back(-s * 0.75, k.ornament(0.3), 0.78, 0.1)
    pics(-s * 0.9, 2)
    R.wall(-s, -R.D + 1.3, k.poster(false, true), 1.55)
    R.at(0, -R.D + 1.5, k.rug(2.2, 1.6))
    R.at(s * 0.3, -R.D + 1.6, k.coffeeTable())
    R.at(R.edge(s, 0.35), -R.D + 0.5, k.plant(1.4))
  }
  if (layout === 4) {
    const z = -R.D + r.range(1.2, 1.6)
    R.at(s * 0.55, z, k.sofa(2.2))
    R.back(-s * 1.2, k.bookcase(1.5, 2.05, 0.3))
    R.window('back', s * 1.1, 0.1, 1.5, 2.0, { curtain: 'open', long: true })
    lampF(-s * 0.75, z + 0.1)
    R.at(R.edge(s, 0.4), -R.D + 0.5, k.plant(1.5))
    R.wall(-s, -R.D + 1.6, k.poster(false, true), 1.5)
  }
  if (r.chance(0.4)) R.back(0.1, k.clock(0.28), 1.9, 0.0)
}

function kitchen(R, layout) {
  const r = R.rng,
    k = R.k,
    s = R.side
  const cab = r.pick([
    ['#f2f1ee'],
    ['#e9e6de'],
    ['#5f7276'],
    ['#8fa08f'],
    ['#2f4052'],
    ['#d8d2c4'],
    ['wood'],
    ['#a9b8bf'],
    ['#f2f1ee', '#5f7a6a'],
    ['#efeee9', '#3f4a55'],
  ])
  const mk = (c) =>
    c === 'wood' ? k.wood(r.pick(['#b98752', '#c79a63', '#8a5a34'])) : k.mat(c, { rough: 0.4 })
  const m = mk(cab[1] ?? cab[0]),
    m2 = mk(cab[0])
  const top = r.pick([
    () => k.mat('#a8713f', { tex: 'wood', v: 1, rough: 0.4 }),
    () => k.mat('#3a3a3c', { tex: 'stone', v: 1, rough: 0.25 }),
    () => k.mat('#dcd8d0', { tex: 'stone', v: 1, rough: 0.3 }),
    () => k.mat('#8a8780', { tex: 'stone', v: 1, rough: 0.3 }),
  ])()
  const splash = k.mat(
    r.pick(['#f4f3ef', '#f4f3ef', '#bcd0cf', '#d9c7a0', '#8fa8b5', '#e8e2d8', '#7d9a88']),
    { tex: 'tiles', v: r.int(0, 1), rough: 0.25 },
  )
  const style = r.pick(['shaker', 'shaker', 'slab', 'plainly']),
    base = { m, m2, top, splash, style }
  if (layout === 0) {
    const len = 3.2,
      x = s * 0.25
    R.back(x, k.kitchenRun(len, { ...base }))
    R.back(x + s * -1 * (len / 2 + 0.36), k.fridge())
    R.window(s < 0 ? 'right' : 'left', -R.D + 1.7, 0.9, 1.2, 1.1, {
      curtain: r.pick(['blind', null]),
    })
  }
  if (layout === 1) {
    const w = { x: s * 0.7, w: 1.1 }
    R.back(0, k.kitchenRun(R.xr - R.xl - 0.02, { ...base, window: { x: w.x, w: w.w }, splash }))
    R.window('back', w.x, 1.0, w.w, 1.05, { curtain: r.pick(['blind', null, null]), long: false })
    R.wall(-s, -R.D + 1.3, k.kitchenRun(1.4, { ...base }))
    R.wall(s, -R.D + 1.0, k.fridge())
  }
  if (layout === 2) {
    R.back(-s * 0.3, k.kitchenRun(2.9, { ...base, shelves: true }))
    R.back(s * 1.55, k.fridge(0.7, 1.9))
    R.window(s < 0 ? 'right' : 'left', -R.D + 1.5, 0.9, 1.2, 1.1, { curtain: null })
    const p = k.table(1.5, 0.7, 0.9, { m: top })
    R.at(s * 0.9, -R.D + 1.75, p)
    k.worktopThing(p, -0.3, 0.9, 0)
    R.at(s * 1.2, -R.D + 2.2, k.stool())
    R.at(s * 0.6, -R.D + 2.2, k.stool())
    for (const q of [-0.4, 0.4]) {
      const l = k.pendant(0.65)
      R.at(s * 0.9 + q, -R.D + 1.75, l, 0, R.H)
      R.lampAt(l, undefined, 0.5)
    }
  }
  if (layout === 3) {
    R.wall(-1, -R.D + 1.5, k.kitchenRun(3.0, { ...base }))
    R.wall(1, -R.D + 1.85, k.kitchenRun(2.3, { ...base }))
    R.wall(1, -R.D + 0.34, k.fridge())
    R.window('back', 0.1, 0.95, 1.2, 1.15, { curtain: r.pick(['blind', null]) })
    R.back(-0.2, k.drawers(0.9, 0.85, 0.4, 3, m))
  }
  if (r.chance(0.7)) R.back(s * -0.05, k.clock(0.26), layout === 2 ? 2.25 : R.H - 0.14)
}

function dining(R, layout) {
  const r = R.rng,
    k = R.k,
    s = R.side,
    m = k.wood(),
    seat = r.chance(0.5) ? k.fabric(hsl(r.range(0, 360), r.range(5, 30), r.range(35, 75))) : null,
    style = r.int(0, 2),
    x = s * r.range(0.6, 0.85),
    z = -R.D + r.range(1.45, 1.7),
    w = r.range(1.5, 1.8)
  const t = k.table(w, 0.9, 0.76, { m, leg: 0.08 })
  R.at(x, z, t)
  for (const q of [-0.42, 0.42]) {
    R.at(x + q, z - 0.55, k.chair({ m, seat, style }), 0)
    R.at(x + q, z + 0.6, k.chair({ m, seat, style }), Math.PI + r.range(-0.15, 0.15))
  }
  R.at(x - s * (w / 2 + 0.15), z, k.chair({ m, seat, style }), (s * Math.PI) / 2)
  R.at(x + s * (w / 2 + 0.12), z, k.chair({ m, seat, style }), (-s * Math.PI) / 2)
  R.at(x, z, k.cyl(0.11, 0.07, 0.1, k.plain('#e8e3d6', 0.3)), 0, 0.81)
  for (let i = 0; i < 6; i++)
    R.add(
      k.ball(
        0.042,
        k.plain(r.pick(['#d8622a', '#c9302c', '#e6c238', '#7fa63a']), 0.4),
        x + r.range(-0.06, 0.06),
        0.88 + r.range(0, 0.03),
        z + r.range(-0.06, 0.06),
      ),
    )
  R.at(
    x + 0.4,
    z,
    k.lathe(
      [
        [0, 0],
        [0.05, 0],
        [0.07, 0.1],
        [0.03, 0.2],
        [0.045, 0.24],
      ],
      k.plain(hsl(r.range(0, 360), 25, 70), 0.3),
    ),
    0,
    0.76,
  )
  R.at(x + 0.4, z, k.plant(0.45, true), 0, 0.82)
  for (const q of [-0.4, 0, 0.4])
    R.at(
      x + q * 1.2,
      z + 0.22,
      k.box(0.38, 0.006, 0.28, k.mat('#8d9a8a', { tex: 'fabric' })),
      0,
      0.763,
    )
  for (const q of layout === 1 ? [-0.4, 0.4] : [0]) {
    const l = k.pendant(R.H - r.range(1.62, 1.75))
    R.at(x + q, z, l, 0, R.H)
    R.lampAt(l, undefined, 0.8)
  }
  R.at(x, z, k.rug(2.4, 1.9))
  if (layout === 0) {
    R.back(-s * 0.95, k.dresser(1.35))
    R.window('back', s * 0.95, 0.85, 1.4, 1.25, { curtain: 'open' })
    R.at(R.edge(s, 0.3), -R.D + 0.35, k.plant(1.2))
  }
  if (layout === 1) {
    R.back(s * 0.7, k.drawers(1.5, 0.8, 0.42, 3))
    R.back(s * 0.4, k.ornament(0.34), 0.83, 0.1)
    R.back(s * 1.1, k.plates(), 0.83, 0.2)
    R.back(s * 0.7, r.chance(0.5) ? k.mirror(0.85, 0.85, true) : k.poster(false, true), 1.6)
    R.window(s < 0 ? 'right' : 'left', -R.D + 1.3, 0.7, 1.5, 1.4, {})
    R.back(-s * 1.1, k.dresser(1.2))
  }
  if (layout === 2) {
    R.window('back', s * 0.75, 0.05, 1.7, 2.05, { curtain: 'open', long: true, panes: 2 })
    R.wall(-s, -R.D + 0.9, k.dresser(1.4))
    for (let i = 0; i < 2; i++) R.back(-s * (0.75 + i * 0.6), k.poster(false, true), 1.55)
    R.back(-s * 1.0, k.drawers(1.1, 0.78, 0.42, 3))
    R.back(-s * 0.8, k.plant(0.4, true), 0.81, 0.2)
  }
}

function study(R, layout) {
  const r = R.rng,
    k = R.k,
    s = R.side
  if (layout === 0) {
    R.back(s * 0.95, k.desk(1.4))
    R.at(s * 0.95, -R.D + 1.15, k.officeChair(), Math.PI + r.range(-0.6, 0.6))
    R.back(-s * 0.95, k.bookcase(0.9, 2.0, 0.3))
    R.back(-s * 1.85, k.bookcase(0.85, 2.0, 0.3))
    R.back(s * 0.85, k.pinboard(0.9, 0.6), 1.65)
    R.window(s < 0 ? 'left' : 'right', -R.D + 1.3, 0.9, 1.2, 1.2, { curtain: 'blind' })
  }
  if (layout === 1) {
    for (let i = -2; i <= 2; i++)
      R.back(i * 0.92, k.bookcase(0.9, 2.15, 0.3, { fill: r.range(0.88, 0.98) }))
    R.at(s * 1.2, -R.D + 0.95, k.armchair(), -s * 0.3)
    const l = k.lamp('floor')
    R.at(-s * 0.95, -R.D + 0.6, l)
    R.lampAt(l)
    R.window(s < 0 ? 'right' : 'left', -R.D + 1.4, 0.8, 1.2, 1.3, {})
    R.at(-s * 1.3, -R.D + 0.6, k.globe(), 0, 0.62)
    R.at(-s * 1.3, -R.D + 0.45, k.drawers(0.5, 0.6, 0.4, 2))
  }
  if (layout === 2) {
    R.wall(s, -R.D + 1.2, k.desk(1.5))
    R.at(R.edge(s, 1.1), -R.D + 1.25, k.officeChair(), (s * Math.PI) / 2 + 0.3)
    R.window('back', s * 0.95, 0.95, 1.2, 1.15, { curtain: r.pick(['blind', 'open']), long: false })
    R.back(-s * 0.9, k.bookcase(1.0, 1.95, 0.3))
    R.back(s * 0.9, k.drawers(0.9, 0.75, 0.42, 3, k.mat('#8d9296', { rough: 0.4, metal: 0.3 })))
    R.back(s * 1.1, k.globe(), 0.78, 0.2)
    R.back(s * 0.7, k.box(0.42, 0.18, 0.32, k.plain('#3a3b3e', 0.5)), 0.78, 0.2)
    R.back(-s * 1.75, k.pinboard(0.55, 0.8), 1.5)
  }
}

function plain(R, layout) {
  const r = R.rng,
    k = R.k,
    s = R.side
  let backMat
  if (layout === 1) {
    const m = k.curtainMat(),
      c = k.curtains(R.xr - R.xl - 0.4, R.H - 0.12, { full: true, m })
    R.back(0, c, 0.04, 0.06)
  }
  if (layout === 2)
    backMat = k.mat(r.pick(['#ffffff', '#e8ddd4', '#cfcac6']), {
      tex: 'brick',
      bump: 'brick',
      bs: 4,
      ...(r.chance(0.3) ? {} : {}),
    })
  if (layout === 3) {
    const m = k.mat(hsl(R.wallH, R.wallS, Math.min(90, R.wallL)), { rough: 0.5 }),
      n = 7,
      w = (R.xr - R.xl) / n
    backMat = m
    for (let i = 0; i <= n; i++) R.back(R.xl + i * w, k.box(0.08, R.H, 0.02, m))
    for (const y of [0.1, 1.35, R.H - 0.12])
      R.back((R.xl + R.xr) / 2, k.box(R.xr - R.xl, 0.09, 0.021, m, 0, 0, 0, { turn: false }), y)
  }
  if (layout === 0 && r.chance(0.35)) {
    R.door('back', s * 1.2)
  }
  if (layout === 0 && r.chance(0.3)) R.back(-s * r.range(0.6, 0.9), k.poster(false, true), 1.55)
  R.window(r.chance(0.5) ? 'left' : 'right', -R.D + r.range(0.7, 1.6), 0.8, 1.3, 1.3, {
    curtain: null,
  })
  return { backMat }
}

function bathroom(R, layout) {
  R.aim = layout ? -0.15 : 0
  const r = R.rng,
    k = R.k,
    s = R.side,
    w = k.mat(r.pick(['#f3f4f3', '#dfe9ea', '#e9e4da', '#b9d0d3', '#c7d6c9']), {
      tex: 'tiles',
      v: r.int(0, 1),
      rough: 0.22,
    })
  R.wallMat = w
  R.featureMat = w
  R.back(s * 0.85, k.basin())
  R.back(s * 0.85, k.mirror(0.65, 0.75, r.chance(0.3)), 1.6)
  R.add(k.box(0.5, 0.06, 0.06, k.mat('#fff6e4', { glow: 2.2 }), s * 0.85, 2.06, -R.D + 0.06))
  R.lamps.push({ p: new THREE.Vector3(s * 0.85, 2.0, -R.D + 0.2), power: 1 })
  const cm = k.curtainMat(),
    cur = k.surface(
      60,
      4,
      (u, v) => [u * 0.75, (1 - v) * 1.75, 0.03 * Math.sin(u * 38 + v), u * 1.6, v * 1.75],
      cm,
    ),
    rail = k.mat('#d0d3d5', { rough: 0.25, metal: 0.6 })
  if (layout === 0) {
    R.wall(-s, -R.D + 0.95, k.bath())
    R.at(R.edge(-s, 0.78), -R.D + 0.12, cur, -Math.PI / 2, 0.22)
    R.add(k.rod([R.edge(-s, 0.78), 1.98, -R.D], [R.edge(-s, 0.78), 1.98, -R.D + 1.9], 0.013, rail))
  } else {
    const bx = -s * 0.85
    R.back(bx, k.bath(), 0, 0.01)
    R.at(bx - s * 0.85 + (s < 0 ? 0 : 0) - (s < 0 ? 0.75 : 0), -R.D + 0.76, cur, 0, 0.24)
    R.add(k.rod([bx - 1.0, 2.0, -R.D + 0.76], [bx + 1.0, 2.0, -R.D + 0.76], 0.013, rail))
  }
  if (layout === 0) {
    R.back(s * 1.62, k.towelRail(), 0.75)
    R.wall(s, -R.D + 0.9, k.toilet())
  } else {
    R.wall(s, -R.D + 0.95, k.toilet())
    R.wall(s, -R.D + 1.6, k.towelRail(), 0.8)
    R.back(s * 1.6, k.shelf(0.5, false), 1.5)
  }
  R.window('back', layout ? -s * 0.9 : -s * 0.3, 1.3, 0.7, 0.8, { curtain: null, panes: 1 })
  R.at(0.1, -R.D + 1.1, k.rug(0.8, 0.5))
}

export function buildRoom(kind, index, seed) {
  const rng = new Rng(hashText(kind) ^ Math.imul(seed + 1, 2654435761)),
    layout = index % KINDS[kind].layouts
  const near = kind === 'plain'
  const R = new Room(rng, {
    D: near
      ? rng.range(1.25, 2.0)
      : kind === 'bathroom'
        ? rng.range(2.3, 2.6)
        : kind === 'bedroom'
          ? layout === 6
            ? rng.range(2.7, 3.0)
            : rng.range(2.8, 3.3)
          : rng.range(3.0, 3.6),
    xl: -rng.range(1.85, 2.2),
    xr: rng.range(1.85, 2.2),
    night: near ? false : undefined,
  })
  R.child = kind === 'bedroom' && (layout === 1 || layout === 3 || rng.chance(0.45))
  R.lampsOn = R.night || rng.chance(0.55)
  R.colours({
    child: R.child,
    paper: near ? 0.12 : kind === 'kitchen' || kind === 'study' ? 0.05 : 0.32,
    floor:
      kind === 'kitchen' || kind === 'bathroom'
        ? rng.pick(['tiles', 'planks'])
        : kind === 'bedroom'
          ? rng.pick(['carpet', 'planks', 'carpet'])
          : undefined,
  })
  const more = { bedroom, living, kitchen, dining, study, plain, bathroom }[kind](R, layout) ?? {}
  if (!R.windows.some((w) => !w.closed))
    R.window(R.side < 0 ? 'right' : 'left', 0.3, 0.8, 1.3, 1.3, { curtain: null })
  R.shell({
    ...more,
    skirt: kind === 'kitchen' || kind === 'bathroom' ? 0 : 0.1,
    radiator:
      rng.chance(0.25) && kind !== 'kitchen' && kind !== 'plain' ? { x: -R.side * 0.1 } : null,
  })
  if (rng.chance(0.35) || R.night) {
    const g = R.k.cyl(
      0.17,
      0.17,
      0.07,
      R.k.mat('#fff4dd', { glow: R.night ? 2.2 : 1 }),
      0,
      0,
      0,
      26,
    )
    R.at(0.2, -R.D * 0.5, g, 0, R.H - 0.07)
  }
  for (const m of [R.wallMat, R.featureMat, R.floorMat, more.backMat]) if (m) m.userData.last = true
  return { ...stageFor(R, kind, rng), layout }
}

function stageFor(R, kind, rng) {
  const scene = flatten(R.root),
    { xl, xr, H, D, zf, night } = R
  const hf = (rng.range(68, 77) * Math.PI) / 180,
    camera = new THREE.PerspectiveCamera(
      (2 * Math.atan(Math.tan(hf / 2) / (16 / 9)) * 180) / Math.PI,
      16 / 9,
      0.05,
      30,
    )
  camera.position.set(rng.range(-0.12, 0.12), rng.range(1.02, 1.22), 0)
  const aim = kind === 'bedroom' || kind === 'bathroom' ? R.side * (R.aim ?? 0.3) : 0
  camera.lookAt(
    camera.position.x + aim + rng.range(-0.2, 0.2),
    camera.position.y + rng.range(-0.42, -0.05),
    -3,
  )
  camera.rotation.z += rng.range(-0.015, 0.015)
  const windows = R.windows.filter((w) => !w.closed)
  const day = new THREE.Color().setHSL(rng.pick([0.58, 0.1, 0.55]), rng.range(0.05, 0.35), 0.72),
    warm = new THREE.Color('#ffc985')
  const wall = R.wallColor.clone().lerp(new THREE.Color('#ffffff'), 0.3),
    floor = (R.floorMat.color ?? new THREE.Color('#999999')).clone().lerp(wall, 0.4),
    white = new THREE.Color('#f4f2ee')
  const sunny = !night && rng.chance(0.3),
    sunAngle = rng.range(-0.6, 0.6),
    sunUp = rng.range(0.45, 0.9),
    bounce = rng.range(7, 11),
    V = (x, y, z) => new THREE.Vector3(x, y, z),
    ceilingOn = night || rng.chance(0.4),
    lampTone = warm.clone().lerp(white, rng.range(0, 0.6))
  const base = night ? lampTone : day.clone().lerp(white, 0.5)
  const vpl = (u, v, t, lr) => {
    let from, n, c
    if (t < 0.36) {
      from = V(xl + (xr - xl) * u, H - 0.06, -D + (D + zf) * v)
      n = V(0, -1, 0)
      c = white
    } else if (t < 0.5) {
      from = V(xl + (xr - xl) * u, 0.06, -D * 0.4 + (D * 0.4 + zf) * v)
      n = V(0, 1, 0)
      c = floor
    } else if (t < 0.66) {
      from = V(xl + 0.06, H * (0.35 + 0.6 * u), -D + (D + zf) * v)
      n = V(1, 0, 0)
      c = wall
    } else if (t < 0.82) {
      from = V(xr - 0.06, H * (0.35 + 0.6 * u), -D + (D + zf) * v)
      n = V(-1, 0, 0)
      c = wall
    } else {
      from = V(xl + (xr - xl) * u, H * (0.3 + 0.65 * v), zf - 0.06)
      n = V(0, 0, -1)
      c = wall
    }
    return {
      from,
      to: from
        .clone()
        .add(n)
        .add(V(0.001, 0.001, 0.0013)),
      color: c.clone().multiply(base),
      intensity: bounce * (t >= 0.82 ? 1.2 : 1),
      angle: 1.32,
      penumbra: 1,
      decay: 1.0,
    }
  }
  const light = (p, n, lr) => {
    const a = (p * 0.7548776662 + 0.5) % 1,
      b = (p * 0.569840291 + 0.5) % 1,
      c = (p * 0.6180339887 + 0.25) % 1,
      d = (p * 0.3819660113 + 0.11) % 1,
      out = []
    const w = windows[p % windows.length]
    if (!night && sunny && p % 4 === 3) {
      // the sun through the window
      const target = V((a - 0.5) * 0.02, w.y + w.h * 0.4, 0).applyMatrix4(w.m),
        dir = V(Math.sin(sunAngle), sunUp, -Math.cos(sunAngle)).transformDirection(w.m),
        from = target
          .clone()
          .addScaledVector(dir, 9)
          .add(V(lr.range(-0.05, 0.05), lr.range(-0.05, 0.05), lr.range(-0.05, 0.05)))
      out.push({
        from,
        to: target,
        color: new THREE.Color('#fff0d2'),
        intensity: 60,
        angle: 0.16,
        penumbra: 0.1,
        decay: 0,
        near: 6,
        far: 18,
      })
      out[0].intensity = 7
    } else {
      const from = V((a - 0.5) * w.w * 0.92, w.y + w.h * (0.06 + 0.88 * b), 0.02).applyMatrix4(w.m),
        nrm = V(0, -0.25, 1).transformDirection(w.m)
      out.push({
        from,
        to: from.clone().add(nrm),
        color: day,
        intensity: night ? 0 : 10 * Math.min(1.6, w.w * w.h) * (windows.length > 1 ? 1.3 : 1),
        angle: 1.25,
        penumbra: 1,
        decay: 1.25,
      })
    }
    out.push(vpl(a, b, c, lr))
    if (R.lamps.length && (p % 2 === 0 || !ceilingOn)) {
      const L = R.lamps[(p >> 1) % R.lamps.length],
        up = p % 4 > 2,
        from = L.p.clone().add(V((a - 0.5) * 0.12, 0, (b - 0.5) * 0.12))
      out.push({
        from,
        to: from.clone().add(V(0.002, up ? 1 : -1, 0.001)),
        color: lampTone,
        intensity: (night ? 7 : 2.6) * L.power,
        angle: 1.2,
        penumbra: 0.7,
        decay: 1.5,
        near: 0.12,
      })
    } else if (ceilingOn) {
      const from = V(0.2 + (a - 0.5) * 0.3, H - 0.12, -D * 0.5 + (b - 0.5) * 0.3)
      out.push({
        from,
        to: from.clone().add(V(0.001, -1, 0.002)),
        color: lampTone,
        intensity: night ? 9 : 4,
        angle: 1.4,
        penumbra: 0.6,
        decay: 1.2,
      })
    } else out.push(vpl(b, d, (c + 0.5) % 1, lr))
    return out
  }
  const tint = rng.range(-0.05, 0.06)
  return {
    scene,
    camera,
    light,
    ambient: { color: base.clone().multiply(wall), intensity: 0.35 },
    look: {
      autoExpose: rng.range(0.25, 0.36),
      cast: [1 + tint, 1 + rng.range(-0.012, 0.012), 1 - tint],
      vignette: rng.range(0.25, 0.6),
      grain: rng.range(0.012, 0.03),
      contrast: rng.range(0.05, 0.3),
      saturation: rng.range(0.85, 1.08),
      soft: rng.range(0, 0.5),
      glow: rng.range(0.06, 0.16),
    },
  }
}
