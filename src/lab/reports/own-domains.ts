import { PUBLIC_SUFFIXES } from '../../auth/dmarc/public-suffixes.ts'
import { suffixDomain } from '../../auth/dmarc/suffix-domain.ts'
import { asciiDomain } from '../../auth/author-domains.ts'
import { normalizeName } from '../../core/domain.ts'

/** Names of one organization have this in common, as far as a list of public suffixes knows. */
export const organizationOf = (domain: string): string =>
  suffixDomain(nameOf(domain), PUBLIC_SUFFIXES)

/** As it is asked for: in ASCII where that can be, in lower case. */
export const nameOf = (domain: string): string =>
  asciiDomain(domain.trim()) ?? normalizeName(domain.trim())

/** The learner’s organizations. */
export class OwnDomains {
  readonly names: readonly string[]
  readonly #organizations: ReadonlySet<string>

  /** @param names As they were written; what is empty is passed over. */
  constructor(names: readonly string[]) {
    this.names = names
    this.#organizations = new Set(names.map(organizationOf).filter((name) => name !== ''))
  }

  has(domain: string): boolean {
    return domain !== '' && this.#organizations.has(organizationOf(domain))
  }
}
