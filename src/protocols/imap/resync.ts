import { holds, numberSet, printNumbers, type NumberSet } from './data/number-set.ts'
import type { Output } from './output.ts'
import type { Selected } from './session.ts'
import { fetchFlags } from './sync.ts'
import { messagesOf } from './view.ts'
import { bigNumber, positiveNumber } from './wire/numbers.ts'
import { inParentheses, maybe, sequence, space, words } from './wire/combine.ts'
import { knownNumbers } from './wire/sets.ts'
import { peek, type Parser } from './wire/reader.ts'

/** What a client that comes back knows of a mailbox (RFC 7162 §3.2.5). */
export interface Resync {
  readonly uidValidity: number
  readonly modSeq: number
  readonly known: NumberSet | undefined
}

const sequenceMatch = inParentheses(words(knownNumbers, knownNumbers))

/** `(uidvalidity modseq [known-uids] [(numbers uids)])`; the last is for servers that forget. */
export const resync: Parser<Resync> = (reader) => {
  const read = inParentheses(
    sequence(positiveNumber, space, bigNumber, maybe(knownOrMatch), maybe(sequenceMatch)),
  )(reader)
  if (typeof read === 'symbol') return read
  const [uidValidity, , modSeq, known] = read
  return { uidValidity, modSeq, known: known === 'match' ? undefined : known }
}

const knownOrMatch: Parser<NumberSet | 'match'> = (reader) => {
  if (peek(reader) !== '(') return knownNumbers(reader)
  const matched = sequenceMatch(reader)
  return typeof matched === 'symbol' ? matched : 'match'
}

/** `* VANISHED (EARLIER) …` and the messages that have changed (RFC 7162 §3.2.5.1). */
export function tellSince(session: Selected, { uidValidity, modSeq, known }: Resync): Output {
  const { view } = session
  // UIDs of another time mean nothing now.
  if (uidValidity !== view.mailbox.uidValidity) return []
  const isKnown = (uid: number): boolean => known === undefined || holds(known, uid)
  const changed = messagesOf(view).filter(({ mail }) => mail.modSeq > modSeq && isKnown(mail.uid))
  return [
    ...vanishedEarlier(view.mailbox.vanishedSince(modSeq).filter(isKnown)),
    ...changed.map((message) => fetchFlags(session, message, 'uid')),
  ]
}

export const vanishedEarlier = (uids: readonly number[]): Output =>
  uids.length === 0 ? [] : [`* VANISHED (EARLIER) ${printNumbers(numberSet(uids))}\r\n`]
