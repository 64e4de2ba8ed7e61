import { classLimits } from './protocol.ts'

/** Controls, marks that turn the writing direction, and what is not seen; but for what joins characters. */
const UNSEEN = /(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/gu

const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u

/** More of what is set above and below a letter than any language needs. */
const PILE = /(\p{M}{3})\p{M}+/gu

/** A name as a board can show it: one line, of limited length; may be empty. */
export function cleanName(wished: string): string {
  const plain = wished.normalize('NFC').replace(UNSEEN, ' ').replace(PILE, '$1')
  const line = [...plain.replace(/\s+/g, ' ').trim()].slice(0, classLimits.name).join('').trim()
  return SEEN.test(line) ? line : ''
}

/** A name that no other student of the class has: `Ann 2`. The empty one is everybody's. */
export function uniqueName(name: string, others: Iterable<{ readonly name: string }>): string {
  const taken = new Set([...others].map((one) => one.name.toLowerCase()))
  if (name === '' || !taken.has(name.toLowerCase())) return name
  for (let count = 2; ; count++) {
    const end = ` ${count}`
    const made = `${[...name]
      .slice(0, classLimits.name - end.length)
      .join('')
      .trim()}${end}`
    if (!taken.has(made.toLowerCase())) return made
  }
}
