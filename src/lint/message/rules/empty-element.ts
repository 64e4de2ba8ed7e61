import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'
import { tokensOf, type Token } from '../../../message/tokens.ts'

export const emptyElement = defineRule<FormatSubject>({
  code: 'message/empty-element',
  severity: 'warning',
  source: { rfc: 5322, section: '4.4' },
  why: 'A list with nothing between two commas is syntax of old: some programs stop reading there.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: bob@example.net,«,» carol@example.net\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: bob@example.net«,»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: bob@example.net, carol@example.net\n\nHi\n',
  ],
  *check({ message, addresses }) {
    for (const { field, list } of addresses) {
      if (list.entries.length === 0) continue
      for (const token of needless(rawValue(message, field))) {
        const where = inField(field, token.span)
        yield {
          span: where,
          message:
            'This comma parts nothing: an address is missing beside it, or it is one too many.',
          fixes: [fix('Take the comma out', where, '')],
        }
      }
    }
  },
})

/** Commas without anything before them, or without anything behind. */
function needless(raw: string): Token[] {
  const tokens = [...tokensOf(raw)].filter(({ kind }) => kind !== 'white' && kind !== 'comment')
  const is = (token: Token | undefined, characters: string): boolean =>
    token?.kind === 'special' && characters.includes(token.text)
  const last = tokens.findLastIndex((token) => !is(token, ',;'))
  let [isInside, before] = [false, ','] as [boolean, string]
  return tokens.filter((token, at) => {
    if (is(token, '<>')) isInside = is(token, '<')
    const isNeedless = is(token, ',') && !isInside && (before === ',' || at > last)
    if (!isInside) before = is(token, ',:') ? ',' : 'x'
    return isNeedless
  })
}
