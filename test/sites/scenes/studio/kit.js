// Shapes and furniture. A piece stands on the floor with its back at z = 0 and looks along +z;
// lengths are in metres.
import * as THREE from 'three'
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js'
import { makeNoise } from './rng.js'
import { tex, linen, picture, rugArt, reflection, hsl } from './textures.js'

export class Kit {
  constructor(rng) {
    this.rng = rng
    this.noise = makeNoise(rng.int(0, 1e6))
    this.mats = new Map()
    this.woodTone = rng.pick([
      '#b98752',
      '#c79a63',
      '#8a5a34',
      '#6b4428',
      '#d9b98c',
      '#e8d3ae',
      '#a9713f',
      '#f1efe9',
      '#54372a',
    ])
    this.metalTone = rng.pick(['#b9bbbe', '#3a3a3c', '#a88a55'])
  }

  // ----- materials -----
  mat(color, o = {}) {
    const key =
      JSON.stringify([color, o.tex, o.v, o.bump, o.bv, o.bs, o.rough, o.metal, o.glow, o.double]) +
      (o.map ? o.map.uuid : '')
    if (this.mats.has(key)) return this.mats.get(key)
    const p = { color: new THREE.Color(color) }
    if (o.map) p.map = o.map
    else if (o.tex) p.map = tex(o.tex, o.v ?? 0)
    if (o.bump) {
      p.bumpMap = tex(o.bump, o.bv ?? 0)
      p.bumpScale = o.bs ?? 1
    }
    if (o.double) p.side = THREE.DoubleSide
    let m
    if (o.glow) {
      m = new THREE.MeshBasicMaterial(p)
      m.color.multiplyScalar(o.glow)
      m.userData.glow = true
    } else if (o.rough !== undefined) {
      // Phong: much cheaper than physical shading on a processor, and near enough here
      const gloss = 1 - o.rough,
        metal = o.metal ?? 0
      m = new THREE.MeshPhongMaterial({ ...p, shininess: 6 + 110 * gloss * gloss * gloss })
      m.specular
        .setScalar(0.03 + 0.3 * gloss * gloss)
        .lerp(p.color.clone().multiplyScalar(0.8), metal)
      m.color.multiplyScalar(1 - 0.35 * metal)
    } else m = new THREE.MeshLambertMaterial(p)
    this.mats.set(key, m)
    return m
  }
  wood(color = this.woodTone) {
    return this.mat(color, { tex: 'wood', v: (this.woodV ??= this.rng.int(0, 2)), rough: 0.5 })
  }
  paint(color) {
    return this.mat(color, { tex: 'plaster', rough: 0.55 })
  }
  fabric(color, v = 0) {
    return this.mat(color, { tex: 'fabric', v: v % 3, bump: 'fabric', bs: 1.2 })
  }
  metal(color = this.metalTone) {
    return this.mat(color, { rough: 0.38, metal: 0.55 })
  }
  plain(color, rough) {
    return this.mat(color, { rough })
  }

  // ----- shapes -----
  mesh(g, m) {
    return new THREE.Mesh(g, m)
  }
  group(...c) {
    const g = new THREE.Group()
    for (const k of c.flat()) if (k) g.add(k)
    return g
  }
  put(o, x, y, z, ry = 0, rx = 0, rz = 0) {
    o.position.set(x, y, z)
    o.rotation.set(rx, ry, rz, 'YXZ')
    return o
  }
  metricUV(g, turn = false) {
    const P = g.attributes.position,
      N = g.attributes.normal,
      U = new Float32Array(P.count * 2)
    for (let i = 0; i < P.count; i++) {
      const ax = Math.abs(N.getX(i)),
        ay = Math.abs(N.getY(i)),
        az = Math.abs(N.getZ(i))
      let u, v
      if (ax > ay && ax > az) {
        u = P.getZ(i)
        v = P.getY(i)
      } else if (ay > az) {
        u = P.getX(i)
        v = P.getZ(i)
      } else {
        u = P.getX(i)
        v = P.getY(i)
      }
      U[i * 2] = turn ? v : u
      U[i * 2 + 1] = turn ? u : v
    }
    g.setAttribute('uv', new THREE.BufferAttribute(U, 2))
    return g
  }
  // A box with its bottom centre at x, y, z.
  box(w, h, d, m, x = 0, y = 0, z = 0, o = {}) {
    const r = Math.min(o.r ?? 0, w / 2.1, h / 2.1, d / 2.1)
    const g =
      r > 0.003
        ? new RoundedBoxGeometry(w, h, d, o.seg ?? (r > 0.02 ? 3 : 1), r)
        : new THREE.BoxGeometry(w, h, d)
    // the grain runs along the longest side
    this.metricUV(g, o.turn ?? h > Math.max(w, d))
    const off = this.rng.next() * 3
    if (!o.fixed) {
      const U = g.attributes.uv
      for (let i = 0; i < U.count; i++) U.setXY(i, U.getX(i) + off, U.getY(i) + off * 0.7)
    }
    const k = this.mesh(g, m)
    k.position.set(x, y + h / 2, z)
    return k
  }
  cyl(r1, r2, h, m, x = 0, y = 0, z = 0, seg = 18, open = false) {
    const k = this.mesh(new THREE.CylinderGeometry(r1, r2, h, seg, 1, open), m)
    k.position.set(x, y + h / 2, z)
    return k
  }
  ball(r, m, x = 0, y = 0, z = 0, sx = 1, sy = 1, sz = 1) {
    const k = this.mesh(new THREE.SphereGeometry(r, 20, 14), m)
    k.position.set(x, y, z)
    k.scale.set(sx, sy, sz)
    return k
  }
  lathe(pts, m, x = 0, y = 0, z = 0, seg = 24) {
    const k = this.mesh(
      new THREE.LatheGeometry(
        pts.map((p) => new THREE.Vector2(p[0], p[1])),
        seg,
      ),
      m,
    )
    k.position.set(x, y, z)
    return k
  }
  rod(a, b, r, m) {
    const A = new THREE.Vector3(...a),
      B = new THREE.Vector3(...b),
      k = this.mesh(new THREE.CylinderGeometry(r, r, A.distanceTo(B), 8), m)
    k.position.copy(A).add(B).multiplyScalar(0.5)
    k.quaternion.setFromUnitVectors(new THREE.Vector3(0, 1, 0), B.sub(A).normalize())
    return k
  }
  // A surface given by a function of u, v in 0..1 that returns [x, y, z, textureU, textureV].
  surface(nu, nv, fn, m) {
    const g = new THREE.BufferGeometry(),
      pos = [],
      uv = [],
      idx = []
    for (let j = 0; j <= nv; j++)
      for (let i = 0; i <= nu; i++) {
        const p = fn(i / nu, j / nv)
        pos.push(p[0], p[1], p[2])
        uv.push(p[3] ?? i / nu, p[4] ?? j / nv)
      }
    for (let j = 0; j < nv; j++)
      for (let i = 0; i < nu; i++) {
        const a = j * (nu + 1) + i,
          b = a + 1,
          c = a + nu + 1,
          d = c + 1
        idx.push(a, d, b, a, c, d)
      }
    g.setAttribute('position', new THREE.Float32BufferAttribute(pos, 3))
    g.setAttribute('uv', new THREE.Float32BufferAttribute(uv, 2))
    g.setIndex(idx)
    g.computeVertexNormals()
    return this.mesh(g, m)
  }
  // A soft cushion lying flat: w along x, d along z, h thick.
  cushion(w, d, h, m, o = {}) {
    const n = this.noise,
      s = this.rng.next() * 50,
      N = 22,
      sharp = o.sharp ?? 2.6
    const half = (sg) =>
      this.surface(
        N,
        N,
        (u, v) => {
          const a = (sg > 0 ? u : 1 - u) * 2 - 1,
            b = v * 2 - 1
          const t = Math.pow(
            Math.max(0, 1 - Math.pow(Math.abs(a), sharp)) *
              Math.max(0, 1 - Math.pow(Math.abs(b), sharp)),
            0.5,
          )
          const wr =
            0.12 * n(a * 2 + s, b * 2, sg) +
            0.1 * (1 - Math.abs(n(a * 4 + s, b * 3, sg * 3))) -
            0.06
          const pinch = 1 - 0.07 * (1 - Math.abs(a)) * 0 - 0.06 * (1 - b * b) * Math.abs(a) * a * a
          return [
            ((a * w) / 2) * pinch,
            sg * (h / 2) * t * (1 + wr * 1.6),
            ((b * d) / 2) * (1 - 0.06 * (1 - a * a) * Math.abs(b)),
            (a * w) / 2 + s,
            (b * d) / 2,
          ]
        },
        m,
      )
    return this.group(half(1), half(-1)).rotateY(0)
  }
  // A seat cushion: a rounded box that bulges.
  pad(w, h, d, m, x = 0, y = 0, z = 0, bulge = 0.03, r = 0.05) {
    const g = new RoundedBoxGeometry(w, h, d, 6, Math.min(r, h / 2.1, d / 2.1)),
      P = g.attributes.position,
      n = this.noise,
      s = this.rng.next() * 40
    for (let i = 0; i < P.count; i++) {
      const a = (P.getX(i) / w) * 2,
        b = (P.getY(i) / h) * 2,
        c = (P.getZ(i) / d) * 2,
        wob = 1 + 0.5 * n(a * 1.6 + s, b * 1.6, c * 1.6)
      P.setXYZ(
        i,
        P.getX(i) + Math.sign(a) * 0,
        P.getY(i) + b * bulge * Math.max(0, 1 - a * a) * wob * Math.max(0, 1 - c * c),
        P.getZ(i) + c * bulge * Math.max(0, 1 - a * a) * wob * Math.max(0, 1 - b * b),
      )
    }
    g.computeVertexNormals()
    this.metricUV(g)
    const k = this.mesh(g, m)
    k.position.set(x, y + h / 2, z)
    return k
  }

  // ----- bedroom -----
  linenMat(child) {
    const r = this.rng,
      style = r.pick(
        child
          ? ['stars', 'stripes', 'dots', 'check', 'zigzag', 'blocks', 'floral', 'plain']
          : ['plain', 'plain', 'stripes', 'check', 'floral', 'plain'],
      )
    const h = r.range(0, 360),
      light = r.chance(child ? 0.35 : 0.6)
    return this.mat('#ffffff', {
      map: linen(
        r,
        style,
        h,
        light ? r.range(4, 30) : r.range(20, child ? 60 : 40),
        light ? r.range(78, 94) : r.range(32, 65),
      ),
      bump: 'wrinkle',
      bv: r.int(0, 2),
      bs: 5,
    })
  }
  // Bed linen laid over a box: width w, length l, top at height t.
  cover(w, l, t, m, o = {}) {
    const n = this.noise,
      s = this.rng.next() * 60,
      drop = o.drop ?? 0.28,
      puff = o.puff ?? 0.05,
      end = o.end ?? 0.25,
      fold = o.fold ?? 1
    const path = w + 2 * drop,
      R = 0.07
    return this.surface(
      64,
      72,
      (u, v) => {
        const a = (u - 0.5) * path,
          len = l + end,
          b = v * len
        let x,
          y,
          z = b
        const side = Math.abs(a) - w / 2,
          sg = Math.sign(a)
        if (side < 0) {
          x = a
          y = 0
        } else {
          x = sg * (w / 2 + R * Math.min(1, side / R) * 0.6 + side * 0.1)
          y = -side
        }
        if (b > l) {
          z = l + Math.min(0.06, (b - l) * 0.5)
          y -= b - l
        }
        const topness = side < -0.05 && b < l - 0.05 ? 1 : 0.45
        const e = Math.min(1, Math.max(0, -side) / 0.25)
        const wave =
          n(a * 2.2 + s, b * 2.0, 1) * 0.5 +
          (1 - Math.abs(n(a * 3.4 + b * 1.3 + s, b * 2.3 - a, 4))) * 0.9 +
          (1 - Math.abs(n(a * 7 - b * 2 + s, b * 5 + a, 9))) * 0.35 -
          0.9
        y += puff * (0.5 + 0.5 * e) + wave * 0.035 * fold * topness
        if (side > 0 || b > l) {
          const f = Math.sin((side > 0 ? b : a) * 15 + 4 * n(b * 1.5 + s, a)) * 0.016 * fold
          if (side > 0) x += sg * f * Math.min(1, side / 0.1)
          else z += f
        }
        if (v < 0.02 && o.lip !== false) y -= 0.02
        return [x, t + y, z, a, b]
      },
      m,
    )
  }
  pillow(m, w = 0.66, d = 0.42, h = 0.17) {
    return this.cushion(w, d, h, m)
  }
  headboard(w, h, style, color) {
    const g = this.group(),
      r = this.rng
    if (style === 'soft') {
      const m = this.mat(color, { tex: 'fabric', bump: 'fabric', bs: 1.5 })
      const cols = r.chance(0.5) ? Math.round(w / 0.2) : 2,
        rows = cols > 2 && r.chance(0.5) ? 3 : 1
      g.add(this.box(w, h, 0.06, m, 0, 0, 0.03, { r: 0.02 }))
      for (let i = 0; i < cols; i++)
        for (let j = 0; j < rows; j++)
          g.add(
            this.pad(
              w / cols - 0.008,
              (h - 0.45) / rows - 0.006,
              0.08,
              m,
              ((i + 0.5) * w) / cols - w / 2,
              0.43 + (j * (h - 0.45)) / rows,
              0.07,
              0.03,
              0.035,
            ),
          )
    } else if (style === 'slats') {
      const m = this.wood(color)
      for (const s of [-1, 1]) g.add(this.box(0.07, h, 0.06, m, s * (w / 2 - 0.035), 0, 0.03))
      g.add(this.box(w, 0.09, 0.05, m, 0, h - 0.09, 0.03), this.box(w, 0.07, 0.04, m, 0, 0.4, 0.03))
      const k = Math.round(w / 0.12)
      for (let i = 1; i < k; i++)
        g.add(this.box(0.045, h - 0.5, 0.025, m, (i * w) / k - w / 2, 0.44, 0.03))
    } else if (style === 'metal') {
      const m = this.metal(color)
      for (const s of [-1, 1]) {
        g.add(this.cyl(0.02, 0.02, h, m, (s * w) / 2, 0, 0.03))
        g.add(this.ball(0.035, m, (s * w) / 2, h + 0.02, 0.03))
      }
      g.add(
        this.rod([-w / 2, h - 0.03, 0.03], [w / 2, h - 0.03, 0.03], 0.016, m),
        this.rod([-w / 2, 0.5, 0.03], [w / 2, 0.5, 0.03], 0.014, m),
      )
      const k = Math.round(w / 0.13)
      for (let i = 1; i < k; i++)
        g.add(
          this.rod(
            [(i * w) / k - w / 2, 0.4, 0.03],
            [(i * w) / k - w / 2, h - 0.03, 0.03],
            0.009,
            m,
          ),
        )
    } else {
      const m = this.wood(color)
      g.add(this.box(w, h, 0.05, m, 0, 0, 0.025, { r: 0.012, turn: false }))
      if (style === 'framed') {
        g.add(this.box(w + 0.04, 0.07, 0.08, m, 0, h - 0.05, 0.04, { r: 0.015 }))
        for (const s of [-1, 1]) g.add(this.box(0.08, h, 0.07, m, s * (w / 2 - 0.03), 0, 0.035))
        for (let i = 0; i < 3; i++)
          g.add(
            this.box(w / 3 - 0.09, h - 0.62, 0.02, m, (i - 1) * (w / 3 - 0.02), 0.5, 0.055, {
              r: 0.008,
            }),
          )
      }
    }
    return g
  }
  bed(w, l, o = {}) {
    const r = this.rng,
      child = o.child,
      g = this.group()
    const style = o.style ?? r.pick(['soft', 'slats', 'metal', 'panel', 'framed', 'soft'])
    const tone =
      style === 'soft'
        ? hsl(r.range(0, 360), r.range(4, 25), r.range(38, 75))
        : style === 'metal'
          ? r.pick(['#f2f0ea', '#2d2d30', '#b8a27a'])
          : this.woodTone
    const frame =
      style === 'soft' ? this.fabric(tone) : style === 'metal' ? this.metal(tone) : this.wood(tone)
    const hb = o.headHeight ?? r.range(0.95, 1.25),
      legs = 0.12,
      base = 0.34
    g.add(this.headboard(w + 0.06, hb, style, tone))
    for (const s of [-1, 1]) {
      g.add(this.box(0.035, 0.2, l, frame, s * (w / 2 + 0.01), legs + 0.04, l / 2 + 0.06))
      for (const z of [0.15, l])
        g.add(this.box(0.07, legs + 0.1, 0.07, frame, s * (w / 2 - 0.03), 0, z))
    }
    g.add(
      this.box(
        w + 0.06,
        style === 'slats' || style === 'framed' ? 0.5 : 0.26,
        0.04,
        frame,
        0,
        legs,
        l + 0.07,
        { turn: false },
      ),
    )
    const sheet = this.mat('#f4f2ee', { tex: 'fabric', bump: 'wrinkle', bs: 2 })
    g.add(this.box(w, 0.24, l, sheet, 0, base - 0.06, l / 2 + 0.06, { r: 0.06, seg: 3 }))
    const top = base + 0.18,
      linenM = this.linenMat(child),
      turned = r.range(0.5, 0.68)
    const duvet = this.cover(w + 0.04, l - turned + 0.02, top, linenM, {
      drop: r.range(0.18, 0.3),
      end: 0.22,
      puff: r.range(0.06, 0.1),
      fold: r.range(0.9, 1.6),
    })
    duvet.position.z = turned + 0.02
    g.add(duvet)
    // the turned-down edge
    const edgeM = r.chance(0.6)
      ? linenM
      : this.mat('#f5f3f0', { tex: 'fabric', bump: 'wrinkle', bs: 4 })
    const edge = this.cover(w + 0.06, r.range(0.16, 0.3), top + 0.035, edgeM, {
      drop: 0.2,
      end: 0.0,
      puff: 0.075,
      fold: 0.8,
    })
    edge.position.z = turned
    g.add(edge)
    const pm = r.chance(0.55)
      ? linenM
      : this.mat(hsl(r.range(0, 360), r.range(2, 14), r.range(88, 95)), {
          tex: 'fabric',
          bump: 'wrinkle',
          bs: 4,
        })
    const pm2 = r.chance(0.5) ? pm : this.mat('#f6f4f1', { tex: 'fabric', bump: 'wrinkle', bs: 4 })
    const cols = w > 1.2 ? 2 : 1
    for (let i = 0; i < cols; i++) {
      const x = cols === 1 ? r.range(-0.03, 0.03) : (i - 0.5) * w * 0.5,
        pw = Math.min(0.72, w / cols - 0.08)
      g.add(
        this.put(this.pillow(pm2, pw, 0.44, 0.2), x, top + 0.2, 0.2, r.range(-0.08, 0.08), 0.95),
      )
      if (r.chance(0.75))
        g.add(
          this.put(
            this.pillow(pm, pw, 0.42, 0.18),
            x + r.range(-0.04, 0.04),
            top + 0.14,
            0.36,
            r.range(-0.12, 0.12),
            0.6,
          ),
        )
    }
    if (r.chance(0.5))
      g.add(
        this.put(
          this.cushion(0.38, 0.38, 0.16, this.linenMat(child)),
          r.range(-0.15, 0.15),
          top + 0.2,
          0.5,
          r.range(-0.3, 0.3),
          1.0,
        ),
      )
    if (r.chance(0.45)) {
      const throwM = this.mat(hsl(r.range(0, 360), r.range(12, 40), r.range(35, 70)), {
        tex: 'knit',
        bump: 'knit',
        bs: 3,
      })
      const c = this.cover(w + 0.1, 0.5, top + 0.03, throwM, {
        drop: 0.3,
        end: 0,
        puff: 0.07,
        fold: 0.9,
      })
      c.position.z = l - 0.75
      g.add(c)
    }
    if (child && r.chance(0.7))
      g.add(this.put(this.teddy(), r.range(-0.2, 0.2) * w, top + 0.1, 0.62, r.range(-0.5, 0.5)))
    return g
  }
  teddy() {
    const r = this.rng,
      m = this.mat(r.pick(['#b98a55', '#d9c0a0', '#8d8f98', '#e5a9b5', '#c9b28a']), {
        tex: 'carpet',
        bump: 'carpet',
        bs: 2,
      }),
      d = this.plain('#1c1614', 0.4),
      p = this.fabric('#ead8bd')
    return this.group(
      this.ball(0.11, m, 0, 0.1, 0, 1, 1.1, 0.9),
      this.ball(0.085, m, 0, 0.27, 0.02),
      this.ball(0.036, p, 0, 0.25, 0.09),
      this.ball(0.013, d, 0, 0.265, 0.122),
      ...[-1, 1].flatMap((s) => [
        this.ball(0.034, m, s * 0.07, 0.34, 0),
        this.ball(0.045, m, s * 0.11, 0.14, 0.05, 1, 1.5, 1),
        this.ball(0.05, m, s * 0.08, 0.03, 0.11, 1, 1, 1.4),
        this.ball(0.01, d, s * 0.032, 0.295, 0.095),
      ]),
    )
  }
  bunk(w, l, o = {}) {
    const r = this.rng,
      g = this.group(),
      m = r.chance(0.6)
        ? this.wood(r.pick(['#d3a56c', '#e3c69a', '#f2efe8', '#b07a45']))
        : this.metal(r.pick(['#3a3d44', '#c9ccd0', '#7a2a2a'])),
      H = 1.72
    for (const s of [-1, 1])
      for (const z of [0.04, l]) g.add(this.box(0.075, H, 0.075, m, (s * w) / 2, 0, z))
    for (const y of [0.28, 1.22]) {
      for (const s of [-1, 1]) g.add(this.box(0.03, 0.14, l, m, (s * w) / 2, y, l / 2))
      g.add(this.box(w, 0.05, l, m, 0, y, l / 2 + 0.03))
      for (const z of [0.04, l])
        for (const k of [0, 0.18, 0.32]) g.add(this.box(w, 0.07, 0.028, m, 0, y + 0.1 + k * 0.9, z))
      g.add(
        this.box(w - 0.06, 0.14, l - 0.08, this.fabric('#efede8'), 0, y + 0.06, l / 2 + 0.02, {
          r: 0.04,
        }),
      )
      const lm = this.linenMat(true),
        d = this.cover(w - 0.03, l - 0.7, y + 0.2, lm, {
          drop: y > 1 ? 0.1 : 0.2,
          end: 0.02,
          puff: 0.06,
          fold: 1.1,
        })
      d.position.z = 0.62
      g.add(d)
      g.add(
        this.put(
          this.pillow(
            r.chance(0.5) ? lm : this.mat('#f4f3ef', { tex: 'fabric', bump: 'wrinkle', bs: 4 }),
            w - 0.25,
            0.4,
            0.16,
          ),
          0,
          y + 0.3,
          0.34,
          0,
          0.3,
        ),
      )
    }
    for (const s of [-1, 1]) g.add(this.box(0.028, 0.08, l * 0.68, m, (s * w) / 2, 1.52, l * 0.36))
    for (const s of [-1, 1])
      for (const k of [0, 1]) {
        if (!k)
          g.add(
            this.rod(
              [(o.ladder ?? 1) * (w / 2 + 0.05 + 0.12), 0, l * 0.86 + s * 0.19],
              [(o.ladder ?? 1) * (w / 2 + 0.03), 1.55, l * 0.86 + s * 0.19],
              0.022,
              m,
            ),
          )
      }
    for (let i = 1; i < 6; i++) {
      const t = i / 6,
        x = (o.ladder ?? 1) * (w / 2 + 0.05 + 0.12 * (1 - t))
      g.add(this.rod([x, t * 1.5, l * 0.86 - 0.19], [x, t * 1.5, l * 0.86 + 0.19], 0.018, m))
    }
    if (r.chance(0.7)) g.add(this.put(this.teddy(), 0, 0.55, l * 0.55, (o.ladder ?? 1) * 1.2))
    return g
  }
  wardrobe(w = 1.2, h = 2.05, d = 0.58) {
    const r = this.rng,
      m = r.chance(0.5)
        ? this.wood()
        : this.paint(r.pick(['#f0eee8', '#dfe3e4', '#cfd6d2', '#e9e1d3', '#9fa8ad'])),
      g = this.group(this.box(w, h, d, m, 0, 0, d / 2)),
      n = Math.max(2, Math.round(w / 0.55)),
      hm = this.metal(),
      style = r.int(0, 2)
    const drawers = r.chance(0.4) ? 0.32 : 0
    for (let i = 0; i < n; i++) {
      const x = ((i + 0.5) * w) / n - w / 2,
        dw = w / n - 0.012,
        dh = h - 0.14 - drawers
      g.add(this.box(dw, dh, 0.022, m, x, 0.09 + drawers, d + 0.012, { r: 0.005 }))
      if (style) {
        for (const s of [-1, 1])
          g.add(this.box(0.07, dh, 0.014, m, x + s * (dw / 2 - 0.035), 0.09 + drawers, d + 0.028))
        for (const y of [0, dh / 2 - 0.035, dh - 0.07])
          if (style === 1 || y !== dh / 2 - 0.035)
            g.add(
              this.box(dw - 0.14, 0.07, 0.014, m, x, 0.09 + drawers + y, d + 0.028, {
                turn: false,
              }),
            )
      }
      g.add(
        this.box(
          0.014,
          0.16,
          0.025,
          hm,
          x + (i % 2 ? -1 : 1) * (dw / 2 - 0.04),
          h * 0.48,
          d + 0.045,
        ),
      )
      if (drawers) {
        g.add(this.box(dw, drawers - 0.03, 0.022, m, x, 0.09, d + 0.012))
        g.add(this.box(0.12, 0.014, 0.025, hm, x, 0.24, d + 0.035))
      }
    }
    g.add(this.box(w + 0.05, 0.05, d + 0.05, m, 0, h, d / 2 + 0.01))
    if (r.chance(0.5))
      g.add(
        this.box(
          0.5,
          0.26,
          0.36,
          this.paint(hsl(r.range(0, 360), 20, 60)),
          r.range(-0.2, 0.2),
          h + 0.05,
          d / 2,
        ),
      )
    return g
  }
  drawers(w = 0.5, h = 0.55, d = 0.4, n = 3, m = null) {
    m ??= this.wood()
    const g = this.group(this.box(w, h, d, m, 0, 0, d / 2)),
      hm = this.metal(),
      dh = (h - 0.07) / n
    for (let i = 0; i < n; i++) {
      g.add(this.box(w - 0.03, dh - 0.012, 0.02, m, 0, 0.04 + i * dh, d + 0.01, { turn: false }))
      for (const s of w > 0.7 ? [-1, 1] : [0])
        g.add(this.ball(0.016, hm, s * w * 0.27, 0.04 + i * dh + dh / 2, d + 0.03))
    }
    g.add(this.box(w + 0.02, 0.025, d + 0.03, m, 0, h, d / 2 + 0.01))
    return g
  }
  // Returns { group, bulb } — bulb is where the light sits.
  lamp(kind = 'table') {
    const r = this.rng,
      shade = this.mat(r.pick(['#f6e7c8', '#f3efe6', '#eacfa8', '#dfe6ea']), {
        glow: kind === 'off' ? undefined : r.range(1.2, 2.2),
        double: true,
        tex: 'fabric',
      }),
      m = r.chance(0.5) ? this.metal() : this.wood(),
      s = kind === 'floor' ? 1.35 : 0.2
    const g = this.group()
    if (kind === 'floor')
      g.add(
        this.cyl(0.14, 0.15, 0.03, m),
        this.cyl(0.014, 0.014, s, m, 0, 0.02, 0),
        this.cyl(0.15, 0.23, 0.28, shade, 0, s, 0, 26, true),
      )
    else
      g.add(
        this.lathe(
          [
            [0, 0],
            [0.08, 0],
            [0.085, 0.015],
            [0.035, 0.04],
            [0.06, 0.1],
            [0.055, 0.15],
            [0.015, 0.2],
            [0.012, 0.26],
            [0, 0.26],
          ],
          r.chance(0.5) ? this.plain(hsl(r.range(0, 360), 25, r.range(35, 85)), 0.35) : m,
        ),
        this.cyl(0.09, 0.15, 0.19, shade, 0, s + 0.02, 0, 26, true),
      )
    g.userData.bulb = kind === 'floor' ? s + 0.14 : s + 0.11
    return g
  }
  curtains(w, h, o = {}) {
    const r = this.rng,
      g = this.group(),
      m = o.m ?? this.curtainMat(),
      n = this.noise,
      s = r.next() * 30,
      cover = o.cover ?? r.range(0.16, 0.3),
      W = w + 0.3
    const panel = (x0, x1) =>
      this.surface(
        70,
        6,
        (u, v) => {
          const x = x0 + (x1 - x0) * u,
            k = ((x - x0) * 6.283) / 0.12
          const amp = 0.035 * (0.7 + 0.5 * n(x * 3 + s, 0))
          return [
            x + 0.012 * Math.sin(k * 0.5 + v * 2),
            (1 - v) * h,
            0.05 + amp * Math.sin(k + 1.5 * n(x * 4 + s, v * 1.5)) * (0.55 + 0.45 * v),
            u * (x1 - x0) * 1.7,
            v * h,
          ]
        },
        m,
      )
    if (o.full) g.add(panel(-W / 2, -0.01), panel(0.01, W / 2))
    else g.add(panel(-W / 2, -W / 2 + W * cover), panel(W / 2 - W * cover, W / 2))
    const pm = this.metal()
    g.add(this.rod([-W / 2 - 0.08, h + 0.02, 0.05], [W / 2 + 0.08, h + 0.02, 0.05], 0.014, pm))
    for (const k of [-1, 1]) g.add(this.ball(0.03, pm, k * (W / 2 + 0.1), h + 0.02, 0.05))
    return g
  }
  curtainMat() {
    const r = this.rng
    if (r.chance(0.35))
      return this.mat('#ffffff', {
        map: linen(
          r,
          r.pick(['stripes', 'floral', 'check', 'dots']),
          r.range(0, 360),
          r.range(8, 35),
          r.range(60, 88),
        ),
        double: true,
      })
    return this.mat(hsl(r.range(0, 360), r.range(5, 35), r.range(30, 88)), {
      tex: 'fabric',
      double: true,
    })
  }
  frame(w, h, art, m, depth = 0.025) {
    const g = this.group()
    const p = this.mesh(new THREE.PlaneGeometry(w, h), this.mat('#ffffff', { map: art }))
    p.position.z = m ? depth * 0.6 : 0.008
    g.add(p)
    if (m)
      for (const s of [-1, 1]) {
        g.add(this.box(0.03, h + 0.05, depth, m, s * (w / 2 + 0.01), -h / 2 - 0.025, depth / 2))
        g.add(this.box(w + 0.05, 0.03, depth, m, 0, s * (h / 2 + 0.01) - 0.015, depth / 2))
      }
    return g
  }
  poster(child, framed) {
    const r = this.rng,
      w = r.range(0.36, 0.55)
    return this.frame(
      w,
      w * 1.33,
      picture(r, child),
      framed
        ? r.chance(0.5)
          ? this.wood()
          : this.paint(r.pick(['#1d1d1f', '#f4f3f0', '#c9a86a']))
        : null,
    )
  }
  bookRow(width, maxH, depth, fill = 0.9) {
    const g = this.group(),
      r = this.rng
    let x = -width / 2
    const cols = (this.bookCols ??= Array.from({ length: 11 }, () =>
      this.mat(
        hsl(
          r.pick([0, 8, 20, 30, 40, 48, 210, 220, 200, 160, 110, 340, 265]),
          r.range(10, 46),
          r.range(20, 62),
        ),
        { tex: 'fabric' },
      ),
    ).concat([this.mat('#ece7da', { tex: 'fabric' }), this.mat('#26262b', { tex: 'fabric' })]))
    while (x < width / 2 - 0.03) {
      if (r.chance(1 - fill)) {
        x += r.range(0.04, 0.16)
        if (r.chance(0.4) && x < width / 2 - 0.12) {
          g.add(this.ornament(Math.min(0.2, maxH * 0.7), x, depth))
          x += 0.12
        }
        continue
      }
      const t = r.range(0.014, 0.045),
        h = Math.min(maxH * 0.96, maxH * r.range(0.62, 0.95)),
        d = depth * r.range(0.65, 0.9)
      const b = this.box(t, h, d, r.pick(cols), x + t / 2, 0, d / 2, { r: 0.0032 })
      if (r.chance(0.06)) b.rotation.z = -0.16
      g.add(b)
      if (r.chance(0.4))
        g.add(
          this.box(
            t * 0.7,
            h * 0.1,
            0.003,
            this.mat(r.pick(['#f1ead8', '#d8b65a', '#ffffff', '#222222'])),
            x + t / 2,
            h * r.range(0.6, 0.8),
            d,
            { r: 0 },
          ),
        )
      x += t + 0.002
    }
    return g
  }
  ornament(h, x = 0, depth = 0.2) {
    const r = this.rng,
      m = this.plain(hsl(r.range(0, 360), r.range(10, 45), r.range(35, 85)), 0.3),
      k = r.int(0, 2),
      g = this.group()
    if (k === 0)
      g.add(
        this.lathe(
          [
            [0, 0],
            [h * 0.22, 0],
            [h * 0.34, h * 0.35],
            [h * 0.2, h * 0.7],
            [h * 0.13, h * 0.85],
            [h * 0.2, h],
          ],
          m,
        ),
      )
    else if (k === 1)
      g.add(
        this.box(h * 0.8, h, 0.02, this.wood(), 0, 0, 0),
        this.box(
          h * 0.6,
          h * 0.78,
          0.006,
          this.mat(hsl(r.range(0, 360), 30, 65)),
          0,
          h * 0.1,
          0.012,
        ),
      )
    else g.add(this.plant(h, true))
    g.position.set(x + h * 0.3, 0, depth * 0.55)
    return g
  }
  bookcase(w = 0.8, h = 1.9, d = 0.3, o = {}) {
    const r = this.rng,
      m = o.m ?? (r.chance(0.6) ? this.wood() : this.paint('#f1efea')),
      g = this.group(),
      n = o.rows ?? Math.max(2, Math.round(h / 0.36)),
      ch = (h - 0.06) / n
    for (const s of [-1, 1]) g.add(this.box(0.022, h, d, m, s * (w / 2 - 0.011), 0, d / 2))
    g.add(this.box(w, h, 0.012, m, 0, 0, 0.006))
    for (let i = 0; i <= n; i++) {
      g.add(this.box(w, 0.022, d, m, 0, 0.04 + i * ch - (i === n ? 0.0 : 0), d / 2))
      if (i < n) {
        const row = this.bookRow(w - 0.06, ch - 0.03, d, o.fill ?? r.range(0.8, 0.97))
        row.position.set(0, 0.062 + i * ch, 0.015)
        g.add(row)
      }
    }
    return g
  }
  plant(h = 0.8, small = false) {
    const r = this.rng,
      g = this.group(),
      pr = small ? h * 0.28 : r.range(0.12, 0.17),
      ph = small ? h * 0.4 : pr * 1.7
    g.add(
      this.lathe(
        [
          [0, 0],
          [pr * 0.75, 0],
          [pr, ph],
          [pr * 0.9, ph],
          [pr * 0.85, ph * 0.88],
          [0, ph * 0.88],
        ],
        this.plain(r.pick(['#f0eee9', '#b5654a', '#4b5458', '#d9c7a5', '#7f8f86']), 0.5),
      ),
    )
    const lm = this.mat(hsl(r.range(85, 130), r.range(28, 50), r.range(26, 40)), {
        tex: 'leaf',
        double: true,
      }),
      lm2 = this.mat(hsl(r.range(85, 130), r.range(28, 50), r.range(36, 48)), {
        tex: 'leaf',
        double: true,
      })
    const n = small ? 14 : r.int(20, 34),
      type = r.int(0, 2)
    for (let i = 0; i < n; i++) {
      const a = i * 2.4 + r.range(-0.3, 0.3),
        L = (h - ph) * r.range(0.6, 1.0) * (type === 1 ? 1 : 0.95),
        lean = r.range(0.15, type === 1 ? 0.5 : 1.0),
        wd = type === 1 ? 0.05 : type === 2 ? 0.16 : 0.1,
        stem = type === 1 ? 0 : 0.45
      const leaf = this.surface(
        4,
        8,
        (u, v) => {
          const t = v,
            k = stem + (1 - stem) * t,
            ww = wd * (h * 0.9 + 0.1) * Math.sin(Math.PI * Math.pow(t, 0.8)) + 0.002,
            out = L * Math.sin(lean) * (k + 0.5 * k * k * lean),
            up = L * Math.cos(lean) * k - 0.45 * lean * L * k * k * 0.8
          const side = (u - 0.5) * 2 * ww
          return [out, up + Math.abs(u - 0.5) * ww * 0.7, side, u, v]
        },
        i % 3 ? lm : lm2,
      )
      leaf.position.y = ph * 0.9
      leaf.rotation.y = a
      g.add(leaf)
      if (stem) {
        const st = this.surface(
          1,
          5,
          (u, v) => {
            const k = v * stem
            return [
              L * Math.sin(lean) * (k + 0.5 * k * k * lean),
              L * Math.cos(lean) * k - 0.36 * lean * L * k * k,
              (u - 0.5) * 0.008 * (1 + h),
            ]
          },
          lm,
        )
        st.position.y = ph * 0.9
        st.rotation.y = a
        g.add(st)
      }
    }
    return g
  }
  rug(w, d) {
    const m = this.mat('#ffffff', {
      map: rugArt(this.rng, this.rng.range(0, 360)),
      bump: 'carpet',
      bs: 2,
    })
    const k = this.mesh(new THREE.BoxGeometry(w, 0.014, d), m)
    k.position.y = 0.008
    return k
  }
  toys() {
    const r = this.rng,
      g = this.group(this.box(0.5, 0.3, 0.35, this.paint(hsl(r.range(0, 360), 45, 60)), 0, 0, 0.18))
    for (let i = 0; i < 8; i++)
      g.add(
        r.chance(0.5)
          ? this.ball(
              r.range(0.04, 0.08),
              this.plain(hsl(r.range(0, 360), 65, 52), 0.4),
              r.range(-0.18, 0.18),
              0.32,
              r.range(0.08, 0.28),
            )
          : this.put(
              this.box(0.1, 0.1, 0.1, this.plain(hsl(r.range(0, 360), 65, 52), 0.4)),
              r.range(-0.18, 0.18),
              0.28,
              r.range(0.08, 0.28),
              r.next() * 3,
              r.next(),
            ),
      )
    return g
  }
  shelf(w, child) {
    const m = this.wood(),
      g = this.group(this.box(w, 0.025, 0.22, m, 0, 0, 0.11)),
      r = this.rng
    for (const s of [-1, 1]) g.add(this.box(0.02, 0.12, 0.16, m, s * (w / 2 - 0.1), -0.12, 0.08))
    const row = this.bookRow(w * 0.55, 0.26, 0.2, 0.9)
    row.position.set(-w * 0.2, 0.025, 0.01)
    g.add(row)
    g.add(
      child
        ? this.put(this.teddy(), w * 0.28, 0.03, 0.11)
        : this.put(this.plant(0.3, true), w * 0.3, 0.025, 0.11),
    )
    if (r.chance(0.5)) g.add(this.put(this.ornament(0.16), w * 0.12, 0.025, 0.1))
    return g
  }

  // ----- living room -----
  sofa(w = 1.9, o = {}) {
    const r = this.rng,
      m =
        o.m ??
        (r.chance(0.2)
          ? this.mat(r.pick(['#5b3a28', '#2b2624', '#8a5c3c', '#b59a7c']), {
              tex: 'stone',
              rough: 0.45,
              bump: 'wrinkle',
              bs: 1.5,
            })
          : this.mat(hsl(r.range(0, 360), r.range(4, 32), r.range(30, 72)), {
              tex: 'fabric',
              bump: 'fabric',
              bs: 1.4,
            })),
      g = this.group(),
      d = 0.9,
      n = w > 1.3 ? (w > 1.9 ? 3 : 2) : 1,
      arm = r.range(0.16, 0.24),
      iw = w - 2 * arm,
      back = r.range(0.78, 0.9)
    g.add(
      this.box(w - 0.04, 0.26, d - 0.05, m, 0, 0.1, d / 2, { r: 0.03 }),
      this.box(w - 0.06, back - 0.12, 0.2, m, 0, 0.12, 0.1, { r: 0.07 }),
    )
    for (const s of [-1, 1]) {
      g.add(
        this.pad(
          arm,
          r.chance(0) ? 0.6 : 0.52,
          d - 0.03,
          m,
          s * (w / 2 - arm / 2),
          0.1,
          d / 2,
          0.015,
          0.07,
        ),
      )
      for (const z of [0.1, d - 0.1])
        g.add(this.cyl(0.025, 0.018, 0.1, this.wood(), s * (w / 2 - 0.1), 0, z))
    }
    for (let i = 0; i < n; i++) {
      const x = ((i + 0.5) * iw) / n - iw / 2
      g.add(this.pad(iw / n - 0.012, 0.17, d - 0.28, m, x, 0.33, d / 2 + 0.12, 0.03, 0.06))
      const b = this.pad(iw / n - 0.014, back - 0.42, 0.2, m, x, 0.47, 0.26, 0.05, 0.09)
      b.rotation.x = -0.14
      g.add(b)
    }
    const c = r.int(1, 3)
    for (let i = 0; i < c; i++) {
      const cm = r.chance(0.5)
        ? this.linenMat(false)
        : this.mat(hsl(r.range(0, 360), r.range(20, 55), r.range(35, 70)), {
            tex: r.pick(['knit', 'fabric']),
            bump: 'wrinkle',
            bs: 2,
          })
      g.add(
        this.put(
          this.cushion(0.44, 0.44, 0.17, cm),
          (i ? 1 : -1) * (iw / 2 - 0.2 - (i > 1 ? 0.4 : 0)),
          0.7,
          0.46,
          r.range(-0.3, 0.3),
          1.25,
          r.range(-0.2, 0.2),
        ),
      )
    }
    if (r.chance(0.4)) {
      const t = this.cover(
        0.5,
        0.25,
        back + 0.0,
        this.mat(hsl(r.range(0, 360), 25, 65), { tex: 'knit', bump: 'knit', bs: 2 }),
        { drop: 0.02, end: 0.4, puff: 0.02, fold: 0.6 },
      )
      t.position.set(r.range(-0.4, 0.4), 0, 0.1)
      g.add(t)
    }
    return g
  }
  tvUnit(w = 1.6) {
    const r = this.rng,
      m = this.wood(),
      g = this.group(this.box(w, 0.42, 0.4, m, 0, 0.08, 0.2)),
      tw = r.range(1.0, 1.35),
      black = this.plain('#0b0c0e', 0.18)
    for (let i = 0; i < 3; i++)
      g.add(
        this.box(
          w / 3 - 0.03,
          0.34,
          0.02,
          i === 1 ? this.plain('#17140f', 0.7) : m,
          ((i - 1) * w) / 3,
          0.12,
          0.405,
        ),
      )
    for (const s of [-1, 1])
      g.add(
        this.cyl(0.02, 0.02, 0.08, m, s * (w / 2 - 0.1), 0, 0.1),
        this.cyl(0.02, 0.02, 0.08, m, s * (w / 2 - 0.1), 0, 0.34),
      )
    g.add(
      this.box(tw, tw * 0.565, 0.035, black, 0, 0.58, 0.16, { r: 0.008 }),
      this.box(0.3, 0.03, 0.2, black, 0, 0.5, 0.18),
      this.box(0.06, 0.1, 0.03, black, 0, 0.51, 0.15),
    )
    g.add(this.box(0.3, 0.05, 0.2, this.plain('#222326', 0.4), w * 0.1, 0.14, 0.32))
    g.add(
      this.put(this.plant(0.35, true), -w / 2 + 0.15, 0.5, 0.2),
      this.put(this.ornament(0.2), w / 2 - 0.2, 0.5, 0.1),
    )
    return g
  }
  fireplace() {
    const r = this.rng,
      m = r.chance(0.5) ? this.paint('#efece4') : this.mat('#d8d2c6', { tex: 'stone', rough: 0.5 }),
      g = this.group(),
      br = this.mat('#d8cfc8', { tex: 'brick', bump: 'brick', bs: 3 })
    g.add(this.box(1.5, 2.6, 0.28, this.breast ?? this.paint('#e8e2d6'), 0, 0, 0.14, { r: 0 }))
    for (const s of [-1, 1])
      g.add(
        this.box(0.22, 1.02, 0.1, m, s * 0.56, 0, 0.33),
        this.box(0.27, 0.12, 0.13, m, s * 0.56, 0, 0.34),
        this.box(0.26, 0.06, 0.13, m, s * 0.56, 0.94, 0.34),
      )
    g.add(
      this.box(1.34, 0.24, 0.1, m, 0, 0.86, 0.33),
      this.box(1.56, 0.05, 0.24, m, 0, 1.1, 0.37),
      this.box(1.3, 0.04, 0.45, this.mat('#4a4642', { tex: 'stone', rough: 0.4 }), 0, 0, 0.5),
    )
    g.add(
      this.box(0.18, 0.86, 0.02, br, -0.36, 0.02, 0.29),
      this.box(0.18, 0.86, 0.02, br, 0.36, 0.02, 0.29),
      this.box(0.9, 0.2, 0.02, br, 0, 0.68, 0.29),
      this.box(0.56, 0.66, 0.012, this.plain('#0c0a09', 0.9), 0, 0.03, 0.286),
    )
    const st = this.plain('#1e1e20', 0.5)
    g.add(
      this.box(0.46, 0.52, 0.14, st, 0, 0.04, 0.4, { r: 0.02 }),
      this.box(
        0.36,
        0.34,
        0.01,
        this.mat('#ff9a3c', { glow: r.chance(0.5) ? 0.9 : 0.12 }),
        0,
        0.13,
        0.475,
      ),
    )
    for (let i = 0; i < 4; i++)
      g.add(
        this.put(
          this.cyl(0.05, 0.05, 0.28, this.wood('#8a6038')),
          0.85 + (i % 2) * 0.11,
          0.05 + Math.floor(i / 2) * 0.1,
          0.4,
          0,
          Math.PI / 2,
        ),
      )
    for (let i = 0; i < 4; i++)
      g.add(this.put(this.ornament(r.range(0.14, 0.28)), -0.65 + i * 0.36, 1.15, 0.26))
    return g
  }
  mirror(w, h, round) {
    const g = this.group(),
      fm = this.rng.chance(0.5) ? this.wood('#b98b4e') : this.metal('#b79a60'),
      glass = this.mat('#ffffff', { map: reflection(this.rng, this.wallTone ?? '#c9c4ba') })
    if (round) {
      const f = this.mesh(new THREE.TorusGeometry(w / 2, 0.03, 10, 40), fm),
        c = this.mesh(new THREE.CircleGeometry(w / 2, 40), glass)
      f.position.z = 0.02
      c.position.z = 0.012
      g.add(f, c)
    } else {
      const p = this.mesh(new THREE.PlaneGeometry(w, h), glass)
      p.position.z = 0.015
      g.add(p)
      for (const s of [-1, 1])
        g.add(
          this.box(0.06, h + 0.1, 0.04, fm, (s * w) / 2, -h / 2 - 0.05, 0.02),
          this.box(w + 0.1, 0.06, 0.04, fm, 0, (s * h) / 2 - 0.03, 0.02),
        )
    }
    return g
  }
  table(w, d, h, o = {}) {
    const m = o.m ?? this.wood(),
      g = this.group(this.box(w, 0.035, d, m, 0, h - 0.035, 0, { r: 0.01, turn: false })),
      t = o.leg ?? 0.06
    g.add(this.box(w - 0.16, 0.08, d - 0.16, m, 0, h - 0.115, 0, { turn: false }))
    for (const s of [-1, 1])
      for (const k of [-1, 1])
        g.add(this.box(t, h - 0.04, t, m, s * (w / 2 - t), 0, k * (d / 2 - t)))
    return g
  }
  coffeeTable() {
    const r = this.rng,
      g = this.table(r.range(0.9, 1.1), 0.55, 0.42),
      b = this.bookStack(3)
    g.add(this.put(b, -0.2, 0.42, 0))
    g.add(this.put(this.mug(), 0.2, 0.42, 0.08))
    if (r.chance(0.6)) g.add(this.put(this.plant(0.26, true), 0.05, 0.42, -0.08))
    return g
  }
  bookStack(n) {
    const r = this.rng,
      g = this.group()
    for (let i = 0, y = 0; i < n; i++) {
      const t = r.range(0.02, 0.04)
      g.add(
        this.put(
          this.box(
            r.range(0.18, 0.24),
            t,
            0.16,
            this.mat(hsl(r.range(0, 360), 35, r.range(30, 70)), { tex: 'fabric' }),
          ),
          0,
          y + t / 2,
          0,
          r.range(-0.3, 0.3),
        ),
      )
      y += t
    }
    return g
  }
  mug(c) {
    const m = this.plain(c ?? hsl(this.rng.range(0, 360), 30, 65), 0.3),
      g = this.group(this.cyl(0.04, 0.036, 0.09, m)),
      h = this.mesh(new THREE.TorusGeometry(0.025, 0.007, 8, 14), m)
    h.position.set(0.045, 0.045, 0)
    g.add(h)
    return g
  }
  armchair() {
    return this.sofa(0.85)
  }

  // ----- kitchen -----
  doorFront(w, h, m, style, hm, top) {
    const g = this.group(this.box(w - 0.006, h - 0.006, 0.02, m, 0, 0.003, 0.01, { r: 0.004 })),
      b = 0.065
    if (style === 'shaker' && h > 0.2) {
      for (const s of [-1, 1])
        g.add(this.box(b, h - 0.006, 0.012, m, s * (w / 2 - b / 2 - 0.003), 0.003, 0.024))
      for (const y of [0.003, h - b - 0.003])
        g.add(this.box(w - 2 * b, b, 0.012, m, 0, y, 0.024, { turn: false }))
    }
    if (style === 'slab' || h < 0.2)
      g.add(
        this.box(
          Math.min(0.18, w * 0.5),
          0.012,
          0.025,
          hm,
          0,
          h < 0.2 ? h / 2 : top ? 0.05 : h - 0.07,
          0.035,
        ),
      )
    else g.add(this.box(0.012, 0.14, 0.025, hm, w / 2 - 0.035, top ? 0.06 : h - 0.22, 0.045))
    return g
  }
  kitchenRun(len, o = {}) {
    // Base units along x from -len/2, with worktop, splashback tiles and wall units.
    const r = this.rng,
      g = this.group(),
      m = o.m,
      m2 = o.m2 ?? m,
      hm = this.metal(),
      style = o.style,
      n = Math.max(3, Math.round(len / 0.58)),
      w = len / n,
      steel = this.mat('#c3c5c7', { rough: 0.32, metal: 0.55 }),
      black = this.plain('#101113', 0.2)
    const hobAt = o.hob ?? r.int(1, n - 2),
      sinkAt = o.sink ?? (hobAt + 2) % n,
      top = o.top
    g.add(
      this.box(len, 0.1, 0.5, this.plain('#2c2a28', 0.7), 0, 0, 0.27),
      this.box(len, 0.76, 0.56, m, 0, 0.1, 0.28),
      this.box(len + 0.02, 0.04, 0.63, top, 0, 0.87, 0.315, { r: 0.008 }),
    )
    g.add(this.box(len, 0.55, 0.012, o.splash, 0, 0.91, 0.008, { fixed: true, r: 0, turn: false }))
    for (let i = 0; i < n; i++) {
      const x = (i + 0.5) * w - len / 2
      if (i === hobAt) {
        g.add(
          this.box(w - 0.01, 0.6, 0.03, r.chance(0.5) ? black : steel, x, 0.16, 0.575),
          this.box(w - 0.12, 0.36, 0.01, black, x, 0.22, 0.595),
          this.rod([x - w / 2 + 0.08, 0.64, 0.63], [x + w / 2 - 0.08, 0.64, 0.63], 0.011, steel),
          this.box(w - 0.02, 0.1, 0.025, steel, x, 0.76, 0.575),
        )
        for (let k = 0; k < 4; k++)
          g.add(
            this.put(
              this.cyl(0.016, 0.016, 0.03, black, 0, 0, 0),
              x - 0.15 + k * 0.1,
              0.81,
              0.6,
              0,
              Math.PI / 2,
            ),
          )
        g.add(this.box(w - 0.02, 0.012, 0.5, black, x, 0.91, 0.32))
        if (r.chance(0.8)) g.add(this.put(this.pan(), x - 0.1, 0.925, 0.25))
      } else if (i === sinkAt) {
        g.add(this.put(this.doorFront(w, 0.72, m, style, hm), x, 0.13, 0.56))
        g.add(this.box(w - 0.06, 0.012, 0.42, steel, x, 0.905, 0.32))
        g.add(this.box(w - 0.16, 0.005, 0.34, this.plain('#5d6063', 0.4), x, 0.916, 0.33))
        const t = this.mesh(new THREE.TorusGeometry(0.09, 0.012, 8, 20, Math.PI), steel)
        t.position.set(x, 1.12, 0.2)
        t.rotation.y = Math.PI / 2
        g.add(t, this.cyl(0.013, 0.016, 0.22, steel, x, 0.91, 0.11))
        g.add(
          this.cyl(
            0.03,
            0.03,
            0.17,
            this.plain(hsl(r.range(0, 360), 50, 60), 0.4),
            x + 0.2,
            0.91,
            0.12,
          ),
        )
      } else if (i === (hobAt + 1) % n && r.chance(0.5))
        g.add(
          this.box(w - 0.01, 0.75, 0.03, this.plain('#eeeeee', 0.35), x, 0.11, 0.575),
          this.mesh(new THREE.TorusGeometry(0.16, 0.025, 10, 30), steel)
            .translateX(x)
            .translateY(0.46)
            .translateZ(0.6),
          this.put(this.cyl(0.14, 0.14, 0.01, black), x, 0.46, 0.59, 0, Math.PI / 2),
        )
      else {
        const dr = r.chance(0.4)
        if (dr)
          for (let k = 0; k < 3; k++)
            g.add(
              this.put(
                this.doorFront(w, k === 2 ? 0.16 : 0.28, m, style, hm),
                x,
                0.13 + k * 0.285,
                0.56,
              ),
            )
        else g.add(this.put(this.doorFront(w, 0.73, m, style, hm), x, 0.13, 0.56))
      }
      if (
        o.wall !== false &&
        !(o.window && Math.abs(x - o.window.x) < o.window.w / 2 + w / 2 - 0.05)
      ) {
        if (i === hobAt) {
          g.add(
            this.lathe(
              [
                [0.32, 0],
                [0.32, 0.06],
                [0.12, 0.2],
                [0.12, 0.85],
              ],
              steel,
              x,
              1.5,
              0.24,
              4,
            ),
          )
          g.children[g.children.length - 1].rotation.y = Math.PI / 4
        } else if (o.shelves) {
          for (const y of [1.46, 1.8]) {
            g.add(this.box(w, 0.03, 0.24, this.wood(), x, y, 0.12, { turn: false }))
            for (let k = 0; k < 4; k++)
              g.add(
                this.put(
                  r.chance(0.5) ? this.jar() : r.chance(0.5) ? this.mug() : this.plates(),
                  x - w / 2 + 0.09 + k * 0.14,
                  y + 0.03,
                  0.12,
                ),
              )
          }
        } else {
          g.add(this.box(w, 0.72, 0.32, m2, x, 1.45, 0.16))
          if (r.chance(0.16)) {
            g.add(this.box(w - 0.1, 0.6, 0.01, this.mat('#7f8b8e', { rough: 0.15 }), x, 1.5, 0.325))
          } else g.add(this.put(this.doorFront(w, 0.7, m2, style, hm, true), x, 1.46, 0.32))
        }
      }
      if (i !== hobAt && i !== sinkAt) this.worktopThing(g, x, 0.91, 0.2)
    }
    if (o.wall !== false && !o.shelves && !o.window)
      g.add(this.box(len, 0.06, 0.34, m2, 0, 2.17, 0.17))
    return g
  }
  pan() {
    const m = this.metal('#8f9194'),
      g = this.group(
        this.cyl(
          0.11,
          0.1,
          0.12,
          this.mat(this.rng.pick(['#a02f2a', '#9a9c9f', '#2e4a66', '#2b2b2d']), {
            rough: 0.35,
            metal: 0.3,
          }),
        ),
      )
    g.add(
      this.rod([0.1, 0.1, 0], [0.28, 0.12, 0.1], 0.012, m),
      this.cyl(0.112, 0.112, 0.012, m, 0, 0.12, 0),
      this.ball(0.018, m, 0, 0.15, 0),
    )
    return g
  }
  jar() {
    const r = this.rng
    return this.group(
      this.cyl(
        0.05,
        0.05,
        0.15,
        this.plain(
          r.pick(['#d9b37a', '#c46a3a', '#e9dfc8', '#8a5a3a', '#f2f0ea', '#5d7a4a']),
          0.25,
        ),
      ),
      this.cyl(
        0.052,
        0.052,
        0.025,
        r.chance(0.5) ? this.wood('#c49a64') : this.metal(),
        0,
        0.15,
        0,
      ),
    )
  }
  plates() {
    const g = this.group(),
      m = this.plain('#f2f1ed', 0.3)
    for (let i = 0; i < 5; i++) g.add(this.cyl(0.1, 0.075, 0.014, m, 0, i * 0.016, 0))
    return g
  }
  worktopThing(g, x, y, z) {
    const r = this.rng,
      k = r.int(0, 7),
      steel = this.mat('#c9cacc', { rough: 0.3, metal: 0.5 })
    if (k === 0) {
      const c = this.mat(r.pick(['#c9cacc', '#1d1d1f', '#b3362e', '#e8e4da']), {
        rough: 0.3,
        metal: 0.3,
      })
      g.add(
        this.lathe(
          [
            [0, 0],
            [0.085, 0],
            [0.085, 0.03],
            [0.075, 0.16],
            [0.05, 0.21],
            [0, 0.22],
          ],
          c,
          x,
          y,
          z,
        ),
        this.rod(
          [x + 0.075, y + 0.05, z],
          [x + 0.12, y + 0.19, z],
          0.012,
          this.plain('#1a1a1a', 0.4),
        ),
      )
    }
    if (k === 1)
      g.add(
        this.box(
          0.28,
          0.18,
          0.17,
          this.mat(r.pick(['#c9cacc', '#222', '#c24a3a', '#e9e3d3']), { rough: 0.3, metal: 0.3 }),
          x,
          y,
          z,
          { r: 0.04 },
        ),
        this.box(0.2, 0.004, 0.09, this.plain('#111', 0.6), x, y + 0.18, z),
      )
    if (k === 2)
      for (let i = 0; i < 3; i++) g.add(this.put(this.jar(), x - 0.13 + i * 0.13, y, z - 0.04))
    if (k === 3) {
      g.add(
        this.lathe(
          [
            [0, 0],
            [0.07, 0],
            [0.15, 0.09],
            [0.14, 0.09],
            [0.06, 0.015],
            [0, 0.015],
          ],
          this.plain('#e6e0d2', 0.35),
          x,
          y,
          z,
        ),
      )
      for (let i = 0; i < 7; i++)
        g.add(
          this.ball(
            0.042,
            this.plain(r.pick(['#d8622a', '#c9302c', '#e6c238', '#7fa63a']), 0.4),
            x + r.range(-0.07, 0.07),
            y + 0.08 + r.range(0, 0.05),
            z + r.range(-0.07, 0.07),
          ),
        )
    }
    if (k === 4)
      g.add(
        this.put(this.box(0.26, 0.36, 0.02, this.wood('#c79a63')), x, y + 0.18, z - 0.12, 0, -0.15),
      )
    if (k === 5) {
      g.add(this.cyl(0.055, 0.05, 0.15, this.plain('#dcd6c8', 0.4), x, y, z))
      for (let i = 0; i < 6; i++)
        g.add(
          this.rod(
            [x, y + 0.1, z],
            [x + r.range(-0.09, 0.09), y + 0.32, z + r.range(-0.04, 0.04)],
            0.008,
            i % 2 ? this.wood('#b98752') : steel,
          ),
        )
    }
    if (k === 6)
      g.add(
        this.box(
          0.48,
          0.28,
          0.34,
          this.mat(r.pick(['#cfd0d2', '#1b1b1d', '#f0f0ee']), { rough: 0.35, metal: 0.2 }),
          x,
          y,
          z,
          { r: 0.015 },
        ),
        this.box(0.3, 0.2, 0.01, this.plain('#0e0f10', 0.2), x - 0.06, y + 0.04, z + 0.17),
        this.box(0.012, 0.2, 0.03, steel, x + 0.11, y + 0.04, z + 0.18),
      )
    if (k === 7) g.add(this.put(this.plant(0.3, true), x, y, z))
  }
  fridge(w = 0.66, h = 1.85) {
    const r = this.rng,
      m = this.mat(r.pick(['#eceded', '#f4f4f2', '#b7babd', '#c4c6c8', '#9fc0b8', '#c8473c']), {
        rough: 0.32,
        metal: 0.12,
      }),
      split = r.chance(0.5) ? 0.62 : 1.15,
      hm = this.mat('#aeb1b4', { rough: 0.3, metal: 0.6 }),
      g = this.group(
        this.box(w, h, 0.6, m, 0, 0.02, 0.3, { r: 0.015 }),
        this.box(w - 0.004, split - 0.03, 0.05, m, 0, 0.03, 0.62, { r: 0.02, seg: 3 }),
        this.box(w - 0.004, h - split - 0.005, 0.05, m, 0, split + 0.012, 0.62, {
          r: 0.02,
          seg: 3,
        }),
      )
    g.add(
      this.box(0.02, 0.42, 0.04, hm, -w / 2 + 0.05, split + 0.08, 0.665),
      this.box(0.02, 0.34, 0.04, hm, -w / 2 + 0.05, split - 0.42, 0.665),
    )
    for (let i = 0; i < r.int(2, 8); i++)
      g.add(
        this.box(
          r.range(0.04, 0.14),
          r.range(0.04, 0.18),
          0.003,
          this.mat(hsl(r.range(0, 360), r.range(10, 70), r.range(55, 92))),
          r.range(-w / 2 + 0.15, w / 2 - 0.12),
          split + r.range(0.1, h - split - 0.25),
          0.648,
          { r: 0 },
        ),
      )
    if (r.chance(0.5))
      g.add(this.box(w * 0.8, 0.2, 0.4, this.mat('#c9a878', { tex: 'fabric' }), 0, h + 0.02, 0.3))
    return g
  }
  stool() {
    const m = this.wood(),
      g = this.group(this.cyl(0.17, 0.16, 0.04, m, 0, 0.64, 0))
    for (let i = 0; i < 4; i++) {
      const a = i * 1.571 + 0.785
      g.add(
        this.rod(
          [Math.cos(a) * 0.11, 0.64, Math.sin(a) * 0.11],
          [Math.cos(a) * 0.19, 0, Math.sin(a) * 0.19],
          0.016,
          m,
        ),
      )
    }
    return g
  }

  // ----- dining -----
  chair(o = {}) {
    const r = this.rng,
      m = o.m ?? this.wood(),
      g = this.group(),
      w = 0.44,
      style = o.style ?? 0
    const seatM = o.seat
    g.add(this.box(w, 0.04, w, m, 0, 0.43, 0, { r: 0.012 }))
    if (seatM) g.add(this.pad(w - 0.03, 0.05, w - 0.03, seatM, 0, 0.46, 0, 0.012, 0.024))
    for (const s of [-1, 1]) {
      g.add(
        this.box(0.038, 0.43, 0.038, m, s * (w / 2 - 0.03), 0, w / 2 - 0.03),
        this.put(this.box(0.036, 0.98, 0.036, m), s * (w / 2 - 0.03), 0.49, -w / 2 + 0.0, 0, -0.06),
      )
      g.add(this.box(0.02, 0.025, w - 0.06, m, s * (w / 2 - 0.03), 0.2, 0))
    }
    if (style === 0) {
      for (let i = 0; i < 4; i++)
        g.add(this.box(0.024, 0.4, 0.016, m, (i - 1.5) * 0.085, 0.5, -w / 2 - 0.01))
      g.add(this.box(w - 0.04, 0.08, 0.026, m, 0, 0.88, -w / 2 - 0.025))
    } else if (style === 1)
      for (const y of [0.56, 0.7, 0.84])
        g.add(this.box(w - 0.06, 0.07, 0.02, m, 0, y, -w / 2 - 0.01 - (y - 0.5) * 0.04))
    else g.add(this.pad(w, 0.46, 0.07, seatM ?? m, 0, 0.5, -w / 2, 0.015, 0.03))
    return g
  }
  pendant(len, color) {
    const r = this.rng,
      g = this.group(),
      c = color ?? r.pick(['#1f2123', '#e9e3d6', '#b0803f', '#5f7a72', '#9a3b2e']),
      k = r.int(0, 2),
      inner = this.mat('#ffe9c4', { glow: 3 })
    g.add(this.rod([0, 0, 0], [0, -len, 0], 0.005, this.plain('#222', 0.6)))
    const m = this.mat(c, { rough: 0.4, metal: 0.2, double: true })
    if (k === 0)
      g.add(
        this.lathe(
          [
            [0.22, -0.18],
            [0.19, -0.08],
            [0.1, -0.02],
            [0.03, 0.02],
            [0.03, 0.07],
            [0, 0.07],
          ],
          m,
          0,
          -len,
          0,
          30,
        ),
      )
    else if (k === 1)
      g.add(
        this.lathe(
          [
            [0.26, -0.14],
            [0.06, 0.02],
            [0.03, 0.06],
            [0, 0.06],
          ],
          m,
          0,
          -len,
          0,
          30,
        ),
      )
    else
      g.add(
        this.put(
          this.cyl(
            0.2,
            0.24,
            0.26,
            this.mat('#f3e6cc', { glow: 1.4, double: true, tex: 'fabric' }),
            0,
            0,
            0,
            28,
            true,
          ),
          0,
          -len - 0.05,
          0,
        ),
      )
    g.add(this.ball(0.045, inner, 0, -len - 0.08, 0))
    g.userData.bulb = -len - 0.2
    return g
  }
  dresser(w = 1.3) {
    const m = this.rng.chance(0.6)
        ? this.wood()
        : this.paint(this.rng.pick(['#e9e6dc', '#8fa39c', '#5d6f78', '#cfd5cf'])),
      g = this.group(),
      r = this.rng,
      n = Math.round(w / 0.45)
    g.add(
      this.box(w, 0.86, 0.45, m, 0, 0, 0.225),
      this.box(w + 0.04, 0.035, 0.49, this.wood(), 0, 0.86, 0.235),
    )
    for (let i = 0; i < n; i++) {
      const x = ((i + 0.5) * w) / n - w / 2
      g.add(
        this.put(this.doorFront(w / n, 0.55, m, 'shaker', this.metal()), x, 0.06, 0.45),
        this.box(w / n - 0.03, 0.17, 0.02, m, x, 0.64, 0.46),
        this.ball(0.017, this.metal(), x, 0.725, 0.48),
      )
    }
    for (const s of [-1, 1]) g.add(this.box(0.025, 1.1, 0.26, m, s * (w / 2 - 0.015), 0.88, 0.13))
    g.add(
      this.box(w, 1.1, 0.012, m, 0, 0.88, 0.006),
      this.box(w + 0.06, 0.05, 0.3, m, 0, 1.98, 0.15),
    )
    for (const y of [1.24, 1.6])
      g.add(this.box(w - 0.04, 0.022, 0.22, m, 0, y, 0.12, { turn: false }))
    const pl = this.plain(r.pick(['#f3f1ea', '#dfe7ee', '#e6e2cf']), 0.3),
      pl2 = this.plain(hsl(r.range(0, 360), 35, 55), 0.3)
    for (const y of [0.9, 1.265, 1.625])
      for (let i = 0; i < Math.floor(w / 0.26); i++) {
        const x = -w / 2 + 0.17 + i * 0.26
        if (r.chance(0.6)) {
          const p = this.put(
              this.cyl(0.115, 0.08, 0.018, pl, 0, 0, 0, 26),
              x,
              y + 0.115,
              0.05,
              0,
              Math.PI / 2 - 0.2,
            ),
            q = this.put(
              this.cyl(0.07, 0.07, 0.004, pl2, 0, 0, 0, 26),
              x,
              y + 0.117,
              0.064,
              0,
              Math.PI / 2 - 0.2,
            )
          g.add(p, q)
        } else g.add(this.put(r.chance(0.5) ? this.mug() : this.ornament(0.2), x, y, 0.08))
      }
    return g
  }
  // ----- study -----
  desk(w = 1.4) {
    const r = this.rng,
      g = this.table(w, 0.65, 0.74),
      black = this.plain('#141518', 0.3)
    g.position.z = 0.35
    const out = this.group(g)
    const screen = this.mat(hsl(r.range(190, 240), r.range(20, 60), r.range(45, 75)), {
      glow: r.chance(0.6) ? 0.55 : 0.05,
    })
    const x0 = r.range(-0.15, 0.15)
    for (const k of r.chance(0.3) ? [-0.32, 0.32] : [0]) {
      out.add(
        this.box(0.58, 0.35, 0.03, black, x0 + k, 0.86, 0.2),
        this.box(0.56, 0.32, 0.004, screen, x0 + k, 0.875, 0.217, { r: 0 }),
        this.box(0.05, 0.15, 0.03, black, x0 + k, 0.74, 0.18),
        this.box(0.24, 0.012, 0.18, black, x0 + k, 0.74, 0.2),
      )
    }
    out.add(
      this.box(0.42, 0.02, 0.14, this.plain('#2a2b2e', 0.5), x0, 0.745, 0.45),
      this.box(0.065, 0.025, 0.1, black, x0 + 0.32, 0.745, 0.46, { r: 0.012 }),
    )
    out.add(this.put(this.bookStack(4), -w / 2 + 0.2, 0.74, 0.3))
    out.add(this.cyl(0.04, 0.04, 0.1, this.plain('#8a8f96', 0.4), w / 2 - 0.18, 0.74, 0.2))
    for (let i = 0; i < 5; i++)
      out.add(
        this.rod(
          [w / 2 - 0.18, 0.76, 0.2],
          [w / 2 - 0.18 + r.range(-0.04, 0.04), 0.92, 0.2 + r.range(-0.03, 0.03)],
          0.004,
          this.plain(hsl(i * 70, 60, 50), 0.5),
        ),
      )
    out.add(this.put(this.deskLamp(), w / 2 - 0.3, 0.74, 0.16, -0.5))
    if (r.chance(0.6)) out.add(this.put(this.mug(), -w / 2 + 0.42, 0.74, 0.4))
    out.add(this.put(this.drawers(0.4, 0.62, 0.5, 3), w / 2 - 0.28, 0, 0.1))
    return out
  }
  deskLamp() {
    const m = this.plain(this.rng.pick(['#1c1c1e', '#d8d8d6', '#b13a2e', '#3a6a5a']), 0.35)
    return this.group(
      this.cyl(0.08, 0.09, 0.02, m),
      this.rod([0, 0.02, 0], [-0.1, 0.26, 0], 0.008, m),
      this.rod([-0.1, 0.26, 0], [0.1, 0.42, 0.04], 0.008, m),
      this.put(
        this.lathe(
          [
            [0.08, -0.1],
            [0.05, -0.02],
            [0.02, 0.02],
            [0, 0.02],
          ],
          m,
        ),
        0.13,
        0.41,
        0.06,
        0,
        0.4,
        0.5,
      ),
    )
  }
  officeChair() {
    const r = this.rng,
      m = this.fabric(r.pick(['#2a2b30', '#40434a', '#4a5a70', '#7a3a35', '#6d7a70'])),
      k = this.plain('#1a1a1c', 0.5),
      g = this.group(
        this.pad(0.48, 0.09, 0.46, m, 0, 0.44, 0, 0.02, 0.04),
        this.put(this.pad(0.44, 0.56, 0.08, m, 0, 0, 0, 0.03, 0.04), 0, 0.88, -0.24, 0, -0.1),
        this.cyl(0.03, 0.03, 0.36, k, 0, 0.08, 0),
      )
    for (const s of [-1, 1])
      g.add(
        this.box(0.05, 0.03, 0.26, k, s * 0.27, 0.66, -0.02),
        this.box(0.03, 0.2, 0.05, k, s * 0.27, 0.47, -0.06),
      )
    for (let i = 0; i < 5; i++) {
      const a = i * 1.2566
      g.add(
        this.rod([0, 0.1, 0], [Math.cos(a) * 0.28, 0.06, Math.sin(a) * 0.28], 0.018, k),
        this.ball(0.03, k, Math.cos(a) * 0.28, 0.03, Math.sin(a) * 0.28),
      )
    }
    return g
  }
  globe() {
    const r = this.rng
    return this.group(
      this.cyl(0.08, 0.09, 0.02, this.wood()),
      this.cyl(0.012, 0.012, 0.08, this.metal(), 0, 0.02, 0),
      this.ball(0.13, this.mat('#4f86b8', { tex: 'leaf', rough: 0.4 }), 0, 0.23, 0),
      this.mesh(new THREE.TorusGeometry(0.145, 0.006, 8, 30), this.metal('#b79a60')).translateY(
        0.23,
      ),
    )
  }
  pinboard(w, h) {
    const r = this.rng,
      g = this.frame(w, h, tex('carpet', 0), this.wood())
    g.children[0].material = this.mat('#c79a66', { tex: 'carpet' })
    for (let i = 0; i < 11; i++) {
      const k = this.box(
        r.range(0.08, 0.16),
        r.range(0.08, 0.18),
        0.002,
        this.mat(hsl(r.range(0, 360), r.range(5, 65), r.range(70, 94))),
        r.range(-w / 2 + 0.1, w / 2 - 0.1),
        r.range(-h / 2 + 0.02, h / 2 - 0.2),
        0.02,
        { r: 0 },
      )
      k.rotation.z = r.range(-0.12, 0.12)
      g.add(k)
    }
    return g
  }
  clock(d = 0.3) {
    const black = this.plain('#1a1a1a', 0.4),
      g = this.group(
        this.put(
          this.cyl(d / 2, d / 2, 0.03, this.rng.chance(0.5) ? black : this.wood(), 0, 0, 0, 32),
          0,
          0,
          0.015,
          0,
          Math.PI / 2,
        ),
        this.put(
          this.cyl(d * 0.44, d * 0.44, 0.006, this.plain('#f5f4f0', 0.4), 0, 0, 0, 32),
          0,
          0,
          0.032,
          0,
          Math.PI / 2,
        ),
      )
    g.add(
      this.rod([0, 0, 0.037], [d * 0.2, d * 0.12, 0.037], 0.005, black),
      this.rod([0, 0, 0.037], [-d * 0.08, d * 0.34, 0.037], 0.004, black),
    )
    return g
  }

  // ----- bathroom -----
  basin() {
    const w = this.plain('#f6f6f4', 0.2),
      c = this.mat('#c5c8ca', { rough: 0.25, metal: 0.6 }),
      m = this.rng.chance(0.5) ? this.wood() : this.paint('#dfe4e4')
    return this.group(
      this.box(0.75, 0.55, 0.44, m, 0, 0.22, 0.22),
      this.box(0.36, 0.45, 0.02, m, -0.185, 0.27, 0.45),
      this.box(0.36, 0.45, 0.02, m, 0.185, 0.27, 0.45),
      this.box(0.78, 0.04, 0.48, w, 0, 0.77, 0.24, { r: 0.015 }),
      this.lathe(
        [
          [0, 0.02],
          [0.14, 0.02],
          [0.21, 0.13],
          [0.23, 0.13],
          [0.16, 0],
          [0, 0],
        ],
        w,
        0,
        0.81,
        0.25,
      ),
      this.cyl(0.016, 0.018, 0.2, c, 0, 0.81, 0.06),
      this.rod([0, 1.0, 0.06], [0, 0.98, 0.2], 0.013, c),
      this.cyl(0.03, 0.03, 0.14, this.plain('#8fb5c8', 0.3), 0.3, 0.81, 0.15),
      this.mug('#e9e6df').translateX(-0.3).translateY(0.81).translateZ(0.15),
    )
  }
  bath() {
    const w = this.plain('#f7f7f5', 0.2),
      c = this.mat('#c5c8ca', { rough: 0.25, metal: 0.6 })
    return this.group(
      this.box(1.7, 0.53, 0.05, w, 0, 0, 0.73, { r: 0.015 }),
      this.box(1.7, 0.53, 0.05, w, 0, 0, 0.03),
      this.box(0.06, 0.53, 0.75, w, -0.83, 0, 0.38),
      this.box(0.06, 0.53, 0.75, w, 0.83, 0, 0.38),
      this.box(1.6, 0.2, 0.7, w, 0, 0, 0.38),
      this.box(1.76, 0.05, 0.08, w, 0, 0.5, 0.74, { r: 0.024, seg: 3 }),
      this.box(1.76, 0.05, 0.08, w, 0, 0.5, 0.04, { r: 0.024, seg: 3 }),
      this.rod([-0.7, 0.55, 0.3], [-0.7, 0.68, 0.3], 0.02, c),
      this.rod([-0.7, 0.66, 0.3], [-0.58, 0.64, 0.3], 0.02, c),
    )
  }
  toilet() {
    const w = this.plain('#f7f7f5', 0.18)
    return this.group(
      this.box(0.38, 0.36, 0.17, w, 0, 0.4, 0.09, { r: 0.03 }),
      this.box(0.4, 0.03, 0.19, w, 0, 0.76, 0.09, { r: 0.012 }),
      this.lathe(
        [
          [0, 0],
          [0.11, 0],
          [0.1, 0.15],
          [0.19, 0.38],
          [0, 0.4],
        ],
        w,
        0,
        0,
        0.4,
      ).translateZ(0),
      this.ball(0.2, w, 0, 0.41, 0.42, 0.95, 0.12, 1.2),
    )
  }
  towelRail(n = 2) {
    const c = this.mat('#d0d3d5', { rough: 0.25, metal: 0.6 }),
      g = this.group()
    for (const s of [-1, 1]) g.add(this.rod([s * 0.25, 0, 0.05], [s * 0.25, 1.1, 0.05], 0.014, c))
    for (let i = 0; i < 9; i++)
      g.add(this.rod([-0.25, 0.06 + i * 0.122, 0.05], [0.25, 0.06 + i * 0.122, 0.05], 0.01, c))
    for (let i = 0; i < n; i++) {
      const m = this.mat(
        hsl(this.rng.range(0, 360), this.rng.range(10, 45), this.rng.range(50, 85)),
        { tex: 'carpet', bump: 'carpet', bs: 2, double: true },
      )
      g.add(this.box(0.42, 0.42, 0.035, m, 0, 0.15 + i * 0.52, 0.075, { r: 0.015 }))
    }
    return g
  }
}
