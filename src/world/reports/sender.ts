import { domainsOf } from '../domains.ts'
import type { Internet } from '../internet.ts'
import { sendOwn } from '../outbox/send-own.ts'
import type { HostSpec } from '../spec.ts'
import { signMessage } from '../write-mail.ts'

/** In whose name a host reports. */
export interface ReportSender {
  readonly organization: string
  readonly address: string
  readonly domain: string
}

export function senderOf({ name, reports = {}, ...host }: HostSpec): ReportSender {
  const own = domainsOf({ name, ...host })[0] ?? name
  const { from: address = `noreply-reports@${own}`, organization = name } = reports
  return { organization, address, domain: address.slice(address.lastIndexOf('@') + 1) }
}

/** A report on its way: signed, as who gets it wants to know that it is no forgery. */
export async function sendReport(
  net: Internet,
  host: HostSpec,
  {
    to,
    bytes,
    about,
  }: { readonly to: string; readonly bytes: Uint8Array; readonly about?: string },
): Promise<void> {
  const signed = await signMessage(net, host, bytes)
  sendOwn(net, host, {
    ...{ to, bytes: signed, from: senderOf(host).address },
    ...(about !== undefined && { about }),
    reason: 'This host wrote it itself, to report what it saw.',
  })
}

const SETTING = {
  'dmarc-report': 'reports.dmarc',
  'dmarc-failure': 'reports.failures',
  'tls-report': 'reports.tls',
}

/** Logs that a report goes out, or why it does not. */
export function noteReport(
  net: Internet,
  host: HostSpec,
  policy: 'dmarc-report' | 'dmarc-failure' | 'tls-report',
  { action, subject, reason }: { action: 'reported' | 'dropped'; subject: string; reason: string },
): void {
  const section = policy === 'dmarc-report' ? '4' : policy === 'dmarc-failure' ? '5' : '3'
  const rfc = policy === 'dmarc-report' ? 9990 : policy === 'dmarc-failure' ? 9991 : 8460
  net.emit({
    ...{ type: 'decided', host: host.name, policy, action, subject, reason },
    setting: SETTING[policy],
    source: { rfc, section },
  })
}
