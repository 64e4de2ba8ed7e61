import type { Words } from '../languages.ts'
import type { words as english } from '../en/rules.ts'

export const words: Words<typeof english> = {
  title: 'Regeln',
  titleOf: 'Regeln für %title%',
  description:
    'Jede Regel, nach der Zonen, Mail-Einträge und Nachrichten geprüft werden: ihr Grund, ihr RFC-Abschnitt, was sie findet und wie man es behebt.',
  skip: 'Zu den Regeln springen',
  skipToRule: 'Zur Regel springen',
  heading: 'Die Regeln',
  write: 'Stell dir einen Eintrag zusammen; diese Regeln urteilen darüber',
  lead: 'Zonen, Mail-Einträge und Nachrichten werden bei jedem Tastendruck nach %count% Regeln geprüft. Jede Regel hat eine Seite mit ihrem Grund, ihrem RFC-Abschnitt und Beispielen dafür, was sie findet und was sie in Ruhe lässt.',
  search: 'Regeln durchsuchen',
  family: 'Familie',
  severity: 'Schwere',
  record: 'Eintrag',
  any: 'alle',
  severities: { error: 'Fehler', warning: 'Warnung', info: 'Hinweis', hint: 'Rat' },
  check: 'Eine eigene Zone oder Nachricht? [Eigenes prüfen](1): Nichts verlässt deinen Browser.',
  help: 'Wörter, ein Code oder ein Abschnitt: `redirect loop`, `spf/`, `7208 §5`. [/](1) führt hierher, [↓](2) in die Liste, [Esc](3) zurück.',
  all: 'Alle Regeln',
  families: 'Benachbarte Familien',
  neighbours: 'Benachbarte Regeln',
  before: (title: string) => `Davor: ${title}`,
  next: (title: string) => `Danach: ${title}`,
  counts: (rules: number, parts: readonly string[]) => `${rules} Regeln: ${parts.join(', ')}`,
  count: {
    error: (count: number) => `${count} Fehler`,
    warning: (count: number) => (count === 1 ? '1 Warnung' : `${count} Warnungen`),
    info: (count: number) => (count === 1 ? '1 Hinweis' : `${count} Hinweise`),
    hint: (count: number) => (count === 1 ? '1 Rat' : `${count} Ratschläge`),
  },
  finds: 'Was sie findet',
  inSandbox: 'In der Sandbox öffnen',
  leavesAlone: 'Was sie in Ruhe lässt',
  beforeFix: 'vorher',
  afterFix: 'nachher',
  notLoaded: 'Die Liste der Regeln konnte nicht geladen werden. Die Familien unten haben sie alle.',
  none: 'Keine Regel hat alle diese Wörter.',
  first: (shown: number, found: number) =>
    `Die ersten ${shown} von ${found} Regeln. Ein weiteres Wort grenzt sie ein.`,
  found: (count: number) => (count === 1 ? '1 Regel' : `${count} Regeln`),
}
