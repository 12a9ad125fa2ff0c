import type { FromPages } from '../../lib/bus/protocol.ts'
import type { Ask } from '../ui/ask.ts'
import { SAMPLE_REGISTERS, SAMPLE_SESSIONS, SAMPLE_SETTINGS } from './sampleData.ts'
import { SAMPLE_RECORD } from './sampleRecord.ts'

type Asked = {
  [K in keyof FromPages]: { readonly kind: K; readonly payload: FromPages[K] }
}[keyof FromPages]

/** What was asked, newest last: the checks read it. */
export const ASKED: Asked[] = []

let registers = SAMPLE_REGISTERS
let sessions = SAMPLE_SESSIONS
let settings = SAMPLE_SETTINGS

/** A background that agrees to everything and keeps the sample school in memory. */
function answer(asked: Asked): unknown {
  switch (asked.kind) {
    case 'perform':
      return { result: 'guided', steps: [] }
    case 'registers':
      return registers
    case 'saveRegister': {
      const { register } = asked.payload
      registers = [...registers.filter((one) => one.id !== register.id), register]
      return null
    }
    case 'deleteRegister': {
      const { registerId } = asked.payload
      registers = registers.filter((one) => one.id !== registerId)
      return null
    }
    case 'sessions':
      return sessions
    case 'deleteSession': {
      const { sessionId } = asked.payload
      sessions = sessions.filter((one) => one.sessionId !== sessionId)
      return null
    }
    case 'record':
      return asked.payload.sessionId === SAMPLE_RECORD.sessionId ? SAMPLE_RECORD : undefined
    case 'settings':
      return settings
    case 'saveSettings':
      settings = asked.payload
      return null
    case 'eraseAll':
      registers = []
      sessions = []
      return null
    default:
      return null
  }
}

export const fakeAsk = (async (kind: keyof FromPages, payload: unknown) => {
  const asked = { kind, payload } as Asked
  ASKED.push(asked)
  // A copy each time, as a message would be.
  return structuredClone(answer(asked))
}) as Ask
