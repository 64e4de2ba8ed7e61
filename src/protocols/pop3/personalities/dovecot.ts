import { err, ok, okLines, okMessage } from '../wire/reply.ts'
import type { Personality } from './personality.ts'

/** What Dovecot 2.3 says where that was seen; the rest is in its manner. */
export const dovecot: Personality = {
  policies: {
    international: 'absent',
    retention: 'unannounced',
    longLine: 'closes',
    idle: 'farewell',
    implementation: '',
  },
  replies: {
    greeting: ({ timestamp }) => ok(`Dovecot ready.${timestamp ? ` ${timestamp}` : ''}`),
    user: () => ok(''),
    loggedIn: () => ok('Logged in.'),
    authFailed: () => err('Authentication failed.', 'AUTH'),
    authCancelled: () => err('Authentication aborted by client.'),
    authUnreadable: () => err('Invalid base64 data in continued response'),
    authSyntax: () => err('Authentication failed.', 'AUTH'),
    authMechanism: () => err('Unsupported authentication mechanism.'),
    authList: ({ offered }) => okLines('', offered),
    tlsFirst: () =>
      err('Plaintext authentication disallowed on non-secure (SSL/TLS) connections.', 'AUTH'),
    inUse: () => err('Mailbox is locked by another POP3 session.', 'IN-USE'),
    loginDelay: () => err('Minimum delay between logins not yet elapsed.', 'LOGIN-DELAY'),
    unavailable: () =>
      err(
        'Temporary authentication failure. Refer to server log for more information.',
        'SYS/TEMP',
      ),

    capa: ({ capabilities }) => okLines('', ['CAPA', ...capabilities]),
    stls: () => ok('Begin TLS negotiation now.'),
    stlsAgain: () => err('TLS is already active.'),
    stlsAfterUtf8: () => err('TLS is not available after UTF8.'),
    stlsAbsent: () => err("TLS support isn't enabled."),
    utf8: () => err('Unknown command.'),
    utf8Again: () => err('Unknown command.'),
    languages: () => err('Unknown command.'),
    language: () => err('Unknown command.'),
    languageUnknown: () => err('Unknown command.'),

    stat: ({ count, octets }) => ok(`${count} ${octets}`),
    list: ({ count, lines }) => okLines(`${count} messages:`, lines),
    listOne: ({ number, octets }) => ok(`${number} ${octets}`),
    uidl: ({ lines }) => okLines('', lines),
    uidlOne: ({ number, id }) => ok(`${number} ${id}`),
    retr: ({ octets, message }) => okMessage(`${octets} octets`, message),
    top: ({ message }) => okMessage('', message),
    needsUtf8: () => err('Message needs UTF8.', 'UTF8'),
    dele: () => ok('Marked to be deleted.'),
    rset: () => ok(''),
    noop: () => ok(''),
    quit: () => ok('Logging out'),
    update: ({ deleted }) => ok(deleted ? 'Logging out, messages deleted.' : 'Logging out.'),

    noSuchMessage: ({ typed }) => err(`There's no message ${typed}.`),
    deleted: () => err('Message is deleted.'),
    badNumber: ({ typed }) => err(`Invalid message number: ${typed}`),
    noise: ({ typed }) => err(`Noise after message number: ${typed}`),
    badLines: ({ typed }) => err(`Invalid message number: ${typed}`),

    unknownCommand: () => err('Unknown command.'),
    loginFirst: () => err('Unknown command.'),
    alreadyIn: () => err('Unknown command.'),
    userFirst: () => err('No username given.'),
    syntax: () => err('Invalid parameters.'),
    noArgument: () => err('Invalid parameters.'),
    lineTooLong: () => err('Input line too long.'),
    controlCharacter: () => err('Unknown command.'),
    notUtf8: () => err('Unknown command.'),

    tooManyErrors: () => err('Too many bad commands.'),
    idle: () => err('Disconnected for inactivity.'),
  },
}
