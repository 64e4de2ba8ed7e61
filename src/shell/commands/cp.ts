import type { Command } from '../command.ts'
import { copyOrMove } from '../files/copy.ts'

export const cp: Command = {
  name: 'cp',
  kind: 'tool',
  summary: 'copy files',
  completes: ['files'],
  page: {
    synopsis: ['cp file copy', 'cp file ... folder'],
    description: [
      'Copies a file, or several into a folder. A file that is there already is replaced.',
    ],
    examples: [['cp message.eml second.eml', 'a message to change']],
    seeAlso: ['mv', 'ls', 'rm'],
  },
  run(words, context) {
    copyOrMove('cp', words, context)
    return undefined
  },
}
