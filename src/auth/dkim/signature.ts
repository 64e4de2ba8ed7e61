import { decodeBase64 } from '../../core/base64.ts'
import { isWithin, normalizeName } from '../../core/domain.ts'
import type { Section } from '../../core/section.ts'
import { slice, type Span } from '../../core/span.ts'
import {
  parseTagList,
  tagNamed,
  withoutSpace,
  wordsOf,
  type Tag,
  type TagList,
} from '../tag-list.ts'
import { isCanonicalization, type Canonicalization } from './canonicalize.ts'

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
  /** `d=`, normalized. */
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

/** Why a signature cannot be checked. */
export interface SignatureFault {
  /** As RFC 8601 §2.7.1 names it: `neutral` for what cannot be read, `permerror` for what may not be. */
  readonly result: 'neutral' | 'permerror'
  readonly span: Span
  readonly reason: string
  readonly source: Section
}

export type ParsedSignature =
  | { readonly ok: true; readonly signature: DkimSignature }
  | { readonly ok: false; readonly tags: TagList; readonly fault: SignatureFault }

const at35: Section = { rfc: 6376, section: '3.5' }
const at611: Section = { rfc: 6376, section: '6.1.1' }
const REQUIRED = ['v', 'a', 'b', 'bh', 'd', 'h', 's'] as const

/** Reads the signature whose value stands at `value` in the message's text. Never throws. */
export function parseSignature(text: string, value: Span): ParsedSignature {
  const tags = parseTagList(text, value)
  const fault = findFault(text, value, tags)
  if (fault) return { ok: false, tags, fault }
  return { ok: true, signature: readSignature(text, tags) }
}

type Check = (list: TagList, text: string) => SignatureFault | undefined

const bad = (
  result: SignatureFault['result'],
  where: Span,
  reason: string,
  source: Section = at35,
): SignatureFault => ({ result, span: where, reason, source })

function findFault(text: string, value: Span, list: TagList): SignatureFault | undefined {
  const [problem] = list.problems
  if (problem) return bad('neutral', problem.span, problem.message, { rfc: 6376, section: '3.2' })
  const missing = REQUIRED.find((name) => !tagNamed(list, name))
  if (missing)
    return bad(
      'permerror',
      value,
      `The signature has no \`${missing}=\` tag, which it must have.`,
      at611,
    )
  for (const check of CHECKS) {
    const fault = check(list, text)
    if (fault) return fault
  }
  return undefined
}

const valueOf = (list: TagList, name: string): string => tagNamed(list, name)?.value ?? ''

const spanOf = (list: TagList, name: string): Span => tagNamed(list, name)!.valueSpan

const CHECKS: readonly Check[] = [
  (list) =>
    valueOf(list, 'v') === '1'
      ? undefined
      : bad(
          'permerror',
          spanOf(list, 'v'),
          `\`v=${valueOf(list, 'v')}\` is a version that nobody knows: only 1 exists.`,
          at611,
        ),
  (list) => checkBase64(list, 'b'),
  (list) => checkBase64(list, 'bh'),
  (list) => {
    const names = methodsOf(list)
    return names.every(isCanonicalization) && names.length <= 2
      ? undefined
      : bad(
          'neutral',
          spanOf(list, 'c'),
          `\`c=${valueOf(list, 'c')}\` names a canonicalization that is not known: there are \`simple\` and \`relaxed\`.`,
          { rfc: 6376, section: '3.4' },
        )
  },
  (list) =>
    /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+\.?$/.test(valueOf(list, 'd'))
      ? undefined
      : bad('neutral', spanOf(list, 'd'), `\`d=${valueOf(list, 'd')}\` is no domain name.`),
  (list) =>
    /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/.test(valueOf(list, 's'))
      ? undefined
      : bad(
          'neutral',
          spanOf(list, 's'),
          `\`s=${valueOf(list, 's')}\` is no selector: a selector is one or more labels of a domain name.`,
        ),
  (list, text) => {
    const names = wordsOf(text, spanOf(list, 'h'), ':').map((word) => word.text.toLowerCase())
    return names.includes('from')
      ? undefined
      : bad(
          'permerror',
          spanOf(list, 'h'),
          'The `From` field is not signed: `h=` must name it, for it is what the reader sees.',
          at611,
        )
  },
  (list) => checkIdentity(list),
  (list) => checkNumber(list, 'l', 76),
  (list) => checkNumber(list, 't', 12),
  (list) => checkNumber(list, 'x', 12),
  (list) => {
    const [t, x] = [tagNamed(list, 't'), tagNamed(list, 'x')]
    return t && x && Number(x.value) <= Number(t.value)
      ? bad('neutral', x.valueSpan, 'The signature ends (`x=`) before it begins (`t=`).')
      : undefined
  },
  (list, text) => {
    const query = tagNamed(list, 'q')
    if (!query) return undefined
    const methods = wordsOf(text, query.valueSpan, ':').map((word) => word.text)
    return methods.includes('dns/txt')
      ? undefined
      : bad(
          'neutral',
          query.valueSpan,
          `\`q=${query.value}\` names no way to the key that is known: \`dns/txt\` is the only one.`,
        )
  },
]

function checkBase64(list: TagList, name: 'b' | 'bh'): SignatureFault | undefined {
  const tag = tagNamed(list, name)!
  if (tag.value === '') return bad('neutral', tag.span, `\`${name}=\` is empty.`)
  return decodeBase64(tag.value).ok
    ? undefined
    : bad('neutral', tag.valueSpan, `\`${name}=\` is not base64.`)
}

function checkIdentity(list: TagList): SignatureFault | undefined {
  const tag = tagNamed(list, 'i')
  if (!tag) return undefined
  const value = decodeDkimQuotedPrintable(tag.value)
  if (!value.includes('@'))
    return bad(
      'neutral',
      tag.valueSpan,
      `\`i=${tag.value}\` has no \`@\`: it is written like an address.`,
    )
  const domain = normalizeName(value.slice(value.lastIndexOf('@') + 1))
  return isWithin(domain, normalizeName(valueOf(list, 'd')))
    ? undefined
    : bad(
        'permerror',
        tag.valueSpan,
        `\`i=\` speaks for \`${domain}\`, which is not within \`d=${valueOf(list, 'd')}\`.`,
        at611,
      )
}

function checkNumber(
  list: TagList,
  name: 'l' | 't' | 'x',
  digits: number,
): SignatureFault | undefined {
  const tag = tagNamed(list, name)
  return !tag || new RegExp(`^\\d{1,${digits}}$`).test(tag.value)
    ? undefined
    : bad(
        'neutral',
        tag.valueSpan,
        `\`${name}=${tag.value}\` is no number of at most ${digits} digits.`,
      )
}

/** `=40` is `@`; white space has no meaning (RFC 6376 §2.11). */
const decodeDkimQuotedPrintable = (text: string): string =>
  withoutSpace(text).replace(/=([0-9A-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  )

/** `relaxed` alone is `relaxed/simple` (RFC 6376 §3.5). */
function methodsOf(list: TagList): string[] {
  const tag = tagNamed(list, 'c')
  return tag ? withoutSpace(tag.value).split('/') : []
}

function readSignature(text: string, list: TagList): DkimSignature {
  const [header = 'simple', body = 'simple'] = methodsOf(list).filter(isCanonicalization)
  const domain = normalizeName(valueOf(list, 'd'))
  const identity = tagNamed(list, 'i')
    ? decodeDkimQuotedPrintable(valueOf(list, 'i'))
    : `@${domain}`
  return {
    tags: list,
    algorithm: valueOf(list, 'a'),
    signature: octetsOf(list, 'b'),
    signatureText: withoutSpace(valueOf(list, 'b')),
    bodyHash: octetsOf(list, 'bh'),
    header,
    body,
    domain,
    selector: valueOf(list, 's'),
    fields: wordsOf(text, spanOf(list, 'h'), ':').map((word) => word.text),
    identity,
    identityDomain: normalizeName(identity.slice(identity.lastIndexOf('@') + 1)),
    ...numbersOf(list),
    signatureSpan: tagNamed(list, 'b')!.rawSpan,
  }
}

function octetsOf(list: TagList, name: 'b' | 'bh'): Uint8Array {
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
  domain: normalizeName(valueOf(list, 'd')),
  selector: valueOf(list, 's'),
})

/** The signature's own value without that of `b=`, as it is hashed (RFC 6376 §3.7). */
export const withoutSignature = (text: string, field: Span, signature: Span): string =>
  slice(text, { from: field.from, to: signature.from }) +
  slice(text, { from: signature.to, to: field.to })
