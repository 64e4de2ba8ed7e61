import { clip } from '../../../core/text/clip.ts'
import { fromLatin1, fromStrictUtf8, equalBytes, latin1 } from '../../../core/bytes.ts'
import { decodedBytes, decodedText, leavesOf } from '../../../message/mime/decode.ts'
import { parseMime } from '../../../message/mime/tree.ts'
import type { Message } from '../../../message/parse.ts'
import { trimWhiteEnd } from '../../../message/white.ts'
import { lineAround } from './common.ts'
import type { DifferenceKind } from './difference.ts'

interface DescribedDifference {
  readonly kind: DifferenceKind
  readonly text: string
}

/**
 * What was done to a body, the most specific first.
 * @param a The canonical body that was signed; `b` the one that came.
 * @param first The first octet that differs.
 */
export function bodyKind(
  original: Message,
  received: Message,
  a: string,
  b: string,
  first: number,
): DescribedDifference {
  return (
    byLines(a, b, first) ??
    byWhole(a, b, first) ??
    byParts(original, received) ??
    byCharacters(a, b, first) ?? {
      kind: 'changed',
      text: `The body was changed: \`${shown(lineAround(a, first))}\` became \`${shown(lineAround(b, first))}\`.`,
    }
  )
}

const described = (kind: DifferenceKind, text: string): DescribedDifference => ({ kind, text })

/** A line for a message: not too long, and without what would break it. */
const shown = (text: string): string => {
  return clip((fromStrictUtf8(latin1(text)) ?? text).replaceAll('`', "'"))
}

/** Something stands before or behind, or is missing there; or only the white space is another. */
function byWhole(a: string, b: string, first: number): DescribedDifference | undefined {
  const body = a.replace(/\r\n$/, '')
  const came = b.replace(/\r\n$/, '')
  if (sameCharacters(a, b)) return bySpace(a, b)
  if (first >= body.length)
    return described(
      'footer-added',
      `A footer was added behind the signed text: it begins with \`${shown(firstLine(b.slice(body.length)))}\`.`,
    )
  if (first >= came.length)
    return described(
      'cut-off',
      `The end is missing: from \`${shown(firstLine(a.slice(first)))}\` on nothing came.`,
    )
  if (b.endsWith(a))
    return described(
      'text-before',
      `Text was put before the signed text: it begins with \`${shown(firstLine(b))}\`.`,
    )
  return undefined
}

const firstLine = (text: string): string =>
  text.split(/\r?\n/).find((line) => line.trim() !== '') ?? ''

const squeezed = (text: string): string => text.replace(/[ \t\r\n]+/g, '')
const sameCharacters = (a: string, b: string): boolean => squeezed(a) === squeezed(b)
const lineEndsAlike = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?<!\n)\n+$/, '\n')
const ends = (text: string): string => text.split('\n').map(trimWhiteEnd).join('\n')
const spaces = (text: string): string => ends(text).replace(/[ \t]+/g, ' ')

function bySpace(a: string, b: string): DescribedDifference {
  const [left, right] = [lineEndsAlike(a), lineEndsAlike(b)]
  if (left === right)
    return described(
      'line-ends',
      'Line ends were changed: a bare CR or LF became CRLF, or the other way round.',
    )
  if (ends(left) === ends(right))
    return described(
      'trailing-space',
      'White space at the end of lines was added or taken away; `relaxed` bears that.',
    )
  if (spaces(left) === spaces(right))
    return described(
      'white-space',
      'White space inside of lines was changed; `relaxed` bears that.',
    )
  return described(
    're-wrapped',
    'Lines were wrapped anew: the words are the same, the line ends stand in other places.',
  )
}

/** Marks that programs put at the start of a line. */
function byLines(a: string, b: string, first: number): DescribedDifference | undefined {
  const [left, right] = [lineAround(a, first), lineAround(b, first)]
  if (left === `.${right}` && right.startsWith('.'))
    return described(
      'dot-stuffing',
      `A dot was taken from the start of a line: \`${shown(left)}\` became \`${shown(right)}\`.`,
    )
  if (right === `.${left}` && left.startsWith('.'))
    return described(
      'dot-stuffing',
      `A dot was added to the start of a line: \`${shown(left)}\` became \`${shown(right)}\`.`,
    )
  if (right === `>${left}` && /^>*From /.test(left))
    return described(
      'from-escaped',
      'A `>` was put before a line that begins with `From `, as files of mail do.',
    )
  return undefined
}

/** The same parts in another encoding, or other parts. */
function byParts(original: Message, received: Message): DescribedDifference | undefined {
  const before = [...leavesOf(parseMime(original))]
  const after = [...leavesOf(parseMime(received))]
  if (before.length > after.length)
    return described(
      'part-removed',
      `A part is missing: there were ${before.length}, and ${after.length} came.`,
    )
  if (before.length < after.length)
    return described(
      'part-added',
      `A part was added: there were ${before.length}, and ${after.length} came.`,
    )
  const pairs = before.map((part, at) => [part, after[at]!] as const)
  if (
    pairs.every(([one, other]) =>
      equalBytes(decodedBytes(original, one), decodedBytes(received, other)),
    )
  ) {
    const found = pairs.find(([one, other]) => one.encoding !== other.encoding)
    const how = found
      ? `from \`${found[0].encoding}\` to \`${found[1].encoding}\``
      : 'in the same encoding, but written otherwise'
    return described('re-encoded', `The content is the same, encoded anew: ${how}.`)
  }
  const alike = pairs.every(([one, other]) => {
    const [left, right] = [decodedText(original, one), decodedText(received, other)]
    return left.trimEnd() === right.trimEnd()
  })
  return alike
    ? described('charset', 'The characters are the same, in another charset.')
    : undefined
}

/** A charset without a word about it, or a link with another target. */
function byCharacters(a: string, b: string, first: number): DescribedDifference | undefined {
  const asUtf8 = (text: string): string | undefined => fromStrictUtf8(latin1(text))
  if (asUtf8(b) === a || asUtf8(a) === b || asUtf8(b) === windows(a) || asUtf8(a) === windows(b))
    return described('charset', 'The characters are the same, in another charset.')
  const [left, right] = [wordAround(a, first), wordAround(b, first)]
  if (/https?:\/\//i.test(left) && /https?:\/\//i.test(right))
    return described(
      'link-rewritten',
      `A link was rewritten: \`${shown(left)}\` became \`${shown(right)}\`.`,
    )
  return undefined
}

const windows = (text: string): string => new TextDecoder('windows-1252').decode(latin1(text))

/** Characters of a word that are looked at on each side. */
const WORD = 500

function wordAround(text: string, at: number): string {
  const before = /[^\s"'<>]*$/.exec(text.slice(Math.max(0, at - WORD), at))?.[0] ?? ''
  const after = /^[^\s"'<>]*/.exec(text.slice(at, at + WORD))?.[0] ?? ''
  return fromLatin1(latin1(before + after))
}
