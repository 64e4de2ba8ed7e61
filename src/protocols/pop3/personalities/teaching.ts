import { clipped } from '../../shared/clip.ts'
import { err, ok, okLines, okMessage } from '../wire/reply.ts'
import type { Personality } from './personality.ts'

/** The default: states what happened, why, and what to type instead. */
export const teaching: Personality = {
  policies: {
    international: 'offered',
    retention: 'announced',
    waysIn: 'always',
    needlessArguments: 'refused',
    unknownInARow: undefined,
    emptyUser: 'refused',
    longLine: 'stays',
    idle: 'silent',
    implementation: 'HELO-World',
  },
  replies: {
    greeting: ({ host, timestamp }) =>
      ok(`${host} POP3 ready. Say USER and PASS, or CAPA${timestamp ? ` ${timestamp}` : ''}`),
    user: ({ login }) => ok(`Now PASS and the password, ${clipped(login)}`),
    loggedIn: ({ login, count, octets }) =>
      ok(`${login}'s maildrop is open: ${messages(count)}, ${octets} octets`),
    authFailed: () => err('Login and password do not belong together', 'AUTH'),
    authCancelled: () => err('Cancelled, as you asked. Nobody is logged in'),
    authUnreadable: () => err('That is not base64. A lone * would have cancelled'),
    authSyntax: ({ because }) => err(because),
    authMechanism: ({ typed, offered }) =>
      err(
        `I do not offer ${clipped(typed)}. ${offered.length ? `Try ${offered[0]}` : 'Say STLS first'}`,
      ),
    authList: ({ offered }) => okLines('AUTH and one of these', offered),
    tlsFirst: ({ command }) =>
      err(`${command.verb} would show your password to who listens. Say STLS first`),
    inUse: () =>
      err('The maildrop is open in another session. Try again when it has quit', 'IN-USE'),
    loginDelay: ({ seconds }) =>
      err(`You were here just now. Come again in ${seconds} seconds`, 'LOGIN-DELAY'),
    unavailable: () =>
      err(
        'You are who you say, but the maildrop cannot be opened now. Try again later',
        'SYS/TEMP',
      ),

    capa: ({ capabilities }) => okLines('This is what I can do', capabilities),
    stls: () => ok('Begin TLS now; what was said so far is forgotten'),
    stlsAgain: () => err('TLS is up already'),
    stlsAfterUtf8: () => err('STLS comes before UTF8'),
    stlsAbsent: () => err('I have no TLS to offer'),
    utf8: () => ok('UTF-8 from now on'),
    utf8Again: () => err('UTF-8 is on already'),
    languages: ({ languages }) => okLines('I speak these languages', languages),
    language: ({ tag }) => ok(`${tag} I answer in English`),
    languageUnknown: ({ typed }) =>
      err(`I do not speak ${clipped(typed)}. LANG alone lists what I speak`),

    stat: ({ count, octets }) => ok(`${count} ${octets}`),
    list: ({ count, octets, lines }) => okLines(`${messages(count)}, ${octets} octets`, lines),
    listOne: ({ number, octets }) => ok(`${number} ${octets}`),
    uidl: ({ lines }) => okLines('Each message, and the name it will always have', lines),
    uidlOne: ({ number, id }) => ok(`${number} ${id}`),
    retr: ({ octets, message }) => okMessage(`${octets} octets follow, then a lone dot`, message),
    top: ({ lines, message }) =>
      okMessage(
        `The header, and ${lines === 1 ? '1 line' : `${lines} lines`} of the text`,
        message,
      ),
    needsUtf8: ({ number }) =>
      err(`The header of message ${number} is UTF-8. Say UTF8 before you log in`, 'UTF8'),
    dele: ({ number }) => ok(`Message ${number} will be deleted when you QUIT`),
    rset: ({ count, octets }) =>
      ok(`No message is marked any more: ${messages(count)}, ${octets} octets`),
    noop: () => ok('Nothing done, as you asked'),
    quit: ({ host }) => ok(`${host} says goodbye`),
    update: ({ host, deleted, left }) =>
      ok(
        deleted === 0
          ? `${host} says goodbye. Nothing was deleted, ${messages(left)} left`
          : `${host} says goodbye. ${messages(deleted)} deleted, ${left} left`,
      ),

    noSuchMessage: ({ typed, count }) =>
      err(
        count === 0
          ? `There is no message ${clipped(typed)}: the maildrop is empty`
          : `There is no message ${clipped(typed)}: they go from 1 to ${count}`,
      ),
    deleted: ({ number }) => err(`You have deleted message ${number}. RSET takes that back`),
    badNumber: ({ typed, command }) =>
      err(
        typed === ''
          ? `Which message? Write ${command.syntax}`
          : `\`${clipped(typed)}\` is no message number. Write ${command.syntax}`,
      ),
    noise: ({ typed, command }) =>
      err(`I do not know what to make of \`${clipped(typed)}\`. Write ${command.syntax}`),
    badLines: ({ typed }) =>
      err(
        typed === ''
          ? 'How many lines? Write TOP msg n, with 0 for the header alone'
          : `\`${clipped(typed)}\` is no number of lines. Write TOP msg n`,
      ),

    linesNoise: ({ typed, command }) =>
      err(`I do not know what to make of \`${clipped(typed)}\`. Write ${command.syntax}`),

    unknownCommand: ({ typed, hint }) =>
      err(
        typed === ''
          ? 'An empty line is no command. CAPA lists what I can do'
          : `I do not know \`${clipped(typed)}\`. ${hint ?? 'CAPA lists what I can do'}`,
      ),
    apopAbsent: () => err('I do not know `APOP`. CAPA lists what I can do'),
    loginFirst: ({ command }) => err(`Log in before ${command.verb}: USER and PASS, APOP or AUTH`),
    alreadyIn: ({ command }) => err(`You are logged in. ${command.verb} comes before that`),
    userFirst: () => err('Say USER and your login before PASS'),
    syntax: ({ command }) => err(`Write ${command.syntax}`),
    noArgument: ({ command }) => err(`Write ${command.verb} alone, with nothing behind it`),
    lineTooLong: ({ limit }) => err(`That line is too long: a command has up to ${limit} octets`),
    controlCharacter: () => err('A control character is in that line. Type it again'),
    notUtf8: () => err('Those octets are neither ASCII nor UTF-8'),

    tooManyErrors: () => err('Too many errors. Connect again when you are ready'),
    idle: () => err('Nothing heard for too long'),
  },
}

const messages = (count: number): string => (count === 1 ? '1 message' : `${count} messages`)
