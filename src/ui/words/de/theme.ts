import type { Words } from '../languages.ts'
import type { words as english } from '../en/theme.ts'

export const words: Words<typeof english> = {
  names: { system: 'auto', light: 'Tag', dark: 'Nacht' },
  change: (theme: string) => `Farben: ${theme}. Ändern`,
}
