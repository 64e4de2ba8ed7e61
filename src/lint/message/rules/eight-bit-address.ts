import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, inField } from '../subject.ts'
import { carriesUtf8 } from '../smtputf8.ts'

export const eightBitAddress = defineRule<FormatSubject>({
  code: 'message/eight-bit-address',
  severity: 'info',
  source: { rfc: 6532, section: '3.2' },
  why: 'An address with such characters exists for servers with SMTPUTF8 alone: no one else can write to it, or answer.',
  bad: ['From: <«j\xc3\xb6rg@example.org»>\n\nHi\n'],
  good: ['From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n'],
  *check({ addresses, chain }) {
    if (carriesUtf8(chain)) return
    for (const { field, list } of addresses)
      for (const { address, addressSpan } of list.mailboxes)
        if (/[\x80-\xff]/.test(address))
          yield {
            span: inField(field, addressSpan),
            message: 'This address is not ASCII: every server on the way needs SMTPUTF8.',
          }
  },
})
