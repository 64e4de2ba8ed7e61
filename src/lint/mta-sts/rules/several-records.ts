import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { recordsLike } from '../../record-index.ts'
import { isTextThat, otherPlaces } from '../../tag-record.ts'
import { isStsText } from '../../../auth/mta-sts/record.ts'
import type { StsSubject } from '../subject.ts'

const isOurs = isTextThat(isStsText)

export const severalRecords = defineRule<StsSubject>({
  code: 'mta-sts/several-records',
  severity: 'error',
  source: { rfc: 8461, section: '3.1' },
  why: 'Senders use the record only if it is the only one. Of several none counts, and the domain is taken for one without MTA-STS.',
  bad: ['_mta-sts.example.com TXT «v=STSv1; id=1»\n_mta-sts.example.com TXT v=STSv1; id=2'],
  good: ['_mta-sts.example.com TXT v=STSv1; id=1\n_mta-sts.example.com TXT hello'],
  *check({ record, owner, all }) {
    const same = recordsLike(owner, all, isOurs)
    if (!record.isSts || same.length < 2) return
    yield {
      span: span(0, record.text.length),
      message: `\`${owner}\` holds ${same.length} MTA-STS records, so none of them counts.`,
      related: otherPlaces(same, record.text, 'Another MTA-STS record of the same name.'),
    }
  },
})
