import { isRefusalCode } from '../refusal.ts'
import type { Play } from '../../files/play.ts'
import type { TranscriptLine } from '../../proof/transcript.ts'

/** What a typed line is: for the shell, a command, the answer to a challenge, or a part of a message. */
export type Part =
  'shell' | 'command' | 'imap' | 'pop3' | 'answer' | 'field' | 'blank' | 'body' | 'dot'

type Command = 'command' | 'imap' | 'pop3'

/** A typed line of a solution. */
export interface ScriptLine {
  /** The index of its deed in the play. */
  readonly at: number
  /** The number of the terminal that it is typed in. */
  readonly terminal: number
  readonly text: string
  readonly who: TranscriptLine['who']
  readonly part: Part
  /** Of a command, in upper case; the name of a field; else empty. */
  readonly verb: string
  /** The line of the file, from 1. */
  readonly line: number
  /** Whether the solution has it refused on purpose. */
  readonly isRefused: boolean
  /** Whether that is because something must come before it: `503`. */
  readonly isOutOfTurn: boolean
}

/**
 * The typed lines of a play with what each is: a message begins where the server has said 354.
 * @param run The command line that the lesson begins with.
 */
export function readScript(
  play: Play,
  codesOf: (at: number) => readonly string[],
  run = '',
): ScriptLine[] {
  const lines: ScriptLine[] = []
  const sessions = new Map<number, Spoken>()
  for (const [at, deed] of play.entries()) {
    if (deed.kind !== 'type') continue
    const { text, who, line } = deed.turn.typed
    const { terminal = 1 } = deed
    const codes = codesOf(at)
    const before = sessions.get(terminal) ?? { command: commandIn(run), inside: 'command' }
    const command = who === '$' ? commandIn(text) : before.command
    const part: Part = who === '$' ? 'shell' : partIn(before.inside, text, command)
    const verb = part === 'command' ? verbOf(text) : part === 'field' ? nameOf(text) : ''
    const isRefused = codes.some(isRefusalCode)
    const isOutOfTurn = codes.includes('503')
    lines.push({ at, terminal, text, who, part, verb, line, isRefused, isOutOfTurn })
    sessions.set(terminal, { command, inside: insideAfter(codes, part) ?? before.inside })
  }
  return lines
}

/** What is spoken in a terminal, and what its next line is a part of. */
interface Spoken {
  readonly command: Command
  readonly inside: Inside
}

type Inside = 'command' | 'answer' | 'header' | 'body'

function insideAfter(codes: readonly string[], part: Part): Inside | undefined {
  if (codes.includes('354')) return 'header'
  if (codes.includes('334')) return 'answer'
  if (part === 'dot' || part === 'answer' || part === 'shell') return 'command'
  return part === 'blank' ? 'body' : undefined
}

/** What a line for the program is that was called last: its port names the protocol. */
function commandIn(shell: string): Command {
  if (/[ :](143|993)\b/.test(shell)) return 'imap'
  return /[ :](110|995)\b/.test(shell) ? 'pop3' : 'command'
}

function partIn(inside: Inside, text: string, command: Command): Part {
  if (inside === 'command') return command
  if (inside === 'answer') return 'answer'
  if (text === '.') return 'dot'
  if (inside === 'body') return 'body'
  return text === '' ? 'blank' : 'field'
}

const verbOf = (text: string): string => /^\S*/.exec(text)![0].toUpperCase()

const nameOf = (text: string): string => /^[^:\s]*/.exec(text)![0].toUpperCase()
