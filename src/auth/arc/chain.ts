import type { Section } from '../../core/section.ts'
import type { Span } from '../../core/span.ts'
import type { Message } from '../../message/parse.ts'
import {
  parseArcField,
  type AnyArcField,
  type ArcMessageSignature,
  type ArcResults,
  type ArcSeal,
} from './fields.ts'
import { tagNamed } from '../tag-list.ts'
import { MAX_INSTANCE } from './instance.ts'

/** The ARC fields of a message, sorted into sets. */
export interface ArcChain {
  /** In the order of the message. */
  readonly fields: readonly AnyArcField[]
  /** By instance, ascending; gaps are left out. */
  readonly sets: readonly ArcSet[]
  /** The highest instance; 0 where there is none. */
  readonly highest: number
}

/** The fields of one instance: one of each, where the set is in order. */
export interface ArcSet {
  readonly instance: number
  readonly results: readonly ArcResults[]
  readonly messageSignatures: readonly ArcMessageSignature[]
  readonly seals: readonly ArcSeal[]
}

/** A set that has one field of each kind. */
export interface WholeSet {
  readonly instance: number
  readonly results: ArcResults
  readonly messageSignature: ArcMessageSignature
  readonly seal: ArcSeal
}

/** Why a chain's structure is broken, and where. */
export interface ChainProblem {
  readonly reason: string
  readonly source: Section
  /** Absent where something is missing. */
  readonly span?: Span
}

/** ARC fields that are read: three for each of 50 sets, and some more to report problems. */
export const MAX_ARC_FIELDS = 3 * MAX_INSTANCE + 10

/** Collects all ARC Sets of a message (RFC 8617 §5.2, step 1). */
export function collectChain({ text, fields }: Pick<Message, 'text' | 'fields'>): ArcChain {
  const parsed: AnyArcField[] = []
  for (const field of fields) {
    const found = parsed.length < MAX_ARC_FIELDS ? parseArcField(text, field) : undefined
    if (found) parsed.push(found)
  }
  const instances = new Set(parsed.flatMap(({ instance }) => instance ?? []))
  const sets = [...instances].sort((a, b) => a - b).map((instance) => setOf(parsed, instance))
  return { fields: parsed, sets, highest: sets.at(-1)?.instance ?? 0 }
}

function setOf(fields: readonly AnyArcField[], instance: number): ArcSet {
  const own = fields.filter((field) => field.instance === instance)
  return {
    instance,
    results: own.filter((field) => field.kind === 'results'),
    messageSignatures: own.filter((field) => field.kind === 'message-signature'),
    seals: own.filter((field) => field.kind === 'seal'),
  }
}

const at52: Section = { rfc: 8617, section: '5.2' }

/**
 * Checks the structure of a chain (RFC 8617 §5.2, step 3): each field in order, one of each in every
 * set, no gaps, and the `cv=` that belongs to each instance.
 */
export function checkStructure(chain: ArcChain): ChainProblem | readonly WholeSet[] {
  const lost = chain.fields.find((field) => field.instance === undefined || isUnread(field))
  if (lost) return lostField(lost)
  const whole: WholeSet[] = []
  for (let instance = 1; instance <= chain.highest; instance++) {
    const set = chain.sets.find((one) => one.instance === instance)
    const found = set ? wholeSet(set) : gap(instance)
    if ('reason' in found) return found
    whole.push(found)
  }
  return whole.map(checkStatus).find((found) => found) ?? whole
}

/** Any other fault of a signature is a matter of checking it: an old one may be broken (step 5). */
const isUnread = ({ kind, problem }: AnyArcField): boolean => kind === 'results' && !!problem

const lostField = ({ field, problem }: AnyArcField): ChainProblem => ({
  reason: `An \`${field.name}\` field belongs to no set. ${problem?.reason ?? 'It has no `i=`.'}`,
  source: problem?.source ?? { rfc: 8617, section: '4.2.1' },
  span: problem?.span ?? field.span,
})

const gap = (instance: number): ChainProblem => ({
  reason: `The chain has a gap: no field has \`i=${instance}\`.`,
  source: at52,
})

function wholeSet(set: ArcSet): WholeSet | ChainProblem {
  const { instance } = set
  const lists = [
    ['ARC-Authentication-Results', set.results],
    ['ARC-Message-Signature', set.messageSignatures],
    ['ARC-Seal', set.seals],
  ] as const
  for (const [name, fields] of lists) {
    if (fields.length === 0)
      return { reason: `Set ${instance} has no \`${name}\` field.`, source: at52 }
    if (fields.length > 1)
      return {
        reason: `Set ${instance} has ${fields.length} \`${name}\` fields; there may be one.`,
        source: at52,
        span: fields[1]!.field.span,
      }
  }
  const [results, messageSignature, seal] = [
    set.results[0]!,
    set.messageSignatures[0]!,
    set.seals[0]!,
  ]
  return { instance, results, messageSignature, seal }
}

/** The first seal states `none`, all others `pass`. */
function checkStatus({ instance, seal }: WholeSet): ChainProblem | undefined {
  const expected = instance === 1 ? 'none' : 'pass'
  if (seal.chainStatus === expected) return undefined
  const claimed = tagNamed(seal.tags, 'cv')
  const stated = claimed
    ? `states \`cv=${claimed.value}\``
    : 'states nothing about the chain before it (`cv=`)'
  const why = instance === 1 ? 'nothing was sealed before it' : 'a chain that failed has ended'
  return {
    reason: `Seal ${instance} ${stated}; it must state \`cv=${expected}\`: ${why}.`,
    source: at52,
    span: claimed?.span ?? seal.field.span,
  }
}
