import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { relatedRecord, removeRecord } from '../edits.ts'
import { namesWith, ofType, targetSpan, type ZoneRecordOf, type ZoneSubject } from '../subject.ts'

export const nullMxBesideOthers = defineRule<ZoneSubject>({
  code: 'mx/null-mx-beside-others',
  severity: 'error',
  source: { rfc: 7505, section: '3' },
  why: '`MX 0 .` states that the domain accepts no mail at all. Another MX record beside it states the opposite, and each sender picks what it believes.',
  bad: [
    '@ MX 0 «.»\n MX 10 mail\nmail A 192.0.2.25',
    '@ MX 10 mail\n@ MX 0 «.» ; off\nmail A 192.0.2.25',
  ],
  good: ['@ MX 0 .', '@ MX 10 mail\nmail A 192.0.2.25\nwww MX 0 .'],
  *check(subject) {
    for (const [name, records] of namesWith(subject, 'MX')) {
      const all = ofType(records, 'MX')
      const hosts = all.filter(({ record }) => record.exchange !== '')
      const [none, another] = all.filter(({ record }) => record.exchange === '')
      if (none && hosts.length)
        yield {
          span: targetSpan(none),
          message: `This states that \`${name}\` accepts no mail, and another MX record names a host for it.`,
          related: hosts.map((one) => relatedRecord(subject, one, 'This one names a host.')),
          fixes: another ? [] : eitherWay(none, hosts, subject),
        }
    }
  },
})

/** The zone does not show which of the two is meant: with one record on each side, either may go. */
function eitherWay(
  none: ZoneRecordOf<'MX'>,
  hosts: readonly ZoneRecordOf<'MX'>[],
  subject: ZoneSubject,
): readonly Fix[] {
  const [host, ...more] = hosts
  const keepNone = host && !more.length ? removeRecord('Keep the null MX alone', host, subject) : []
  return [...removeRecord('Remove the null MX', none, subject), ...keepNone]
}
