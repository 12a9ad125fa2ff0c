import { AlertDialog, Dialog } from 'radix-ui'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { t } from '../../lib/words/say.ts'
import { Button, type ButtonLook } from './Button.tsx'
import { keepersOf } from './KeepFocus.tsx'

/*
 * Radix's own Overlay is left out on purpose: it mounts a scroll lock that writes a <style> element at run time, which the
 * page's `style-src 'self'` refuses. A plain shade does the same for the eye, and the sheet contains its own scrolling.
 */

/** Rendered inside an open dialog: the page behind it can be neither reached nor read meanwhile. */
function PageBehindIsStill() {
  useEffect(() => {
    const page = document.getElementById('root')
    page?.toggleAttribute('inert', true)
    return () => void page?.toggleAttribute('inert', false)
  }, [])
  return <div className="shade" />
}

/** Where the focus goes when a dialog closes: to what had it before, or, when that went away meanwhile, to what keeps it. */
function useWayBack() {
  const way = useRef<readonly HTMLElement[]>([])
  return {
    remember: () => {
      const from = document.activeElement
      way.current = from instanceof HTMLElement ? [from, ...keepersOf(from)] : []
    },
    goBack: (event: Event) => {
      event.preventDefault()
      way.current.find((one) => one.isConnected)?.focus()
    },
  }
}

/** A dialog over the page. Escape and the close control end it; the focus goes back to where it came from. */
export function Sheet({
  open,
  onClose,
  title,
  children,
}: {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
}) {
  const { remember, goBack } = useWayBack()
  const content = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root onOpenChange={(next) => !next && onClose()} open={open}>
      <Dialog.Portal>
        <PageBehindIsStill />
        <Dialog.Content
          aria-describedby={undefined}
          className="sheet"
          // It is opened by a state and not by a Radix trigger, so it has to remember by itself where to go back to.
          onCloseAutoFocus={goBack}
          onOpenAutoFocus={(event) => {
            remember()
            // The sheet and not its first button: one Enter too many must not end a call.
            event.preventDefault()
            content.current?.focus()
          }}
          ref={content}
          tabIndex={-1}
        >
          <Dialog.Title className="sheet-title">{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** A button that asks once more before it does something that can't be undone. */
export function ConfirmButton({
  label,
  icon,
  look = 'dangerQuiet',
  small = false,
  title,
  body,
  confirm,
  onConfirm,
}: {
  label: ReactNode
  icon?: ReactNode
  look?: ButtonLook
  small?: boolean
  title: string
  body: ReactNode
  confirm: string
  onConfirm: () => void
}) {
  const [open, setOpen] = useState(false)
  const { remember, goBack } = useWayBack()
  return (
    <AlertDialog.Root onOpenChange={setOpen} open={open}>
      <AlertDialog.Trigger asChild>
        <Button icon={icon} look={look} small={small}>
          {label}
        </Button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <PageBehindIsStill />
        <AlertDialog.Content className="sheet" onCloseAutoFocus={goBack} onOpenAutoFocus={remember}>
          <AlertDialog.Title className="sheet-title">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div>{body}</div>
          </AlertDialog.Description>
          <div className="row">
            <AlertDialog.Action asChild>
              <Button look="danger" onClick={onConfirm}>
                {confirm}
              </Button>
            </AlertDialog.Action>
            <AlertDialog.Cancel asChild>
              <Button>{t('Go back')}</Button>
            </AlertDialog.Cancel>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
