import { blue, bold, cyan, dim, green, red, yellow } from '../../core/text/ansi.ts'

/** Puts colour on words, or leaves them as they are. */
export type Paint = (tone: Tone, text: string) => string

export type Tone = keyof typeof tones

const tones = { bold, faint: dim, red, green, yellow, blue, cyan } as const

export const plain: Paint = (_, text) => text

export const coloured: Paint = (tone, text) => tones[tone](text)

export const paintFor = (colour: 'yes' | 'no'): Paint => (colour === 'yes' ? coloured : plain)

/**
 * Control characters as the pictures of them (U+2400 on): what a stranger put into a zone or a
 * message cannot move the cursor or change the terminal. Line ends stay.
 */
export const printable = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\0-\x09\x0b-\x1f]/g, pictureOf).replace(/[\x7f-\x9f]/g, '\u2421')

const pictureOf = (character: string): string =>
  String.fromCharCode(0x2400 + character.charCodeAt(0))
