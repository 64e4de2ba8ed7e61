import { clipped } from '../../shared/clip.ts'
import type { CommandFacts } from '../../shared/command-facts.ts'
import type { NameProblem } from '../data/name-problem.ts'
import type { CommandPhase } from '../server/session.ts'
import type { Personality } from './personality.ts'

/** The default: states what happened, why, and what to type instead. */
export const teaching: Personality = {
  policies: {
    badBeforeLogin: 20,
    badAfterLogin: 50,
    badCounts: 'all',
    lastBad: 'sent',
    capabilities: undefined,
    unknownItems: new Set(),
    ignoresMore: new Set(),
    changesInExamined: 'refused',
    subscriptions: 'any-name',
    renamesInbox: 'yes',
    enabled: 'news',
    statusOfSelected: 'plain',
    statusOrder: 'as-asked',
    newKeywords: 'flags',
    listAttributes: 'all',
    lsubUses: 'hidden',
    seenFlags: 'last',
    absentPart: 'nil',
    unreadableSelect: 'changes-nothing',
    finish: (response) => response,
    wildcardsInNames: 'refused',
    id: [['name', 'HELO World']],
  },
  words: {
    greeting: ({ host }) => `${host.name} IMAP ready. Begin each command with a tag: a CAPABILITY`,
    done: ({ command }) => `${command.verb} completed`,
    enabled: ({ command }) => `${command.verb} completed`,
    nothingCopied: ({ command }) => `${command.verb} completed`,
    statusOfSelected: ({ command }) => `${command.verb} completed`,
    bye: ({ host }) => `${host.name} says goodbye`,
    autologout: () => 'Nothing heard for a long time. Goodbye',
    flood: () => 'More is coming than I read. Goodbye',
    tooManyErrors: () =>
      'Too many commands that I do not understand. Connect again when you are ready',
    capabilityBeforeLogin: () => 'That is what I can do now; after login there is more',
    loggedIn: ({ login }) => `Welcome, ${login}. Now SELECT INBOX`,
    loginFailed: () => 'That name and that password do not belong together',
    loginDisabled: () =>
      'Not here: everybody on the way would read your password. Say STARTTLS first',
    unknownMechanism: ({ mechanism, mechanisms }) =>
      `I do not know \`${clipped(mechanism)}\`. Now I offer ${inWords(mechanisms)}`,
    cancelled: () => 'Cancelled, as you asked',
    notBase64: () => 'That is not base64, in which answers to a challenge are written',
    notReadable: () => 'That answer is not one that this mechanism takes',
    startTls: () => 'Begin TLS now',
    noTls: () => 'There is no TLS here',
    tlsAlready: () => 'TLS is up already',

    sendLiteral: ({ size }) => `Send ${size} octets`,
    idling: () => 'I tell you what happens. DONE ends it',
    idleEnded: () => 'IDLE ended',
    expectedDone: () => 'Only DONE ends IDLE, alone on its line and without a tag',

    noTag: ({ typed }) =>
      typed === ''
        ? 'An empty line is no command. Write a tag and a command: a NOOP'
        : `A command begins with a tag of your choice: a1 ${clipped(typed)}`,
    noCommand: () => 'A command belongs behind the tag: a NOOP',
    unknownCommand: ({ typed, hint }) =>
      `I do not know \`${clipped(typed)}\`. ${hint ?? 'CAPABILITY lists what I can do'}`,
    unknownBeforeLogin: ({ typed, hint }) =>
      `I do not know \`${clipped(typed)}\`. ${hint ?? 'CAPABILITY lists what I can do'}`,
    outOfOrder: ({ command, phase }) => outOfOrder(command, phase),
    syntax: ({ command, because }) => `${because}. Write ${command.syntax}`,
    lineTooLong: ({ limit }) => `That line is too long: a command has up to ${limit} octets`,
    literalTooLong: ({ limit }) => `That literal is too long: I take up to ${limit} octets here`,
    messageTooLarge: ({ limit }) => `Too large: I take messages of up to ${limit} octets`,
    smallLiterals: ({ limit }) =>
      `With a + a literal has up to ${limit} octets here (LITERAL-); without it, wait for my +`,
    tooManyLiterals: ({ limit }) => `More than ${limit} literals in one command`,

    selected: ({ name, messages, access }) =>
      `${name} is selected${access === 'read-only' ? ' to be looked at only' : ''}: ${count(messages)}`,
    uidValidity: () => 'While this number stays, UIDs mean the same messages',
    uidNext: () => 'The next message gets this UID or a higher one',
    unseen: ({ number }) => `Message ${number} is the first that is not \\Seen`,
    highestModSeq: () => 'The last change has this number',
    mailboxId: () => 'This id stays when the name changes',
    flagsPermitted: ({ access }) =>
      access === 'read-only'
        ? 'Nothing can be changed here'
        : 'You may change these; \\* means: and invent keywords',
    mailboxClosed: () => 'The mailbox before is closed',
    noMailbox: ({ name }) =>
      `There is no mailbox ${clipped(name)}. LIST "" * shows those there are`,
    noTarget: ({ name }) => `There is no mailbox ${clipped(name)}. CREATE it, then try again`,
    notSelectable: ({ name }) => `${clipped(name)} is only a name: it holds mailboxes and no mail`,
    badName: ({ problem }) => nameSentences[problem],
    mailboxExists: ({ name }) => `There is a mailbox ${clipped(name)} already`,
    inboxStays: () => 'INBOX is always there: mail comes in through it',
    hasChildren: ({ name }) => `Other mailboxes are in ${clipped(name)}: DELETE them first`,
    intoItself: () => 'A mailbox cannot be moved into itself',
    overQuota: () => 'Your mailboxes are full',
    tooMuch: () => 'That is more than I keep',
    readOnly: () =>
      'EXAMINE opened this mailbox to be looked at only. SELECT it to change something',
    changesIgnored: ({ command }) => `${command.verb} completed`,
    renamingInbox: () => 'INBOX keeps its name here',
    renamedToItself: ({ name }) => `There is a mailbox ${clipped(name)} already`,
    targetExists: ({ name }) => `There is a mailbox ${clipped(name)} already`,
    notEnabled: ({ command, extension }) =>
      `ENABLE ${extension} comes first. Write ${command.syntax}`,
    vanishedElsewhere: ({ command }) =>
      `VANISHED is for UID FETCH, once QRESYNC is enabled. Write ${command.syntax}`,
    recursiveAlone: ({ command }) =>
      `RECURSIVEMATCH stands beside SUBSCRIBED. Write ${command.syntax}`,
    charsetWithUtf8: ({ command }) =>
      `With UTF8=ACCEPT every text is UTF-8, and no CHARSET is named. Write ${command.syntax}`,
    badInitialResponse: () => 'That is not base64, in which answers to a challenge are written',
    specialUseTaken: () => 'Another mailbox has that use already',
    cannotSpecialUse: ({ attribute }) => `No mailbox can be ${attribute} here`,

    badMessageSet: ({ because }) => because,
    messagesGone: () =>
      'Some of these messages are gone: another session has expunged them. NOOP tells which',
    storeGone: () =>
      'Some of these messages are gone: another session has expunged them. NOOP tells which',
    modified: () => 'Somebody else has changed these messages meanwhile; they are left as they are',
    moved: () => 'There they are now',
    badCharset: ({ charset }) => `I cannot read \`${clipped(charset)}\``,
    unknownEncoding: () => 'That part is written in an encoding that I cannot undo',
    nothingSaved: () => 'Nothing is saved',
    emptyMessage: () => 'A message needs one octet at least',
    badUrl: ({ url }) => `\`${clipped(url)}\` names nothing that I can read`,
    noQuota: ({ root }) => `There is no quota root "${clipped(root)}"`,
    cannotSetQuota: () => 'Only a postmaster changes how much you may keep',
    noResource: ({ resource }) =>
      `\`${clipped(resource)}\` has no limit here: only STORAGE and MESSAGE have one`,
    uidsStay: () => 'UIDs stay as they are',
  },
}

const nameSentences: Readonly<Record<NameProblem, string>> = {
  'not-utf7': 'That name is not modified UTF-7: write `&-` for `&`',
  'not-utf8': 'That name is not UTF-8',
  'too-long': 'That name is too long',
  empty: 'A mailbox has a name: "" is none',
  'delimiter-first': 'A name does not begin with `/`, which stands between a mailbox and one in it',
  'delimiter-last': 'A name does not end with `/`, which stands between a mailbox and one in it',
  'delimiter-twice': 'One `/` stands between a mailbox and one in it',
  wildcard: '`%` and `*` stand for any name in LIST, and in no name',
  'control-character': 'A name has no control characters',
}

function outOfOrder(command: CommandFacts, phase: CommandPhase): string {
  const { verb } = command
  if (phase === 'notAuthenticated') return `Log in before ${verb}: LOGIN or AUTHENTICATE`
  if (['LOGIN', 'AUTHENTICATE'].includes(verb)) return 'You are logged in already'
  if (verb === 'STARTTLS') return 'STARTTLS comes before the login'
  return `SELECT a mailbox before ${verb}`
}

const count = (messages: number): string =>
  messages === 0 ? 'no messages' : messages === 1 ? '1 message' : `${messages} messages`

const inWords = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.join(', ')
