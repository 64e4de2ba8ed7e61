import { expect, test } from 'vitest'
import { commands } from './commands/index.ts'
import { completeLine } from './complete.ts'
import { FileTree } from './files/file-tree.ts'
import { openSession } from './session.ts'
import { fakeWorld } from './testing/fake-world.ts'

const file = { octets: new Uint8Array(0), changed: 0 }
const files = new FileTree(
  {
    folders: ['/home/you', '/home/you/zones'],
    files: ['notes', 'README', '.hidden', 'zones/example.org.zone'].map((name) => [
      `/home/you/${name}`,
      file,
    ]),
  },
  () => 0,
)

/** The line after Tab with a `|` for the cursor, then the choices. */
function tab(marked: string): string {
  const cursor = marked.indexOf('|')
  const line = marked.replace('|', '')
  const world = fakeWorld()
  const session = openSession(world.hosts[0]!, 'you', files)
  const { from, to, text, choices } = completeLine(line, cursor, { commands, world, session })
  const after = `${line.slice(0, from)}${text}|${line.slice(to)}`
  return [after, ...choices].join(' / ')
}

test.each([
  ['di|', 'di| / diff / dig'],
  ['  tel|', '  telnet |'],
  ['h|', 'h| / head / helo-world / help / history / host / hosts'],
  ['a=1 hist|', 'a=1 history |'],
  ['ls -l;hist|', 'ls -l;history |'],
  ['cat no|', 'cat notes |'],
  ['cat zo|', 'cat zones/|'],
  ['cat zones/e|', 'cat zones/example.org.zone |'],
  ['cat ./no|', 'cat ./notes |'],
  ['cat ~/no|', 'cat ~/notes |'],
  ['cat |', 'cat | / README / notes / zones/'],
  ['cat r|', 'cat r|'],
  ['nc mx.example.org 25 < no|', 'nc mx.example.org 25 < notes |'],
  ['echo a >zo|', 'echo a >zones/|'],
  ['hos|', 'host|'],
  ['zz|', 'zz|'],
  ['man di|', 'man di| / diff / dig'],
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
  ['swaks --qu|', 'swaks --quit-after |'],
  ['swaks --to bob@example.org --attach-t|', 'swaks --to bob@example.org --attach-type |'],
  ['sort -|', 'sort -| / -f / -k / -n / -o / -r / -t / -u'],
  ['dig +n|', 'dig +noall |'],
  ['openssl s_|', 'openssl s_client |'],
  ['openssl s_client -sta|', 'openssl s_client -starttls |'],
  ['helo-world |', 'helo-world | / check / lint / verify'],
  ['helo-world lint no|', 'helo-world lint notes |'],
  ['ssh bob@mx|', 'ssh bob@mx.example.org |'],
  ['dig @mx|', 'dig @mx.example.org |'],
  ['swaks -t a --attach @no|', 'swaks -t a --attach @notes |'],
  ['echo $US|', 'echo $USER |'],
  ['echo $HO|', 'echo $HO| / $HOME / $HOST / $HOSTNAME'],
  ['clear -|', 'clear -|'],
  ['nc mx| 25', 'nc mx.example.org| 25'],
  ['echo a|', 'echo a|'],
  ['clear |', 'clear |'],
])('%s ▶ %s', (before, after) => expect(tab(before)).toBe(after))
