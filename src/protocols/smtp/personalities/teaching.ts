import { sectionLabel } from '../../../core/section.ts'
import { shortened } from '../../fault.ts'
import type { CommandFacts } from '../command-facts.ts'
import { plainReply, reply } from '../reply.ts'
import type { Personality } from './personality.ts'

/** Says what happened, why, and what to type instead. */
export const teaching: Personality = {
  policies: { spaceAfterColon: 'refused' },
  replies: {
    greeting: ({ host }) => plainReply(220, `${host} ESMTP ready. Say EHLO and your name`),
    helo: ({ host, client, address }) =>
      plainReply(250, `${host} Hello ${client} [${address}]. Now MAIL FROM:<you@example.net>`),
    ehlo: ({ host, client, address, keywords }) =>
      plainReply(250, [`${host} Hello ${client} [${address}]`, ...keywords].join('\n')),
    helloName: ({ command, typed, because }) =>
      reply(
        501,
        '5.5.4',
        typed === ''
          ? `Say who you are: ${command.verb} client.example.net`
          : `${because}. Say ${command.verb} client.example.net`,
      ),
    mail: ({ address }) =>
      reply(
        250,
        '2.1.0',
        address === ''
          ? 'Null sender accepted: bounces go nowhere'
          : `Sender <${address}> accepted`,
      ),
    rcpt: ({ address, relayed }) =>
      reply(250, '2.1.5', `<${address}> accepted${relayed ? ', to be passed on' : ''}`),
    data: () => plainReply(354, 'Send the message. A line with a single dot ends it'),
    queued: ({ queueId }) => reply(250, '2.0.0', `Message accepted, queued as ${queueId}`),
    rset: () => reply(250, '2.0.0', 'Forgotten: no message is begun'),
    noop: () => reply(250, '2.0.0', 'Nothing done, as you asked'),
    quit: ({ host }) => reply(221, '2.0.0', `${host} says goodbye`),
    help: ({ commands }) =>
      reply(
        214,
        '2.0.0',
        ['I know these commands:', ...commands.map(summary), 'HELP and a command says more'].join(
          '\n',
        ),
      ),
    helpAbout: ({ command }) =>
      reply(214, '2.0.0', [command.syntax, `${command.about}.`, sourceOf(command)].join('\n')),
    helpUnknown: ({ typed }) =>
      reply(504, '5.5.4', `I have no help for \`${typed}\`. HELP alone lists my commands`),
    vrfy: ({ address }) => reply(250, '2.1.5', `<${address}> is a mailbox here`),
    vrfyRelayed: ({ address }) =>
      reply(252, '2.0.0', `I cannot look <${address}> up, but I would pass mail on to it`),
    vrfyUnknown: ({ address }) => reply(550, '5.1.1', `No mailbox <${address}> here`),
    vrfyDenied: ({ address }) =>
      reply(550, '5.7.1', `<${address}> is not one of my domains: ask its own server`),
    vrfyNeedsUtf8: () =>
      reply(550, '5.6.8', 'The answer needs letters beyond ASCII: write SMTPUTF8 behind the name'),
    vrfyAmbiguous: ({ typed, addresses }) =>
      reply(
        553,
        '5.1.4',
        [`Ambiguous: ${typed} may be`, ...addresses.map((it) => `<${it}>`)].join('\n'),
      ),

    unknownCommand: ({ typed, hint }) =>
      reply(
        500,
        '5.5.2',
        typed === ''
          ? 'An empty line is no command. HELP lists what I know'
          : `I do not know \`${shortened(typed)}\`. ${hint ?? 'HELP lists what I know'}`,
      ),
    notOffered: ({ command }) =>
      reply(502, '5.5.1', `I know ${command.verb}, but I do not offer it here`),
    http: () => reply(221, '2.7.0', 'That is HTTP, and this is a mail server. Goodbye'),
    helloFirst: ({ command }) =>
      reply(503, '5.5.1', `Say EHLO and your name before ${command.verb}`),
    needMail: ({ command }) =>
      reply(
        503,
        '5.5.1',
        `Say MAIL FROM before ${command.verb === 'RCPT' ? 'RCPT TO' : command.verb}`,
      ),
    nestedMail: () => reply(503, '5.5.1', 'You have said MAIL already. RSET forgets that message'),
    needRcpt: ({ command }) =>
      reply(503, '5.5.1', `Say MAIL FROM and RCPT TO before ${command.verb}`),
    noRecipients: () => reply(554, '5.5.1', 'Nobody to send to: no RCPT TO was accepted yet'),

    syntax: ({ command }) => reply(501, '5.5.4', `Write ${exampleOf(command)}`),
    noArgument: ({ command }) =>
      reply(501, '5.5.4', `Write ${command.verb} alone, with nothing behind it`),
    spaceAfterColon: ({ command }) =>
      reply(501, '5.5.4', `No space after the colon: write ${exampleOf(command)}`),
    noBrackets: ({ example }) => reply(501, '5.5.4', `Write ${example}, with angle brackets`),
    badSender: ({ because }) => reply(501, '5.1.7', because),
    badRecipient: ({ because }) => reply(501, '5.1.3', because),
    unknownParameter: ({ because }) => reply(555, '5.5.4', because),
    badParameter: ({ because }) => reply(501, '5.5.4', because),
    declaredTooLarge: ({ limit }) =>
      reply(552, '5.3.4', `Too large: I take messages of up to ${limit} octets`),
    mailNeedsUtf8: () =>
      reply(550, '5.6.7', 'For letters beyond ASCII write SMTPUTF8 behind the address'),
    rcptNeedsUtf8: () =>
      reply(553, '5.6.7', 'For letters beyond ASCII write SMTPUTF8 in your MAIL command'),
    tooManyRecipients: ({ limit }) =>
      reply(452, '4.5.3', `I take ${limit} recipients at once. Send to these, then to the others`),
    userUnknown: ({ address }) =>
      reply(550, '5.1.1', `No mailbox <${address}> here. Is it spelled right?`),
    relayDenied: ({ address }) =>
      reply(554, '5.7.1', `<${address}> is not one of my domains, and I do not relay for you`),

    lineTooLong: ({ limit }) =>
      reply(500, '5.5.2', `That line is too long: a command has up to ${limit} octets`),
    controlCharacter: () =>
      reply(501, '5.5.2', 'A control character is in that line. Type it again'),
    notAscii: () => reply(500, '5.5.2', 'Commands are written in ASCII letters only'),
    notUtf8: () => reply(500, '5.5.2', 'Those octets are neither ASCII nor UTF-8'),

    messageTooLarge: ({ limit }) =>
      reply(552, '5.3.4', `Too large: I take messages of up to ${limit} octets`),
    bareLf: () =>
      reply(
        550,
        '5.5.2',
        'A line feed without a carriage return is in the message: end lines with CRLF',
      ),
    textLineTooLong: ({ limit }) =>
      reply(500, '5.5.2', `A line of the message is too long: up to ${limit} octets with its CRLF`),

    tooManyErrors: ({ host }) =>
      reply(421, '4.7.0', `${host} Too many errors. Connect again when you are ready`),
    timeout: ({ host }) => reply(421, '4.4.2', `${host} Nothing heard for five minutes. Goodbye`),
    tooMuchInput: ({ host }) =>
      reply(421, '4.7.0', `${host} Too much sent while a message was being judged`),
  },
}

const summary = ({ syntax, about }: CommandFacts): string => `  ${syntax.padEnd(40)} ${about}`

/** Replies are ASCII (RFC 5321 §4.2), so no section sign. */
const sourceOf = ({ source }: CommandFacts): string => sectionLabel(source).replace('§', 'section ')

/** The syntax with an address in it that may be typed as it stands. */
const exampleOf = ({ syntax }: CommandFacts): string =>
  syntax
    .replace('<reverse-path>', '<you@example.net>')
    .replace('<forward-path>', '<bob@example.org>')
    .replace('<name-or-address>', 'bob@example.org')
    .replace(/ \[parameters\]$/, '')
