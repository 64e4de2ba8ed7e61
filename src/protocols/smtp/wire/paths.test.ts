import { describe, expect, test } from 'vitest'
import { span } from '../../../core/span.ts'
import { addressKey, addressOf, readPath } from './paths.ts'

/** The address in a path, or `<>`, or `postmaster`; with its route in front. */
function read(text: string): string {
  const found = readPath(text, 0)
  if (!found.ok)
    return `at ${found.problem.span.from}-${found.problem.span.to}: ${found.problem.message}`
  const { path } = found
  if (path.kind !== 'mailbox') return path.kind
  return [...path.route, addressOf(path.mailbox)].join(' ')
}

describe('a path', () => {
  test.each([
    ['<>', 'null'],
    ['<postmaster>', 'postmaster'],
    ['<POSTMASTER>', 'postmaster'],
    ['<postmaster@example.org>', 'postmaster@example.org'],
    ['<a@b>', 'a@b'],
    ['<A.b+c@Example.ORG>', 'A.b+c@Example.ORG'],
    ['<"a b"@example.org>', '"a b"@example.org'],
    ['<"a@b"@example.org>', '"a@b"@example.org'],
    ['<"a>b"@example.org>', '"a>b"@example.org'],
    ['<"a\\"b"@example.org>', '"a\\"b"@example.org'],
    ['<""@example.org>', '""@example.org'],
    ['<a@[192.0.2.1]>', 'a@[192.0.2.1]'],
    ['<a@[192.000.002.001]>', 'a@[192.000.002.001]'],
    ['<a@[IPv6:2001:db8::1]>', 'a@[IPv6:2001:db8::1]'],
    ['<a@[IPv6:1:2:3:4:5:6::]>', 'a@[IPv6:1:2:3:4:5:6::]'],
    ['<a@[ipv6:::ffff:192.0.2.1]>', 'a@[ipv6:::ffff:192.0.2.1]'],
    ['<a@xn--bcher-kva.example>', 'a@xn--bcher-kva.example'],
    ['<jürgen@bücher.example>', 'jürgen@bücher.example'],
    ['<@one.example:a@b.example>', 'one.example a@b.example'],
    ['<@one.example,@two.example:a@b.example>', 'one.example two.example a@b.example'],
  ])('%s is read as %s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('what is no path is pointed at', () => {
  test.each([
    ['', 'at 0-0: Angle brackets are missing'],
    ['a@b.example SIZE=1', 'at 0-11: Angle brackets are missing'],
    ['<', 'at 1-2: An address needs an `@` and a domain'],
    ['<a@b.example', 'at 0-12: The angle bracket `<` is not closed with `>`'],
    ['<a>', 'at 1-2: An address needs an `@` and a domain'],
    ['<a@>', 'at 3-4: A domain such as `example.net` is missing here'],
    ['<@b.example>', 'at 1-11: Something must stand before the `@`'],
    ['<@b.example,a@c.example>', 'at 1-12: A source route ends with a colon'],
    ['<a..b@c.example>', 'at 2-4: Two dots meet'],
    ['<.a@c.example>', 'at 1-2: An address does not begin with a dot'],
    ['<a.@c.example>', 'at 2-3: No dot stands right before the `@`'],
    ['<a b@c.example>', 'at 2-3: An address has no spaces, unless in quotes'],
    ['<a;b@c.example>', 'at 2-3: `;` cannot stand here, unless in quotes'],
    ['<"a@c.example>', 'at 1-14: The quotes are not closed'],
    ['<"a\\"@c.example>', 'at 1-16: The quotes are not closed'],
    ['<a@b..example>', 'at 5-6: A part of the domain is empty'],
    ['<a@.example>', 'at 3-4: A part of the domain is empty'],
    ['<a@b.example.>', 'at 13-14: A domain in SMTP has no dot at its end'],
    ['<a@b_c.example>', 'at 3-6: A host name has no underscore'],
    ['<a@-b.example>', 'at 3-5: A part of a domain neither begins nor ends with a hyphen'],
    ['<a@b!.example>', 'at 3-5: A domain has only letters, digits, hyphens and dots'],
    ['<a@[192.0.2]>', 'at 3-12: Write an address literal as'],
    ['<a@[IPv6:2001:db8:1:2:3:4:5::1]>', 'at 3-31: Write an address literal as'],
    ['<a@[IPv6:1:2:3:4:5:6:7::]>', 'at 3-25: Write an address literal as'],
    ['<a@[2001:db8::1]>', 'at 3-16: Write an address literal as'],
    ['<a@b.example c>', 'at 12-14: ` ` cannot stand here'],
  ])('%s: %s', (text, expected) => expect(read(text)).toContain(expected))
})

test.each([
  [64, 'b.example', true],
  [65, 'b.example', false],
  [64, `${'b'.repeat(63)}.`.repeat(2) + 'c'.repeat(61), true],
  [64, `${'b'.repeat(63)}.`.repeat(2) + 'c'.repeat(62), false],
])('a local part of %i octets at %s', (length, domain, ok) =>
  expect(readPath(`<${'a'.repeat(length)}@${domain}>`, 0).ok).toBe(ok),
)

test('a path ends where its bracket does, and may stand anywhere in a line', () => {
  expect(readPath('FROM:<a@b.example> SIZE=1', 5)).toMatchObject({ ok: true, end: 18 })
  const unclosed = readPath('FROM:<a@> SIZE=1', 5)
  expect(unclosed).toMatchObject({ ok: false, problem: { span: span(8, 9) } })
})

describe('one mailbox, however it is written', () => {
  test.each([
    ['Bob@Example.ORG', 'bob@example.org', true],
    ['"bob"@example.org', 'bob@example.org', true],
    ['"b\\ob"@example.org', 'bob@example.org', true],
    ['a@bücher.example', 'a@xn--bcher-kva.example', true],
    ['bob+1@example.org', 'bob@example.org', false],
    ['bob@example.com', 'bob@example.org', false],
  ])('%s and %s: %s', (one, other, same) =>
    expect(addressKey(one) === addressKey(other)).toBe(same),
  )
  test.each(['', 'bob', '@', 'bob@', 'bob@example.org>', 'a@b c'])('%s is no address', (text) =>
    expect(addressKey(text)).toBeUndefined(),
  )
})
