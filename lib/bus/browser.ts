/**
 * The one door to the extension API. `webextension-polyfill` gives promise-returning listeners; what it has no types for
 * (side panel, offscreen, scripting of Chrome) is used through `chrome`. Only entrypoints and the edges in lib/bus, lib/storage
 * and lib/desk import this.
 */
import polyfill from 'webextension-polyfill'

export const browser = polyfill
export type { Runtime } from 'webextension-polyfill'
