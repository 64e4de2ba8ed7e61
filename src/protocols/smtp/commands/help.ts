import { defineCommand, stay, type Command } from '../server/command.ts'
import { clipped } from '../../shared/clip.ts'
import { isOffered } from '../server/preconditions.ts'
import { commandPhases } from '../server/session.ts'

export const help: Command = defineCommand({
  verb: 'HELP',
  syntax: 'HELP [command]',
  about: 'Lists the commands, or explains one',
  source: { rfc: 5321, section: '4.1.1.8' },
  allowedIn: commandPhases,
  use: 'idle',
  run(session, argument, { say, commands }) {
    const offered = commands.filter((command) => isOffered(session, command))
    if (argument === '') return stay(session, say.help({ commands: offered }))
    const typed = /^\S+/.exec(argument)![0]
    const command = offered.find(({ verb }) => verb === typed.toUpperCase())
    return stay(
      session,
      command ? say.helpAbout({ command }) : say.helpUnknown({ typed: clipped(typed) }),
    )
  },
})
