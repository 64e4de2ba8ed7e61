import type { Words } from '../languages.ts'
import type { words as english } from '../en/editor.ts'

export const words: Words<typeof english> = {
  also: 'Außerdem:',
  labels: {
    zone: (origin: string) => `Zone ${origin}`,
    settings: (host: string) => `Einstellungen von ${host}`,
    message: (name: string) => `Nachricht ${name}`,
  },
  noProblems: 'Keine Probleme hier.',
  at: (severity: string, line: number, message: string, fix: string | undefined) =>
    `${severity} in Zeile ${line}: ${message}${fix ? ` Abhilfe mit Strg oder Command und Punkt: ${fix}.` : ''}`,
  inLine: (severity: string, line: number) => `${severity} in Zeile ${line}`,
  line: (line: number) => `, Zeile ${line}`,
  fix: 'Abhilfe:',
  why: 'Warum',
  more: (count: number) => `, und ${count} weitere in dieser Zeile`,
  aboutRule: 'Mehr über diese Regel',
}
