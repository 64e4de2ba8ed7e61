import { allRules, familyOf, type KnownRule } from '../world/all-rules.ts'

/** Rules whose codes start alike. */
export interface RuleFamily {
  /** `spf` */
  readonly name: string
  readonly title: string
  /** How its examples are read. Backticks mark code. */
  readonly about: string
  readonly rules: readonly KnownRule[]
}

const ZONE = 'The examples are lines of the zone `example.com`.'

const record = (owner: string): string =>
  `An example is the text of a TXT record at \`${owner}\`, unless it names another owner; lines below it are its neighbours.`

const ABOUT: Readonly<Record<string, { title: string; about: string }>> = {
  zone: { title: 'Zone files', about: ZONE },
  mx: { title: 'MX', about: ZONE },
  spf: {
    title: 'SPF',
    about:
      'Each line of an example is a TXT record at `example.com`; `" "` stands between the strings of one.',
  },
  dkim: { title: 'DKIM keys', about: record('s1._domainkey.example.com') },
  dmarc: { title: 'DMARC', about: record('_dmarc.example.com') },
  'mta-sts': { title: 'MTA-STS', about: record('_mta-sts.example.com') },
  'tls-rpt': { title: 'TLS reports', about: record('_smtp._tls.example.com') },
  bimi: { title: 'BIMI', about: record('default._bimi.example.com') },
}

let grouped: readonly RuleFamily[] | undefined

/** Every family that has a rule, in the order of the list. */
export const families = (): readonly RuleFamily[] => (grouped ??= group())

function group(): RuleFamily[] {
  const names = [...new Set(allRules.map(familyOf))]
  return names.map((name) => ({
    name,
    ...(ABOUT[name] ?? { title: name.toUpperCase(), about: 'The examples are texts alone.' }),
    rules: allRules.filter((rule) => familyOf(rule) === name),
  }))
}
