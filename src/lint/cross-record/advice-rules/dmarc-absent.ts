import { parentOf } from '../../../core/domain.ts'
import { joinedText, type DnsRecord } from '../../../core/dns.ts'
import { isIncludeName, type CrossRecordSubject } from '../subject.ts'
import { addRecord, textLine } from '../../add-record.ts'
import { defineDnsDependentRule, type RecordFinding } from '../../dns-dependent-rule.ts'
import { dmarcRecords } from '../../../auth/dmarc/lookup.ts'
import { treeWalk } from '../../../auth/dmarc/method.ts'
import { canPass } from '../../spf/can-pass.ts'

export const dmarcAbsent = defineDnsDependentRule<CrossRecordSubject>({
  code: 'dmarc/absent',
  severity: 'hint',
  source: { rfc: 9989, section: '5.1.4' },
  why: 'SPF and DKIM show who sent; only DMARC ties that to the address people see in `From`, and sets what to do with a forgery. One starts with `p=none` and reports.',
  bad: [
    'a.example. MX 10 mx.a.example.\na.example. TXT "«v=spf1 mx -all»"\nmx.a.example. A 192.0.2.1',
    '«a.example. MX 10 mx.b.example.»\nmx.b.example. A 192.0.2.1\nmail.a.example. MX 10 mx.b.example.',
  ],
  good: [
    'a.example. MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1\n_dmarc.a.example. TXT "v=DMARC1; p=none"\nmail.a.example. TXT "v=spf1 mx -all"',
    'a.example. TXT "v=spf1 -all"',
    '_spf.a.example. TXT "v=spf1 ip4:192.0.2.1 -all"',
  ],
  *check({ receivers, spf, all }) {
    const domains = new Map<string, DnsRecord>()
    for (const { at, domain } of receivers) domains.set(domain, at)
    for (const at of spf) if (!isIncludeName(at.name) && canPass(at)) domains.set(at.name, at)
    const found: RecordFinding[] = []
    const walk = treeWalk(dmarcRecords())
    for (const [domain, at] of domains) {
      // The record of a parent would do for both.
      if (hasParentIn(domain, domains)) continue
      const discovery = yield* walk.discover(domain)
      if (discovery.kind !== 'none' || discovery.several) continue
      const text = `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`
      found.push({
        at,
        ...('strings' in at && { span: { from: 0, to: joinedText(at).length } }),
        message: `No DMARC record covers \`${domain}\`: its address in \`From\` can be forged, whatever SPF reports.`,
        fixes: addRecord('Start with `p=none`', textLine(`_dmarc.${domain}`, text), at, all),
      })
    }
    return found
  },
})

function hasParentIn(domain: string, domains: ReadonlyMap<string, unknown>): boolean {
  for (let at = parentOf(domain); at !== ''; at = parentOf(at)) if (domains.has(at)) return true
  return false
}
