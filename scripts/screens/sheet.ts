import type { Scheme } from './arguments.ts'

export interface Picture {
  readonly shot: string
  readonly scheme: Scheme
  readonly width: number
  /** Beside index.html. */
  readonly file: string
  readonly faults: readonly string[]
}

const STYLE = `
:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif }
body { margin: 1.5rem }
section { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; padding-bottom: 2rem }
h2 { flex: 1 1 100%; margin: 0; font-size: 1.1rem }
figure { margin: 0; max-width: 100% }
a { display: block; max-height: 30rem; overflow: hidden; border: 1px solid #8888 }
img { display: block; height: auto; max-width: 100% }
.faults { color: light-dark(#9f1f2b, #ffa3a3) }
`

/** Every picture on one page, shot by shot. */
export function contactSheet(pictures: readonly Picture[]): string {
  const shots = Map.groupBy(pictures, (one) => one.shot)
  const sections = [...shots].map(
    ([shot, taken]) => `<section><h2>${escaped(shot)}</h2>${taken.map(figure).join('')}</section>`,
  )
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Screens</title><style>${STYLE}</style><h1>Screens</h1>${sections.join('\n')}</html>\n`
}

function figure({ shot, scheme, width, file, faults }: Picture): string {
  const words = `${scheme}, ${width} px`
  const list = faults.map((one) => `<li>${escaped(one)}</li>`).join('')
  return `<figure><a href="${escaped(file)}"><img alt="${escaped(`${shot}, ${words}`)}" loading="lazy" src="${escaped(file)}" width="${Math.round(width / 2)}"></a><figcaption>${words}${list === '' ? '' : `<ul class="faults">${list}</ul>`}</figcaption></figure>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
