import { encodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'
import { gzip } from '../../core/gzip.ts'
import { BEGIN, END, hex, type CompletionRecord, type Sha256 } from './record.ts'

/**
 * A record as a text that travels anywhere: its digest, and the record packed (RFC 1952) in base64.
 * @returns Undefined where the place cannot digest.
 */
export async function writeRecord(
  record: CompletionRecord,
  sha256: Sha256,
): Promise<string | undefined> {
  const packed = gzip(utf8(JSON.stringify(record)))
  const digest = await sha256(packed)
  if (!digest) return undefined
  const lines = encodeBase64(packed).match(/.{1,64}/g) ?? []
  return [BEGIN, `Digest: sha-256=${hex(digest)}`, '', ...lines, END, ''].join('\n')
}
