import type { Internet } from '../internet.ts'
import type { HostSpec } from '../spec.ts'
import { fetchHttps } from '../web/fetch.ts'
import type { HandedIn } from './handed-in.ts'
import { noteReport } from './sender.ts'

/** The first pause; each next one is twice as long: tries shall come ever more seldom (RFC 8460 §5.5). */
const PAUSE = 15 * 60_000

/** Up to a day after the first try it is tried again (RFC 8460 §5.5). */
const LIFETIME = 24 * 3_600_000

/** Certificates are no hindrance on the way of a report (RFC 8460 §3). */
export async function handIn(
  net: Internet,
  host: HostSpec,
  url: string,
  body: string,
): Promise<void> {
  const now = net.clock.now()
  await tryOnce(net, host, { url, body, since: now, nextTry: now, pause: PAUSE })
}

/** Tries again what is due by now. */
export async function handInDue(net: Internet, host: HostSpec): Promise<void> {
  const { handedIn } = net.stateOf(host.name)
  const isDue = ({ nextTry }: HandedIn): boolean => nextTry <= net.clock.now()
  for (const one of handedIn.filter(isDue)) {
    handedIn.splice(handedIn.indexOf(one), 1)
    await tryOnce(net, host, one)
  }
}

async function tryOnce(net: Internet, host: HostSpec, one: HandedIn): Promise<void> {
  const { url, body, since, nextTry, pause } = one
  const asked = { by: host.name, url, method: 'POST', body, certificate: 'ignored' } as const
  const answer = await fetchHttps(net, asked)
  if (answer.ok && answer.status < 300) return
  if (nextTry + pause > since + LIFETIME) {
    const reason = 'A day has gone by in which it was not taken.'
    return noteReport(net, host, 'tls-report', { action: 'dropped', subject: url, reason })
  }
  const { handedIn } = net.stateOf(host.name)
  handedIn.push({ url, body, since, nextTry: nextTry + pause, pause: pause * 2 })
}
