import type { FromPages } from '../../lib/bus/protocol.ts'
import { SAMPLE_RECORD } from './sampleRecord.ts'
import { SAMPLE_REGISTERS, SAMPLE_SESSIONS, SAMPLE_SETTINGS } from './sampleData.ts'
import type { Ask } from '../ui/ask.ts'

/** What was asked, newest last: the checks read it. */
export const ASKED: { kind: keyof FromPages; payload: unknown }[] = []

/** A background that agrees to everything and knows the sample school. */
export const fakeAsk = (async (kind: keyof FromPages, payload: unknown) => {
  ASKED.push({ kind, payload })
  switch (kind) {
    case 'perform':
      return { result: 'guided', steps: [] }
    case 'registers':
      return SAMPLE_REGISTERS
    case 'sessions':
      return SAMPLE_SESSIONS
    case 'record':
      return SAMPLE_RECORD
    case 'settings':
      return SAMPLE_SETTINGS
    default:
      return null
  }
}) as Ask
