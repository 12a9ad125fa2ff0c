import { useCallback, useState } from 'react'

/** What is done at a press, and what there is to say of it. */
export interface Doing<Said> {
  readonly busy: boolean
  readonly said: Said
  /** `working` is said while it runs, then what it gave, or, where it failed, `failed`. */
  readonly run: (
    what: () => Promise<Said>,
    failed: (failure: unknown) => Said,
    working?: Said,
  ) => void
}

/** One thing at a time. A failure is said, never swallowed. `nothing`: said before anything was done; always the same value. */
export function useDoing<Said>(nothing: Said): Doing<Said> {
  const [state, setState] = useState({ busy: false, said: nothing })
  const run = useCallback<Doing<Said>['run']>(
    (what, failed, working = nothing) => {
      setState({ busy: true, said: working })
      what().then(
        (said) => setState({ busy: false, said }),
        (failure: unknown) => setState({ busy: false, said: failed(failure) }),
      )
    },
    [nothing],
  )
  return { ...state, run }
}
