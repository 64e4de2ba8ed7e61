import type { Words } from '../languages.ts'
import type { words as english } from '../en/offline.ts'

/** Arbeiten ohne Netz. */
export const words: Words<typeof english> = {
  title: 'Ohne Netz',
  description:
    'HELO World läuft nach dem ersten Besuch auch ohne Netz: was dieser Browser dafür behält, und wie du es entfernst.',
  lead: 'Nach dem ersten Besuch behält dieser Browser eine Kopie der Seiten. Lektionen, Sandbox und alle Werkzeuge laufen dann auch im Zug, im Flugzeug und in einem Raum mit schlechtem Empfang.',
  missing: 'Diese Seite ist nicht in der Kopie dieses Browsers, und es gibt kein Netz.',
  copyTitle: 'Die Kopie in diesem Browser',
  noScript: 'Ein Skript hält die Kopie. Ohne Skripte gibt es keine.',
  whole: 'Sie ist vollständig: Jede Seite in dieser Sprache läuft ohne Netz.',
  part: 'Sie enthält, was bisher gebraucht wurde, denn dieser Browser will Daten sparen.',
  none: 'Noch gibt es keine. Sie kommt, während eine Seite offen ist und nichts Besseres zu tun hat.',
  off: 'Sie ist entfernt und kommt erst wieder, wenn du es willst.',
  cannot: {
    browser:
      'Dieser Browser behält keine: Er kennt keine Service Worker, oder nicht im privaten Modus.',
    bridge: 'Diese Seite kommt von einer Brücke auf deinem eigenen Rechner, die kein Netz braucht.',
    frame:
      'Diese Seite ist Teil einer anderen. Eine Kopie gibt es nur, wenn sie für sich geöffnet ist.',
    dev: 'Der Entwicklungsserver behält keine.',
  },
  fill: 'Alles behalten',
  filling: 'Wird geholt …',
  notFilled:
    'Nicht alles konnte geholt werden. Was da ist, bleibt; versuche es später noch einmal.',
  remove: 'Kopie entfernen',
  removed: 'Die Kopie ist entfernt. Deine Arbeit ist noch da.',
  worksTitle: 'Was läuft',
  works:
    'Alles außer dem, was unten steht: jede Lektion mit ihren Varianten, die Sandbox und ihre Welten, Prüfen, Einträge schreiben, Berichte, das Glossar und alle Links zu einem Zustand. Den größeren Editor behält der Browser, sobald du ihn benutzt hast; bis dahin steht ein einfaches Feld an seiner Stelle. Behalten wird die Sprache, in der du liest; eine andere kommt dazu, sobald du eine Seite in ihr öffnest.',
  needsTitle: 'Was ein Netz braucht',
  needs:
    'Der Text eines RFC öffnet sich bei rfc-editor.org. [Live](1) braucht das Projekt selbst, das einmal geholt wird; dann braucht auch das keines mehr.',
  appTitle: 'Als App',
  app: 'Das Menü des Browsers legt HELO World auf den Startbildschirm oder zu den Programmen („Installieren“, „Zum Startbildschirm“, „Zum Dock hinzufügen“).',
  updateTitle: 'Eine neuere Version',
  update:
    'Sie wird im Hintergrund geholt und oben auf der Seite angeboten. Sie kommt, wenn du sie nimmst, oder wenn alle Seiten geschlossen sind; nichts wird dir unter den Händen neu geladen.',
  link: 'Läuft ohne Netz',
  linkWhole: '✓ Läuft ohne Netz',
  newer: 'Eine neuere Version ist da.',
  gone: 'Ein Teil dieser Seite gehört zu einer älteren Version und ist nicht mehr da.',
  load: 'Jetzt laden',
  reload: 'Seite neu laden',
  later: 'Später',
  live: 'Du bist ohne Netz. Live braucht das Projekt auf deinem eigenen Rechner, das einmal geholt wird; alles andere hier läuft ohne.',
}
