import { defineRule } from '../../../core/rule.ts'
import { ancestorsOf } from '../../ancestor-names.ts'
import { recordsLike } from '../../record-index.ts'
import { removeTag } from '../../tag-edits.ts'
import { isTextThat } from '../../tag-record.ts'
import { parseDmarc } from '../../../auth/dmarc/parse.ts'
import type { DmarcSubject } from '../subject.ts'

export const subdomainPolicyUnused = defineRule<DmarcSubject>({
  code: 'dmarc/subdomain-policy-unused',
  severity: 'warning',
  source: { rfc: 9989, section: '4.7' },
  why: '`sp=` and `np=` count in the record of the organizational domain only. A record below it is asked for its own name, and there `p=` decides.',
  bad: [
    '_dmarc.a.example.com TXT v=DMARC1; p=none; «sp=reject»\n_dmarc.example.com TXT v=DMARC1; p=none',
  ],
  good: [
    '_dmarc.example.com TXT v=DMARC1; p=none; sp=reject',
    '_dmarc.a.example.com TXT v=DMARC1; p=none; sp=reject; psd=n\n_dmarc.example.com TXT v=DMARC1; p=none',
    '_dmarc.a.example TXT v=DMARC1; p=none; sp=reject\n_dmarc.example TXT v=DMARC1; p=none; psd=y',
  ],
  *check({ record, domain, all }) {
    if (!record.isDmarc || record.psd !== 'u' || !hasRecordAbove(domain, all)) return
    for (const tag of record.tags)
      if (tag.name === 'sp' || tag.name === 'np')
        yield {
          span: tag.span,
          message: `\`${tag.name}=\` does nothing here: a record above \`${domain}\` speaks for the names below it.`,
          fixes: [removeTag(record, tag)],
        }
  },
})

/** The walk goes on to it: it is not a public suffix of its own making. */
const hasRecordAbove = (domain: string, all: DmarcSubject['all']): boolean =>
  ancestorsOf(domain).some((above) => recordsLike(`_dmarc.${above}`, all, isAbove).length > 0)

const isAbove = isTextThat((text) => {
  const record = parseDmarc(text)
  return record.isDmarc && record.psd !== 'y'
})
