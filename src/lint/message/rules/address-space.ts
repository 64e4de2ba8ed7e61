import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { type FormatSubject, inField } from '../subject.ts'
import { tokensOf } from '../../../message/tokens.ts'

export const addressSpace = defineRule<FormatSubject>({
  code: 'message/address-space',
  severity: 'warning',
  source: { rfc: 5322, section: '4.4' },
  why: 'White space and comments inside of an address are syntax of old. Programs that look for `name@domain` do not find it.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: «bob @ example.net»\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: <«bob@(work)example.net»>\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: "bob b"@example.net, carol@example.net (work)\n\nHi\n',
  ],
  *check({ message, addresses }) {
    for (const { field, list } of addresses)
      for (const { address, domain, addressSpan } of list.mailboxes) {
        const where = inField(field, addressSpan)
        const tokens = [...tokensOf(slice(message.text, where))]
        if (domain === '' || !tokens.some(({ kind }) => kind === 'white' || kind === 'comment'))
          continue
        yield {
          span: where,
          message: 'White space or a comment stands inside of this address.',
          fixes: /^[\x20-\x7e]+$/.test(address)
            ? [fix(`Write \`${address}\``, where, address)]
            : [],
        }
      }
  },
})
