import type { Words } from '../languages.ts'
import type { words as english } from '../en/embed-session.ts'

export const words: Words<typeof english> = {
  wants: { goals: '`delivered` oder `reply 550`, mehrere mit Kommas dazwischen' },
  noWorld: (name: string) =>
    `Es gibt keine Welt \`${name}\`. Ohne das Attribut \`scenario\` ist es \`first-steps\`.`,
  notFetched: 'Die Welt dieser Sitzung ließ sich nicht laden.',
  failed: 'Die Sitzung ist zusammengebrochen. Beginne von vorn, um es noch einmal zu versuchen.',
  begins: 'Was zuerst getippt wird',
  connect: 'Verbinden und tippen',
  start: 'Terminal starten',
  keys: (host: string) => `Du tippst auf ${host}. Escape, dann Tab, verlässt das Terminal.`,
  leave: 'Tab verlässt jetzt das Terminal.',
  delivered: 'Eine Nachricht ist zugestellt',
  reply: (code: number) => `Ein Server antwortet mit ${code}`,
}
