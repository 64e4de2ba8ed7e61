import { joinedText } from '../../core/dns.ts'
import { parseTlsRpt } from '../../auth/tls-rpt/record.ts'
import { defaults, inRunOrder, recordFamily } from '../family.ts'
import { isIntendedAs, recordTagRules } from '../tag-rules.ts'
import * as rules from './rules/index.ts'
import { tlsRptTagFamily } from './shared-rules.ts'

/** TXT records that ask for reports about TLS. */
export const tlsRptFamily = recordFamily({
  prefixes: [tlsRptTagFamily.code],
  defaults: defaults('syntax'),
  format: tlsRptTagFamily.format,
  rules: inRunOrder(recordTagRules(tlsRptTagFamily), rules),
  isIntended: isIntendedAs(tlsRptTagFamily.format),
  subject: (record, all) => ({ record: parseTlsRpt(joinedText(record)), owner: record.name, all }),
})
