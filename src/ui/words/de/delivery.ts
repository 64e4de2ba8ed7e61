import type { Words } from '../languages.ts'
import type { words as english } from '../en/delivery.ts'

export const words: Words<typeof english> = {
  diagram: 'Diagramm',
  list: 'Liste',
  checks: 'Prüfungen',
  openVerdict: 'Urteil öffnen',
  onTheWire: (connection: number) => `Verbindung ${connection} auf der Leitung`,
  noneJudged:
    'Kein Host hat über diese Nachricht geurteilt: Sie kam nicht so weit, oder niemand verlangte eine Prüfung.',
  tried: (title: string) => `${title} (Versuch)`,
  which: 'Welche Nachricht',
  how: 'Wie sie gezeigt wird',
  none: 'Wenn eine Nachricht reist, wird hier ihr Weg gezeichnet: wer das DNS wonach gefragt hat, was Client und Server einander gesagt haben, was jede Prüfung ergab und wo die Nachricht endete. Sende eine, oder tippe eine im Terminal.',
  step: (number: number) => `Schritt ${number}`,
  because: 'Auslöser:',
  noCause: 'Hier beginnt es: Nichts in der Welt hat dazu geführt.',
  causeGone: 'Was dazu geführt hat, steht nicht mehr im Protokoll.',
  asKept: 'Die Nachricht, wie sie aufbewahrt wird',
  byClient: 'Oktette, die der Client gesendet hat',
  byServer: 'Oktette, die der Server gesendet hat',
  moreOctets: (count: number) => `… ${count} weitere Oktette`,
  crlf: 'CR LF',
  lf: 'LF allein',
  noEnd: 'kein Zeilenende',
  later: (span: string) => `${span} später`,
  steps: 'Zustellung, Schritt für Schritt',
  lanes: 'Bahnen',
  notRefused: 'Sie ist gefälscht und wurde nicht abgewiesen.',
  stepThrough: 'Durch die Zustellung gehen',
  back: 'Zurück',
  play: 'Abspielen',
  pause: 'Pause',
  forward: 'Schritt',
  stepOf: 'Schritt der Zustellung',
  of: (at: number, count: number) => `${at} von ${count}`,
  forged: (end: string) => `${end} · gefälscht`,
  inInbox: (mailbox: string) => `Sie liegt im Posteingang von ${mailbox}.`,
  inJunk: (mailbox: string) => `Sie liegt im Junk-Ordner von ${mailbox}.`,
  ahead: (what: string) => `Es folgt: ${what}`,
  nameServers: 'die gefragten Nameserver',
  neither: 'Keine der beiden Seiten sieht das.',
  onlyOne: (who: string) => `Nur ${who} weiß das.`,
  ownerOf: (who: string, mailbox: string) =>
    `${who} sieht das, und wem das Postfach ${mailbox} gehört.`,
  both: (one: string, other: string) => `${one} und ${other} sehen das.`,
  bothInClear: (one: string, other: string) =>
    `${one} und ${other} sehen das. Es geht im Klartext über das Netz.`,
  bothSealed: (one: string, other: string) =>
    `${one} und ${other} sehen das. Es geht unter TLS: Niemand zwischen ihnen kann es lesen.`,
  bothOpen: (one: string, other: string) =>
    `${one} und ${other} sehen das, und ebenso alle auf der Leitung zwischen ihnen: Es ist nicht verschlüsselt.`,
}
