import { readGenerate } from './generate.ts'
import { includeRefused, unknownDirective } from './problems/directives.ts'
import type { Reading } from './state.ts'
import type { Entry, Word } from './tokens.ts'
import { directives } from './vocabulary.ts'

const known = [...directives.keys()]
  .map((name) => `\`${name}\``)
  .join(', ')
  .replace(/, (?=[^,]*$)/, ' and ')

/** Obeys a line that starts with `$` and is neither `$ORIGIN` nor `$TTL`. */
export function readRareDirective(words: readonly Word[], entry: Entry, reading: Reading): void {
  const [directive] = words as [Word, ...Word[]]
  const { report } = reading.problems
  switch (directive.raw.toUpperCase()) {
    case '$GENERATE':
      return readGenerate(words, entry, reading)
    case '$INCLUDE':
      return report(
        includeRefused,
        entry.span,
        'No other file can be read here. Put its records into this zone.',
      )
    default:
      return report(
        unknownDirective,
        directive.span,
        `\`${directive.raw}\` is no directive: there are ${known}.`,
      )
  }
}
