import { runAsync } from '../core/effects.ts'
import { asCharacters, concatBytes, utf8 } from '../core/bytes.ts'
import { isSameDomain } from '../core/idna.ts'
import { randomId } from '../core/random.ts'
import type { Canonicalization } from '../auth/dkim/canonicalize.ts'
import { signDkim } from '../auth/dkim/sign.ts'
import { parseAddresses } from '../message/addresses.ts'
import { composeMessage, messageOctets } from '../message/compose.ts'
import { composeMime } from '../message/mime/compose/compose.ts'
import type { DraftPart } from '../message/mime/compose/draft.ts'
import { formatDate } from '../message/date.ts'
import { fieldNamed } from '../message/field.ts'
import { parseMessage } from '../message/parse.ts'
import { answersOn, type Internet } from './internet.ts'
import { keysInUse } from './keys-in-use.ts'
import type { AttachmentSpec, HostSpec, MailSpec } from './spec.ts'

/** Writes the mail as its host hands it over: dated, named, and signed if the host has a key for it. */
export async function writeMail(
  net: Internet,
  host: HostSpec,
  mail: MailSpec,
): Promise<Uint8Array> {
  const bytes = writtenBy(net, mail) ?? composed(net, host, mail)
  return alsoSigned(net, host, await signMessage(net, host, bytes))
}

/** A message that is a document goes as it is written; undefined where the mail is made of none. */
function writtenBy({ spec }: Internet, { document: file }: MailSpec): Uint8Array | undefined {
  const found = file === undefined ? undefined : spec.documents?.find((one) => one.file === file)
  return found && messageOctets(found.text)
}

function composed(net: Internet, host: HostSpec, mail: MailSpec): Uint8Array {
  const headers = withDateAndId(net, host, mail)
  return mail.attachments?.length
    ? composeMime({ headers, content: withFiles(mail.body, mail.attachments) })
    : composeMessage({ headers, body: mail.body })
}

/** With the signature of a service on top, where it signs all that it sends, beside its customers. */
const alsoSigned = (net: Internet, host: HostSpec, bytes: Uint8Array): Promise<Uint8Array> =>
  signFor(net, host, host.sending?.alsoSigns ?? '', bytes)

const withFiles = (body: string, files: readonly AttachmentSpec[]): DraftPart => ({
  type: 'multipart/mixed',
  content: [
    { type: 'text/plain', content: body },
    ...files.map(({ filename, type, text }) => ({ type, filename, content: utf8(text) })),
  ],
})

function withDateAndId(net: Internet, host: HostSpec, { headers }: MailSpec): [string, string][] {
  const has = (name: string): boolean => headers.some(([given]) => given.toLowerCase() === name)
  return [
    ...(has('date') ? [] : [dateField(net)]),
    ...headers.map(([name, value]): [string, string] => [name, value]),
    ...(has('message-id') ? [] : [idField(net, host)]),
  ]
}

const dateField = (net: Internet): [string, string] => ['Date', formatDate(net.clock.now())]

const idField = (net: Internet, host: HostSpec): [string, string] => [
  'Message-ID',
  `<${randomId(net.random, 12)}@${host.name}>`,
]

/**
 * A message that a user handed in, as the host sends it on: with the date and the name that it
 * lacks (RFC 6409 §8), and signed.
 */
export async function completeMessage(
  net: Internet,
  host: HostSpec,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const message = parseMessage(bytes)
  const missing = [
    ...(fieldNamed(message, 'Date') ? [] : [dateField(net)]),
    ...(fieldNamed(message, 'Message-ID') ? [] : [idField(net, host)]),
  ]
  const lines = missing.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return signMessage(net, host, concatBytes([utf8(lines), bytes]))
}

/** The message with a signature on top, where the host has a key for its author's domain. */
export async function signMessage(
  net: Internet,
  host: HostSpec,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const from = asCharacters(fieldNamed(parseMessage(bytes), 'From')?.value ?? '')
  const domain = parseAddresses(from).mailboxes[0]?.domain
  return signFor(net, host, domain ?? '', bytes)
}

/** The same with the key of a domain, also of another than the author’s. */
export async function signFor(
  net: Internet,
  host: HostSpec,
  domain: string,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const key = keysInUse(host).find((one) => isSameDomain(one.domain, domain))
  if (!key) return bytes
  const signed = await runAsync(
    signDkim(bytes, { ...key, ...methodsOf(host), now: net.clock.now() }),
    answersOn(net, host.name),
  )
  return signed.ok ? concatBytes([utf8(signed.field), bytes]) : bytes
}

function methodsOf({ canonicalization = 'relaxed/relaxed' }: HostSpec) {
  const [header, body] = canonicalization.split('/') as [Canonicalization, Canonicalization]
  return { header, body }
}
