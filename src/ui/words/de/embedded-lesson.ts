import type { Words } from '../languages.ts'
import type { words as english } from '../en/embedded-lesson.ts'

export const words: Words<typeof english> = {
  noLesson: 'Sag mit dem Attribut `lesson`, welche Lektion, etwa `speak-smtp`.',
  absent: (slug: string) => `Auf dieser Website gibt es keine Lektion \`${slug}\`.`,
  blocked:
    'Die Lektion ließ sich nicht holen: Das Netz steht im Weg, oder diese Seite hat den Rahmen abgeschottet.',
  wants: { height: (least: number) => `eine Zahl von Pixeln, ${least} oder mehr` },
  noStep: (option: string, value: string, steps: string) =>
    `Das Attribut \`${option}\` ist \`${value}\`, und das ist kein Schritt dieser Lektion. Schreib Zahlen ab 1 oder Namen: ${steps}.`,
}
