import { onAll } from '../../shared/personality.ts'
import { plainReply, reply, type Reply } from '../wire/reply.ts'
import type { Differences } from './differences.ts'

const badParameters = (): Reply => reply(501, '5.5.4', 'Invalid parameters')

/** The replies of Dovecot 2.3 on its submission and LMTP ports. */
export const dovecot: Differences = {
  extensions: [
    '8BITMIME',
    'AUTH',
    'CHUNKING',
    'DSN',
    'ENHANCEDSTATUSCODES',
    'SIZE',
    'SMTPUTF8',
    'STARTTLS',
    'PIPELINING',
  ],
  policies: { spaceAfterColon: 'refused', login: 'before-order' },
  replies: {
    greeting: ({ host }) => plainReply(220, `${host} Dovecot ready.`),
    helo: ({ host }) => plainReply(250, host),
    ehlo: ({ host, keywords }) => plainReply(250, [host, ...keywords].join('\n')),
    helloName: ({ typed }) =>
      typed === ''
        ? plainReply(501, 'Missing hostname')
        : plainReply(501, 'Invalid domain name or address literal'),
    mail: () => reply(250, '2.1.0', 'OK'),
    rcpt: () => reply(250, '2.1.5', 'OK'),
    data: () => plainReply(354, 'OK'),
    queued: ({ queueId }) => reply(250, '2.0.0', `Ok: queued as ${queueId}`),
    saved: ({ address, queueId }) => reply(250, '2.0.0', `<${address}> ${queueId} Saved`),
    notSaved: ({ address, code, enhanced, typed }) =>
      reply(code, enhanced, `<${address}> ${typed}`),
    chunk: ({ size }) => reply(250, '2.0.0', `Added ${size} octets`),
    lastChunk: ({ queueId }) => reply(250, '2.0.0', `Ok: queued as ${queueId}`),
    startTls: () => reply(220, '2.0.0', 'Begin TLS negotiation now.'),
    ...onAll(['rset', 'noop'], () => reply(250, '2.0.0', 'OK')),
    quit: () => reply(221, '2.0.0', 'Bye'),
    ...onAll(['help', 'helpAbout', 'helpUnknown'], () =>
      reply(214, '2.0.0', 'See https://doc.dovecot.org/'),
    ),
    // What is no atom or string is no parameter here, so an address never gets as far as 252.
    vrfy: ({ address }) => triedRcpt(address),
    vrfyRelayed: ({ address }) => triedRcpt(address),
    vrfyUnknown: ({ address }) => triedRcpt(address),
    vrfyDenied: ({ address }) => triedRcpt(address),
    ...onAll(
      [
        'vrfyNeedsUtf8',
        'chunkSyntax',
        'chunkEmpty',
        'syntax',
        'noArgument',
        'spaceAfterColon',
        'noBrackets',
        'badSender',
        'badRecipient',
        'badParameter',
      ],
      badParameters,
    ),
    vrfyAmbiguous: () => reply(252, '2.3.3', 'Try RCPT instead'),

    unknownCommand: () => reply(500, '5.5.1', 'Unknown command'),
    notOffered: ({ command }) =>
      command.verb === 'STARTTLS'
        ? reply(502, '5.5.1', 'TLS support is not enabled.')
        : reply(502, '5.5.1', 'Unsupported command'),
    http: () => reply(221, '2.7.0', 'I can break rules, too. Goodbye.'),
    helloFirst: ({ command }) =>
      reply(503, '5.5.1', `${command.verb} not allowed before EHLO or LHLO`),
    ehloFirst: ({ command }) => reply(503, '5.5.1', `${command.verb} not allowed after HELO`),
    tlsFirst: () => reply(530, '5.7.0', 'TLS required.'),
    tlsAlready: () => reply(502, '5.5.1', 'TLS is already active.'),
    loginFirst: () => reply(530, '5.7.0', 'Authentication required.'),
    loggedIn: () => reply(235, '2.7.0', 'Logged in.'),
    loginFailed: () => reply(535, '5.7.8', 'Authentication failed.'),
    loginMalformed: () => reply(501, '5.5.2', 'Invalid base64 data'),
    loginCancelled: () => reply(501, '5.7.0', 'Authentication aborted by client.'),
    loginAlready: () => reply(503, '5.5.0', 'Already authenticated'),
    loginNeedsTls: () =>
      reply(
        523,
        '5.7.10',
        'Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
      ),
    loginLineTooLong: () => reply(500, '5.5.6', 'Authentication response too long'),
    unknownMechanism: () => reply(504, '5.5.4', 'Unsupported authentication mechanism.'),
    authSyntax: () => reply(501, '5.5.4', 'Missing authentication mechanism parameter'),
    tooManyLogins: () => reply(450, '4.7.1', 'Too many login attempts'),
    ...onAll(['needMail', 'needRcpt'], () => reply(503, '5.5.0', 'MAIL needed first')),
    nestedMail: () => reply(503, '5.5.0', 'MAIL already given'),
    noRecipients: () => reply(554, '5.5.0', 'No valid recipients'),
    inTransaction: () => reply(503, '5.5.0', 'Command not permitted during a mail transaction'),
    inChunks: () => reply(503, '5.5.0', 'Command not permitted during BDAT'),
    binaryData: () => reply(503, '5.5.0', 'DATA cannot be used with BINARYMIME'),

    unknownParameter: () => reply(555, '5.5.4', 'Unsupported parameters'),
    ...onAll(['declaredTooLarge', 'messageTooLarge', 'chunkTooLarge'], () =>
      reply(552, '5.2.3', 'Message size exceeds administrative limit'),
    ),
    mailNeedsUtf8: () => reply(550, '5.6.7', 'Must declare SMTPUTF8 to send unicode address'),
    rcptNeedsUtf8: () => reply(553, '5.6.7', 'Must declare SMTPUTF8 to send unicode address'),
    tooManyRecipients: () => reply(452, '4.5.3', 'Too many recipients'),
    tooMuchMail: () => reply(450, '4.7.1', 'Too many messages'),
    tooManyRecipientsFrom: () => reply(450, '4.7.1', 'Too many recipients'),
    tooManyConnections: ({ host }) => reply(421, '4.7.0', `${host} Too many connections`),
    ...onAll(['senderNotQualified', 'recipientNotQualified'], () =>
      reply(504, '5.5.2', 'Path is missing domain'),
    ),
    notYourAddress: () => reply(553, '5.7.1', 'Sender address not allowed for this user'),
    greylisted: ({ address }) => reply(450, '4.2.0', `<${address}> Greylisted`),
    userUnknown: ({ address }) =>
      reply(550, '5.1.1', `<${address}> User doesn't exist: ${address}`),
    relayDenied: ({ address }) =>
      reply(550, '5.1.1', `<${address}> User doesn't exist: ${address}`),

    ...onAll(['lineTooLong', 'textLineTooLong'], () => reply(500, '5.5.2', 'Line too long')),
    ...onAll(['controlCharacter', 'notAscii', 'notUtf8'], () =>
      reply(500, '5.5.2', 'Invalid character in command'),
    ),

    bareLf: () => reply(550, '5.5.2', 'Bare <LF> received'),

    earlyTalker: () => reply(554, '5.5.0', 'Client spoke before the greeting'),
    tooManyErrors: ({ host }) => reply(421, '4.7.0', `${host} Too many invalid commands.`),
    tooManyMessages: ({ host }) => reply(421, '4.7.0', `${host} Too many messages.`),
    timeout: ({ host }) => reply(421, '4.4.2', `${host} Disconnected for inactivity`),
    tooLong: ({ host }) => reply(421, '4.4.2', `${host} Disconnected: session too long`),
    closing: ({ host }) => reply(421, '4.3.2', `${host} Shutting down`),
    tooMuchInput: ({ host }) => reply(421, '4.7.0', `${host} Too much input`),
  },
}

const triedRcpt = (address: string): Reply =>
  address.includes('@') ? badParameters() : reply(252, '2.3.3', 'Try RCPT instead')
