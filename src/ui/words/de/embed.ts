import type { Words } from '../languages.ts'
import type { words as english } from '../en/embed.ts'

export const words: Words<typeof english> = {
  title: 'Ein Widget für deine Seite',
  description:
    'Zonen, die beim Tippen beurteilt werden, Mail-Sitzungen zum Tippen und Abspielen, erklärte Nachrichten: Widgets von HELO World für jede Seite.',
  noScript: 'Dieser Teil braucht ein Skript, und das ist ausgeschaltet.',
  noKind:
    'Diese Seite ist dafür da, in einem Rahmen einer anderen zu stehen. Gib ihr eine Art, etwa `?kind=zone`.',
  loading: 'Wird geladen …',
  site: 'HELO World',
  reset: 'Von vorn beginnen',
  playground: 'Im Playground öffnen',
  newTab: ' (neuer Tab)',
  again: 'Noch einmal versuchen',

  unknownKind: (kind: string, kinds: string) =>
    `Es gibt kein Widget \`${kind}\`. Es gibt: ${kinds}.`,
  unknownOption: (name: string, names: string) =>
    `Dieses Widget kennt kein Attribut \`${name}\` und arbeitet ohne weiter. Es kennt: ${names}.`,
  wrongOption: (name: string, value: string, wants: string) =>
    `Das Attribut \`${name}\` ist \`${value}\`, nötig ist: ${wants}. Das Widget arbeitet ohne weiter.`,
  wants: {
    flag: 'da oder nicht, ohne einen Wert',
    name: 'ein Name aus kleinen Buchstaben, Ziffern und Bindestrichen',
    oneOf: (choices: string) => `eines von: ${choices}`,
    count: 'eine Zahl',
    goals: '`clean` oder `pass 203.0.113.5`, mehrere mit Kommas dazwischen',
    sender: 'eine Adresse und ein Absender, etwa `203.0.113.5 ann@example.org`, bis zu acht davon',
  },
  tooLong: (limit: number) =>
    `Der Text dieses Elements hat mehr als ${limit.toLocaleString('de')} Zeichen und wird weggelassen.`,
  otherState: 'Dieser Stand gehört zu einem anderen Widget, also beginnt dieses von vorn.',
  notOpen: 'Es ist noch kein Widget offen.',
  notFetched: 'Ein Teil dieses Widgets ließ sich nicht laden.',
  wrongMessage:
    'Die Seite ringsum hat eine Meldung einer anderen Version oder eine beschädigte geschickt. Es ist nichts geschehen.',

  snippet: 'Ausschnitt',
  parts: 'Teile des Ausschnitts',
  field: (name: string) => `${name}: eine Zone oder ein Eintrag, beim Tippen beurteilt`,
  findings: (count: number) => (count === 1 ? 'Befund' : 'Befunde'),
  judging: 'Wird gelesen …',
  notJudged:
    'Das ließ sich nicht beurteilen: Ein Teil des Widgets kam nicht an. Dein Text ist, wie er war.',
  noFindings: 'Keine Probleme.',
  more: (count: number) => `Und ${count} weitere Zeilen mit Befunden.`,
  goals: 'Ziele',
  isMet: ': geschafft',
  isOpen: ': noch nicht',
  clean: 'Nichts ist mehr zu beheben',
  sends: (ip: string, result: string) => `SPF sagt ${result} für ${ip}`,
  predictFirst: 'Was erwartest du für jeden Absender unten? Dann siehst du, was hier steht.',
  expect: (sender: string) => `Was SPF zu ${sender} sagt`,
  asExpected: 'Wie du es erwartet hast.',
  notExpected: (result: string) => `Du hast ${result} erwartet.`,
  senders: 'Dürfen sie senden?',
  by: (term: string) => `durch \`${term}\``,
  found: (count: number) =>
    count === 0 ? 'Keine Probleme.' : count === 1 ? '1 Befund.' : `${count} Befunde.`,
}
