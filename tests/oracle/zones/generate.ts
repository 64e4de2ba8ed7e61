import { seededDice, seedOf, type Dice } from '../dice.ts'
import type { ZoneCase } from './case.ts'
import { makeRecord, ORIGIN, type Made } from './make-data.ts'
import { MISTAKES } from './mistakes.ts'

/** The case of this number; the same for the same seed. Two of three hold a mistake, each in turn. */
export function zoneCase(seed: number, id: number): ZoneCase {
  const dice = seededDice(seedOf(seed, id))
  const mistakes = id % 3 ? [MISTAKES[(id - Math.ceil(id / 3)) % MISTAKES.length]!] : []
  const head = makeHead(dice)
  const body = makeBody(dice)
  for (const mistake of mistakes) body.splice(dice.int(0, body.length), 0, mistake)
  const lines = [...head, ...body]
  return { id, origin: ORIGIN, text: `${lines.join('\n')}\n`, mistakes }
}

/** SOA, name server and the hosts that others point to. */
function makeHead(dice: Dice): string[] {
  const soa = dice.weigh([
    [3, '@ IN SOA ns1 hostmaster 2026010100 7200 3600 1209600 300'],
    [1, '@ SOA ns1.example.org. host\\.master.example.org. 1 2h 30M 2w 5m'],
    [1, '@ 1d IN SOA ns1 hostmaster ( 2026010100 ; serial\n  7200 3600\n\t1209600 300 )'],
    [1, 'example.org. IN 86400 SOA NS1 Hostmaster.Example.ORG. 7 1h 1h 1w 1h'],
  ])
  const hosts = [
    'mail A 192.0.2.25',
    'www A 192.0.2.80',
    ' AAAA 2001:db8::80',
    'host1 A 192.0.2.11',
  ]
  return [
    ...(dice.chance(0.9) ? [`$TTL ${dice.pick(['3600', '1h', '1D', '1h30m', '300'])}`] : []),
    soa,
    dice.pick([' NS ns1', '@ NS ns1', ' IN NS ns1.example.org. ; the only one']),
    'ns1 A 192.0.2.53',
    ...hosts,
  ]
}

function makeBody(dice: Dice): string[] {
  const lines: string[] = []
  let inheritable = false
  for (let index = 0; index < dice.int(3, 12); index++) {
    const made = makeRecord(dice)
    const inherits = inheritable && !made.alone && dice.chance(0.2)
    lines.push(writeRecord(dice, inherits ? '' : makeOwner(dice, index), made))
    inheritable = !made.alone
    if (dice.chance(0.1)) lines.push(dice.pick(['', '; a comment', '   ', '\t; ( "']))
    if (dice.chance(0.05)) lines.push(dice.pick([`$ORIGIN ${ORIGIN}.`, '$TTL 600']))
  }
  return lines
}

/** A name of its own for each record, so that aliases stand alone. */
const makeOwner = (dice: Dice, index: number): string =>
  dice.weigh([
    [6, `r${index}`],
    [2, `r${index}.sub`],
    [1, `R${index}.Example.ORG.`],
    [1, `_s${index}._tcp`],
    [0.7, `*.w${index}`],
    [0.7, `a\\.b${index}`],
    [0.7, `\\114${index}`],
    [0.3, `s\\032p${index}`],
  ])

/** TTL and class in either order, in lines of one or in parentheses. */
function writeRecord(dice: Dice, owner: string, { type, data }: Made): string {
  const head = dice.weigh([
    [4, ''],
    [2, 'IN '],
    [1, '300 '],
    [1, '1h IN '],
    [1, 'IN 2d '],
    [0.5, 'in '],
  ])
  const space = dice.weigh([
    [5, ' '],
    [1, '\t'],
    [1, '   '],
  ])
  const spelled = dice.chance(0.1) ? type.toLowerCase() : type
  const written = dice.chance(0.12) ? `(\n ${data} ; inside\n )` : data
  return `${owner}${space}${head}${spelled}${space}${written}${dice.chance(0.1) ? ' ; a note' : ''}`
}
