import type { Register } from '../../register/index.ts'
import { storedFrom, withSets } from '../../register/index.ts'
import type { SessionEventBody } from '../../session/index.ts'
import { lastChoice } from '../../session/choices.ts'
import { isToldOfOthers } from '../../session/told.ts'
import { forgetAlias, learnAlias } from '../aliases.ts'
import type { CurrentLesson } from '../currentLesson.ts'
import type { Shelf } from '../shelf.ts'
import type { Standards } from '../standards.ts'
import type { Turns } from '../turns.ts'
import type { Doors } from './types.ts'

export interface NameDoorParts {
  readonly turns: Turns
  readonly current: CurrentLesson
  readonly standards: Standards
  readonly shelf: Pick<Shelf, 'registers' | 'saveRegister'>
}

/**
 * Who a shown name is, as the teacher says it. It holds for the lesson at once and is remembered on the register for the next one;
 * otherwise she would have to say every Monday that "iPad (2)" is Dev.
 */
export function nameDoors({
  turns,
  current,
  standards,
  shelf,
}: NameDoorParts): Doors<'fixMatch' | 'undoChoice'> {
  const ofLesson = async (): Promise<Register | undefined> => {
    const registerId = current.state?.registerId
    return withSets(await shelf.registers()).find((one) => one.id === registerId)
  }
  /** What a lesson learnt about people, kept where they are kept: those of a set in their own classes. */
  const keepTaught = async (taught: Register) => {
    for (const register of storedFrom(await shelf.registers(), taught))
      await shelf.saveRegister(register)
    await standards.loadRegisters()
  }
  return {
    fixMatch: ({ shown, registerPersonId, id, also = [] }) =>
      turns.told(async (now) => {
        const fixed: SessionEventBody = {
          type: 'matchFixed',
          shown,
          registerPersonId,
          by: 'teacher',
          ...(id === undefined ? {} : { id }),
          ...(also.length === 0 ? {} : { also }),
        }
        const register = await ofLesson()
        if (register === undefined) return current.say([fixed], now)
        const persons = [registerPersonId, ...also]
        const { state } = current
        const ofSeveral =
          state !== undefined && id !== undefined && isToldOfOthers(state, shown, id, persons)
        // A correction is remembered for the next lesson too. First the lesson: it must not wait for the register.
        const { register: taught, learnt, lost } = learnAlias(register, persons, shown, ofSeveral)
        await current.say([{ ...fixed, learnt, lost }], now)
        if (taught !== register) await keepTaught(taught)
      }),
    undoChoice: ({ shown }) =>
      turns.told(async (now) => {
        const { state } = current
        const last = state === undefined ? undefined : lastChoice(state, shown)
        if (last === undefined) return
        await current.say([{ type: 'choiceUndone', shown }], now)
        const register = await ofLesson()
        const before = register === undefined ? undefined : forgetAlias(register, shown, last)
        if (before !== undefined && before !== register) await keepTaught(before)
      }),
  }
}
