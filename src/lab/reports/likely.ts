import type { Evidence } from './evidence.ts'
import type { Judgement, Known } from './likely-rule.ts'
import { rules } from './likely-rules.ts'
import { networkOf } from './network-of.ts'
import type { OwnDomains } from './own-domains.ts'
import type { OwnZone } from './own-zone.ts'
import type { TraceLine } from './types.ts'

export interface Judged {
  readonly evidence: Evidence
  readonly judgement: Judgement
  readonly trace: readonly TraceLine[]
}

/**
 * Judges every address: the questions in their order, and the first whose answer decides. Done twice,
 * since who is a vendor by one address is one by another.
 */
export function judgeAll(all: readonly Evidence[], own: OwnDomains, zone?: OwnZone): Judged[] {
  const known = knownOf(all, own, zone)
  const first = all.map((evidence) => judge(evidence, known))
  const found = first.flatMap(({ judgement: { kind, certainty, who } }) =>
    kind === 'vendor' && certainty !== 'perhaps' && who !== undefined ? [who] : [],
  )
  const vendors = new Set([...known.vendors, ...found])
  return vendors.size === known.vendors.size
    ? first
    : all.map((evidence) => judge(evidence, { ...known, vendors }))
}

function judge(evidence: Evidence, known: Known): Judged {
  const trace: TraceLine[] = []
  for (const { asked, decide } of rules) {
    const decided = decide(evidence, known)
    const answer = typeof decided === 'string' ? decided : decided.answer
    trace.push({ asked, answer, decided: typeof decided !== 'string' })
    if (typeof decided !== 'string')
      return { evidence, judgement: { reason: answer, ...decided.judgement }, trace }
  }
  const reason = 'Nothing vouches for it: no signature and no SPF record passes.'
  return { evidence, judgement: { kind: 'stranger', certainty: 'likely', reason }, trace }
}

function knownOf(all: readonly Evidence[], own: OwnDomains, zone?: OwnZone): Known {
  const homes = all.filter((one) => isHome(one, zone))
  const keysAtHome = new Map<string, Set<string>>()
  for (const { ip, passing } of homes)
    for (const [name, { selector }] of passing)
      if (selector !== '') keysAtHome.set(name, (keysAtHome.get(name) ?? new Set()).add(ip))
  return {
    own,
    ...(zone && { zone }),
    keysAtHome,
    passingKeys: new Set(all.flatMap(({ passing }) => [...passing.keys()])),
    networks: new Set(homes.map(({ ip }) => networkOf(ip))),
    vendors: new Set(zone?.vendors ?? []),
  }
}

/** An address of yours: a term of SPF names it, or SPF passes for you and no other signs there. */
function isHome({ ip, spfOwn, signedByOthers, spfOthers }: Evidence, zone?: OwnZone): boolean {
  const term = zone?.termFor(ip)
  if (term) return term.included === undefined
  return spfOwn && signedByOthers.size === 0 && spfOthers.size === 0
}
