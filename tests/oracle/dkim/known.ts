import { fieldsNamed } from '../../../src/message/field.ts'
import type { Message } from '../../../src/message/parse.ts'
import type { KnownDifference } from '../suite.ts'
import type { Trial, VerifyAnswer } from './case.ts'

export interface DkimPair {
  readonly trial: Trial
  readonly ours: VerifyAnswer
  readonly theirs: VerifyAnswer
  /** The message as we read it. */
  readonly message: Message
}

/** A way in which an implementation differs, and in which messages that shows. */
export interface DkimDifference extends KnownDifference {
  explains(pair: DkimPair): boolean
}

/** Where dkimpy 1.1.4 differs. */
export const dkimpyDifferences: readonly DkimDifference[] = [
  {
    code: 'from-once-more',
    rfc: 6376,
    section: '8.15',
    reason:
      'dkimpy takes a From field more than `h=` names into the hash, so that one on top breaks the signature; the text leaves that to the signer, who names From once more.',
    explains: ({ ours, theirs, message }) =>
      ours.pass && !theirs.pass && fieldsNamed(message, 'From').length > namesFrom(message),
  },
  {
    code: 'white-space-of-the-last-line',
    rfc: 6376,
    section: '3.4.4',
    reason:
      'dkimpy keeps white space at the end of a last line without CRLF; white space at line ends goes, and then a CRLF is added.',
    explains: ({ trial }) => /[ \t]$/.test(trial.text) && relaxesBody(trial),
  },
]

/** Where libopendkim 2.11.0 differs. */
export const opendkimDifferences: readonly DkimDifference[] = [
  {
    code: 'body-without-line-end',
    rfc: 6376,
    section: '3.4.3',
    reason:
      'opendkim refuses a body whose last line has no CRLF, or hashes it as it stands; a CRLF is added for the hash.',
    explains: ({ trial }) => !trial.text.endsWith('\r\n'),
  },
  {
    code: 'own-ed25519-simple',
    rfc: 6376,
    section: '3.4.1',
    reason:
      'opendkim does not verify what it signs itself with Ed25519 and a `simple` header; nor do we.',
    explains: ({ trial, ours, theirs }) =>
      trial.signer === 'opendkim' &&
      !ours.pass &&
      !theirs.pass &&
      /\ba=ed25519-sha256; c=simple\//.test(trial.text),
  },
]

/** How often the signature names From. */
function namesFrom(message: Message): number {
  const [signature] = fieldsNamed(message, 'DKIM-Signature')
  const names = /\bh=([^;]*)/.exec(signature?.value ?? '')?.[1]?.split(':') ?? []
  return names.filter((name) => name.trim().toLowerCase() === 'from').length
}

const relaxesBody = ({ text }: Trial): boolean => /\bc=\s*\w+\/relaxed/.test(text)
