const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/[\u223c\uff5e]/gu, '~'],
  [/[\p{Z}\t\r\n]+/gu, ' '],
  [/[\u2018-\u201f\p{C}]/gu, ''],
]

/**
 * A text with the ASCII that was meant by characters that only look like it, or cannot be seen.
 * @returns `undefined` where others are among them.
 */
export function inAscii(written: string): string | undefined {
  const plain = LOOK_ALIKES.reduce((text, [like, ascii]) => text.replace(like, ascii), written)
  return /[^ -~]/.test(plain) ? undefined : plain
}

/** `U+00A0`, of the first character. */
export const codeOf = (text: string): string =>
  `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Whether the first character leaves nothing to be seen. */
export const isInvisible = (text: string): boolean => /^[\p{Z}\p{C}]/u.test(text)
