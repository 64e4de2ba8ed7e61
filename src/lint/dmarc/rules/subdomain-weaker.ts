import { defineRule } from '../../../core/rule.ts'
import { removeOnly } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { Policy } from '../../../auth/dmarc/parse.ts'
import type { DmarcSubject } from '../subject.ts'

const STRENGTH: Readonly<Record<Policy, number>> = { none: 0, quarantine: 1, reject: 2 }

export const subdomainWeaker = defineRule<DmarcSubject>({
  code: 'dmarc/subdomain-weaker',
  severity: 'warning',
  source: { rfc: 9989, section: '4.7' },
  why: 'Forgers look for the weakest name: a subdomain with a softer policy is as good to them as the domain itself.',
  bad: [
    'v=DMARC1; p=reject; «sp=none»',
    'v=DMARC1; p=reject; «np=quarantine»',
    'v=DMARC1; p=none; sp=reject; «np=none»',
  ],
  good: ['v=DMARC1; p=none; sp=reject', 'v=DMARC1; p=quarantine; sp=quarantine; np=reject'],
  *check({ record }) {
    const { p, sp, np } = record
    const weaker = (a: Policy | undefined, b: Policy | undefined): boolean =>
      a !== undefined && b !== undefined && STRENGTH[a] < STRENGTH[b]
    for (const [name, value, than] of [
      ['sp', sp, p],
      ['np', np, sp ?? p],
    ] as const) {
      const tag = tagNamed(record, name)
      if (tag && weaker(value, than))
        yield {
          span: tag.span,
          message:
            name === 'sp'
              ? `Subdomains get \`${value}\`, less than the \`${than}\` of the domain.`
              : `Names that do not exist get \`${value}\`, less than the \`${than}\` of those that do.`,
          fixes: removeOnly(record, tag),
        }
    }
  },
})
