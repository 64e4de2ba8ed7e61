import { decodeBase64 } from '../../core/base64.ts'
import { fromUtf8 } from '../../core/bytes.ts'
import { gunzip } from '../../core/gzip.ts'
import { isObject } from '../../core/text/is-object.ts'
import type { LabInput } from '../lab.ts'
import { isJournal } from './pack.ts'
import { BEGIN, END, hex, recordLimits, type CompletionRecord, type Sha256 } from './record.ts'
import { isTrack } from './track.ts'

export type RecordReading = { readonly ok: true; readonly record: CompletionRecord } | RecordFault

export interface RecordFault {
  readonly ok: false
  /** A sentence. */
  readonly reason: string
  /** Where, from 1. */
  readonly line?: number
  /** It was a record once, and was changed since. */
  readonly isDamaged?: true
}

/** The code of a record, before its digest was compared. */
interface Code {
  readonly ok: true
  readonly digest: string
  readonly digestLine: number
  readonly packed: Uint8Array<ArrayBuffer>
  readonly record: CompletionRecord
}

/**
 * Reads a record out of a text; what stands around its code counts for nothing. Never throws.
 * @param sha256 Where it cannot digest, the record is not taken.
 */
export async function readRecord(text: string, sha256: Sha256): Promise<RecordReading> {
  const code = readCode(text)
  if (!code.ok) return code
  const digest = await sha256(code.packed)
  if (!digest) return fault('This place cannot digest, so the record cannot be checked here.')
  return hex(digest) === code.digest
    ? { ok: true, record: code.record }
    : {
        ...fault(
          'The digest is of another record: it was changed after it was made.',
          code.digestLine,
        ),
        isDamaged: true,
      }
}

/** All of it but the digest, which takes a while to compute. Never throws. */
export function readCode(text: string): Code | RecordFault {
  if (text.length > recordLimits.text) return fault('It is too long to be a record.')
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^[> \t]+|[ \t]+$/g, ''))
  const begin = lines.indexOf(BEGIN)
  if (begin < 0) return fault(`There is no line “${BEGIN}”.`)
  const end = lines.indexOf(END, begin)
  if (end < 0) return fault(`The line “${END}” is missing: the record was cut off.`, lines.length)
  const digestLine = begin + 2
  const [, digest] = /^Digest: sha-256=([0-9a-f]{64})$/i.exec(lines[begin + 1] ?? '') ?? []
  if (digest === undefined)
    return fault('Here should be “Digest: sha-256=” and 64 hexadecimal digits.', digestLine)
  const decoded = decodeBase64(lines.slice(begin + 2, end).join('\n'))
  if (!decoded.ok) {
    const before = lines
      .slice(begin + 2, end)
      .join('\n')
      .slice(0, decoded.at)
    return fault('This is no base64.', begin + 2 + before.split('\n').length)
  }
  const record = readPacked(decoded.bytes)
  if (!record.ok) return { ...record, line: digestLine + 1 }
  return { ...record, digest: digest.toLowerCase(), digestLine, packed: decoded.bytes }
}

function readPacked(packed: Uint8Array): { ok: true; record: CompletionRecord } | RecordFault {
  const unpacked = gunzip(packed, recordLimits.unpacked)
  if (!unpacked.ok)
    return { ...fault(`The code cannot be unpacked: ${unpacked.reason}.`), isDamaged: true }
  let value: unknown
  try {
    value = JSON.parse(fromUtf8(unpacked.bytes))
  } catch {
    return fault('What is packed in it is no record.')
  }
  return checked(value)
}

function checked(value: unknown): { ok: true; record: CompletionRecord } | RecordFault {
  if (!isObject(value)) return fault('What is packed in it is no record.')
  const { v, name, made, plays } = value
  if (typeof v === 'number' && v > 1) return fault('A later version of HELO World made it.')
  const isHead = v === 1 && isTextUpTo(name, recordLimits.name) && isDate(made)
  if (!isHead || !Array.isArray(plays)) return fault('What is packed in it is no record.')
  if (plays.length > recordLimits.plays)
    return fault(`It has more than ${recordLimits.plays} plays.`)
  const wrong = plays.findIndex((play) => !isPlay(play))
  if (wrong >= 0) return fault(`Play ${wrong + 1} of it is none, or too long.`)
  return { ok: true, record: value as unknown as CompletionRecord }
}

function isPlay(value: unknown): boolean {
  if (!isObject(value)) return false
  const { slug, edition, variant, at, journal, track } = value
  return (
    typeof slug === 'string' &&
    /^[a-z0-9-]{1,80}$/.test(slug) &&
    Number.isSafeInteger(edition) &&
    (variant === undefined || isTextUpTo(variant, 80)) &&
    isDate(at) &&
    (track === undefined || isTrack(track)) &&
    isJournal(journal) &&
    journal.length <= recordLimits.inputs &&
    sizeOf(journal) <= recordLimits.journal
  )
}

/** Characters of all texts in a journal. */
const sizeOf = (journal: readonly LabInput[]): number =>
  journal.reduce((sum, input) => {
    if (input.kind === 'type') return sum + input.data.length
    if (input.kind === 'edit') return sum + input.text.length
    if (input.kind === 'open') return sum + input.host.length
    return sum + (input.kind === 'answer' ? input.answer.join().length : 0)
  }, 0)

const isTextUpTo = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.length <= most

const isDate = (value: unknown): boolean =>
  isTextUpTo(value, 40) && !Number.isNaN(Date.parse(String(value)))

const fault = (reason: string, line?: number): RecordFault => ({
  ok: false,
  reason,
  ...(line !== undefined && { line }),
})
