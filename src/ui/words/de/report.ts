import type { Words } from '../languages.ts'
import type { words as english } from '../en/report.ts'

export const words: Words<typeof english> = {
  locale: 'de',
  about: (organization: string, messages: number, domain: string) =>
    `${organization} sah ${messages === 1 ? 'eine Nachricht' : `${messages} Nachrichten`}, die angeblich von ${domain} kamen.`,
  period: (from: string, to: string) => `${from} bis ${to} (UTC)`,
  policy: 'Die Policy, die gefunden wurde:',
  table: 'Was gesehen wurde, eine Zeile für jeden Absender',
  scroll: 'Die Tabelle; sie lässt sich seitwärts schieben',
  source: 'Quelle',
  messages: 'Nachrichten',
  spf: 'SPF für From',
  dkim: 'DKIM für From',
  done: 'Getan',
  found: 'Die Prüfungen ergaben',
  result: (method: string, result: string, domain: string) =>
    `${method} ${result}${domain ? `, ${domain}` : ''}`,
  nothing: 'nichts',
  none: 'Kein Teil dieser Nachricht ist ein Aggregate Report.',
  xml: 'Die Datei selbst',
}
