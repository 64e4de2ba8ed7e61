import { textFamilyOf, type TextFamily } from '../../auth/text-family.ts'
import { checkLimits } from './limits.ts'

/** A text of the DNS: lines of a zone, or the value of one record. */
export type RecognizedLines =
  | { readonly kind: 'zone' }
  | {
      readonly kind: 'record'
      readonly family: TextFamily
      readonly value: string
      /** As they were quoted, where there are several. */
      readonly strings?: readonly string[]
    }

/** Characters by which a text is recognized. */
export const TOP = 20_000

/** Its beginning, without a byte order mark. */
export const topOf = (text: string): string => text.slice(0, TOP).replace(/^\ufeff/, '')

const TYPES = 'SOA|NS|MX|TXT|SPF|A|AAAA|CNAME|SRV|CAA|PTR|TLSA|DNAME'
const RECORD_LINE = new RegExp(
  String.raw`^[^;\s]*[ \t]+(?:\d+[smhdw]?[ \t]+)?(?:IN[ \t]+)?(?:\d+[ \t]+)?(?:${TYPES})[ \t]+\S`,
  'im',
)
export const DIRECTIVE = /^\$(?:ORIGIN|TTL|INCLUDE|GENERATE)\b/im

/** A word before a colon: a field of a message, as it is or as a program shows it; a line of another program. */
const FIELD_LIKE = /^[ \t>*]*[^\s>*]?[^\s:]*[ \t]*:/m

/**
 * What a text plainly is, without the code for what else may be pasted. Never throws.
 * @param name The name of its file, or of the record; may be empty.
 * @returns `undefined` where it may be something else, or is nothing known.
 */
export function recognizeLines(text: string, name: string): RecognizedLines | undefined {
  const top = topOf(text)
  const mayBeElse =
    text.length > checkLimits.text || FIELD_LIKE.test(top.trimStart()) || /^\s*[[{]/.test(top)
  return mayBeElse ? undefined : linesIn(text, name)
}

/** The same of a text that is no message. */
export function linesIn(text: string, name: string): RecognizedLines | undefined {
  const top = topOf(text)
  if (DIRECTIVE.test(top)) return { kind: 'zone' }
  return recordIn(text, name) ?? (RECORD_LINE.test(top) ? { kind: 'zone' } : undefined)
}

/** A value alone, with its quotes or without. */
function recordIn(text: string, name: string): RecognizedLines | undefined {
  const strings = stringsIn(text.trim())
  if (!strings) return undefined
  const value = strings.join('')
  if (value.length > 10_000) return undefined
  const family = textFamilyOf(name, value) ?? (BARE_KEY.test(value) ? 'dkim' : undefined)
  return family && { kind: 'record', family, value, ...(strings.length > 1 && { strings }) }
}

/** A key needs no version (RFC 6376 §3.6.1). */
const BARE_KEY = /^(?:k[ \t]*=[^;]*;[ \t]*)?p[ \t]*=[ \t]*[a-z0-9+/ \t]{40}/i

/** The strings of a value, which a reader joins (RFC 7208 §3.3, RFC 6376 §3.6.2.2); lines that a panel broke are joined too. */
function stringsIn(text: string): readonly string[] | undefined {
  if (areSeveral(text) || SEVERAL_VALUES.test(text)) return undefined
  const inner = text.replace(/^\(|\)$/g, '').trim()
  const strings = inner.startsWith('"') ? inner.match(/"(?:[^"\\]|\\.)*"/g) : undefined
  if (strings) return strings.map((one) => one.slice(1, -1).replace(/\\(.)/g, '$1'))
  return /^[ \t]*(?:v[ \t]*=|k[ \t]*=|p[ \t]*=)/i.test(inner) || /^spf/i.test(inner)
    ? [inner.replace(/[ \t]*\r?\n[ \t]*/g, inner.includes(';') ? '' : ' ')]
    : undefined
}

/** Values without quotes, one a line: each is a record. */
export const SEVERAL_VALUES =
  /^v[ \t]*=[^]*\n[ \t]*v[ \t]*=[ \t]*(?:spf1|DMARC1|DKIM1|STSv1|TLSRPTv1|BIMI1)\b/i

/** Whether the quoted lines are a record each, as `dig +short` prints them, and not the strings of one. */
function areSeveral(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return (
    lines.length > 1 &&
    lines.every((line) => /^\s*"[^]*"\s*$/.test(line)) &&
    lines.some((line, at) => at > 0 && (STARTS_ANOTHER.test(line) || ENDS.test(lines[at - 1]!))) &&
    !lines.some((line) => /;\s*"\s*$/.test(line))
  )
}

/** `"v=…` or `"site-verification=…`; a tag of DKIM has one letter, and base64 ends in its `=`. */
const STARTS_ANOTHER = /^\s*"(?:v|[a-z0-9][\w.-]{1,60})=[^"=]/i
const ENDS = /\ball"\s*$/i
