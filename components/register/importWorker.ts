import { previewImport } from '../../lib/register/import/preview.ts'
import { speak } from '../../lib/words/language.ts'
import type { FromReader, ToReader } from './reading.ts'

/*
 * Reads a file of names away from the page, so that 50,000 lines freeze nothing. It keeps the file: columns that are mapped by
 * hand read it again. Cancelling is ending this worker; it holds nothing that could be left half done.
 */

let input: Uint8Array | string = ''
const say = (message: FromReader) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if (data.start !== undefined) {
    input = data.start.input
    speak(data.start.language, data.start.words)
  }
  const { job } = data
  try {
    const preview = previewImport(input, data.options, (done) =>
      say({ job, type: 'progress', done }),
    )
    say({ job, type: 'read', preview })
  } catch (failure) {
    say({ job, type: 'failed', why: failure instanceof Error ? failure.message : String(failure) })
  }
})
