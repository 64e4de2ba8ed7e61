import { expect, test } from 'vitest'
import { commands } from './commands/index.ts'
import { completeLine } from './complete.ts'
import { fakeWorld } from './testing/fake-world.ts'

/** The line after Tab with a `|` for the cursor, then the choices. */
function tab(marked: string): string {
  const cursor = marked.indexOf('|')
  const line = marked.replace('|', '')
  const { from, to, text, choices } = completeLine(line, cursor, commands, fakeWorld())
  const after = `${line.slice(0, from)}${text}|${line.slice(to)}`
  return [after, ...choices].join(' / ')
}

test.each([
  ['di|', 'dig |'],
  ['  tel|', '  telnet |'],
  ['h|', 'h| / help / history / host / hosts'],
  ['hos|', 'host|'],
  ['zz|', 'zz|'],
  ['man d|', 'man dig |'],
  ['help ne|', 'help netcat |'],
  ['nc mx|', 'nc mx.example.org |'],
  ['nc MX|', 'nc mx.example.org |'],
  ['telnet desk|', 'telnet desk.example.net |'],
  ['dig exa|', 'dig example.org |'],
  ['dig example.org ML|', 'dig example.org ML|'],
  ['dig example.org AA|', 'dig example.org AAAA |'],
  ['dig example.org aa|', 'dig example.org aaaa |'],
  ['dig example.org dnsk|', 'dig example.org dnskey |'],
  ['dig example.org dn|', 'dig example.org dn| / DNAME / DNSKEY'],
  ['dig ma|', 'dig mail.example.org |'],
  ['dig mx.example.org +s|', 'dig mx.example.org +short |'],
  ['nc mx| 25', 'nc mx.example.org| 25'],
  ['echo a|', 'echo a|'],
  ['clear |', 'clear |'],
])('%s ▶ %s', (before, after) => expect(tab(before)).toBe(after))
