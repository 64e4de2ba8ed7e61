import { memberNamesOf, type MemberNames } from './member-names.ts'
import { replaceStretches } from '../replace-stretches.ts'

/** Shorter names would gain nothing. */
const MIN_LENGTH = 3

/**
 * Gives short names to the members of a bundle (`onDidChangeCursorPosition` ▶ `aB`), which a minifier must leave as
 * they are: to those alone that it both makes and reads, and that none of its texts names.
 * @param known Names that others use: of the browser, of the language, of the code around it.
 */
export function shortenMembers(code: string, known: ReadonlySet<string>): string {
  const names = memberNamesOf(code)
  const short = shortNames(names, known)
  return replaceStretches(
    code,
    [...short].flatMap(([name, to]) =>
      names.uses
        .get(name)!
        .map((use) => ({ ...use, text: use.isShorthand ? `${to}: ${name}` : to })),
    ),
  )
}

/** The most used have the shortest. */
function shortNames(
  { uses, own, words }: MemberNames,
  known: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const countOf = (name: string) => uses.get(name)!.length
  const long = [...uses.keys()]
    .filter((name) => name.length >= MIN_LENGTH && own.has(name))
    .filter((name) => !known.has(name) && !words.has(name))
    .toSorted((a, b) => countOf(b) - countOf(a))
  const isTaken = (name: string) => uses.has(name) || known.has(name) || words.has(name)
  let next = 0
  const free = () => {
    let name: string
    do name = nthName(next++)
    while (isTaken(name))
    return name
  }
  return new Map(long.map((name) => [name, free()]))
}

const FIRST = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const LATER = `${FIRST}0123456789_`

/** a, b … Z, aa, ba … */
function nthName(at: number): string {
  let name = FIRST[at % FIRST.length]!
  let rest = Math.floor(at / FIRST.length)
  while (rest > 0) {
    rest--
    name += LATER[rest % LATER.length]!
    rest = Math.floor(rest / LATER.length)
  }
  return name
}
