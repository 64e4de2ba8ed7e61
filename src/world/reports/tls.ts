import { evaluateTlsRpt } from '../../auth/tls-rpt/evaluate.ts'
import type { TlsReport, TlsReportPolicy } from '../../auth/tls-rpt/report.ts'
import { composeTlsReportMail, writeTlsReport } from '../../auth/tls-rpt/write.ts'
import { runAsync } from '../../core/effects.ts'
import { groupBy } from '../../core/group-by.ts'
import { answersOn, type Internet } from '../internet.ts'
import { TLS_REPORT, type TlsSession } from '../outbox/tls/session.ts'
import type { HostSpec } from '../spec.ts'
import type { Period } from './aggregate.ts'
import { handIn } from './hand-in.ts'
import { noteReport, senderOf, sendReport } from './sender.ts'

/** Sends how TLS went with the mail hosts of each domain that wants to know (RFC 8460 §3). */
export async function sendTlsReports(net: Internet, host: HostSpec, period: Period): Promise<void> {
  const { tlsSessions } = net.stateOf(host.name)
  const seen = tlsSessions.filter(({ at }) => at < period.end)
  tlsSessions.splice(0, tlsSessions.length, ...tlsSessions.filter(({ at }) => at >= period.end))
  for (const [domain, sessions] of groupBy(seen, (session) => session.domain)) {
    const verdict = await runAsync(evaluateTlsRpt(domain), answersOn(net, host.name))
    if (verdict.result !== 'found') continue
    const report = reportOf(host, domain, sessions, period)
    for (const uri of verdict.destinations) await sendTo(net, host, domain, report, uri)
  }
}

async function sendTo(
  net: Internet,
  host: HostSpec,
  domain: string,
  report: TlsReport,
  uri: string,
): Promise<void> {
  const [, scheme = '', rest = ''] = /^([a-z]+):([^?]*)/i.exec(uri) ?? []
  const reason = `How TLS went with the mail hosts of ${domain}.`
  noteReport(net, host, 'tls-report', { action: 'reported', subject: uri, reason })
  if (scheme.toLowerCase() === 'https') return handIn(net, host, uri, writeTlsReport(report))
  const { organization, address, domain: submitter } = senderOf(host)
  const from = `${organization} <${address}>`
  const at = net.clock.now()
  const bytes = composeTlsReportMail({ report, domain, submitter, from, to: rest, at })
  await sendReport(net, host, { to: rest, bytes, about: TLS_REPORT })
}

function reportOf(
  host: HostSpec,
  domain: string,
  sessions: readonly TlsSession[],
  { begin, end }: Period,
): TlsReport {
  const { organization, address } = senderOf(host)
  const groups = groupBy(sessions, ({ policy, lines }) => JSON.stringify([policy, lines]))
  return {
    ...{ organization, contact: address, id: `${begin / 1000}-${domain}@${host.name}` },
    ...{ start: begin, end: end - 1000 },
    policies: [...groups.values()].map((group) => policyOf(host, domain, group)),
  }
}

function policyOf(
  { addresses }: HostSpec,
  domain: string,
  sessions: readonly TlsSession[],
): TlsReportPolicy {
  const failed = sessions.filter(({ failure }) => failure !== undefined)
  const kinds = groupBy(failed, ({ failure, mx, ip }) => JSON.stringify([failure, mx, ip]))
  const { policy: type, lines } = sessions[0]!
  return {
    ...{ type, domain, lines },
    hosts: lines.flatMap((line) => /^mx: (.*)/.exec(line)?.[1] ?? []),
    ...{ successes: sessions.length - failed.length, failures: failed.length },
    details: [...kinds.values()].map((same) => ({
      ...{ type: same[0]!.failure!, sessions: same.length },
      ...(addresses[0] !== undefined && { sendingIp: addresses[0] }),
      ...{ receivingHost: same[0]!.mx, receivingIp: same[0]!.ip },
    })),
  }
}
