import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PanelView } from '../../lib/views/types.ts'
import { share } from './share.ts'

/** What the panel holds: a mirror of the background's last view, and whether the wire to it is up. Nothing of its own. */
export interface PanelMirror {
  readonly view: PanelView | undefined
  readonly connected: boolean
  /** When the emergency shortcut was pressed last in this window. */
  readonly emergencyAt?: number
}

export type PanelStore = StoreApi<PanelMirror>

export function createPanelStore(): PanelStore {
  return createStore<PanelMirror>(() => ({ view: undefined, connected: false }))
}

/** Puts in a whole new view; equal parts keep their identity. */
export function takeView(store: PanelStore, view: PanelView): void {
  const before = store.getState().view
  store.setState({ view: before === undefined ? view : share(before, view), connected: true })
}

/** The emergency shortcut was pressed; told twice it is one press. */
export function askForEmergency(store: PanelStore, at: number): void {
  if (at > (store.getState().emergencyAt ?? 0)) store.setState({ emergencyAt: at })
}

/** The background went away; the last view stays on screen and is called old. */
export function loseConnection(store: PanelStore): void {
  store.setState({ connected: false })
}
