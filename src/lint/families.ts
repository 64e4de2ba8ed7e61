import { zoneParserFamily } from './dns/family.ts'
import type { RuleFamily } from './family.ts'
import { messageFamilies } from './message-families.ts'
import { stsPolicyFamily } from './mta-sts/policy-family.ts'
import { zoneFamilies } from './zone-families.ts'

/** Every family: a new one is a file, and a line here or in one of the lists. */
export const families: readonly RuleFamily[] = [
  zoneParserFamily,
  ...zoneFamilies,
  ...messageFamilies,
  stsPolicyFamily,
]

/** What a code starts with ▶ the title of the rules that start so. */
export const prefixTitles: Readonly<Record<string, string>> = {
  zone: 'Zone files',
  mx: 'MX',
  spf: 'SPF',
  dkim: 'DKIM keys',
  dmarc: 'DMARC',
  'mta-sts': 'MTA-STS',
  'tls-rpt': 'TLS reports',
  bimi: 'BIMI',
  message: 'Messages',
  mime: 'MIME',
  signature: 'DKIM signatures',
  arc: 'ARC',
  unsubscribe: 'List-Unsubscribe',
  results: 'Authentication-Results',
}
