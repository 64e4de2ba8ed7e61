import { joinedText } from '../../core/dns.ts'
import { parseBimi } from '../../auth/bimi/record.ts'
import { defaults, inRunOrder, recordFamily } from '../family.ts'
import { isIntendedAs, recordTagRules } from '../tag-rules.ts'
import * as rules from './rules/index.ts'
import { bimiTagFamily } from './shared-rules.ts'

/** BIMI records. */
export const bimiFamily = recordFamily({
  prefixes: [bimiTagFamily.code],
  defaults: defaults('syntax'),
  format: bimiTagFamily.format,
  rules: inRunOrder(recordTagRules(bimiTagFamily), rules),
  isIntended: isIntendedAs(bimiTagFamily.format),
  subject: (record, all) => ({ record: parseBimi(joinedText(record)), owner: record.name, all }),
})
