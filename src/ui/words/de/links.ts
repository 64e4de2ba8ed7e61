import type { LinkFault } from '../../../lab/link/read-link.ts'
import type { Words } from '../languages.ts'
import type { words as english } from '../en/links.ts'

export const words: Words<typeof english> = {
  isLinked:
    'Du hast einen Link geöffnet: Das hat hier jemand getan. Deine eigene Arbeit bleibt erhalten.',
  isBrought:
    'Ein Link hat diese Texte in eine eigene Sandbox gebracht. Deine eigene Arbeit bleibt erhalten.',
  keep: 'Als meine behalten',
  back: 'Zurück zu meiner Arbeit',
  isKept: 'Das ist jetzt deine Arbeit.',
  notKept:
    'Der Speicher des Browsers ist voll oder gesperrt, darum lässt sich das nicht behalten. Deine eigene Arbeit ist, wie sie war.',
  faults: {
    'too large':
      'Dieser Link enthält mehr, als ein Link darf: entpackt 1 MiB, 5.000 Eingaben, 20 Texte, eine Welt mit 500 Hosts.',
    damaged:
      'Dieser Link wurde unterwegs abgeschnitten oder verändert. Lass ihn dir noch einmal schicken.',
    newer: 'Eine spätere Version von HELO World hat diesen Link gemacht.',
    strange: 'Dieser Link enthält keinen Stand.',
  } satisfies Record<LinkFault, string>,
  isOther: 'Dieser Link gehört zu einer anderen Seite.',
  openThere: 'Dort öffnen',
  ownInstead: 'Du siehst stattdessen deine eigene Arbeit.',
  shareTitle: 'Ein Link zu dem, was du siehst',
  shareAbout:
    'Im Link steht, was du getippt und bearbeitet hast; sonst verlässt nichts diese Seite. Wer ihn öffnet, sieht dasselbe.',
  address: 'Der Link',
  tooLong: (limit: string) =>
    `Das ist zu viel für einen Link: mehr als ${limit} Zeichen. Exportiere deine Arbeit stattdessen als Datei.`,
  copyLink: 'Link kopieren',
  copyMarkdown: 'Als Markdown kopieren',
  copyTag: 'Als Tag kopieren',
  copyFrame: 'Als iframe kopieren',
  qr: 'Der Link als QR-Code',
  qrTooLong: 'Der Link ist zu lang für einen QR-Code.',
  close: 'Schließen',
}
