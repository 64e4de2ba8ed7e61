import type { CommandFacts } from '../../shared/command-facts.ts'
import { onAll } from '../../shared/personality.ts'
import type { NameProblem } from '../data/name-problem.ts'
import type { Differences } from './personality.ts'

const unreadable = 'Error in IMAP command received by server.'

const noMailbox = ({ name }: { readonly name: string }): string => `Mailbox doesn't exist: ${name}`

/** The replies of Dovecot 2.3, word for word where it has the occasion. */
export const dovecot: Differences = {
  policies: { badBeforeLogin: 3, badAfterLogin: 20, id: [['name', 'Dovecot']] },
  words: {
    ...onAll(['noTag', 'noCommand', 'unknownBeforeLogin'], () => unreadable),
    ...onAll(['flood', 'literalTooLong'], () => 'Literal size too large'),
    greeting: () => 'Dovecot ready.',
    done: ({ command }) => `${capitalized(command)} completed.`,
    bye: () => 'Logging out',
    autologout: () => 'Disconnected for inactivity.',
    tooManyErrors: () => 'Too many invalid IMAP commands.',
    capabilityBeforeLogin: () =>
      'Pre-login capabilities listed, post-login capabilities have more.',
    loggedIn: () => 'Logged in',
    loginFailed: () => 'Authentication failed.',
    loginDisabled: () => 'Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
    unknownMechanism: () => 'Unsupported authentication mechanism.',
    cancelled: () => 'Authentication aborted by client.',
    notBase64: () => 'Invalid base64 data in continued response',
    notReadable: () => 'Invalid authentication data',
    startTls: () => 'Begin TLS negotiation now.',
    noTls: () => "TLS support isn't enabled.",
    tlsAlready: () => 'TLS is already active.',

    sendLiteral: () => 'OK',
    idling: () => 'idling',
    idleEnded: () => 'Idle completed.',
    expectedDone: () => 'Expected DONE',

    unknownCommand: ({ typed }) => `Error in IMAP command ${typed.toUpperCase()}: Unknown command.`,
    outOfOrder: ({ command, phase }) =>
      phase === 'notAuthenticated'
        ? unreadable
        : command.source.section?.startsWith('6.2') || phase === 'selected'
          ? `Error in IMAP command ${command.verb}: Unknown command.`
          : 'No mailbox selected',
    syntax: ({ command, because }) => `Error in IMAP command ${command.verb}: ${because}.`,
    lineTooLong: () => 'Too long argument',
    messageTooLarge: () => 'Requested message is too large.',
    smallLiterals: () => 'Non-synchronizing literal size too large',
    tooManyLiterals: () => 'Too many literals',

    selected: ({ access }) => (access === 'read-only' ? 'Examine completed.' : 'Select completed.'),
    uidValidity: () => 'UIDs valid',
    uidNext: () => 'Predicted next UID',
    unseen: () => 'First unseen.',
    highestModSeq: () => 'Highest',
    mailboxId: () => 'Ok',
    flagsPermitted: ({ access }) =>
      access === 'read-only' ? 'Read-only mailbox.' : 'Flags permitted.',
    mailboxClosed: () => 'Previous mailbox closed.',
    noMailbox,
    noTarget: noMailbox,
    notSelectable: ({ name }) => `Mailbox isn't selectable: ${name}`,
    badName: ({ problem }) => nameWords[problem],
    mailboxExists: () => 'Mailbox already exists',
    inboxStays: () => "INBOX can't be deleted.",
    hasChildren: () => 'Mailbox has children, delete them first',
    intoItself: () => "Can't rename mailbox under itself.",
    overQuota: () => 'Quota exceeded (mailbox for user is full)',
    tooMuch: () => 'Limit reached',
    readOnly: () => 'Mailbox is read-only',
    specialUseTaken: () => 'Special-use attribute is in use already',
    cannotSpecialUse: () => 'Special-use attribute not supported',

    badMessageSet: ({ command }) => `Error in IMAP command ${command.verb}: Invalid messageset`,
    messagesGone: () => 'Some of the requested messages no longer exist.',
    storeGone: () => 'Some of the messages no longer exist.',
    modified: () => 'Conditional store failed.',
    moved: () => 'Moved UIDs.',
    badCharset: () => 'Unknown charset',
    unknownEncoding: () => 'Unknown CTE',
    nothingSaved: () => 'No saved search result',
    emptyMessage: () => "Can't save a zero byte message.",
    badUrl: () => 'Invalid URL',
    noQuota: () => 'No such quota root.',
    cannotSetQuota: () => 'Permission denied',
    noResource: ({ resource }) => `Unsupported resource: ${resource}`,
    uidsStay: () => 'UIDs are permanent',
  },
}

const invalidName = (because: string): string => `Invalid mailbox name: ${because}`

const nameWords: Readonly<Record<NameProblem, string>> = {
  'not-utf7': 'Mailbox name is not valid mUTF-7',
  'not-utf8': 'Mailbox name is not valid UTF-8',
  'too-long': 'Mailbox name too long',
  empty: invalidName('Name is empty'),
  'delimiter-first': invalidName('Begins with hierarchy separator'),
  'delimiter-last': invalidName('Ends with hierarchy separator'),
  'delimiter-twice': invalidName('Has adjacent hierarchy separators'),
  wildcard: invalidName('Contains wildcards'),
  'control-character': invalidName('Contains control characters'),
}

/** `UID FETCH` is `Fetch`. */
function capitalized({ verb }: CommandFacts): string {
  const word = verb.replace(/^UID /, '')
  if (word === 'NOOP' || word === 'ID') return word
  return word[0]! + word.slice(1).toLowerCase()
}
