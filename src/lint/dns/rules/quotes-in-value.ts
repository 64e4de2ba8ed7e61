import type { Fix } from '../../../core/diagnostic.ts'
import { joinedText } from '../../../core/dns.ts'
import { defineRule, type Finding } from '../../../core/rule.ts'
import { cover } from '../../../core/span.ts'
import { rewrite } from '../edits.ts'
import { splitString } from '../../../dns/fields/strings.ts'
import { allOf, type ZoneRecordOf, type ZoneSubject } from '../subject.ts'
import type { ZoneField } from '../../../dns/zone/zone.ts'

export const quotesInValue = defineRule<ZoneSubject>({
  code: 'zone/quotes-in-value',
  severity: 'warning',
  source: { rfc: 1035, section: '5.1' },
  why:
    'Quotes group the words of a string and are no part of it; a quote that belongs to the ' +
    'text is written with a backslash before it. A value pasted with its quotes is published ' +
    'with them, or falls apart at them.',
  bad: [
    String.raw`@ TXT «"\"site-verification=abc\""»`,
    '@ TXT «"owner="Ada" 2026"»',
    '@ TXT «key="value"»',
  ],
  good: [
    '@ TXT "site-verification=abc"',
    '@ TXT "two" "strings"',
    String.raw`@ TXT "she said \"hello\" twice"`,
    '@ TXT ( "one"\n  "two" )',
  ],
  *check(subject) {
    for (const one of allOf(subject, 'TXT')) {
      if (isWrapped(joinedText(one.record)) && !LABELLED.test(joinedText(one.record)))
        yield finding(one, 'The quotes with backslashes are published as a part of the text.', bare)
      else if (isGlued(one.fields))
        yield finding(
          one,
          'A quote inside a value ends a string or starts one, and is not published.',
          (text) => text,
        )
    }
  },
})

const isWrapped = (text: string): boolean => /^".+"$/s.test(text)

const bare = (text: string): string => text.replace(/^(?:\\")+|(?:\\")+$/g, '')

/** The rules of mail report enough about their own records. */
const LABELLED = /^"\s*v\s*=/i

/** Whether two parts, quoted or not, stand against each other without a space. */
const isGlued = (fields: readonly ZoneField[]): boolean =>
  fields.some((field, at) => field.span.from === fields[at - 1]?.span.to)

function finding(
  one: ZoneRecordOf<'TXT'>,
  message: string,
  repair: (raw: string) => string,
): Finding {
  const whole = cover(one.fields[0]!.span, one.fields.at(-1)!.span)
  const raw = one.fields.map(({ text }) => text.replace(/^"|"$/g, '')).join('')
  return { span: whole, message, fixes: fixFor(one, whole, repair(raw)) }
}

const fixFor = (one: ZoneRecordOf<'TXT'>, whole: Finding['span'], raw: string): readonly Fix[] =>
  rewrite('Write it as one text in quotes', one, whole, splitString(raw))
