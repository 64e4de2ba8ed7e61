import type { Section } from '../../core/section.ts'

/** An enhanced status code (RFC 3463 §2) with its meaning. */
export interface Status {
  /** `5.1.1` */
  readonly code: string
  readonly outcome: 'success' | 'temporary' | 'permanent'
  /** One sentence: what went how, and why. */
  readonly meaning: string
  readonly source: Section
}

/** RFC 3463 §2: what the first number states. */
const OUTCOMES: Readonly<Record<string, Status['outcome']>> = {
  '2': 'success',
  '4': 'temporary',
  '5': 'permanent',
}

/** What the second number is about, and where RFC 3463 §3 defines it. */
const SUBJECTS: Readonly<Record<string, readonly [about: string, section: string]>> = {
  '0': ['something that no other code is for', '3.1'],
  '1': ['an address', '3.2'],
  '2': ['the recipient’s mailbox', '3.3'],
  '3': ['the mail system of the recipient', '3.4'],
  '4': ['the network or the way through it', '3.5'],
  '5': ['the mail protocol', '3.6'],
  '6': ['the content of the message', '3.7'],
  '7': ['security or a policy', '3.8'],
}

/** The details of RFC 3463 §3, and those that came later, with their own RFC. */
const DETAILS: Readonly<Record<string, string | readonly [text: string, rfc: number]>> = {
  '1.0': 'A problem with the address; the code states no more.',
  '1.1': 'There is no mailbox of that name at the domain.',
  '1.2': 'The domain of the recipient does not exist or takes no mail.',
  '1.3': 'The recipient’s address is written wrongly.',
  '1.4': 'The recipient’s address fits more than one mailbox.',
  '1.5': 'The recipient’s address is good.',
  '1.6': 'The mailbox has moved, and its new address is not known.',
  '1.7': 'The sender’s address is written wrongly.',
  '1.8': 'The domain of the sender’s address does not exist or takes no answers.',
  '1.9': ['The message was passed on to a system that takes no part in DSN.', 3886],
  '1.10': ['The domain of the recipient states that it accepts no mail (null MX).', 7505],
  '2.0': 'A problem with the mailbox; the code states no more.',
  '2.1': 'The mailbox takes no messages: it was switched off.',
  '2.2': 'The mailbox is full.',
  '2.3': 'The message is longer than this mailbox may have.',
  '2.4': 'The address is that of a list, and expanding it went wrong.',
  '3.0': 'A problem with the mail system; the code states no more.',
  '3.1': 'The mail system has no room left.',
  '3.2': 'The mail system takes no messages now.',
  '3.3': 'The mail system cannot do what the message asks for.',
  '3.4': 'The message is larger than the mail system allows.',
  '3.5': 'The mail system is not set up to take this message.',
  '4.0': 'A problem with the network; the code states no more.',
  '4.1': 'No answer came from the host.',
  '4.2': 'The connection was bad or broke.',
  '4.3': 'The directory, the DNS mostly, gave no answer.',
  '4.4': 'No way to the host is known.',
  '4.5': 'The mail system is too busy.',
  '4.6': 'The message went round in a circle.',
  '4.7': 'The message waited longer than it may.',
  '5.0': 'A problem with the protocol; the code states no more.',
  '5.1': 'This command is not allowed here, or not known.',
  '5.2': 'The command is written wrongly.',
  '5.3': 'The message has more recipients than can be taken at once.',
  '5.4': 'A parameter of the command is wrong or not known.',
  '5.5': 'The two sides speak different versions of the protocol.',
  '5.6': ['The exchange of AUTH became too long.', 4954],
  '6.0': 'A problem with the content; the code states no more.',
  '6.1': 'Content of this kind is not taken.',
  '6.2': 'The content had to be converted, and that is not allowed.',
  '6.3': 'The content had to be converted, and that cannot be done.',
  '6.4': 'The content was converted, and something was lost.',
  '6.5': 'Converting the content failed.',
  '6.6': ['The content of the message could not be fetched.', 4468],
  '6.7': ['An address with other than ASCII characters is not accepted here.', 6531],
  '7.0': 'A problem with security; the code states no more.',
  '7.1': 'The sender may not send to this recipient.',
  '7.2': 'The sender may not send to this list.',
  '7.3': 'The message had to be converted securely, and that cannot be done.',
  '7.4': 'What the message asks for in security is not known here.',
  '7.5': 'What cryptography needs is missing.',
  '7.6': 'The cryptography that was asked for is not known here.',
  '7.7': 'The message was changed on its way.',
  '7.8': ['User name or password are wrong.', 4954],
  '7.9': ['This way of logging in is too weak.', 4954],
  '7.10': ['Encryption is needed.', 5248],
  '7.11': ['This way of logging in needs encryption.', 4954],
  '7.20': ['No DKIM signature holds.', 7372],
  '7.21': ['No DKIM signature that would be accepted holds.', 7372],
  '7.22': ['No DKIM signature of the author’s domain holds.', 7372],
  '7.23': ['SPF does not permit this client to send for the domain.', 7372],
  '7.24': ['SPF could not be evaluated.', 7372],
  '7.25': ['The client’s address has no name that leads back to it.', 7372],
  '7.26': ['Several checks of who sent it failed.', 7372],
  '7.27': ['The domain of the sender’s address takes no mail (null MX).', 7505],
  '7.29': ['The ARC chain does not hold.', 8617],
  '7.30': ['The next server cannot keep the message as secure as it asks to be.', 8689],
}

const CODE = /^([245])\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/

/**
 * Says what an enhanced status code such as `5.1.1` means.
 * @returns `undefined` for what is no code. An unknown detail is described by its subject.
 */
export function explainStatus(code: string): Status | undefined {
  const found = CODE.exec(code)
  const outcome = OUTCOMES[found?.[1] ?? '']
  if (!found || !outcome) return undefined
  const { text, source } = detailOf(found[2]!, found[3]!)
  // A code of success with a detail, as 2.1.5, states what is good.
  return { code, outcome, meaning: `${HEADS[outcome]} ${text}`.trim(), source }
}

function detailOf(subject: string, detail: string): { text: string; source: Section } {
  const [about, section] = SUBJECTS[subject] ?? ['something that RFC 3463 does not know', '3']
  const known = DETAILS[`${subject}.${detail}`]
  if (typeof known === 'object') return { text: known[0], source: { rfc: known[1] } }
  const text = known ?? (subject === '0' ? '' : `It is about ${about}.`)
  return { text, source: { rfc: 3463, section } }
}

const HEADS: Readonly<Record<Status['outcome'], string>> = {
  success: 'It went well.',
  temporary: 'For now it did not work; it may later.',
  permanent: 'It will not work, however often it is tried.',
}

/** What there is to know of a subject and its details, whatever the outcome: `1.1` with its text. */
export interface StatusDetail {
  /** The second and third number: `1.1`. */
  readonly detail: string
  readonly text: string
  readonly source: Section
}

/** Every detail that is known, in the order of its numbers. */
export const statusDetails: readonly StatusDetail[] = Object.keys(DETAILS).map((detail) => ({
  detail,
  ...detailOf(detail.split('.')[0]!, detail.split('.')[1]!),
}))
