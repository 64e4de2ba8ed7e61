import type { CommandContext } from '../command.ts'
import { keyPool, type PooledKey } from './pool.ts'

/** The key that a world makes under a name: the same for the same name, at each replay. */
export function pickKey(name: string, { world }: CommandContext): PooledKey {
  let hash = world.spec.seed >>> 0
  for (const character of name) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) >>> 0
  return keyPool[hash % keyPool.length]!
}

/** DER in base64 as PEM: lines of 64 characters. */
export const pemOf = (label: string, base64: string): string =>
  `-----BEGIN ${label}-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`
