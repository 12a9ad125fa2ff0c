import { actTrusted, h } from '../dom.ts'
import { textButton } from '../icon.ts'

export interface Question {
  readonly title: string
  readonly text?: string
  readonly ticks?: readonly string[]
  readonly answers: readonly {
    readonly text: string
    /** `data-mdc-dialog-action`: everything but "cancel" confirms (Meet facts §5). */
    readonly token: string
    readonly label?: string
    /** A click made by a script does nothing. */
    readonly trusted?: boolean
    readonly run?: () => void
  }[]
}

let count = 0

/** Modal boxes at the end of the body. An answered box stays in the page, hidden, until the next one (Meet facts §7). */
export class Dialogs {
  private shell: HTMLElement | undefined

  ask(question: Question): HTMLElement {
    this.shell?.remove()
    count += 1
    const heading = `sim-dialog-${count}`
    const box = h(
      'div',
      { class: 'sim-dialog', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': heading },
      h('h2', { id: heading, class: 'sim-dialog-title' }, question.title),
      question.text !== undefined && h('div', { class: 'sim-dialog-text' }, question.text),
      ...(question.ticks ?? []).map((tick) =>
        h(
          'label',
          { class: 'sim-dialog-tick' },
          h('input', { type: 'checkbox', jsname: 'YPqjbf' }),
          h('span', {}, tick),
        ),
      ),
      h(
        'div',
        { class: 'sim-dialog-answers' },
        ...question.answers.map((answer) => {
          const button = textButton(answer.text, {
            'data-mdc-dialog-action': answer.token,
            'aria-label': answer.label,
          })
          const run = (): void => {
            this.close()
            answer.run?.()
          }
          return actTrusted(button, run, answer.trusted === true)
        }),
      ),
    )
    const shell = h('div', { class: 'sim-dialog-scrim' }, box)
    this.shell = shell
    document.body.append(shell)
    box.querySelector('button')?.focus()
    return shell
  }

  close(): void {
    if (this.shell !== undefined) this.shell.style.display = 'none'
  }

  clear(): void {
    this.shell?.remove()
    this.shell = undefined
  }
}
