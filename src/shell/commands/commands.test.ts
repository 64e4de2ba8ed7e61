import { describe, expect, test } from 'vitest'
import { fakeWorld } from '../testing/fake-world.ts'
import { openShell } from '../testing/open-shell.ts'
import { withoutColours } from '../../core/text/ansi.ts'
import { renderPage } from '../man-page.ts'
import { textWidth } from '../../core/text/width.ts'
import { commands } from './index.ts'

/** The lines that a command line prints. */
function run(line: string, world = fakeWorld()): string[] {
  const { shell, newLines } = openShell(world)
  shell.type(`${line}\r`)
  return newLines()
    .slice(1)
    .map((printed) => printed.replace(/^program: /, ''))
}

const SPF = String.raw`"v=spf1 mx " "-all \"\\\233"`

const header = (status: string, answers: number, authority = 0) => [
  ';; Got answer:',
  expect.stringMatching(
    new RegExp(`^;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: \\d+$`),
  ) as string,
  `;; flags: qr rd ra; QUERY: 1, ANSWER: ${answers}, AUTHORITY: ${authority}, ADDITIONAL: 0`,
  '',
]

const footer = ['', ';; SERVER: the simulated Internet', ';; WHEN: Tue Nov 04 09:00:00 UTC 2025']

const SOA =
  'example.org.    300    IN    SOA    ns1.example.org. hostmaster.example.org. 1 7200 3600 1209600 300'

describe('dig prints', () => {
  test.each<[line: string, printed: string[]]>([
    [
      'dig example.org MX',
      [
        '; <<>> HELO World <<>> example.org MX',
        ...header('NOERROR', 2),
        ';; QUESTION SECTION:',
        ';example.org.        IN        MX',
        '',
        ';; ANSWER SECTION:',
        'example.org.    3600    IN    MX    10 mx.example.org.',
        'example.org.    3600    IN    MX    20 backup.example.org.',
        ...footer,
      ],
    ],
    [
      'dig mail.example.org',
      [
        '; <<>> HELO World <<>> mail.example.org',
        ...header('NOERROR', 2),
        ';; QUESTION SECTION:',
        ';mail.example.org.        IN        A',
        '',
        ';; ANSWER SECTION:',
        'mail.example.org.    60      IN    CNAME    mx.example.org.',
        'mx.example.org.      3600    IN    A        192.0.2.25',
        ...footer,
      ],
    ],
    [
      'dig nothing.example.org MX',
      [
        '; <<>> HELO World <<>> nothing.example.org MX',
        ...header('NXDOMAIN', 0, 1),
        ';; QUESTION SECTION:',
        ';nothing.example.org.        IN        MX',
        '',
        ';; AUTHORITY SECTION:',
        SOA,
        '',
        ';; NXDOMAIN: no name `nothing.example.org` exists, with any type of record.',
        ...footer,
      ],
    ],
    [
      'dig mx.example.org MX +noall +comments +authority',
      [
        ...header('NOERROR', 0, 1),
        ';; AUTHORITY SECTION:',
        SOA,
        '',
        ';; NODATA: `mx.example.org` exists, but has no record of type MX.',
      ],
    ],
    ['dig example.org MX +short', ['10 mx.example.org.', '20 backup.example.org.']],
    ['dig MX example.org +short', ['10 mx.example.org.', '20 backup.example.org.']],
    ['dig mx EXAMPLE.org. +short', ['10 mx.example.org.', '20 backup.example.org.']],
    ['dig +short -t TXT -q example.org', [SPF]],
    ['dig +short -tTXT IN example.org', [SPF]],
    ['dig mail.example.org +short', ['mx.example.org.', '192.0.2.25']],
    ['dig -x 192.0.2.25 +short', ['mx.example.org.']],
    ['dig nothing.example.org +short', []],
    ['dig +short mx.example.org A mx.example.org AAAA', ['192.0.2.25', '2001:db8::25']],
    ['dig +short mx.example.org A AAAA', ['192.0.2.25', '2001:db8::25']],
    [
      'dig @192.0.2.53 mx.example.org +short',
      [';; One resolver knows all zones here: @ changes nothing.', '192.0.2.25'],
    ],
    [
      'dig example.org MX +noall +answer',
      [
        'example.org.    3600    IN    MX    10 mx.example.org.',
        'example.org.    3600    IN    MX    20 backup.example.org.',
      ],
    ],
    [
      'dig slow.example.org +nocmd',
      [';; communications error: timed out', ';; no servers could be reached'],
    ],
    [
      'dig broken.example.org +noall +comments',
      [
        ...header('SERVFAIL', 0).slice(0, 3),
        '',
        ';; SERVFAIL: the name servers of `broken.example.org` are broken or contradict themselves.',
      ],
    ],
    ['dig', ['usage: dig name type', 'Ask about a name: `dig example.org MX`, for instance.']],
  ])('%s', (line, printed) => expect(run(line)).toEqual(printed))

  test('the same question has the same id', () =>
    expect(run('dig example.org MX')).toEqual(run('dig example.org MX')))
})

describe('dig marks', () => {
  test.each<[line: string, marked: string, message: string]>([
    [
      'dig example.org MXX',
      'MXX',
      '`MXX` is no record type that is known here. Did you mean `MX`?',
    ],
    ['dig example.org TEXT', 'TEXT', 'Did you mean `TXT`?'],
    ['dig example.org XYZZY', 'XYZZY', 'Types are `MX`, `TXT`, `A`'],
    ['dig ANY example.org', 'ANY', 'RFC 8482'],
    ['dig example.org DKIM', 'DKIM', '`selector._domainkey.example.org`'],
    ['dig bob@example.org', 'bob@example.org', '`dig example.org MX`'],
    ['dig -x example.org', 'example.org', 'IP address'],
    ['dig -x', '-x', 'address to look up is missing'],
    ['dig -z example.org', '-z', 'knows the options'],
    ['dig -c CH example.org', 'CH', 'only class in use'],
    ['dig example.org +shrt', '+shrt', 'Did you mean `+short`?'],
    ['dig example.org +trace', '+trace', 'one simulated resolver'],
    ['dig example.org +qwertz', '+qwertz', 'only `+short`'],
    ['dig a..example.org', 'a..example.org', 'Two dots'],
    [`dig ${'a'.repeat(64)}.example.org`, `${'a'.repeat(64)}.example.org`, 'too long'],
    ['dig ""', '""', 'empty name'],
  ])('%s', (line, marked, message) => {
    const [shown, mark, ...rest] = run(line)
    expect(shown!.slice(mark!.indexOf('^'), mark!.lastIndexOf('^') + 1)).toBe(marked.slice(0, 60))
    expect(rest.join(' ')).toContain(message)
  })
})

describe('nc and telnet report why there is no connection', () => {
  test.each<[line: string, printed: unknown[]]>([
    [
      'nc mx.example.org 26',
      [
        'nc: connect to mx.example.org (192.0.2.25) port 26 (tcp) failed: Connection refused',
        'nc: connect to mx.example.org (2001:db8::25) port 26 (tcp) failed: Connection refused',
        'The host is there, but no program listens on port 26. `hosts` shows the open ports.',
      ],
    ],
    [
      'nc 203.0.113.1 25',
      [
        'nc: connect to 203.0.113.1 (203.0.113.1) port 25 (tcp) failed: No route to host',
        'No host of this simulated Internet has that address. `hosts` lists them all.',
      ],
    ],
    [
      'nc mx.exmaple.org 25',
      [
        'nc: getaddrinfo for host "mx.exmaple.org" port 25: Name or service not known',
        'No address is published for `mx.exmaple.org`. Did you mean `mx.example.org`?',
      ],
    ],
    [
      'nc example.org 25',
      [
        'nc: getaddrinfo for host "example.org" port 25: Name or service not known',
        '`example.org` has no address of its own. Its mail is received by `mx.example.org`: try `nc mx.example.org 25`.',
      ],
    ],
    [
      'nc slow.example.org 25',
      [
        'nc: getaddrinfo for host "slow.example.org" port 25: Temporary failure in name resolution',
        'The name servers gave no answer just now. Try again later.',
      ],
    ],
    [
      'telnet 192.0.2.25 26',
      [
        'Trying 192.0.2.25...',
        'telnet: Unable to connect to remote host: Connection refused',
        'The host is there, but no program listens on port 26. `hosts` shows the open ports.',
      ],
    ],
    [
      'telnet nowhere.example 25',
      [
        'telnet: could not resolve nowhere.example/25: Name or service not known',
        'No address is published for `nowhere.example`. `hosts` lists who is on this simulated Internet.',
      ],
    ],
    [
      'nc mx.example.org',
      [
        'usage: nc host port',
        'The port is missing: `nc mx.example.org 25`, for instance. SMTP listens on port 25, POP3 on 110, IMAP on 143.',
      ],
    ],
    [
      'telnet mx.example.org:587',
      ['usage: telnet host port', 'Write a space before the port: `telnet mx.example.org 587`.'],
    ],
    [
      'netcat',
      [
        'usage: nc host port',
        'Name the host and the port to connect to: `nc mx.example.org 25`, for instance. SMTP listens on port 25, POP3 on 110, IMAP on 143.',
      ],
    ],
    [
      'nc mx.example.org 70000',
      [
        '  nc mx.example.org 70000',
        '                    ^^^^^',
        'A port is a number from 1 to 65535. SMTP listens on `25`, POP3 on `110`, IMAP on `143`.',
      ],
    ],
    [
      'nc -vz mx.example.org 25',
      [
        '  nc -vz mx.example.org 25',
        '     ^^^',
        '`nc` here knows no option `-z`, only `-C`, `--lf`, `--pipelining`, `-v`, `--crlf`, `--verbose`. `man nc` shows more.',
      ],
    ],
    [
      'nc a 25 26',
      ['  nc a 25 26', '          ^^', '`nc` takes a host and a port, and nothing more.'],
    ],
  ])('%s', (line, printed) => expect(run(line)).toEqual(printed))
})

describe('host where the DNS says nothing', () => {
  test.each([
    ['host orchard.example', 'servfail', 'Host orchard.example not found: 2(SERVFAIL)'],
    ['host -t mx orchard.example', 'servfail', 'Host orchard.example not found: 2(SERVFAIL)'],
    ['host 192.0.2.25', 'servfail', 'Host 25.2.0.192.in-addr.arpa not found: 2(SERVFAIL)'],
    ['host orchard.example', 'timeout', ';; connection timed out; no servers could be reached'],
  ] as const)('%s, %s', (line, status, printed) => {
    const world = { ...fakeWorld(), lookUp: () => ({ status, records: [] }) }
    expect(run(line, world)).toEqual([printed])
  })
})

describe('nc sends', () => {
  test.each([
    ['nc 192.0.2.25 25', 'NOOP\r\n'],
    ['nc -C 192.0.2.25 smtp', 'NOOP\r\n'],
    ['nc --lf mx.example.org 25', 'NOOP\n'],
    ['netcat mail.example.org 25', 'NOOP\r\n'],
  ])('%s', async (line, received) => {
    const world = fakeWorld({ servers: { '192.0.2.25:25': () => () => undefined } })
    const { shell } = openShell(world)
    shell.type(`${line}\rNOOP\r`)
    await shell.settled()
    expect(world.received).toEqual([received])
  })

  test('with -v it reports that it is connected', () => {
    const world = fakeWorld({ servers: { '192.0.2.25:25': () => () => undefined } })
    expect(run('nc -v mx.example.org 25', world)).toEqual([
      'Connection to mx.example.org (192.0.2.25) 25 port [tcp/smtp] succeeded!',
    ])
  })

  test('to the second address if the first does not answer', () => {
    const world = fakeWorld({ servers: { '2001:db8::25:25': () => () => undefined } })
    const { shell, newLines } = openShell(world)
    shell.type('nc mx.example.org 25\r')
    expect([newLines().length, shell.running]).toEqual([2, 'nc'])
  })
})

describe('the small ones', () => {
  test.each<[line: string, printed: string[]]>([
    ['echo', ['']],
    [`echo hello   world 'two  spaces'`, ['hello world two  spaces']],
    ['whoami', ['you', 'on desk.example.net (198.51.100.7)']],
    ['echo a # b', ['a']],
    ['history', ['  1  history']],
    [
      'host mx.example.org',
      ['mx.example.org has address 192.0.2.25', 'mx.example.org has IPv6 address 2001:db8::25'],
    ],
    [
      'host example.org',
      [
        'example.org mail is handled by 10 mx.example.org.',
        'example.org mail is handled by 20 backup.example.org.',
      ],
    ],
    [
      'host mail.example.org',
      [
        'mail.example.org is an alias for mx.example.org.',
        'mx.example.org has address 192.0.2.25',
        'mx.example.org has IPv6 address 2001:db8::25',
      ],
    ],
    ['host 192.0.2.25', ['25.2.0.192.in-addr.arpa domain name pointer mx.example.org.']],
    [
      'host 192.0.2.26',
      ['Host 26.2.0.192.in-addr.arpa. not found: no PTR record gives 192.0.2.26 a name.'],
    ],
    ['host nobody.example', ['Host nobody.example not found: 3(NXDOMAIN)']],
    [
      'host 25.2.0.192.in-addr.arpa',
      ['25.2.0.192.in-addr.arpa exists, but has neither an address nor mail hosts.'],
    ],
    [
      'hosts',
      [
        'HOST              ADDRESS       OPEN PORTS  WHO',
        'desk.example.net  198.51.100.7  none        Your desk. You are here.',
        'mx.example.org    192.0.2.25    25 (smtp)   Takes in mail for example.org.',
        '                  2001:db8::25',
        'Connect to one with `nc mx.example.org 25`.',
      ],
    ],
    ['man', ['Which page? `man dig`, for instance. `help` lists the commands.']],
    [
      'man digg',
      ['  man digg', '      ^^^^', 'There is no page about `digg` here. Did you mean `dig`?'],
    ],
  ])('%s', (line, printed) => expect(run(line)).toEqual(printed))
})

describe('help addresses', () => {
  const [desk, mx] = fakeWorld().hosts

  test('lists what fails on request, with where and why', () => {
    const smtp = { ...mx!.smtp!, domains: ['example.org'] }
    const lines = run(
      'help addresses',
      fakeWorld({ hosts: [desk!, { ...mx!, smtp, specialAddresses: true }] }),
    )
    expect(lines.map(withoutColours).join('\n')).toMatch(/full@ .*RFC \d+ §/)
    expect(lines.join('\n')).toContain('example.org')
  })

  test('says so where no host has them', () => {
    expect(run('help addresses').join(' ')).toContain('No host of this world')
  })
})

describe('help', () => {
  test('lists every command, aligned, and a first step', () => {
    const lines = run('LINES=99; help')
    for (const { kind, name, summary } of commands)
      if (kind !== 'tool') expect(lines).toContain(`  ${name.padEnd(WIDEST)}${summary}`)
    const rest = lines.join(' ')
    for (const { kind, name } of commands)
      if (kind === 'tool') expect(rest).toContain(`\`${name}\``)
    expect(lines.at(-1)).toContain('`nc mx.example.org 25`')
  })

  test('in a world without mail servers the first step is another', () => {
    const world = fakeWorld({ hosts: [{ name: 'desk.example.net', addresses: [] }] })
    expect(run('LINES=99; help', world).at(-1)).toContain('`hosts`')
  })
})

/** Cells of the longest name, and the gap behind it. */
const WIDEST = Math.max(...commands.map(({ kind, name }) => (kind ? 0 : name.length))) + 2

describe('every command', () => {
  test.each(commands.map((command) => [command.name, command] as const))(
    '%s has a page that fits the screen',
    (name, command) => {
      const lines = renderPage(command).map(withoutColours)
      expect(lines[0]).toBe('NAME')
      expect(lines[1]).toContain(`${name}`)
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(80)
      expect(run(`LINES=99; man ${name}`)).toEqual(lines)
      expect(run(`LINES=99; help ${name}`)).toEqual(lines)
    },
  )

  test('names only pages that exist', () => {
    const names = new Set(commands.map(({ name }) => name))
    for (const { page } of commands) for (const name of page.seeAlso) expect(names).toContain(name)
  })

  test('has examples that begin with its name', () => {
    for (const { name, page } of commands)
      for (const [line] of page.examples) expect(line.split(/[ |]+/)).toContain(name)
  })
})

test.each(commands.filter(({ name }) => !['echo', 'printf', 'helo-world'].includes(name)))(
  '$name answers an option that it does not know',
  ({ name }) => {
    const lines = run(`${name} --nosuch`).join(' ')
    expect(lines).toMatch(/knows|Invalid command|--nosuch/)
    expect(lines).toMatch(/`man \S+` shows|Did you mean|`help` lists/)
  },
)
