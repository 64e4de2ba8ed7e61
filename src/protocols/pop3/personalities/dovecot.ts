import { clipped } from '../../shared/clip.ts'
import { onAll } from '../../shared/personality.ts'
import { err, ok, okLines, okMessage } from '../wire/reply.ts'
import type { Differences } from './personality.ts'

/** Occasions on which Dovecot knows no such command. */
const unknown = [
  ...(['utf8', 'utf8Again', 'languages', 'language', 'languageUnknown'] as const),
  ...(['loginFirst', 'controlCharacter', 'notUtf8'] as const),
] as const

/** Replies what Dovecot 2.3 was seen to reply; the rest is in its style. */
export const dovecot: Differences = {
  policies: {
    international: 'absent',
    retention: 'unannounced',
    waysIn: 'before-login',
    needlessArguments: 'ignored',
    unknownInARow: { beforeLogin: 3, afterLogin: 20 },
    emptyUser: 'taken',
    longLine: 'closes',
    idle: 'farewell',
    implementation: '',
  },
  replies: {
    ...onAll(unknown, () => err('Unknown command.')),
    // Before the login another program answers, which does not repeat the word.
    unknownCommand: ({ typed, isLoggedIn }) => unknownWord(isLoggedIn ? typed : ''),
    alreadyIn: ({ command }) => unknownWord(command.verb),
    apopAbsent: () => err('APOP not enabled.'),
    ...onAll(['syntax', 'noArgument'], () => err('Invalid parameters.')),
    ...onAll(['user', 'rset', 'noop'], () => ok('')),
    greeting: ({ timestamp }) => ok(`Dovecot ready.${timestamp ? ` ${timestamp}` : ''}`),
    loggedIn: () => ok('Logged in.'),
    authFailed: () => err('Authentication failed.', 'AUTH'),
    authCancelled: () => err('Authentication aborted by client.'),
    authUnreadable: ({ response }) =>
      response === 'initial'
        ? err('Invalid base64 data in initial response', 'AUTH')
        : err('Invalid base64 in response', 'AUTH'),
    authSyntax: () => err('Authentication failed.', 'AUTH'),
    authMechanism: () => err('Unsupported authentication mechanism.', 'AUTH'),
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

    list: ({ count, lines }) => okLines(`${count} messages:`, lines),
    uidl: ({ lines }) => okLines('', lines),
    retr: ({ octets, message }) => okMessage(`${octets} octets`, message),
    top: ({ message }) => okMessage('', message),
    needsUtf8: () => err('Message needs UTF8.', 'UTF8'),
    dele: () => ok('Marked to be deleted.'),
    quit: () => ok('Logging out'),
    update: ({ deleted }) => ok(deleted ? 'Logging out, messages deleted.' : 'Logging out.'),

    noSuchMessage: ({ typed }) => err(`There's no message ${typed}.`),
    deleted: () => err('Message is deleted.'),
    badNumber: ({ argument }) => err(`Invalid message number: ${clipped(argument)}`),
    noise: ({ typed }) => err(`Noise after message number:  ${clipped(typed)}`),
    badLines: ({ typed }) =>
      typed === '' ? err('Noise after message number: ') : err(`Invalid size: ${clipped(typed)}`),
    linesNoise: ({ typed }) => err(`Noise after size:  ${clipped(typed)}`),

    userFirst: () => err('No username given.'),
    lineTooLong: () => err('Input line too long.'),

    tooManyErrors: ({ isLoggedIn }) =>
      err(isLoggedIn ? 'Too many bad commands.' : 'Too many invalid bad commands.'),
    idle: () => err('Disconnected for inactivity.'),
  },
}

function unknownWord(word: string) {
  return err(word === '' ? 'Unknown command.' : `Unknown command: ${clipped(word.toUpperCase())}`)
}
