import { runAsync } from '../../core/effects.ts'
import { addressesOf } from '../addresses-of-name.ts'
import type { FetchFailure } from '../events/fetched.ts'
import { answersOn, LINK_DELAY, type Internet } from '../internet.ts'
import type { HostSpec } from '../spec.ts'
import { certificateOf, certificateProblem } from '../tls/certificate.ts'
import type { HttpsRequest, HttpsResult } from './answer.ts'
import { serveHttps } from './serve.ts'

/** One request by HTTPS, of one host to another: name, connection, certificate, answer. It follows no redirect. */
export async function fetchHttps(net: Internet, request: HttpsRequest): Promise<HttpsResult> {
  const { by, url, method = 'GET', queueId } = request
  const { result, host } = await ask(net, request)
  net.emit({
    ...{ type: 'fetched', by, method, url },
    ...(host && { host: host.name }),
    ...(result.ok ? { status: result.status } : { failure: result.failure, reason: result.reason }),
    ...(queueId !== undefined && { queueId }),
  })
  return result
}

interface Asked {
  readonly result: HttpsResult
  readonly host?: HostSpec
}

const failed = (failure: FetchFailure, reason: string, host?: HostSpec): Asked => ({
  result: { ok: false, failure, reason },
  ...(host && { host }),
})

async function ask(net: Internet, request: HttpsRequest): Promise<Asked> {
  const { by, method = 'GET', body = '', queueId, certificate = 'checked' } = request
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined
  if (url?.protocol !== 'https:') return failed('url', 'That is no address of HTTPS.')
  const name = url.hostname
  const [address] = await runAsync(
    addressesOf(name),
    answersOn(net, by, queueId === undefined ? {} : { queueId }),
  )
  if (address === undefined) return failed('name', `\`${name}\` has no address.`)
  const host = net.hosts.at(address)
  if (!host) return failed('unreachable', `No host has the address ${address}.`)
  if (!net.hosts.isUp(host)) return failed('down', `${host.name} does not answer.`)
  net.clock.spend(2 * LINK_DELAY)
  if (!host.https) return failed('refused', `Nothing listens on port 443 of ${host.name}.`, host)
  const problem = certificateProblem(certificateOf(host), name, net.clock.now())
  if (problem && certificate === 'checked') return failed('certificate', problem.reason, host)
  const answer = serveHttps(net, host, {
    ...{ method, body, path: url.pathname, query: url.search },
  })
  return { result: { ok: true, ...answer }, host }
}
