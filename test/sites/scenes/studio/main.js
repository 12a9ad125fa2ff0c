import { Engine, encode, dispose } from './engine.js'
import { buildPerson, personSpec, PEOPLE } from './people.js'
import { buildRoom, KINDS } from './rooms.js'

const engine = new Engine(480, 270)
window.studio = {
  kinds: KINDS,
  people: PEOPLE.length,
  async person(index, seed, o) {
    const t0 = performance.now()
    engine.resize(360, 270)
    const stage = buildPerson(index, seed),
      data = await encode(engine.draw(stage, o.passes, seed), o.quality)
    dispose(stage.scene)
    return { data, age: personSpec(index).age, draw: performance.now() - t0 }
  },
  async room(kind, index, seed, o) {
    const t0 = performance.now()
    engine.resize(o.width, o.height)
    const stage = buildRoom(kind, index, seed)
    const t1 = performance.now()
    let verts = 0,
      meshes = 0
    stage.scene.traverse((m) => {
      if (m.isMesh) {
        verts += m.geometry.attributes.position.count
        meshes++
      }
    })
    const canvas = engine.draw(stage, o.passes, seed)
    const data = await encode(canvas, o.quality)
    dispose(stage.scene)
    return { data, build: t1 - t0, draw: performance.now() - t1, verts, meshes }
  },
}
window.ready = true
