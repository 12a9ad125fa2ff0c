import type { Model, Person } from './model.ts'

/**
 * With `keep=1` the others stay in the call while this tab is loaded again, as in a real one. The list lies in the tab's own
 * session storage, and so do the choices of the address, since the address can lose them (Teams facts §1: a call need not be
 * named by its address).
 */
export function rememberPeople(model: Model): void {
  if (!model.options.keep) return
  model.on('people', () => {
    if (!model.inCall) return
    const others = [...model.people.values()].filter((person) => !person.self)
    sessionStorage.setItem('sim-people', JSON.stringify(others))
  })
}

export function remembered(model: Model): readonly Person[] {
  const text = model.options.keep ? sessionStorage.getItem('sim-people') : null
  if (text === null) return []
  const others = JSON.parse(text) as Person[]
  return others.map((person) => ({ ...person, presenting: false, speaking: false, dropped: false }))
}

/** The address with the choices: the one in the bar, or the one it had before it was stripped. */
export function chosenAddress(): URL {
  const here = new URL(location.href)
  const before = sessionStorage.getItem('sim-address')
  if (here.pathname === '/v2/' && here.search === '' && before !== null) return new URL(before)
  sessionStorage.removeItem('sim-people')
  return here
}

/** Strips the address to the bare client, as the signed-in client does in a call. */
export function stripAddress(address: URL): void {
  sessionStorage.setItem('sim-address', address.href)
  history.replaceState(null, '', '/v2/')
}
