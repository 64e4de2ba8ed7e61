import type { Section } from '../../core/section.ts'

/** What a reply code means, and what a client does about it. */
export interface CodeFacts {
  readonly meaning: string
  readonly next: string
  readonly source: Section
}

const rfc5321: Section = { rfc: 5321, section: '4.2.3' }
const login: Section = { rfc: 4954, section: '6' }

const code = (meaning: string, next: string, source = rfc5321): CodeFacts => ({
  meaning,
  next,
  source,
})

const GO_ON = 'Go on with the next command.'
const AGAIN = 'Wait, then say the same again.'
const OTHERWISE = 'Change the line: the same line gets the same answer.'

/** The codes of RFC 5321 §4.2.3, and those of its extensions that servers here use. */
export const smtpCodes: Readonly<Record<string, CodeFacts>> = {
  211: code('The status of the system, or help about it.', GO_ON),
  214: code('Help, for people.', GO_ON),
  220: code('The server is ready.', 'Greet it: `EHLO` and your name.'),
  221: code('The server says goodbye, and closes the connection.', 'Nothing: the session is over.'),
  235: code('The login succeeded.', GO_ON, login),
  250: code('Done: what the command asked for has happened.', GO_ON),
  251: code('The user is elsewhere, and the server passes the message on.', GO_ON),
  252: code('The server does not say whether the user exists, and would try to deliver.', GO_ON),
  334: code(
    'The login goes on: what follows is a challenge in base64.',
    'Answer in base64, or cancel with a lone `*`.',
    { rfc: 4954, section: '4' },
  ),
  354: code(
    'The server waits for the message.',
    'Type the header, an empty line and the text; a line with a lone `.` ends it.',
  ),
  421: code(
    'The server has to stop now, and closes the connection.',
    'Connect again later, and begin anew.',
  ),
  450: code('The mailbox cannot be used just now: it is busy, or a policy says wait.', AGAIN),
  451: code('Something went wrong at the server while it worked on this.', AGAIN),
  452: code('The server has no room for this now, or takes no more recipients.', AGAIN),
  454: code('The login cannot be checked just now.', AGAIN, login),
  455: code('The server cannot do what the parameters ask for, for now.', AGAIN),
  500: code('The server does not know this command, or the line was too long.', OTHERWISE),
  501: code('The command is known; what stands behind it is written wrongly.', OTHERWISE),
  502: code('The command exists, and this server does not do it.', 'Do without it.'),
  503: code(
    'The command is fine, and comes at the wrong time: another one is due first.',
    'Say what is due first. Nothing that was accepted is lost.',
  ),
  504: code('The command is known; this parameter of it is not done here.', 'Do without it.'),
  530: code('A login is needed first.', '`STARTTLS` where it is offered, then `AUTH`.', login),
  534: code('This way of logging in is too weak here.', 'Choose another mechanism.', login),
  535: code('The login failed: the name or the password is wrong.', OTHERWISE, login),
  538: code('This way of logging in needs encryption.', '`STARTTLS` first.', login),
  550: code(
    'Refused: there is no such mailbox, or a policy says no.',
    'Another address, or a sender that the policy permits.',
  ),
  551: code(
    'The user is not here, and the server does not pass it on.',
    'Use the address it names.',
  ),
  552: code('The message needs more room than is allowed.', 'Send a smaller one.'),
  553: code('The mailbox’s name is not allowed: it is often written wrongly.', OTHERWISE),
  554: code('The transaction failed, or there is no mail service here at all.', OTHERWISE),
  555: code('The parameters of `MAIL` or `RCPT` are not known here.', 'Do without them.'),
}

/** The first digit: how it went (RFC 5321 §4.2.1). */
export const FIRST_DIGIT: Readonly<Record<string, string>> = {
  2: 'done',
  3: 'accepted so far: more has to follow',
  4: 'not now: the same may work later',
  5: 'no: the same line will not work',
}

/** The second digit: what it is about (RFC 5321 §4.2.1). */
export const SECOND_DIGIT: Readonly<Record<string, string>> = {
  0: 'the syntax of the command',
  1: 'information that was asked for',
  2: 'the connection',
  3: 'left open by RFC 5321; the login uses it',
  5: 'the mail system itself',
}
