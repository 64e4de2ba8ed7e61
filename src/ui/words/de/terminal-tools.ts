import type { Words } from '../languages.ts'
import type { words as english } from '../en/terminal-tools.ts'

export const words: Words<typeof english> = {
  tools: 'Für das Terminal',
  size: 'Schriftgröße des Terminals',
  smaller: 'Kleiner',
  larger: 'Größer',
  copy: 'Kopieren',
  more: 'Noch ein Terminal, auf einem Host',
  startOver: 'Neu beginnen',
  takeBack: 'Zurücknehmen',
  session: (host: string, port: number) => `Die Sitzung mit ${host}, Port ${port}`,
  connected: (host: string, port: number) => `Verbunden mit ${host}, Port ${port}`,
  stations: { was: 'getan', now: 'jetzt', next: 'kommt noch' },
  leaving: { then: ', dann', now: 'jetzt', leaves: 'verlässt' },
  card: (word: string) => `Was ${word} bedeutet`,
  wordBefore: 'Voriges Wort',
  nextWord: 'Nächstes Wort',
  close: 'Schließen',
  next: 'Als Nächstes',
  unknown: 'Über dieses Wort ist nichts bekannt.',
  allowed: 'Jetzt erlaubt',
}
