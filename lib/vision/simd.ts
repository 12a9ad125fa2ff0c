/** A function that splats a number over a 128-bit register: the smallest module that only WebAssembly with SIMD takes. */
const SPLAT = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]

/**
 * Whether WebAssembly with SIMD runs here. It does not on processors without SSE4.1, and where a school's browser policy forbids
 * compiling code there is no WebAssembly at all. Only MediaPipe's SIMD build is shipped: the other one is 10 MB more for computers
 * on which it would be several times slower than the meeting can bear beside it.
 */
export function hasSimd(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(Uint8Array.from(SPLAT))
}
