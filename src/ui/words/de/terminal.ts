import type { Words } from '../languages.ts'
import type { words as english } from '../en/terminal.ts'

export const words: Words<typeof english> = {
  on: (host: string) => `auf ${host}`,
  leaving: 'Terminal. Escape, dann Tab verlässt es.',
  notConnected: 'Nicht verbunden',
  transcript: 'Protokoll des Terminals',
  who: { you: 'Du', server: 'Server', program: 'Programm' },
}
