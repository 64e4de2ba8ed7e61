import { clip } from '../../../core/text/clip.ts'
import { displayValue, fieldsNamed } from '../../../message/field.ts'
import type { Message } from '../../../message/parse.ts'
import type { Difference, DifferenceKind } from './difference.ts'

/** Who makes such a change, and what helps. Sentences; backticks mark code. */
export interface LikelyCause {
  readonly who: string
  readonly remedy: string
}

const RELAXED = 'Sign with `c=relaxed/relaxed`: it bears this change.'
const SEVEN_BIT =
  'Encode the text as quoted-printable or base64 before it is signed: then no relay has to.'
const LIST_REMEDY =
  'The sender cannot fix it. The list can leave the message as it is, or put its own address into `From` and sign anew.'
const GATEWAY_REMEDY =
  'Check signatures before the gateway changes anything, and let the hosts behind it trust its `Authentication-Results`.'

const CAUSES: Readonly<Record<DifferenceKind, LikelyCause>> = {
  'footer-added': {
    who: 'Likely a mailing list with its footer, or a gateway that adds a disclaimer.',
    remedy: GATEWAY_REMEDY,
  },
  'text-before': {
    who: 'Likely the gateway of the recipient, which marks mail from outside.',
    remedy: GATEWAY_REMEDY,
  },
  'cut-off': {
    who: 'Likely a program that lost the end: a copy that was not saved whole, or a scanner with a limit.',
    remedy: 'Save the message as its source once more, and compare again.',
  },
  'trailing-space': {
    who: 'Likely a relay or an editor that trims lines.',
    remedy: RELAXED,
  },
  'white-space': {
    who: 'Likely a relay or an editor that expands tabs or joins spaces.',
    remedy: RELAXED,
  },
  'line-ends': {
    who: 'Likely the program that saved the message, or the sender’s own: it signed bare line feeds, and SMTP has CRLF.',
    remedy: 'Sign the message with CRLF at the end of each line (RFC 5321 §2.3.8).',
  },
  're-wrapped': {
    who: 'Likely a relay or a mail program that wraps long lines.',
    remedy:
      'Send lines of at most 78 characters, or encode the text as quoted-printable before it is signed.',
  },
  'dot-stuffing': {
    who: 'Likely an SMTP client or server that handles a dot at the start of a line wrongly (RFC 5321 §4.5.2).',
    remedy:
      'Look at the first relay that a mail with such a line passes; quoted-printable can write the dot as `=2E`.',
  },
  'from-escaped': {
    who: 'Likely a program that keeps mail in mbox files: it writes `>` before a line that begins with `From `.',
    remedy: 'Encode the `F` as `=46` before the message is signed.',
  },
  're-encoded': {
    who: 'Likely a relay whose next host takes no eight-bit text: it encoded the text anew.',
    remedy: SEVEN_BIT,
  },
  charset: {
    who: 'Likely a gateway, or the program that saved the message, wrote the text in another charset.',
    remedy: SEVEN_BIT,
  },
  'part-removed': {
    who: 'Likely a scanner or a mailing list that takes out attachments or HTML.',
    remedy: LIST_REMEDY,
  },
  'part-added': {
    who: 'Likely a mailing list with its footer, or a gateway that adds a disclaimer as a part.',
    remedy: LIST_REMEDY,
  },
  'link-rewritten': {
    who: 'Likely the recipient’s gateway, which sends clicks through its own server.',
    remedy: GATEWAY_REMEDY,
  },
  'subject-prefix': {
    who: 'Likely a mailing list with its tag, or a filter with its mark.',
    remedy: LIST_REMEDY,
  },
  'subject-suffix': {
    who: 'Likely a filter or a ticket system with its mark.',
    remedy: GATEWAY_REMEDY,
  },
  're-folded': { who: 'Likely a relay that folds long fields anew.', remedy: RELAXED },
  'name-case': { who: 'Likely a relay that writes all field names alike.', remedy: RELAXED },
  'field-removed': {
    who: 'Likely a relay or a list that takes fields out.',
    remedy: 'Leave fields out of `h=` that others may remove.',
  },
  'field-added': {
    who: 'Likely a relay or a list that adds a field which the sender had sealed: its name stands in `h=` once more than in the message.',
    remedy:
      'Seal `From`, `To`, `Subject` and `Date`; leave `Reply-To`, `Sender` and `List-…` open where mail goes to lists.',
  },
  'field-changed': {
    who: 'Likely a mailing list, a forwarder or a filter that rewrites this field.',
    remedy: LIST_REMEDY,
  },
  changed: {
    who: 'Who did it does not show in the octets.',
    remedy: 'Compare copies from two hosts of the way, to find the one between them.',
  },
}

/** What lists do to messages. */
const BY_LISTS: ReadonlySet<DifferenceKind> = new Set<DifferenceKind>([
  ...['footer-added', 'text-before', 'part-removed', 'part-added'],
  ...['subject-prefix', 'field-added', 'field-changed'],
] as DifferenceKind[])

const MARKED_OUTSIDE = /\[?\b(?:external|extern|caution)\b\]?/i
const MARKED_SPAM = /\b(?:spam|junk|bulk)\b/i

/**
 * Who likely made a change, as far as the change and the fields of the message that arrived show.
 * Never certain: anyone on the way could have.
 */
export function likelyCause({ kind, text }: Difference, arrived: Message): LikelyCause {
  const list = listOf(arrived)
  if (MARKED_OUTSIDE.test(text) && (kind === 'text-before' || kind === 'subject-prefix'))
    return CAUSES['text-before']
  if (kind === 'subject-prefix' && MARKED_SPAM.test(text))
    return { who: 'Likely the recipient’s spam filter, with its mark.', remedy: GATEWAY_REMEDY }
  if (list !== undefined && BY_LISTS.has(kind))
    return {
      who: `Likely the mailing list \`${list}\`: its \`List-…\` fields arrived with the message.`,
      remedy: LIST_REMEDY,
    }
  return CAUSES[kind]
}

/** The mailing list that a message came through, by its `List-…` fields. */
export function listOf(message: Message): string | undefined {
  const field = fieldsNamed(message, 'List-Id')[0] ?? fieldsNamed(message, 'List-Post')[0]
  if (!field) return undefined
  const value = displayValue(field).replaceAll('`', "'")
  return clip(/<([^<>]+)>/.exec(value)?.[1] ?? value.trim())
}
