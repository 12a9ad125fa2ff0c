import type { Model, Person } from './model.ts'

/**
 * With `keep=1` the others stay in the call while this tab is loaded again, as in a real one: they keep their ids, oneself
 * comes back as a new device. The list lies in the tab's own session storage.
 */
export function rememberPeople(model: Model): void {
  if (!model.options.keep) return
  model.on('people', () => {
    if (model.phase !== 'inCall') return
    const others = [...model.people.values()].filter((person) => !person.self)
    sessionStorage.setItem(place(model), JSON.stringify({ others, next: model.nextDevice }))
  })
}

export function remembered(model: Model): readonly Person[] {
  const text = model.options.keep ? sessionStorage.getItem(place(model)) : null
  if (text === null) return []
  const { others, next } = JSON.parse(text) as { others: Person[]; next: number }
  model.nextDevice = Math.max(model.nextDevice, next)
  return others.map((person) => ({ ...person, presenting: false, speaking: false, dropped: false }))
}

export function deviceOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('/') + 1))
}

function place(model: Model): string {
  return `sim-people-${model.options.code}`
}
