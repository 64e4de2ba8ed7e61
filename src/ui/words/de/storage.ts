import type { Words } from '../languages.ts'
import type { words as english } from '../en/storage.ts'

export const words: Words<typeof english> = {
  errors: {
    blocked:
      'Dieser Browser behält nichts für diese Seite: Deine Arbeit bleibt, bis du die Seite verlässt.',
    full: 'Der Speicher des Browsers ist voll: Was du ab jetzt tust, bleibt, bis du die Seite verlässt.',
    broken:
      'Was hier gespeichert war, ließ sich nicht lesen; darum beginnt die Lektion neu. Eine Sicherung wurde behalten.',
    newer:
      'Deine Arbeit wurde von einer späteren Version von HELO World gespeichert; sie bleibt, wie sie ist.',
  },
}
