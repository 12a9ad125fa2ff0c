/**
 * The kind of response headers that the real sites send: a script policy by nonce with 'strict-dynamic',
 * Trusted Types, and cross-origin isolation. Meet facts §8: no policy stands in the captured pages, it comes as headers,
 * and code in the page's own world is bound by it. The exact header texts were not captured; these are the strict variant.
 */
export function pageHeaders(nonce: string): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
      "img-src 'self' data: blob: https://lh3.googleusercontent.com",
      "media-src 'self' data: blob:",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
    ].join('; '),
    ...isolation,
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'origin-when-cross-origin',
    'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self)',
    'cache-control': 'no-store',
  }
}

/** Headers of everything that a page loads; without the resource policy COEP would refuse it. */
export function assetHeaders(type: string): Record<string, string> {
  return { 'content-type': type, 'cache-control': 'no-store', ...isolation }
}

const isolation = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
}
