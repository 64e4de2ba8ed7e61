import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { shift, cover } from '../../../core/span.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'
import { tokensOf } from '../../../message/tokens.ts'
import { writePhrase } from '../../../message/write-addresses.ts'

export const nameDot = defineRule<FormatSubject>({
  code: 'message/name-dot',
  severity: 'info',
  source: { rfc: 5322, section: '4.1' },
  why: 'A dot in a name needs quotes around it: without, it is syntax of old that readers have to take and writers must not make.',
  bad: ['From: «John Q. Public» <ann@example.org>\n\nHi\n'],
  good: ['From: "John Q. Public" <ann@example.org>\n\nHi\n'],
  *check({ message, addresses }) {
    for (const { field, list } of addresses)
      for (const { name, span: whole, addressSpan } of list.mailboxes) {
        const raw = rawValue(message, field).slice(whole.from, addressSpan.from)
        const before = [...tokensOf(raw)].filter(({ kind }) => kind !== 'white')
        const words = before.slice(
          0,
          before.findIndex(({ text, kind }) => kind === 'special' && text === '<'),
        )
        if (!name || !words.some(({ kind, text }) => kind === 'special' && text === '.')) continue
        const where = inField(field, shift(cover(words[0]!.span, words.at(-1)!.span), whole.from))
        yield {
          span: where,
          message: 'This name has a dot and no quotes.',
          fixes:
            words.every(({ kind }) => kind !== 'comment') && /^[\x20-\x7e]*$/.test(name)
              ? [fix('Put it in quotes', where, writePhrase(name))]
              : [],
        }
      }
  },
})
