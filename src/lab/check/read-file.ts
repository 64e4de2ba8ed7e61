import { fromLatin1, fromStrictUtf8 } from '../../core/bytes.ts'
import { gunzip, isGzip } from '../../core/gzip.ts'
import { isOutlookFile } from '../../core/outlook-file.ts'
import { isZip, unzipFirst } from '../../core/zip.ts'
import type { LinkedText } from '../link/link.ts'
import { checkLimits } from './limits.ts'

/** A file that was dropped or chosen: its text, or a sentence why there is none. */
export type FileReading =
  { readonly ok: true; readonly text: LinkedText } | { readonly ok: false; readonly reason: string }

const LIMIT = checkLimits.text.toLocaleString('en')

/**
 * Reads a file. One that is packed (gzip, ZIP) is unpacked, the first text in it; what grows too much is given up
 * before it is there. Never throws.
 * @param name As the file is called; what stands before `.gz` is kept.
 */
export function readFile(name: string, bytes: Uint8Array): FileReading {
  if (bytes.length > checkLimits.text)
    return refused(
      name,
      `it has ${bytes.length.toLocaleString('en')} octets; up to ${LIMIT} are read`,
    )
  if (isGzip(bytes)) {
    const unpacked = gunzip(bytes, checkLimits.text)
    if (unpacked.ok) return textOf(name.replace(/\.gz$/i, ''), unpacked.bytes)
    return refused(
      name,
      unpacked.isTooLarge ? `more than ${LIMIT} octets come out of it` : unpacked.reason,
    )
  }
  if (isZip(bytes)) {
    const unpacked = unzipFirst(bytes, isWanted, checkLimits.text)
    return unpacked.ok
      ? textOf(unpacked.name.split('/').at(-1)!, unpacked.bytes)
      : refused(name, unpacked.reason)
  }
  if (isOutlookFile(bytes))
    return refused(
      name,
      'it is a file of Outlook (.msg), which has no source. In Outlook open “Internet headers” in the properties of the message, and paste them',
    )
  return textOf(name, bytes)
}

const isWanted = (name: string): boolean => !name.endsWith('/') && !name.startsWith('__MACOSX/')

const refused = (name: string, reason: string): FileReading => ({
  ok: false,
  reason: `“${name.slice(0, 100)}” is not read: ${reason}.`,
})

function textOf(name: string, bytes: Uint8Array): FileReading {
  const short = name.slice(0, 200)
  const text = fromUtf16(bytes) ?? fromStrictUtf8(bytes)
  if (text !== undefined)
    return { ok: true, text: { name: short, text: text.replace(/^\ufeff/, '') } }
  const octets = fromLatin1(bytes)
  return octets.includes('\0')
    ? refused(name, 'it is no text: it holds octets of zero')
    : { ok: true, text: { name: short, text: octets, octets: true } }
}

/** What Windows calls “Unicode”, by its first two octets: Excel and PowerShell write their files so. */
function fromUtf16(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const isLittle = first === 0xff && second === 0xfe
  if (!isLittle && !(first === 0xfe && second === 0xff)) return undefined
  const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes)
  return text.includes('\0') ? undefined : text
}
