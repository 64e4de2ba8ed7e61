import { seededRandom } from '../../core/random.ts'
import type { Lesson, Variant } from '../../lessons/lesson.ts'
import { swapper } from '../lesson-variant.ts'
import { germanGenitive } from './genitive.ts'
import { domains, networks, people, writtenDomains } from './names.ts'

/** Seeds from 1 up to this have a cast of their own. */
export const MOST_SEED = 999_999

/** Every lesson is proved with the seeds from 1 to this before a course goes out. */
export const PROVED_SEEDS = 20

/** How many variants a lesson has: its own, and one for each seed that it is proved with. */
export const variantCount = (
  lesson: Pick<Lesson, 'slug' | 'cast'> & { readonly variants: readonly unknown[] },
): number => lesson.variants.length + (Object.keys(castOf(lesson, 1)).length ? PROVED_SEEDS : 0)

/** The number in `seed-7`; undefined where a text is no name of a seed. */
export function seedOf(id: string): number | undefined {
  const [, digits] = /^seed-([1-9]\d*)$/.exec(id) ?? []
  const seed = Number(digits)
  return seed <= MOST_SEED ? seed : undefined
}

/**
 * The lesson with a variant more, `seed-7`, for {@link lessonVariant}. A name that is no seed, or of a lesson that
 * cannot be cast anew, leaves it as it is.
 */
export function withSeed(lesson: Lesson, id: string | undefined): Lesson {
  const seed = id === undefined ? undefined : seedOf(id)
  const made = seed === undefined ? undefined : seedVariant(lesson, seed)
  return made ? { ...lesson, variants: [...lesson.variants, made] } : lesson
}

/**
 * A variant made from a seed: the lesson or one of its variants, in turn, with other people, domains and networks.
 * It depends on the seed, the slug and the variants alone, so that a lesson has it with and without its prose.
 * @returns Undefined where nothing of the lesson may be cast anew.
 */
export function seedVariant(lesson: Lesson, seed: number): Variant | undefined {
  const cast = castOf(lesson, seed)
  if (!Object.keys(cast).length) return undefined
  const own = lesson.variants[(seed % (lesson.variants.length + 1)) - 1]?.swap ?? {}
  const recast = swapper({ id: '', swap: cast })
  const swapped = Object.entries(own).map(([word, other]) => [word, recast(other)])
  return { id: `seed-${seed}`, swap: { ...cast, ...Object.fromEntries(swapped) } }
}

/** Each word that may stand in a lesson, and the one that takes its place. */
function castOf(
  { slug, cast }: Pick<Lesson, 'slug' | 'cast'>,
  seed: number,
): Record<string, string> {
  const keeps = new Set(cast?.keeps)
  const turn = shift(slug) + seed * STEP
  return Object.fromEntries([
    ...(keeps.has('people')
      ? []
      : people.flatMap((pool) => turned(pool, turn)).flatMap(withMailbox)),
    ...(keeps.has('domains') ? [] : domainsAt(turn)),
    ...(keeps.has('networks') ? [] : turned(networks, shift(slug) + seed).flatMap(withReverse)),
  ])
}

type Swap = readonly [word: string, other: string]

/** More than a lesson has of the names at the head of a pool, so that two seeds in a row share none. */
const STEP = 7

/** All of a ring move on by so many places, one at least: no two words become one. */
const turned = (ring: readonly string[], by: number): Swap[] =>
  ring.map((word, at) => [word, ring[(at + 1 + (by % (ring.length - 1))) % ring.length]!])

const domainsAt = (turn: number): Swap[] =>
  writtenDomains.map((word, at) => [word, domains[(turn + at) % domains.length]!])

/** English needs no form of its own for “Bob’s”; German does. */
const withMailbox = ([name, other]: Swap): Swap[] => [
  [name, other],
  [germanGenitive(name), germanGenitive(other)],
  [name.toLowerCase(), other.toLowerCase()],
]

/** A network, and its name in the reverse tree. */
const withReverse = ([network, other]: Swap): Swap[] => [
  [network, other],
  [backwards(network), backwards(other)],
]

const backwards = (network: string): string => network.split('.').toReversed().join('.')

/** Where a lesson begins: two lessons of one seed have other names. */
function shift(slug: string): number {
  const mixed = [...slug].reduce((sum, sign) => Math.imul(sum, 31) + sign.codePointAt(0)!, 7)
  return Math.floor(seededRandom(mixed).next() * 1000)
}
