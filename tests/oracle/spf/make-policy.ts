import { parseIp, unmapIpv4 } from '../../../src/core/ip.ts'
import type { Dice } from '../dice.ts'
import { BROKEN_TERMS, BROKEN_VERSIONS, ODD_TERMS } from './broken-terms.ts'
import { makeMacroName } from './make-macro.ts'

/** The names of one little Internet, by what stands there. */
export interface Names {
  /** The client's address. */
  readonly ip: string
  /** Names with an SPF record; the sender's first. */
  readonly policies: readonly string[]
  readonly hosts: readonly string[]
  readonly domains: readonly string[]
  readonly explanations: readonly string[]
  readonly absent: readonly string[]
  readonly aliases: readonly string[]
}

/** The text of an SPF record. `next` is a policy it includes or redirects to more often. */
export function makePolicy(dice: Dice, names: Names, next: string | undefined): string {
  const version = dice.chance(0.03) ? dice.pick(BROKEN_VERSIONS) : dice.pick(VERSIONS)
  const count = dice.weigh([
    [8, dice.int(1, 4)],
    [2, dice.int(5, 9)],
    [1, dice.int(10, 13)],
  ])
  const terms = dice.times(count, () => makeMechanism(dice, names, next))
  const last = dice.weigh([
    [7, [`${dice.pick(['-', '-', '~', '?', '+', ''])}${dice.pick(['all', 'all', 'ALL'])}`]],
    [3, [`redirect=${next ?? policyName(dice, names)}`]],
    [2, []],
  ])
  const modifiers = dice.chance(0.4) ? [makeModifier(dice, names)] : []
  const all = [...terms, ...last]
  for (const modifier of modifiers) all.splice(dice.int(0, all.length), 0, modifier)
  if (dice.chance(0.08)) all.splice(dice.int(0, all.length), 0, brokenTerm(dice, names))
  if (dice.chance(0.08)) all.splice(dice.int(0, all.length), 0, dice.pick(ODD_TERMS))
  return [version, ...all].join(dice.chance(0.05) ? '  ' : ' ') + (dice.chance(0.04) ? ' ' : '')
}

const VERSIONS = ['v=spf1', 'v=spf1', 'v=spf1', 'V=SPF1', 'v=Spf1']

const brokenTerm = (dice: Dice, names: Names): string =>
  dice.pick(BROKEN_TERMS).replace('NAME', hostName(dice, names))

function makeMechanism(dice: Dice, names: Names, next: string | undefined): string {
  const qualifier = dice.pick(['', '', '', '+', '-', '~', '?'])
  const written = dice.weigh([
    [3, () => `ip4:${network4(dice, names)}`],
    [3, () => `ip6:${network6(dice, names)}`],
    [4, () => `a${onName(dice, names)}${dualPrefix(dice)}`],
    [3, () => `mx${onName(dice, names)}${dualPrefix(dice)}`],
    [1.5, () => `ptr${dice.chance(0.4) ? '' : `:${ptrName(dice, names)}`}`],
    [2, () => `exists:${dice.chance(0.7) ? makeMacroName(dice) : hostName(dice, names)}`],
    [4, () => `include:${next && dice.chance(0.6) ? next : policyName(dice, names)}`],
  ])()
  return qualifier + (dice.chance(0.08) ? upperName(written) : written)
}

const upperName = (term: string): string => term.replace(/^\w+/, (name) => name.toUpperCase())

const makeModifier = (dice: Dice, names: Names): string =>
  dice.weigh([
    [6, `exp=${dice.chance(0.85) ? dice.pick(names.explanations) : dice.pick(names.absent)}`],
    [1, `exp=%{l1}.${dice.pick(names.explanations)}`],
    [1, `EXP=${dice.pick(names.explanations)}`],
    [1, `moo=${dice.pick(['', 'yes', '%{d}', 'a:b,c'])}`],
    [1, `redirect=${policyName(dice, names)}`],
  ])

const policyName = (dice: Dice, names: Names): string =>
  dice.weigh([
    [10, dice.pick(names.policies)],
    [1, dice.pick(names.hosts)],
    [1, dice.pick(names.absent)],
    [0.5, dice.pick(names.aliases)],
    [0.7, '%{d}'],
    [0.5, makeMacroName(dice)],
  ])

const hostName = (dice: Dice, names: Names): string =>
  dice.weigh([
    [8, dice.pick(names.hosts)],
    [3, dice.pick(names.domains)],
    [1.2, dice.pick(names.absent)],
    [1, dice.pick(names.aliases)],
    [0.5, dice.pick(names.policies)],
    [0.7, makeMacroName(dice)],
    [0.3, `${dice.pick(names.hosts)}.`],
    [0.2, `${'n'.repeat(64)}.example.org`],
    [0.2, `${dice.times(8, () => 'a'.repeat(40)).join('.')}.${dice.pick(names.hosts)}`],
  ])

const ptrName = (dice: Dice, names: Names): string =>
  dice.weigh([
    [3, 'example.com'],
    [2, 'example.org'],
    [1, 'ample.com'],
    [2, dice.pick(names.hosts)],
    [1, '%{d2}'],
  ])

/** `a` and `mx` without a name look at the record's own domain (§4.8). */
const onName = (dice: Dice, names: Names): string =>
  dice.chance(0.25) ? '' : `:${hostName(dice, names)}`

const dualPrefix = (dice: Dice): string =>
  dice.weigh([
    [6, ''],
    [2, `/${dice.int(0, 32)}`],
    [1, `//${dice.int(0, 128)}`],
    [1, `/${dice.int(0, 32)}//${dice.int(0, 128)}`],
  ])

function network4(dice: Dice, { ip }: Names): string {
  const client = unmapIpv4(parseIp(ip)!)
  const near = client.length === 4 && dice.chance(0.4) ? client.join('.') : undefined
  const base = near ?? `${dice.pick(['192.0.2', '198.51.100', '203.0.113'])}.${dice.int(0, 255)}`
  return dice.chance(0.5)
    ? base
    : `${base}/${dice.weigh([
        [3, dice.int(24, 32)],
        [1, dice.int(0, 32)],
      ])}`
}

function network6(dice: Dice, { ip }: Names): string {
  const near = ip.includes(':') && dice.chance(0.4) ? ip : undefined
  const base = near ?? dice.pick(BASES6)
  return dice.chance(0.5)
    ? base
    : `${base}/${dice.weigh([
        [3, dice.int(32, 128)],
        [1, dice.int(0, 128)],
      ])}`
}

const BASES6 = [
  '2001:db8::',
  '2001:DB8::1',
  '2001:db8:0:0:0:0:0:2',
  '2001:db8::192.0.2.1',
  '::ffff:192.0.2.7',
  '::1',
  '::',
]
