import { joinedText } from '../../core/dns.ts'
import { parseStsRecord } from '../../auth/mta-sts/record.ts'
import { defaults, inRunOrder, recordFamily } from '../family.ts'
import { isIntendedAs, recordTagRules } from '../tag-rules.ts'
import * as rules from './rules/index.ts'
import { stsTagFamily } from './shared-rules.ts'

/** TXT records that announce a policy of MTA-STS. */
export const stsFamily = recordFamily({
  prefixes: [stsTagFamily.code],
  defaults: defaults('syntax'),
  format: stsTagFamily.format,
  rules: inRunOrder(recordTagRules(stsTagFamily), rules),
  isIntended: isIntendedAs(stsTagFamily.format),
  subject: (record, all) => ({
    record: parseStsRecord(joinedText(record)),
    owner: record.name,
    all,
  }),
})
