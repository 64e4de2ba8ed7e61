import { defineRule } from '../../../core/rule.ts'
import { slice, span } from '../../../core/span.ts'
import type { ZoneSubject } from '../subject.ts'
import type { ZoneEntry, ZoneRecord } from '../../../dns/zone/zone.ts'

export const inheritedOwner = defineRule<ZoneSubject>({
  code: 'zone/inherited-owner',
  severity: 'info',
  source: { rfc: 1035, section: '5.1' },
  why:
    'A line that starts with a space belongs to the name written last above it. Where ' +
    'something stands between them, that name is easily overlooked, and a line moved or ' +
    'pasted there ends up at another name.',
  bad: [
    'www A 192.0.2.1\n\n «TXT» "hello"',
    'www A 192.0.2.1\n$ORIGIN sub.example.com.\n «MX» 10 mail',
  ],
  good: [
    'www A 192.0.2.1\n TXT "hello"\n MX 10 www',
    'www A 192.0.2.1\n ; its text\n TXT "hello"',
    'www A 192.0.2.1\n\nwww TXT "hello"',
  ],
  *check({ zone, entryAt }) {
    const gaps = zone.entries.filter((entry) => partsRecords(entry, zone.text))
    let gap = 0
    for (const one of zone.records) {
      if (!one.inherited || one.generated) continue
      while (gap < gaps.length && gaps[gap]!.span.from < one.owner.from) gap++
      const between = gaps[gap]
      if (!between || between.span.from > one.span.from) continue
      yield {
        span: one.type,
        message: `This record belongs to \`${one.record.name}\`, which is named further above.`,
        related: [{ file: zone.file, span: one.owner, message: 'The name stands here.' }],
        fixes: [
          {
            title: `Write \`${one.record.name}.\``,
            edits: nameBefore(one, entryAt(one.span.from)),
          },
        ],
      }
    }
  },
})

/** An empty line or `$ORIGIN`: behind it something new begins. */
const partsRecords = ({ kind, span: at }: ZoneEntry, text: string): boolean =>
  kind === 'directive'
    ? /^\$ORIGIN\b/i.test(text.slice(at.from, at.to))
    : kind === 'blank' && slice(text, at).trim() === ''

/** Instead of the space that the line starts with. */
const nameBefore = ({ record, span: at }: ZoneRecord, entry: ZoneEntry | undefined) => [
  {
    span: span(entry?.lines[0]?.span.from ?? at.from, at.from),
    text: `${record.name}. `,
  },
]
