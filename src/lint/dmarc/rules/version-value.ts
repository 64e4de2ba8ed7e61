import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { DmarcSubject } from '../subject.ts'

export const versionValue = defineRule<DmarcSubject>({
  code: 'dmarc/version-value',
  severity: 'error',
  source: { rfc: 9989, section: '4.7' },
  why: 'The version is exactly `DMARC1`, in upper case. With any other value the whole record is ignored.',
  bad: ['v=«dmarc1»; p=none', 'v=«DMARC»; p=none', 'v=«DMARC2»; p=none'],
  good: ['v=DMARC1; p=none', 'v=DMARC1 p=none', '_dmarc.example.com TXT v=spf1 -all'],
  *check({ record }) {
    const version = tagNamed(record, 'v')
    // A version with more behind it lacks a semicolon, or is SPF: other rules tell that.
    if (
      !version ||
      (/^DMARC1(\s|,|$)|^spf1/i.test(version.value) &&
        !/^dmarc1$/.test(version.value.toLowerCase()))
    )
      return
    if (version.value !== 'DMARC1')
      yield {
        span: version.value === '' ? version.span : version.valueSpan,
        message: `The version must read \`DMARC1\`; with \`${version.value}\` the record is ignored.`,
        fixes: [fix('Write `DMARC1`', version.valueSpan, 'DMARC1')],
      }
  },
})
