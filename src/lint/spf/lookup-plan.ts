import { askDns, type Effect } from '../../core/effects.ts'
import { recordsOf, type DnsAnswer, type RecordType } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import { isLost } from '../../auth/question-step.ts'
import { lookupCost, MAX_LOOKUPS } from '../../auth/spf/limits.ts'
import { nextDomain, plainName } from './next-domain.ts'
import { publishedSpf, selectedIn, type PublishedSpf } from '../../auth/spf/published.ts'
import { mechanismsOf, modifierOf, type SpfRecord, type Term } from '../../auth/spf/record.ts'
import { isAskable } from '../../auth/spf/target-name.ts'

/**
 * The lookups of an SPF record and of everything that it leads to, for a client that matches nothing. Unlike an
 * evaluation it does not stop at an error, so that every problem is reported.
 */
export interface LookupPlan {
  readonly published: PublishedSpf
  /** The terms that are tried, in order: mechanisms up to `all`, or all of them and the redirect. */
  readonly terms: readonly PlannedTerm[]
}

export interface PlannedTerm {
  readonly term: Term
  /** The record that holds the term. */
  readonly published: PublishedSpf
  /** The name it asks for; absent where a macro hides it, or it asks for none. */
  readonly target?: string
  /** Lookups of the ten that the term itself costs (RFC 7208 §4.6.4). */
  readonly cost: number
  /** What an `include` or a `redirect` leads to. */
  readonly next?: Next
  /** What an `a` or an `mx` names. */
  readonly hosts?: Hosts
  /** Questions that find nothing, for clients of each family. */
  readonly voids: Voids
}

export type Next =
  | { readonly kind: 'record'; readonly plan: LookupPlan }
  | { readonly kind: 'none'; readonly status: DnsAnswer['status'] }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'broken'; readonly published: PublishedSpf }
  /** Back to a record that led here: `path` begins and ends with it. */
  | { readonly kind: 'loop'; readonly path: readonly string[] }
  /** A macro hides the target, DNS does not answer, or the limit is exceeded by far. */
  | { readonly kind: 'unknown' }

export interface Hosts {
  /** Names of mail hosts; the target itself for an `a`. */
  readonly names: readonly string[]
  readonly addresses: number
  /** Whether DNS left a question about them without an answer. */
  readonly lost: boolean
}

export interface VoidQuestion {
  readonly name: string
  readonly type: RecordType
}

export interface Voids {
  readonly v4: readonly VoidQuestion[]
  readonly v6: readonly VoidQuestion[]
}

const NO_VOIDS: Voids = { v4: [], v6: [] }

/** So far over the limit of 10, further lookups do not matter. */
const ENOUGH = 100

/** Mail hosts whose addresses are asked for; the eleventh breaks the record anyway. */
const MOST_HOSTS = 11

/** Where the walk is: shared by all records that one record leads to. */
interface WalkState {
  /** The domains that led here, the first one first. */
  readonly path: readonly string[]
  /** Grows as the walk goes on. */
  readonly lookupCount: { total: number }
}

/** Follows a record everywhere it leads. Always ends: a loop is followed once, and lookups are limited. */
export function* planLookups(
  published: PublishedSpf,
  state: WalkState = { path: [published.domain], lookupCount: { total: 0 } },
): Effect<LookupPlan> {
  const terms: PlannedTerm[] = []
  for (const term of triedTerms(published.record)) {
    state.lookupCount.total += lookupCost(term)
    if (state.lookupCount.total > ENOUGH) break
    terms.push(yield* planTerm(term, published, state))
  }
  return { published, terms }
}

/** The terms that a client tries when nothing matches; terms with a syntax problem are left out. */
export function triedTerms(record: SpfRecord): Term[] {
  const broken = new Set(record.problems.map(({ term }) => term))
  const mechanisms = mechanismsOf(record)
  const all = mechanisms.findIndex(({ name }) => name === 'all')
  const redirect = all < 0 ? modifierOf(record, 'redirect') : undefined
  const tried = all < 0 ? mechanisms : mechanisms.slice(0, all)
  return [...tried, ...(redirect ? [redirect] : [])].filter((term) => !broken.has(term))
}

function* planTerm(term: Term, published: PublishedSpf, state: WalkState): Effect<PlannedTerm> {
  const head = { term, published, cost: lookupCost(term) }
  const leads = term.name === 'include' || term.name === 'redirect'
  const target = leads ? nextDomain(term) : targetOf(term, published)
  if (target === undefined || !isAskable(target))
    return { ...head, voids: NO_VOIDS, ...(leads && { next: { kind: 'unknown' } as const }) }
  return { ...head, target, ...(yield* resolveTarget(term, target, state)) }
}

/** What DNS holds for the target of a term. */
type TargetAnswers = Pick<PlannedTerm, 'next' | 'hosts' | 'voids'>

function* resolveTarget(term: Term, target: string, state: WalkState): Effect<TargetAnswers> {
  switch (term.name) {
    case 'include':
    case 'redirect':
      return yield* followDomain(target, state)
    case 'a':
      return yield* resolveHosts([target], NO_VOIDS)
    case 'mx':
      return yield* resolveMailHosts(target)
    case 'exists': {
      const answer = yield* askDns(target, 'A')
      return { voids: bothVoid(answer, target, 'A') }
    }
    default:
      return { voids: NO_VOIDS }
  }
}

/** The name that a mechanism asks for, unless a macro hides it. */
function targetOf(term: Term, { domain }: PublishedSpf): string | undefined {
  if (term.kind !== 'mechanism' || !['a', 'mx', 'exists'].includes(term.name)) return undefined
  return term.domain ? plainName(term.domain) : domain
}

const isVoid = (answer: DnsAnswer): boolean => !isLost(answer) && !answer.records.length

function bothVoid(answer: DnsAnswer, name: string, type: RecordType): Voids {
  const voids = isVoid(answer) ? [{ name, type }] : []
  return { v4: voids, v6: voids }
}

function* followDomain(target: string, { path, lookupCount }: WalkState): Effect<TargetAnswers> {
  if (path.includes(target))
    return {
      next: { kind: 'loop', path: [...path.slice(path.indexOf(target)), target] },
      voids: NO_VOIDS,
    }
  if (path.length > MAX_LOOKUPS) return { next: { kind: 'unknown' }, voids: NO_VOIDS }
  const answer = yield* askDns(target, 'TXT')
  const voids = bothVoid(answer, target, 'TXT')
  if (isLost(answer)) return { next: { kind: 'unknown' }, voids }
  const found = selectedIn(answer)
  const [only, ...more] = found
  if (!only) return { next: { kind: 'none', status: answer.status }, voids }
  if (more.length) return { next: { kind: 'several', count: found.length }, voids }
  const published = publishedSpf(only, target)
  if (published.record.problems.length) return { next: { kind: 'broken', published }, voids }
  const plan = yield* planLookups(published, { path: [...path, target], lookupCount })
  return { next: { kind: 'record', plan }, voids }
}

function* resolveMailHosts(target: string): Effect<TargetAnswers> {
  const answer = yield* askDns(target, 'MX')
  const names = recordsOf(answer, 'MX').map(({ exchange }) => normalizeName(exchange))
  const answers = yield* resolveHosts(names, bothVoid(answer, target, 'MX'))
  return isLost(answer) ? { ...answers, hosts: { ...answers.hosts, lost: true } } : answers
}

function* resolveHosts(
  names: readonly string[],
  before: Voids,
): Effect<TargetAnswers & { readonly hosts: Hosts }> {
  const v4 = [...before.v4]
  const v6 = [...before.v6]
  let addresses = 0
  let lost = false
  for (const name of names.filter(isAskable).slice(0, MOST_HOSTS)) {
    for (const [type, voids] of [['A', v4] as const, ['AAAA', v6] as const]) {
      const answer = yield* askDns(name, type)
      addresses += answer.records.length
      lost ||= isLost(answer)
      if (isVoid(answer)) voids.push({ name, type })
    }
  }
  return { hosts: { names, addresses, lost }, voids: { v4, v6 } }
}
