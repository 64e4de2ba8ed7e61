import { labelsOf } from '../../../core/domain.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import type { KeySubject } from '../subject.ts'

export const wrongOwner = defineRule<KeySubject>({
  code: 'dkim/wrong-owner',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.2.1' },
  why: 'Verifiers look for the key of the selector `s1` at `s1._domainkey.example.com`, and nowhere else.',
  bad: [
    'example.com TXT «v=DKIM1»; p=',
    's1.example.com TXT «v=DKIM1»; p=',
    '_domainkey.example.com TXT «v=DKIM1»; p=',
  ],
  good: ['s1._domainkey.example.com TXT v=DKIM1; p=', 'a.b._domainkey.example.com TXT v=DKIM1; p='],
  *check({ record, owner }) {
    const labels = labelsOf(owner)
    const at = labels.indexOf('_domainkey')
    if (at > 0) return
    yield {
      span: record.tags[0]?.span ?? span(0, record.text.length),
      message:
        at === 0
          ? `This name lacks the selector: a key stands at \`selector.${owner}\`.`
          : `This is a DKIM key, but nobody looks for one at \`${owner}\`: its name is \`${rightName(labels)}\`.`,
    }
  },
})

/** Below a domain of two labels or more, the first label will be the selector. */
const rightName = ([first, ...rest]: readonly string[]): string =>
  rest.length < 2
    ? `selector._domainkey.${[first, ...rest].join('.')}`
    : `${first}._domainkey.${rest.join('.')}`
