import { domainOf } from '../../core/domain.ts'
import { evaluateSpf, type SpfVerdict } from '../../auth/spf/evaluate.ts'
import { exactWords } from '../args.ts'
import { defineCommand } from '../command.ts'
import { dnsOptions, judgeAnswers, openDns, runAsked } from '../dns-source.ts'
import { needIp } from '../need-ip.ts'
import type { Verdict } from '../report.ts'

export const checkSpf = defineCommand({
  name: 'check spf',
  summary: 'checks whether a client may send for a domain',
  syntax: '--ip ADDRESS --from ADDRESS [--helo NAME] (--zone FILE … | --dns)',
  about: [
    'Evaluates SPF (RFC 7208) for a client and a sender, and shows which term decided. It ends with 0 for `pass` and with 1 for anything else.',
  ],
  options: {
    ip: { value: 'ADDRESS', text: 'the client’s IPv4 or IPv6 address' },
    from: { value: 'ADDRESS', text: 'the sender in MAIL FROM; `""` for none, as bounces have' },
    helo: { value: 'NAME', text: 'the name in HELO or EHLO; the sender’s domain by default' },
    ...dnsOptions,
  },
  formats: ['text', 'json', 'sarif'],
  examples: [
    'helo-world check spf --ip 192.0.2.1 --from ann@example.org --zone example.org.zone',
    'helo-world check spf --ip 192.0.2.1 --from ann@example.org --dns --explain',
  ],
  async run(args, io) {
    exactWords(args)
    const ip = needIp(args)
    const mailFrom = args.need('from')
    const helo = args.text('helo') ?? domainOf(mailFrom)
    const dns = await openDns(args, io)
    const verdict = await runAsked(evaluateSpf({ ip, helo, mailFrom, now: io.now() }), dns, io)
    return { ...judgeAnswers(verdict.trace, dns), verdict: spfVerdict(verdict) }
  },
})

/** SPF’s verdict as reports show it. */
export function spfVerdict(verdict: SpfVerdict): Verdict {
  const { result, identity, domain, decidedBy, explanation, lookups, voids, reason } = verdict
  return {
    kind: 'spf',
    result,
    hope: result === 'pass' ? 'met' : 'missed',
    reason,
    lines: [
      [identity === 'helo' ? 'HELO name' : 'domain', domain],
      ...(decidedBy ? [['decided by', `${decidedBy.text} of ${decidedBy.domain}`] as const] : []),
      ...(explanation ? [['explanation', explanation] as const] : []),
      ['DNS lookups', `${lookups} of 10, ${voids} without an answer of 2`],
    ],
    data: {
      ...{ identity, domain, lookups, voids },
      ...(decidedBy && { decidedBy: { text: decidedBy.text, domain: decidedBy.domain } }),
      ...(explanation && { explanation }),
    },
    ...(decidedBy?.place && { place: decidedBy.place }),
    trace: verdict.trace,
  }
}
