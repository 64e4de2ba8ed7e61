import type { Authentication } from '../../auth/authenticate.ts'

/** What DMARC came to and why; a part of it is enough. */
export interface Vouching {
  readonly spf: Pick<Authentication['spf'], 'result' | 'domain'>
  readonly dkim: {
    readonly signatures: readonly Pick<
      Authentication['dkim']['signatures'][number],
      'result' | 'domain' | 'selector'
    >[]
  }
  readonly dmarc: Pick<Authentication['dmarc'], 'result' | 'reason' | 'authorDomain' | 'alignment'>
}

/**
 * What DMARC found, in a sentence or two: everything that vouches for the author domain, where the
 * verdict's own reason names the first of it, and what passed for another domain.
 */
export function dmarcSummary({ spf, dkim, dmarc }: Vouching): string {
  const { result, reason, authorDomain, alignment } = dmarc
  const checks = [
    { name: 'SPF', ...spf, isAligned: alignment.spf?.aligned ?? false },
    ...dkim.signatures.map((signature, at) => ({
      name: 'DKIM',
      ...signature,
      isAligned: alignment.dkim[at]?.aligned ?? false,
    })),
  ]
  const vouching = checks.filter(({ isAligned }) => isAligned)
  const beside = checks.filter((check) => check.result === 'pass' && !check.isAligned)
  const first =
    result === 'pass' && vouching.length
      ? `Vouched for \`${authorDomain}\`: ${listed(vouching.map(describe))}.`
      : reason
  if (!beside.length || (result !== 'pass' && result !== 'fail')) return first
  const [verb, pronoun] = beside.length === 1 ? ['passes', 'it'] : ['pass', 'they']
  return `${first} ${listed(beside.map(describe))} ${verb}, but ${pronoun} cannot speak for \`${authorDomain}\`.`
}

interface Named {
  readonly name: string
  readonly domain: string
  readonly selector?: string
}

const describe = ({ name, domain, selector }: Named): string =>
  `${name} with \`${domain}\`${selector ? ` (selector \`${selector}\`)` : ''}`

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`
