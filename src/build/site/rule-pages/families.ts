import { allRules, familyOf, type KnownRule } from '../../../lint/all-rules.ts'

/** Rules whose codes start alike. */
export interface RuleFamily {
  /** `spf` */
  readonly name: string
  readonly title: string
  readonly rules: readonly KnownRule[]
}

const TITLES: Readonly<Record<string, string>> = {
  zone: 'Zone files',
  mx: 'MX',
  spf: 'SPF',
  dkim: 'DKIM keys',
  message: 'Messages',
  signature: 'DKIM signatures',
  dmarc: 'DMARC',
  arc: 'ARC',
  results: 'Authentication-Results',
  'mta-sts': 'MTA-STS',
  'tls-rpt': 'TLS reports',
  bimi: 'BIMI',
  unsubscribe: 'List-Unsubscribe',
}

let grouped: readonly RuleFamily[] | undefined

/** Every family that has a rule, in the order of the list. */
export const families = (): readonly RuleFamily[] => (grouped ??= group())

function group(): RuleFamily[] {
  const names = [...new Set(allRules.map(familyOf))]
  return names.map((name) => ({
    name,
    title: TITLES[name] ?? name.toUpperCase(),
    rules: allRules.filter((rule) => familyOf(rule) === name),
  }))
}
