import { findDestinations } from '../../auth/dmarc/external-destination.ts'
import { gatherReports, type GatheredReport } from '../../auth/dmarc/reports/gather.ts'
import { composeReportMail } from '../../auth/dmarc/reports/mail.ts'
import { runAsync } from '../../core/effects.ts'
import { answersOn, type Internet } from '../internet.ts'
import type { HostSpec } from '../spec.ts'
import { noteReport, senderOf, sendReport } from './sender.ts'

/** A day for which a host reports, in milliseconds: from `begin` until before `end`. */
export interface Period {
  readonly begin: number
  readonly end: number
}

/** Sends what a host saw of the messages of a day to those who want to know (RFC 9990 §3.5, §4). */
export async function sendAggregateReports(
  net: Internet,
  host: HostSpec,
  period: Period,
): Promise<void> {
  const state = net.stateOf(host.name)
  const { organization, address } = senderOf(host)
  const seconds = { begin: period.begin / 1000, end: period.end / 1000 }
  const gathered = gatherReports(state.observed, {
    ...{ orgName: organization, email: address, host: host.name, ...seconds },
  })
  const rest = state.observed.filter(({ at }) => at >= period.end)
  state.observed.splice(0, state.observed.length, ...rest)
  for (const one of gathered) await send(net, host, one)
}

async function send(
  net: Internet,
  host: HostSpec,
  { report, record }: GatheredReport,
): Promise<void> {
  const policyDomain = report.policy.domain
  const mode = report.policy.discoveryMethod === 'psl' ? '7489' : '9989'
  const { destinations } = await runAsync(
    findDestinations({ policyDomain, record, tag: 'rua', mode }),
    answersOn(net, host.name),
  )
  const { organization, address, domain: submitter } = senderOf(host)
  const from = `${organization} <${address}>`
  for (const { addresses, reason, uri } of destinations) {
    const action = addresses.length ? 'reported' : 'dropped'
    noteReport(net, host, 'dmarc-report', { action, subject: addresses[0] ?? uri.text, reason })
    for (const to of addresses) {
      const bytes = composeReportMail({ report, submitter, from, to, at: net.clock.now() })
      await sendReport(net, host, { to, bytes })
    }
  }
}
