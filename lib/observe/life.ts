/**
 * How long the script of a meeting page lives. The page must have no say in it: a framework's way of telling an older copy to stop by an
 * event of the document can be made up by any script of the page, which would then switch the tool off without anybody noticing.
 *
 *   running ── a newer copy takes over, in the extension's own world ─▶ ended
 *      ├────── the extension behind it is gone (updated, removed) ────▶ ended
 *      └────── the background says so ────────────────────────────────▶ ended
 */
const KEY = Symbol.for('lesson-steward.script')

/**
 * Ends the copy that ran in this world before and begins the life of this one. `world` is the global object of the extension's isolated
 * world: all copies of one version share it, and the page has another.
 */
export function takeOver(world: object): AbortController {
  const before: unknown = Reflect.get(world, KEY)
  if (before instanceof AbortController) before.abort('A newer copy of the script took over.')
  const life = new AbortController()
  Reflect.set(world, KEY, life)
  return life
}
