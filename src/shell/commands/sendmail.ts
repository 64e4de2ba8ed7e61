import { asCharacters, fromUtf8 } from '../../core/bytes.ts'
import { dim } from '../../core/text/ansi.ts'
import { parseAddresses } from '../../message/addresses.ts'
import { fieldsNamed } from '../../message/field.ts'
import { bodyOf, parseMessage, type Message } from '../../message/parse.ts'
import type { JourneyEnd } from '../../world/journey.ts'
import type { MailSpec } from '../../world/spec.ts'
import type { Command, CommandContext, Program } from '../command.ts'
import { readFlags, type Flags } from '../flags.ts'
import { showText } from '../show-text.ts'
import { gatherInputs } from '../text/inputs.ts'

type Switch = 'header' | 'dots' | 'verbose' | 'deliver'

export const sendmail: Command = {
  name: 'sendmail',
  summary: 'hand a message to this host, which sends it on',
  completes: ['addresses'],
  page: {
    synopsis: ['sendmail [-t] [-i] [-v] [-f sender] [address ...]'],
    description: [
      'Reads a message and gives it to the mail program of this host, which adds `Date` and `Message-ID` where they are missing, signs where the host has a key, asks the DNS and speaks SMTP: the wire shows it. A server keeps what it cannot send at once; other hosts try once.',
      'Nothing is printed where all goes well. What fails later comes back as a message.',
    ],
    options: [
      ['-t', 'take the recipients from `To`, `Cc` and `Bcc`; `Bcc` is left out'],
      ['-f sender', 'who a report goes to: the reverse-path'],
      ['-i', 'a line with a lone dot does not end the message'],
      ['-v', 'report where the message ended'],
    ],
    examples: [
      ['sendmail -t < message.eml', 'send a message of a file'],
      [`printf 'Subject: hi\\n\\nHello\\n' | sendmail bob@example.org`, 'a short one'],
    ],
    seeAlso: ['swaks', 'mailq', 'mail'],
  },
  run(words, context) {
    const given = readFlags<Switch, 'sender' | 'name'>(
      'sendmail',
      words.filter(({ text }) => !['-oi', '-om', '-oem', '-bm'].includes(text)),
      {
        switches: { '-t': 'header', '-i': 'dots', '-v': 'verbose' },
        values: { '-f': 'sender', '-r': 'sender', '-F': 'name' },
      },
      context,
    )
    return given && readMessage(given, context)
  },
}

type Given = Flags<Switch, 'sender' | 'name'>

/** Reads all of the message, then waits until it has gone its way. */
function readMessage(given: Given, context: CommandContext): Program | undefined {
  let sent: Promise<void> | undefined
  let isOver = false
  const end = (): void => {
    if (!isOver) context.done()
    isOver = true
  }
  // It is not over when all was read, but when all is sent.
  const readAll = (): void => {
    if (!sent) end()
  }
  const reading = gatherInputs('sendmail', [], { ...context, done: readAll }, ([input]) => {
    const mail = input && mailOf(parseMessage(input.octets), given, context)
    if (mail) sent = send(mail, given, context).then(end)
  })
  if (!reading) return undefined
  return {
    name: 'sendmail',
    input: (octets) => reading.input?.(octets),
    line: (text, ending) => (sent ? undefined : reading.line(text, ending)),
    eof: () => (sent ? undefined : reading.eof()),
    interrupt: () => (sent ? end() : reading.interrupt()),
    get reads() {
      return sent ? ('nothing' as const) : undefined
    },
    answered: () => (isOver ? undefined : sent),
  } as Program
}

async function send(mail: MailSpec, { on }: Given, context: CommandContext): Promise<void> {
  const { end } = await context.world.send(mail)
  if (!on.has('verbose')) return
  context.note(dim(showText(`The message is ${whereIs(end)}`)))
}

function whereIs(end: JourneyEnd): string {
  switch (end.kind) {
    case 'rejected':
      return `refused: ${end.code} ${end.text}`
    case 'deferred':
      return `kept, to try again: ${end.reason}`
    case 'undeliverable':
      return `not delivered: ${end.reason}`
    case 'junk':
      return `in the folder Junk of ${end.mailbox}`
    case 'inbox':
      return `in the inbox of ${end.mailbox}`
  }
}

function mailOf(
  message: Message,
  { on, values, words }: Given,
  context: CommandContext,
): MailSpec | undefined {
  const listed = on.has('header')
    ? ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(message, name))
    : []
  const rcptTo = [...new Set([...words.map(({ text }) => text), ...listed])]
  const wrong = rcptTo.find((address) => !/^[^\s@<>]+@[^\s@<>]+$/.test(address))
  if (!rcptTo.length || wrong !== undefined) {
    context.setStatus(64)
    context.complain(
      wrong === undefined
        ? 'sendmail: fatal: No recipient addresses found in message header'
        : `sendmail: fatal: ${showText(wrong)}: this is no address, such as bob@example.org`,
    )
    return undefined
  }
  const { host, session, world } = context
  const sender = values.get('sender')?.text ?? addressesIn(message, 'from')[0]
  const mailFrom = (sender ?? `${session.user}@${host.name}`).replace(/^<(.*)>$/, '$1')
  const headers = message.fields
    .filter(({ lower }) => lower !== 'bcc')
    .map(({ name, value }): [string, string] => [name, asCharacters(value)])
  return {
    ...{ id: `sendmail-${world.events.length}`, title: 'Sent by hand', host: host.name },
    ...{ mailFrom, rcptTo, intent: 'good', body: fromUtf8(bodyOf(message)) },
    headers: headers.some(([name]) => name.toLowerCase() === 'from')
      ? headers
      : [['From', mailFrom], ...headers],
  }
}

const addressesIn = (message: Message, name: string): string[] =>
  fieldsNamed(message, name).flatMap(({ value }) =>
    parseAddresses(asCharacters(value)).mailboxes.map(({ address }) => address),
  )
