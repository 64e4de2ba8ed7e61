import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { recordsLike } from '../../record-index.ts'
import { isTextThat, otherPlaces } from '../../tag-record.ts'
import { parseDmarc } from '../../../auth/dmarc/parse.ts'
import type { DmarcSubject } from '../subject.ts'

const isOurs = isTextThat((text) => parseDmarc(text).isDmarc)

export const severalRecords = defineRule<DmarcSubject>({
  code: 'dmarc/several-records',
  severity: 'error',
  source: { rfc: 9989, section: '4.10' },
  why: 'If a name holds several DMARC records they are all thrown away, as if there were none.',
  bad: ['_dmarc.example.com TXT «v=DMARC1; p=none»\n_dmarc.example.com TXT v=DMARC1; p=reject'],
  good: ['_dmarc.example.com TXT v=DMARC1; p=none\n_dmarc.example.com TXT hello'],
  *check({ record, owner, all }) {
    if (!record.isDmarc) return
    const same = recordsLike(owner, all, isOurs)
    if (same.length < 2) return
    yield {
      span: span(0, record.text.length),
      message: `\`${owner}\` holds ${same.length} DMARC records, so none of them counts.`,
      related: otherPlaces(same, record.text, 'Another DMARC record of the same name.'),
    }
  },
})
