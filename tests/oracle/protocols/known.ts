import type { KnownDifference } from '../suite.ts'

/** A way in which the two differ, and that is as it should be. */
export interface ProtocolDifference extends KnownDifference {
  /** A reply of either without what differs. */
  without(reply: string): string
}

export const smtpDifferences: readonly ProtocolDifference[] = [
  {
    code: 'long-reply-line',
    rfc: 5321,
    section: '4.5.3.1.5',
    reason: 'Postfix sends a reply line of any length; ours goes on in another after 512 octets.',
    without: (reply) =>
      reply.length > 500 ? reply.replace(/^(\d{3})-([\d.]+ )(.{400,})\n\1 \2/gm, '$1 $2$3') : reply,
  },
]

const otherExtensions: ProtocolDifference = {
  code: 'other-extensions',
  rfc: 9051,
  section: '6.1.1',
  reason:
    'Each announces what it has: ours IMAP4rev2 and object ids, Dovecot SORT, THREAD and others.',
  without: (reply) =>
    reply
      .replace(/\[CAPABILITY [^\]]*\]/g, '[CAPABILITY]')
      .replace(/^\* CAPABILITY .*$/gm, '* CAPABILITY'),
}

export const imapDifferences: readonly ProtocolDifference[] = [
  otherExtensions,
  {
    code: 'inbox-subscribed',
    rfc: 9051,
    section: '6.3.7',
    reason:
      'Ours subscribes an account to INBOX from the start; in Dovecot its owner has to do that.',
    without: (reply) => reply.replace(/^\* (?:LIST \(\\Subscribed\)|LSUB \(\)) "\/" INBOX\n/gm, ''),
  },
  {
    code: 'quota-plugin',
    rfc: 9208,
    section: '4.1.2',
    reason: 'Ours always has quotas; the Dovecot that is compared is set up without their plugin.',
    without: (reply) =>
      reply
        .replace(/^\* QUOTA(?:ROOT)? .*\n/gm, '')
        .replace(
          /^(\w+) (?:OK Getquotaroot completed|BAD Error in IMAP command GETQUOTAROOT: Unknown command)/gm,
          '$1 GETQUOTAROOT',
        ),
  },
  {
    code: 'literal-of-a-refused-append',
    rfc: 7888,
    section: '4',
    reason:
      'When Dovecot refuses an APPEND it takes a non-synchronizing literal for the next command; ours reads past it.',
    without: (reply) =>
      reply.replace(/^abc BAD Error in IMAP command: Invalid command name .*$\n?/gm, '').trimEnd(),
  },
  {
    code: 'object-ids',
    rfc: 8474,
    section: '4.1',
    reason: 'Ours gives each mailbox an id; Dovecot 2.3 does not announce OBJECTID.',
    without: (reply) =>
      reply.replace(/^\* OK \[MAILBOXID .*\n/gm, '').replace(/ \[MAILBOXID \([^)]*\)\]/g, ''),
  },
  {
    code: 'modseq-of-each-mailbox',
    rfc: 7162,
    section: '3.1.2.1',
    reason:
      'Ours reports HIGHESTMODSEQ whenever a mailbox is selected; Dovecot once CONDSTORE is in use.',
    without: (reply) => reply.replace(/^\* OK \[HIGHESTMODSEQ .*\n/gm, ''),
  },
  {
    code: 'response-codes',
    rfc: 5530,
    section: '3',
    reason:
      'Ours names the cause with a response code wherever one is defined; Dovecot not always.',
    without: (reply) => reply.replace(/^(\w+ NO) \[(?:NONEXISTENT|CANNOT|TRYCREATE)\]/gm, '$1'),
  },
]

export const pop3Differences: readonly ProtocolDifference[] = [otherExtensions]
