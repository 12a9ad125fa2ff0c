// Draws a scene by adding up many passes. Each pass has one sample of the window, one of a lamp
// (or of the sun) and one of the light that walls, floor and ceiling throw back, each with its own
// shadow map; the camera moves by a part of a pixel. The sum has soft shadows and dark corners.
import * as THREE from 'three'
import { Rng } from './rng.js'

const QUAD_VS =
  'varying vec2 vUv; void main(){ vUv = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }'
const ADD_FS =
  'varying vec2 vUv; uniform sampler2D a; uniform sampler2D b; void main(){ gl_FragColor = texture2D(a, vUv) + min(texture2D(b, vUv), vec4(24.0)); }'
const FINISH_FS = `
varying vec2 vUv; uniform sampler2D a; uniform float gain; uniform vec3 toneCast; uniform float vignette; uniform float grain;
uniform float seed; uniform float contrast; uniform float saturation; uniform float cutout;
float hash(vec2 p){ vec3 q = fract(vec3(p.xyx) * 0.1031); q += dot(q, q.yzx + 33.33); return fract((q.x + q.y) * q.z); }
void main(){
  vec4 c = texture2D(a, vUv);
  float alpha = cutout > 0.5 ? clamp(c.a, 0.0, 1.0) : 1.0;
  vec3 x = cutout > 0.5 ? c.rgb / max(c.a, 1e-4) : c.rgb;
  x *= gain * toneCast;
  vec2 d = vUv - 0.5;
  if (cutout < 0.5) x *= 1.0 - vignette * dot(d, d) * 2.0;
  // a soft shoulder, as webcams have
  x = x * (1.0 + x / 9.0) / (1.0 + x * 0.9) * 1.35;
  x = clamp(x, 0.0, 1.0);
  x = mix(x * 12.92, 1.055 * pow(max(x, vec3(1e-5)), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, x));
  float l = dot(x, vec3(0.299, 0.587, 0.114));
  x = mix(vec3(l), x, saturation);
  x = mix(x, x * x * (3.0 - 2.0 * x), contrast);
  vec2 p = floor(vUv * vec2(960.0, 540.0) / 2.0) + seed;
  x += grain * (vec3(hash(p), hash(p + 17.1), hash(p + 41.7)) - 0.5) * (1.2 - l);
  gl_FragColor = vec4(clamp(x, 0.0, 1.0) * alpha, alpha);
}`

export class Engine {
  constructor(width, height) {
    this.canvas = document.createElement('canvas')
    this.renderer = new THREE.WebGLRenderer({
      canvas: this.canvas,
      antialias: false,
      alpha: true,
      premultipliedAlpha: true,
      preserveDrawingBuffer: true,
    })
    this.renderer.shadowMap.enabled = true
    this.renderer.shadowMap.type = THREE.BasicShadowMap
    this.renderer.shadowMap.autoUpdate = false
    this.renderer.setClearColor(0x000000, 0)
    this.out = document.createElement('canvas')
    const mat = (fs, uniforms) =>
      new THREE.ShaderMaterial({
        vertexShader: QUAD_VS,
        fragmentShader: fs,
        uniforms,
        depthTest: false,
        depthWrite: false,
        blending: THREE.NoBlending,
        toneMapped: false,
      })
    this.add = mat(ADD_FS, { a: { value: null }, b: { value: null } })
    this.finish = mat(FINISH_FS, {
      a: { value: null },
      gain: { value: 1 },
      toneCast: { value: new THREE.Vector3(1, 1, 1) },
      vignette: { value: 0.4 },
      grain: { value: 0.03 },
      seed: { value: 0 },
      contrast: { value: 0.2 },
      saturation: { value: 1 },
      cutout: { value: 0 },
    })
    this.quad = new THREE.Mesh(new THREE.PlaneGeometry(2, 2), this.add)
    this.quadScene = new THREE.Scene()
    this.quadScene.add(this.quad)
    this.quadCam = new THREE.OrthographicCamera(-1, 1, 1, -1, 0, 1)
    this.lights = [this.spot(512), this.spot(256), this.spot(256)]
    this.ambient = new THREE.AmbientLight(0xffffff, 0.1)
    this.resize(width, height)
  }

  spot(size) {
    const l = new THREE.SpotLight(0xffffff, 1)
    l.castShadow = true
    l.shadow.mapSize.set(size, size)
    l.shadow.bias = -0.0006
    l.shadow.normalBias = 0.025
    l.shadow.radius = 1.5
    l.shadow.camera.near = 0.06
    return l
  }

  resize(w, h) {
    if (this.w === w && this.h === h) return
    this.w = w
    this.h = h
    this.renderer.setPixelRatio(1)
    this.renderer.setSize(w, h, false)
    this.out.width = w
    this.out.height = h
    for (const t of [this.frame, this.sumA, this.sumB]) t?.dispose()
    const o = { depthBuffer: false, minFilter: THREE.NearestFilter, magFilter: THREE.NearestFilter }
    this.frame = new THREE.WebGLRenderTarget(w, h, {
      ...o,
      type: THREE.HalfFloatType,
      depthBuffer: true,
    })
    this.sumA = new THREE.WebGLRenderTarget(w, h, { ...o, type: THREE.FloatType })
    this.sumB = new THREE.WebGLRenderTarget(w, h, { ...o, type: THREE.FloatType })
  }

  // `stage`: { scene, camera, light(pass, passes, rng) -> three light samples, ambient, look }
  draw(stage, passes, seed) {
    const { scene, camera } = stage,
      r = this.renderer,
      rng = new Rng(seed ^ 0x51ce5)
    for (const l of this.lights) {
      scene.add(l)
      scene.add(l.target)
    }
    scene.add(this.ambient)
    this.ambient.color.set(stage.ambient.color)
    this.ambient.intensity = stage.ambient.intensity
    const cutout = stage.look.cutout ? 1 : 0
    let from = this.sumA,
      to = this.sumB
    r.setRenderTarget(from)
    r.clear()
    camera.aspect = this.w / this.h
    for (let p = 0; p < passes; p++) {
      const jx = ((p + 0.5) / passes + rng.range(-0.2, 0.2) / passes) % 1,
        jy = (p * 0.61803398875 + 0.31) % 1
      camera.setViewOffset(this.w, this.h, jx - 0.5, jy - 0.5, this.w, this.h)
      camera.updateProjectionMatrix()
      const samples = stage.light(p, passes, rng)
      samples.forEach((s, k) => {
        const l = this.lights[k]
        l.position.copy(s.from)
        l.target.position.copy(s.to)
        l.target.updateMatrixWorld()
        l.color.copy(s.color)
        l.intensity = s.intensity
        l.angle = s.angle ?? 1.2
        l.penumbra = s.penumbra ?? 1
        l.decay = s.decay ?? 2
        l.distance = 0
        l.shadow.camera.far = s.far ?? 14
        l.shadow.camera.near = s.near ?? 0.06
        l.shadow.camera.updateProjectionMatrix()
      })
      r.shadowMap.needsUpdate = true
      r.setRenderTarget(this.frame)
      r.clear()
      r.render(scene, camera)
      this.quad.material = this.add
      this.add.uniforms.a.value = from.texture
      this.add.uniforms.b.value = this.frame.texture
      r.setRenderTarget(to)
      r.render(this.quadScene, this.quadCam)
      ;[from, to] = [to, from]
    }
    camera.clearViewOffset()
    for (const l of this.lights) {
      scene.remove(l)
      scene.remove(l.target)
    }
    scene.remove(this.ambient)

    const look = stage.look,
      u = this.finish.uniforms
    let gain = look.gain ?? 1
    if (look.autoExpose) {
      const px = new Float32Array(this.w * this.h * 4)
      r.readRenderTargetPixels(from, 0, 0, this.w, this.h, px)
      const lum = []
      for (let i = 0; i < px.length; i += 4 * 17)
        if (!cutout || px[i + 3] > passes * 0.9)
          lum.push((px[i] * 0.3 + px[i + 1] * 0.59 + px[i + 2] * 0.11) / passes)
      lum.sort((a, b) => a - b)
      const cut = lum.slice(Math.floor(lum.length * 0.05), Math.floor(lum.length * 0.93))
      const mean = Math.exp(cut.reduce((s, v) => s + Math.log(v + 1e-3), 0) / cut.length)
      gain = look.autoExpose / mean
    }
    u.a.value = from.texture
    u.gain.value = gain / passes
    u.cutout.value = cutout
    if (cutout) u.gain.value = gain
    u.toneCast.value.set(...look.cast)
    u.vignette.value = look.vignette
    u.grain.value = look.grain
    u.seed.value = (seed % 997) + 0.5
    u.contrast.value = look.contrast
    u.saturation.value = look.saturation
    if (cutout) {
      // the sum of alpha counts passes: bring it back to 0..1
      this.scale ??= new THREE.ShaderMaterial({
        vertexShader: QUAD_VS,
        fragmentShader:
          'varying vec2 vUv; uniform sampler2D a; uniform float k; void main(){ gl_FragColor = texture2D(a, vUv) * k; }',
        uniforms: { a: { value: null }, k: { value: 1 } },
        depthTest: false,
        depthWrite: false,
        blending: THREE.NoBlending,
        toneMapped: false,
      })
      this.scale.uniforms.a.value = from.texture
      this.scale.uniforms.k.value = 1 / passes
      this.quad.material = this.scale
      r.setRenderTarget(to)
      r.render(this.quadScene, this.quadCam)
      u.a.value = to.texture
    }
    this.quad.material = this.finish
    r.setRenderTarget(null)
    r.clear()
    r.render(this.quadScene, this.quadCam)

    const ctx = this.out.getContext('2d', { willReadFrequently: true })
    ctx.clearRect(0, 0, this.w, this.h)
    ctx.filter = look.soft ? `blur(${look.soft}px)` : 'none'
    ctx.drawImage(this.canvas, 0, 0)
    if (look.glow) {
      ctx.globalCompositeOperation = 'screen'
      ctx.globalAlpha = look.glow
      ctx.filter = 'blur(9px) brightness(0.8) contrast(1.6)'
      ctx.drawImage(this.canvas, 0, 0)
      ctx.globalCompositeOperation = 'source-over'
      ctx.globalAlpha = 1
    }
    ctx.filter = 'none'
    return this.out
  }
}

export async function encode(canvas, quality) {
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/webp', quality))
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let s = ''
  for (let i = 0; i < bytes.length; i += 8192)
    s += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(s)
}

// Frees what belongs to one scene. Shared textures stay, and so do materials: they hold the compiled
// programs, which are what takes time.
export function dispose(scene) {
  scene.traverse((o) => {
    o.geometry?.dispose()
    const m = o.material
    if (m) {
      for (const k of ['map', 'bumpMap', 'alphaMap'])
        if (m[k] && !m[k].userData.shared) m[k].dispose()
    }
  })
}

// Joins all meshes that share a material, so that a pass costs few draw calls.
export function flatten(root) {
  root.updateMatrixWorld(true)
  const groups = new Map()
  root.traverse((o) => {
    if (o.isMesh) {
      const l = groups.get(o.material) ?? []
      l.push(o)
      groups.set(o.material, l)
    }
  })
  const scene = new THREE.Scene()
  for (const [material, meshes] of groups) {
    let n = 0,
      m = 0
    for (const o of meshes) {
      n += o.geometry.attributes.position.count
      m += o.geometry.index ? o.geometry.index.count : o.geometry.attributes.position.count
    }
    const pos = new Float32Array(n * 3),
      nor = new Float32Array(n * 3),
      uv = new Float32Array(n * 2),
      idx = new Uint32Array(m)
    let at = 0,
      ai = 0
    const v = new THREE.Vector3(),
      nm = new THREE.Matrix3()
    for (const o of meshes) {
      const g = o.geometry,
        P = g.attributes.position,
        N = g.attributes.normal,
        U = g.attributes.uv
      nm.getNormalMatrix(o.matrixWorld)
      const flip = o.matrixWorld.determinant() < 0
      for (let i = 0; i < P.count; i++) {
        v.fromBufferAttribute(P, i)
          .applyMatrix4(o.matrixWorld)
          .toArray(pos, (at + i) * 3)
        v.fromBufferAttribute(N, i)
          .applyMatrix3(nm)
          .normalize()
          .toArray(nor, (at + i) * 3)
        if (U) {
          uv[(at + i) * 2] = U.getX(i)
          uv[(at + i) * 2 + 1] = U.getY(i)
        }
      }
      const count = g.index ? g.index.count : P.count
      for (let i = 0; i < count; i += 3)
        for (let k = 0; k < 3; k++) {
          const q = flip ? [0, 2, 1][k] : k
          idx[ai + i + k] = at + (g.index ? g.index.getX(i + q) : i + q)
        }
      at += P.count
      ai += count
      g.dispose()
    }
    const g = new THREE.BufferGeometry()
    g.setAttribute('position', new THREE.BufferAttribute(pos, 3))
    g.setAttribute('normal', new THREE.BufferAttribute(nor, 3))
    g.setAttribute('uv', new THREE.BufferAttribute(uv, 2))
    g.setIndex(new THREE.BufferAttribute(idx, 1))
    const mesh = new THREE.Mesh(g, material)
    const glow = material.userData.glow
    mesh.castShadow = !glow
    mesh.receiveShadow = !glow
    if (material.userData.last) mesh.renderOrder = 1 // drawn last: what stands before a wall hides it
    scene.add(mesh)
  }
  return scene
}
