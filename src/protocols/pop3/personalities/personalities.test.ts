import { expect, test } from 'vitest'
import { dovecot } from './dovecot.ts'
import { teaching } from './teaching.ts'

test('a personality lists only the replies that differ from the default', () => {
  for (const [occasion, send] of Object.entries(dovecot.replies))
    expect([occasion, String(send)]).not.toEqual([
      occasion,
      String(teaching.replies[occasion as keyof typeof teaching.replies]),
    ])
  for (const [policy, value] of Object.entries(dovecot.policies))
    expect([policy, value]).not.toEqual([
      policy,
      teaching.policies[policy as keyof typeof teaching.policies],
    ])
})
