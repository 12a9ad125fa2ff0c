import { useMemo, useState } from 'react'
import type { ImportOptions, ImportPreview, Mapping } from '../../lib/register/index.ts'
import { useReading, type Reading } from './reading.ts'

interface Hand {
  readonly headings: boolean
  readonly mapping: Mapping
}

const ALONE: ImportOptions = {}

/** The file as it is understood by itself, or as the teacher says that its columns are. */
export function useLook(input: Uint8Array | string): {
  readonly reading: Reading
  /** The columns are the teacher's to name: whether the first line holds headings is asked too. */
  readonly isByHand: boolean
  readonly hasHeadings: boolean
  readonly setMapping: (mapping: Mapping) => void
  readonly setHeadings: (headings: boolean) => void
} {
  const [hand, setHand] = useState<Hand>()
  /** As it was read without help; kept to go on from. */
  const [alone, setAlone] = useState<ImportPreview>()
  const isUnknown =
    alone?.columns.length === 0 && alone.problems.some((one) => one.code === 'noNameColumn')
  const headings = hand?.headings ?? (isUnknown || alone === undefined || alone.headerLine > 0)
  const options = useMemo((): ImportOptions => {
    // Headings that nobody knows are shown all the same, or there would be nothing to say about them.
    if (hand === undefined && !isUnknown) return ALONE
    const headerLine = headings ? Math.max(1, alone?.headerLine ?? 1) : 0
    return { headerLine, mapping: hand?.mapping ?? {} }
  }, [hand, headings, isUnknown, alone])
  const reading = useReading(input, options)
  if (reading.is === 'read' && alone === undefined) setAlone(reading.preview)
  // The first look at a file whose columns nobody knows is only a step on the way.
  const isStep =
    isUnknown && hand === undefined && reading.is === 'read' && reading.preview === alone
  return {
    reading: isStep ? { is: 'reading', done: 1 } : reading,
    isByHand: isUnknown || hand !== undefined,
    hasHeadings: headings,
    setMapping: (mapping) => setHand({ headings, mapping }),
    setHeadings: (next) => setHand({ headings: next, mapping: hand?.mapping ?? {} }),
  }
}
