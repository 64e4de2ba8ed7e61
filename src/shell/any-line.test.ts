import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from './commands/index.ts'
import { commandNames } from './man-page.ts'
import { fakeWorld } from './testing/fake-world.ts'
import { openShell } from './testing/open-shell.ts'

const world = () =>
  fakeWorld({
    servers: {
      '192.0.2.25:25': ({ send, close }) => {
        send('220 hello\r\n')
        return (text) => (text.startsWith('QUIT') ? close() : send('250 ok\r\n'))
      },
    },
  })

const WORDS = [
  ...['|', '|', ';', '&&', '||', '<', '>', '>>', '2>', '2>&1', '*', '?', '~', '$USER', '$?', 'A=b'],
  ...[
    'message.eml',
    'session.txt',
    'zones',
    'zones/*',
    '/etc/hosts',
    '..',
    'new',
    '-',
    '--',
    '-n',
    '-c',
  ],
  ...[
    '-r',
    '-l',
    '3',
    '-1',
    '+2',
    "'a b'",
    '"$A"',
    '\\',
    "'",
    'mx.example.org',
    '25',
    '%s\\n',
    '-f',
    '-i',
  ],
  ...[
    'alice@example.net',
    '--to',
    '--server',
    'example.org',
    'MX',
    '-d',
    '^.*[a-z]+$',
    '(',
    '-E',
    '-t',
  ],
]

test('any line is answered, and Ctrl-C always ends what runs', async () => {
  const word = fc.constantFrom(...commandNames(commands), ...WORDS)
  const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 4 }), async (lines) => {
      const { shell } = openShell(world())
      for (const one of lines) {
        shell.type(`${one}\r`)
        await shell.settled()
        shell.type('\x03')
        await shell.settled()
        expect(shell.running).toBeUndefined()
      }
    }),
    { seed: 11, numRuns: 400 },
  )
})

test.each([
  ['a pipe that doubles itself', 'cat ' + 'x '.repeat(400) + '> y; mv y x'],
  ['a variable that doubles itself', 'A="$A$A$A$A$A$A$A$Axxxxxxxxxxxxxxxx"'],
  ['a file that is read while it is written', 'cat x >> x'],
  ['a long pipe', Array.from({ length: 150 }, () => 'cat').join('|') + ' < x'],
  ['a pattern that goes back and forth', `grep -E '(a*)*(a|aa)+(a{1,200}){1,20}$' x`],
  ['a pattern for each place', `grep -o 'a*b' x`],
])(
  '%s ends within its limits',
  async (_, line) => {
    const { shell, newLines, written } = openShell(world())
    shell.type(`printf '%01000000d' 1 | grep -o . | head -c 100000 > x; printf '%04095d' 1 >> x\r`)
    await shell.settled()
    newLines()
    for (let round = 0; round < 12; round++) {
      shell.type(`${line}\r`)
      await shell.settled()
    }
    expect(shell.running).toBeUndefined()
    expect(written()).toBeLessThan(40_000_000)
  },
  20_000,
)
