import { cover } from '../../core/span.ts'
import { MAX_TTL, parseDuration } from './duration.ts'
import { nameOf } from './name-problems.ts'
import { replace } from './problem.ts'
import { directiveArgument } from './problems/directives.ts'
import { badTtl } from './problems/records.ts'
import type { Reading } from './state.ts'
import type { Entry, Word } from './tokens.ts'

/** Obeys a line that starts with `$`. */
export function readDirective(words: readonly Word[], entry: Entry, reading: Reading): void {
  const [directive] = words as [Word, ...Word[]]
  switch (directive.raw.toUpperCase()) {
    case '$ORIGIN':
      return readOrigin(words, reading)
    case '$TTL':
      return readDefaultTtl(words, reading)
    default:
      return reading.language.readDirective(words, entry, reading)
  }
}

/** The one word behind a directive; a problem is noted for none or more. */
function onlyArgument(
  words: readonly Word[],
  what: string,
  { problems: { report } }: Reading,
): Word | undefined {
  const [directive, argument, ...more] = words
  if (!argument) {
    report(directiveArgument, directive!.span, `\`${directive!.raw}\` needs ${what} behind it.`)
    return undefined
  }
  if (more.length)
    report(
      directiveArgument,
      cover(more[0]!.span, more.at(-1)!.span),
      `\`${directive!.raw}\` takes ${what} and nothing more.`,
      {
        fixes: [
          { title: 'Remove the rest', edits: more.map((word) => ({ span: word.span, text: '' })) },
        ],
      },
    )
  return argument
}

function readOrigin(words: readonly Word[], reading: Reading): void {
  const word = onlyArgument(words, 'a name', reading)
  const name = word && nameOf(word, reading.origin, reading.problems.report)
  if (name === undefined) return
  reading.origin = name
  reading.originAt = word!.span
}

function readDefaultTtl(words: readonly Word[], reading: Reading): void {
  const word = onlyArgument(words, 'a time', reading)
  if (!word) return
  const seconds = word.quoted ? undefined : parseDuration(word.raw)
  const { report } = reading.problems
  if (seconds === undefined)
    report(directiveArgument, word.span, `\`${word.raw}\` is no time: write \`3600\` or \`1h\`.`, {
      fixes: [replace('Write `3600`', word.span, '3600')],
    })
  else if (seconds > MAX_TTL)
    report(badTtl, word.span, `${seconds} seconds are over ${MAX_TTL}, the most.`)
  else reading.defaultTtl = seconds
  // One slip is enough: records below do not report that `$TTL` is missing.
  if (reading.defaultTtl === undefined) reading.ttlMissed = true
}
