import type { Words } from '../languages.ts'
import type { words as english } from '../en/map.ts'

export const words: Words<typeof english> = {
  title: 'Karte',
  hosts: 'Hosts',
  you: 'du',
  down: 'antwortet nicht',
  noRole: 'sendet nur',
  waits: (count: number) => (count === 1 ? '1 wartet' : `${count} warten`),
  connections: (count: number) => (count === 1 ? '1 Verbindung' : `${count} Verbindungen`),
  step: (number: number) => `Station ${number} der letzten Nachricht`,
  speaks: (protocols: string, to: string, count: number) =>
    count
      ? `${protocols} mit ${to}, ${count === 1 ? 'einmal' : `${count}-mal`}`
      : `mit ${to}, noch nicht`,
  relays: (to: string) => `gibt alles, was er sendet, an ${to}`,
  lit: 'hier kam die letzte Nachricht vorbei',
  tapped: 'jemand hört auf der Leitung mit',
  lastWay: (hosts: string) => `Die letzte Nachricht: ${hosts}`,
  noWay: 'Noch keine Nachricht.',
  log: (host: string) => `Mail-Log von ${host}`,
  noLog: 'Sein Mail-Log ist leer.',
  close: 'Schließen',
}
