import { readAggregateReport, type ReadReport } from '../../auth/dmarc/reports/read.ts'
import { parseTlsReport } from '../../auth/tls-rpt/read-report.ts'
import { decodeBase64 } from '../../core/base64.ts'
import { fromLatin1, fromUtf8 } from '../../core/bytes.ts'
import { gunzip, isGzip } from '../../core/gzip.ts'
import { isOutlookFile } from '../../core/outlook-file.ts'
import type { Section } from '../../core/section.ts'
import { isZip, unzipAll } from '../../core/zip.ts'
import { looksLikeMail, openMail, splitMbox } from './open-mail.ts'
import { inMebibytes, reportLimits } from './limits.ts'
import { unread, type Given, type Opened, type Room } from './opened.ts'
import type { GivenFile } from './types.ts'

/**
 * Opens a file with whatever holds its reports: gzip, ZIP, mail, a mailbox of mails, base64, and these
 * in each other. Never throws: what cannot be read is among the results, with a sentence.
 */
export function openFile({ name, bytes }: GivenFile, room: Room): Opened[] {
  if (bytes.length > reportLimits.file)
    return [unread(name, `It is larger than ${inMebibytes(reportLimits.file)}, and was not read.`)]
  return open({ name, bytes, depth: 0 }, room)
}

/** RFC 9990 §3.5.2: how reports are packed. */
const PACKED: Section = { rfc: 9990, section: '3.5.2' }

export function open(given: Given, room: Room): Opened[] {
  const { name, bytes, depth } = given
  if (depth > reportLimits.depth)
    return [unread(name, `It is packed more than ${reportLimits.depth} times in itself.`)]
  if (bytes.length === 0) return [unread(name, 'It is empty.')]
  if (isGzip(bytes)) return openGzip(given, room)
  if (isZip(bytes)) return openZip(given, room)
  if (room.documents-- <= 0)
    return [
      unread(name, `It was not read: only ${reportLimits.documents} reports are read at once.`),
    ]
  const head = headOf(bytes)
  if (isXml(bytes, head)) return openXml(given)
  if (/^\s*\{/.test(head)) return [openJson(given)]
  // Apple Mail puts the number of octets before a message.
  const [count] = /^\d{1,12}[ \t]*\r?\n/.exec(head) ?? []
  if (count !== undefined && looksLikeMail(head.slice(count.length)))
    return open({ name, bytes: bytes.subarray(count.length), depth: depth + 1 }, room)
  const mails = splitMbox(bytes)
  if (mails.length > 1)
    return mails.flatMap((mail, at) =>
      open({ name: `${name} › ${at + 1}`, bytes: mail, depth: depth + 1 }, room),
    )
  if (looksLikeMail(head)) return openMail(given, (inner) => open(inner, room))
  return openBase64(given, room) ?? [unread(name, whatItIs(bytes))]
}

const limitOf = ({ octets }: Room): number => Math.max(0, Math.min(reportLimits.unpacked, octets))

function openGzip({ name, bytes, depth }: Given, room: Room): Opened[] {
  const unpacked = gunzip(bytes, limitOf(room))
  if (!unpacked.ok) return [unread(name, `It cannot be unpacked: ${unpacked.reason}.`, PACKED)]
  room.octets -= unpacked.bytes.length
  return open({ name, bytes: unpacked.bytes, depth: depth + 1 }, room)
}

function openZip({ name, bytes, depth }: Given, room: Room): Opened[] {
  const unpacked = unzipAll(
    bytes,
    Math.max(0, room.octets),
    Math.max(0, room.documents),
    reportLimits.unpacked,
  )
  if (!unpacked.ok) return [unread(name, `It cannot be unpacked: ${unpacked.reason}.`)]
  const { files, left } = unpacked
  if (files.length === 0) return [unread(name, 'No file is in this archive.')]
  const opened = files.flatMap((file) => {
    const path = `${name} › ${file.name}`
    if ('reason' in file) return [unread(path, `It cannot be unpacked: ${file.reason}.`)]
    room.octets -= file.bytes.length
    return open({ name: path, bytes: file.bytes, depth: depth + 1 }, room)
  })
  if (left === 0) return opened
  return [
    ...opened,
    unread(name, `${left} more files of the archive were not read: the limit is reached.`),
  ]
}

const tooLarge = (name: string): Opened =>
  unread(name, `More than ${inMebibytes(reportLimits.unpacked)} come out of it: it was not read.`)

/** Octets that show what a document is. */
const HEAD = 2000

const headOf = (bytes: Uint8Array): string =>
  fromLatin1(bytes.subarray(0, HEAD)).replace(/^\xef\xbb\xbf/, '')

const isXml = (bytes: Uint8Array, head: string): boolean =>
  /^\s*</.test(head) ||
  ((bytes[0] === 0xfe || bytes[0] === 0xff) && /^(?:\xfe\xff|\xff\xfe)\0?</.test(head))

/** One report; where several stand one behind the other, as when they were pasted so, each. */
function openXml({ name, bytes }: Given): Opened[] {
  if (bytes.length > reportLimits.unpacked) return [tooLarge(name)]
  const read = readAggregateReport(bytes)
  if (!read.problems.some(({ code }) => code === 'xml/second-root')) return [asReport(name, read)]
  return read.text
    .split(/(?<=<\/(?:\w{1,20}:)?feedback\s{0,20}>)/)
    .filter((text) => /<(?:\w{1,20}:)?feedback\b/.test(text))
    .slice(0, reportLimits.documents)
    .map((text, at) => asReport(`${name} › ${at + 1}`, readAggregateReport(text)))
}

const asReport = (name: string, read: ReadReport): Opened =>
  read.report
    ? { kind: 'aggregate', name, read }
    : unread(name, read.problems.at(-1)?.message ?? 'It is no report.', PACKED)

function openJson({ name, bytes }: Given): Opened {
  if (bytes.length > reportLimits.unpacked) return tooLarge(name)
  const reading = parseTlsReport(fromUtf8(bytes))
  const { report } = reading
  const isOne = report && (report.policies.length > 0 || report.organization !== undefined)
  if (isOne) return { kind: 'tls', name, reading }
  const why = reading.problems[0]?.message
  return unread(
    name,
    report || why === undefined ? 'This JSON is no report about TLS.' : `It cannot be read: ${why}`,
    { rfc: 8460, section: '4.4' },
  )
}

/** A part of a mail that was copied with its transfer encoding: `H4sI…`. */
function openBase64({ name, bytes, depth }: Given, room: Room): Opened[] | undefined {
  if (bytes.length > reportLimits.file) return undefined
  const text = fromLatin1(bytes).replace(/\s+/g, '')
  if (text.length < 40 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
  const decoded = decodeBase64(text)
  if (!decoded.ok || !(isGzip(decoded.bytes) || isZip(decoded.bytes) || decoded.bytes[0] === 0x3c))
    return undefined
  return open({ name, bytes: decoded.bytes, depth: depth + 1 }, room)
}

const whatItIs = (bytes: Uint8Array): string =>
  isOutlookFile(bytes)
    ? 'It is a file of Outlook (`.msg`), which is not read here: save the report that is attached to it, and bring that.'
    : bytes.subarray(0, HEAD).includes(0)
      ? 'It is neither XML, JSON, a mail, gzip nor ZIP.'
      : 'This text is neither XML, JSON nor a mail.'
