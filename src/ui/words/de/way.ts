import type { Words } from '../languages.ts'
import type { words as english } from '../en/way.ts'

export const words: Words<typeof english> = {
  results: 'Authentication-Results',
  writtenBy: 'Geschrieben von',
  isLast: ', dem Server, der die Nachricht zuletzt annahm.',
  isOther: ', nicht dem Server, der die Nachricht zuletzt annahm: Verlass dich nicht darauf.',
  unnamed: 'Das Feld nennt nicht, wer geurteilt hat: Verlass dich nicht darauf.',
  nothingChecked: 'Nichts wurde geprüft.',
  noResults: 'Kein Server hat aufgeschrieben, was er geprüft hat.',
  forgeable: {
    first:
      'Auch ein Absender kann ein solches Feld schreiben. Ein Server löscht die, die seinen eigenen Namen tragen',
    second: ', und ein Leser glaubt nur seinem eigenen Server',
    end: '.',
  },
  hops: 'Stationen',
  sawAddress: (ip: string) => `er sah die Adresse ${ip}`,
  order: 'Vom ersten Server zum letzten, wie die `Received`-Felder es sagen.',
  noHops: 'Kein Server hat ein Feld `Received` geschrieben.',
  later: (time: string) => `${time} später`,
  sameSecond: 'in derselben Sekunde',
  earlier: (time: string) =>
    `${time} früher als die Station davor: Eine Uhr geht falsch, oder ein Feld ist erfunden`,
}
