import { decodeBase64, type Base64Problem } from '../../core/base64.ts'
import { onceForText } from '../../core/once.ts'
import { span, type Span } from '../../core/span.ts'
import { parseTagList, tagNamed, wordsOf, type Tag, type TagList, type Word } from '../tag-list.ts'
import { readRsaKey, type KeyProblem } from './public-key.ts'

/** A DKIM key record (RFC 6376 §3.6.1). Spans count in its text. */
export interface KeyRecord extends TagList {
  /** `DKIM1`, or as written. Absent: `DKIM1` is meant. */
  readonly version?: Tag
  /** `k=`; `rsa` by default. */
  readonly keyType: string
  /** `h=`: hashes that may be used; absent: all. */
  readonly hashes?: readonly Word[]
  /** `s=`: services; `*` by default. */
  readonly services: readonly Word[]
  /** `t=`: `y` for testing, `s` for no subdomains. */
  readonly flags: readonly Word[]
  /** `p=`, where it stands. */
  readonly data?: Tag
  readonly key: KeyData
}

export type KeyData =
  | { readonly kind: 'rsa'; readonly spki: Uint8Array; readonly bits: number }
  | { readonly kind: 'ed25519'; readonly raw: Uint8Array }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'missing' }
  /** `k=` names a type that is not known here. */
  | { readonly kind: 'unknown' }
  | BrokenKey

export interface BrokenKey {
  readonly kind: 'broken'
  readonly problem: KeyProblem | Base64Problem | 'armour' | 'ed25519-size' | 'ed25519-wrapped'
  /** The smallest part that is wrong. */
  readonly span: Span
  readonly message: string
  /** The octets, where the base64 was right. */
  readonly bytes?: Uint8Array
}

/** Octets of an Ed25519 public key (RFC 8032 §5.1.5). */
const ED25519_SIZE = 32

/** Reads a key record. Never throws; its `problems` are those of the tag list. */
export const parseKeyRecord: (text: string) => KeyRecord = onceForText((text) => {
  const list = parseTagList(text)
  const version = tagNamed(list, 'v')
  const hashes = tagNamed(list, 'h')
  const data = tagNamed(list, 'p')
  const keyType = tagNamed(list, 'k')?.value ?? 'rsa'
  return {
    ...list,
    ...(version ? { version } : {}),
    keyType,
    ...(hashes ? { hashes: wordsOf(text, hashes.valueSpan, ':') } : {}),
    services: wordsIn(list, 's'),
    flags: wordsIn(list, 't'),
    ...(data ? { data } : {}),
    key: data ? readKeyData(text, data, keyType) : { kind: 'missing' },
  }
})

function wordsIn(list: TagList, name: string): Word[] {
  const tag = tagNamed(list, name)
  return tag ? wordsOf(list.text, tag.valueSpan, ':').filter((word) => word.text !== '') : []
}

export const hasFlag = (record: KeyRecord, flag: 'y' | 's'): boolean =>
  record.flags.some(({ text }) => text === flag)

/** Whether the record serves mail: `s=` is absent, or names `email` or `*` (RFC 6376 §3.6.1). */
export const servesMail = ({ tags, services }: KeyRecord): boolean =>
  !tags.some(({ name }) => name === 's') ||
  services.some(({ text }) => text === '*' || text === 'email')

function readKeyData(text: string, tag: Tag, keyType: string): KeyData {
  if (tag.value === '') return { kind: 'revoked' }
  const armour = text.indexOf('-----', tag.valueSpan.from)
  if (armour >= 0 && armour < tag.valueSpan.to) return armoured(tag)
  const decoded = decodeBase64(tag.value)
  if (!decoded.ok) return notBase64(tag, decoded.at, decoded.reason)
  if (keyType === 'ed25519') return readEd25519(tag, decoded.bytes)
  if (keyType !== 'rsa') return { kind: 'unknown' }
  const key = readRsaKey(decoded.bytes)
  if (key.ok) return { kind: 'rsa', spki: decoded.bytes, bits: key.bits }
  return {
    kind: 'broken',
    problem: key.problem,
    span: tag.valueSpan,
    message: key.message,
    bytes: decoded.bytes,
  }
}

const armoured = (tag: Tag): BrokenKey => ({
  kind: 'broken',
  problem: 'armour',
  span: tag.valueSpan,
  message: 'Only the base64 lines of a PEM file belong into `p=`, without its BEGIN and END lines.',
})

const REASONS: Readonly<Record<Base64Problem, string>> = {
  character: 'This character is not of the base64 alphabet, so the key cannot be read.',
  padding:
    'The `=` of base64 stand at its end only: something follows them, or there are too many.',
  length: 'The base64 ends too early: its length is no multiple of 4.',
}

function notBase64(tag: Tag, at: number, problem: Base64Problem): BrokenKey {
  const from = tag.valueSpan.from + at
  const where = problem === 'length' ? tag.valueSpan : span(from, from + 1)
  return { kind: 'broken', problem, span: where, message: REASONS[problem] }
}

function readEd25519(tag: Tag, bytes: Uint8Array): KeyData {
  if (bytes.length === ED25519_SIZE) return { kind: 'ed25519', raw: bytes }
  // SubjectPublicKeyInfo of Ed25519 has a head of 12 octets (RFC 8410 §4).
  const isWrapped = bytes.length === ED25519_SIZE + 12 && bytes[0] === 0x30
  return {
    kind: 'broken',
    problem: isWrapped ? 'ed25519-wrapped' : 'ed25519-size',
    span: tag.valueSpan,
    message: isWrapped
      ? 'An Ed25519 key stands in `p=` bare, as its 32 octets; this one is still wrapped, as OpenSSL writes it.'
      : `An Ed25519 key has 32 octets; this one has ${bytes.length}.`,
    bytes,
  }
}
