import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { PanelView } from '../../lib/views/types.ts'
import { askForEmergency, createPanelStore, loseConnection, takeView } from '../panel/store.ts'
import { LANGUAGES } from '../../lib/words/language.ts'
import { readWords } from '../../lib/words/load.ts'
import { startSpeaking, wordsPath } from '../../lib/words/start.ts'
import { concernUrl } from '../ui/concernUrl.ts'
import { ClockProvider, stillClock } from '../ui/clock.tsx'
import { ownZone } from '../ui/time.ts'
import { ASKED, fakeAsk } from './fakeAsk.ts'
import { NOW } from './sampleClock.ts'
import { SAMPLES, type SampleName } from './samples.ts'

/*
 * Every page in every state, every part of the design system and what is drawn over a meeting, without an extension around it, for looking and for the checks in test/dom/pages.test.ts.
 * `?page=panel&state=bedroom` picks; the events "gallery:state", "gallery:view" (any view), "gallery:emergency" (its shortcut) and
 * "gallery:lost" change a running page as the background would.
 */

const query = new URLSearchParams(location.search)
const store = createPanelStore()

function isSample(name: string): name is SampleName {
  return name in SAMPLES
}

function show(name: string): void {
  if (!isSample(name))
    throw new Error(`No sample is called "${name}". There are: ${Object.keys(SAMPLES).join(', ')}`)
  // A copy each time, as a message would be: equal parts must be recognised by their content.
  takeView(store, structuredClone(SAMPLES[name]))
}

document.addEventListener('gallery:state', (event) => show((event as CustomEvent<string>).detail))
document.addEventListener('gallery:view', (event) =>
  takeView(store, structuredClone((event as CustomEvent<PanelView>).detail)),
)
document.addEventListener('gallery:emergency', () => askForEmergency(store, Date.now()))
document.addEventListener('gallery:lost', () => loseConnection(store))
document.addEventListener('gallery:asked', () => {
  document.documentElement.dataset['asked'] = JSON.stringify(ASKED)
})

/** The last file that a page wanted to save: the checks read it. */
function saved(file: { readonly text: string; readonly name: string }): void {
  document.documentElement.dataset['saved'] = JSON.stringify({ name: file.name, text: file.text })
}

/** Two keys as suggested, one that something else has taken. */
const shortcutsHere = async () => ({ _execute_action: 'Alt+Shift+L', emergency: 'Alt+Shift+U' })

async function pageOf(name: string): Promise<ReactNode> {
  const nothing = () => undefined
  switch (name) {
    case 'panel': {
      const { PanelPage } = await import('./pages/panel.ts')
      show(query.get('state') ?? 'bedroom')
      return (
        <PanelPage
          ask={fakeAsk}
          onOptions={() => void (document.documentElement.dataset['opened'] = 'settings')}
          onPrintConcern={(ref) => {
            document.documentElement.dataset['opened'] = JSON.stringify(concernUrl(ref))
          }}
          onRecord={nothing}
          onWelcome={nothing}
          store={store}
        />
      )
    }
    case 'record': {
      const { RecordLoader } = await import('./pages/record.ts')
      return (
        <RecordLoader
          ask={fakeAsk}
          now={() => NOW}
          onPrint={nothing}
          onRecord={nothing}
          onSave={saved}
          sessionIds={(query.get('state') ?? 's1').split(',')}
        />
      )
    }
    case 'options': {
      const { OptionsPage } = await import('./pages/options.ts')
      const start = query.get('state') ?? 'classes'
      const concern = query.get('concern')
      return (
        <OptionsPage
          ask={fakeAsk}
          onExport={nothing}
          now={() => NOW}
          onLanguage={nothing}
          onRecords={(ids) => {
            document.documentElement.dataset['opened'] = JSON.stringify(ids)
          }}
          onSave={(text, name) => saved({ text, name })}
          onSelfTest={nothing}
          onShortcuts={() => void (document.documentElement.dataset['shortcuts'] = 'opened')}
          onWelcome={nothing}
          readShortcuts={shortcutsHere}
          start={start}
          {...(concern === null ? {} : { concern })}
        />
      )
    }
    case 'selftest': {
      const { SelfTestPage } = await import('./pages/selftest.ts')
      return <SelfTestPage ask={fakeAsk} now={() => NOW} onSave={nothing} />
    }
    case 'welcome': {
      const { WelcomePage } = await import('./pages/welcome.ts')
      return <WelcomePage ask={fakeAsk} now={() => NOW} onClasses={nothing} onPractice={nothing} />
    }
    case 'practice': {
      const { PracticeLesson, PracticePage } = await import('./pages/practice.ts')
      const lesson = new PracticeLesson({
        at: new Date(NOW).setHours(9, 57, 0, 0),
        timeZone: ownZone(),
        toolVersion: '0.1.0',
      })
      return (
        <PracticePage
          lesson={lesson}
          onAgain={nothing}
          onDone={() => void (document.documentElement.dataset['practised'] = 'yes')}
          onOptions={nothing}
          onPrint={nothing}
          onSave={saved}
          onWelcome={nothing}
        />
      )
    }
    case 'parts': {
      const { UiSheet } = await import('./pages/parts.ts')
      return <UiSheet />
    }
    case 'overlay': {
      const { OverlaySheet } = await import('./pages/parts.ts')
      return <OverlaySheet state={query.get('state') ?? 'badges'} />
    }
    default:
      throw new Error(`No page is called "${name}".`)
  }
}

// "&language=cy": what is said by itself is in Welsh; the samples of what the background says stay English.
const language = await startSpeaking(
  LANGUAGES.find((one) => one === query.get('language')) ?? 'en',
  [],
  async (other) => readWords(await (await fetch(wordsPath(other))).text()),
)
if (language !== 'en') document.documentElement.lang = language

const root = document.getElementById('root')
if (!root) throw new Error('gallery/index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <ClockProvider value={stillClock(NOW)}>
      {await pageOf(query.get('page') ?? 'panel')}
    </ClockProvider>
  </StrictMode>,
)
