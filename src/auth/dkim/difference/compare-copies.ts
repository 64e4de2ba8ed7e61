import { fieldsNamed } from '../../../message/field.ts'
import type { Message } from '../../../message/parse.ts'
import type { Canonicalization } from '../canonicalize.ts'
import { parseSignature } from '../signature.ts'
import { fieldsToSign } from '../sign.ts'
import { compareBodies } from './body.ts'
import type { Difference } from './difference.ts'
import { compareHeaders } from './header.ts'

/** What one canonicalization shows of two copies of a message. */
export interface CopyDifference {
  readonly how: Canonicalization
  /** Absent where both bodies hash alike. */
  readonly body?: Difference
  /** Fields that hash otherwise. */
  readonly header: readonly Difference[]
}

/**
 * Compares a message as it was sent with the copy that arrived, under both canonicalizations (RFC 6376 §3.4):
 * what `simple` sees and `relaxed` bears is a change that another `c=` would have outlived.
 * @returns Of `simple`, then of `relaxed`.
 */
export function compareCopies(sent: Message, arrived: Message): readonly CopyDifference[] {
  const names = signedNames(sent, arrived)
  return (['simple', 'relaxed'] as const).map((how) => {
    const body = compareBodies(sent, arrived, how)
    const header = compareHeaders(sent, arrived, names, how)
    return { how, ...(body && { body }), header }
  })
}

/** The fields that a signature of either copy names, each as often as the one that names it most. */
function signedNames(sent: Message, arrived: Message): readonly string[] {
  const most = new Map<string, number>()
  for (const message of [sent, arrived])
    for (const { valueSpan } of fieldsNamed(message, 'DKIM-Signature').slice(0, MOST)) {
      const parsed = parseSignature(message.text, valueSpan)
      if (!parsed.ok) continue
      const names = parsed.signature.fields.map((name) => name.toLowerCase())
      for (const name of names)
        most.set(name, Math.max(most.get(name) ?? 0, names.filter((one) => one === name).length))
    }
  if (most.size === 0) return fieldsToSign(sent)
  return [...most].flatMap(([name, times]) => Array<string>(Math.min(times, MOST)).fill(name))
}

/** Signatures that are looked at, and fields of one name: limits of ours. */
const MOST = 10
