import type { Words } from '../languages.ts'
import type { words as english } from '../en/sizes.ts'

export const words: Words<typeof english> = {
  octets: (count: number) => (count === 1 ? '1 Oktett' : `${count} Oktette`),
  kilobytes: (count: string) => `${count.replace('.', ',')} KB`,
  megabytes: (count: string) => `${count.replace('.', ',')} MB`,
}
