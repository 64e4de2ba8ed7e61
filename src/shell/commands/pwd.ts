import type { Command } from '../command.ts'

export const pwd: Command = {
  name: 'pwd',
  kind: 'tool',
  options: 'none',
  summary: 'show the folder you are in',
  page: {
    synopsis: ['pwd'],
    description: ['Shows the path of the folder that names of files begin from.'],
    examples: [['pwd', 'where am I?']],
    seeAlso: ['cd', 'ls'],
  },
  run(_, { print, session }) {
    print(session.folder)
    return undefined
  },
}
