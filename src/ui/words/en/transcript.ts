/** A session that is played line by line. */
export const words = {
  player: 'A mail session, line by line',
  lines: 'The session. Arrow keys step, space plays.',
  reading: 'Reading …',
  notRead: 'This session could not be read: a part of the widget did not come.',
  again: 'Try again',
  back: 'Line back',
  forward: 'Line forward',
  play: 'Play',
  pause: 'Pause',
  scrub: 'Line of the session',
  of: (at: number, count: number) => `${at} of ${count}`,
  ended: 'The session is at its end.',
  who: {
    client: 'Client',
    server: 'Server',
    note: 'Remark',
    gap: 'Left out',
    heading: 'Connection',
  },
  gap: 'lines are left out here',
  /** What a line is to its protocol. */
  roles: {
    command: 'a command',
    answer: 'an answer that the server asked for',
    message: 'a line of the message',
    end: 'a dot alone: the message ends',
    literal: 'octets whose number was announced',
    greeting: 'the greeting',
    reply: 'the reply',
    more: 'the reply goes on',
    'go-on': 'the server waits for more',
    data: 'data',
  },
  emptyLine: 'the empty line between header and body',
  stuffed: (text: string) => `The first dot is there for the way only; what is meant is ${text}`,
  decoded: (text: string) => `It is base64, which hides nothing: ${text}`,
  phase: 'Where the session is',
  stations: { was: 'passed', now: 'here', next: 'to come' },
  write: 'Write',
  next: 'Next',
  /** What is odd of a line. */
  predict: {
    ask: 'What will the server answer?',
    guesses: { ok: 'Done', go: 'Go on', later: 'Not now', refused: 'No' },
    right: (guess: string) => `You said: ${guess}. So it is.`,
    wrong: (guess: string) => `You said: ${guess}. The server said otherwise.`,
  },
  odd: 'Look twice',
  oddities: {
    'out-of-place': 'The protocol does not allow this command here.',
    syntax: 'The protocol wants this written another way.',
    unknown: 'The protocol has no such command.',
    'no-code': 'An answer begins otherwise in this protocol.',
    'other-code': 'This code means something else: the command before it is taken with another.',
    unasked: 'No command waits for this answer.',
    'mixed-codes': 'All lines of one answer have the same code.',
  },
  wouldSay: 'A server by the book says:',
  wasTaken: 'This server took it all the same.',
  allowed: 'Allowed here:',
  problems: {
    'no-mark':
      'This line says not whose it is: begin it with `C:` or `S:`. It is shown as a remark.',
    'too-long': 'The text is longer than a player takes: the rest is left out.',
    'too-many-lines': 'The session has more lines than a player takes: the rest is left out.',
    'too-many-connections': 'There are more connections than a player takes: the rest is left out.',
    'no-protocol':
      'No line shows whether this is SMTP, IMAP or POP3: give the element the attribute `protocol`.',
    'no-line':
      'There is no line of a client or a server here: begin the lines of the client with `C:`, those of the server with `S:`.',
  },
  line: (number: number) => `Line ${number}: `,
  more: (count: number) => `And ${count} more lines of this kind.`,
  wants: { line: 'a number of a line, or `end`' },
  found: (odd: number) =>
    odd === 0
      ? 'Every line is as its protocol wants it.'
      : odd === 1
        ? '1 line is not as its protocol wants it.'
        : `${odd} lines are not as their protocol wants them.`,
}
