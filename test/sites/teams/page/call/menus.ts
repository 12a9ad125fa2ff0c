import type { Page } from '../page-context.ts'
import type { MenuItem } from '../portal.ts'

/** The arrow beside "Leave". Teams facts §5, "end for everyone". */
export function hangUpMenu({ say, doings }: Page): readonly MenuItem[] {
  return [
    {
      text: say('leave'),
      attributes: { 'data-tid': 'hangup-leave-call-btn' },
      run: () => doings.finish('left'),
    },
    {
      text: say('endMeeting'),
      attributes: { 'data-tid': 'hangup-end-meeting-btn' },
      run: () => doings.askEnd(),
    },
  ]
}

/** "Controls", where the newest help text has the lock. */
export function controlsMenu({ say, doings, model }: Page): readonly MenuItem[] {
  return [
    {
      text: say(model.locked ? 'unlockMeeting' : 'lockMeeting'),
      run: () => doings.askLock(),
    },
  ]
}

export function viewMenu({ say, model }: Page): readonly MenuItem[] {
  const choose = (layout: 'auto' | 'sidebar') => (): void => {
    model.layout = layout
    model.tell('layout')
  }
  const full = model.options.client === 'full'
  return [
    {
      text: say('gallery'),
      attributes: { id: full ? 'MixedGrid-button' : 'custom-view-button-MixedGridButton' },
      run: choose('auto'),
    },
    {
      text: say('speakerView'),
      attributes: { id: full ? 'SpeakerView-button' : 'custom-view-button-SpeakerViewButton' },
      run: choose('sidebar'),
    },
  ]
}

/** "More": Teams facts §5. Settings and meeting options have names from the help pages only. */
export function moreMenu(page: Page): readonly MenuItem[] {
  const { say, model, doings } = page
  const items: MenuItem[] = [
    {
      text: say('languageSpeech'),
      attributes: { id: 'LanguageSpeechMenuControl-id' },
      more: [
        {
          text: say(model.captions ? 'captionsOff' : 'captionsOn'),
          attributes: {
            id: 'closed-captions-button',
            'data-tid': `closed-captions-button-${model.captions ? 'on' : 'off'}`,
          },
          run: () => {
            model.captions = !model.captions
            model.tell('captions')
          },
        },
      ],
    },
  ]
  if (model.presides()) {
    items.push({
      text: say('recordTranscribe'),
      attributes: { id: 'RecordingMenuControl-id' },
      more: [
        {
          text: say(model.recording ? 'stopRecording' : 'startRecording'),
          run: () => (model.recording ? doings.askStopRecording() : doings.record(true)),
        },
        {
          text: say('transcript'),
          attributes: { id: 'call-transcript-button' },
          run: () => doings.notes(!model.notes),
        },
      ],
    })
  }
  items.push({
    text: say('settings'),
    more: [
      ...(model.organises()
        ? [{ text: say('meetingOptions'), run: () => doings.panel('host') }]
        : []),
      { text: say('view'), attributes: { id: 'ViewModeMoreOptionsMenuControl-id' } },
    ],
  })
  return items
}
