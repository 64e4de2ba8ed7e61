import { checkLimits } from './limits.ts'
import { isShownHeader, withoutEnvelope } from '../../message/message-source.ts'
import {
  DIRECTIVE,
  linesIn,
  SEVERAL_VALUES,
  TOP,
  topOf,
  type RecognizedLines,
} from './recognize-lines.ts'

/** What a text seems to be. */
export type Recognized =
  | RecognizedLines
  | { readonly kind: 'message' }
  | { readonly kind: 'unknown'; readonly note: string }

const FIELD = /^[!-9;-~]{1,100}[ \t]*:/
const KNOWN_FIELD =
  /^(?:from|to|date|subject|received|return-path|message-id|dkim-signature|delivered-to|mime-version|arc-[a-z-]+|authentication-results|x-[a-z0-9-]+)[ \t]*:/im
const unknown = (note: string): Recognized => ({ kind: 'unknown', note })

/**
 * What a pasted text is, by its beginning. Never throws.
 * @param name The name of its file, or of the record; may be empty.
 */
export function recognize(text: string, name: string): Recognized {
  if (text.length > checkLimits.text)
    return unknown(
      `This has ${text.length.toLocaleString('en')} characters; up to ${checkLimits.text.toLocaleString('en')} are read.`,
    )
  const top = topOf(text)
  if (top.trim() === '') return unknown('Nothing is here yet.')
  if (isShownHeader(top)) return unknown(SHOWN)
  if (isMessage(top)) return { kind: 'message' }
  // No line of a zone begins so, whatever words stand further on.
  if (/^\s*[[{]/.test(top)) return unknown(whatElse(top))
  if (!DIRECTIVE.test(top) && isTinydns(top))
    return unknown(
      'This is a data file of `tinydns`. Paste the lines that `dig` prints of the zone, or a zone file.',
    )
  return linesIn(text, name) ?? unknown(whatElse(top))
}

const SHOWN =
  'This is a message as a mail program shows it, and not its source, in which `Received` and more fields stand. In the program choose “Show original”, “View source” or “Internet headers”, and paste all of it.'

/** Lines such as `+www.example.org:192.0.2.1:3600`, and no others. */
function isTinydns(top: string): boolean {
  const lines = top.split('\n').filter((line) => /^[^#\s]/.test(line))
  return lines.length > 1 && lines.every((line) => /^[.@'+&=:CZ^36-][\w.*-]+:/.test(line))
}

/** Fields come first, maybe behind what the file of a mail program puts first. */
function isMessage(top: string): boolean {
  const start = withoutEnvelope(top)
  return FIELD.test(start) && KNOWN_FIELD.test(start.slice(0, TOP)) && !/^[a-z]+:\/\//i.test(start)
}

function whatElse(top: string): string {
  if (
    /^\s*<(?:\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<?feedback\b/s.test(top) ||
    /<feedback\b/.test(top)
  )
    return 'This is a DMARC report (RFC 9990). Here zones, records and messages are checked.'
  if (SEVERAL_VALUES.test(top.trim()))
    return 'These are several records, one a line. Put the name and the type of each before it, or look at each alone.'
  if (/^\s*-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(top))
    return 'This is a private key, which belongs on the signing host alone. If it was sent or shown to anybody, make a new pair.'
  if (/^\s*-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(top))
    return 'This is a public key as a file has it. “Write a record” makes the DKIM record of it.'
  if (/^\s*<(?:!doctype|html|\?xml|svg)/i.test(top))
    return 'This is HTML or XML. Paste the source of the message (“Show original”), from its first field on.'
  if (/^\s*[[{]/.test(top))
    return 'This is JSON, and not as Route 53, Cloudflare, Google Cloud, Azure, PowerDNS or octoDNS list records. Paste the zone file, as your provider exports it for BIND.'
  const status = /\b([45]\d\d)[ -#]+([45]\.\d{1,3}\.\d{1,3})\b/.exec(top)
  if (status)
    return `This is the text of a report, and no message. The reply codes, which “Find” opens, explain \`${status[1]}\` and \`${status[2]}\`. To have it read, paste the report’s source (“Show original”).`
  if (top.includes('\0')) return 'This is no text: it holds octets of zero.'
  return 'This is neither a zone, a record, nor a message: no line has the form `NAME TYPE VALUE`, it does not begin with `v=`, and no header field stands at its top.'
}
