import type { Fix } from '../../../core/diagnostic.ts'
import { parseIpv4 } from '../../../core/ip.ts'
import { defineRule } from '../../../core/rule.ts'
import { followers, joinNext, partAll, rewrite } from '../fixes.ts'
import type { RecordProblem } from '../../../auth/spf/record.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const badIp4 = defineRule<SpfSubject>({
  code: 'spf/bad-ip4',
  severity: 'error',
  source: { rfc: 7208, section: '5.6' },
  why: '`ip4` takes four numbers from 0 to 255 with dots between, whole, without leading zeros. A network is that with `/` and a length.',
  bad: [
    'v=spf1 ip4:«192.0.2» -all',
    'v=spf1 ip4:«192.0.2.256» -all',
    'v=spf1 ip4:«192.0.2.01» -all',
    'v=spf1 ip4:«192.0.2.*» -all',
    'v=spf1 ip4:«mail.example.org» -all',
    'v=spf1 ip4:«192.0.2.10-all»',
    'v=spf1 «ip4» -all',
    'v=spf1 «ip4:» -all',
  ],
  good: ['v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.7 -all'],
  *check(subject) {
    const next = followers(subject)
    yield* reportProblems(
      subject,
      (found) => found.term?.name === 'ip4' && isKind('bad-network', 'missing-network')(found),
      (found) => {
        const { term } = found
        const joined = term ? joinNext(term, next.get(term)) : []
        return joined.length ? joined : repair(found)
      },
    )
  },
})

function repair({ term }: RecordProblem): Fix[] {
  const [, qualifier = '', address = '', prefix = ''] =
    /^([-+~?]?)ip4:([^/]+)(.*)$/i.exec(term?.text ?? '') ?? []
  if (!term || !address) return []
  const parted = partAll(term)
  if (parted.length) return parted
  const wording = better(address, prefix)
  return wording ? rewrite(term, `${qualifier}${wording}`) : []
}

function better(address: string, prefix: string): string | undefined {
  const plain = address.replace(/\b0+(?=\d)/g, '')
  if (parseIpv4(plain)) return `ip4:${plain}${prefix}`
  const network = address.replace(/(?:\.\*|\.)?$/, '.0')
  if (prefix === '' && parseIpv4(network)) return `ip4:${network}/24`
  return isHostName(address) ? `a:${address}${prefix}` : undefined
}

/** What begins with three numbers is meant as an address, whatever follows. */
const isHostName = (text: string): boolean => /[a-z]/i.test(text) && !/^\d+\.\d+\.\d+/.test(text)
