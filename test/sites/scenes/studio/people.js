// People: simple modelled heads and shoulders, in the manner of toy figures. They are nobody.
import * as THREE from 'three'
import { Rng } from './rng.js'
import { Kit } from './kit.js'
import { linen, hsl, tex } from './textures.js'
import { flatten } from './engine.js'

const SKIN = [
  '#f0c8ab',
  '#e6b48f',
  '#d49a70',
  '#b87a50',
  '#8e5a3a',
  '#6b4029',
  '#f3d3bd',
  '#c98d63',
]
const HAIR = {
  black: '#1b1614',
  darkbrown: '#35231a',
  brown: '#5a3a24',
  lightbrown: '#86603c',
  blond: '#c59a5a',
  red: '#93421f',
  grey: '#8f8d8b',
  white: '#cfccc7',
}

// The committed set: one line for each person.
export const PEOPLE = [
  { age: 'child', skin: 1, hair: 'brown', style: 'short', top: 'jumper', color: '#23386b' },
  { age: 'child', skin: 4, hair: 'black', style: 'curly', top: 'polo', color: '#eef0f2' },
  { age: 'child', skin: 0, hair: 'blond', style: 'long', top: 'cardigan', color: '#7c2534' },
  { age: 'child', skin: 5, hair: 'black', style: 'puffs', top: 'jumper', color: '#2f6b4c' },
  { age: 'child', skin: 2, hair: 'black', style: 'bob', top: 'tee', color: '#d9a53a' },
  { age: 'child', skin: 6, hair: 'red', style: 'ponytail', top: 'jumper', color: '#6a6f76' },
  {
    age: 'child',
    skin: 3,
    hair: 'black',
    style: 'short',
    top: 'hoodie',
    color: '#8c3a3a',
    glasses: true,
  },
  {
    age: 'child',
    skin: 3,
    hair: 'darkbrown',
    style: 'scarf',
    top: 'cardigan',
    color: '#2b4a70',
    scarf: '#3c5a86',
  },
  { age: 'child', skin: 0, hair: 'lightbrown', style: 'messy', top: 'tee', color: '#5f9ac2' },
  { age: 'child', skin: 5, hair: 'black', style: 'crop', top: 'polo', color: '#7a1f2e' },
  { age: 'child', skin: 7, hair: 'darkbrown', style: 'braids', top: 'jumper', color: '#54407c' },
  { age: 'child', skin: 1, hair: 'blond', style: 'messy', top: 'hoodie', color: '#4a5a50' },
  {
    age: 'child',
    skin: 2,
    hair: 'darkbrown',
    style: 'long',
    top: 'jumper',
    color: '#1e3f5c',
    glasses: true,
  },
  {
    age: 'adult',
    skin: 0,
    hair: 'brown',
    style: 'bob',
    top: 'cardigan',
    color: '#4d6a78',
    glasses: true,
  },
  { age: 'adult', skin: 4, hair: 'black', style: 'bun', top: 'shirt', color: '#d8dde6' },
  {
    age: 'adult',
    skin: 1,
    hair: 'darkbrown',
    style: 'short',
    top: 'shirt',
    color: '#8fa6bf',
    beard: true,
  },
  {
    age: 'adult',
    skin: 6,
    hair: 'grey',
    style: 'short',
    top: 'jumper',
    color: '#3d4a3e',
    glasses: true,
  },
]

export function personSpec(index) {
  if (index < PEOPLE.length) return PEOPLE[index]
  const r = new Rng(index * 7919 + 13),
    child = r.chance(0.75)
  return {
    age: child ? 'child' : 'adult',
    skin: r.int(0, 7),
    hair: r.pick(
      child ? ['black', 'darkbrown', 'brown', 'lightbrown', 'blond', 'red'] : Object.keys(HAIR),
    ),
    style: r.pick([
      'short',
      'messy',
      'curly',
      'long',
      'bob',
      'ponytail',
      'crop',
      'braids',
      ...(child ? ['puffs'] : ['bun']),
    ]),
    top: r.pick(['jumper', 'polo', 'cardigan', 'tee', 'hoodie', 'shirt']),
    color: hsl(r.range(0, 360), r.range(15, 50), r.range(25, 65)),
    glasses: r.chance(0.25),
  }
}

export function buildPerson(index, seed) {
  const spec = personSpec(index),
    rng = new Rng(seed * 31 + index * 977 + 5),
    k = new Kit(rng),
    n = k.noise,
    g = new THREE.Group(),
    child = spec.age === 'child'
  const skin = new THREE.Color(SKIN[spec.skin]),
    hairC = HAIR[spec.hair]
  const skinM = k.mat(SKIN[spec.skin], { tex: 'skin', rough: 0.62 })
  const V = (x, y, z) => new THREE.Vector3(x, y, z)
  const head = new THREE.Group()
  // --- the head: width 0.15, height 0.22, centre at the origin
  const hw = child ? 0.086 : 0.08,
    hh = child ? 0.108 : 0.117,
    hd = 0.095,
    chin = child ? 0.78 : 0.72
  const shape = (a, b, grow = 0) => {
    // a: around (0 in front), b: 0 at the top .. 1 at the bottom
    const th = b * Math.PI,
      y = Math.cos(th),
      s = Math.sin(th)
    let w = Math.pow(s, 0.86) * (hw + grow),
      d = Math.pow(s, 0.9) * (hd + grow)
    if (y < 0.1) {
      const t = (0.1 - y) / 1.1
      w *= 1 - 0.34 * t * t * chin - 0.05 * t
      const front = Math.max(0, Math.cos(a))
      d *= 1 - 0.16 * t * (1 - front)
    }
    let x = Math.sin(a) * w,
      z = Math.cos(a) * d,
      yy = y * (hh + grow)
    const f = Math.max(0, Math.cos(a))
    z -= 0.006 * f * Math.exp(-Math.pow((yy - 0.012) / 0.022, 2)) // the eye line
    z +=
      0.005 * f * f * Math.exp(-Math.pow((yy + 0.088) / 0.02, 2)) * Math.exp(-Math.pow(a / 0.4, 2)) // the chin
    const cheek =
      Math.exp(-Math.pow((yy + 0.03) / 0.03, 2)) *
      Math.exp(-Math.pow((Math.abs(a) - 0.62) / 0.35, 2)) *
      (child ? 0.006 : 0.003)
    x += Math.sin(a) * cheek
    z += Math.cos(a) * cheek
    return [x, yy, z]
  }
  // the skin with its blush, painted
  const face = document.createElement('canvas')
  face.width = face.height = 256
  {
    const c = face.getContext('2d', { willReadFrequently: true })
    c.fillStyle = SKIN[spec.skin]
    c.fillRect(0, 0, 256, 256)
    c.filter = 'blur(7px)'
    const warm = skin.clone().lerp(new THREE.Color('#c2402a'), 0.3).getStyle()
    c.fillStyle = warm
    c.globalAlpha = 0.5
    for (const s of [-1, 1]) {
      c.beginPath()
      c.ellipse(128 + s * 25, 152, 14, 12, 0, 0, 7)
      c.fill()
    }
    c.beginPath()
    c.ellipse(128, 142, 7, 8, 0, 0, 7)
    c.fill()
    c.globalAlpha = 0.35
    c.fillStyle = skin.clone().multiplyScalar(0.55).getStyle()
    for (const s of [-1, 1]) {
      c.beginPath()
      c.ellipse(128 + s * 19, 118, 11, 6, 0, 0, 7)
      c.fill()
    }
    c.beginPath()
    c.ellipse(128, 190, 18, 5, 0, 0, 7)
    c.fill()
    c.globalAlpha = 0.25
    c.fillRect(0, 205, 256, 51)
    if (spec.beard) {
      c.globalAlpha = 0.85
      c.fillStyle = hairC
      c.filter = 'blur(5px)'
      c.beginPath()
      c.ellipse(128, 196, 62, 34, 0, 0, 7)
      c.fill()
      c.globalAlpha = 1
      c.fillStyle = SKIN[spec.skin]
      c.beginPath()
      c.ellipse(128, 158, 34, 14, 0, 0, 7)
      c.fill()
      c.fillStyle = hairC
      c.globalAlpha = 0.8
      c.beginPath()
      c.ellipse(128, 162, 18, 4, 0, 0, 7)
      c.fill()
    }
  }
  const faceT = new THREE.CanvasTexture(face)
  faceT.colorSpace = THREE.SRGBColorSpace
  const faceM = k.mat('#ffffff', { map: faceT, rough: 0.6 })
  head.add(
    k.surface(
      56,
      44,
      (u, v) => {
        const p = shape((u - 0.5) * 2 * Math.PI, v)
        return [p[0], p[1], p[2], u, 1 - v]
      },
      faceM,
    ),
  )
  // nose
  head.add(
    k.surface(
      16,
      14,
      (u, v) => {
        const a = (u - 0.5) * Math.PI,
          t = v,
          w = (0.006 + 0.0085 * t) * (child ? 0.95 : 1.05),
          out =
            (0.002 + (child ? 0.011 : 0.017) * Math.pow(t, 1.5)) *
            (t > 0.86 ? Math.sqrt(Math.max(0, 1 - Math.pow((t - 0.86) / 0.14, 2))) : 1)
        return [
          Math.sin(a) * w,
          0.014 - t * 0.042,
          hd * 0.905 + 0.001 + Math.cos(a) * out,
          0.5,
          0.45,
        ]
      },
      skinM,
    ),
  )
  // ears
  for (const s of [-1, 1]) {
    const e = k.ball(0.021, skinM, s * (hw + 0.003), -0.008, -0.008, 0.42, 1.25, 0.85)
    e.rotation.y = s * 0.35
    head.add(e)
    head.add(
      k.ball(
        0.012,
        k.mat(skin.clone().multiplyScalar(0.7).getStyle(), { rough: 0.7 }),
        s * (hw + 0.008),
        -0.008,
        0.0,
        0.35,
        1.2,
        0.8,
      ),
    )
  }
  // eyes
  const ex = child ? 0.0335 : 0.0315,
    ey = 0.008,
    ez = hd * 0.86,
    iris = rng.pick(
      spec.skin > 2 && spec.skin < 6
        ? ['#3a2416', '#4a2e1a']
        : ['#3f6a8f', '#5a7a4a', '#4a2e1a', '#6b4a2a'],
    )
  for (const s of [-1, 1]) {
    const er = child ? 0.0145 : 0.0128
    head.add(k.ball(er, k.plain('#f4f1ee', 0.3), s * ex, ey, ez - 0.006, 1.05, 0.82, 0.8))
    head.add(
      k.ball(
        child ? 0.0078 : 0.0069,
        k.plain(iris, 0.25),
        s * ex - s * 0.0005,
        ey - 0.0005,
        ez + (child ? 0.0022 : 0.0014),
        1,
        1,
        0.5,
      ),
    )
    head.add(
      k.ball(
        0.004,
        k.plain('#0c0a09', 0.15),
        s * ex - s * 0.0005,
        ey - 0.0005,
        ez + (child ? 0.005 : 0.0036),
        1,
        1,
        0.5,
      ),
    )
    head.add(
      k.ball(
        0.0011,
        k.mat('#ffffff', { glow: 1.1 }),
        s * ex + 0.0022,
        ey + 0.0025,
        ez + (child ? 0.0074 : 0.0062),
      ),
    )
    // lids and lashes
    const lid = k.mesh(
      new THREE.SphereGeometry(er * 1.1, 18, 10, 0, Math.PI * 2, 0, Math.PI * 0.3),
      skinM,
    )
    lid.position.set(s * ex, ey, ez - 0.006)
    lid.scale.set(1.06, 0.86, 0.85)
    lid.rotation.x = 0.3
    head.add(lid)
    const lash = k.mesh(
      new THREE.TorusGeometry(er * 1.03, 0.0011, 6, 16, Math.PI * 0.8),
      k.mat('#2a1d18', {}),
    )
    lash.position.set(s * ex, ey + 0.001, ez + 0.0002)
    lash.scale.set(1.05, 0.62, 1)
    lash.rotation.z = Math.PI * 0.1
    lash.rotation.x = -0.25
    head.add(lash)
    const brow = k.surface(
      12,
      4,
      (u, v) => {
        const t = (u - 0.5) * 2
        return [
          s * (ex + t * 0.0175),
          ey +
            0.0225 -
            0.004 * t * t -
            s * 0 +
            (t > 0 ? -0.0015 : 0) +
            (v - 0.5) * 0.0052 * (1 - 0.5 * Math.abs(t)),
          hd * 0.925 - Math.pow((ex + t * 0.0175) / hw, 2) * 0.036 + 0.0035,
        ]
      },
      k.mat(new THREE.Color(hairC).multiplyScalar(0.85).getStyle(), { double: true }),
    )
    head.add(brow)
  }
  // the mouth, a slight smile
  const lip = skin.clone().lerp(new THREE.Color('#a8322e'), 0.42),
    smile = rng.range(0.5, 1),
    mw = child ? 0.021 : 0.025,
    my = -0.052
  const mouth = (dy, hgt, color, z0) =>
    k.surface(
      18,
      4,
      (u, v) => {
        const t = (u - 0.5) * 2,
          x = t * mw,
          taper = Math.sqrt(Math.max(0, 1 - t * t))
        return [
          x,
          my + dy + smile * 0.0085 * t * t + (v - 0.5) * hgt * taper,
          hd * 0.9 - Math.pow(x / hw, 2) * 0.045 + z0 + 0.0028 * taper * Math.sin(v * Math.PI),
        ]
      },
      k.mat(color, { rough: 0.5, double: true }),
    )
  head.add(
    mouth(0.002, 0.0068, lip.clone().multiplyScalar(0.88).getStyle(), 0.0028),
    mouth(-0.0042, 0.0085, lip.getStyle(), 0.003),
    mouth(-0.0008, 0.0018, '#5a211e', 0.0058),
  )
  if (spec.glasses) {
    const m = k.plain(rng.pick(['#1d1b1c', '#5a2e24', '#2b3f66']), 0.3)
    for (const s of [-1, 1]) {
      const t = k.mesh(new THREE.TorusGeometry(0.0215, 0.0021, 8, 28), m)
      t.position.set(s * (ex + 0.001), ey - 0.001, ez + 0.016)
      t.scale.y = 0.86
      t.rotation.y = s * 0.12
      head.add(
        t,
        k.rod([s * 0.052, ey + 0.003, ez + 0.012], [s * (hw + 0.003), ey + 0.003, 0], 0.0018, m),
      )
    }
    head.add(k.rod([-0.0095, ey, ez + 0.0175], [0.0095, ey, ez + 0.0175], 0.0019, m))
  }

  // --- hair
  const hairM = k.mat(hairC, {
    tex: 'hair',
    v: 0,
    rough: 0.55,
    bump: 'hair',
    bs: 2.5,
    double: true,
  })
  const cap = (grow, low, o = {}) => {
    // low(a): how far down the hair comes at the angle a, in metres
    const q = k.surface(
      72,
      26,
      (u, v) => {
        const a = (u - 0.5) * 2 * Math.PI,
          down = Math.acos(Math.max(-0.999, Math.min(0.999, low(a) / (hh + grow)))) / Math.PI,
          b = 0.001 + v * down,
          p = shape(a, b, grow),
          t =
            (o.rough ?? 0.004) *
            (n(Math.sin(a) * 3.4 + (o.curl ? 9 : 0), Math.cos(a) * 3.4, b * (o.curl ? 14 : 3)) +
              (o.rough > 0.006
                ? n(Math.sin(a) * 11, Math.cos(a) * 11, b * (o.curl ? 30 : 4))
                : 0.4 * n(Math.sin(a) * 18, Math.cos(a) * 18, b * 2))),
          e = 1 - 0.11 * Math.pow(v, 8) * (o.edge ?? 1),
          f = (1 + t / 0.09) * e
        return [p[0] * f, p[1] * f, p[2] * f, u * 5, v * 1.2]
      },
      hairM,
    )
    return q
  }
  const fringe =
    (front, side, backLow, o = {}) =>
    (a) => {
      const c = Math.cos(a),
        w = Math.abs(a)
      const ft =
        front + 0.006 * Math.sin(a * (o.f ?? 9) + (o.ph ?? 1)) + (o.slant ?? 0) * Math.sin(a)
      return w < 0.75
        ? ft
        : w < 1.15
          ? ft + (side - ft) * ((w - 0.75) / 0.4)
          : side + (backLow - side) * Math.min(1, (w - 1.15) / 0.7) + c * 0
    }
  const st = spec.style
  // falling hair: a curtain around the back and the sides, from the ears down
  const fall = (len, spread, from = 1.05) =>
    head.add(
      k.surface(
        64,
        18,
        (u, v) => {
          const a = from + u * (2 * Math.PI - 2 * from),
            p = shape(a, 0.42, 0.017),
            w = 1 + spread * v,
            wave = 0.006 * n(a * 7, v * 3) + 0.004 * n(a * 16, v * 2)
          return [
            p[0] * w + Math.sin(a) * wave,
            0.03 - v * len + 0.012 * n(a * 9, 2),
            p[2] * (1 + spread * 0.4 * v) + Math.cos(a) * wave - 0.012 * v,
            u * 6,
            v * 2,
          ]
        },
        hairM,
      ),
    )
  if (st === 'short')
    head.add(
      cap(0.012, fringe(0.062, -0.012, -0.06, { slant: 0.012 }), { rough: 0.007, lift: 0.01 }),
    )
  if (st === 'crop') head.add(cap(0.005, fringe(0.066, 0.0, -0.055, { f: 2 }), { rough: 0.003 }))
  if (st === 'messy') {
    head.add(
      cap(0.017, fringe(0.045, -0.03, -0.075, { f: 14, slant: 0.016 }), {
        rough: 0.016,
        lift: 0.012,
      }),
    )
    for (let i = 0; i < 46; i++) {
      const a = rng.range(-3.14, 3.14),
        b = rng.range(0.06, Math.abs(a) < 0.9 ? 0.3 : 0.5),
        p = shape(a, b, 0.018),
        t = k.mesh(new THREE.ConeGeometry(0.009, rng.range(0.028, 0.046), 5), hairM)
      t.position.set(...p)
      t.lookAt(p[0] * 1.4 + rng.range(-0.05, 0.05), p[1] * 1.4 - 0.06, p[2] * 1.6)
      t.rotateX(Math.PI / 2)
      head.add(t)
    }
  }
  if (st === 'curly') {
    head.add(cap(0.016, fringe(0.05, -0.02, -0.07, { f: 12 }), { rough: 0.014, curl: true }))
    for (let i = 0; i < 190; i++) {
      const a = rng.range(-3.14, 3.14),
        b = Math.acos(rng.range(Math.abs(a) < 0.9 ? 0.5 : -0.35, 1)) / Math.PI,
        p = shape(a, b, 0.02 + rng.range(0, 0.01)),
        q = rng.range(0.011, 0.017)
      head.add(k.ball(q, hairM, ...p))
    }
  }
  if (st === 'bob' || st === 'long') {
    head.add(
      cap(0.016, fringe(0.04, -0.03, -0.08, { f: 16, slant: st === 'long' ? 0.02 : 0 }), {
        rough: 0.004,
      }),
    )
    fall(st === 'bob' ? 0.125 : 0.25, st === 'bob' ? 0.1 : 0.22)
  }
  if (st === 'ponytail') {
    head.add(cap(0.01, fringe(0.058, -0.005, -0.07, { f: 3, slant: 0.012 }), { rough: 0.003 }))
    head.add(
      k.put(
        k.surface(
          20,
          16,
          (u, v) => {
            const a = -u * 6.2832,
              w = 0.028 * Math.sin(Math.PI * (0.12 + 0.86 * v)) + 0.004
            return [
              0.05 + 0.055 * v + Math.cos(a) * w,
              0.085 + 0.03 * Math.sin(v * 2.4) - 0.2 * v * v,
              -0.085 - 0.02 * v + Math.sin(a) * w,
              u * 3,
              v * 2,
            ]
          },
          hairM,
        ),
        0,
        0,
        0,
      ),
    )
    head.add(k.ball(0.016, k.fabric('#b8324a'), 0.045, 0.085, -0.085))
  }
  if (st === 'bun') {
    head.add(cap(0.01, fringe(0.06, -0.005, -0.07, { f: 3, slant: 0.01 }), { rough: 0.003 }))
    head.add(k.ball(0.045, hairM, 0, 0.118, -0.03, 1, 0.85, 1))
  }
  if (st === 'puffs') {
    head.add(cap(0.008, fringe(0.06, 0.0, -0.06, { f: 3 }), { rough: 0.004, curl: true }))
    for (const s of [-1, 1])
      for (let i = 0; i < 60; i++) {
        const d = V(rng.range(-1, 1), rng.range(-1, 1), rng.range(-1, 1))
          .normalize()
          .multiplyScalar(0.036)
        head.add(k.ball(rng.range(0.011, 0.016), hairM, s * 0.082 + d.x, 0.085 + d.y, -0.02 + d.z))
      }
    for (const s of [-1, 1]) head.add(k.ball(0.032, hairM, s * 0.082, 0.085, -0.02))
  }
  if (st === 'braids') {
    head.add(cap(0.012, fringe(0.055, -0.015, -0.075, { f: 2, slant: 0.0 }), { rough: 0.004 }))
    for (const s of [-1, 1]) {
      for (let i = 0; i < 11; i++)
        head.add(
          k.ball(
            0.0165 - i * 0.0004,
            hairM,
            s * (0.083 + 0.004 * Math.sin(i) + 0.002 * i),
            -0.03 - i * 0.021,
            -0.012 + 0.004 * i + (i % 2) * 0.006,
            1,
            0.85,
            1,
          ),
        )
      head.add(k.ball(0.012, k.fabric('#d9a53a'), s * 0.105, -0.268, 0.03))
    }
  }
  if (st === 'scarf') {
    const m = k.mat(spec.scarf, { tex: 'fabric', bump: 'wrinkle', bs: 3, double: true })
    const q = k.surface(
      72,
      40,
      (u, v) => {
        const a = (u - 0.5) * 2 * Math.PI,
          w = Math.abs(a),
          open = w < 1.0 ? Math.cos(((w / 1.0) * Math.PI) / 2) : 0,
          top = 0.3 - 0.0 * open
        const b = v < 0.5 ? v * 2 * (0.26 + (1 - open) * 0.5) : 0.26 + (1 - open) * 0.5 + 0
        const p = shape(a, Math.min(b, 0.76), 0.014 + 0.004 * n(a * 3, v * 5))
        const drop = v > 0.5 ? (v - 0.5) * 2 : 0
        if (open > 0.02 && drop) return [p[0], p[1], p[2], u * 2, v]
        return [
          p[0] * (1 + 0.25 * drop),
          p[1] - 0.1 * drop,
          p[2] * (1 + 0.1 * drop),
          u * 2,
          v + top * 0,
        ]
      },
      m,
    )
    head.add(q)
    const drape = k.surface(
      60,
      18,
      (u, v) => {
        const a = u * 6.2832,
          w = 0.066 + 0.05 * v + 0.006 * Math.sin(a * 5 + v * 8),
          y = -0.072 - 0.085 * v - 0.01 * Math.cos(a) * v
        return [Math.sin(a) * w * 1.15, y, Math.cos(a) * w * 0.95 + 0.004, u * 2, v]
      },
      m,
    )
    head.add(drape)
    const chinBand = k.mesh(new THREE.TorusGeometry(0.088, 0.015, 10, 44), m)
    chinBand.scale.set(0.83, 1.13, 1)
    chinBand.position.set(0, -0.006, 0.028)
    head.add(chinBand)
  }

  // --- body
  const sw = child ? 0.158 : 0.2,
    neckY = child ? -0.124 : -0.142,
    nw = child ? 0.04 : 0.049,
    body = new THREE.Group()
  body.add(
    k.lathe(
      [
        [nw * 1.18, -0.06],
        [nw, -0.01],
        [nw * 0.96, 0.05],
        [nw * 1.1, 0.11],
      ],
      skinM,
      0,
      neckY,
      -0.012,
      28,
    ),
  )
  const topM =
    spec.top === 'shirt' && rng.chance(0.6)
      ? k.mat('#ffffff', {
          map: linen(rng, rng.pick(['check', 'stripes']), 215, 22, 82),
          bump: 'wrinkle',
          bs: 3,
          double: true,
        })
      : k.mat(spec.color, {
          tex: spec.top === 'jumper' || spec.top === 'cardigan' ? 'knit' : 'fabric',
          bump: 'wrinkle',
          bs: 2.2,
          double: true,
        })
  // the torso: rings from the neck out over the shoulders and down
  const torso = (grow, m, neckR, open) =>
    k.surface(
      80,
      40,
      (u, v) => {
        const a = (u - 0.5) * 6.2832
        let y, w, d
        const t = v
        if (t < 0.45) {
          const q = t / 0.45,
            e = Math.sin((q * Math.PI) / 2)
          w = neckR + (sw - neckR) * Math.pow(e, 0.9)
          d = neckR * 0.95 + (0.098 - neckR * 0.95) * e
          y = -0.03 - 0.045 * q - 0.022 * Math.pow(q, 2.5)
          if (q > 0.75) y -= (q - 0.75) * 0.12
        } else {
          const q = (t - 0.45) / 0.55
          w = sw + 0.012 * Math.sin(q * 2) + 0.012 * q
          d = 0.098 + 0.028 * q
          y = -0.12 - 0.3 * q
        }
        const c = Math.cos(a),
          s = Math.sin(a),
          sup = Math.pow(Math.abs(s), 0.85) * Math.sign(s),
          vneck =
            open && c > 0
              ? (spec.top === 'cardigan' ? 0.06 : 0.02) * Math.pow(c, 8) * Math.max(0, 1 - t / 0.45)
              : 0,
          wr = 0.004 * n(a * 3, y * 14) + 0.0035 * (1 - Math.abs(n(a * 4 + y * 16, y * 9)))
        const dip = (1 - t) * -0.014 * c * (t < 0.3 ? 1 : 0.5)
        return [
          sup * (w + grow + wr),
          neckY + y + dip - vneck,
          c * (d + grow + wr) - 0.01,
          a * 0.16,
          y,
        ]
      },
      m,
    )
  const shirtM = k.mat('#f1f2f3', { tex: 'fabric', bump: 'wrinkle', bs: 2, double: true })
  if (spec.top === 'cardigan' || spec.top === 'jumper') {
    body.add(torso(-0.013, shirtM, nw * 1.2))
    body.add(torso(0.006, topM, nw * (spec.top === 'cardigan' ? 1.36 : 1.24), true))
  } else body.add(torso(0, topM, nw * 1.25))
  const collarM = spec.top === 'cardigan' || spec.top === 'jumper' ? shirtM : topM
  if (spec.top !== 'tee' && spec.top !== 'hoodie')
    for (const s of [-1, 1])
      body.add(
        k.surface(
          14,
          6,
          (u, v) => {
            const q = s > 0 ? u : 1 - u,
              a = s * (0.12 + q * 2.6),
              rr = nw * 1.14 + 0.02 * v + 0.004,
              pt = Math.max(0, 1 - q * 3)
            return [
              Math.sin(a) * rr + s * 0.012 * pt * v,
              neckY - 0.016 - 0.03 * v - 0.022 * pt * v - 0.012 * Math.cos(a),
              Math.cos(a) * rr * 0.96 - 0.008 + 0.012 * v * pt,
              u * 0.2,
              v * 0.04,
            ]
          },
          collarM,
        ),
      )
  else {
    const t = k.mesh(new THREE.TorusGeometry(nw * 1.26, 0.008, 10, 40), topM)
    t.rotation.x = Math.PI / 2 + 0.2
    t.position.set(0, neckY - 0.036, -0.008)
    body.add(t)
  }
  if (spec.top === 'cardigan')
    for (let i = 0; i < 3; i++)
      body.add(
        k.ball(
          0.006,
          k.plain('#e9e4d8', 0.4),
          0.003,
          neckY - 0.15 - i * 0.07,
          0.106 + i * 0.008,
          1,
          1,
          0.5,
        ),
      )
  if (spec.top === 'polo' || spec.top === 'shirt') {
    for (let i = 0; i < 3; i++)
      body.add(
        k.ball(
          0.0045,
          k.plain('#f4f2ee', 0.4),
          0.0,
          neckY - 0.075 - i * 0.045,
          0.083 + i * 0.009,
          1,
          1,
          0.5,
        ),
      )
  }
  if (spec.top === 'hoodie') {
    const h = k.mesh(new THREE.TorusGeometry(0.082, 0.024, 12, 44), topM)
    h.rotation.x = Math.PI / 2 - 0.25
    h.position.set(0, neckY - 0.032, -0.03)
    h.scale.set(1.1, 1, 0.9)
    body.add(h)
    for (const s of [-1, 1])
      body.add(
        k.rod(
          [s * 0.025, neckY - 0.07, 0.078],
          [s * 0.032, neckY - 0.18, 0.108],
          0.003,
          k.plain('#eeeeea', 0.6),
        ),
      )
  }
  if (spec.top === 'jumper' && child)
    body.add(
      k
        .mesh(new THREE.CircleGeometry(0.014, 20), k.mat('#d8b65a', {}))
        .translateX(0.07)
        .translateY(neckY - 0.16)
        .translateZ(0.118),
    )
  // arms
  for (const s of [-1, 1])
    body.add(
      k.surface(
        24,
        16,
        (u, v) => {
          const a = -u * 6.2832,
            rr = (child ? 0.044 : 0.056) * (1 + 0.05 * n(u * 6, v * 5)),
            cx = s * (sw - 0.022 + 0.03 * Math.sin(v * 1.4)),
            cy = neckY - 0.112 - 0.3 * v
          return [
            cx + Math.cos(a) * rr,
            cy + (v < 0.12 ? 0.0 : 0),
            Math.sin(a) * rr * 1.1 + 0.05 * v * v,
            u * 0.3,
            v * 0.3,
          ]
        },
        topM,
      ),
      k.ball(child ? 0.045 : 0.055, topM, s * (sw - 0.022), neckY - 0.112, 0, 1, 1, 1.1),
    )

  head.rotation.set(rng.range(-0.03, 0.05), rng.range(-0.16, 0.16), rng.range(-0.04, 0.04))
  if (child) head.scale.setScalar(1.06)
  body.rotation.y = rng.range(-0.12, 0.12)
  g.add(head, body)

  const scene = flatten(g)
  const camera = new THREE.PerspectiveCamera(24, 360 / 270, 0.1, 10),
    cy = child ? -0.024 : -0.045,
    dist = child ? 0.95 : 1.02
  camera.position.set(0, cy + 0.02, dist)
  camera.lookAt(0, cy, 0)
  const sideK = rng.sign(),
    key = new THREE.Color('#fff3e4'),
    fill = new THREE.Color('#dfe9ff')
  const light = (p) => {
    const a = (p * 0.7548776662 + 0.5) % 1,
      b = (p * 0.569840291 + 0.5) % 1,
      c = (p * 0.6180339887 + 0.25) % 1,
      th = a * 6.2832,
      up = Math.sqrt(b)
    const dome = V(
      Math.cos(th) * up * 2.2,
      0.2 + 2.0 * Math.sqrt(1 - b) * 1.0,
      Math.sin(th) * up * 2.2 + 0.7,
    )
    return [
      {
        from: V(sideK * (1.2 + 0.7 * a), 0.35 + 0.8 * b, 1.3 + 0.5 * c),
        to: V(0, -0.05, 0),
        color: key,
        intensity: 2.3,
        angle: 0.35,
        penumbra: 0.5,
        decay: 0,
        near: 0.8,
        far: 5,
      },
      {
        from: dome,
        to: V(0, -0.08, 0),
        color: new THREE.Color('#ffffff'),
        intensity: 1.5,
        angle: 0.3,
        penumbra: 0.5,
        decay: 0,
        near: 0.8,
        far: 5,
      },
      {
        from: V((a - 0.5) * 0.9 - sideK * 0.3, -0.25 + 0.35 * b, 1.5),
        to: V(0, -0.05, 0),
        color: fill,
        intensity: 0.75,
        angle: 0.35,
        penumbra: 0.5,
        decay: 0,
        near: 0.8,
        far: 5,
      },
    ]
  }
  return {
    scene,
    camera,
    light,
    spec,
    ambient: { color: '#ffffff', intensity: 0.55 },
    look: {
      cutout: true,
      autoExpose: 0,
      gain: 1.05,
      cast: [1.01, 1, 0.99],
      vignette: 0,
      grain: 0.014,
      contrast: 0.12,
      saturation: 1.08,
      soft: 0.3,
      glow: 0,
    },
  }
}
