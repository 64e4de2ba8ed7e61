import { askDigest, askSign, type Effect } from '../../core/effects.ts'
import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import { concatBytes, latin1, utf8 } from '../../core/bytes.ts'
import { inALabels } from '../../core/idna.ts'
import { foldField } from '../../message/compose.ts'
import { parseMessage, type Message } from '../../message/parse.ts'
import { bodyHashInput, headerHashInput } from '../dkim/hash-input.ts'
import { fieldsToSign } from '../dkim/sign.ts'
import { checkStructure, collectChain, type ArcChain, type WholeSet } from './chain.ts'
import { ARC_FIELDS } from './fields.ts'
import { MAX_INSTANCE } from './instance.ts'
import { sealInput } from './seal-input.ts'
import type { ChainStatus } from './verdict.ts'
import { writeTags, type WritingStyle, type WrittenTag } from './write-tags.ts'

export interface SealOptions {
  readonly domain: string
  readonly selector: string
  readonly algorithm: 'rsa-sha256' | 'ed25519-sha256'
  /** PKCS #8 in base64; lines and PEM armour are allowed. */
  readonly privateKey: string
  /** Who judged: the handler's own name (RFC 8601 §2.5). */
  readonly authservId: string
  /** What it found, as `spf=pass …; arc=none`, without its own name; see `mergeResults`. */
  readonly authenticationResults: string
  /** The result of `validateArc` for the message as it came. */
  readonly chainStatus: ChainStatus
  /** Milliseconds since 1970. */
  readonly now: number
  /** Names for `h=`, in order; by default those of a good DKIM signature, and DKIM-Signature. */
  readonly headers?: readonly string[]
  /**
   * `folded` by default: the instance first, as the grammar of RFC 8617 §4.1 has it, on lines of
   * good length. `comparable`: tags by the alphabet and values in one piece, so that two sealers
   * write, and sign, the same.
   */
  readonly style?: WritingStyle
}

export type SealResult =
  | {
      readonly ok: true
      readonly instance: number
      /** Each with its CRLF, from the top: ARC-Seal, ARC-Message-Signature, the results. */
      readonly fields: readonly [seal: string, messageSignature: string, results: string]
      /** The message with the fields on top. */
      readonly bytes: Uint8Array
    }
  | {
      readonly ok: false
      /** `ended`: the last seal states that the chain is broken; no set may follow (§5.1). */
      readonly kind: 'ended' | 'full' | 'status' | 'headers' | 'key'
      readonly reason: string
    }

/**
 * Adds an ARC Set to a message (RFC 8617 §5.1), after all other changes to it. Never throws; where
 * no set may or can be added, the reason is the result.
 */
export function* sealArc(bytes: Uint8Array, options: SealOptions): Effect<SealResult> {
  const message = parseMessage(bytes)
  const chain = collectChain(message)
  const against = refusal(chain, options)
  if (against) return against
  const key = decodeBase64(options.privateKey.replace(/-----[^-]*-----/g, ''))
  if (!key.ok) return refuse('key', 'The private key is not base64.')
  const instance = chain.highest + 1
  const sign = signer(key.bytes, options.algorithm)
  const results = writeResultsField(instance, options)
  const messageSignature = yield* writeMessageSignature(message, instance, options, sign)
  if (!messageSignature) return badKey(options)
  const before = setsToSeal(chain, options.chainStatus)
  const seal = yield* writeSeal(instance, options, sign, (unsigned) =>
    sealInput(message.text, before, [results, messageSignature], unsigned),
  )
  if (!seal) return badKey(options)
  const fields = [seal, messageSignature, results] as const
  return { ok: true, instance, fields, bytes: concatBytes([latin1(fields.join('')), bytes]) }
}

type Refused = Extract<SealResult, { ok: false }>

const refuse = (kind: Refused['kind'], reason: string): Refused => ({ ok: false, kind, reason })

const badKey = ({ algorithm }: SealOptions): Refused =>
  refuse('key', `The private key is no key for \`${algorithm}\`.`)

function refusal({ sets, highest }: ArcChain, options: SealOptions): Refused | undefined {
  if (sets.at(-1)?.seals.some(({ chainStatus }) => chainStatus === 'fail'))
    return refuse(
      'ended',
      'The last seal states that the chain is broken (`cv=fail`), so it ends there: no set may follow.',
    )
  if (highest >= MAX_INSTANCE)
    return refuse('full', `The chain has ${MAX_INSTANCE} sets already: no more may follow.`)
  const status = options.chainStatus
  if (status === 'none' && highest > 0)
    return refuse('status', 'The message carries ARC Sets, so its chain cannot be `none`.')
  if (status === 'pass' && highest === 0)
    return refuse('status', 'The message carries no ARC Set, so its chain cannot be `pass`.')
  const forbidden = options.headers?.find((name) => UNSIGNABLE.has(name.trim().toLowerCase()))
  return forbidden === undefined
    ? undefined
    : refuse('headers', `An ARC-Message-Signature must not sign \`${forbidden}\`: it may change.`)
}

/** RFC 8617 §4.1.2 */
const UNSIGNABLE = new Set<string>([...ARC_FIELDS, 'authentication-results'])

/** A broken chain cannot be signed in any one way, so its last seal signs its own set (§5.1.2). */
function setsToSeal(chain: ArcChain, status: ChainStatus): readonly WholeSet[] {
  if (status !== 'pass') return []
  const structure = checkStructure(chain)
  return 'reason' in structure ? [] : structure
}

type Sign = (data: Uint8Array) => Effect<string | undefined>

/** @returns A function that signs data and gives the signature in base64. */
const signer = (key: Uint8Array, algorithm: SealOptions['algorithm']): Sign =>
  function* sign(input) {
    // RFC 8463 §3: Ed25519 signs the hash, RSA hashes by itself.
    const data = algorithm === 'ed25519-sha256' ? yield* askDigest('sha-256', input) : input
    const signature = yield* askSign({ algorithm, key, data })
    return signature && encodeBase64(signature)
  }

/** The AAR, as octets in Latin-1, so that it is signed as it will stand there. */
function writeResultsField(instance: number, options: SealOptions): string {
  const value = `i=${instance}; ${options.authservId}; ${options.authenticationResults}`
  const field = foldField('ARC-Authentication-Results', value)
  return `${Array.from(utf8(field), (octet) => String.fromCharCode(octet)).join('')}\r\n`
}

function* writeMessageSignature(
  message: Message,
  instance: number,
  options: SealOptions,
  sign: Sign,
): Effect<string | undefined> {
  const body = yield* askDigest('sha-256', bodyHashInput(message, 'relaxed'))
  const names = options.headers ?? defaultHeaders(message)
  const tags = (signature: string): readonly WrittenTag[] => [
    ['i', String(instance)],
    ['a', options.algorithm],
    ['c', 'relaxed/relaxed'],
    ['d', inALabels(options.domain)],
    ['s', inALabels(options.selector)],
    ['t', String(Math.floor(options.now / 1000))],
    ['h', names.join(':')],
    ['bh', encodeBase64(body)],
    ['b', signature],
  ]
  const write = (signature: string): string =>
    writeTags('ARC-Message-Signature', tags(signature), options.style)
  const signature = yield* sign(headerHashInput(message, names, write(''), 'relaxed'))
  return signature && write(signature)
}

/** What a DKIM signature covers, and the DKIM signatures that are there (RFC 8617 §4.1.2). */
const defaultHeaders = (message: Message): string[] => [
  ...fieldsToSign(message),
  ...message.fields.filter(({ lower }) => lower === 'dkim-signature').map(() => 'DKIM-Signature'),
]

function* writeSeal(
  instance: number,
  options: SealOptions,
  sign: Sign,
  input: (unsigned: string) => Uint8Array,
): Effect<string | undefined> {
  const tags = (signature: string): readonly WrittenTag[] => [
    ['i', String(instance)],
    ['a', options.algorithm],
    ['t', String(Math.floor(options.now / 1000))],
    ['cv', options.chainStatus],
    ['d', inALabels(options.domain)],
    ['s', inALabels(options.selector)],
    ['b', signature],
  ]
  const write = (signature: string): string => writeTags('ARC-Seal', tags(signature), options.style)
  const signature = yield* sign(input(write('')))
  return signature && write(signature)
}
