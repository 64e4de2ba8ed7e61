import type { Command } from '../command.ts'

export const clear: Command = {
  name: 'clear',
  options: 'none',
  summary: 'empty the screen',
  page: {
    synopsis: ['clear'],
    description: ['Empties the screen. Nothing else changes. Ctrl-L does the same at any time.'],
    examples: [['clear', 'a fresh start']],
    seeAlso: ['history'],
  },
  run(_, context) {
    context.clearScreen()
    return undefined
  },
}
