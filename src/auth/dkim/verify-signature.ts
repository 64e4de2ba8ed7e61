import { askDigest, askVerify, type Effect } from '../../core/effects.ts'
import { encodeBase64 } from '../../core/base64.ts'
import { equalBytes } from '../../core/bytes.ts'
import type { Section } from '../../core/section.ts'
import { step, type Outcome, type Step } from '../../core/trace.ts'
import type { HeaderField } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'
import { findKey } from './find-key.ts'
import { bodyHashInput, headerHashInput, selectFields } from './hash-input.ts'
import { namesIn, parseSignature, withoutSignature, type DkimSignature } from './signature.ts'
import { outcomeOf, type DkimResult, type SignatureVerdict } from './verdict.ts'

export type Found = Pick<
  SignatureVerdict,
  'result' | 'reason' | 'bodyHash' | 'headerSignature' | 'testing' | 'unsignedOctets'
>

const NOTHING: Omit<Found, 'result' | 'reason'> = {
  bodyHash: 'not-checked',
  headerSignature: 'not-checked',
  testing: false,
  unsignedOctets: 0,
}

/** Checks one signature: its own form, the body hash, the key, the header signature. */
export function* verifySignature(
  message: Message,
  field: HeaderField,
  now: number,
): Effect<SignatureVerdict> {
  const parsed = parseSignature(message.text, field.valueSpan)
  if (!parsed.ok) {
    const { problem, tags } = parsed
    const { domain, selector } = namesIn(tags)
    const found: Found = { ...NOTHING, result: problem.result, reason: problem.reason }
    const about = { domain, selector, identity: `@${domain}`, algorithm: '', signature: '' }
    const failed = noted('dkim/parse', problem.reason, 'error', problem.source)
    return verdictOf(field, about, found, [{ ...failed, span: problem.span }])
  }
  const { signature } = parsed
  const steps: Step[] = []
  const found = yield* checkSignature(message, field, signature, now, steps)
  return verdictOf(field, { ...signature, signature: signature.signatureText }, found, steps)
}

type About = Pick<SignatureVerdict, 'domain' | 'selector' | 'identity' | 'algorithm' | 'signature'>

function verdictOf(
  field: HeaderField,
  { domain, selector, identity, algorithm, signature }: About,
  found: Found,
  steps: readonly Step[],
): SignatureVerdict {
  const about = { domain, selector, identity, algorithm, signature }
  const trace = step({
    kind: 'dkim/signature',
    text: found.reason,
    outcome: outcomeOf(found.result),
    span: field.span,
    source: { rfc: 6376, section: '6.1' },
    facts: {
      domain,
      selector,
      algorithm,
      result: found.result,
      bodyHash: found.bodyHash,
      headerSignature: found.headerSignature,
    },
    steps,
  })
  return { ...about, ...found, field: field.span, trace }
}

const noted = (kind: string, text: string, outcome: Outcome, source: Section): Step =>
  step({ kind, text, outcome, source })

/** What stands against a signature before anything is computed. */
function refusal(signature: DkimSignature, now: number): [DkimResult, string, Section] | undefined {
  const { algorithm, expiration } = signature
  if (algorithm === 'rsa-sha1')
    return [
      'permerror',
      '`rsa-sha1` signatures count for nothing any more: SHA-1 has been broken (RFC 8301).',
      { rfc: 8301, section: '3.1' },
    ]
  if (algorithm !== 'rsa-sha256' && algorithm !== 'ed25519-sha256')
    return [
      'neutral',
      `\`a=${algorithm}\` is an algorithm that is not known here.`,
      { rfc: 6376, section: '3.3.4' },
    ]
  if (expiration !== undefined && expiration * 1000 < now)
    return [
      'fail',
      `The signature has expired: it was good until ${timeOf(expiration)}.`,
      { rfc: 6376, section: '3.5' },
    ]
  return undefined
}

/** Times beyond what a date can hold are infinite (RFC 6376 §3.5 allows 12 digits). */
function timeOf(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? 'the end of time' : date.toISOString()
}

/** Checks a signature whose tags are in order; an ARC-Message-Signature is checked alike. */
export function* checkSignature(
  message: Message,
  field: HeaderField,
  signature: DkimSignature,
  now: number,
  steps: Step[],
): Effect<Found> {
  const refused = refusal(signature, now)
  if (refused) {
    const [result, reason, source] = refused
    steps.push(noted('dkim/refused', reason, 'error', source))
    return { ...NOTHING, result, reason }
  }
  if (signature.timestamp !== undefined && signature.timestamp * 1000 > now)
    steps.push(
      noted(
        'dkim/future',
        `The signature states that it was made at ${timeOf(signature.timestamp)}: that is still to come.`,
        'note',
        { rfc: 6376, section: '3.5' },
      ),
    )
  const body = yield* checkBody(message, signature, steps)
  const key = yield* findKey(signature)
  steps.push(...key.steps)
  if (!key.ok) {
    const { result, reason, testing } = key
    return { ...NOTHING, ...body, result, reason, testing }
  }
  const header = yield* checkHeader(message, field, signature, key.key, steps)
  return {
    ...body,
    headerSignature: header,
    testing: key.testing,
    ...conclude(body, header, signature),
  }
}

type BodyFound = Pick<Found, 'bodyHash' | 'unsignedOctets'>

function* checkBody(message: Message, signature: DkimSignature, steps: Step[]): Effect<BodyFound> {
  const whole = bodyHashInput(message, signature.body)
  const length = signature.length ?? whole.length
  const hash = yield* askDigest('sha-256', whole.subarray(0, length))
  const bodyHash =
    length > whole.length ? 'too-short' : equalBytes(hash, signature.bodyHash) ? 'match' : 'differs'
  const unsignedOctets = Math.max(0, whole.length - length)
  steps.push(
    step({
      kind: 'dkim/body-hash',
      text: BODY_TEXT[bodyHash],
      outcome: bodyHash === 'match' ? 'continue' : 'fail',
      source: { rfc: 6376, section: '3.7' },
      facts: {
        canonicalization: signature.body,
        octets: Math.min(length, whole.length),
        signed: encodeBase64(signature.bodyHash),
        computed: encodeBase64(hash),
      },
    }),
  )
  if (unsignedOctets > 0)
    steps.push(
      noted(
        'dkim/unsigned-body',
        `\`l=${length}\` leaves the last ${unsignedOctets} octets of the body unsigned: anyone could have added them.`,
        'note',
        { rfc: 6376, section: '8.2' },
      ),
    )
  return { bodyHash, unsignedOctets }
}

const BODY_TEXT: Readonly<Record<'match' | 'differs' | 'too-short', string>> = {
  match: 'The body is as it was when it was signed: its hash is the one in `bh=`.',
  differs: 'The body is not as it was when it was signed: its hash is not the one in `bh=`.',
  'too-short': 'The body is shorter than what was signed (`l=`).',
}

function* checkHeader(
  message: Message,
  field: HeaderField,
  signature: DkimSignature,
  key: Uint8Array,
  steps: Step[],
): Effect<Found['headerSignature']> {
  const own = withoutSignature(message.text, field.span, signature.signatureSpan)
  const input = headerHashInput(message, signature.fields, own, signature.header, field)
  const isEd25519 = signature.algorithm === 'ed25519-sha256'
  // RFC 8463 §3: Ed25519 signs the hash, RSA hashes by itself.
  const data = isEd25519 ? yield* askDigest('sha-256', input) : input
  const holds = yield* askVerify({
    algorithm: isEd25519 ? 'ed25519-sha256' : 'rsa-sha256',
    key,
    data,
    signature: signature.signature,
  })
  const found = holds === undefined ? 'not-checked' : holds ? 'holds' : 'broken'
  steps.push(
    step({
      kind: 'dkim/header-signature',
      text: HEADER_TEXT[found],
      outcome: found === 'holds' ? 'continue' : 'fail',
      source: { rfc: 6376, section: '6.1.3' },
      facts: {
        fields: signature.fields,
        canonicalization: signature.header,
        ...coverage(message, signature.fields, field),
      },
    }),
  )
  return found
}

/** Names of `h=` that find no field, and fields of the message that `h=` leaves out. */
function coverage(message: Message, names: readonly string[], own: HeaderField) {
  const others = message.fields.filter((field) => field !== own)
  const selected = selectFields(others, names)
  const signed = new Set(selected)
  return {
    absent: names.filter((_, at) => !selected[at]),
    unsigned: others.filter((field) => !signed.has(field)).map(({ name }) => name),
  }
}

const HEADER_TEXT: Readonly<Record<Found['headerSignature'], string>> = {
  holds: 'The signature fits the signed header fields and the key.',
  broken:
    'The signature does not fit: a signed header field was changed, or the key is not the one that signed.',
  'not-checked': 'The key could not be used to check the signature.',
}

function conclude(
  { bodyHash }: BodyFound,
  header: Found['headerSignature'],
  { domain, selector }: DkimSignature,
): Pick<Found, 'result' | 'reason'> {
  if (header === 'not-checked')
    return {
      result: 'permerror',
      reason: 'The key was refused by the cryptography: it is no usable key.',
    }
  if (bodyHash === 'match' && header === 'holds')
    return {
      result: 'pass',
      reason: `\`${domain}\` signed this message (selector \`${selector}\`), and it is unchanged.`,
    }
  if (header === 'holds')
    return {
      result: 'fail',
      reason:
        'The body was changed after it was signed; the signed header fields are as they were.',
    }
  if (bodyHash === 'match')
    return {
      result: 'fail',
      reason:
        'The body is as it was signed, but the header is not: a signed field was changed, or another key signed.',
    }
  return {
    result: 'fail',
    reason: 'Neither the body nor the header is as it was when it was signed.',
  }
}
