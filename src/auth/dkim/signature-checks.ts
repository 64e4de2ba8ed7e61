import { decodeBase64 } from '../../core/base64.ts'
import { asCharacters } from '../../core/bytes.ts'
import { isWithin, normalizeName } from '../../core/domain.ts'
import { askedName, toALabels } from '../../core/idna.ts'
import type { Section } from '../../core/section.ts'
import type { Span } from '../../core/span.ts'
import { tagNamed, withoutSpace, wordsOf, type TagList } from '../tag-list.ts'
import { isCanonicalization } from './canonicalize.ts'

/** Why a signature cannot be checked. */
export interface SignatureProblem {
  /** As RFC 8601 §2.7.1 names it: `neutral` for what cannot be read, `permerror` for what may not be. */
  readonly result: 'neutral' | 'permerror'
  readonly span: Span
  readonly reason: string
  readonly source: Section
}

/** One thing that a signature's tags must fulfil; DKIM and ARC share most of them. */
export type Check = (list: TagList) => SignatureProblem | undefined

const at35: Section = { rfc: 6376, section: '3.5' }
const at611: Section = { rfc: 6376, section: '6.1.1' }

export const problemOf = (
  result: SignatureProblem['result'],
  where: Span,
  reason: string,
  source: Section = at35,
): SignatureProblem => ({ result, span: where, reason: asCharacters(reason), source })

/** The value of the first tag of that name; empty where there is none. */
export const valueOf = (list: TagList, name: string): string => tagNamed(list, name)?.value ?? ''

const spanOf = (list: TagList, name: string): Span => tagNamed(list, name)!.valueSpan

/** The first of: what is no tag list, a tag that is missing, a check that fails. */
export function findProblem(
  list: TagList,
  value: Span,
  required: readonly string[],
  checks: readonly Check[],
): SignatureProblem | undefined {
  const [first] = list.problems
  if (first) return problemOf('neutral', first.span, first.message, { rfc: 6376, section: '3.2' })
  const missing = required.find((name) => !tagNamed(list, name))
  if (missing)
    return problemOf(
      'permerror',
      value,
      `The signature has no \`${missing}=\` tag, which it must have.`,
      at611,
    )
  for (const check of checks) {
    const found = check(list)
    if (found) return found
  }
  return undefined
}

export const checkVersion: Check = (list) =>
  valueOf(list, 'v') === '1'
    ? undefined
    : problemOf(
        'permerror',
        spanOf(list, 'v'),
        `\`v=${valueOf(list, 'v')}\` is an unknown version: only 1 exists.`,
        at611,
      )

/** Of `b=` or `bh=`, which must be there. */
export const checkBase64 =
  (name: 'b' | 'bh'): Check =>
  (list) => {
    const tag = tagNamed(list, name)!
    if (tag.value === '') return problemOf('neutral', tag.span, `\`${name}=\` is empty.`)
    return decodeBase64(tag.value).ok
      ? undefined
      : problemOf('neutral', tag.valueSpan, `\`${name}=\` is not base64.`)
  }

export const checkMethods: Check = (list) => {
  const names = methodsOf(list)
  return names.every(isCanonicalization) && names.length <= 2
    ? undefined
    : problemOf(
        'neutral',
        spanOf(list, 'c'),
        `\`c=${valueOf(list, 'c')}\` names a canonicalization that is not known: there are \`simple\` and \`relaxed\`.`,
        { rfc: 6376, section: '3.4' },
      )
}

/** The words of `c=`; `relaxed` alone is `relaxed/simple` (RFC 6376 §3.5). */
export function methodsOf(list: TagList): string[] {
  const tag = tagNamed(list, 'c')
  return tag ? withoutSpace(tag.value).split('/') : []
}

/** The name in a tag, as the characters that its octets spell: U-labels stand as UTF-8 (RFC 8616 §5). */
export const nameIn = (list: TagList, tag: 'd' | 's'): string => asCharacters(valueOf(list, tag))

export const checkDomain: Check = (list) =>
  /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(toALabels(nameIn(list, 'd')) ?? '')
    ? undefined
    : problemOf('neutral', spanOf(list, 'd'), `\`d=${nameIn(list, 'd')}\` is no domain name.`)

export const checkSelector: Check = (list) =>
  /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(toALabels(nameIn(list, 's')) ?? '') &&
  !nameIn(list, 's').endsWith('.')
    ? undefined
    : problemOf(
        'neutral',
        spanOf(list, 's'),
        `\`s=${nameIn(list, 's')}\` is no selector: a selector is one or more labels of a domain name.`,
      )

export const checkFromSigned: Check = (list) => {
  const names = wordsOf(list.text, spanOf(list, 'h'), ':').map((word) => word.text.toLowerCase())
  return names.includes('from')
    ? undefined
    : problemOf(
        'permerror',
        spanOf(list, 'h'),
        'The `From` field is not signed: `h=` must name it, for it is what the reader sees.',
        at611,
      )
}

export const checkIdentity: Check = (list) => {
  const tag = tagNamed(list, 'i')
  if (!tag) return undefined
  const value = identityIn(tag.value)
  if (!value.includes('@'))
    return problemOf(
      'neutral',
      tag.valueSpan,
      `\`i=${tag.value}\` has no \`@\`: it is written like an address.`,
    )
  const domain = normalizeName(value.slice(value.lastIndexOf('@') + 1))
  return isWithin(askedName(domain), askedName(nameIn(list, 'd')))
    ? undefined
    : problemOf(
        'permerror',
        tag.valueSpan,
        `\`i=\` speaks for \`${domain}\`, which is not within \`d=${nameIn(list, 'd')}\`.`,
        at611,
      )
}

/** `=40` is `@`; white space has no meaning (RFC 6376 §2.11). */
export const decodeDkimQuotedPrintable = (text: string): string =>
  withoutSpace(text).replace(/=([0-9A-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  )

/** `i=` as the characters that it stands for. */
export const identityIn = (value: string): string => asCharacters(decodeDkimQuotedPrintable(value))

/** Digits that a number may have: of `l=` 76, of `t=` and `x=` 12 (RFC 6376 §3.5). */
const DIGITS = { l: 76, t: 12, x: 12 }

export const checkNumber =
  (name: 'l' | 't' | 'x'): Check =>
  (list) => {
    const tag = tagNamed(list, name)
    return !tag || (/^\d+$/.test(tag.value) && tag.value.length <= DIGITS[name])
      ? undefined
      : problemOf(
          'neutral',
          tag.valueSpan,
          `\`${name}=${tag.value}\` is no number of at most ${DIGITS[name]} digits.`,
        )
  }

export const checkEnd: Check = (list) => {
  const [t, x] = [tagNamed(list, 't'), tagNamed(list, 'x')]
  return t && x && Number(x.value) <= Number(t.value)
    ? problemOf('neutral', x.valueSpan, 'The signature ends (`x=`) before it begins (`t=`).')
    : undefined
}

export const checkQuery: Check = (list) => {
  const query = tagNamed(list, 'q')
  if (!query) return undefined
  const methods = wordsOf(list.text, query.valueSpan, ':').map((word) => word.text)
  return methods.includes('dns/txt')
    ? undefined
    : problemOf(
        'neutral',
        query.valueSpan,
        `\`q=${query.value}\` names no way to the key that is known: \`dns/txt\` is the only one.`,
      )
}
