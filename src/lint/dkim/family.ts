import { joinedText } from '../../core/dns.ts'
import { parseKeyRecord } from '../../auth/dkim/key.ts'
import { defaults, inRunOrder, recordFamily } from '../family.ts'
import { isIntendedAs, recordTagRules } from '../tag-rules.ts'
import * as rules from './rules/index.ts'
import { keyTagFamily } from './shared-rules.ts'

/** DKIM key records. */
export const keyFamily = recordFamily({
  prefixes: [keyTagFamily.code],
  defaults: defaults('syntax'),
  format: keyTagFamily.format,
  rules: inRunOrder(recordTagRules(keyTagFamily), rules),
  isIntended: isIntendedAs(keyTagFamily.format),
  subject: (record, all) => ({
    record: parseKeyRecord(joinedText(record)),
    owner: record.name,
    all,
  }),
})
