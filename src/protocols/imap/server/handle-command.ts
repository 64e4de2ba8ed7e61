import { shift } from '../../../core/span.ts'
import { suggest } from './suggest.ts'
import { bad, type Answer, type Command, type Tools } from './command.ts'
import { commandNamed } from '../commands/index.ts'
import { lettersOf } from './modes.ts'
import { personalityOf } from '../personalities/index.ts'
import type { CommandSession } from './session.ts'
import type { Asked } from './respond.ts'
import type { CommandLine } from '../wire/command-line.ts'
import { readerOf } from '../wire/reader.ts'

/** A command line, cut into its tag, its verb and the rest. */
export interface SplitCommand extends Asked {
  readonly command: Command | undefined
  /** Where the argument stands. */
  readonly argumentAt: number
  /** Why it is no command: nothing can be done with it. */
  readonly trouble: 'noTag' | 'noCommand' | undefined
}

/** RFC 9051 §9: a tag is an `astring` without `+`. */
const TAG = /^[!#$&',\-./0-9:;<=>?@A-Z[\]^_`a-z|}~]{1,200}(?= |$)/

export function splitCommand({ text }: CommandLine): SplitCommand {
  const tag = TAG.exec(text)?.[0]
  const rest = { command: undefined, argument: '', argumentAt: text.length }
  // Without a tag the reply is an untagged BAD (§7.1.3).
  if (tag === undefined) return { ...rest, tag: '*', verb: '', trouble: 'noTag' }
  const word = /^[^\s(){"%*\\]+/.exec(text.slice(tag.length + 1))?.[0]
  if (word === undefined) {
    // A command word where the tag should be.
    const isVerb = commandNamed(tag) !== undefined
    return { ...rest, tag: isVerb ? '*' : tag, verb: '', trouble: isVerb ? 'noTag' : 'noCommand' }
  }
  const at = tag.length + 1
  const verb = word.toUpperCase() === 'UID' ? withSecond(text, at) : word
  const command = commandNamed(verb)
  const end = at + verb.length
  const argumentAt = text[end] === ' ' ? end + 1 : end
  return {
    tag,
    verb: command?.verb ?? verb,
    command,
    argument: text.slice(argumentAt),
    argumentAt,
    trouble: undefined,
  }
}

/** `UID FETCH` is a verb of two words. */
const withSecond = (text: string, at: number): string =>
  /^UID [A-Za-z]+|^UID/i.exec(text.slice(at))![0]

/** Answers a command whose end has come. */
export function answerCommand(
  session: CommandSession,
  line: CommandLine,
  split: SplitCommand,
): Answer {
  const refused = refusal(session, line, split)
  if (refused) return refused
  const { command, argumentAt } = split
  const reader = readerOf(line, argumentAt, lettersOf(session))
  const answer = command!.run(session, reader, toolsFor(session, split.tag, command!))
  if (answer.type !== 'reply' || !answer.fault) return answer
  const { fault } = answer
  return { ...answer, fault: { ...fault, span: shift(fault.span, -argumentAt) } }
}

export function toolsFor(session: CommandSession, tag: string, command: Command): Tools {
  const { words, policies } = personalityOf(session.host)
  return { say: words, policies, tag, command }
}

/** What is refused without a look at the arguments. */
export function refusal(
  session: CommandSession,
  { text }: CommandLine,
  { trouble, command, verb }: SplitCommand,
): Answer | undefined {
  const say = personalityOf(session.host).words
  if (trouble === 'noTag') return bad(session, say.noTag({ typed: text }))
  if (trouble === 'noCommand') return bad(session, say.noCommand({}))
  if (!command) {
    const occasion = session.phase === 'notAuthenticated' ? 'unknownBeforeLogin' : 'unknownCommand'
    const hint = suggest(verb)
    return bad(session, say[occasion]({ typed: verb, ...(hint !== undefined && { hint }) }))
  }
  if (!command.allowedIn.some((phase) => phase === session.phase))
    return bad(session, say.outOfOrder({ command, phase: session.phase }))
  return undefined
}
