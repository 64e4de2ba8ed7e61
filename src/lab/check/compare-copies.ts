import { hex, latin1 } from '../../core/bytes.ts'
import type { Span } from '../../core/span.ts'
import { compareSigned } from '../../auth/dkim/difference/compare.ts'
import { compareCopies } from '../../auth/dkim/difference/compare-copies.ts'
import type { Difference } from '../../auth/dkim/difference/difference.ts'
import { likelyCause } from '../../auth/dkim/difference/likely-cause.ts'
import type { Message } from '../../message/parse.ts'
import type { Comparison, CopyChange } from './checked.ts'
import { linesOf, type Lines } from './findings.ts'
import type { OpenedMessage } from './opened.ts'

/** Changes that are shown. */
const MOST = 20

/** What was done to a message between two copies of it. Never throws. */
export function comparison(sent: OpenedMessage, arrived: OpenedMessage): Comparison {
  const [simple, relaxed] = compareCopies(sent.message, arrived.message)
  const strict = allOf(simple)
  const lenient = new Set(allOf(relaxed).map(keyOf))
  const lines = [linesOf(sent), linesOf(arrived)] as const
  // Of a body that `relaxed` sees changed too, its own first difference is the one that matters.
  const shown = strict.map((one) =>
    lenient.has(keyOf(one)) ? allOf(relaxed).find((other) => keyOf(other) === keyOf(one))! : one,
  )
  return {
    sent: Number(sent.file),
    arrived: Number(arrived.file),
    changes: shown
      .slice(0, MOST)
      .map((one) => changeOf(one, lenient.has(keyOf(one)), sent, arrived, lines)),
    signatures: compareSigned(sent.message, arrived.message).map(
      ({ domain, selector, body, header }) => ({
        ...{ domain, selector },
        isWhole: !body && header.length === 0,
      }),
    ),
    added: addedFields(sent.message, arrived.message),
  }
}

const allOf = (
  found: { readonly body?: Difference; readonly header: readonly Difference[] } | undefined,
): readonly Difference[] => [...(found?.header ?? []), ...(found?.body ? [found.body] : [])]

const keyOf = ({ where, field = '' }: Difference): string => `${where} ${field}`

function changeOf(
  one: Difference,
  isBoth: boolean,
  sent: OpenedMessage,
  arrived: OpenedMessage,
  [before, after]: readonly [Lines, Lines],
): CopyChange {
  return {
    where: one.where,
    ...(one.field !== undefined && { field: one.field }),
    octet: one.canonical + 1,
    text: one.text,
    ...likelyCause(one, arrived.message),
    sent: before.place(sent.readable.place(one.original)),
    arrived: after.place(arrived.readable.place(one.received)),
    sentOctets: octetsAt(sent.message, one.original),
    arrivedOctets: octetsAt(arrived.message, one.received),
    breaks: isBoth ? 'both' : 'simple',
  }
}

/** Octets that are shown of each side. */
const OCTETS = 8

const octetsAt = ({ text }: Message, { from }: Span): string =>
  hex(latin1(text.slice(from, from + OCTETS))).replace(/..(?=.)/g, '$& ')

/** Names of fields that stand more often in the second copy, but for those that were compared. */
function addedFields(sent: Message, arrived: Message): string[] {
  const left = new Map<string, number>()
  for (const { lower } of sent.fields) left.set(lower, (left.get(lower) ?? 0) + 1)
  const added = new Map<string, string>()
  for (const { lower, name } of arrived.fields) {
    const count = left.get(lower) ?? 0
    if (count > 0) left.set(lower, count - 1)
    else if (added.size < MOST) added.set(lower, name)
  }
  return [...added.values()]
}
