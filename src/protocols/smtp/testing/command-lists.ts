import type { TranscriptLine } from '../../testing/transcript.ts'
import { commands } from '../commands/index.ts'

/** What stands in a transcript where the server lists its commands. */
const PLACEHOLDER = '{commands}'

const verbs = commands.map(({ verb }) => verb).join('|')

/** `EHLO HELO MAIL …` */
const inOneLine = new RegExp(`\\b(?:${verbs})(?: (?:${verbs})){2,}\\b`)

/** A line for each: `214-2.0.0   RSET      Forgets the message` */
const oneEach = new RegExp(`^(214-2\\.0\\.0 {3})(?:${verbs})\\b.*$`)

/**
 * Writes `{commands}` for each list of commands in the answers to HELP: such a list grows with every
 * command, and a golden transcript shall not. What HELP lists is held to the commands by its own test.
 */
export function foldCommandLists(lines: readonly TranscriptLine[]): TranscriptLine[] {
  const folded = lines.map((line) => (isHelp(line) ? fold(line) : line))
  return folded.filter(
    ({ text }, at) => !text.endsWith(PLACEHOLDER) || folded[at - 1]?.text !== text,
  )
}

const isHelp = ({ who, text }: TranscriptLine): boolean => who === 'server' && /^214[- ]/.test(text)

const fold = ({ who, text }: TranscriptLine): TranscriptLine => ({
  who,
  text: text.replace(oneEach, `$1${PLACEHOLDER}`).replace(inOneLine, PLACEHOLDER),
})
