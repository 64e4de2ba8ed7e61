import type { DnsRecord, RecordOf } from '../../../core/dns.ts'
import { defineRule } from '../../../core/rule.ts'
import { recordsLike } from '../../record-index.ts'
import { removeOnly } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { DmarcSubject } from '../subject.ts'

export const publicSuffix = defineRule<DmarcSubject>({
  code: 'dmarc/public-suffix',
  severity: 'warning',
  source: { rfc: 9989, section: '4.7' },
  why: '`psd=y` states that others register their domains below this one, as below `.com`. Each name below becomes an organization of its own, and alignment between them ends.',
  bad: ['_dmarc.example.com TXT v=DMARC1; p=reject; «psd=y»\nexample.com MX 10 mx.example.com'],
  good: [
    '_dmarc.example.com TXT v=DMARC1; p=reject; psd=n\nexample.com MX 10 mx.example.com',
    '_dmarc.example TXT v=DMARC1; p=reject; psd=y',
  ],
  *check({ record, domain, all }) {
    const tag = tagNamed(record, 'psd')
    const hasMail = recordsLike(domain, all, isMx).length > 0
    if (tag && record.psd === 'y' && hasMail)
      yield {
        span: tag.span,
        message: `\`${domain}\` receives mail of its own, so it is hardly a public suffix; \`psd=y\` cuts its subdomains off.`,
        fixes: removeOnly(record, tag),
      }
  },
})

const isMx = (record: DnsRecord): record is RecordOf<'MX'> => record.type === 'MX'
