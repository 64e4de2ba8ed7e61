import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fakeWorld, type FakeServer, type FakeWorld } from './testing/fake-world.ts'
import { openShell } from './testing/open-shell.ts'
import { MAX_LINE } from './line.ts'

/** Greets and answers each line with its own words. */
const parrot: FakeServer = ({ send, close }) => {
  send('220 hello\r\n')
  return (text) => {
    for (const line of text.split('\r\n').slice(0, -1)) {
      if (line === 'bye') close()
      else send(`250 ${line}\r\n`)
    }
  }
}

const withServer = (server: FakeServer): FakeWorld =>
  fakeWorld({ servers: { '192.0.2.25:25': server } })

const openTalking = (server: FakeServer = parrot) => {
  const open = openShell(withServer(server))
  open.shell.type('nc mx.example.org 25\r')
  return open
}

describe('at the prompt', () => {
  test('it greets in one line', () => {
    const { screen, transcript } = openShell()
    expect(screen.rows()).toEqual([
      'HELO World: a terminal on a small simulated Internet. Type `help`.',
      'you@desk:~$',
    ])
    expect(transcript).toHaveLength(1)
  })

  test('where a program runs from the start, it says who listens', () => {
    const { screen } = openShell(fakeWorld(), 80, 'nc mx.example.org 25')
    expect(screen.rows()[0]).toBe(
      'HELO World. `nc` was started for you: while it runs, what you type is for it (Ctrl-C ends it).',
    )
  })

  test.each([
    ['typing', 'echo a', 'you@desk:~$ echo a|'],
    ['moving', 'echo a\x1b[D\x1b[D', 'you@desk:~$ echo| a'],
    ['inserting', 'eho\x1b[D\x1b[Dc', 'you@desk:~$ ec|ho'],
    ['wide characters', '漢字\x1b[D!', 'you@desk:~$ 漢!|字'],
    ['emoji', 'a👩‍🚀b\x1b[D\x7f', 'you@desk:~$ a|b'],
    ['history', 'echo one\r\x1b[A', 'you@desk:~$ echo one|'],
    ['history and back', 'echo one\rtw\x1b[A\x1b[B', 'you@desk:~$ tw|'],
    ['a search', 'echo one\recho two\r\x12on', '(search: on) echo one|'],
    ['a search and an edit', 'echo one\recho two\r\x12on!', '(search: on!) echo one|'],
    ['a search and a move', 'echo one\recho two\r\x12on\x01', 'you@desk:~$ |echo one'],
    ['a search given up', 'echo one\runfin\x12on\x03', 'you@desk:~$ unfin|'],
    ['completion', 'tel\t', 'you@desk:~$ telnet |'],
    ['Ctrl-C', 'abc\x03', 'you@desk:~$ |'],
    ['Ctrl-D', '\x04', 'you@desk:~$ |'],
    ['Ctrl-L', 'echo a\rab\x0c', 'you@desk:~$ ab|'],
    ['an empty line', '\r', 'you@desk:~$ |'],
  ])('%s', (_, data, row) => {
    const { shell, screen } = openShell()
    shell.type(data)
    expect(screen.cursorRow()).toBe(row)
    const slowly = openShell()
    for (const unit of data.split('')) slowly.shell.type(unit)
    expect(slowly.screen.rows()).toEqual(screen.rows())
    expect(slowly.screen.cursorRow()).toBe(row)
  })

  test('choices are listed above the line', () => {
    const { shell, screen } = openShell()
    shell.type('ho\t')
    shell.type('\t')
    expect(screen.rows().slice(1)).toEqual(['you@desk:~$ host', 'host  hosts', 'you@desk:~$ host'])
  })

  test('clear leaves only the prompt', () => {
    const { shell, screen } = openShell()
    shell.type('echo a\rclear\r')
    expect(screen.rows()).toEqual(['you@desk:~$'])
  })

  test('the history holds what was typed, without empty lines', () => {
    const { shell } = openShell()
    shell.type('echo a\r\r  \rdig "\r')
    expect(shell.history).toEqual(['echo a', 'dig "'])
  })

  test.each([
    ['dgi example.org', 'dgi: command not found. Did you mean `dig`? `help` shows'],
    ['netcta a 25', 'netcta: command not found. Did you mean `netcat`?'],
    ['HELP', 'HELP: command not found. Did you mean `help`?'],
    ['qwertz', 'qwertz: command not found. `help` shows what can be typed here.'],
    ['vim notes', 'vim: command not found. To write a file there is `edit`'],
    ['curl', 'curl: (2) no URL specified'],
    ['constructor', 'constructor: command not found. `help` shows'],
    [
      'EHLO me',
      '`EHLO` is SMTP, and no server is connected yet. Connect to one first: `nc mx.example.org 25`.',
    ],
    ['mail from:<a@example.com>', '`MAIL` is SMTP, and no server'],
    ['quit', '`QUIT` is SMTP, and no server'],
    ['HELLO', '`HELLO` looks like the greeting of SMTP, which is `EHLO`'],
    ['250 OK', '`250 OK` is what a server answers: it comes by itself.'],
    ['Subject: x', '`Subject:` begins a field of a message.'],
    ['Dear Bob,', '`Dear Bob,` sounds like the text of a message.'],
    ['.', 'A lone dot ends a message'],
    ['a1 LOGIN bob secret', '`LOGIN` with a tag before it is IMAP'],
    ['RETR 1', '`RETR` is POP3, and no server is connected yet.'],
    ['v=spf1 -all', 'That is a record of the DNS'],
    ['bob@example.org', '`bob@example.org` is an address.'],
  ])('%s', (line, answer) => {
    const { shell, newLines } = openShell()
    shell.type(`${line}\r`)
    const [you, program] = newLines()
    expect(you).toBe(`you: ${line}`)
    expect(program!.slice('program: '.length)).toContain(answer)
  })

  test('a line that cannot be run is shown with a mark under the place', () => {
    const { shell, newLines } = openShell()
    shell.type('dig a | sort |\r')
    expect(newLines()).toEqual([
      'you: dig a | sort |',
      'program:   dig a | sort |',
      'program:                ^',
      expect.stringContaining('A command belongs on both sides of `|`.'),
    ])
  })
})

describe('a session that is pasted before there is a connection', () => {
  test('gets one answer, and is told what became of the rest', () => {
    const { shell, newLines, screen } = openShell()
    shell.type('EHLO desk\rMAIL FROM:<a@example.net>\rRCPT TO:<b@example.org>\rDATA\rhal')
    expect(newLines()).toEqual([
      'you: EHLO desk',
      expect.stringContaining('`EHLO` is SMTP, and no server is connected yet.'),
      expect.stringContaining('The 3 lines behind it in your paste were left out.'),
    ])
    expect(screen.cursorRow()).toBe('you@desk:~$ |')
  })

  test('one line with what is typed behind it is no paste', () => {
    const { shell, screen } = openShell()
    shell.type('QUIT\rdig')
    expect(screen.cursorRow()).toBe('you@desk:~$ dig|')
  })

  test('lines behind the end of a session are no commands either', async () => {
    const { shell, newLines } = openTalking()
    shell.type('bye\rMAIL FROM:<>\rQUIT\rhelp\r')
    await shell.settled()
    expect(newLines().slice(-3)).toEqual([
      'you: MAIL FROM:<>',
      expect.stringContaining('`MAIL` is SMTP'),
      expect.stringContaining('The 2 lines behind it'),
    ])
  })
})

test('sentences are broken between words, and whole in the transcript', () => {
  const { shell, screen, newLines } = openShell(fakeWorld(), 30)
  shell.type('qwertz\r')
  expect(newLines().at(-1)).toBe(
    'program: qwertz: command not found. `help` shows what can be typed here.',
  )
  expect(screen.rows().slice(-4)).toEqual([
    'qwertz: command not found.',
    '`help` shows what can be',
    'typed here.',
    'you@desk:~$',
  ])
})

describe('while connected', () => {
  test('both sides are shown and in the transcript, line by line', () => {
    const { shell, screen, newLines, world } = openTalking()
    expect(shell.running).toBe('nc')
    shell.type('EHLO me\r')
    expect(screen.rows().slice(1)).toEqual([
      'you@desk:~$ nc mx.example.org 25',
      '220 hello',
      'EHLO me',
      '250 EHLO me',
    ])
    expect(newLines()).toEqual([
      'you: nc mx.example.org 25',
      'server: 220 hello',
      'you: EHLO me',
      'server: 250 EHLO me',
    ])
    expect(world.received).toEqual(['EHLO me\r\n'])
  })

  test('the server closes: back at the prompt', () => {
    const { shell, screen, newLines } = openTalking()
    shell.type('bye\r')
    expect(shell.running).toBeUndefined()
    expect(newLines().at(-1)).toBe('program: mx.example.org closed the connection.')
    expect(screen.cursorRow()).toBe('you@desk:~$ |')
  })

  test.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
  ])('%s hangs up', (_, key) => {
    const { shell, world, screen } = openTalking()
    shell.type(key)
    expect([shell.running, world.hungUp]).toEqual([undefined, 1])
    expect(screen.cursorRow()).toBe('you@desk:~$ |')
  })

  test('a paste of several lines sends them all in order, and the last may go on', async () => {
    const { shell, world, screen } = openTalking()
    shell.type('\x1b[200~MAIL FROM:<>\nRCPT TO:<b@example.org>\r\nDA\x1b[201~')
    shell.type('TA')
    await shell.settled()
    expect(world.received).toEqual(['MAIL FROM:<>\r\n', 'RCPT TO:<b@example.org>\r\n'])
    expect(screen.cursorRow()).toBe('DATA|')
  })

  test('lines have their own history, and Tab is a tab where nothing is known to complete', async () => {
    const { shell, world } = openTalking()
    shell.type('one\rtwo\r\x1b[A\x1b[A\ra\tb\r')
    await shell.settled()
    expect(world.received).toEqual(['one\r\n', 'two\r\n', 'one\r\n', 'a\tb\r\n'])
    shell.type('\x03\x1b[A')
    expect(shell.history).toEqual(['nc mx.example.org 25'])
  })

  test('what comes while somebody types goes above the typed line', () => {
    let later: (text: string) => void = () => undefined
    const { shell, screen, newLines } = openTalking((peer) => {
      later = (text) => peer.send(text)
      return () => undefined
    })
    shell.type('MAIL')
    later('421 too slow\r\n')
    expect(screen.rows().slice(-2)).toEqual(['421 too slow', 'MAIL'])
    expect(screen.cursorRow()).toBe('MAIL|')
    later('unfin')
    later('ished\r\n')
    expect(newLines()).toEqual([
      'you: nc mx.example.org 25',
      'server: 421 too slow',
      'server: unfinished',
    ])
    expect(screen.rows().slice(-3)).toEqual(['421 too slow', 'unfinished', 'MAIL'])
  })

  test('typing goes on behind what a server left unfinished', () => {
    const { shell, screen } = openTalking(({ send }) => {
      send('login: ')
      return () => send('ok\r\n')
    })
    shell.type('bbo\x1b[Do')
    expect(screen.cursorRow()).toBe('login: bbo|o')
    shell.type('\r')
    expect(screen.rows().slice(-2)).toEqual(['login: bboo', 'ok'])
  })

  test('a server that sends something and closes at once', () => {
    const { shell, screen, newLines } = openTalking(({ send, close }) => {
      send('554 no service\r\nbye')
      close()
      return () => undefined
    })
    expect(shell.running).toBeUndefined()
    expect(newLines().slice(1)).toEqual([
      'server: 554 no service',
      'server: bye',
      'program: mx.example.org closed the connection.',
    ])
    expect(screen.cursorRow()).toBe('you@desk:~$ |')
  })

  test('no sequence from the wire reaches the terminal', () => {
    const { screen } = openTalking(({ send }) => {
      send('220 \x1b[2J\x1b]0;x\x07\r\n')
      return () => undefined
    })
    expect(screen.rows().at(-1)).toBe('220 ^[[2J^[]0;x^G')
  })

  test('a line longer than a line may be goes on in pieces, and nothing is left out', () => {
    const { shell, world, newLines } = openTalking()
    const long = 'x'.repeat(2 * MAX_LINE + 5)
    shell.type(`${long}\r`)
    expect(world.received.map((piece) => piece.length)).toEqual([MAX_LINE, MAX_LINE, 7])
    expect(world.received.join('')).toBe(`${long}\r\n`)
    expect(newLines().filter((line) => line.includes('goes on in pieces'))).toHaveLength(1)
  })
})

describe('telnet', () => {
  const open = () => {
    const opened = openShell(withServer(parrot))
    opened.shell.type('telnet mx.example.org 25\r')
    return opened
  }

  test('it shows what it does', () =>
    expect(open().newLines()).toEqual([
      'you: telnet mx.example.org 25',
      'program: Trying 192.0.2.25...',
      'program: Connected to mx.example.org.',
      "program: Escape character is '^]'.",
      'server: 220 hello',
    ]))

  test('Ctrl-] opens the prompt of telnet itself', async () => {
    const { shell, screen, newLines, world } = open()
    shell.type('half\x1d')
    expect(screen.cursorRow()).toBe('telnet> half|')
    shell.type('\x15\r')
    shell.type('one\r\x1d')
    await shell.settled()
    expect(screen.cursorRow()).toBe('telnet> |')
    expect(world.received).toEqual(['one\r\n'])
    newLines()
    shell.type('nonsense\rstatus\r\x1dquit\r')
    await shell.settled()
    expect(newLines()).toEqual([
      'you: nonsense',
      'program: `telnet` has no command `nonsense`.',
      expect.stringContaining('quit'),
      expect.stringContaining('status'),
      expect.stringContaining('help'),
      expect.stringContaining('Enter'),
      'you: status',
      'program: Connected to mx.example.org, port 25.',
      "program: Escape character is '^]'.",
      'you: quit',
      'program: Connection closed.',
    ])
    expect([shell.running, world.hungUp]).toEqual([undefined, 1])
  })
})

describe('any input', () => {
  const input = fc.array(
    fc.oneof(
      fc.constantFrom(
        '\r',
        '\x12',
        '\x1b',
        '[',
        '\x03',
        '\x04',
        '\t',
        '\x1d',
        '\x7f',
        '\x1b[A',
        '\x1b[D',
      ),
      fc.constantFrom(
        'nc mx.example.org 25\r',
        'telnet mx.example.org 25\r',
        'dig ',
        'bye\r',
        '漢',
      ),
      fc.constantFrom('\x1b[200~', '\x1b[201~', '"', '\\', 'é', '👍', '\x1b[H', '\x0b', '\x19'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )

  test('never throws, and leaves the same screen however it is cut', () =>
    fc.assert(
      fc.asyncProperty(input, async (parts) => {
        const whole = openShell(withServer(parrot), 20)
        whole.shell.type(parts.join(''))
        await whole.shell.settled()
        const cut = openShell(withServer(parrot), 20)
        for (const unit of parts.join('').split('')) cut.shell.type(unit)
        expect(cut.transcript).toEqual(whole.transcript)
        expect(cut.world.received).toEqual(whole.world.received)
        expect(cut.screen.cursorRow()).toBe(whole.screen.cursorRow())
        expect(cut.screen.rows()).toEqual(whole.screen.rows())
      }),
      { seed: 7, numRuns: 400 },
    ))

  test.each<[what: string, unit: string]>([
    ['one long word', 'x'],
    ['lines', 'echo hello\r'],
    ['edits within the line', 'xy\x1b[D'],
    ['escapes', '\x1b'],
    ['emoji and their removal', '👩‍🚀👩‍🚀\x7f'],
    ['unfinished sequences', '\x1b['],
    ['completions', 'h\t'],
    ['up and down', '\x1b[A'],
  ])('a long paste of %s: output in proportion, in time', (_, unit) => {
    const open = openTalking(() => () => undefined)
    const data = unit.repeat(Math.ceil((1 << (unit.length > 1 ? 18 : 20)) / unit.length))
    const before = open.written()
    open.shell.type(data)
    expect(open.written() - before).toBeLessThan(8 * data.length + 4000)
  })

  test('a megabyte at the prompt that is no command', () => {
    const open = openShell()
    open.shell.type('x'.repeat(1 << 20) + '\r')
    expect(open.written()).toBeLessThan(3 * MAX_LINE)
    expect(open.transcript.filter((line) => line.includes('was left out'))).toHaveLength(1)
  })
})
