import type { Fix } from '../../core/diagnostic.ts'
import { toALabels } from '../../core/idna.ts'
import { shift, type Span } from '../../core/span.ts'
import { readName, wireLength, MAX_NAME_OCTETS, type NameProblem } from '../names.ts'
import { replace, type ProblemKind, type Report } from './problem.ts'
import * as names from './problems/names.ts'
import { badEscape } from './problems/text.ts'
import type { Word } from './tokens.ts'

/** Reads a word as a name. @returns The absolute name; `undefined` once a problem was noted. */
export function nameOf(word: Word, origin: string, report: Report): string | undefined {
  if (word.quoted) {
    report(names.quotedName, word.span, 'A name stands without quotes.', {
      fixes: word.raw ? [replace('Remove the quotes', word.span, word.raw)] : [],
    })
    return undefined
  }
  if (isUrl(word.raw)) return reportUrl(word, report)
  const { name, problems } = readName(word.raw, origin)
  if (problems.length === 0) return name
  for (const problem of oneOfAKind(problems)) reportNameProblem(problem, word, origin, report)
  return undefined
}

const URL_PARTS =
  /^(?:([a-z][a-z\d+.-]*:\/\/)|[^@\\/:]+@(?=[^@]+\.[^@]))?([^/:?#@\\]+?\.?)(:\d+)?([/?#].*)?$/i

/** Whether it is a web address, a mail address or a host with its port. */
const isUrl = (raw: string): boolean =>
  raw.length > 1 &&
  (raw.includes(':') || raw.includes('@')) &&
  /:\/\/|@|^[^:]*\.[^:]*[a-z][^:]*:\d+\.?$/i.test(raw) &&
  !raw.includes('\\')

function reportUrl(word: Word, report: Report): undefined {
  const host = URL_PARTS.exec(word.raw.replace(/\.$/, ''))?.[2]
  const name = host?.includes('.') ? `${host.replace(/\.$/, '')}.` : host
  report(names.urlForName, word.span, `\`${word.raw}\` is an address; a name stands here.`, {
    fixes: name && /^[\w.-]+$/.test(name) ? [replace(`Write \`${name}\``, word.span, name)] : [],
  })
  return undefined
}

/** Where the part of a word stands in the file; a word that `$GENERATE` made stands in its line. */
export const partOf = (word: Word, part: Span): Span =>
  word.at === undefined ? word.span : shift(part, word.at)

const oneOfAKind = (problems: readonly NameProblem[]): Iterable<NameProblem> =>
  new Map(problems.toReversed().map((problem) => [problem.kind, problem])).values()

function reportNameProblem(problem: NameProblem, word: Word, origin: string, report: Report): void {
  const { kind, message, fixes, whole } = PROBLEMS[problem.kind](word, origin, problem.span)
  report(kind, whole ? word.span : partOf(word, problem.span), message, { fixes: fixes ?? [] })
}

interface Reading {
  readonly kind: ProblemKind
  readonly message: string
  readonly fixes?: readonly Fix[]
  /** The whole word is marked, not the part. */
  readonly whole?: true
}

const PROBLEMS: Record<NameProblem['kind'], (word: Word, origin: string, at: Span) => Reading> = {
  'empty-label': (word, _, at) => ({
    kind: names.emptyLabel,
    message: 'Nothing stands between these dots, so the name has an empty label.',
    fixes: word.at === undefined ? [] : [replace('Remove the dot', partOf(word, at), '')],
  }),
  'long-label': (_word, _, at) => ({
    kind: names.labelTooLong,
    message: `This label is ${at.to - at.from} characters long; 63 octets is the most a label can have.`,
  }),
  'long-name': (word, origin) => ({
    kind: names.nameTooLong,
    message: `With \`${origin || '.'}\` behind it this name has ${wireLength(`${word.raw}.${origin}`)} octets; ${MAX_NAME_OCTETS} is the most a name can have.`,
  }),
  'non-ascii': (word) => {
    const encoded = idna(word.raw)
    return {
      kind: names.nonAsciiName,
      message: encoded
        ? `\`${word.raw}\` is written \`${encoded}\` in the DNS.`
        : `\`${word.raw}\` holds characters that no name in the DNS has.`,
      fixes: encoded ? [replace(`Write \`${encoded}\``, word.span, encoded)] : [],
      whole: true,
    }
  },
  'broken-escape': () => ({
    kind: badEscape,
    message: 'A backslash needs one character or three digits up to 255 behind it.',
  }),
}

/** The name with its labels as A-labels, if it is an internationalised host name. */
function idna(raw: string): string | undefined {
  const final = raw.endsWith('.') ? '.' : ''
  const bare = final ? raw.slice(0, -1) : raw
  const encoded = toALabels(bare)
  return encoded !== undefined && /^[a-z0-9_.*-]+$/.test(encoded) ? encoded + final : undefined
}
