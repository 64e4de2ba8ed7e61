import {
  countOf,
  holds,
  numbersOf,
  numberSet,
  printNumbers,
  type NumberSet,
} from '../data/number-set.ts'
import type { Output } from '../server/output.ts'
import type { Selected } from '../server/session.ts'
import { fetchFlags } from './changes.ts'
import { messagesOf, type View } from './view.ts'
import { bigNumber, positiveNumber } from '../wire/numbers.ts'
import { check, inParentheses, map, maybe, oneOf, sequence, space, words } from '../wire/combine.ts'
import { knownNumbers } from '../wire/sets.ts'
import type { Parser } from '../wire/reader.ts'

/** What a client that reconnects knows of a mailbox (RFC 7162 §3.2.5). */
export interface Resync {
  readonly uidValidity: number
  readonly modSeq: number
  readonly known: NumberSet | undefined
  readonly sample: Sample | undefined
}

/** Message numbers, and their UIDs in the same order (§3.2.5.2). */
interface Sample {
  readonly numbers: NumberSet
  readonly uids: NumberSet
}

const sample: Parser<Sample> = check(
  inParentheses(words(knownNumbers, knownNumbers)),
  ([numbers, uids]): Sample | { readonly because: string } =>
    countOf(numbers) === countOf(uids)
      ? { numbers, uids }
      : { because: 'As many UIDs as numbers belong here' },
)

const knownAndSample = oneOf(
  map(sample, (found) => [undefined, found] as const),
  sequence(knownNumbers, maybe(sample)),
)

/** `(uidvalidity modseq [known-uids] [(numbers uids)])` */
export const resync: Parser<Resync> = map(
  inParentheses(sequence(positiveNumber, space, bigNumber, maybe(knownAndSample))),
  ([uidValidity, , modSeq, rest]) => ({
    ...{ uidValidity, modSeq, known: rest?.[0], sample: rest?.[1] },
  }),
)

/** `* VANISHED (EARLIER) …` and the messages that have changed (RFC 7162 §3.2.5.1). */
export function reportSince(
  session: Selected,
  { uidValidity, modSeq, known, sample: given }: Resync,
): Output {
  const { view } = session
  // With another UIDVALIDITY the client's UIDs name other messages.
  if (uidValidity !== view.mailbox.uidValidity) return []
  const isKnown = (uid: number): boolean => known === undefined || holds(known, uid)
  const reported = reportedUpTo(view, given)
  const gone = view.mailbox.vanishedSince(modSeq).filter((uid) => uid > reported && isKnown(uid))
  const changed = messagesOf(view).filter(({ mail }) => mail.modSeq > modSeq && isKnown(mail.uid))
  return [
    ...vanishedEarlier(gone),
    ...changed.map((message) => fetchFlags(session, message, 'uid')),
  ]
}

/**
 * The highest UID that still has the number that the client knows: the client has seen every expunge
 * below it (§3.2.5.2). 0 if none has.
 */
function reportedUpTo({ uids }: View, given: Sample | undefined): number {
  if (!given) return 0
  let reported = 0
  const had = numbersOf(given.uids)
  for (const number of numbersOf(given.numbers)) {
    if (number > uids.length) break
    const uid = had.next().value
    if (uids[number - 1] === uid) reported = uid!
  }
  return reported
}

export const vanishedEarlier = (uids: readonly number[]): Output =>
  uids.length === 0 ? [] : [`* VANISHED (EARLIER) ${printNumbers(numberSet(uids))}\r\n`]
