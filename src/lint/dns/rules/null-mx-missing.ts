import type { Fix } from '../../../core/diagnostic.ts'
import { joinedText } from '../../../core/dns.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { allOf, typesOf, type ZoneSubject } from '../subject.ts'
import type { ZoneRecord } from '../../../dns/zone/zone.ts'

export const nullMxMissing = defineRule<ZoneSubject>({
  code: 'mx/null-mx-missing',
  severity: 'info',
  source: { rfc: 7505, section: '3' },
  why:
    'Without an MX record, mail goes to the addresses of the name itself. A domain that has ' +
    'nothing to do with mail states so with `MX 0 .`, and mail sent there by mistake fails ' +
    'at once instead of after days.',
  bad: ['@ A 192.0.2.80\n «TXT» "v=spf1 -all"', 'www A 192.0.2.80\nwww «TXT» "V=SPF1  -ALL "'],
  good: [
    '@ A 192.0.2.80\n TXT "v=spf1 -all"\n MX 0 .',
    '@ A 192.0.2.80\n TXT "v=spf1 a -all"',
    '@ TXT "v=spf1 -all"',
    '* TXT "v=spf1 -all"\n* A 192.0.2.80\nwww A 192.0.2.80\n MX 0 .',
  ],
  *check(subject) {
    for (const one of allOf(subject, 'TXT')) {
      const { name } = one.record
      if (!/^v=spf1 +-all *$/i.test(joinedText(one.record)) || name.startsWith('*.')) continue
      const types = typesOf(subject.names.get(name) ?? [])
      if (types.has('MX') || types.has('CNAME') || !(types.has('A') || types.has('AAAA'))) continue
      yield {
        span: one.type,
        message: `\`${name}\` sends no mail, and does not state that it accepts none: mail to it goes to its address.`,
        fixes: addBefore(one, `${name}. MX 0 .\n`, subject),
      }
    }
  },
})

/** A line before the record: one that inherits its owner has the same name above it still. */
function addBefore(one: ZoneRecord, text: string, { entryAt }: ZoneSubject): readonly Fix[] {
  const line = entryAt(one.span.from)?.lines[0]?.span.from
  if (line === undefined || one.generated) return []
  return [{ title: 'Add a null MX', edits: [{ span: span(line, line), text }] }]
}
