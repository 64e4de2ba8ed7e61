import { dmarcRecords } from '../../../auth/dmarc/lookup.ts'
import { treeWalk } from '../../../auth/dmarc/method.ts'
import { parkedDomains, type CrossRecordSubject } from '../subject.ts'
import { addRecord, textLine } from '../../add-record.ts'
import { defineDnsDependentRule, type RecordFinding } from '../../dns-dependent-rule.ts'

export const dmarcParked = defineDnsDependentRule<CrossRecordSubject>({
  code: 'dmarc/parked',
  severity: 'hint',
  source: { rfc: 9989, section: '4.7' },
  why: 'A domain that sends no mail has nothing to lose: with `p=reject` receivers turn away all that is forged in its name.',
  bad: [
    '«a.example. MX 0 .»\na.example. TXT "v=spf1 -all"',
    '«a.example. MX 0 .»\na.example. TXT "v=spf1 -all"\n_dmarc.a.example. TXT "v=DMARC1; p=none; rua=mailto:d@b.example"',
  ],
  good: [
    'a.example. MX 0 .\na.example. TXT "v=spf1 -all"\n_dmarc.a.example. TXT "v=DMARC1; p=reject"',
    'shop.a.example. MX 0 .\n_dmarc.a.example. TXT "v=DMARC1; p=reject"\na.example. TXT "v=spf1 mx -all"\na.example. MX 10 mx.a.example.',
  ],
  *check(subject) {
    const found: RecordFinding[] = []
    const walk = treeWalk(dmarcRecords())
    for (const { domain, at } of yield* parkedDomains(subject)) {
      const discovery = yield* walk.discover(domain)
      if (discovery.kind === 'failed') continue
      if (discovery.kind === 'none') {
        if (discovery.several) continue
        found.push({
          at,
          message: `\`${domain}\` sends no mail, and no DMARC record asks receivers to reject forged mail in its name.`,
          fixes: addRecord(
            'Ask to reject all mail in its name',
            textLine(`_dmarc.${domain}`, 'v=DMARC1; p=reject'),
            at,
            subject.all,
          ),
        })
        continue
      }
      const { record, domain: owner } = discovery.found
      const policy = owner === domain ? record.p : (record.sp ?? record.p)
      if (policy !== 'reject')
        found.push({
          at,
          message: `\`${domain}\` sends no mail, and its DMARC policy is \`${policy ?? 'none'}\`: \`reject\` would cost nothing.`,
        })
    }
    return found
  },
})
