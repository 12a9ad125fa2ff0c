import { parsePack } from '../pack.ts'
import type { Pack } from '../types.ts'
import combined from './combined.json' with { type: 'json' }
import crossways from './crossways.json' with { type: 'json' }
import ernesfordGrange from './ernesford-grange.json' with { type: 'json' }

const COMBINED = read(combined)

/** The packs that come with the tool. The first is used until a school chooses its own. */
export const PACKS: readonly Pack[] = [COMBINED, read(ernesfordGrange), read(crossways)]

/** A pack by its id; the combined one where there is none of that name, so that a lesson is never without rules. */
export function packById(id: string): Pack {
  return PACKS.find((pack) => pack.id === id) ?? COMBINED
}

/**
 * A pack by its id among those at hand. `known: false`: there is none of that name any more (a file was taken back, another
 * computer); the combined one stands in, and whoever asks has to say so.
 */
export function findPack(
  packs: readonly Pack[],
  id: string,
): { readonly pack: Pack; readonly known: boolean } {
  const pack = packs.find((one) => one.id === id)
  return pack === undefined ? { pack: COMBINED, known: false } : { pack, known: true }
}

function read(json: unknown): Pack {
  const result = parsePack(json)
  if ('pack' in result) return result.pack
  throw new Error(
    `A pack that comes with the tool is wrong: ${result.errors.map(({ path, message }) => `${path} ${message}`).join('; ')}`,
  )
}
