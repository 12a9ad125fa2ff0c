import { h } from '../dom.ts'
import { oldIcon } from '../icon.ts'

/** The layers of a tile, nested as in the two captures (Meet facts §2). */

export interface NamePart {
  readonly element: HTMLElement
  set(name: string): void
}

/** `.XEazBc.adnwBd` with the name in a `span.notranslate` and the full name again in a tooltip. */
export function namePart(name: string): NamePart {
  const text = h('span', { class: 'notranslate' }, name)
  const tooltip = h(
    'div',
    { class: 'ne2Ple-oshW8e-V67aGc', role: 'tooltip', 'aria-hidden': 'true' },
    name,
  )
  const element = h(
    'div',
    { class: 'XEazBc adnwBd' },
    h('div', { 'tt-id': 'ucc-x' }),
    h(
      'span',
      { animatable: true, 'data-unique-tt-id': 'ucc-y', style: 'display: contents;' },
      h(
        'span',
        { animatable: true, 'data-is-tooltip-wrapper': 'true' },
        h(
          'span',
          { animatable: true, jsshadow: true, jscontroller: 'LxQ0Q' },
          h(
            'div',
            { animatable: true, jsslot: true },
            h('div', { style: 'text-overflow: ellipsis; overflow: hidden;' }, text),
          ),
        ),
        tooltip,
      ),
    ),
  )
  return {
    element,
    set(next) {
      text.textContent = next
      tooltip.textContent = next
    },
  }
}

/** The corner with the level bars, the hidden "devices" word and the four empty name-like spans. */
export function cornerPart(level: HTMLElement, self: boolean): HTMLElement {
  const pair = (which: string): HTMLElement =>
    h(
      'div',
      { 'aria-hidden': 'true', class: `IYwVEf t4ocwe Zsyet ${which}`, jscontroller: 'WaSQmd' },
      h('div', { class: 'oTVIqe BcUQQ', jsname: 'qmYRK', 'aria-hidden': 'true' }),
      h('span', { class: 'notranslate cR8Azd bkl1qf', 'aria-hidden': 'true' }),
      h('span', { class: 'notranslate zYrqtc thO1y', 'aria-hidden': 'true' }),
    )
  const bars = self
    ? h(
        'div',
        { jscontroller: 'r5K8E', class: 'jb1oQc  LvMmxf FTMc0c VeFZv', 'data-use-tooltip': 'true' },
        h('div', { class: 'F2PbJb' }),
        level,
      )
    : level
  return h(
    'div',
    { class: 'lH9pqf atLQQ iPFm3e', jscontroller: 'HTP19d' },
    h(
      'div',
      { jscontroller: 'Xrmske' },
      h(
        'div',
        { jscontroller: 'mUJV5', class: 'JHK7jb Nep7Ue FTMc0c iPFm3e' },
        bars,
        oldIcon('devices', 'd1wv0e AtfRv'),
        h(
          'div',
          { jscontroller: 'UsOgXc', class: 'SUtDBe a7Zbzb' },
          pair('uB7U9e'),
          pair('aC0Bke'),
        ),
      ),
    ),
  )
}

/** The bars of the speaking sign; `gjg47c` means silent (Meet facts §2). */
export function levelBars(self: boolean): HTMLElement {
  return h(
    'div',
    {
      jscontroller: 'tae9tc',
      jsname: 'QgSmzd',
      class: `IisKdb GF8M7d  gjg47c ${self ? 'KUNJSe ' : ''}YFyDbd iPFm3e VeFZv`,
    },
    h('div', { class: 'UBNDXc' }),
    h('div', { class: 'HPxjXe' }),
    h('div', { class: 'DwvCqe' }),
  )
}

/** Between the picture and the buttons: empty layers that every captured tile has. */
export function emptyLayers(): HTMLElement[] {
  return [
    h(
      'div',
      { class: 'mwFUwe iPFm3e', jscontroller: 'WakR4b' },
      h('div', { class: 'dEyTqe iPFm3e' }),
      h('div', { class: 'Kdq8qc iPFm3e' }),
    ),
    h(
      'div',
      { class: 'P245vb', jscontroller: 'HzokG' },
      h(
        'div',
        { class: 'KFmDe', jsname: 'q53Amf' },
        h('div', { class: 'SJTa4', jsname: 'YQuObe', style: 'font-size: 1.5em;' }),
      ),
    ),
    h('div', { class: 'tC2Wod ACcyyc iPFm3e fdKMD', jscontroller: 'HTP19d' }),
  ]
}

/** The hint on the self tile only: "Others might still see your full video." */
export function fullVideoHint(text: string): HTMLElement {
  return h(
    'div',
    { class: 'QTxFAf', animatable: true, style: 'display: none; opacity: 0;' },
    h(
      'div',
      { class: 'UXv67' },
      h(
        'div',
        { class: 'tJi3J iPFm3e' },
        h(
          'div',
          { class: 'RomlId' },
          h(
            'div',
            { class: 'DSo9De' },
            h(
              'div',
              { jscontroller: 'qBhjZe', class: 'JILI5' },
              h(
                'div',
                { class: 'o2JPPd', jsname: 'Ac69Jc' },
                h('div', { class: 'uGwDxe', jsname: 'halsuc' }, h('span', {}, text)),
              ),
            ),
          ),
        ),
      ),
    ),
  )
}
