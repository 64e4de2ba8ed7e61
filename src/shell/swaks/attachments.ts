import { encodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'
import type { CommandContext } from '../command.ts'
import type { Word } from '../language/tree.ts'
import { readFile } from '../text/inputs.ts'
import type { SwaksValue } from './words.ts'

/** A part of a message beside its text. */
export interface Attachment {
  readonly type: string
  /** Of its file; absent where its text stands in the line. */
  readonly name?: string
  readonly octets: Uint8Array
}

const UNKNOWN_TYPE = 'application/octet-stream'

/**
 * The attachments of a line, in its order: `--attach @file`, or `--attach text`. `--attach-type` and
 * `--attach-name` are for the next of them.
 * @returns Undefined where a file cannot be read; the reason is then printed.
 */
export function readAttachments(
  all: readonly (readonly [SwaksValue, Word])[],
  context: CommandContext,
): readonly Attachment[] | undefined {
  const found: Attachment[] = []
  let type: string | undefined
  let name: string | undefined
  for (const [option, { text }] of all) {
    if (option === 'attach-type') type = text
    else if (option === 'attach-name') name = text
    else if (option === 'attach') {
      const one = octetsOf(text, context)
      if (!one) return undefined
      const called = name ?? one.name
      found.push({
        ...{ type: type ?? UNKNOWN_TYPE, octets: one.octets },
        ...(called !== undefined && { name: called }),
      })
      type = name = undefined
    }
  }
  return found
}

function octetsOf(text: string, context: CommandContext): Omit<Attachment, 'type'> | undefined {
  if (!text.startsWith('@')) return { octets: utf8(text) }
  const octets = readFile('swaks', text.slice(1), context)
  return octets && { octets, name: text.slice(text.lastIndexOf('/') + 1).replace(/^@/, '') }
}

/** Characters of a line of base64, as in the real program and RFC 2045 §6.8. */
const WIDTH = 76

/** A body with attachments, and the fields that announce it. @param id Makes the boundary one of its own. */
export function withAttachments(
  body: readonly string[],
  attachments: readonly Attachment[],
  id: number,
): { readonly fields: readonly string[]; readonly lines: readonly string[] } {
  const boundary = `----=_MIME_BOUNDARY_000_${id}`
  return {
    fields: ['MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary="${boundary}"`],
    lines: [
      ...[`--${boundary}`, 'Content-Type: text/plain', '', ...body],
      ...attachments.flatMap((one) => [`--${boundary}`, ...partLines(one)]),
      ...[`--${boundary}--`, '', ''],
    ],
  }
}

function partLines({ type, name, octets }: Attachment): readonly string[] {
  const quoted = name?.replace(/["\\]/g, String.raw`\$&`)
  return [
    `Content-Type: ${type}${quoted === undefined ? '' : `; name="${quoted}"`}`,
    ...(name === undefined ? [] : [`Content-Description: ${name}`]),
    `Content-Disposition: attachment${quoted === undefined ? '' : `; filename="${quoted}"`}`,
    ...['Content-Transfer-Encoding: BASE64', ''],
    ...(encodeBase64(octets).match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? []),
    '',
  ]
}
