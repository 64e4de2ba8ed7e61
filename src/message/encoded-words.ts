import { concatBytes, latin1 } from '../core/bytes.ts'
import { span, type Span } from '../core/span.ts'
import { decodeCharset } from './charset.ts'
import { MAX_WORD } from './encode-words.ts'
import { decodeMimeBase64 } from './mime/base64.ts'

/** `=?charset?encoding?text?=`, with an optional language behind the charset (RFC 2231 §5). */
const WORD = /=\?([^?*\s]{1,40})(?:\*([^?\s]{0,40}))?\?([bq])\?([^?\s]*)\?=/gi

/** An encoded word as it stands (RFC 2047 §2). Spans count in the given text. */
export interface EncodedWord {
  readonly span: Span
  /** In lower case. */
  readonly charset: string
  readonly language?: string
  readonly encoding: 'B' | 'Q'
  /** What it stands for, before its charset is looked at. */
  readonly bytes: Uint8Array
  /** Why it is not as it should be, in a sentence; it is read all the same. */
  readonly problem?: string
}

/** Every encoded word of a text, in order. */
export const encodedWordsIn = (text: string): EncodedWord[] => [...text.matchAll(WORD)].map(toWord)

function toWord(found: RegExpExecArray): EncodedWord {
  const [whole, charset = '', language, character = '', content = ''] = found
  const encoding = character === 'b' || character === 'B' ? 'B' : 'Q'
  const problem = problemWith(whole, encoding, content)
  return {
    span: span(found.index, found.index + whole.length),
    charset: charset.toLowerCase(),
    ...(language ? { language } : {}),
    encoding,
    bytes: encoding === 'B' ? decodeMimeBase64(content) : decodeQ(content),
    ...(problem === undefined ? {} : { problem }),
  }
}

function problemWith(whole: string, encoding: 'B' | 'Q', content: string): string | undefined {
  if (whole.length > MAX_WORD)
    return `An encoded word has at most ${MAX_WORD} characters; this one has ${whole.length}.`
  if (encoding === 'Q' && /=(?![0-9a-f]{2})/i.test(content))
    return 'Two hexadecimal digits belong behind a `=`.'
  if (
    encoding === 'B' &&
    !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(content)
  )
    return 'This is no whole base64.'
  return undefined
}

/**
 * Decodes the encoded words of a header value (RFC 2047 §2). White space between two of them goes
 * (§6.2); everything else stays. A character that was cut into two words of one charset is put
 * together, which §5 forbids to write and many write.
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text
  let out = ''
  let at = 0
  let run: EncodedWord[] = []
  const flush = (): void => {
    if (run.length > 0)
      out += decodeCharset(concatBytes(run.map(({ bytes }) => bytes)), run[0]!.charset)
    run = []
  }
  for (const word of encodedWordsIn(text)) {
    const between = text.slice(at, word.span.from)
    const touches = run.length > 0 && /^\s*$/.test(between)
    if (!touches || run[0]!.charset !== word.charset) flush()
    if (!touches) out += between
    run.push(word)
    at = word.span.to
  }
  flush()
  return out + text.slice(at)
}

/** The Q encoding: `_` is a space, `=XX` an octet (RFC 2047 §4.2). */
const decodeQ = (text: string): Uint8Array =>
  latin1(
    text
      .replaceAll('_', ' ')
      .replace(/=([0-9a-f]{2})/gi, (_, digits: string) =>
        String.fromCharCode(parseInt(digits, 16)),
      ),
  )
