import { createServer } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { generate } from 'selfsigned'
import { assetHeaders } from './headers.ts'
import { meetSite } from './meet/server/site.ts'
import type { RequestSeen, Site } from './site.ts'

export type { Answer, RequestSeen, Site } from './site.ts'

export interface SitesOptions {
  /** Further simulated sites beside Meet, such as `teamsSite()`. */
  readonly sites?: readonly Site[]
  /** 0, the default, takes a free port. */
  readonly port?: number
  /**
   * Send every other host name to this server too, so that nothing can leave the machine and every attempt is
   * recorded. Default true. With false only the simulated sites' own names are mapped.
   */
  readonly catchAll?: boolean
}

export interface Sites {
  readonly port: number
  /** Value for Chrome's `--host-resolver-rules`. */
  readonly hostRules: string
  /** All that Chrome needs to reach the simulated sites under their real names and to play their video. */
  readonly chromeArgs: string[]
  /** Every request so far, oldest first. `own: false` is a request for something that no simulated site serves. */
  readonly requests: readonly RequestSeen[]
  /** The requests that no simulated site serves and that the browser did not make for itself: should be none. */
  foreign(): readonly RequestSeen[]
  /** Connections that were no TLS at all (a plain http: address of a mapped host). */
  readonly plainConnections: () => number
  forget(): void
  close(): Promise<void>
}

/** Starts the HTTPS server of the simulated sites on 127.0.0.1 with a certificate made for this run. */
export async function startSites(options: SitesOptions = {}): Promise<Sites> {
  const sites: readonly Site[] = [meetSite(), ...(options.sites ?? [])]
  const hosts = sites.flatMap((site) => site.hosts)
  const requests: RequestSeen[] = []
  let plain = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const url = new URL(request.url ?? '/', `https://${host || 'nowhere.invalid'}`)
    const site = sites.find((one) => one.hosts.includes(host))
    const found = await site?.answer(url)
    const status = found?.status ?? 404
    requests.push({
      at: Date.now(),
      method: request.method ?? '',
      host,
      path: url.pathname + url.search,
      status,
      own: found !== undefined,
      byBrowser: askedByBrowser(host, request),
    })
    response.writeHead(status, found?.headers ?? assetHeaders('text/plain; charset=utf-8'))
    response.end(found?.body ?? 'Not a part of this simulated site.')
  }

  const certificate = await certificateFor(hosts)
  const server = createServer(certificate, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, assetHeaders('text/plain; charset=utf-8'))
      response.end(String(error))
    })
  })
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.on('tlsClientError', () => {
    plain += 1
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(options.port ?? 0, '127.0.0.1', done)
  })
  const { port } = server.address() as AddressInfo
  const mapped = options.catchAll === false ? hosts : ['*']
  const hostRules = [
    ...mapped.map((host) => `MAP ${host} 127.0.0.1:${port}`),
    'EXCLUDE localhost',
    'EXCLUDE 127.0.0.1',
  ].join(', ')

  return {
    port,
    hostRules,
    chromeArgs: [
      '--ignore-certificate-errors',
      `--host-resolver-rules=${hostRules}`,
      // The peer connection runs from the page to itself; without these a machine with no network finds no route.
      '--allow-loopback-in-peer-connection',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
      // A page that holds the camera may play video without a gesture; the simulated page holds none.
      '--autoplay-policy=no-user-gesture-required',
    ],
    requests,
    foreign: () => requests.filter((one) => !one.own && !one.byBrowser),
    plainConnections: () => plain,
    forget: () => {
      requests.length = 0
      plain = 0
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        for (const socket of open) socket.destroy()
      }),
  }
}

const browserHosts: readonly string[] = ['update.googleapis.com', 'accounts.google.com']

/**
 * Chromium calls these two hosts by itself even with its background services off. Such a call carries no client hints;
 * one from a page or an extension does, so it can't hide among them.
 */
function askedByBrowser(host: string, request: IncomingMessage): boolean {
  return (
    browserHosts.includes(host) &&
    request.headers['sec-ch-ua'] === undefined &&
    request.headers['sec-fetch-site'] === 'none'
  )
}

async function certificateFor(hosts: readonly string[]): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  })
  return { key: made.private, cert: made.cert }
}
