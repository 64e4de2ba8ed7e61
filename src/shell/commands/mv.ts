import type { Command } from '../command.ts'
import { copyOrMove } from '../files/copy.ts'

export const mv: Command = {
  name: 'mv',
  kind: 'tool',
  summary: 'rename files, or move them',
  completes: ['files'],
  page: {
    synopsis: ['mv file name', 'mv file ... folder'],
    description: [
      'Gives a file another name, or moves several into a folder. A file that is there already is replaced.',
    ],
    examples: [['mv second.eml mail', 'into a folder']],
    seeAlso: ['cp', 'ls', 'rm'],
  },
  run(words, context) {
    copyOrMove('mv', words, context)
    return undefined
  },
}
