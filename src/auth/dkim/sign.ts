import { askDigest, askSign, type Effect } from '../../core/effects.ts'
import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import { concatBytes, fromLatin1, latin1, utf8 } from '../../core/bytes.ts'
import { inALabels } from '../../core/idna.ts'
import { parseMessage, type Message } from '../../message/parse.ts'
import type { Canonicalization } from './canonicalize.ts'
import { bodyHashInput, headerHashInput } from './hash-input.ts'
import { writeSignatureField } from './write-field.ts'

export interface SignOptions {
  readonly domain: string
  readonly selector: string
  readonly algorithm: 'rsa-sha256' | 'ed25519-sha256'
  /** PKCS #8 in base64; lines and PEM armour are allowed. */
  readonly privateKey: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** Names for `h=`, in order; by default `fieldsToSign` of the message. */
  readonly fields?: readonly string[]
  /** `relaxed` by default. */
  readonly header?: Canonicalization
  readonly body?: Canonicalization
  /** `i=`; left out by default. */
  readonly identity?: string
  /** Seconds until the signature ends (`x=`); no end by default. */
  readonly lifetime?: number
  /** `l=`: octets of the canonical body that are signed; all, and no tag, by default. */
  readonly length?: number
}

export type SignResult =
  | {
      readonly ok: true
      /** `DKIM-Signature: …`, folded, with its CRLF. */
      readonly field: string
      /** The message with the field on top. */
      readonly bytes: Uint8Array
    }
  | { readonly ok: false; readonly reason: string }

/** Fields that make the core of a message (RFC 6376 §5.4.1), in the order of `h=`. */
const CORE_FIELDS = [
  ...['From', 'To', 'Cc', 'Subject', 'Date', 'Message-ID', 'Reply-To', 'In-Reply-To', 'References'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
  ...['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'BIMI-Selector'],
]

/** Named once more than they stand there, so that none can be added (RFC 6376 §8.15). */
const SEALED_FIELDS = ['From', 'To', 'Subject', 'Date']

/** The names that a good signer lists in `h=` for this message. */
export function fieldsToSign({ fields }: Pick<Message, 'fields'>): string[] {
  const present = CORE_FIELDS.flatMap((name) =>
    fields.filter(({ lower }) => lower === name.toLowerCase()).map(() => name),
  )
  return [...present, ...SEALED_FIELDS]
}

/** The names as any verifier reads them: in A-labels, `i=` as the octets of its UTF-8 form. */
function namesToWrite({ domain, selector, identity }: SignOptions) {
  const at = identity?.lastIndexOf('@') ?? -1
  return {
    domain: inALabels(domain),
    selector: inALabels(selector),
    ...(identity === undefined
      ? {}
      : {
          identity: fromLatin1(
            utf8(`${identity.slice(0, at + 1)}${inALabels(identity.slice(at + 1))}`),
          ),
        }),
  }
}

/** Signs a message (RFC 6376 §5). Never throws; a key that cannot sign is a result. */
export function* signDkim(bytes: Uint8Array, options: SignOptions): Effect<SignResult> {
  const key = decodeBase64(options.privateKey.replace(/-----[^-]*-----/g, ''))
  if (!key.ok) return { ok: false, reason: 'The private key is not base64.' }
  const message = parseMessage(bytes)
  const body = bodyHashInput(message, options.body ?? 'relaxed')
  const bodyHash = yield* askDigest('sha-256', body.subarray(0, options.length ?? body.length))
  const names = options.fields ?? fieldsToSign(message)
  const unsigned = writeSignatureField({
    ...options,
    ...namesToWrite(options),
    fields: names,
    bodyHash: encodeBase64(bodyHash),
  })
  const input = headerHashInput(message, names, unsigned(''), options.header ?? 'relaxed')
  const isEd25519 = options.algorithm === 'ed25519-sha256'
  const data = isEd25519 ? yield* askDigest('sha-256', input) : input
  const signature = yield* askSign({ algorithm: options.algorithm, key: key.bytes, data })
  if (!signature)
    return { ok: false, reason: `The private key is no key for \`${options.algorithm}\`.` }
  const field = unsigned(encodeBase64(signature))
  return { ok: true, field, bytes: concatBytes([latin1(field), bytes]) }
}
