import { readFailureReport } from '../../auth/dmarc/reports/read-failure.ts'
import { asCharacters, fromLatin1 } from '../../core/bytes.ts'
import { isGzip } from '../../core/gzip.ts'
import { isZip } from '../../core/zip.ts'
import { fieldNamed } from '../../message/field.ts'
import { decodeWords } from '../../message/encoded-words.ts'
import { isMboxLine } from '../../message/mbox-line.ts'
import { decodedBytes, walkParts } from '../../message/mime/decode.ts'
import { parseMime, type Part } from '../../message/mime/tree.ts'
import { parseMessage, type Message } from '../../message/parse.ts'
import { reportLimits } from './limits.ts'
import { unread, type Given, type Opened } from './opened.ts'

/** It begins with a field’s name and a colon, maybe behind the line that a mailbox file puts first. */
export const looksLikeMail = (head: string): boolean =>
  /^\s{0,20}(?:>?From [^\n]{0,500}\n)?[!-9;-~]{1,100}:/.test(head)

/** The mails of a mailbox file; one where it is none. */
export function splitMbox(bytes: Uint8Array): Uint8Array[] {
  if (!startsWith(bytes, 0, 'From ')) return [bytes]
  const starts: number[] = []
  for (let at = 0; at >= 0 && starts.length <= reportLimits.documents; at = nextStart(bytes, at))
    if (isMboxLine(fromLatin1(bytes.subarray(at, at + 400)), 0)) starts.push(at)
  return starts.length < 2
    ? [bytes]
    : starts.map((from, index) => bytes.subarray(from, starts[index + 1]))
}

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0))

/** The next line that begins with `From `, or -1. */
function nextStart(bytes: Uint8Array, before: number): number {
  for (let at = bytes.indexOf(10, before); at >= 0; at = bytes.indexOf(10, at + 1))
    if (bytes[at + 1] === 0x46 && startsWith(bytes, at + 1, 'From ')) return at + 1
  return -1
}

/** Every report of a mail: what is attached, of messages inside too. */
export function openMail(
  { name, bytes, depth }: Given,
  open: (inner: Given) => Opened[],
): Opened[] {
  const message = parseMessage(bytes)
  const failure = readFailureReport(message)
  if (failure.report)
    return [{ kind: 'failure', name, read: failure, subject: subjectOf(failure.original?.bytes) }]
  const opened: Opened[] = []
  for (const part of walkParts(parseMime(message))) {
    if (part.parts.length > 0 || part.inner) continue
    const content = decodedBytes(message, part)
    if (holdsReport(part, content))
      opened.push(...open({ name: nameOf(name, part), bytes: content, depth: depth + 1 }))
  }
  return opened.length > 0 ? opened : [unread(name, whatTheMailIs(message))]
}

const nameOf = (name: string, { filename }: Part): string =>
  filename === undefined ? name : `${name} › ${filename}`

function holdsReport({ type, filename = '' }: Part, content: Uint8Array): boolean {
  if (isGzip(content) || isZip(content)) return true
  if (/^(?:text|application)\/(?:.+\+)?xml$/.test(type) || /\.(?:xml|json)$/i.test(filename))
    return true
  if (/^application\/(?:tlsrpt\+)?json$/.test(type)) return true
  return /^\s*<(?:\?xml|feedback)\b/.test(fromLatin1(content.subarray(0, 200)))
}

const whatTheMailIs = (message: Message): string => {
  const type = fieldNamed(message, 'Content-Type')?.value.toLowerCase() ?? ''
  return type.includes('delivery-status')
    ? 'This mail is a bounce (a delivery status notification), and no report about DMARC or TLS.'
    : 'No part of this mail is a report about DMARC or TLS.'
}

function subjectOf(original: Uint8Array | undefined): string {
  if (!original) return ''
  const value = fieldNamed(parseMessage(original.subarray(0, 100_000)), 'Subject')?.value ?? ''
  return decodeWords(asCharacters(value)).slice(0, 200)
}
