import { fromLatin1, latin1, utf8 } from '../../../core/bytes.ts'
import { foldField, normalizeLines } from '../../compose.ts'
import { encodeField } from '../../encode-field.ts'
import { chooseEncoding, encodeBody, type TransferEncoding } from '../transfer-encoding.ts'
import { chooseBoundary } from './boundary.ts'
import type { DraftPart, MimeDraft } from './draft.ts'
import { writeParameterValue } from './write-parameters.ts'

export type { DraftPart, MimeDraft } from './draft.ts'

/** A part as it is written: its own fields, and its body, one UTF-16 unit an octet. */
interface Written {
  readonly fields: readonly string[]
  readonly body: string
  readonly encoding: TransferEncoding
}

/**
 * Writes a message with MIME parts (RFC 2045, RFC 2046): boundaries that stand nowhere in the parts,
 * an encoding that fits each, folded fields of 78 characters where they can be. The same draft gives
 * the same octets.
 */
export function composeMime({ headers, content, values = 'encoded' }: MimeDraft): Uint8Array {
  const part = writePart(content)
  const fields = headers.map(([name, value]) =>
    values === 'utf-8' ? fromLatin1(utf8(foldField(name, value))) : encodeField(name, value),
  )
  const named = new Set(headers.map(([name]) => name.toLowerCase()))
  const version = named.has('mime-version') ? [] : ['MIME-Version: 1.0']
  return latin1([...fields, ...version, ...part.fields, '', part.body].join('\r\n'))
}

function writePart(draft: DraftPart): Written {
  const { content } = draft
  if (typeof content !== 'string' && !(content instanceof Uint8Array))
    return writeMultipart(draft, content)
  const isText = typeof content === 'string'
  const bytes = isText ? utf8(normalizeLines(content)) : content
  const encoding = draft.encoding ?? chooseEncoding(bytes, draft.type)
  const charset = isText && draft.type.startsWith('text/') ? { charset: 'utf-8' } : {}
  const fields = fieldsOf(draft, { ...charset, ...draft.parameters }, encoding)
  return { fields, body: encodeBody(bytes, encoding), encoding }
}

function writeMultipart(draft: DraftPart, content: readonly DraftPart[]): Written {
  const parts = content.map(writePart)
  const texts = parts.map(({ fields, body }) => [...fields, '', body].join('\r\n'))
  const boundary = chooseBoundary(texts)
  const body = [...texts.map((text) => `--${boundary}\r\n${text}`), `--${boundary}--\r\n`]
  const encoding = strongest(parts.map((part) => part.encoding))
  const fields = fieldsOf(draft, { ...draft.parameters, boundary }, encoding)
  return { fields, body: body.join('\r\n'), encoding }
}

/** What holds parts asks for the widest way that one of them asks for (RFC 2045 §6.4). */
function strongest(encodings: readonly TransferEncoding[]): TransferEncoding {
  if (encodings.includes('binary')) return 'binary'
  return encodings.includes('8bit') ? '8bit' : '7bit'
}

function fieldsOf(
  draft: DraftPart,
  parameters: Readonly<Record<string, string>>,
  encoding: TransferEncoding,
): string[] {
  const disposition = draft.disposition ?? (draft.filename === undefined ? undefined : 'attachment')
  const file = draft.filename === undefined ? {} : { filename: draft.filename }
  return [
    foldField('Content-Type', writeParameterValue(draft.type, parameters)),
    ...(encoding === '7bit' ? [] : [foldField('Content-Transfer-Encoding', encoding)]),
    ...(disposition === undefined
      ? []
      : [foldField('Content-Disposition', writeParameterValue(disposition, file))]),
    ...(draft.description === undefined
      ? []
      : [encodeField('Content-Description', draft.description)]),
    ...(draft.contentId === undefined ? [] : [foldField('Content-ID', `<${draft.contentId}>`)]),
  ]
}
