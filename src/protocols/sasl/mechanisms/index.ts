import type { Mechanism } from '../exchange.ts'
import { cramMd5 } from './cram-md5.ts'
import { login } from './login.ts'
import { oauthBearer } from './oauthbearer.ts'
import { plain } from './plain.ts'
import { scramSha1 } from './scram-sha-1.ts'
import { scramSha256 } from './scram-sha-256.ts'
import { xoauth2 } from './xoauth2.ts'

/** Every mechanism, the better ones first: the order in which servers announce them. */
export const mechanisms: readonly Mechanism[] = [
  scramSha256,
  scramSha1,
  oauthBearer,
  xoauth2,
  cramMd5,
  plain,
  login,
]

const byName = new Map(mechanisms.map((mechanism) => [mechanism.name, mechanism]))

/** @param name In upper or lower case. */
export const mechanismNamed = (name: string): Mechanism | undefined =>
  byName.get(name.toUpperCase())
