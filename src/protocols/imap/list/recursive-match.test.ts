import { expect, test } from 'vitest'
import { loggedInClient, storeOf } from '../testing/client.ts'

const INFO = ' ("CHILDINFO" ("SUBSCRIBED"))'

/** Lists with the subscriptions `a/b`, `c`, `c/d/e`, `gone/x` and others that a row names. */
function listed(patterns: string, ...subscriptions: readonly string[]): string[] {
  const store = storeOf()
  const account = store.open('bob')
  for (const name of ['a', 'a/b', 'c', 'c/d', 'c/d/e']) account.create(name)
  account.setSubscription('INBOX', 'unsubscribed')
  for (const name of ['a/b', 'c', 'c/d/e', ...subscriptions])
    account.setSubscription(name, 'subscribed')
  return loggedInClient(store)
    .say(`a LIST (SUBSCRIBED RECURSIVEMATCH) "" ${patterns}`)
    .slice(0, -1)
    .map((line) => {
      const [, attributes, name, info] = /^\* LIST \((.*)\) "\/" (\S+)(.*)$/.exec(line)!
      return `${name}${attributes!.includes('\\Subscribed') ? ' subscribed' : ''}${info}`
    })
}

test.each([
  // The subscribed name below is returned itself: `a` would say nothing new.
  ['(a a/b)', [], ['a/b subscribed']],
  ['(a/b a)', [], ['a/b subscribed']],
  ['a*', [], ['a/b subscribed']],
  ['a', [], [`a${INFO}`]],
  ['%', [], [`a${INFO}`, `c subscribed${INFO}`]],
  ['*', [], ['a/b subscribed', `c subscribed${INFO}`, 'c/d/e subscribed']],
  ['(c c/d)', [], [`c subscribed${INFO}`, `c/d${INFO}`]],
  ['(c/d c/d/e)', [], ['c/d/e subscribed']],
  ['(c c/d/e)', [], [`c subscribed${INFO}`, 'c/d/e subscribed']],
  // One of two is returned, so there is another to be told of.
  ['(a a/b)', ['a/z'], [`a${INFO}`, 'a/b subscribed']],
  // A name that is chosen itself says whether there are others below.
  ['(a a/b)', ['a'], [`a subscribed${INFO}`, 'a/b subscribed']],
  ['(c/d/e a/b)', [], ['a/b subscribed', 'c/d/e subscribed']],
  ['(gone gone/x)', ['gone/x'], ['gone/x subscribed']],
  ['gone', ['gone/x'], [`gone${INFO}`]],
  ['x', [], []],
])('LIST (SUBSCRIBED RECURSIVEMATCH) "" %s, and %o subscribed too', (patterns, more, lines) =>
  expect(listed(patterns, ...more)).toEqual(lines),
)

test('with SPECIAL-USE, only special mailboxes below count', () => {
  const store = storeOf()
  const account = store.open('bob')
  account.create('a/Sent', { specialUse: '\\Sent' })
  account.create('b/c')
  for (const name of ['a/Sent', 'b/c']) account.setSubscription(name, 'subscribed')
  const lines = loggedInClient(store).say('a LIST (SUBSCRIBED SPECIAL-USE RECURSIVEMATCH) "" %')
  expect(lines).toEqual([
    '* LIST (\\NonExistent \\HasChildren) "/" a ("CHILDINFO" ("SUBSCRIBED"))',
    'a OK LIST completed',
  ])
})
