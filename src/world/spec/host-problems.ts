import { domainOf } from '../../core/domain.ts'
import { isSameDomain } from '../../core/idna.ts'
import type { AliasSpec, ForwardingSpec } from './addresses.ts'
import type { FilterSpec } from './filters.ts'
import type { MailingListSpec } from './lists.ts'
import type { ReportsSpec } from './reports.ts'
import type { SendingSpec, TenantSpec } from './sending.ts'

/** Something in the spec of a host that does not fit the rest of it. */
export interface HostProblem {
  readonly at: readonly (string | number)[]
  readonly message: string
}

interface Service {
  readonly domains: readonly string[]
}

/** The parts of a host that must fit together. */
export interface HostParts {
  readonly smtp?: Service & {
    readonly authenticates: boolean
    readonly bimi?: boolean
    readonly filters?: readonly FilterSpec[]
  }
  readonly submission?: Service & { readonly tenants?: readonly TenantSpec[] }
  readonly sending?: SendingSpec
  readonly lmtp?: Service
  readonly keys?: readonly unknown[]
  readonly aliases?: readonly AliasSpec[]
  readonly forwarding?: ForwardingSpec
  readonly lists?: readonly MailingListSpec[]
  readonly reports?: ReportsSpec
}

/** What of a host's spec does not fit together. */
export function* hostProblems(host: HostParts): Generator<HostProblem> {
  const { aliases = [], lists = [] } = host
  for (const [index, { address }] of aliases.entries())
    yield* strangerAt(host, address, ['aliases', index, 'address'])
  yield* repeated(aliases, 'aliases')
  for (const [index, list] of lists.entries()) {
    yield* strangerAt(host, list.address, ['lists', index, 'address'])
    if (list.seal) yield* cannotSeal(host, ['lists', index, 'seal'])
  }
  yield* repeated(lists, 'lists')
  for (const [index, { returnPath }] of (host.submission?.tenants ?? []).entries())
    if (returnPath !== undefined)
      yield* strangerAt(host, `b@${returnPath}`, ['submission', 'tenants', index, 'returnPath'])
  if (host.sending?.complaintsTo !== undefined)
    yield* strangerAt(host, host.sending.complaintsTo, ['sending', 'complaintsTo'])
  for (const [index, filter] of (host.smtp?.filters ?? []).entries()) {
    const isAtEnd =
      filter.policy === 'bulk' ||
      (filter.policy === 'spf' && Object.values(filter).includes('junk'))
    if (isAtEnd && !host.smtp?.authenticates)
      yield {
        at: ['smtp', 'filters', index, 'policy'],
        message: 'This needs what the host finds out about a message: set `smtp.authenticates`.',
      }
  }
  if (host.smtp?.bimi && !host.smtp.authenticates)
    yield {
      at: ['smtp', 'bimi'],
      message: 'A logo is for messages that pass DMARC: set `smtp.authenticates`.',
    }
  for (const kind of ['dmarc', 'failures'] as const)
    if (host.reports?.[kind] && !host.smtp?.authenticates)
      yield {
        at: ['reports', kind],
        message: 'A report states what the host found: set `smtp.authenticates`.',
      }
  if (host.forwarding?.seal) yield* cannotSeal(host, ['forwarding', 'seal'])
}

const domainsIn = ({ smtp, submission, lmtp }: HostParts): string[] =>
  [smtp, submission, lmtp].flatMap((service) => service?.domains ?? [])

function* strangerAt(
  host: HostParts,
  address: string,
  at: HostProblem['at'],
): Generator<HostProblem> {
  const domain = domainOf(address)
  if (address.includes('@') && !domainsIn(host).some((own) => isSameDomain(own, domain)))
    yield { at, message: `\`${domain}\` is no domain of this host: name one of \`smtp.domains\`.` }
}

function* repeated(
  all: readonly { readonly address: string }[],
  key: string,
): Generator<HostProblem> {
  const seen = new Set<string>()
  for (const [index, { address }] of all.entries()) {
    if (seen.has(address.toLowerCase()))
      yield {
        at: [key, index, 'address'],
        message: `\`${address}\` stands here twice: name all its addresses in one place.`,
      }
    seen.add(address.toLowerCase())
  }
}

function* cannotSeal(host: HostParts, at: HostProblem['at']): Generator<HostProblem> {
  if (!host.keys?.length) yield { at, message: 'A seal needs a key: add one to `keys`.' }
  if (!host.smtp?.authenticates)
    yield { at, message: 'A seal states what the host found: set `smtp.authenticates`.' }
}
