import type { Effect } from '../../core/effects.ts'
import type { FoundRecord, Records } from './lookup.ts'
import { sameWhateverIsOpen } from './same-organization.ts'
import { suffixDomain } from './suffix-domain.ts'
import { organizationalDomainOf, walkTree } from './tree-walk.ts'

/** Which RFC decides: 9989 walks the tree, 7489 looked into a list of public suffixes. */
export type DmarcMode = '9989' | '7489'

/** What policy discovery came to. */
export type Discovery =
  | { readonly kind: 'found'; readonly found: FoundRecord }
  | { readonly kind: 'none'; readonly several: boolean }
  | { readonly kind: 'failed' }

/** The two things that the RFCs do in different ways. */
export interface Method {
  discover(domain: string): Effect<Discovery>
  /** @returns The organizational domain; `undefined` where no server answered. */
  organizational(domain: string): Effect<string | undefined>
  /**
   * Whether the two, whose organizational domains were asked for, belong together.
   * @returns `undefined` where that depends on an answer that did not come.
   */
  areOne(a: string, b: string): boolean | undefined
}

export function treeWalk(records: Records): Method {
  const organizations = new Map<string, string | undefined>()
  return {
    discover: (domain) => discoverByWalk(records, domain),
    organizational: (domain) => organizationByWalk(records, domain, organizations),
    areOne: (a, b) => sameWhateverIsOpen(records, a, b),
  }
}

/** The author domain's own record, or that of its organizational domain, or of the PSD (§4.10.1). */
function* discoverByWalk(records: Records, domain: string): Effect<Discovery> {
  const own = yield* records.at(domain)
  if (own.failed) return { kind: 'failed' }
  if (own.found) return { kind: 'found', found: own.found }
  const walk = yield* walkTree(records, domain)
  if (walk.failed) return { kind: 'failed' }
  const organization = organizationalDomainOf(walk)
  const found =
    walk.found.find((one) => one.domain === organization) ??
    walk.found.find(({ record }) => record.psd === 'y')
  return found ? { kind: 'found', found } : { kind: 'none', several: own.count > 1 }
}

/** Each domain walks once, however many identifiers are compared with it. */
function* organizationByWalk(
  records: Records,
  domain: string,
  organizations: Map<string, string | undefined>,
): Effect<string | undefined> {
  if (organizations.has(domain)) return organizations.get(domain)
  const walk = yield* walkTree(records, domain)
  const organization = walk.failed ? undefined : organizationalDomainOf(walk)
  organizations.set(domain, organization)
  return organization
}

export const suffixList = (records: Records, suffixes: ReadonlySet<string>): Method => ({
  discover: (domain) => discoverBySuffix(records, suffixes, domain),
  organizational: (domain) => organizationBySuffix(suffixes, domain),
  areOne: (a, b) => suffixDomain(a, suffixes) === suffixDomain(b, suffixes),
})

/** The author domain's own record, or that of its organizational domain (RFC 7489 §6.6.3). */
function* discoverBySuffix(
  records: Records,
  suffixes: ReadonlySet<string>,
  domain: string,
): Effect<Discovery> {
  const own = yield* records.at(domain)
  const organization = suffixDomain(domain, suffixes)
  const lookup =
    own.count > 0 || own.failed || organization === domain ? own : yield* records.at(organization)
  if (lookup.failed) return { kind: 'failed' }
  if (lookup.found) return { kind: 'found', found: lookup.found }
  return { kind: 'none', several: lookup.count > 1 }
}

// eslint-disable-next-line require-yield -- nothing to ask: the list is at hand
function* organizationBySuffix(suffixes: ReadonlySet<string>, domain: string): Effect<string> {
  return suffixDomain(domain, suffixes)
}
