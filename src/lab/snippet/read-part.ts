import type { Diagnostic } from '../../core/diagnostic.ts'
import { domainOf, normalizeName } from '../../core/domain.ts'
import { span, type Span } from '../../core/span.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { domainIn, NAMELESS, recordNamed, zoneNameOf } from '../check/named-text.ts'
import type { Opened } from '../check/opened.ts'
import { recognize } from '../check/recognize.ts'
import type { LinkedSender } from '../link/link.ts'
import type { SnippetText } from './snippet.ts'

/** A part that was read, and where its text stands in what was read. */
export interface ReadPart {
  readonly opened: Opened
  /** Characters that were put before the text, as the name of a record. */
  readonly before: number
  readonly length: number
}

/**
 * Reads a part. What has no name is read as if it were the sender's, so that a record alone gives a verdict.
 * @param at Its place among the parts, which names it. Never throws.
 */
export function readPart(
  { name, text }: SnippetText,
  at: number,
  sender: LinkedSender | undefined,
): ReadPart {
  const file = `${at}`
  const found = recognize(text, name)
  const whole = { before: 0, length: text.length }
  if (found.kind === 'zone') {
    const origin = zoneNameOf(name, text) ?? senderDomain(sender) ?? NAMELESS
    return { ...whole, opened: zoneOf(text, origin, file) }
  }
  if (found.kind === 'record') {
    const isSpf = found.family === 'spf'
    const owner = domainIn(name) ?? (isSpf ? senderDomain(sender) : undefined)
    const record = recordNamed(owner, found, file)
    if (found.value === text)
      return {
        ...whole,
        opened: { ...{ kind: 'record', file, text, record, isNameless: false }, ...found },
      }
    // With its quotes it is a line of a zone without its name.
    const before = `${record.name}. 300 TXT ( `
    const opened = zoneOf(`${before}${text}\n)`, normalizeName(record.name), file)
    return { opened, before: before.length, length: text.length }
  }
  const note =
    found.kind === 'message'
      ? 'This is a message: `<helo-message>` explains one. Here are zones and records.'
      : found.note
  return { ...whole, opened: { kind: 'unknown', file, text, note } }
}

const zoneOf = (text: string, origin: string, file: string): Opened => ({
  ...{ kind: 'zone', file, text, isNameless: false },
  parsed: parseZone(text, { origin: normalizeName(origin), file }),
})

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
