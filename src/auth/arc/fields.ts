import { span, type Span } from '../../core/span.ts'
import type { HeaderField } from '../../message/field.ts'
import { parseResults, type AuthenticationResults } from '../results/parse.ts'
import {
  checkBase64,
  checkDomain,
  checkEnd,
  checkMethods,
  checkNumber,
  checkQuery,
  checkSelector,
  problemOf,
  findProblem,
  nameIn,
  valueOf,
  type Check,
  type SignatureProblem,
} from '../dkim/signature-checks.ts'
import { octetsOf, readSignature, type DkimSignature } from '../dkim/signature.ts'
import { parseTagList, tagNamed, withoutSpace, type TagList } from '../tag-list.ts'
import { checkInstance, readInstance, readLeadingInstance } from './instance.ts'

/** What any ARC field has. Spans count in the message. */
interface ArcField {
  readonly field: HeaderField
  /** 1 to 50; absent where it cannot be read. */
  readonly instance?: number
  /** Why the field counts for nothing; absent where it is in order. */
  readonly problem?: SignatureProblem
}

/** ARC-Authentication-Results (RFC 8617 §4.1.1): what a handler found when the message came. */
export interface ArcResults extends ArcField {
  readonly kind: 'results'
  readonly results: AuthenticationResults
}

/** ARC-Message-Signature (§4.1.2): a DKIM signature with an instance in place of `i=`. */
export interface ArcMessageSignature extends ArcField {
  readonly kind: 'message-signature'
  readonly tags: TagList
  /** Absent where there is a fault. */
  readonly signature?: DkimSignature
}

/** ARC-Seal (§4.1.3): the signature over the ARC fields up to its own instance. */
export interface ArcSeal extends ArcField {
  readonly kind: 'seal'
  readonly tags: TagList
  /** `cv=`, as written. */
  readonly chainStatus: string
  readonly domain: string
  readonly selector: string
  readonly algorithm: string
  /** Absent where there is a fault. */
  readonly signature?: SealSignature
}

/** What is needed to check a seal. */
export interface SealSignature {
  readonly signature: Uint8Array
  /** Where the value of `b=` stands, with all white space around it. */
  readonly signatureSpan: Span
}

export type AnyArcField = ArcResults | ArcMessageSignature | ArcSeal

/** The names of the three fields, in lower case, in the order in which a seal signs them. */
export const ARC_FIELDS = [
  'arc-authentication-results',
  'arc-message-signature',
  'arc-seal',
] as const

export const isArcField = ({ lower }: Pick<HeaderField, 'lower'>): boolean =>
  (ARC_FIELDS as readonly string[]).includes(lower)

/** Reads an ARC field. Never throws. @returns Nothing for a field of another name. */
export function parseArcField(text: string, field: HeaderField): AnyArcField | undefined {
  switch (field.lower) {
    case 'arc-authentication-results':
      return parseArcResults(text, field)
    case 'arc-message-signature':
      return parseArcMessageSignature(text, field)
    case 'arc-seal':
      return parseArcSeal(text, field)
    default:
      return undefined
  }
}

function parseArcResults(text: string, field: HeaderField): ArcResults {
  const { instance, end, problem: found } = readLeadingInstance(text, field.valueSpan)
  const results = parseResults(text, span(end, field.valueSpan.to))
  return {
    kind: 'results',
    field,
    results,
    ...(instance === undefined ? {} : { instance }),
    ...(found ? { problem: found } : {}),
  }
}

/** A `v=` is ignored and `From` may be unsigned: neither is asked for in ARC (§4.1.2). */
const MESSAGE_SIGNATURE_CHECKS: readonly Check[] = [
  checkInstance,
  checkBase64('b'),
  checkBase64('bh'),
  checkMethods,
  checkDomain,
  checkSelector,
  // A seal in `h=` could not have been there yet when the signature was made.
  (list) => unsignable(list, 'arc-seal'),
  checkNumber('l'),
  checkNumber('t'),
  checkNumber('x'),
  checkEnd,
  checkQuery,
]

function unsignable(list: TagList, name: string): SignatureProblem | undefined {
  const tag = tagNamed(list, 'h')!
  const names = withoutSpace(tag.value).toLowerCase().split(':')
  return names.includes(name)
    ? problemOf(
        'permerror',
        tag.valueSpan,
        'An ARC-Message-Signature must not sign an ARC-Seal: the seal is made after it.',
        { rfc: 8617, section: '4.1.2' },
      )
    : undefined
}

function parseArcMessageSignature(text: string, field: HeaderField): ArcMessageSignature {
  const tags = parseTagList(text, field.valueSpan)
  const required = ['i', 'a', 'b', 'bh', 'd', 'h', 's']
  const found = findProblem(tags, field.valueSpan, required, MESSAGE_SIGNATURE_CHECKS)
  const instance = readInstance(tags)
  const base = {
    kind: 'message-signature' as const,
    field,
    tags,
    ...(instance === undefined ? {} : { instance }),
  }
  if (found) return { ...base, problem: found }
  const signature = readSignature(text, tags)
  const { domain } = signature
  return { ...base, signature: { ...signature, identity: `@${domain}`, identityDomain: domain } }
}

const SEAL_CHECKS: readonly Check[] = [
  checkInstance,
  checkNoFields,
  checkBase64('b'),
  checkDomain,
  checkSelector,
  checkChainStatus,
  checkNumber('t'),
]

/** Which fields a seal signs is fixed, so an `h=` would only mislead (§4.1.3). */
function checkNoFields(list: TagList): SignatureProblem | undefined {
  const tag = tagNamed(list, 'h')
  return tag
    ? problemOf(
        'permerror',
        tag.span,
        'A seal must have no `h=`: it signs the ARC fields, always and only.',
        { rfc: 8617, section: '4.1.3' },
      )
    : undefined
}

function checkChainStatus(list: TagList): SignatureProblem | undefined {
  const tag = tagNamed(list, 'cv')!
  return ['none', 'pass', 'fail'].includes(tag.value)
    ? undefined
    : problemOf(
        'permerror',
        tag.valueSpan,
        `\`cv=${tag.value}\` is no chain status: there are \`none\`, \`pass\` and \`fail\`.`,
        { rfc: 8617, section: '4.4' },
      )
}

function parseArcSeal(text: string, field: HeaderField): ArcSeal {
  const tags = parseTagList(text, field.valueSpan)
  const found = findProblem(tags, field.valueSpan, ['i', 'a', 'b', 'cv', 'd', 's'], SEAL_CHECKS)
  const instance = readInstance(tags)
  const base = {
    kind: 'seal' as const,
    field,
    tags,
    chainStatus: valueOf(tags, 'cv'),
    domain: nameIn(tags, 'd').toLowerCase(),
    selector: nameIn(tags, 's'),
    algorithm: valueOf(tags, 'a'),
    ...(instance === undefined ? {} : { instance }),
  }
  if (found) return { ...base, problem: found }
  return { ...base, signature: readSeal(tags) }
}

function readSeal(tags: TagList): SealSignature {
  return { signature: octetsOf(tags, 'b'), signatureSpan: tagNamed(tags, 'b')!.rawSpan }
}
