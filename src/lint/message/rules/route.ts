import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span, slice } from '../../../core/span.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'

export const route = defineRule<FormatSubject>({
  code: 'message/route',
  severity: 'warning',
  source: { rfc: 5322, section: '4.4' },
  why: 'Long ago an address could name the hosts on its way. Everybody passes over them now.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: <«@a.example,@b.example:»bob@example.net>\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: <bob@example.net>\n\nHi\n',
  ],
  *check({ message, addresses }) {
    for (const { field, list } of addresses)
      for (const { span: whole } of list.mailboxes) {
        const text = slice(rawValue(message, field), whole)
        const found = /<\s*(@[^<>:"]*:)/.exec(text)
        if (!found) continue
        const to = whole.from + found.index + found[0].length
        const where = inField(field, span(to - found[1]!.length, to))
        yield {
          span: where,
          message: 'A route stands before the address: servers no longer follow it.',
          fixes: [fix('Take the route out', where, '')],
        }
      }
  },
})
