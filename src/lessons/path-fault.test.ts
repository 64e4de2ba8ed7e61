import { expect, test } from 'vitest'
import { pathFault } from './path-fault.ts'

test.each([
  ['FROM:<alice@example.org>', 'none'],
  ['from:<>', 'none'],
  ['TO:<bob@example.net> NOTIFY=NEVER', 'none'],
  ['<alice@example.org>', 'keyword'],
  ['FROM <alice@example.org>', 'keyword'],
  ['FRO:<alice@example.org>', 'keyword'],
  ['', 'keyword'],
  ['FROM: <alice@example.org>', 'space'],
  ['FROM:alice@example.org', 'bracket'],
  ['FROM: alice@example.org', 'bracket'],
  ['FROM:alice@example.org>', 'bracket'],
  ['TO:<bob@example.net', 'bracket'],
  ['TO:<<bob@example.net>', 'bracket'],
])('%s: %s', (argument, fault) => expect(pathFault(argument)).toBe(fault))
