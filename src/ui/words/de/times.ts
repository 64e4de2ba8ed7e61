import type { Words } from '../languages.ts'
import type { words as english } from '../en/times.ts'

export const words: Words<typeof english> = {
  milliseconds: (count: number) => `${count} ms`,
  seconds: (count: number | string) => `${String(count).replace('.', ',')} s`,
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
}
