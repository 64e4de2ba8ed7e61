/** The lines of the first lesson’s session, the call itself left out: it stands when the page opens. */
export const session = {
  hello: 'EHLO desk.example.org',
  from: 'MAIL FROM:<alice@example.org>',
  to: 'RCPT TO:<bob@example.net>',
  message: ['From: Alice <alice@example.org>', 'Subject: Hello', '', 'Dear Bob,', 'I typed this.'],
} as const

/** Up to the answer to `DATA`. */
export const untilData: readonly string[] = [session.hello, session.from, session.to, 'DATA']

/** All of it. */
export const wholeSession: readonly string[] = [...untilData, ...session.message, '.', 'QUIT']
