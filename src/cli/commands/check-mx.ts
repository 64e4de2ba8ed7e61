import { normalizeName } from '../../core/domain.ts'
import { findMailHosts } from '../../auth/mx/evaluate.ts'
import { exactWords } from '../args.ts'
import { defineCommand } from '../command.ts'
import { dnsOptions, judgeAnswers, openDns, runAsked } from '../dns-source.ts'

export const checkMx = defineCommand({
  name: 'check mx',
  summary: 'finds the hosts that take mail for a domain',
  syntax: 'DOMAIN (--zone FILE … | --dns)',
  about: [
    'Looks up where mail for a domain goes (RFC 5321 §5.1, RFC 7505): its MX records in order, or the domain itself. It ends with 1 where no host can be reached, or none is wanted.',
  ],
  options: dnsOptions,
  formats: ['text', 'json', 'sarif'],
  examples: ['helo-world check mx example.org --dns'],
  async run(args, io) {
    const [domain = ''] = exactWords(args, 'the domain')
    const dns = await openDns(args, io)
    const { result, hosts, reason, trace } = await runAsked(
      findMailHosts(normalizeName(domain)),
      dns,
      io,
    )
    return {
      ...judgeAnswers(trace, dns),
      verdict: {
        kind: 'mx',
        result,
        hope: result === 'hosts' || result === 'implicit' ? 'met' : 'missed',
        reason,
        lines: hosts.map(({ name, preference, addresses }) => [
          String(preference),
          `${name}  ${addresses.join(' ') || '(no address)'}`,
        ]),
        data: { hosts },
        trace,
      },
    }
  },
})
