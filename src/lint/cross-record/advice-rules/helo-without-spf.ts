import { type CrossRecordSubject, spfTextsOf } from '../subject.ts'
import { addRecord, textLine } from '../../add-record.ts'
import { defineDnsDependentRule, type RecordFinding } from '../../dns-dependent-rule.ts'
import { allOf } from '../../record-index.ts'
import { checkHost } from '../../../auth/spf/check-host.ts'

/** Domains that are asked whether a host may send for them; many may share one. */
const MOST_TRIES = 5

export const heloWithoutSpf = defineDnsDependentRule<CrossRecordSubject>({
  code: 'spf/helo-without-record',
  severity: 'hint',
  source: { rfc: 7208, section: '10.1.2' },
  why: 'A bounce has no sender, so SPF asks for the record of the name that the host gives in EHLO (§2.4). A host that sends has one of its own: `v=spf1 a -all`.',
  bad: [
    'a.example. MX 10 mx.a.example.\na.example. TXT "v=spf1 mx -all"\n«mx.a.example. A 192.0.2.1»',
  ],
  good: [
    'a.example. MX 10 mx.a.example.\na.example. TXT "v=spf1 mx -all"\nmx.a.example. A 192.0.2.1\nmx.a.example. TXT "v=spf1 a -all"',
    'a.example. MX 10 mx.a.example.\na.example. TXT "v=spf1 ip4:198.51.100.1 -all"\nmx.a.example. A 192.0.2.1',
  ],
  *check({ all, names }) {
    const found: RecordFinding[] = []
    const tries = new Map<string, number>()
    for (const mx of allOf('MX', all)) {
      const tried = tries.get(mx.exchange) ?? 0
      if (tried >= MOST_TRIES) continue
      tries.set(mx.exchange, tried + 1)
      const host = names.get(mx.exchange)?.find((one) => one.type === 'A' || one.type === 'AAAA')
      if (!host || !('address' in host)) continue
      const sender = { local: 'postmaster', domain: mx.name }
      const { result } = yield* checkHost({
        ...{ ip: host.address, helo: mx.exchange, domain: mx.name },
        ...{ sender, identity: 'mailfrom' as const },
      })
      if (result !== 'pass') continue
      tries.set(mx.exchange, MOST_TRIES)
      const texts = yield* spfTextsOf(mx.exchange)
      if (texts?.length !== 0) continue
      found.push({
        at: host,
        message: `\`${mx.exchange}\` may send for \`${mx.name}\`, and has no SPF record of its own: for its bounces the result is none.`,
        fixes: addRecord(
          'Let the host send in its own name',
          textLine(mx.exchange, 'v=spf1 a -all'),
          host,
          all,
        ),
      })
    }
    return found
  },
})
