import { joinedText } from '../../../core/dns.ts'
import { askDns } from '../../../core/effects.ts'
import { addRecord } from '../../add-record.ts'
import { summaryOf, type CrossRecordSubject } from '../subject.ts'
import { defineDnsDependentRule, type RecordFinding } from '../../dns-dependent-rule.ts'
import { isLost } from '../../../auth/question-step.ts'

export const nullMxAbsent = defineDnsDependentRule<CrossRecordSubject>({
  code: 'mx/null-mx-absent',
  severity: 'hint',
  source: { rfc: 7505, section: '3' },
  why:
    'Without an MX record mail goes to the domain’s own address (RFC 5321 §5.1), and is ' +
    'retried for days where no server accepts it. A null MX, `MX 0 .`, states at once that ' +
    'there is no mail here.',
  bad: ['www.a.example. A 192.0.2.1\nwww.a.example. TXT "«v=spf1 -all»"'],
  good: [
    'www.a.example. A 192.0.2.1\nwww.a.example. TXT "v=spf1 -all"\nwww.a.example. MX 0 .',
    'a.example. TXT "v=spf1 -all"',
    'a.example. A 192.0.2.1\na.example. TXT "v=spf1 a -all"',
  ],
  *check({ spf, names, all }) {
    const found: RecordFinding[] = []
    for (const at of spf) {
      const text = joinedText(at)
      const { types } = summaryOf(names.get(at.name) ?? [])
      if (!/^v=spf1 +-all *$/i.test(text)) continue
      if (!types.has('A') && !types.has('AAAA')) continue
      const answer = yield* askDns(at.name, 'MX')
      if (isLost(answer) || answer.records.length) continue
      found.push({
        at,
        span: { from: 0, to: text.length },
        message: `\`${at.name}\` sends no mail; if it accepts none either, a null MX states so. Now mail for it goes to its address.`,
        fixes: addRecord('Add a null MX', `${at.name}. MX 0 .`, at, all),
      })
    }
    return found
  },
})
