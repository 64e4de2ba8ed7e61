import type { Dice } from '../dice.ts'
import { COIN } from './world.ts'

const NAME_CHARACTERS = 'slodiphv'
const EXPLAINING_CHARACTERS = `${NAME_CHARACTERS}crt`
const DELIMITERS = ['', '', '', '.', '-', '+', ',', '/', '_', '=', '.-', '+-=']

/** `%{…}` with its transformers (RFC 7208 §7.1), from the letters given. */
export function makeMacro(dice: Dice, characters: string): string {
  const character = dice.pick([...characters])
  const keep = dice.chance(0.4) ? String(dice.int(1, dice.chance(0.1) ? 200 : 4)) : ''
  const reversed = dice.chance(0.3) ? dice.pick(['r', 'R']) : ''
  return `%{${dice.chance(0.15) ? character.toUpperCase() : character}${keep}${reversed}${dice.pick(DELIMITERS)}}`
}

/** A name made of macros, below a name where existence depends on each character. */
export function makeMacroName(dice: Dice): string {
  const parts = dice.times(dice.int(1, 3), () =>
    dice.weigh([
      [8, makeMacro(dice, NAME_CHARACTERS)],
      [1, 'x%%y'],
      [1, 'x%-y'],
      [2, 'label'],
    ]),
  )
  return `${parts.join(dice.pick(['.', '.', '-', '._spf.']))}.${COIN}`
}

/** A domain's explanation of a `fail`: macros of all kinds, now and then with a mistake. */
export function makeExplanation(dice: Dice): string {
  const words = dice.times(dice.int(2, 6), () =>
    dice.weigh([
      [4, dice.pick(['Mail', 'from', 'is', 'not', 'ours:', 'see', 'https://example.org/why?'])],
      [7, makeMacro(dice, EXPLAINING_CHARACTERS)],
      [1, dice.pick(['%%', '%_', '%-'])],
      [0.25, dice.pick(['%', '%{z}', '%{d', '%x', '%{d0}', 'caf\u00e9', '%{i/r}'])],
    ]),
  )
  return words.join(' ')
}
