import { randomBytes, randomInt } from 'node:crypto'

/** Letters and digits without those that look alike on a wall. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 6

/** What students show to join; short, for it is typed too. Guesses are limited. */
export const joinCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** What a teacher's or a student's page shows: 128 bits, never typed. */
export const pageKey = (): string => randomBytes(16).toString('base64url')
