import type { Words } from '../languages.ts'
import type { words as english } from '../en/skills.ts'

export const words: Words<typeof english> = {
  title: 'Können',
  lead: 'Was du kannst, seit wann, und was einen zweiten Blick lohnt. Es gibt keine Punkte und keine Ränge: Es bleibt in diesem Browser, und nur du siehst es.',
  newcomer:
    'Noch ist nichts geschafft. Jede Zeile sagt, was eine Lektion lehrt; beginne, wo du willst.',
  noScript: 'Was du geschafft hast, markiert ein Skript. Die Liste ist ohne es lesbar.',
  sum: (can: number, mastered: number, all: number) =>
    `Du kannst ${can} von ${all} Dingen${mastered > 0 ? ` und hast ${mastered} gemeistert` : ''}.`,
  due: (count: number) =>
    `${count === 1 ? 'Eines ist' : `${count} sind`} heute zum Wiederholen fällig.`,
  notYet: 'Noch nicht',
  begun: (step: number, all: number) => `Begonnen: Schritt ${step} von ${all}`,
  shown:
    'Alle Schritte sind getan, einer davon mit gezeigter Zeile. Noch einmal ohne sie, dann zählt es.',
  canNow: '✓ Du kannst es',
  can: (date: string) => `✓ Du kannst es, seit ${date}`,
  mastered: (date: string) => `✓ Gemeistert, seit ${date}`,
  dueToday: '↻ Heute fällig',
  dueOn: (date: string) => `Wiederholen am ${date}`,
  rests: 'Viermal wiederholt: Es ruht.',
  toMaster: (more: number, isLate: boolean) => {
    if (more === 0)
      return 'Um es zu meistern: noch eine Variante, einen Tag oder mehr nach der Lektion.'
    const late =
      more === 1
        ? ', einen Tag oder mehr nach der Lektion'
        : ', eine davon einen Tag oder mehr nach der Lektion'
    return `Um es zu meistern: ${more === 1 ? 'eine Variante, die du' : `${more} Varianten, die du`} noch nicht gesehen hast, ohne Tipp${isLate ? '' : late}.`
  },
  review: 'Wiederholen, mit anderen Namen',
  reviewOf: (lesson: string) => `${lesson} wiederholen, mit anderen Namen`,
  missed: {
    predicted: (step: string) => `Du hast es anders vorhergesagt: ${step}`,
    shown: (step: string) => `Die Zeile wurde dir gezeigt: ${step}`,
    mistake: (hint: string) => `Das kam oft vor: ${hint}`,
  },
  keepTitle: 'Nimm es mit',
  fileTitle: 'Deine ganze Arbeit',
  fileText:
    'Eine Datei mit deiner Arbeit an jeder Lektion. Ein anderer Browser liest sie: Was weiter ist, bleibt, dort wie hier.',
  export: 'Alles exportieren',
  import: 'Datei importieren',
  nothingToExport: 'In diesem Browser gibt es noch keine Arbeit.',
  exported: (lessons: number) =>
    `Die Datei enthält deine Arbeit an ${lessons === 1 ? 'einer Lektion' : `${lessons} Lektionen`}.`,
  imported: (taken: number, kept: number) =>
    `${taken === 1 ? 'Die Arbeit an einer Lektion' : `Die Arbeit an ${taken} Lektionen`} kam herein.` +
    (kept > 0 ? ` ${kept === 1 ? 'Eine war' : `${kept} waren`} hier weiter, und bleiben so.` : ''),
  importFaults: {
    large: 'Diese Datei ist zu groß, um Arbeit von hier zu sein.',
    none: 'Diese Datei enthält keine Arbeit, die von dieser Seite exportiert wurde.',
    newer: 'Eine spätere Version von HELO World hat diese Datei geschrieben.',
    full: 'Der Speicher des Browsers ist voll: Nicht alles aus der Datei kam herein.',
  },
  recordTitle: 'Ein Nachweis',
  recordText:
    'Ein Text mit einem Code. Er enthält, was du in jeder Lektion getan hast; so kann jeder es noch einmal tun und sehen, dass es stimmt: hier, oder mit `helo-world verify-record`. Name und Datum sind, was du und deine Uhr angeben, und lassen sich nicht prüfen.',
  name: 'Name darauf (wenn du willst)',
  make: 'Nachweis erstellen',
  changed: (reason: string) => `Das ist kein Nachweis, wie er erstellt wurde. ${reason}`,
  changedAt: (reason: string, line: number) =>
    `Das ist kein Nachweis, wie er erstellt wurde. Zeile ${line}: ${reason}`,
  notReached: 'Was dafür nötig ist, konnte nicht geladen werden. Versuch es noch einmal.',
  nothingGiven: 'Füge zuerst einen Nachweis ein.',
  fileName: 'helo-world-nachweis.txt',
  head: (name: string, date: string) =>
    `HELO World: ein Nachweis${name ? ` für ${name}` : ''}, erstellt am ${date}`,
  foot: 'Prüfe ihn auf der Seite „Können“ von HELO World, oder: helo-world verify-record DATEI. Was außerhalb des Codes steht, zählt nicht.',
  noneDone: 'Ein Nachweis braucht eine Lektion, die geschafft ist.',
  noDigest:
    'Diese Seite wurde nicht über eine sichere Verbindung geladen; darum lässt sich der Nachweis hier nicht erstellen.',
  made: (lessons: number) =>
    `Der Nachweis ist erstellt: ${lessons === 1 ? 'eine Lektion' : `${lessons} Lektionen`}.`,
  unrecorded: (lessons: number) =>
    `Von ${lessons === 1 ? 'einer Lektion' : `${lessons} Lektionen`} gibt es keine Aufzeichnung: Öffne sie einmal oder spiel sie noch einmal, dann steht sie im nächsten Nachweis.`,
  gradeLink: 'Bewerten, was eine Klasse abgegeben hat',
  verifyTitle: 'Einen Nachweis prüfen',
  verifyText:
    'Füge den Text ein oder wähle die Datei. Jede Lektion darin wird in dieser Seite noch einmal getan, Eingabe für Eingabe, und beurteilt wie bei dem, der sie gelernt hat. Nichts wird irgendwohin gesendet.',
  code: 'Der Nachweis',
  verify: 'Prüfen',
  file: 'Datei wählen',
  verifying: (at: number, all: number) => `Durchgang ${at} von ${all} wird noch einmal getan …`,
  holds: (name: string, lessons: number) =>
    `Er gilt${name ? ` für ${name}` : ''}: ${lessons === 1 ? 'Eine Lektion wurde' : `${lessons} Lektionen wurden`} wirklich geschafft.`,
  holdsNot: (name: string, done: number, all: number) =>
    `Er gilt nicht${name ? ` für ${name}` : ''}: ${done} von ${all} Lektionen ließen sich noch einmal tun.`,
  outcomes: {
    done: 'geschafft',
    open: 'was dort steht, schafft die Lektion nicht',
    broken: 'was dort steht, lässt sich nicht noch einmal tun',
    lesson: 'diese Lektion gibt es hier nicht',
    edition: 'sie wurde in einer anderen Ausgabe der Lektion geschafft, die es hier nicht gibt',
    variant: 'die Lektion hat keine solche Variante',
  },
  onDate: (outcome: string, date: string) => `${outcome}, am ${date}`,
}
