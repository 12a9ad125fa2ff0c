/**
 * The headers of a Teams page (Teams facts §8): scripts by nonce, workers from the site or a blob, no blob: scripts, and
 * Trusted Types with a fixed list of policies, so that new ones are refused. The header's exact text was not captured; the
 * policy names are invented. Nothing says that the page is cross-origin isolated, so it isn't.
 */
export function teamsPageHeaders(nonce: string): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "img-src 'self' data: blob:",
      "media-src 'self' data: blob:",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types sim-one sim-two',
    ].join('; '),
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self)',
    'cache-control': 'no-store',
  }
}
