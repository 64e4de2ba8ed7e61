import type { Effect } from '../../core/effects.ts'
import { recordsOf, type DnsAnswer, type RecordOf } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import { toALabels } from '../../core/idna.ts'
import { step, type Outcome, type Step } from '../../core/trace.ts'
import { showAsWritten } from '../as-written.ts'
import { askNoting } from '../ask-noting.ts'
import { isLost } from '../question-step.ts'
import { findHost, type FoundHost } from './hosts.ts'
import type { MailHost, MxAliases, MxVerdict } from './verdict.ts'

export type { MailHost, MxAliases, MxVerdict } from './verdict.ts'

/** Hosts that are looked up; RFC 5321 §5.1 allows such a limit. */
export const MAX_HOSTS = 50

/**
 * Finds the hosts that take a domain's mail (RFC 5321 §5.1): its MX records by preference, or the
 * domain itself where it has none; none at all for a null MX (RFC 7505 §3).
 * @param aliases What comes of an MX record that names an alias, which none may (RFC 2181 §10.3):
 *   senders differ. `followed` by default.
 */
export function* findMailHosts(domain: string, aliases: MxAliases = 'followed'): Effect<MxVerdict> {
  const written = normalizeName(domain)
  const name = toALabels(written)
  const steps: Step[] = []
  const found =
    name === undefined
      ? without('none', `\`${written}\` is no domain name that DNS can hold.`)
      : yield* search(name, aliases, steps)
  return showAsWritten({ ...found, trace: rootStep(name ?? written, found, steps) }, [written])
}

type Found = Omit<MxVerdict, 'trace'>

function* search(domain: string, aliases: MxAliases, steps: Step[]): Effect<Found> {
  if (domain === '') return without('none', 'There is no domain to send to.')
  const answer = yield* askNoting(steps, domain, 'MX')
  if (isLost(answer))
    return without('temperror', `DNS gives no answer now for the mail hosts of \`${domain}\`.`)
  if (answer.status === 'nxdomain') return without('none', `\`${domain}\` does not exist.`)
  const records = recordsOf(answer, 'MX')
  if (!records.length) return yield* implicit(ownName(domain, answer), steps)
  const named = records.filter(({ exchange }) => normalizeName(exchange) !== '')
  if (!named.length) return nullMx(domain, records[0]!, steps)
  if (named.length < records.length) steps.push(nullBesideOthers(domain))
  return yield* explicit(domain, { records: named, aliases }, steps)
}

const without = (result: 'none' | 'temperror', reason: string): Found => ({
  result,
  hosts: [],
  reason,
})

/** Where the domain is an alias, the name that it stands for is processed (§5.1). */
const ownName = (domain: string, { aliases }: DnsAnswer): string => {
  const last = aliases?.at(-1)
  return last && 'target' in last && last.type === 'CNAME' ? last.target : domain
}

function* implicit(domain: string, steps: Step[]): Effect<Found> {
  const { host, lost, trace } = yield* findHost(domain, 0)
  steps.push(trace)
  if (lost)
    return without('temperror', `DNS gives no answer now for the addresses of \`${domain}\`.`)
  if (!host.addresses.length)
    return without('none', `\`${domain}\` has neither an MX record nor an address.`)
  return {
    result: 'implicit',
    hosts: [host],
    reason: `\`${domain}\` has no MX record, so it takes its mail itself, at ${host.addresses[0]!}.`,
  }
}

function nullMx(domain: string, record: RecordOf<'MX'>, steps: Step[]): Found {
  steps.push(
    step({
      kind: 'mx/null',
      text: `The MX record of \`${domain}\` names the root, \`.\`: there is no mail host.`,
      outcome: 'fail',
      ...(record.place && { place: record.place }),
      source: { rfc: 7505, section: '3' },
    }),
  )
  return {
    result: 'null-mx',
    hosts: [],
    reason: `\`${domain}\` states with a null MX record that it accepts no mail.`,
  }
}

const nullBesideOthers = (domain: string): Step =>
  step({
    kind: 'mx/null',
    text: `\`${domain}\` has a null MX record beside others; it must stand alone, and is passed over.`,
    outcome: 'note',
    source: { rfc: 7505, section: '3' },
  })

function* explicit(
  domain: string,
  {
    records,
    aliases,
  }: { readonly records: readonly RecordOf<'MX'>[]; readonly aliases: MxAliases },
  steps: Step[],
): Effect<Found> {
  const found: FoundHost[] = []
  const ordered = [...records].sort((a, b) => a.preference - b.preference)
  for (const { exchange, preference, place } of ordered.slice(0, MAX_HOSTS)) {
    const host = yield* findHost(exchange, preference, aliases)
    found.push(host)
    steps.push(place ? { ...host.trace, place } : host.trace)
  }
  const hosts = found.map(({ host }) => host)
  const reachable = hosts.filter(({ addresses }) => addresses.length)
  if (reachable.length) return { result: 'hosts', hosts, reason: hostsReason(domain, reachable) }
  if (found.some(({ lost }) => lost))
    return {
      result: 'temperror',
      hosts,
      reason: `DNS gives no answer now for the addresses of the mail hosts of \`${domain}\`.`,
    }
  const why = found.some(({ refused }) => refused)
    ? 'can be used, and an alias is not followed'
    : 'has an address'
  return {
    result: 'none',
    hosts,
    reason: `None of the mail hosts of \`${domain}\` ${why}: ${namesOf(hosts)}.`,
  }
}

function hostsReason(domain: string, [first, ...others]: readonly MailHost[]): string {
  const { name, addresses } = first!
  const then = others.length ? `, then ${namesOf(others)}` : ''
  return `Mail for \`${domain}\` goes to \`${name}\` at ${addresses[0]!}${then}.`
}

const namesOf = (hosts: readonly MailHost[]): string =>
  hosts.map(({ name }) => `\`${name}\``).join(', ')

function rootStep(domain: string, { result, reason, hosts }: Found, steps: readonly Step[]): Step {
  return step({
    kind: 'mx/find',
    text: reason,
    outcome: OUTCOMES[result],
    source: { rfc: 5321, section: '5.1' },
    facts: { domain, result, hosts: hosts.map(({ name }) => name) },
    steps,
  })
}

const OUTCOMES: Readonly<Record<MxVerdict['result'], Outcome>> = {
  hosts: 'pass',
  implicit: 'pass',
  'null-mx': 'fail',
  none: 'fail',
  temperror: 'error',
}
