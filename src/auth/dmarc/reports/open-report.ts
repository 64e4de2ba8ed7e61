import { gunzip, isGzip } from '../../../core/gzip.ts'
import { span } from '../../../core/span.ts'
import { isZip, unzipFirst } from '../../../core/zip.ts'
import { decodedBytes, walkParts } from '../../../message/mime/decode.ts'
import { parseMime, type Part } from '../../../message/mime/tree.ts'
import { parseMessage } from '../../../message/parse.ts'
import { readAggregateReport, type ReadReport } from './read.ts'

/**
 * Reads an aggregate report as it comes: the XML, its octets, packed with gzip (RFC 9990 §3.5.2), in a
 * ZIP archive as many reporters still send it, or the whole mail that carries one of these. Never throws.
 */
export function openReport(document: Uint8Array | string): ReadReport {
  if (typeof document === 'string' && !isMail(document)) return readAggregateReport(document)
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document
  return isPacked(bytes) || !isMail(headOf(bytes)) ? openFile(bytes) : openMail(bytes)
}

const isPacked = (bytes: Uint8Array): boolean => isGzip(bytes) || isZip(bytes)

function openFile(bytes: Uint8Array): ReadReport {
  if (!isPacked(bytes)) return readAggregateReport(bytes)
  const unpacked = isGzip(bytes) ? gunzip(bytes) : unzipFirst(bytes, isXmlName)
  return unpacked.ok
    ? readAggregateReport(unpacked.bytes)
    : unread('report/gzip', `The file cannot be unpacked: ${unpacked.reason}.`)
}

const isXmlName = (name: string): boolean => /\.xml$/i.test(name) && !name.startsWith('__MACOSX/')

const unread = (code: 'report/gzip' | 'report/missing', message: string): ReadReport => ({
  ...{ form: '9990', text: '', recordSpans: [] },
  problems: [{ code, span: span(0, 0), message, source: { rfc: 9990, section: '3.5.2' } }],
})

/** Octets that show whether a document is a mail. */
const HEAD = 1000

const headOf = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.subarray(0, HEAD)).replace(/^\xef\xbb\xbf/, '')

/** It begins with a field's name and a colon, maybe behind the line that a mailbox file puts first. */
const isMail = (text: string): boolean =>
  /^(?:>?From [^\n]*\n)?[!-9;-~]{1,100}:/.test(text.slice(0, HEAD)) && !/^\s*</.test(text)

/** The first part that holds a report, by its octets or by what it calls itself. */
function openMail(bytes: Uint8Array): ReadReport {
  const message = parseMessage(bytes)
  for (const part of walkParts(parseMime(message))) {
    if (part.parts.length > 0 || part.inner) continue
    const content = decodedBytes(message, part)
    if (isPacked(content) || isXml(part, content)) return openFile(content)
  }
  return unread('report/missing', 'No part of the mail is an aggregate report, packed or not.')
}

function isXml({ type, filename = '' }: Part, content: Uint8Array): boolean {
  if (/^(?:text|application)\/(?:.+\+)?xml$/.test(type) || isXmlName(filename)) return true
  return /^\s*<(?:\?xml|feedback)\b/.test(headOf(content))
}
