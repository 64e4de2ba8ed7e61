import { parkedDomains, type CrossRecordSubject } from '../subject.ts'
import { addRecord, textLine } from '../../add-record.ts'
import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'

export const spfParked = defineDnsDependentRule<CrossRecordSubject>({
  code: 'spf/parked',
  severity: 'hint',
  source: { rfc: 7208, section: '10.1.2' },
  why: 'A domain that sends no mail is a fine mask for those who do. `v=spf1 -all` states that none of it is yours.',
  bad: [
    '«a.example. MX 0 .»',
    '«a.example. 3600 SOA ns.b.example. hostmaster.b.example. 1 7200 900 1209600 300»',
  ],
  good: [
    'a.example. MX 0 .\na.example. TXT "v=spf1 -all"',
    'a.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1',
    'a.example. A 192.0.2.1',
  ],
  *check(subject) {
    const parked = yield* parkedDomains(subject)
    return parked
      .filter(({ spf }) => !spf.length)
      .map(({ domain, at }) => ({
        at,
        message: `\`${domain}\` sends no mail, and does not state so: forged mail in its name meets no SPF record.`,
        fixes: addRecord(
          'State that no host may send',
          textLine(domain, 'v=spf1 -all'),
          at,
          subject.all,
        ),
      }))
  },
})
