import { parsePack } from '../pack.ts'
import type { Pack } from '../types.ts'
import combined from './combined.json' with { type: 'json' }
import crossways from './crossways.json' with { type: 'json' }
import ernesfordGrange from './ernesford-grange.json' with { type: 'json' }

/** The packs that come with the tool. The first is used until a school chooses its own. */
export const BUILT_IN_PACKS: readonly Pack[] = [combined, ernesfordGrange, crossways].map(read)

export const DEFAULT_PACK: Pack = BUILT_IN_PACKS[0] ?? read(combined)

function read(json: unknown): Pack {
  const result = parsePack(json)
  if ('pack' in result) return result.pack
  throw new Error(
    `A pack that comes with the tool is wrong: ${result.errors.map(({ path, message }) => `${path} ${message}`).join('; ')}`,
  )
}
