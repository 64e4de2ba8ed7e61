import type { Diagnostic } from '../../core/diagnostic.ts'
import { domainOf, normalizeName } from '../../core/domain.ts'
import { span, type Span } from '../../core/span.ts'
import type { ParsedZone } from '../../dns/zone/parse-with.ts'
import { domainIn, NAMELESS, recordNamed } from '../check/named-text.ts'
import type { Opened } from '../check/opened.ts'
import { recognizeLines } from '../check/recognize-lines.ts'
import type { Recognized } from '../check/recognize.ts'
import type { LinkedSender } from '../link/link.ts'
import type { SnippetText } from './snippet.ts'

/** A part that was read, and where its text stands in what was read. */
export interface ReadPart {
  readonly opened: Opened
  /** Characters that were put before the text, as the name of a record. */
  readonly before: number
  readonly length: number
}

/** Reads zones; code that a record alone does not need. */
export interface ZoneReader {
  /** @returns `undefined` for a zone that needs more. */
  parse(text: string, options: { origin: string; file: string }): ParsedZone | undefined
  /** The name of a zone, by what was typed and by its text. */
  zoneNameOf(name: string, text: string): string | undefined
}

/** What a part is, before it is read. */
export interface Recognition extends SnippetText {
  readonly found: Recognized
  /** Whether it is read as lines of a zone. */
  readonly isZone: boolean
}

/** Recognizes a part; code for what is no zone and no record is fetched where it is none. */
export async function recognizePart({ name, text }: SnippetText): Promise<Recognition> {
  const found =
    recognizeLines(text, name) ?? (await import('../check/recognize.ts')).recognize(text, name)
  const isZone =
    found.kind === 'zone' ||
    // With its quotes it is a line of a zone without its name.
    (found.kind === 'record' && found.value !== text)
  return { name, text, found, isZone }
}

/**
 * Reads a part. What has no name is read as if it were the sender's, so that a record alone gives a verdict.
 * @param at Its place among the parts, which names it.
 * @param read Given where a part is a zone.
 * @returns `undefined` where that does not read it. Never throws.
 */
export function readPart(
  { name, text, found, isZone }: Recognition,
  at: number,
  sender: LinkedSender | undefined,
  read: ZoneReader | undefined,
): ReadPart | undefined {
  const file = `${at}`
  const whole = { before: 0, length: text.length }
  const zoneOf = (all: string, origin: string, { parse }: ZoneReader): Opened | undefined => {
    const parsed = parse(all, { origin: normalizeName(origin), file })
    return parsed && { kind: 'zone', file, text: all, isNameless: false, parsed }
  }
  if (found.kind === 'zone' && read) {
    const origin = read.zoneNameOf(name, text) ?? senderDomain(sender) ?? NAMELESS
    const opened = zoneOf(text, origin, read)
    return opened && { ...whole, opened }
  }
  if (found.kind === 'record') {
    const isSpf = found.family === 'spf'
    const owner = domainIn(name) ?? (isSpf ? senderDomain(sender) : undefined)
    const record = recordNamed(owner, found, file)
    if (!isZone || !read) {
      const opened = { ...{ file, text, record, isNameless: false }, ...found }
      return { ...whole, opened }
    }
    const before = `${record.name}. 300 TXT ( `
    const opened = zoneOf(`${before}${text}\n)`, record.name, read)
    return opened && { opened, before: before.length, length: text.length }
  }
  const note = found.kind === 'unknown' ? found.note : IS_MESSAGE
  return { ...whole, opened: { kind: 'unknown', file, text, note } }
}

const IS_MESSAGE = 'This is a message: `<helo-message>` explains one. Here are zones and records.'

const senderDomain = (sender: LinkedSender | undefined): string | undefined =>
  sender && domainIn(sender.mailFrom.includes('@') ? domainOf(sender.mailFrom) : sender.mailFrom)

/** A finding with its places in the text as it was given. */
export function inGivenText(found: Diagnostic, parts: readonly ReadPart[]): Diagnostic {
  const placed = (where: Span, file: string): Span => {
    const part = parts[Number(file)]
    if (!part || part.before === 0) return where
    const within = (position: number) => Math.min(Math.max(position - part.before, 0), part.length)
    return span(within(where.from), within(where.to))
  }
  return {
    ...found,
    span: placed(found.span, found.file),
    related: found.related.map((one) => ({ ...one, span: placed(one.span, one.file) })),
    fixes: found.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({
        ...edit,
        span: placed(edit.span, edit.file ?? found.file),
      })),
    })),
  }
}
