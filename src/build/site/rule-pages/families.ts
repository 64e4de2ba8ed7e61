import { allRules, familyOf, type KnownRule } from '../../../lint/all-rules.ts'

/** Rules whose codes start alike. */
export interface RuleFamily {
  /** `spf` */
  readonly name: string
  readonly title: string
  /** What its rules look at, in a sentence. */
  readonly about: string
  readonly rules: readonly KnownRule[]
}

const FAMILIES: Readonly<Record<string, Pick<RuleFamily, 'title' | 'about'>>> = {
  zone: {
    title: 'Zone files',
    about: 'Syntax of a zone file, names and record types, and records that contradict each other.',
  },
  mx: { title: 'MX', about: 'The mail hosts of a domain, their names and their addresses.' },
  spf: {
    title: 'SPF',
    about: 'The record that lists who may send for a domain, and what its lookups cost.',
  },
  dkim: { title: 'DKIM keys', about: 'The public keys that verifiers fetch from the DNS.' },
  message: { title: 'Messages', about: 'Header fields, addresses, dates and line ends.' },
  mime: { title: 'MIME', about: 'Parts of a message, their types, charsets and encodings.' },
  signature: { title: 'DKIM signatures', about: 'The `DKIM-Signature` field of a message.' },
  dmarc: {
    title: 'DMARC',
    about: 'The policy of a domain for messages that fail, and where reports go.',
  },
  arc: { title: 'ARC', about: 'The seals that forwarders put on a message.' },
  results: {
    title: 'Authentication-Results',
    about: 'The field in which a receiver records its verdicts.',
  },
  'mta-sts': {
    title: 'MTA-STS',
    about: 'The record and the policy file that require TLS to a domain’s mail hosts.',
  },
  'tls-rpt': { title: 'TLS reports', about: 'Where reports on failed TLS connections go.' },
  bimi: { title: 'BIMI', about: 'The record that names a domain’s logo.' },
  unsubscribe: {
    title: 'List-Unsubscribe',
    about: 'Fields with which a reader leaves a list in one step.',
  },
}

let grouped: readonly RuleFamily[] | undefined

/** Every family that has a rule, in the order of the list. */
export const families = (): readonly RuleFamily[] => (grouped ??= group())

function group(): RuleFamily[] {
  const names = [...new Set(allRules.map(familyOf))]
  return names.map((name) => {
    const known = FAMILIES[name]
    if (known === undefined) throw new Error(`families.ts has no title for the rules of ${name}/`)
    return { name, ...known, rules: allRules.filter((rule) => familyOf(rule) === name) }
  })
}
