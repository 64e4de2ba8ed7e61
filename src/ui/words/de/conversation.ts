import type { Words } from '../languages.ts'
import type { words as english } from '../en/conversation.ts'

export const words: Words<typeof english> = {
  wire: 'Was über die Leitung ging',
  ends: { crlf: '', lf: ', endet mit einem bloßen Line Feed', none: ', ohne Zeilenende' },
  sealed: (octets: number) => `${octets} Oktette unter TLS`,
  states: (protocol: string) => `Die Zustände einer ${protocol}-Sitzung`,
  map: (states: readonly string[], now: string) =>
    `${states.join(', dann ')}. Die Sitzung ist bei: ${now}.`,
  allowed: 'jetzt erlaubt:',
  connects: (from: string, to: string, port: number) =>
    `${from} verbindet sich mit ${to}, Port ${port}.`,
  secured: (version: string, cipher: string) =>
    `TLS steht (${version}, ${cipher}): Von hier an kann niemand zwischen den beiden mitlesen.`,
  closed: 'Die Verbindung ist geschlossen.',
  password: 'das Passwort selbst',
  counted: 'hier enden die angekündigten Oktette',
  dot: 'ein Punkt allein: das Ende',
  bareDot: 'ein Punkt allein, aber ohne CR vor seinem LF: nicht das Ende',
  stuffed: (text: string) => `der erste Punkt fällt weg, es bleibt ${text}`,
  onceAsked: (octets: number) => `${octets} Oktette folgen, sobald der Server + sendet`,
  fromClient: (octets: number) =>
    `${octets} Oktette folgen vom Client, nach Länge und nicht als Zeilen`,
  byLength: (octets: number) => `${octets} Oktette folgen, nach Länge und nicht als Zeilen`,
  callsOff: 'bricht die Anmeldung ab',
}
