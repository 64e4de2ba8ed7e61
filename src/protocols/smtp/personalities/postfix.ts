import { onAll } from '../../shared/personality.ts'
import { plainReply, reply, type Reply } from '../wire/reply.ts'
import type { Differences } from './differences.ts'

/** The replies of Postfix 3.7, word for word where it has the occasion. */
export const postfix: Differences = {
  extensions: [
    'PIPELINING',
    'SIZE',
    'VRFY',
    'ETRN',
    'STARTTLS',
    'AUTH',
    'ENHANCEDSTATUSCODES',
    '8BITMIME',
    'DSN',
    'SMTPUTF8',
    'CHUNKING',
  ],
  unknownVerbs: 'HELP EXPN TURN SEND SOML SAML HEAD PUT DELETE OPTIONS TRACE PATCH'.split(' '),
  policies: {
    spaceAfterColon: 'taken',
    login: 'at-rcpt',
    hello: 'optional',
    helloName: 'any',
    extensions: 'always',
    addresses: 'lenient',
    parameters: 'lenient',
    text: 'any',
    longLines: 2048,
    quitArgument: 'ignored',
    loginBeforeTls: 'not-offered',
    startTls: 'any-time',
    etrn: 'always',
    refusedChunk: 'poison',
    emptyChunk: 'refused',
    beforeTls: ['HELO'],
    // `smtpd_forbidden_commands`, and what looks like a header field.
    isAbuse: (word) => /^[^a-z]|^[!-9;-~]+:/i.test(word),
  },
  replies: {
    greeting: ({ host }) => plainReply(220, `${host} ESMTP Postfix`),
    helo: ({ host }) => plainReply(250, host),
    ehlo: ({ host, keywords }) => plainReply(250, [host, ...keywords].join('\n')),
    helloName: ({ command, typed }) =>
      typed === ''
        ? plainReply(501, `Syntax: ${command.verb} hostname`)
        : reply(501, '5.5.2', `<${typed}>: Helo command rejected: Invalid name`),
    mail: () => reply(250, '2.1.0', 'Ok'),
    rcpt: () => reply(250, '2.1.5', 'Ok'),
    data: () => plainReply(354, 'End data with <CR><LF>.<CR><LF>'),
    queued: ({ queueId }) => reply(250, '2.0.0', `Ok: queued as ${queueId}`),
    saved: ({ queueId }) => reply(250, '2.0.0', `Ok: queued as ${queueId}`),
    notSaved: ({ code, enhanced, typed }) => reply(code, enhanced, typed),
    chunk: ({ size }) => reply(250, '2.0.0', `Ok: ${size} bytes`),
    lastChunk: ({ total, queueId }) =>
      reply(250, '2.0.0', `Ok: ${total} bytes queued as ${queueId}`),
    startTls: () => reply(220, '2.0.0', 'Ready to start TLS'),
    ...onAll(['rset', 'noop'], () => reply(250, '2.0.0', 'Ok')),
    quit: () => reply(221, '2.0.0', 'Bye'),
    ...onAll(['help', 'helpAbout', 'helpUnknown', 'expn', 'expnUnknown'], () => notRecognized()),
    vrfy: ({ typed }) => shown(252, '2.0.0', typed),
    vrfyRelayed: ({ typed }) => shown(252, '2.0.0', typed),
    vrfyUnknown: ({ address }) => shown(550, '5.1.1', unknownUser(address)),
    userUnknown: ({ address }) => shown(550, '5.1.1', unknownUser(address)),
    // `defer_unauth_destination`: for now, so that no mail is lost by a mistake in the configuration.
    vrfyDenied: ({ address }) => shown(454, '4.7.1', `<${address}>: Relay access denied`),
    relayDenied: ({ address }) => shown(454, '4.7.1', `<${address}>: Relay access denied`),
    vrfyNeedsUtf8: () => reply(550, '5.6.8', 'Must declare SMTPUTF8 to receive unicode address'),
    vrfyAmbiguous: () => reply(553, '5.1.4', 'User ambiguous'),
    etrn: () => plainReply(250, 'Queuing started'),
    etrnDenied: ({ domain }) => plainReply(459, `<${domain}>: service unavailable`),
    etrnDomain: () => plainReply(501, 'Error: invalid parameter syntax'),
    etrnSyntax: () => plainReply(500, 'Syntax: ETRN domain'),

    unknownCommand: ({ typed }) =>
      typed === '' ? reply(500, '5.5.2', 'Error: bad syntax') : notRecognized(),
    notOffered: ({ command }) =>
      command.verb === 'AUTH'
        ? reply(503, '5.5.1', 'Error: authentication not enabled')
        : reply(502, '5.5.1', 'Error: command not implemented'),
    http: () => reply(221, '2.7.0', 'Error: I can break rules, too. Goodbye.'),
    helloFirst: () => reply(503, '5.5.1', 'Error: send HELO/EHLO first'),
    ehloFirst: () => reply(503, '5.5.1', 'Error: send EHLO first'),
    tlsFirst: () => reply(530, '5.7.0', 'Must issue a STARTTLS command first'),
    tlsAlready: () => reply(554, '5.5.1', 'Error: TLS already active'),
    loginFirst: ({ address = '' }) =>
      shown(554, '5.7.1', `<${address}>: Recipient address rejected: Access denied`),
    loggedIn: () => reply(235, '2.7.0', 'Authentication successful'),
    loginFailed: () => reply(535, '5.7.8', 'Error: authentication failed: (reason unavailable)'),
    loginMalformed: ({ at }) =>
      reply(535, '5.7.8', `Error: authentication failed: ${malformed[at]}`),
    loginCancelled: () => reply(501, '5.7.0', 'Authentication aborted'),
    loginAlready: () => reply(503, '5.5.1', 'Error: already authenticated'),
    loginNeedsTls: () =>
      reply(538, '5.7.11', 'Encryption required for requested authentication mechanism'),
    loginLineTooLong: () => reply(500, '5.5.6', 'Error: authentication line too long'),
    unknownMechanism: () =>
      reply(535, '5.7.8', 'Error: authentication failed: Invalid authentication mechanism'),
    authSyntax: () => reply(501, '5.5.4', 'Syntax: AUTH mechanism'),
    tooManyLogins: ({ address }) =>
      reply(450, '4.7.1', `Error: too many AUTH commands from ${address}`),
    needMail: () => reply(503, '5.5.1', 'Error: need MAIL command'),
    nestedMail: () => reply(503, '5.5.1', 'Error: nested MAIL command'),
    needRcpt: () => reply(503, '5.5.1', 'Error: need RCPT command'),
    noRecipients: () => reply(554, '5.5.1', 'Error: no valid recipients'),
    inTransaction: ({ command }) =>
      command.verb === 'ETRN'
        ? plainReply(503, 'Error: MAIL transaction in progress')
        : reply(503, '5.5.1', 'Error: MAIL transaction in progress'),
    inChunks: ({ command }) => reply(503, '5.5.1', `Error: ${command.verb} after BDAT`),
    binaryData: () => reply(503, '5.5.1', 'Error: BODY=BINARYMIME requires BDAT'),
    chunkSyntax: () => reply(521, '5.5.4', 'Syntax: BDAT count [LAST]'),
    chunkAfterRefused: ({ size }) =>
      reply(551, '5.0.0', `Discarded ${size} bytes after earlier error`),
    chunkEmpty: () => reply(551, '5.7.1', 'Null BDAT request'),
    chunkTooLarge: () => reply(552, '5.3.4', 'Chunk exceeds message size limit'),

    syntax: ({ command }) => reply(501, '5.5.4', `Syntax: ${shortSyntax(command.syntax)}`),
    noArgument: ({ command }) => reply(501, '5.5.4', `Syntax: ${command.verb}`),
    spaceAfterColon: ({ command }) => reply(501, '5.5.4', `Syntax: ${shortSyntax(command.syntax)}`),
    noBrackets: ({ command }) => (command.verb === 'MAIL' ? badSender() : badRecipient()),
    badSender: () => badSender(),
    badRecipient: () => badRecipient(),
    unknownParameter: ({ typed }) => shown(555, '5.5.4', `Unsupported option: ${typed}`),
    badParameter: ({ keyword, value = '' }) => badParameter(keyword, value),
    declaredTooLarge: () => reply(552, '5.3.4', 'Message size exceeds fixed limit'),
    ...onAll(['mailNeedsUtf8', 'rcptNeedsUtf8'], () =>
      reply(553, '5.6.7', 'Must declare SMTPUTF8 to send unicode address'),
    ),
    tooManyRecipients: () => reply(452, '4.5.3', 'Error: too many recipients'),
    tooMuchMail: ({ address }) => reply(450, '4.7.1', `Error: too much mail from ${address}`),
    tooManyRecipientsFrom: ({ address }) =>
      reply(450, '4.7.1', `Error: too many recipients from ${address}`),
    tooManyConnections: ({ host, address }) =>
      reply(421, '4.7.0', `${host} Error: too many connections from ${address}`),
    senderNotQualified: ({ address }) =>
      reply(504, '5.5.2', `<${address}>: Sender address rejected: need fully-qualified address`),
    recipientNotQualified: ({ address }) =>
      reply(504, '5.5.2', `<${address}>: Recipient address rejected: need fully-qualified address`),
    notYourAddress: ({ address, user }) =>
      reply(553, '5.7.1', `<${address}>: Sender address rejected: not owned by user ${user}`),
    greylisted: ({ address }) =>
      reply(450, '4.2.0', `<${address}>: Recipient address rejected: Greylisted`),

    ...onAll(['lineTooLong', 'textLineTooLong'], () => reply(500, '5.5.2', 'Error: line too long')),
    controlCharacter: () => reply(501, '5.5.2', 'Error: bad syntax'),
    notAscii: () => reply(500, '5.5.2', 'Error: bad syntax'),
    notUtf8: () => reply(500, '5.5.2', 'Error: bad UTF-8 syntax'),

    messageTooLarge: () => reply(552, '5.3.4', 'Error: message file too big'),
    bareLf: ({ host }) => reply(550, '5.5.2', `${host} Error: bare <LF> received`),

    earlyTalker: () => reply(554, '5.5.0', 'Error: SMTP protocol synchronization'),
    tooManyErrors: ({ host }) => reply(421, '4.7.0', `${host} Error: too many errors`),
    timeout: ({ host }) => reply(421, '4.4.2', `${host} Error: timeout exceeded`),
    tooManyMessages: ({ host }) => reply(421, '4.7.0', `${host} Error: too many messages`),
    tooLong: ({ host }) => reply(421, '4.4.2', `${host} Error: timeout exceeded`),
    closing: ({ host }) => reply(421, '4.3.2', `${host} Service not available`),
    tooMuchInput: ({ host }) => reply(421, '4.7.0', `${host} Error: too much input`),
  },
}

const malformed = {
  initial: 'Invalid base64 data in initial response',
  continued: 'Invalid base64 data in continued response',
  content: '(reason unavailable)',
} as const

/** An address is shown as it was typed, SMTPUTF8 or not. */
const shown = (code: number, enhanced: string, text: string): Reply => ({
  ...reply(code, enhanced, text),
  charset: 'utf8',
})

const notRecognized = (): Reply => reply(500, '5.5.2', 'Error: command not recognized')

/** Each of MAIL and RCPT has its own words for a value that will not do. */
function badParameter(keyword: string, value: string): Reply {
  if (keyword === 'SIZE')
    return /^\d+$/.test(value)
      ? reply(552, '5.3.4', 'Message size exceeds file system imposed limit')
      : reply(501, '5.5.4', 'Bad message size syntax')
  const isOfRcpt = keyword === 'NOTIFY' || keyword === 'ORCPT'
  return reply(501, '5.5.4', `${isOfRcpt ? 'Error: ' : ''}Bad ${keyword} parameter syntax`)
}

const badSender = () => reply(501, '5.1.7', 'Bad sender address syntax')

const badRecipient = () => reply(501, '5.1.3', 'Bad recipient address syntax')

const unknownUser = (address: string): string =>
  `<${address}>: Recipient address rejected: User unknown in local recipient table`

/** `MAIL FROM:<reverse-path> [parameters]` as Postfix writes it: `MAIL FROM:<address>`. */
const shortSyntax = (syntax: string): string =>
  syntax
    .replace(/<(reverse|forward)-path>/, '<address>')
    .replace('<name-or-address>', 'address [SMTPUTF8]')
    .replace(/ \[parameters\]$/, '')
