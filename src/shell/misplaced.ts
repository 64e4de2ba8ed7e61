import { clip } from '../core/text/clip.ts'
import { smtpVerb } from './smtp-verb.ts'
import type { CommandContext } from './command.ts'
import { mailHost } from './names.ts'
import { servicesOf } from '../world/services/index.ts'
import { showText } from './show-text.ts'

/** Where one types. */
type Place = Pick<CommandContext, 'world' | 'host'>

/** A kind of line that is meant for something other than this prompt. */
interface Kind {
  /** What of the line is named in the answer; undefined where the line is of another kind. */
  find(line: string): string | undefined
  answer(found: string, where: Where): string
}

/** Where such lines go on this Internet, as commands: `nc mx.example.org 25`. */
interface Where {
  readonly smtp: string | undefined
  readonly imap: string | undefined
  readonly pop3: string | undefined
}

const matching =
  (pattern: RegExp) =>
  (line: string): string | undefined => {
    const found = pattern.exec(line)
    return found ? (found[1] ?? found[0]) : undefined
  }

const connectFirst = (connect: string | undefined, what: string): string =>
  connect
    ? `Connect to one first: \`${connect}\`. Type ${what} once it has greeted you.`
    : 'There is no such server on this simulated Internet: `hosts` lists who is there.'

/** The kinds, the most certain first. */
const kinds: readonly Kind[] = [
  {
    find: smtpVerb,
    answer: (verb, { smtp }) =>
      `\`${verb}\` is SMTP, and no server is connected yet. ${connectFirst(smtp, `\`${verb}\``)}`,
  },
  {
    find: matching(/^\s*(HELLO|ELHO|EHELO|HEHLO|EHLLO|[Hh]ello(?=\s*$|\s+\S+\.\S))(?=\s|$)/),
    answer: (typed, { smtp }) =>
      `\`${typed}\` looks like the greeting of SMTP, which is \`EHLO\`, and no server is connected yet. ${connectFirst(smtp, '`EHLO` and your name')}`,
  },
  {
    find: matching(
      /^\s*(?:[CS]:\s*)?([2-5]\d\d(?:[ -].*)?|\+OK\b.*|-ERR\b.*|\* (?:OK|BYE|PREAUTH)\b.*)$/,
    ),
    answer: (reply, { smtp }) =>
      `\`${reply}\` is what a server answers: it comes by itself. ${connectFirst(smtp, 'commands such as `EHLO`')}`,
  },
  {
    find: matching(
      /^\s*(?:[A-Za-z]{0,3}\d{1,4}|[A-Za-z]|\.) (LOGIN|CAPABILITY|SELECT|EXAMINE|FETCH|LOGOUT|AUTHENTICATE|LIST|UID)(?=\s|$)/i,
    ),
    answer: (verb, { imap }) =>
      `\`${verb.toUpperCase()}\` with a tag before it is IMAP, and no server is connected yet. ${connectFirst(imap, 'the line')}`,
  },
  {
    find: matching(/^\s*(USER|PASS|STAT|RETR|UIDL|DELE|CAPA|APOP|TOP)(?=\s|$)/),
    answer: (verb, { pop3 }) =>
      `\`${verb}\` is POP3, and no server is connected yet. ${connectFirst(pop3, `\`${verb}\``)}`,
  },
  {
    find: matching(
      /^(From|To|Cc|Bcc|Subject|Date|Reply-To|Message-ID|Received|Return-Path|DKIM-Signature|MIME-Version|Content-Type):/i,
    ),
    answer: (name, { smtp }) =>
      `\`${name}:\` begins a field of a message. A message is typed into a session with a mail server, behind \`DATA\`. ${connectFirst(smtp, '`EHLO` and your name')}`,
  },
  {
    find: matching(/^\s*((?:Dear|Hi|Hello|Hey|Regards|Greetings|Sincerely)\b[ ,!].*)$/i),
    answer: (text, { smtp }) =>
      `\`${text}\` sounds like the text of a message. It is typed into a session with a mail server, behind \`DATA\` and the header. ${connectFirst(smtp, '`EHLO` and your name')}`,
  },
  {
    find: matching(/^\s*(\.)\s*$/),
    answer: (_, { smtp }) =>
      `A lone dot ends a message in a session with a mail server, and none is connected. ${connectFirst(smtp, '`EHLO` and your name')}`,
  },
  {
    find: matching(/^\s*"?(v=(?:spf1|DKIM1|DMARC1)\b.*)$/i),
    answer: () => 'That is a record of the DNS: it is written into a zone. `dig` asks for one.',
  },
  {
    find: matching(/^\s*<?([^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+)>?\s*$/),
    answer: (address) =>
      `\`${address}\` is an address. \`mail ${address}\` reads the mail of a mailbox; to write to it, connect to a mail server and name it with \`RCPT TO:<${address}>\`.`,
  },
]

/**
 * What a line at the prompt was meant for, if it is none for this terminal: a line for a mail server,
 * a reply of one, a part of a message, a record. @returns Advice; may have backticks.
 */
export function adviceForMisplaced(line: string, context: Place): string | undefined {
  for (const { find, answer } of kinds) {
    const found = find(line)
    if (found !== undefined) return answer(showText(clip(found)), whereTo(context))
  }
  return undefined
}

function whereTo({ world, host: here }: Place): Where {
  const port = (number: number): string | undefined => {
    const host = world.hosts.find((each) => servicesOf(each).some((one) => one.port === number))
    return host && `nc ${host.name} ${number}`
  }
  const server = mailHost(world, here)
  return { smtp: server && `nc ${server.name} 25`, imap: port(143), pop3: port(110) }
}
