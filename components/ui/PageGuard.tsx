import { Component, type ReactNode } from 'react'
import { t } from '../../lib/words/say.ts'
import { TryAgain } from './TryAgain.tsx'

/**
 * Around every page of ours: without it one thing that can't be drawn takes away the whole page and leaves white. React itself writes
 * the failure to the log.
 */
export class PageGuard extends Component<
  { readonly onAgain: () => void; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <NotShown onAgain={this.props.onAgain} /> : this.props.children
  }
}

/** In place of a page that could not be shown. */
export function NotShown({ onAgain }: { onAgain: () => void }) {
  return (
    <main className="not-shown stack">
      <h1 className="page-title">Lesson Steward</h1>
      <TryAgain onAgain={onAgain} role="alert">
        {t(
          'This page could not be shown. Nothing was deleted: everything that is kept on this computer is still there.',
        )}
      </TryAgain>
    </main>
  )
}
