import type { Section } from '../../core/section.ts'

/** What a header field is for, and who puts it there. */
export interface FieldFacts {
  readonly meaning: string
  readonly by: FieldWriter
  readonly source?: Section
}

/**
 * `writer`: the author's mail program. `signer`: the host that sends it out. `relay`: every host that
 * takes it over. `receiver`: the host that delivers it. `list`: a mailing list or a bulk sender.
 */
export type FieldWriter = 'writer' | 'signer' | 'relay' | 'receiver' | 'list'

const by =
  (writer: FieldWriter) =>
  (meaning: string, rfc?: number, section?: string): FieldFacts => ({
    meaning,
    by: writer,
    ...(rfc !== undefined && { source: { rfc, ...(section !== undefined && { section }) } }),
  })

/** Of BIMI, which is a draft. */
const draft = (writer: FieldWriter, meaning: string): FieldFacts => ({
  ...{
    meaning,
    by: writer,
    source: { draft: 'draft-brand-indicators-for-message-identification' },
  },
})

const writer = by('writer')
const relay = by('relay')
const receiver = by('receiver')
const list = by('list')
const signer = by('signer')

/** By the name in lower case. */
const facts: Readonly<Record<string, FieldFacts>> = {
  from: writer(
    'Who wrote the message. Nothing in SMTP compares it with the envelope.',
    5322,
    '3.6.2',
  ),
  sender: writer('Who sent it, where that is not the author.', 5322, '3.6.2'),
  'reply-to': writer('Where answers are to go, in place of the author.', 5322, '3.6.2'),
  to: writer('Whom it is addressed to. Who receives it is in the envelope.', 5322, '3.6.3'),
  cc: writer('Who gets a copy, for all to see.', 5322, '3.6.3'),
  bcc: writer('Who gets a copy in secret: it is to be taken out before sending.', 5322, '3.6.3'),
  date: writer('When the author declared it finished.', 5322, '3.6.1'),
  subject: writer('What it is about. Other scripts stand in encoded words.', 5322, '3.6.5'),
  'message-id': writer('A name that only this message has, for ever.', 5322, '3.6.4'),
  'in-reply-to': writer('The message that it answers.', 5322, '3.6.4'),
  references: writer('The thread: the messages that led to it, the oldest first.', 5322, '3.6.4'),
  'mime-version': writer('The body follows MIME.', 2045, '4'),
  'content-type': writer('What the body is: text, HTML, several parts, a file.', 2045, '5'),
  'content-transfer-encoding': writer('How the octets of the body are written.', 2045, '6'),
  'content-id': writer('A name for this part, by which another can show it.', 2045, '7'),
  'content-disposition': writer('Whether the part is shown, or kept as a file.', 2183, '2'),
  'user-agent': writer('The program it was written with. No RFC of mail defines it.'),
  'resent-from': writer('Who sent it once more, as it was.', 5322, '3.6.6'),
  'resent-to': writer('Whom it was sent to once more.', 5322, '3.6.6'),
  'resent-date': writer('When it was sent once more.', 5322, '3.6.6'),
  'auto-submitted': writer('A program wrote it, and no program may answer it.', 3834, '5'),
  received: relay(
    'A host writes from whom it took the message, and when: the topmost is the last.',
    5321,
    '4.4',
  ),
  'arc-seal': relay('The seal of one hop over what the hops before it found.', 8617, '4.1.3'),
  'arc-message-signature': relay(
    'What the message was when it left this hop, as a signature.',
    8617,
    '4.1.2',
  ),
  'arc-authentication-results': relay(
    'What this hop found when it checked the sender.',
    8617,
    '4.1.1',
  ),
  'return-path': receiver('The sender of the envelope, where a bounce goes.', 5321, '4.4'),
  'delivered-to': receiver('The mailbox that it was put in. Hosts use it to notice loops.'),
  'authentication-results': receiver(
    'What this host found when it checked the sender.',
    8601,
    '2.2',
  ),
  'bimi-location': draft(
    'receiver',
    'Where the logo of its author’s domain is, as this host found it.',
  ),
  'bimi-indicator': draft('receiver', 'That logo itself, in base64.'),
  'bimi-selector': draft('writer', 'Which of the logos of its domain is meant.'),
  'received-spf': receiver('What SPF said of the address that connected.', 7208, '9.1'),
  'dkim-signature': signer(
    'A domain answers for the message: the fields and the body it signed.',
    6376,
    '3.5',
  ),
  'list-id': list('The name of the list it came over.', 2919, '3'),
  'list-unsubscribe': list('Where to unsubscribe.', 2369, '3.2'),
  'list-unsubscribe-post': list(
    'One request unsubscribes, without a page in between.',
    8058,
    '3.1',
  ),
  'list-help': list('Where the list explains itself.', 2369, '3'),
  'list-post': list('Where to write to the list.', 2369, '3'),
  'list-archive': list('Where earlier messages are.', 2369, '3'),
}

/** What is known of a field; undefined for one that is not in the table. */
export function fieldFacts(name: string): FieldFacts | undefined {
  const key = name.trim().toLowerCase()
  return Object.hasOwn(facts, key) ? facts[key] : undefined
}
