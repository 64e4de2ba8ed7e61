import { defineRule, type Finding } from '../../../core/rule.ts'
import { isWithin } from '../../../core/domain.ts'
import { slice, span, type Span } from '../../../core/span.ts'
import { endsInOrigin, lacksFinalDot } from '../doubled.ts'
import { rewrite } from '../edits.ts'
import { canonicalName, isAbsolute } from '../../../dns/names.ts'
import { apexOf, ofType, type ZoneSubject } from '../subject.ts'
import type { ZoneRecord } from '../../../dns/zone/zone.ts'

export const doubledOrigin = defineRule<ZoneSubject>({
  code: 'zone/doubled-origin',
  severity: 'warning',
  source: { rfc: 1035, section: '5.1' },
  why: 'A name without a final dot is relative: the origin is put behind it. `mail.example.com` in the zone `example.com` becomes `mail.example.com.example.com.`',
  bad: [
    '@ MX 10 «mail.example.com»\nmail A 192.0.2.1',
    'www CNAME «web.example.com» ; the web\nweb A 192.0.2.1',
    '@ NS «ns.example.com»\nns A 192.0.2.1',
    '«mail.example.com» A 192.0.2.1',
    '@ MX 10 «mx.provider.net»',
    '@ SOA «ns.example.com» «hostmaster.example.com» 1 1d 2h 4w 1h\nns A 192.0.2.1',
    '$ORIGIN sub.example.com.\n@ MX 10 «mail.example.com»\n$ORIGIN example.com.\nmail A 192.0.2.1',
  ],
  good: [
    '@ MX 10 mail.example.com.\n MX 20 mail\nmail A 192.0.2.1',
    '@ MX 10 a.b\na.b A 192.0.2.1',
    '@ MX 10 mx.provider.net\nmx.provider.net A 192.0.2.1',
    '@ MX 10 @\n A 192.0.2.1',
    '$ORIGIN .\nwww.example.com A 192.0.2.1',
  ],
  *check(subject) {
    for (const one of subject.zone.records) {
      if (!one.inherited && !one.generated) yield* checkOwner(one, subject)
      for (const field of one.fields)
        if (lacksFinalDot(field, one, subject)) yield finding(field.span, field.name!, one)
    }
  },
})

function* checkOwner(one: ZoneRecord, subject: ZoneSubject): Generator<Finding> {
  // Almost no owner ends in the zone's name and then in the origin: the rest need no closer look.
  if (!isWithin(one.record.name, `${subject.zone.origin}.${one.origin}`)) return
  const written = slice(subject.zone.text, one.owner)
  // Beside the zone's own SOA another is one too many, whatever its name.
  const isSecond = one.record.type === 'SOA' && ofType(apexOf(subject), 'SOA').length > 0
  if (isSecond) return
  if (written !== '@' && !isAbsolute(written) && endsInOrigin(canonicalName(written), subject))
    yield finding(one.owner, one.record.name, one)
}

const finding = (at: Span, name: string, one: ZoneRecord): Finding => ({
  span: at,
  message: `Without a final dot this name is \`${name}.\``,
  fixes: rewrite('Add the final dot', one, span(at.to, at.to), '.'),
})
