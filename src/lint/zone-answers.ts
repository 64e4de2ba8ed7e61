import type { DnsAnswer, DnsRecord, Resolver } from '../core/dns.ts'
import { originAbove } from '../dns/origins.ts'
import { createResolver } from '../dns/resolver.ts'
import type { Zone } from '../dns/zone/zone.ts'

const UNKNOWN: DnsAnswer = { status: 'timeout', records: [] }
const NOTHING: DnsAnswer = { status: 'nxdomain', records: [] }

/** A tree walk ends here (RFC 9989 §4.10); that a registry has a policy is rare. */
const REGISTRY = /^_dmarc\.[^.]+$/

/**
 * Answers from zones, each question once.
 * @param outside Whether names outside of the zones do not exist, or nothing is known of them. Reverse
 *   names are unknown unless a zone holds some.
 * @param parts Whether nothing is known of what a part of a zone does not hold; it is taken for the whole by default.
 */
export function zoneAnswers(
  zones: readonly Zone[],
  outside: 'absent' | 'unknown',
  parts: 'whole' | 'unknown' = 'whole',
): Resolver {
  const resolver = remembering(createResolver(zones))
  if (outside === 'absent') return closed(zones, resolver)
  return open(zones, resolver, parts === 'unknown' ? zones.filter(isPart) : [])
}

/** Whether a zone is only a part of one: lines of it that somebody looked up, or copied. */
export const isPart = ({ text }: Zone): boolean => !/\bSOA\b/i.test(text)

function closed(zones: readonly Zone[], resolver: Resolver): Resolver {
  if (zones.some(({ origin }) => /(^|\.)arpa$/.test(origin))) return resolver
  return {
    query: (name, type) => (name.endsWith('.arpa') ? UNKNOWN : resolver.query(name, type)),
  }
}

/** Answers for names in the zones; for other names, and where an alias leads out, nothing is known. */
function open(zones: readonly Zone[], resolver: Resolver, parts: readonly Zone[]): Resolver {
  const origins = new Set(zones.map(({ origin }) => origin))
  const partOrigins = new Set(parts.map(({ origin }) => origin))
  const knows = (name: string): boolean => originAbove(name, origins) !== undefined
  return {
    query(name, type) {
      if (!knows(name)) return REGISTRY.test(name) ? NOTHING : UNKNOWN
      const answer = resolver.query(name, type)
      const isSilent = answer.records.length === 0 && !answer.aliases?.length
      if (isSilent && partOrigins.has(originAbove(name, origins)!)) return UNKNOWN
      const last = answer.aliases?.at(-1)
      return last && !knows(targetOf(last) ?? name) ? UNKNOWN : answer
    },
  }
}

const targetOf = (alias: DnsRecord): string | undefined =>
  alias.type === 'CNAME' ? alias.target : undefined

function remembering(resolver: Resolver): Resolver {
  const known = new Map<string, DnsAnswer>()
  return {
    query(name, type) {
      const key = `${type} ${name}`
      const before = known.get(key)
      if (before) return before
      const answer = resolver.query(name, type)
      known.set(key, answer)
      return answer
    },
  }
}
