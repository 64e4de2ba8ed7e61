import { fieldNamed } from '../../../src/message/field.ts'
import { latin1 } from '../../../src/core/bytes.ts'
import { parseMessage } from '../../../src/message/parse.ts'
import { seededDice, seedOf, type Dice } from '../dice.ts'
import type { DkimCase } from './case.ts'
import { DOMAIN } from './keys.ts'
import { makeMessage } from './make-message.ts'

/** The case of this number; the same for the same seed. Eight numbers go through all pairs. */
export function dkimCase(seed: number, id: number): DkimCase {
  const dice = seededDice(seedOf(seed, id))
  const message = makeMessage(dice)
  const identity = dice.weigh<string | undefined>([
    [4, undefined],
    [1, `@${DOMAIN}`],
    [1, `ann@mail.${DOMAIN}`],
  ])
  return {
    id,
    message,
    algorithm: id & 4 ? 'ed25519-sha256' : 'rsa-sha256',
    header: id & 1 ? 'simple' : 'relaxed',
    body: id & 2 ? 'simple' : 'relaxed',
    fields: chooseFields(dice, message),
    ...(identity !== undefined && { identity }),
    counted: dice.chance(0.2),
    seed: seedOf(seed + 1, id),
  }
}

/** `From`, and others that are there, that stand twice, or that are not there at all. */
function chooseFields(dice: Dice, message: string): string[] {
  const { fields } = parseMessage(latin1(message))
  const from = fieldNamed({ fields }, 'From')!
  const present = fields.filter((field) => field !== from && field.lower !== 'received')
  const names = dice.shuffle([from, ...dice.some(present, 0.8)]).map(({ name }) => name)
  const oversigned = dice.some(['From', 'Subject', 'To', 'Reply-To'], 0.4)
  return [...names, ...oversigned]
}
