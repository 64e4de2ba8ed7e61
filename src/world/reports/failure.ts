import type { Authentication } from '../../auth/authenticate.ts'
import { findDestinations } from '../../auth/dmarc/external-destination.ts'
import { composeFailureReport } from '../../auth/dmarc/reports/compose-failure.ts'
import { failureReportOf, wantsFailureReport } from '../../auth/dmarc/reports/failure-of.ts'
import { runAsync } from '../../core/effects.ts'
import { randomId } from '../../core/random.ts'
import type { Disposition } from '../disposition.ts'
import { answersOn, type Internet } from '../internet.ts'
import type { Incoming, Receiver } from '../receiving/receiver.ts'
import { noteReport, senderOf, sendReport } from './sender.ts'

/** Reports of one host about one domain within a day: a limit of ours (RFC 9991 §5 leaves that to receivers). */
const MAX_A_DAY = 10

const DAY = 86_400_000

const RESULTS = { inbox: 'delivered', junk: 'spam', reject: 'reject' } as const

/** A message failed, and its domain wants to know of each (RFC 9991 §4). */
export function reportFailure(
  net: Internet,
  { host }: Receiver,
  { envelope, message }: Incoming,
  authentication: Authentication,
  disposition: Disposition,
): void {
  const { spf, dkim, dmarc, header } = authentication
  const { record, policyDomain, mode } = dmarc
  if (!record || policyDomain === undefined) return
  if (!wantsFailureReport(record, { dmarc, spf, dkim: dkim.signatures })) return
  const at = net.clock.now()
  const { failuresSent } = net.stateOf(host.name)
  const sent = (failuresSent.get(policyDomain) ?? []).filter((time) => at - time < DAY)
  if (sent.length >= MAX_A_DAY) return
  failuresSent.set(policyDomain, [...sent, at])
  const report = failureReportOf({
    ...{ spf, dkim: dkim.signatures, dmarc, header, at, userAgent: 'HELO-World/1' },
    ...{ ip: envelope.ip, mailFrom: envelope.from, rcptTo: envelope.to },
    deliveryResult: RESULTS[disposition.action],
  })
  net.inTurn(async () => {
    const query = { policyDomain, record, tag: 'ruf', mode } as const
    const { destinations } = await runAsync(findDestinations(query), answersOn(net, host.name))
    const sender = senderOf(host)
    for (const { addresses, reason, uri } of destinations) {
      const action = addresses.length ? 'reported' : 'dropped'
      noteReport(net, host, 'dmarc-failure', { action, subject: addresses[0] ?? uri.text, reason })
      for (const to of addresses) {
        const messageId = `<${randomId(net.random, 12)}@${host.name}>`
        const from = `${sender.organization} <${sender.address}>`
        const bytes = composeFailureReport({ report, from, to, at, messageId, original: message })
        await sendReport(net, host, { to, bytes })
      }
    }
  })
}
