import { askDns, type Effect } from '../../core/effects.ts'
import { joinedText, recordsOf } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import { step } from '../../core/trace.ts'
import { findKey, keyName, type FoundKey } from '../../auth/dkim/find-key.ts'
import { parseKeyRecord } from '../../auth/dkim/key.ts'
import { exactWords } from '../args.ts'
import { defineCommand } from '../command.ts'
import { dnsOptions, judgeAnswers, openDns, runAsked } from '../dns-source.ts'
import type { Verdict } from '../report.ts'

export const checkDkim = defineCommand({
  name: 'check dkim',
  summary: 'looks at a published DKIM key',
  syntax: 'SELECTOR DOMAIN (--zone FILE … | --dns)',
  about: [
    'Fetches the key record of a selector (RFC 6376 §3.6) and shows whether signatures could be checked with it. For a signed message see `verify`.',
  ],
  options: dnsOptions,
  formats: ['text', 'json', 'sarif'],
  examples: ['helo-world check dkim s1 example.org --zone example.org.zone'],
  async run(args, io) {
    const [selector = '', domain = ''] = exactWords(args, 'the selector', 'the domain')
    const dns = await openDns(args, io)
    const verdict = await runAsked(checkKey(selector, normalizeName(domain)), dns, io)
    return { ...judgeAnswers(verdict.trace, dns), verdict }
  },
})

/** Whether a key can serve a signature of its own type. */
function* checkKey(selector: string, domain: string): Effect<Verdict> {
  const name = keyName(selector, domain)
  const [record] = recordsOf(yield* askDns(name, 'TXT'), 'TXT')
  const { keyType, key } = parseKeyRecord(record ? joinedText(record) : '')
  const algorithm = keyType === 'ed25519' ? 'ed25519-sha256' : 'rsa-sha256'
  const found = yield* findKey({ selector, domain, algorithm, identityDomain: domain })
  const size = key.kind === 'rsa' ? ` of ${key.bits} bits` : ''
  const data = {
    name,
    testing: found.testing,
    ...(record && { type: keyType }),
    ...(key.kind === 'rsa' && { bits: key.bits }),
  }
  const reason = found.ok ? `Signatures can be checked with the key at \`${name}\`.` : found.reason
  return {
    kind: 'dkim key',
    result: resultOf(found),
    hope: found.ok ? 'met' : 'missed',
    reason,
    lines: [
      ['name', name],
      ...(record ? [['type', `${keyType}${size}`] as const] : []),
      ...(found.testing ? [['testing', 'yes (t=y)'] as const] : []),
    ],
    data,
    trace: step({
      kind: 'dkim/key-check',
      text: reason,
      outcome: found.ok ? 'pass' : 'fail',
      source: { rfc: 6376, section: '6.1.2' },
      steps: found.steps,
    }),
  }
}

const resultOf = (found: FoundKey): string => (found.ok ? 'usable' : found.result)
