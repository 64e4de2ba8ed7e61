import { joinedText, type DnsRecord } from '../../core/dns.ts'
import { labelsOf } from '../../core/domain.ts'
import { parseDmarc } from '../../auth/dmarc/parse.ts'
import { defaults, inRunOrder, recordFamily, type TextRecord } from '../family.ts'
import { isIntendedAs, recordTagRules } from '../tag-rules.ts'
import * as rules from './rules/index.ts'
import { dmarcTagFamily } from './shared-rules.ts'
import type { DmarcSubject } from './subject.ts'

/** DMARC policy records. */
export const dmarcFamily = recordFamily({
  prefixes: [dmarcTagFamily.code],
  defaults: defaults('syntax'),
  format: dmarcTagFamily.format,
  rules: inRunOrder(recordTagRules(dmarcTagFamily), rules),
  isIntended: isIntendedAs(dmarcTagFamily.format),
  subject,
})

function subject(record: TextRecord, all: readonly DnsRecord[]): DmarcSubject {
  const labels = labelsOf(record.name)
  return {
    record: parseDmarc(joinedText(record)),
    owner: record.name,
    domain: labels.slice(labels.indexOf('_dmarc') + 1).join('.'),
    acceptsReports: labels.indexOf('_report') >= 0,
    all,
  }
}
