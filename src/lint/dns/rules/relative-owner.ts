import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { endsInOrigin, looksWhole } from '../doubled.ts'
import { canonicalName, isAbsolute } from '../../../dns/names.ts'
import type { ZoneSubject } from '../subject.ts'

export const relativeOwner = defineRule<ZoneSubject>({
  code: 'zone/relative-owner',
  severity: 'info',
  source: { rfc: 1035, section: '5.1' },
  why: 'A name without a final dot has the origin put behind it, also where it looks like a whole name of another domain. Records of that domain stand in its own zone.',
  bad: ['«www.example.net» A 192.0.2.1', '$ORIGIN sub.example.com.\n«example.org» TXT "hello"'],
  good: [
    'www.sub A 192.0.2.1',
    'example.net._report._dmarc TXT "v=DMARC1"',
    '$ORIGIN .\nwww.example.com A 192.0.2.1',
  ],
  *check(subject) {
    for (const [name, [one]] of subject.names) {
      if (!one || one.inherited || one.generated || one.origin === '') continue
      const written = slice(subject.zone.text, one.owner)
      if (!written.includes('.') || isAbsolute(written)) continue
      const whole = canonicalName(written)
      if (endsInOrigin(whole, subject) || !looksWhole(whole, subject)) continue
      yield { span: one.owner, message: `This name is \`${name}.\`, a part of this zone.` }
    }
  },
})
