import * as v from 'valibot'
import { encodeBase64 } from '../../core/base64.ts'
import { decodedBytes, decodedText, walkParts } from '../../message/mime/decode.ts'
import type { Part } from '../../message/mime/part.ts'
import { normalizeTypeTree, typeTree } from '../../message/mime/type-tree.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { messageEntries, messageFor, noMessage, type FoundMessage } from '../read-message.ts'
import { code } from '../wording.ts'

const partEntries = {
  type: v.exactOptional(v.string()),
  filename: v.exactOptional(v.string()),
  disposition: v.exactOptional(v.string()),
  encoding: v.exactOptional(v.string()),
  text: v.exactOptional(v.string()),
  octets: v.exactOptional(v.string()),
  has: v.exactOptional(v.string()),
}

const entries = {
  ...messageEntries,
  /** The types of its parts, `multipart/mixed [text/plain, application/pdf]`, or any of several such. */
  tree: v.exactOptional(v.union([v.string(), v.array(v.string())])),
  /**
   * A part of it, with its `type`, `filename`, `disposition` or `encoding`; decoded with exactly this
   * `text`, line ends at its end aside, with `has` in its text, or with these `octets`, in base64.
   */
  part: v.exactOptional(v.strictObject(partEntries)),
  /** A type that none of its parts has. */
  lacks: v.exactOptional(v.string()),
  /** Whether each multipart ends with its closing boundary. */
  closed: v.exactOptional(v.picklist(['yes', 'no'])),
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * kind: mime
 * document: invoice.eml
 * tree: 'multipart/mixed [text/plain, application/pdf]'
 * part: { type: application/pdf, disposition: attachment }
 */
export const mime = defineCondition({
  kind: 'mime',
  about:
    'The parts of a message that is written or was delivered are as named. Name `document` or `mailbox`, and what is wanted of it.',
  entries: () => entries,
  check(wanted, { world }) {
    const found = messageFor(world, wanted)
    if (!found) return notYet(noMessage(wanted))
    const wrong = wrongTree(found, wanted) ?? wrongPart(found, wanted)
    return wrong === undefined ? met : notYet(wrong)
  },
})

function wrongTree({ mime: { root }, called }: FoundMessage, { tree, closed, lacks }: Wanted) {
  const now = typeTree(root)
  const trees = [tree ?? []].flat()
  if (trees.length && !trees.some((one) => normalizeTypeTree(one) === now))
    return `${called} is ${code(now)} now.`
  const parts = [...walkParts(root)]
  if (lacks !== undefined && parts.some(({ type }) => type === lacks.toLowerCase()))
    return `${called} has a part ${code(lacks)}.`
  const isClosed = !parts.some(({ isOpen }) => isOpen)
  if (closed === undefined || isClosed === (closed === 'yes')) return undefined
  return isClosed
    ? `Each multipart ends with its closing boundary.`
    : `A multipart of it ends without its closing boundary.`
}

function wrongPart(found: FoundMessage, { part: wanted }: Wanted): string | undefined {
  if (!wanted) return undefined
  const { type } = wanted
  const parts = [...walkParts(found.mime.root)].filter(
    (one) => type === undefined || one.type === type.toLowerCase(),
  )
  if (!parts.length) return `${found.called} has no part ${code(type ?? '')}.`
  const wrong = parts.map((part) => differenceOf(found, part, wanted))
  return wrong.includes(undefined) ? undefined : `Its part ${code(parts[0]!.type)} ${wrong[0]!}.`
}

/** What of a part is not as wanted, behind its name. */
function differenceOf(
  { message }: FoundMessage,
  part: Part,
  { filename, disposition, encoding, text, octets, has }: NonNullable<Wanted['part']>,
): string | undefined {
  if (filename !== undefined && part.filename !== filename)
    return part.filename === undefined
      ? 'has no filename'
      : `has the filename ${code(part.filename)}`
  if (disposition !== undefined && part.disposition !== disposition)
    return part.disposition === undefined
      ? 'has no disposition'
      : `has the disposition ${code(part.disposition)}`
  if (encoding !== undefined && part.encoding !== encoding)
    return `is in ${code(part.encoding)}, not in ${code(encoding)}`
  const decoded = decodedText(message, part)
  if (text !== undefined && trimmed(decoded) !== trimmed(text)) return 'holds another text'
  if (has !== undefined && !decoded.includes(has)) return `has no ${code(has)} in it`
  const same = octets === undefined || encodeBase64(decodedBytes(message, part)) === octets
  return same ? undefined : 'does not hold the same octets'
}

const trimmed = (text: string): string => text.replaceAll('\r\n', '\n').replace(/\n+$/, '')
