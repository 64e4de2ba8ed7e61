import { fromStrictUtf8, latin1 } from '../../../core/bytes.ts'
import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { slice, type Span } from '../../../core/span.ts'
import type { Mailbox } from '../../../message/address.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'
import { carriesUtf8 } from '../smtputf8.ts'
import { writeMailbox } from '../../../message/write-addresses.ts'

export const eightBitName = defineRule<FormatSubject>({
  code: 'message/eight-bit-name',
  severity: 'warning',
  source: { rfc: 2047, section: '5' },
  why: 'The name before an address is ASCII, or an encoded word. Others need SMTPUTF8 all the way.',
  bad: ['From: «J\xc3\xb6rg <ann@example.org>»\n\nHi\n'],
  good: ['From: =?utf-8?Q?J=C3=B6rg?= <ann@example.org>\n\nHi\n'],
  *check({ message, addresses, chain }) {
    if (carriesUtf8(chain)) return
    for (const { field, list } of addresses)
      for (const mailbox of list.mailboxes) {
        const where = inField(field, mailbox.span)
        const isName = /[\x80-\xff]/.test(
          slice(message.text, where).replace(
            slice(rawValue(message, field), mailbox.addressSpan),
            '',
          ),
        )
        if (!isName || /[^\x20-\x7e]/.test(mailbox.address)) continue
        yield {
          span: where,
          message: 'This name is not ASCII: encode it, for not every server takes it so.',
          fixes: isWritable(message.text, where, mailbox)
            ? [fix('Encode the name', where, writeMailbox(mailbox))]
            : [],
        }
      }
  },
})

/** A fix would lose comments, and octets that are no UTF-8 have no known characters. */
const isWritable = (text: string, where: Span, { name, domain }: Mailbox): boolean =>
  name !== undefined &&
  domain !== '' &&
  !slice(text, where).includes('(') &&
  fromStrictUtf8(latin1(slice(text, where))) !== undefined
