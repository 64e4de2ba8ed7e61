import { expect, test } from 'vitest'
import { dovecot } from './dovecot.ts'
import { teaching } from './teaching.ts'

test('a personality lists only the replies that differ from the default', () => {
  for (const [occasion, responses] of Object.entries(dovecot.words))
    expect([occasion, String(responses)]).not.toEqual([
      occasion,
      String(teaching.words[occasion as keyof typeof teaching.words]),
    ])
  for (const [policy, value] of Object.entries(dovecot.policies))
    expect([policy, value]).not.toEqual([
      policy,
      teaching.policies[policy as keyof typeof teaching.policies],
    ])
})
