import type { Words } from '../languages.ts'
import type { words as english } from '../en/readers.ts'

export const words: Words<typeof english> = {
  note: (name: string) => `${name} · wie sie jetzt ist`,
  which: 'Nachricht',
  none: 'Es gibt keine Nachricht zu zeigen.',
  tree: 'Ihre Teile',
  by: { phone: 'Ein Telefon', terminal: 'In einem Terminal', strict: 'Ein strenges Programm' },
  as: { plain: 'Text', html: 'HTML', raw: 'der Quelltext, wie er ist' },
  nothing: 'Es zeigt nichts.',
  file: 'Datei',
  noName: 'ohne Namen',
  left: {
    alternative: (type: string) => `\`${type}\` fällt weg: Ein anderer Teil sagt dasselbe.`,
    unclosed: (type: string) => `\`${type}\` fällt weg: Sein Ende ist nicht markiert.`,
    unfound: (type: string) => `\`${type}\` fällt weg: Seine Grenze steht nirgends.`,
  },
}
