import { onAll } from '../../shared/personality.ts'
import { formatDate } from '../../../message/date.ts'
import { plainReply, reply, type Reply } from '../wire/reply.ts'
import type { Differences } from './differences.ts'

const cannotVerify = (): Reply => reply(252, '2.1.5', 'Cannot VRFY user')

const notImplemented = (): Reply => reply(502, '5.3.3', 'Command not implemented')

const badArguments = (): Reply => reply(501, '5.5.4', 'Invalid arguments')

/** The replies of Exchange Server on its connectors for receiving. */
export const exchange: Differences = {
  extensions: [
    'SIZE',
    'PIPELINING',
    'DSN',
    'ENHANCEDSTATUSCODES',
    'STARTTLS',
    'AUTH',
    '8BITMIME',
    'BINARYMIME',
    'CHUNKING',
    'SMTPUTF8',
  ],
  policies: { spaceAfterColon: 'taken', login: 'after-order' },
  replies: {
    greeting: ({ host, now }) =>
      plainReply(
        220,
        `${host} Microsoft ESMTP MAIL Service ready${now === undefined ? '' : ` at ${formatDate(now)}`}`,
      ),
    helo: ({ host, address }) => plainReply(250, `${host} Hello [${address}]`),
    ehlo: ({ host, address, keywords }) =>
      plainReply(250, [`${host} Hello [${address}]`, ...keywords].join('\n')),
    helloName: ({ typed }) =>
      reply(501, '5.5.4', typed === '' ? 'Domain name required' : 'Invalid domain name'),
    mail: () => reply(250, '2.1.0', 'Sender OK'),
    rcpt: () => reply(250, '2.1.5', 'Recipient OK'),
    data: () => plainReply(354, 'Start mail input; end with <CRLF>.<CRLF>'),
    queued: ({ queueId, host }) =>
      reply(250, '2.6.0', `[InternalId=${queueId}, Hostname=${host}] Queued mail for delivery`),
    saved: ({ queueId }) => reply(250, '2.6.0', `[InternalId=${queueId}] Delivered`),
    notSaved: ({ code, enhanced, typed }) => reply(code, enhanced, typed),
    chunk: ({ size }) => reply(250, '2.6.0', `${size} bytes received`),
    lastChunk: ({ queueId }) =>
      reply(250, '2.6.0', `[InternalId=${queueId}] Queued mail for delivery`),
    startTls: () => reply(220, '2.0.0', 'SMTP server ready'),
    rset: () => reply(250, '2.0.0', 'Resetting'),
    noop: () => reply(250, '2.0.0', 'OK'),
    quit: () => reply(221, '2.0.0', 'Service closing transmission channel'),
    help: ({ commands }) =>
      plainReply(
        214,
        `This server supports the following commands:\n${commands.map(({ verb }) => verb).join(' ')}`,
      ),
    helpAbout: ({ command }) => plainReply(214, command.syntax),
    helpUnknown: () => reply(504, '5.5.4', 'Unrecognized parameter'),
    ...onAll(
      ['vrfy', 'vrfyRelayed', 'vrfyUnknown', 'vrfyDenied', 'vrfyNeedsUtf8', 'vrfyAmbiguous'],
      cannotVerify,
    ),

    unknownCommand: ({ typed }) => reply(500, '5.3.3', `Unrecognized command '${typed}'`),
    notOffered: () => notImplemented(),
    http: () => reply(500, '5.3.3', 'Unrecognized command'),
    ...onAll(['helloFirst', 'ehloFirst'], () => reply(503, '5.5.2', 'Send hello first')),
    tlsFirst: () => reply(530, '5.7.0', 'Must issue a STARTTLS command first'),
    tlsAlready: () => reply(503, '5.5.2', 'Only one STARTTLS command can be issued per session'),
    loginFirst: ({ command }) =>
      command.verb === 'MAIL'
        ? reply(530, '5.7.57', 'Client not authenticated to send mail')
        : reply(530, '5.7.1', 'Client was not authenticated'),
    loggedIn: () => reply(235, '2.7.0', 'Authentication successful'),
    loginFailed: () => reply(535, '5.7.3', 'Authentication unsuccessful'),
    loginMalformed: () => reply(501, '5.5.4', 'Cannot decode response'),
    loginCancelled: () => reply(501, '5.7.0', 'Authentication cancelled'),
    loginAlready: () => reply(503, '5.5.2', 'Already authenticated'),
    ...onAll(['loginNeedsTls', 'unknownMechanism'], () =>
      reply(504, '5.7.4', 'Unrecognized authentication type'),
    ),
    loginLineTooLong: () => reply(500, '5.3.3', 'Authentication line too long'),
    authSyntax: () => reply(501, '5.5.4', 'Invalid arguments'),
    tooManyLogins: () => reply(450, '4.7.1', 'Too many login attempts'),
    ...onAll(['needMail', 'needRcpt'], () => reply(503, '5.5.2', 'Need mail command')),
    nestedMail: () => reply(503, '5.5.2', 'Sender already specified'),
    noRecipients: () => reply(503, '5.5.2', 'Need rcpt command'),
    ...onAll(['inTransaction', 'inChunks'], () => reply(503, '5.5.2', 'Bad sequence of commands')),
    binaryData: () => reply(503, '5.5.2', 'Data command cannot be used with BINARYMIME'),
    ...onAll(
      [
        'chunkSyntax',
        'syntax',
        'noArgument',
        'spaceAfterColon',
        'badParameter',
        'controlCharacter',
        'notAscii',
        'notUtf8',
      ],
      badArguments,
    ),

    ...onAll(['noBrackets', 'badSender', 'senderNotQualified'], () =>
      reply(501, '5.1.7', 'Invalid address'),
    ),
    ...onAll(['badRecipient', 'recipientNotQualified'], () =>
      reply(501, '5.1.3', 'Invalid address'),
    ),
    unknownParameter: ({ typed }) => reply(501, '5.5.4', `Unrecognized parameter ${typed}`),
    ...onAll(['declaredTooLarge', 'messageTooLarge', 'chunkTooLarge'], () =>
      reply(552, '5.3.4', 'Message size exceeds fixed maximum message size'),
    ),
    mailNeedsUtf8: () => reply(550, '5.6.7', 'SMTPUTF8 parameter is required'),
    rcptNeedsUtf8: () => reply(553, '5.6.7', 'SMTPUTF8 parameter is required'),
    ...onAll(['tooManyRecipients', 'tooManyRecipientsFrom'], () =>
      reply(452, '4.5.3', 'Too many recipients'),
    ),
    tooMuchMail: () =>
      reply(
        421,
        '4.4.2',
        'Message submission rate for this client has exceeded the configured limit',
      ),
    tooManyConnections: () =>
      reply(
        421,
        '4.3.2',
        'The maximum number of concurrent connections has exceeded a limit, closing transmission channel',
      ),
    notYourAddress: () =>
      reply(550, '5.7.60', 'SMTP; Client does not have permissions to send as this sender'),
    greylisted: () => reply(451, '4.7.1', 'Please try again later'),
    userUnknown: () =>
      reply(
        550,
        '5.1.10',
        'RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      ),
    relayDenied: () =>
      reply(550, '5.7.54', 'SMTP; Unable to relay recipient in non-accepted domain'),

    lineTooLong: () => reply(500, '5.3.3', 'Command line too long'),

    bareLf: () =>
      reply(550, '5.6.11', 'SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds'),
    textLineTooLong: () => reply(500, '5.5.2', 'Line too long'),

    earlyTalker: () => reply(554, '5.5.0', 'Bad sequence of commands'),
    tooManyErrors: () =>
      reply(421, '4.7.0', 'Too many errors on this connection, closing transmission channel'),
    tooManyMessages: () =>
      reply(421, '4.7.0', 'Too many messages on this connection, closing transmission channel'),
    ...onAll(['timeout', 'tooLong'], () => reply(421, '4.4.1', 'Connection timed out')),
    closing: () => reply(421, '4.3.2', 'Service not available, closing transmission channel'),
    tooMuchInput: () => reply(421, '4.7.0', 'Too much input, closing transmission channel'),
  },
}
