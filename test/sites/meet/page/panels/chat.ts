import { act, h } from '../dom.ts'
import { icon, iconButton, oldIcon } from '../icon.ts'
import type { Message } from '../model.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { panelHead } from './frame.ts'

/** The chat. `classic` is nested as the pasted snippet and CAP25; `companion` stays the empty shell of CAP26b. */
export function chatPanel(page: Page): View {
  const { model, say, doings } = page
  const cleanup = new Cleanup()
  if (model.options.chat === 'companion') {
    const shell = h('div', {}, h('h2', {}, say('chatShell')), h('h3', {}, say('loading')))
    return { element: shell, close: () => shell.remove() }
  }
  const lines = h('div', {
    jsname: 'xySENc',
    'aria-live': 'polite',
    jscontroller: 'Mzzivb',
    class: 'Ge9Kpc z38b6',
  })
  const input = h('textarea', {
    jsname: 'YPqjbf',
    rows: '1',
    class: 'qdOxv-fmcmS-wGMbrd xYOaDe',
    'aria-label': say('sendMessage'),
    placeholder: say('sendMessage'),
    maxlength: '500',
  })
  const send = iconButton('send', say('sendMessage'), { jsname: 'SoqoBf', disabled: true })
  const post = (): void => {
    const text = input.value.trim()
    if (text === '') return
    doings.chat('self', text)
    input.value = ''
    send.button.disabled = true
  }
  input.addEventListener('input', () => {
    send.button.disabled = input.value.trim() === ''
  })
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    post()
  })
  act(send.button, post)
  const element = h(
    'div',
    { class: 'sim-panel sim-chat' },
    panelHead(page, say('chatTitle')),
    h(
      'div',
      { jsname: 'I2egDd', class: 'hWX4r' },
      h(
        'div',
        { class: 'vvTMTb', jscontroller: 'spEO8b' },
        h(
          'div',
          { class: 'hsLqkc', jsname: 'Oj3mjd' },
          h('div', { jscontroller: 'JANh4d' }, say('chatNote')),
        ),
        lines,
        h('div', { class: 'pVbbad', jsname: 'QzL4Uc' }),
      ),
      h(
        'div',
        { jsname: 'pob9Hc', jscontroller: 'EwBU1d' },
        h('div', { class: 'SjMC3' }, input, send.wrap),
      ),
    ),
  )
  let shown = 0
  const draw = (): void => {
    while (shown < model.messages.length) {
      const message = model.messages[shown]
      shown += 1
      if (message !== undefined) lines.append(block(page, message))
    }
    lines.scrollTop = lines.scrollHeight
  }
  cleanup.add(model.on('chat', draw))
  draw()
  return {
    element,
    close() {
      cleanup.run()
      element.remove()
    },
  }
}

/** One message. The overlay for pinning repeats words and carries the message id again, as the readers warn (facts §6). */
function block(page: Page, message: Message): HTMLElement {
  const { say } = page
  const pin = iconButton('keep', say('pinMessage'), {
    jsname: 'iJEnyb',
    'data-message-id': message.id,
  })
  return h(
    'div',
    {
      class: 'Ss4fHf',
      jsname: 'Ypafjf',
      tabindex: '-1',
      jscontroller: 'LQRnv',
      style: 'order: 0;',
    },
    h(
      'div',
      { class: 'QTyiie' },
      h('div', { class: 'poVWob' }, message.own ? say('chatYou') : message.sender),
      h('div', { jsname: 'biJjHb', class: 'MuzmKe' }, message.at),
    ),
    h(
      'div',
      { class: 'beTDc' },
      h(
        'div',
        { class: 'er6Kjc chmVPb', 'data-message-id': message.id },
        h(
          'div',
          { class: 'ptNLrf' },
          h(
            'div',
            { jsname: 'dTKtvb' },
            h(
              'div',
              { jscontroller: 'RrV5Ic', 'data-is-tv': 'false' },
              message.text,
              // The classic chat takes no files: what is shared there is a link to Drive in the words.
              message.file !== undefined && fileLink(message.file),
            ),
          ),
          h('div', { class: 'pZBsfc' }, say('pinHover'), oldIcon('keep', 'VfPpkd-kBDsod WRc1Nb')),
          h('div', { class: 'MMfG3b' }, pin.wrap),
        ),
      ),
    ),
  )
}

function fileLink(name: string): HTMLElement {
  const address = `https://drive.google.com/file/d/${encodeURIComponent(name)}/view`
  return h('a', { class: 'sim-file', href: address, rel: 'noopener' }, address)
}
