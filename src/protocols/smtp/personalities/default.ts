import { clipped } from '../../shared/clip.ts'
import type { CommandFacts } from '../../shared/command-facts.ts'
import type { Role } from '../server/host.ts'
import { plainReply, reply } from '../wire/reply.ts'
import type { Personality } from './personality.ts'

/**
 * What a server replies and does unless its personality differs: its replies state what happened,
 * why, and what to type instead. What a single command replies stands in the command's file.
 */
export const defaultPersonality: Personality = {
  extensions: [
    'PIPELINING',
    'SIZE',
    'VRFY',
    'EXPN',
    'ETRN',
    'STARTTLS',
    'AUTH',
    'ENHANCEDSTATUSCODES',
    '8BITMIME',
    'BINARYMIME',
    'DSN',
    'SMTPUTF8',
    'CHUNKING',
    'LIMITS',
    'REQUIRETLS',
    'HELP',
  ],
  unknownVerbs: [],
  policies: {
    spaceAfterColon: 'refused',
    login: 'after-order',
    hello: 'needed',
    helloName: 'checked',
    extensions: 'after-ehlo',
    addresses: 'strict',
    parameters: 'strict',
    text: 'checked',
    longLines: 'refuse',
    quitArgument: 'refused',
    loginBeforeTls: 'by-mechanism',
    startTls: 'no-transaction',
    etrn: 'where-used',
    refusedChunk: 'ends-transaction',
    emptyChunk: 'taken',
    beforeTls: [],
    isAbuse: () => false,
  },
  replies: {
    greeting: ({ host, role }) => plainReply(220, `${host} ${welcome[role]}`),
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
    queued: ({ queueId }) => reply(250, '2.0.0', `Message accepted, queued as ${queueId}`),
    saved: ({ address, queueId }) => reply(250, '2.1.5', `<${address}> has it, as ${queueId}`),
    notSaved: ({ address, code, enhanced, typed }) =>
      reply(code, enhanced, `<${address}> has it not: ${typed}`),
    chunk: ({ size }) => reply(250, '2.0.0', `${size} octets received. The next chunk, please`),
    lastChunk: ({ size, queueId }) =>
      reply(250, '2.0.0', `${size} octets received, message accepted, queued as ${queueId}`),
    vrfyNeedsUtf8: () =>
      reply(550, '5.6.8', 'The answer needs letters beyond ASCII: write SMTPUTF8 behind the name'),

    unknownCommand: ({ typed, hint }) =>
      reply(
        500,
        '5.5.2',
        typed === ''
          ? 'An empty line is no command. HELP lists what I know'
          : `I do not know \`${clipped(typed)}\`. ${hint ?? 'HELP lists what I know'}`,
      ),
    notOffered: ({ command }) =>
      reply(502, '5.5.1', `I know ${command.verb}, but I do not offer it here`),
    http: () => reply(221, '2.7.0', 'That is HTTP, and this is a mail server. Goodbye'),
    helloFirst: ({ command }) =>
      reply(503, '5.5.1', `Say EHLO and your name before ${command.verb}`),
    ehloFirst: ({ command }) =>
      reply(503, '5.5.1', `${command.verb} is part of an extension: greet with EHLO to use it`),
    tlsFirst: () => reply(530, '5.7.0', 'Anybody could read along here: say STARTTLS first'),
    loginFirst: ({ command }) => reply(530, '5.7.0', `Log in with AUTH before ${command.verb}`),
    loggedIn: ({ user }) => reply(235, '2.7.0', `Welcome, ${user}`),
    loginFailed: () => reply(535, '5.7.8', 'No such user, or the password is another one'),
    loginMalformed: () =>
      reply(501, '5.5.2', 'I cannot read that: answer in base64, or with * to give up'),
    loginCancelled: () => reply(501, '5.7.0', 'Given up: you are not logged in'),
    loginAlready: () => reply(503, '5.5.1', 'You have logged in already'),
    loginNeedsTls: () =>
      reply(538, '5.7.11', 'That shows your password to who listens: say STARTTLS first'),
    loginLineTooLong: ({ limit }) =>
      reply(500, '5.5.6', `A line of a login has up to ${limit} octets`),
    unknownMechanism: () => reply(504, '5.5.4', 'EHLO lists the ways to log in here'),
    authSyntax: () =>
      reply(501, '5.5.4', 'Write AUTH, a word that EHLO lists there, and at most one more'),
    tooManyLogins: ({ address }) =>
      reply(450, '4.7.1', `So many logins from ${address} in so short a time: try again later`),
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
    inTransaction: ({ command }) =>
      reply(
        503,
        '5.5.1',
        `Not while a message is begun: RSET forgets it, then say ${command.verb}`,
      ),
    inChunks: () =>
      reply(
        503,
        '5.5.1',
        'The message has begun with BDAT, so BDAT must end it, or RSET forget it',
      ),
    chunkSyntax: () =>
      reply(
        501,
        '5.5.4',
        'Write BDAT, the octets of the chunk, and LAST if it is. I hang up, since I cannot tell where your chunk ends',
      ),

    chunkAfterRefused: ({ size }) =>
      reply(
        503,
        '5.5.1',
        `${size} octets thrown away, since a chunk before was refused: RSET first`,
      ),
    chunkEmpty: () => reply(501, '5.5.4', 'A chunk without octets can only be the last'),
    chunkTooLarge: ({ limit }) =>
      reply(552, '5.3.4', `Too large: I take messages of up to ${limit} octets`),

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
    tooMuchMail: ({ address }) =>
      reply(450, '4.7.1', `So many messages from ${address} in so short a time: try again later`),
    tooManyRecipientsFrom: ({ address }) =>
      reply(450, '4.7.1', `So many recipients from ${address} in so short a time: try again later`),
    tooManyConnections: ({ host, address }) =>
      reply(421, '4.7.0', `${host} So many connections from ${address}: try again later`),
    senderNotQualified: ({ address }) =>
      reply(504, '5.5.2', `<${address}> needs its whole domain, as the rest of the world knows it`),
    recipientNotQualified: ({ address }) =>
      reply(504, '5.5.2', `<${address}> needs its whole domain, as the rest of the world knows it`),
    notYourAddress: ({ address, user }) =>
      reply(553, '5.7.1', `You logged in as ${user}, and <${address}> is not yours to send from`),
    greylisted: ({ address }) =>
      reply(450, '4.2.0', `I have not seen you write to <${address}> before: try again later`),
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

    earlyTalker: () =>
      reply(554, '5.5.0', 'You spoke before I greeted: a mail server waits for 220'),
    tooManyErrors: ({ host }) =>
      reply(421, '4.7.0', `${host} Too many errors. Connect again when you are ready`),
    timeout: ({ host }) => reply(421, '4.4.2', `${host} Nothing heard for five minutes. Goodbye`),
    tooManyMessages: ({ host }) =>
      reply(421, '4.7.0', `${host} Enough messages for one session. Connect again for more`),
    tooLong: ({ host }) =>
      reply(421, '4.4.2', `${host} This session has lasted long enough. Goodbye`),
    closing: ({ host }) => reply(421, '4.3.2', `${host} I have to close. Try again later`),
    tooMuchInput: ({ host }) =>
      reply(421, '4.7.0', `${host} Too much sent while a message was being judged`),
  },
}

const welcome: Readonly<Record<Role, string>> = {
  mx: 'ESMTP ready. Say EHLO and your name',
  submission: 'ESMTP submission ready. Say EHLO and your name, then log in',
  lmtp: 'LMTP ready. Say LHLO and your name',
}

/** The syntax with an address in it that may be typed as it stands. */
const exampleOf = ({ syntax }: CommandFacts): string =>
  syntax
    .replace('<reverse-path>', '<you@example.net>')
    .replace('<forward-path>', '<bob@example.org>')
    .replace('<name-or-address>', 'bob@example.org')
    .replace('<list>', 'friends')
    .replace(/ \[parameters\]$/, '')
