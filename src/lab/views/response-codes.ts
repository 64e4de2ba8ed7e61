import type { Section } from '../../core/section.ts'

/** A word in brackets in an answer of IMAP or POP3, written for programs. */
export interface ResponseCode {
  readonly code: string
  readonly meaning: string
  readonly source: Section
}

const list = (source: Section, codes: Readonly<Record<string, string>>): ResponseCode[] =>
  Object.entries(codes).map(([code, meaning]) => ({ code, meaning, source }))

/** Those of RFC 9051 §7.1; a client ignores what it does not know. */
export const imapResponseCodes: readonly ResponseCode[] = list(
  { rfc: 9051, section: '7.1' },
  {
    ALERT: 'The text is for the user, and must be shown. Without TLS it is not to be trusted.',
    ALREADYEXISTS: 'A folder of that name is there already.',
    APPENDUID: 'The UIDVALIDITY of the folder, and the UID that the new message got.',
    AUTHENTICATIONFAILED: 'The login failed: the name or the password is wrong.',
    AUTHORIZATIONFAILED: 'The login was right, and may not act for the user that it named.',
    BADCHARSET: 'The server cannot search in this charset; it may list those that it knows.',
    CANNOT: 'The server can never do that, as with a name that it does not allow.',
    CAPABILITY: 'What the server can do, so that nothing has to be asked.',
    CLIENTBUG: 'The client did something that makes no sense.',
    CLOSED: 'The folder that was open is closed. What follows is about the one opened now.',
    CONTACTADMIN: 'Only the administrator can help.',
    COPYUID: 'The UIDVALIDITY of the target, the UIDs that were copied, and those that they got.',
    CORRUPTION: 'Data on the server are damaged.',
    EXPIRED: 'The password is no longer valid: a new one is needed.',
    EXPUNGEISSUED: 'Another client has removed messages. `NOOP` brings the news.',
    HASCHILDREN: 'The folder has others in it, and cannot be deleted before them.',
    INUSE: 'Another client is in the way. It may work later.',
    LIMIT: 'A limit of the server is reached.',
    NONEXISTENT: 'There is no such folder.',
    NOPERM: 'The user has no right to do that.',
    OVERQUOTA: 'The mailbox would hold more than it may.',
    PARSE: 'The server cannot read the header of a message.',
    PERMANENTFLAGS: 'The flags that can be changed for good; `\\*` among them allows new ones.',
    PRIVACYREQUIRED: 'The server does that over TLS only.',
    'READ-ONLY': 'The folder is open for reading only.',
    'READ-WRITE': 'The folder is open for reading and writing.',
    SERVERBUG: 'The server made a mistake.',
    TRYCREATE: 'The target folder is missing. `CREATE` it, then the same works.',
    UIDNEXT: 'The UID that the next new message will get.',
    UIDNOTSTICKY: 'The server cannot keep UIDs: they are others at the next opening.',
    UIDVALIDITY: 'The folder’s own number. If it is another than before, all UIDs are new.',
    UNAVAILABLE: 'A part of the server is down. It works later.',
    'UNKNOWN-CTE': 'The server cannot decode this part of the message.',
  },
)

/** Those of RFC 2449 §8.1 and RFC 3206. */
export const pop3ResponseCodes: readonly ResponseCode[] = [
  ...list(
    { rfc: 2449, section: '8.1.1' },
    { 'LOGIN-DELAY': 'The last login was too short a time ago. Wait, then log in again.' },
  ),
  ...list(
    { rfc: 2449, section: '8.1.2' },
    { 'IN-USE': 'The login was right, and another session has the maildrop open.' },
  ),
  ...list(
    { rfc: 3206 },
    {
      'SYS/TEMP': 'The system fails, and will probably work later.',
      'SYS/PERM': 'The system fails, and somebody has to see to it.',
      AUTH: 'The login failed: the name or the password is wrong.',
    },
  ),
]
