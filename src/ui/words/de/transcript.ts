import type { Words } from '../languages.ts'
import type { words as english } from '../en/transcript.ts'

export const words: Words<typeof english> = {
  player: 'Eine Mail-Sitzung, Zeile für Zeile',
  lines: 'Die Sitzung. Pfeiltasten gehen weiter, die Leertaste spielt ab.',
  reading: 'Wird gelesen …',
  notRead: 'Diese Sitzung ließ sich nicht lesen: Ein Teil des Widgets kam nicht an.',
  again: 'Noch einmal',
  back: 'Zeile zurück',
  forward: 'Zeile vor',
  play: 'Abspielen',
  pause: 'Pause',
  scrub: 'Zeile der Sitzung',
  of: (at: number, count: number) => `${at} von ${count}`,
  ended: 'Die Sitzung ist am Ende.',
  who: {
    client: 'Der Client',
    server: 'Der Server',
    note: 'Bemerkung',
    gap: 'Ausgelassen',
    heading: 'Verbindung',
  },
  gap: 'hier fehlen Zeilen',
  roles: {
    command: 'ein Befehl',
    answer: 'eine Antwort, um die der Server bat',
    message: 'eine Zeile der Nachricht',
    end: 'ein Punkt allein: Die Nachricht endet',
    literal: 'Oktette, deren Zahl angekündigt war',
    greeting: 'die Begrüßung',
    reply: 'die Antwort',
    more: 'die Antwort geht weiter',
    'go-on': 'der Server wartet auf mehr',
    data: 'Daten',
  },
  emptyLine: 'die leere Zeile zwischen Header und Body',
  stuffed: (text: string) => `Der erste Punkt gilt nur unterwegs; gemeint ist ${text}`,
  decoded: (text: string) => `Das ist Base64 und verbirgt nichts: ${text}`,
  phase: 'Wo die Sitzung steht',
  stations: { was: 'vorbei', now: 'hier', next: 'kommt noch' },
  write: 'Schreib',
  next: 'Als Nächstes',
  predict: {
    ask: 'Was wird der Server antworten?',
    guesses: { ok: 'Erledigt', go: 'Weiter', later: 'Jetzt nicht', refused: 'Nein' },
    right: (guess: string) => `Du sagtest: ${guess}. So ist es.`,
    wrong: (guess: string) => `Du sagtest: ${guess}. Der Server sagte etwas anderes.`,
  },
  odd: 'Sieh zweimal hin',
  oddities: {
    'out-of-place': 'Das Protokoll erlaubt diesen Befehl hier nicht.',
    syntax: 'Das Protokoll will das anders geschrieben.',
    unknown: 'Das Protokoll kennt keinen solchen Befehl.',
    'no-code': 'Eine Antwort beginnt in diesem Protokoll anders.',
    'other-code':
      'Dieser Code bedeutet etwas anderes: Der Befehl davor wird mit einem anderen angenommen.',
    unasked: 'Kein Befehl wartet auf diese Antwort.',
    'mixed-codes': 'Alle Zeilen einer Antwort haben denselben Code.',
  },
  wouldSay: 'Ein Server nach dem Buch sagt:',
  wasTaken: 'Dieser Server nahm es trotzdem an.',
  allowed: 'Hier erlaubt:',
  problems: {
    'no-mark':
      'Diese Zeile sagt nicht, wessen sie ist: Beginne sie mit `C:` oder `S:`. Sie steht als Bemerkung da.',
    'too-long': 'Der Text ist länger, als ein Player ihn nimmt: Der Rest bleibt weg.',
    'too-many-lines': 'Die Sitzung hat mehr Zeilen, als ein Player nimmt: Der Rest bleibt weg.',
    'too-many-connections': 'Es sind mehr Verbindungen, als ein Player nimmt: Der Rest bleibt weg.',
    'no-protocol':
      'Ob das SMTP, IMAP oder POP3 ist, lässt sich nicht erkennen: Gib dem Element das Attribut `protocol`.',
    'no-line':
      'Hier sagt niemand etwas: Beginne die Zeilen des Clients mit `C:`, die des Servers mit `S:`.',
  },
  line: (number: number) => `Zeile ${number}: `,
  more: (count: number) => `Und ${count} weitere Zeilen dieser Art.`,
  wants: { line: 'die Nummer einer Zeile oder `end`' },
  found: (odd: number) =>
    odd === 0
      ? 'Jede Zeile ist, wie ihr Protokoll sie will.'
      : odd === 1
        ? '1 Zeile ist nicht, wie ihr Protokoll sie will.'
        : `${odd} Zeilen sind nicht, wie ihr Protokoll sie will.`,
}
