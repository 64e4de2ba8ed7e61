import type { About, Typed } from '../personalities/facts.ts'
import { reply } from '../wire/reply.ts'
import { sectionLabel } from '../../../core/section.ts'
import type { CommandFacts } from '../../shared/command-facts.ts'
import { defineCommand, stay, type Command } from '../server/command.ts'
import { clipped } from '../../shared/clip.ts'
import { isOffered } from '../server/preconditions.ts'
import { commandPhases } from '../server/session.ts'

/** What it replies, unless a personality has other words. */
export const helpReplies = {
  help: ({ commands }: { readonly commands: readonly CommandFacts[] }) =>
    reply(
      214,
      '2.0.0',
      ['I know these commands:', ...commands.map(summary), 'HELP and a command says more'].join(
        '\n',
      ),
    ),
  helpAbout: ({ command }: About) =>
    reply(214, '2.0.0', [command.syntax, `${command.about}.`, sourceOf(command)].join('\n')),
  helpUnknown: ({ typed }: Typed) =>
    reply(504, '5.5.4', `I have no help for \`${typed}\`. HELP alone lists my commands`),
}

export const help: Command = defineCommand({
  verb: 'HELP',
  syntax: 'HELP [command]',
  about: 'Lists the commands, or explains one',
  replies: helpReplies,
  source: { rfc: 5321, section: '4.1.1.8' },
  allowedIn: commandPhases,
  use: 'idle',
  run(session, argument, { replies, commands }) {
    const offered = commands.filter((command) => isOffered(session, command))
    if (argument === '') return stay(session, replies.help({ commands: offered }))
    const typed = /^\S+/.exec(argument)![0]
    const command = offered.find(({ verb }) => verb === typed.toUpperCase())
    return stay(
      session,
      command ? replies.helpAbout({ command }) : replies.helpUnknown({ typed: clipped(typed) }),
    )
  },
})

const summary = ({ syntax, about }: CommandFacts): string => `  ${syntax.padEnd(40)} ${about}`

/** Replies are ASCII (RFC 5321 §4.2), so no section sign. */
const sourceOf = ({ source }: CommandFacts): string => sectionLabel(source).replace('§', 'section ')
