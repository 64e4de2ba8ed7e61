import { commandNamed } from '../commands/index.ts'
import type { CommandLine } from '../wire/command-line.ts'
import type { Command } from './command.ts'
import type { Asked } from './respond.ts'

/** A command line, split into its tag, its verb and the rest. */
export interface SplitCommand extends Asked {
  readonly command: Command | undefined
  /** Where the argument begins in the line. */
  readonly argumentAt: number
  /** The tag, in upper case, where it is a verb: the tag itself is missing then. */
  readonly tagVerb?: string
  /** Why the line cannot be run as a command. */
  readonly unusable: 'noTag' | 'noCommand' | undefined
}

/** RFC 9051 §9: a tag is an `astring` without `+`. */
const TAG = /^[!#$&',\-./0-9:;<=>?@A-Z[\]^_`a-z|}~]{1,200}(?= |$)/

export function splitCommand({ text }: CommandLine): SplitCommand {
  const tag = TAG.exec(text)?.[0]
  const rest = { command: undefined, argument: '', argumentAt: text.length }
  // Without a tag the reply is an untagged BAD (§7.1.3).
  if (tag === undefined) return { ...rest, tag: '*', verb: '', unusable: 'noTag' }
  const word = /^[^\s(){"%*\\]+/.exec(text.slice(tag.length + 1))?.[0]
  if (word === undefined) {
    // A verb in the place of the tag.
    const isNoTag = commandNamed(tag) !== undefined
    return {
      ...rest,
      tag: isNoTag ? '*' : tag,
      verb: '',
      unusable: isNoTag ? 'noTag' : 'noCommand',
    }
  }
  const at = tag.length + 1
  const verb = word.toUpperCase() === 'UID' ? withSecondWord(text, at) : word
  const command = commandNamed(verb)
  const end = at + verb.length
  const argumentAt = text[end] === ' ' ? end + 1 : end
  const argument = text.slice(argumentAt)
  const named = command?.verb ?? verb
  const split = { tag, verb: named, command, argument, argumentAt, unusable: undefined }
  return isVerb(tag) ? { ...split, tagVerb: tag.toUpperCase() } : split
}

const isVerb = (tag: string): boolean =>
  tag.toUpperCase() === 'UID' || commandNamed(tag) !== undefined

/** `UID FETCH` is a verb of two words. */
const withSecondWord = (text: string, at: number): string =>
  /^UID [A-Za-z]+|^UID/i.exec(text.slice(at))![0]
