import fc from 'fast-check'

/** Any text at all, lone surrogates, controls and unassigned characters included. Half of it is ordinary. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  const code = fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0, max: 0x10ffff }))
  return fc.array(code, { maxLength }).map((codes) => String.fromCodePoint(...codes))
}
