import { decodeBase64 } from '../../core/base64.ts'
import { asCharacters } from '../../core/bytes.ts'
import { normalizeName } from '../../core/domain.ts'
import { slice, type Span } from '../../core/span.ts'
import { signatureFormat } from '../formats/dkim-signature.ts'
import { requiredTags } from '../tag-format.ts'
import {
  parseTagList,
  tagNamed,
  withoutSpace,
  wordsOf,
  type Tag,
  type TagList,
} from '../tag-list.ts'
import { isCanonicalization, type Canonicalization } from './canonicalize.ts'
import {
  checkBase64,
  checkDomain,
  checkEnd,
  checkFromSigned,
  checkIdentity,
  checkMethods,
  checkNumber,
  checkQuery,
  checkSelector,
  checkVersion,
  findProblem,
  identityIn,
  methodsOf,
  nameIn,
  valueOf,
  type Check,
  type SignatureProblem,
} from './signature-checks.ts'

/** A DKIM-Signature field that can be checked (RFC 6376 §3.5). Spans count in the message. */
export interface DkimSignature {
  readonly tags: TagList
  /** `rsa-sha256`, or as written. */
  readonly algorithm: string
  readonly signature: Uint8Array
  /** The base64 of `b=` without white space. */
  readonly signatureText: string
  readonly bodyHash: Uint8Array
  readonly header: Canonicalization
  readonly body: Canonicalization
  /** `d=`, normalized; U-labels stay. */
  readonly domain: string
  readonly selector: string
  /** Names of `h=` in order, as written. */
  readonly fields: readonly string[]
  /** `i=`, or `@` and the domain. */
  readonly identity: string
  readonly identityDomain: string
  /** `l=`: octets of the body that were hashed. */
  readonly length?: number
  /** `t=` and `x=`, in seconds since 1970. */
  readonly timestamp?: number
  readonly expiration?: number
  /** Where the value of `b=` stands, with all white space around it. */
  readonly signatureSpan: Span
}

export type ParsedSignature =
  | { readonly ok: true; readonly signature: DkimSignature }
  | { readonly ok: false; readonly tags: TagList; readonly problem: SignatureProblem }

const REQUIRED = requiredTags(signatureFormat)

const CHECKS: readonly Check[] = [
  checkVersion,
  checkBase64('b'),
  checkBase64('bh'),
  checkMethods,
  checkDomain,
  checkSelector,
  checkFromSigned,
  checkIdentity,
  checkNumber('l'),
  checkNumber('t'),
  checkNumber('x'),
  checkEnd,
  checkQuery,
]

/** Reads the signature whose value stands at `value` in the message's text. Never throws. */
export function parseSignature(text: string, value: Span): ParsedSignature {
  const tags = parseTagList(text, value)
  const problem = findProblem(tags, value, REQUIRED, CHECKS)
  if (problem) return { ok: false, tags, problem }
  return { ok: true, signature: readSignature(text, tags) }
}

/** The signature of tags that have been checked. */
export function readSignature(text: string, list: TagList): DkimSignature {
  const [header = 'simple', body = 'simple'] = methodsOf(list).filter(isCanonicalization)
  const domain = normalizeName(nameIn(list, 'd'))
  const identity = tagNamed(list, 'i') ? identityIn(valueOf(list, 'i')) : `@${domain}`
  return {
    tags: list,
    algorithm: asCharacters(valueOf(list, 'a')),
    signature: octetsOf(list, 'b'),
    signatureText: withoutSpace(valueOf(list, 'b')),
    bodyHash: octetsOf(list, 'bh'),
    header,
    body,
    domain,
    selector: nameIn(list, 's'),
    fields: wordsOf(text, tagNamed(list, 'h')!.valueSpan, ':').map((word) => word.text),
    identity,
    identityDomain: normalizeName(identity.slice(identity.lastIndexOf('@') + 1)),
    ...numbersOf(list),
    signatureSpan: tagNamed(list, 'b')!.rawSpan,
  }
}

/** The octets of a tag in base64; none where it is none. */
export function octetsOf(list: TagList, name: 'b' | 'bh'): Uint8Array {
  const decoded = decodeBase64(valueOf(list, name))
  return decoded.ok ? decoded.bytes : new Uint8Array()
}

function numbersOf(list: TagList): Pick<DkimSignature, 'length' | 'timestamp' | 'expiration'> {
  const number = (tag: Tag | undefined): number | undefined => (tag ? Number(tag.value) : undefined)
  const [length, timestamp, expiration] = ['l', 't', 'x'].map((n) => number(tagNamed(list, n)))
  return {
    ...(length === undefined ? {} : { length }),
    ...(timestamp === undefined ? {} : { timestamp }),
    ...(expiration === undefined ? {} : { expiration }),
  }
}

/** The domain and selector that a signature names, however broken it is; for reports. */
export const namesIn = (list: TagList): { domain: string; selector: string } => ({
  domain: normalizeName(nameIn(list, 'd')),
  selector: nameIn(list, 's'),
})

/** The signature's own value without that of `b=`, as it is hashed (RFC 6376 §3.7). */
export const withoutSignature = (text: string, field: Span, signature: Span): string =>
  slice(text, { from: field.from, to: signature.from }) +
  slice(text, { from: signature.to, to: field.to })
