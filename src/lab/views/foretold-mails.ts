import type { MailSpec } from '../../world/spec.ts'
import type { Card, GridCard, PredictCard } from '../../lessons/cards/card.ts'

/** What is needed of a mail: its id, and who gets it. */
export type Foretold = Pick<MailSpec, 'id' | 'rcptTo'>

/** The keys under which a condition names who gets a message; the mailbox of a report is its sender's. */
const recipientKeys = (kind: unknown): readonly string[] =>
  kind === 'report' ? ['recipient'] : ['to', 'mailbox']

/**
 * The ids of the mails that a card foretells something of: those that it names itself, or else those that
 * its outcomes name, by id or by recipient. Of a card that foretells nothing there are none.
 */
export function foretoldMails(card: Card, mails: readonly Foretold[]): ReadonlySet<string> {
  if (card.kind !== 'predict' && card.kind !== 'grid') return new Set()
  if (card.about) return new Set(card.about)
  const named = outcomesOf(card).flatMap(objectsIn)
  const isNamed = ({ id, rcptTo }: Foretold): boolean =>
    named.some(
      (one) =>
        (one['kind'] === 'mail' ? one['id'] : one['mail']) === id ||
        recipientKeys(one['kind']).some((key) => rcptTo.includes(one[key] as string)),
    )
  return new Set(mails.filter(isNamed).map(({ id }) => id))
}

const outcomesOf = (card: PredictCard | GridCard): unknown[] =>
  card.kind === 'predict'
    ? card.choices.map(({ when }) => when)
    : card.rows.flatMap(({ cells }) => Object.values(cells).map(({ when }) => when))

/** A condition, and all that it is made of. */
function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  const one = value as Readonly<Record<string, unknown>>
  return [one, ...Object.values(one).flatMap(objectsIn)]
}
