import * as v from 'valibot'
import { readers, shownBy, type Shown } from '../../message/mime/readers.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { messageEntries, messageFor, noMessage } from '../read-message.ts'
import { code } from '../wording.ts'

const entries = {
  ...messageEntries,
  /**
   * `phone` draws HTML and pictures and forgives faults, `terminal` knows plain text alone, `strict` draws
   * too and leaves out what breaks the rules.
   */
  by: v.picklist(['phone', 'terminal', 'strict']),
  /** A text that it shows has this part. */
  shows: v.exactOptional(v.string()),
  /** How it shows a text: `plain`, `html`, or `raw`, the source itself. */
  as: v.exactOptional(v.picklist(['plain', 'html', 'raw'])),
  /** A file that it offers, by its name or its type. */
  offers: v.exactOptional(v.string()),
  /** A type of which it offers no file, and shows no text with this part. */
  lacks: v.exactOptional(v.string()),
}

/**
 * @example
 * { kind: reader, document: invoice.eml, by: phone, as: html, offers: invoice.pdf }
 */
export const reader = defineCondition({
  kind: 'reader',
  about:
    'A program of some kind shows a message as named. Name `document` or `mailbox`, and what is wanted of it.',
  entries: () => entries,
  check(wanted, { world }) {
    const found = messageFor(world, wanted)
    if (!found) return notYet(noMessage(wanted))
    const wrong = wrongIn(shownBy(readers[wanted.by], found.message, found.mime.root), wanted)
    return wrong === undefined ? met : notYet(`${called[wanted.by]} ${wrong}.`)
  },
})

const called: Readonly<Record<keyof typeof readers, string>> = {
  phone: 'A phone',
  terminal: 'A program in a terminal',
  strict: 'A strict program',
}

function wrongIn(
  { texts, files }: Shown,
  { shows, as, offers, lacks }: ParamsOf<typeof entries>,
): string | undefined {
  const fits = texts.filter((one) => as === undefined || one.as === as)
  if (as !== undefined && !fits.length) return `shows no text as ${code(as)}`
  if (shows !== undefined && !fits.some(({ text }) => text.includes(shows)))
    return `shows no ${code(shows)}`
  const isOffered = (wanted: string) =>
    files.some(({ type, filename }) => type === wanted || filename === wanted)
  if (offers !== undefined && !isOffered(offers)) return `offers no ${code(offers)}`
  if (lacks === undefined) return undefined
  const isThere = isOffered(lacks) || texts.some(({ text }) => text.includes(lacks))
  return isThere ? `shows ${code(lacks)}` : undefined
}
