import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'
import { cramDigest } from '../../protocols/sasl/mechanisms/cram-md5.ts'
import type { Job } from './dialogue.ts'

/**
 * The answer to a challenge of CRAM-MD5, in base64 (RFC 2195 §2). What is no base64 is answered with `*`,
 * which gives up (RFC 4954 §4).
 */
export function cramAnswer(
  { user, password }: NonNullable<Job['login']>,
  challenge: string,
): string {
  const read = decodeBase64(challenge.trim())
  return read.ok ? encodeBase64(utf8(`${user} ${cramDigest(read.bytes, password)}`)) : '*'
}
