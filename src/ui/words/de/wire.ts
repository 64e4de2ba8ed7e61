import type { Words } from '../languages.ts'
import type { words as english } from '../en/wire.ts'

export const words: Words<typeof english> = {
  title: 'Die Leitung',
  which: 'Welche Verbindung',
  between: 'So, wie man es von dazwischen sieht',
  none: 'Noch ging nichts über eine Leitung. Verbinde dich mit einem Server, mit `nc` im Terminal oder indem du eine Nachricht sendest: Jede Zeile erscheint hier, wie sie ging, mit ihrem Zeilenende, und was in Base64 verpackt ist, steht ausgepackt daneben.',
}
