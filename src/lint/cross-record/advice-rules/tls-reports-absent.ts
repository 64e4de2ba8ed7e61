import { askDns } from '../../../core/effects.ts'
import { joinedText, recordsOf } from '../../../core/dns.ts'
import type { CrossRecordSubject } from '../subject.ts'
import { addRecord, textLine } from '../../add-record.ts'
import { defineDnsDependentRule, type RecordFinding } from '../../dns-dependent-rule.ts'
import { isStsText } from '../../../auth/mta-sts/record.ts'
import { isLost } from '../../../auth/question-step.ts'
import { allOf } from '../../record-index.ts'
import { isTlsRptText } from '../../../auth/tls-rpt/record.ts'

export const tlsReportsAbsent = defineDnsDependentRule<CrossRecordSubject>({
  code: 'tls-rpt/absent',
  severity: 'hint',
  source: { rfc: 8461, section: '6' },
  why: 'MTA-STS is meant to go with TLS-RPT: without reports no sender reports to you that mail is held back, or that somebody tampers with it.',
  bad: ['_mta-sts.a.example. TXT "«v=STSv1; id=1»"\nmta-sts.a.example. A 192.0.2.1'],
  good: [
    '_mta-sts.a.example. TXT "v=STSv1; id=1"\nmta-sts.a.example. A 192.0.2.1\n_smtp._tls.a.example. TXT "v=TLSRPTv1; rua=mailto:t@a.example"',
  ],
  *check({ all }) {
    const found: RecordFinding[] = []
    for (const at of allOf('TXT', all)) {
      if (!at.name.startsWith('_mta-sts.') || !isStsText(joinedText(at))) continue
      const domain = at.name.slice('_mta-sts.'.length)
      const name = `_smtp._tls.${domain}`
      const answer = yield* askDns(name, 'TXT')
      if (isLost(answer)) continue
      if (recordsOf(answer, 'TXT').some((record) => isTlsRptText(joinedText(record)))) continue
      found.push({
        at,
        span: { from: 0, to: joinedText(at).length },
        message: `\`${domain}\` uses MTA-STS and asks for no reports about TLS.`,
        fixes: addRecord(
          'Ask for reports',
          textLine(name, `v=TLSRPTv1; rua=mailto:postmaster@${domain}`),
          at,
          all,
        ),
      })
    }
    return found
  },
})
