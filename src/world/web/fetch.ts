import { runAsync } from '../../core/effects.ts'
import { addressesOf } from '../addresses-of-name.ts'
import type { FetchFailure } from '../events/fetched.ts'
import { answersOn, LINK_DELAY, type Internet } from '../internet.ts'
import type { HostSpec } from '../spec.ts'
import { actsBetween } from '../on-path/acts.ts'
import { certificateOf, certificateProblem, readCertificate } from '../tls/certificate.ts'
import { HttpsTap, noteAct, type HttpsWire } from '../on-path/https-tap.ts'
import type { HttpsRequest, HttpsResult, WebAnswer, WebRequest } from './answer.ts'
import { serveHttps } from './serve.ts'

/** One request by HTTPS, of one host to another: name, connection, certificate, answer. It follows no redirect. */
export async function fetchHttps(net: Internet, request: HttpsRequest): Promise<HttpsResult> {
  const { by, url, method = 'GET', queueId, judges } = request
  const { result, host } = await ask(net, request)
  net.emit({
    ...{ type: 'fetched', by, method, url },
    ...(host && { host: host.name }),
    ...(result.ok ? { status: result.status } : { failure: result.failure, reason: result.reason }),
    ...(queueId !== undefined && { queueId }),
    ...(judges !== undefined && { judges }),
  })
  return result
}

const HTTPS_PORT = 443

interface Asked {
  readonly result: HttpsResult
  readonly host?: HostSpec
}

const failed = (failure: FetchFailure, reason: string, host?: HostSpec): Asked => ({
  result: { ok: false, failure, reason },
  ...(host && { host }),
})

async function ask(net: Internet, request: HttpsRequest): Promise<Asked> {
  const { by, method = 'GET', body = '', queueId, judges, certificate = 'checked' } = request
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined
  if (url?.protocol !== 'https:') return failed('url', 'That is no address of HTTPS.')
  const name = url.hostname
  const [address] = await runAsync(
    addressesOf(name),
    answersOn(net, by, {
      ...(queueId !== undefined && { queueId }),
      ...(judges !== undefined && { judges }),
    }),
  )
  if (address === undefined) return failed('name', `\`${name}\` has no address.`)
  const wanted = net.hosts.at(address)
  const acts = actsBetween(net.spec, by, wanted, HTTPS_PORT)
  const wire = { from: by, to: wanted?.name ?? name, acts, queueId }
  if (acts.some(({ does }) => does === 'block')) {
    noteAct(net, wire, 'block', `Nothing comes through on port ${HTTPS_PORT}.`)
    return failed('down', `${name} does not answer.`)
  }
  const redirect = acts.find((one) => one.does === 'redirect')
  const elsewhere = redirect && net.hosts.named(redirect.host)
  if (elsewhere) noteAct(net, wire, 'redirect', `It leads to ${elsewhere.name} in truth.`)
  const host = elsewhere ?? wanted
  if (!host) return failed('unreachable', `No host has the address ${address}.`)
  if (!net.hosts.isUp(host)) return failed('down', `${host.name} does not answer.`)
  net.clock.spend(2 * LINK_DELAY)
  if (!host.https) return failed('refused', `Nothing listens on port 443 of ${host.name}.`, host)
  const own = acts.find((one) => one.does === 'own-certificate')
  const shown = own ? readCertificate(own.certificate) : certificateOf(host)
  const problem = certificateProblem(shown, name, net.clock.now())
  if (problem && certificate === 'checked') return failed('certificate', problem.reason, host)
  const sent = { method, body, path: url.pathname, query: url.search }
  return { result: { ok: true, ...answered(net, host, wire, sent) }, host }
}

/** The answer, as somebody on the wire lets it through. */
function answered(net: Internet, host: HostSpec, wire: HttpsWire, sent: WebRequest): WebAnswer {
  if (!wire.acts.length) return serveHttps(net, host, sent)
  const isTaken = wire.acts.some(({ does }) => does === 'own-certificate')
  const tap = new HttpsTap(net, wire, isTaken ? 'taken' : 'not-taken')
  const request = tap.request(sent)
  return tap.answer(serveHttps(net, host, request), request)
}
