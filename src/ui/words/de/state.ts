import type { Words } from '../languages.ts'
import type { words as english } from '../en/state.ts'

export const words: Words<typeof english> = {
  trouble: {
    replayed: 'Das Labor ist abgestürzt und wurde neu gestartet. Deine Arbeit ist vollständig da.',
    changed:
      'Die Lektion hat sich geändert; was du getippt hast, ließ sich darum nicht noch einmal tun. Deine Zonen sind, wie du sie verlassen hast; „Meine Arbeit exportieren“ nimmt auch deine Sitzung mit.',
    failed:
      'Das Labor ließ sich nicht öffnen. Lade die Seite neu; scheitert es wieder, setz die Lektion unter ihren Zielen zurück. Deine Arbeit bleibt erhalten.',
  },
  otherNames: 'Die Lektion beginnt von vorn, mit anderen Namen.',
  reset: 'Die Lektion ist zurückgesetzt.',
  imported: 'Die Arbeit aus der Datei ist hier.',
  undone: 'Deine Arbeit ist wieder da.',
  otherTab: 'Die Arbeit des anderen Tabs ist hier.',
  thisTab: 'Die Arbeit dieses Tabs bleibt.',
  done: 'Alle Schritte sind getan. Die Lektion ist geschafft.',
  met: (goal: string) => `Erreicht: ${goal}`,
  lost: (goal: string) => `Nicht mehr erreicht: ${goal}`,
  steps: (done: number, all: number) => `${done} von ${all} Schritten getan.`,
}
