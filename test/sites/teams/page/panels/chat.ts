import { act, h } from '../dom.ts'
import { hashed } from '../icon.ts'
import type { Message } from '../model.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { panelRoot } from './side.ts'

/** The chat: marks of Teams facts §6. The author stands on the first of a run only. */
export function chatPanel(page: Page): View {
  const { model, say, doings } = page
  const cleanup = new Cleanup()
  const light = model.options.client === 'light'
  const list = h('div', { 'data-tid': 'chat-pane-list', id: 'chat-pane-list' })
  const announced = h('div', {
    'data-acc-id': 'announcing-region-message-list',
    'aria-live': 'polite',
    class: 'sim-away',
  })
  const runway = h(
    'div',
    { 'data-tid': 'message-pane-list-runway', class: 'sim-grow sim-scroll' },
    list,
  )
  const editor = h('div', {
    'data-tid': 'ckeditor',
    role: 'textbox',
    contenteditable: 'true',
    'aria-label': say('typeMessage'),
    class: 'sim-editor',
  })
  const send = h(
    'button',
    { type: 'button', 'data-tid': 'newMessageCommands-send', 'aria-label': say('send') },
    say('send'),
  )
  const post = (): void => {
    const text = (editor.textContent ?? '').trim()
    if (text === '') return
    editor.replaceChildren()
    doings.chat('self', text)
  }
  act(send, post)
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    post()
  })
  const foot = h('div', {
    'data-tid': light ? 'message-pane-footer' : undefined,
    class: 'sim-panel-foot',
  })
  const element = panelRoot(
    page,
    say('meetingChatTitle'),
    say('closeChat'),
    runway,
    foot,
    announced,
  )

  const footer = (): void => {
    const open = model.host.letMessages || model.presides()
    if (!open) {
      foot.replaceChildren(
        h('div', { 'data-tid': 'compose-disabled-placeholder-text' }, say('chatDisabled')),
      )
      return
    }
    foot.replaceChildren(
      editor,
      h('div', { 'data-tid': light ? 'simplified-compose-bottom-toolbar' : undefined }, send),
    )
  }
  let shown = 0
  let last: Message | undefined
  const draw = (): void => {
    for (; shown < model.messages.length; shown += 1) {
      const message = model.messages[shown]
      if (message === undefined) continue
      const heads = last?.sender !== message.sender
      list.append(item(message, heads))
      if (!message.own) announced.textContent = `${message.sender}: ${message.text}`
      last = message
    }
    runway.scrollTop = runway.scrollHeight
  }
  const self = model.self()
  if (self !== undefined)
    list.append(
      h('div', { class: 'fui-ChatControlMessage' }, say('joinedLine', { name: self.name })),
    )
  cleanup.add(model.on('chat', draw), model.on('host', footer))
  footer()
  draw()
  return {
    element,
    close() {
      cleanup.run()
      element.remove()
    },
  }
}

function item(message: Message, heads: boolean): HTMLElement {
  const at = new Date(message.id)
  return h(
    'div',
    { 'data-tid': 'chat-pane-item', class: message.own ? 'sim-message sim-mine' : 'sim-message' },
    h(
      'div',
      { 'data-tid': 'chat-pane-message', 'data-mid': message.id },
      heads &&
        h(
          'div',
          { class: hashed() },
          h('span', { 'data-tid': 'message-author-name' }, message.sender),
          h(
            'time',
            { datetime: at.toISOString() },
            `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`,
          ),
        ),
      h(
        'div',
        { id: `message-body-${message.id}` },
        h('div', { id: `content-${message.id}` }, h('p', {}, message.text)),
        message.file !== undefined && fileGrid(message.id, message.file),
      ),
    ),
  )
}

/** By pages saved in July 2026: beside the words, with no link at all; the address stands in a label, after the name. */
function fileGrid(id: number, name: string): HTMLElement {
  const address = `https://school-my.sharepoint.com/:x:/g/personal/pupil_school_example/${id}`
  return h(
    'div',
    {
      'data-tid': 'file-attachment-grid',
      id: `attachments-${id}`,
      'aria-label': 'The message has an attachment.',
    },
    h(
      'div',
      { role: 'group', 'aria-label': name, class: 'sim-file' },
      h(
        'div',
        { 'data-testid': 'content-card-custom-title', 'aria-label': `${name}\n${address}` },
        h('span', {}, name),
      ),
    ),
  )
}
