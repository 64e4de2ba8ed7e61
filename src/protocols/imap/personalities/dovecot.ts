import type { CommandFacts } from '../../shared/command-facts.ts'
import { onAll } from '../../shared/personality.ts'
import type { NameProblem } from '../data/name-problem.ts'
import { argumentError, earlyArgumentError } from './dovecot-errors/index.ts'
import { badResponse, finishAsDovecot, loginFailed, unknownMechanism } from './dovecot-finish.ts'
import type { About, Differences } from './personality.ts'

const unreadable = 'Error in IMAP command received by server.'

const noMailbox = ({ name }: { readonly name: string }): string => `Mailbox doesn't exist: ${name}`

/** What it announces before the login. */
const early = 'IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+'

/**
 * What Dovecot 2.3 adds after it, in its order, and the plugin for quotas last. What this server does
 * not do is left out: THREAD=REFS, ESORT, CONTEXT=SEARCH, SNIPPET, PREVIEW, SAVEDATE and NOTIFY.
 */
const late =
  'SORT SORT=DISPLAY THREAD=REFERENCES THREAD=ORDEREDSUBJECT MULTIAPPEND URL-PARTIAL CATENATE ' +
  'UNSELECT CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED I18NLEVEL=1 CONDSTORE QRESYNC ESEARCH ' +
  'SEARCHRES WITHIN LIST-STATUS BINARY MOVE STATUS=SIZE LITERAL+ SPECIAL-USE QUOTA'

const ignoringMore =
  'CAPABILITY, NOOP, LOGOUT, STARTTLS, SELECT, EXAMINE, CREATE, DELETE, RENAME, SUBSCRIBE, ' +
  'UNSUBSCRIBE, NAMESPACE, STATUS, IDLE, CHECK, CLOSE, UNSELECT, EXPUNGE, UID EXPUNGE, COPY, ' +
  'UID COPY, MOVE, UID MOVE'

/** The replies of Dovecot 2.3, word for word where it has the occasion. */
export const dovecot: Differences = {
  policies: {
    badBeforeLogin: 3,
    badAfterLogin: 20,
    badCounts: 'in-a-row',
    lastBad: 'left-out',
    capabilities: {
      beforeLogin: early.split(' '),
      afterLogin: `${early} ${late}`.replace(' LITERAL+', '').split(' '),
    },
    unknownItems: new Set([
      ...['EMAILID', 'THREADID', 'MAILBOXID', 'DELETED-STORAGE', 'IMAP4REV2', 'UTF8=ACCEPT'],
    ]),
    ignoresMore: new Set(ignoringMore.split(', ')),
    changesInExamined: 'ignored',
    subscriptions: 'mailboxes',
    renamesInbox: 'no',
    enabled: 'all-asked-for',
    statusOfSelected: 'clientbug',
    statusOrder: 'own',
    newKeywords: 'flags-and-permanent',
    listAttributes: 'as-asked',
    lsubUses: 'shown',
    seenFlags: 'first',
    absentPart: 'empty',
    unreadableSelect: 'closes',
    finish: finishAsDovecot,
    wildcardsInNames: 'taken',
    id: [['name', 'Dovecot']],
  },
  words: {
    unknownBeforeLogin: () => unreadable,
    noTag: ({ isLoggedIn }) => (isLoggedIn ? 'Error in IMAP tag: Invalid tag' : unreadable),
    noCommand: ({ isLoggedIn }) =>
      isLoggedIn ? 'Error in IMAP command: Invalid command name' : unreadable,
    ...onAll(['flood', 'literalTooLong'], () => 'Literal size too large'),
    greeting: () => 'Dovecot ready.',
    done: (about) => completed(about),
    changesIgnored: (about) =>
      about.command.verb.endsWith('STORE')
        ? 'Store ignored with read-only mailbox.'
        : completed(about),
    enabled: () => 'Enabled.',
    nothingCopied: () => 'No messages found.',
    statusOfSelected: () => 'Status on selected mailbox completed.',
    bye: () => 'Logging out',
    autologout: () => 'Disconnected for inactivity.',
    tooManyErrors: () => 'Too many invalid IMAP commands.',
    capabilityBeforeLogin: () =>
      'Pre-login capabilities listed, post-login capabilities have more.',
    loggedIn: () => 'Logged in',
    loginFailed: () => loginFailed,
    loginDisabled: () => 'Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
    unknownMechanism: () => unknownMechanism,
    cancelled: () => 'Authentication aborted by client.',
    notBase64: () => badResponse,
    badInitialResponse: () => 'Invalid base64 data in initial response',
    notReadable: () => loginFailed,
    startTls: () => 'Begin TLS negotiation now.',
    noTls: () => "TLS support isn't enabled.",
    tlsAlready: () => 'TLS is already active.',

    sendLiteral: () => 'OK',
    idling: () => 'idling',
    idleEnded: () => 'Idle completed.',
    expectedDone: () => 'Expected DONE',

    unknownCommand: ({ typed }) =>
      typed.toUpperCase() === 'UID'
        ? 'Error in IMAP command: Invalid command name'
        : `Error in IMAP command ${typed.toUpperCase()}: Unknown command.`,
    outOfOrder: ({ command, phase }) =>
      phase === 'notAuthenticated'
        ? unreadable
        : command.source.section?.startsWith('6.2') || phase === 'selected'
          ? `Error in IMAP command ${command.verb}: Unknown command.`
          : 'No mailbox selected',
    syntax: ({ command, argument, isLoggedIn }) =>
      isLoggedIn
        ? inCommand(command, argumentError(command.verb, argument))
        : earlyArgumentError(command.verb, argument),
    notEnabled: ({ command, extension }) =>
      inCommand(command, extension === 'QRESYNC' ? 'QRESYNC not enabled' : 'Invalid arguments'),
    vanishedElsewhere: ({ command, enabled }) =>
      inCommand(
        command,
        enabled === 'no' && command.verb.startsWith('UID')
          ? 'QRESYNC not enabled'
          : 'Unknown FETCH modifier',
      ),
    recursiveAlone: ({ command }) =>
      inCommand(command, 'RECURSIVEMATCH must not be the only selection'),
    charsetWithUtf8: ({ command }) => inCommand(command, 'Invalid charset argument'),
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
    intoItself: () => "Can't rename mailbox under its own child.",
    renamingInbox: () => "Renaming INBOX isn't supported.",
    renamedToItself: () => "Can't rename mailbox to itself.",
    targetExists: () => 'Target mailbox already exists',
    overQuota: () => 'Quota exceeded (mailbox for user is full)',
    tooMuch: () => 'Limit reached',
    readOnly: () => 'Mailbox is read-only',
    specialUseTaken: () => 'Special-use attribute is in use already',
    cannotSpecialUse: () => 'Special-use attribute not supported',

    badMessageSet: ({ command }) =>
      inCommand(command, command.verb.startsWith('UID') ? 'Invalid uidset' : 'Invalid messageset'),
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

const inCommand = ({ verb }: CommandFacts, error: string): string =>
  `Error in IMAP command ${verb}: ${error}.`

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

const completed = ({ command }: About): string => `${capitalized(command)} completed.`

/** `UID FETCH` is `Fetch`. */
function capitalized({ verb }: CommandFacts): string {
  const word = verb.replace(/^UID /, '')
  if (word === 'NOOP' || word === 'ID') return word
  return word[0]! + word.slice(1).toLowerCase()
}
