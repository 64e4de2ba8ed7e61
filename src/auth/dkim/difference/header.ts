import { clip } from '../../../core/text/clip.ts'
import { span } from '../../../core/span.ts'
import { displayValue, type HeaderField } from '../../../message/field.ts'
import type { Message } from '../../../message/parse.ts'
import type { Canonicalization } from '../canonicalize.ts'
import { selectFields } from '../hash-input.ts'
import { commonEnd, commonStart } from './common.ts'
import type { Difference } from './difference.ts'
import { mapField } from './mapped.ts'

/**
 * Each signed field that is other than it was, in the order of `h=` (RFC 6376 §5.4.2).
 * @param names As `h=` has them: one that stands twice is looked at twice.
 */
export function compareHeaders(
  original: Message,
  received: Message,
  names: readonly string[],
  how: Canonicalization,
): Difference[] {
  const before = selectFields(original.fields, names)
  const after = selectFields(received.fields, names)
  return names.flatMap((name, at) => {
    const [one, other] = [before[at], after[at]]
    if (!one && !other) return []
    if (!one || !other) return [cameOrWent(original, received, name, one, other)]
    return compareFields(original, received, one, other, how) ?? []
  })
}

function cameOrWent(
  original: Message,
  received: Message,
  name: string,
  one: HeaderField | undefined,
  other: HeaderField | undefined,
): Difference {
  const ends = [original, received].map(({ bodyStart }) => span(bodyStart, bodyStart))
  return {
    kind: one ? 'field-removed' : 'field-added',
    where: 'header',
    field: name.toLowerCase(),
    canonical: 0,
    original: one?.span ?? ends[0]!,
    received: other?.span ?? ends[1]!,
    text: one
      ? `The signed field \`${one.name}\` is missing.`
      : `A field \`${other!.name}\` was added: the signature states that no other field had that name.`,
  }
}

function compareFields(
  original: Message,
  received: Message,
  one: HeaderField,
  other: HeaderField,
  how: Canonicalization,
): Difference | undefined {
  const before = mapField(original.text, one.span.from, one.span.to, how)
  const after = mapField(received.text, other.span.from, other.span.to, how)
  if (before.text === after.text) return undefined
  const first = commonStart(before.text, after.text)
  const same = commonEnd(before.text, after.text, first)
  return {
    ...kindOf(one, other),
    where: 'header',
    field: one.lower,
    canonical: first,
    original: ordered(before.at(first), before.at(before.text.length - same)),
    received: ordered(after.at(first), after.at(after.text.length - same)),
  }
}

const ordered = (from: number, to: number) => span(from, Math.max(from, to))

const words = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').trim()

function kindOf(one: HeaderField, other: HeaderField): Pick<Difference, 'kind' | 'text'> {
  const { name, lower } = one
  if (words(one.value) === words(other.value))
    return one.name !== other.name
      ? {
          kind: 'name-case',
          text: `\`${name}\` is written \`${other.name}\` now; \`relaxed\` bears that.`,
        }
      : {
          kind: 're-folded',
          text: `\`${name}\` was folded anew, or its white space was changed; \`relaxed\` bears that.`,
        }
  const [signed, came] = [words(displayValue(one)), words(displayValue(other))]
  if (signed === came)
    return {
      kind: 're-encoded',
      text: `\`${name}\` has the same text, with its words encoded otherwise.`,
    }
  if (lower === 'subject' && signed !== '' && came.endsWith(signed))
    return {
      kind: 'subject-prefix',
      text: `\`${short(came.slice(0, -signed.length))}\` was put before the subject.`,
    }
  if (lower === 'subject' && signed !== '' && came.startsWith(signed))
    return {
      kind: 'subject-suffix',
      text: `\`${short(came.slice(signed.length))}\` was put behind the subject.`,
    }
  return {
    kind: 'field-changed',
    text: `\`${name}\` was changed: \`${short(signed)}\` became \`${short(came)}\`.`,
  }
}

const short = (text: string): string => {
  return clip(text.trim().replaceAll('`', "'"))
}
