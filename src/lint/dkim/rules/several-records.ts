import { span } from '../../../core/span.ts'
import { defineRule } from '../../../core/rule.ts'
import { recordsLike } from '../../record-index.ts'
import { isTextThat, otherPlaces } from '../../tag-record.ts'
import type { KeySubject } from '../subject.ts'

const KEY = ['p=', 'v=DKIM1; p=']

const isText = isTextThat(() => true)

export const severalRecords = defineRule<KeySubject>({
  code: 'dkim/several-records',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.2.2' },
  why: 'A selector’s name must hold one TXT record. With several, each verifier takes another. Give each key a selector of its own.',
  bad: [`s1._domainkey.example.com TXT «${KEY[0]}»\ns1._domainkey.example.com TXT ${KEY[1]}`],
  good: [`s1._domainkey.example.com TXT p=\ns2._domainkey.example.com TXT ${KEY[1]}`],
  *check({ record, owner, all }) {
    const same = recordsLike(owner, all, isText)
    if (same.length < 2) return
    yield {
      span: span(0, record.text.length),
      message: `\`${owner}\` holds ${same.length} TXT records; a selector may have one.`,
      related: otherPlaces(same, record.text, 'Another record of the same selector.'),
    }
  },
})
