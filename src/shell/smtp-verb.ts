/** Verbs of RFC 5321 §4.1 and its extensions: typed at the prompt, they reach no server. */
const SMTP =
  /^\s*(?:C:\s*)?(EHLO|HELO|LHLO|MAIL|RCPT|DATA|RSET|VRFY|EXPN|NOOP|QUIT|STARTTLS|AUTH|BDAT|ETRN)(?=$|[\s:])/i

/** The SMTP verb that a line begins with, if it does. `mail` is a command of this terminal too. */
export const smtpVerb = (line: string): string | undefined =>
  /^\s*mail(?!\s+from\b)/.test(line) ? undefined : SMTP.exec(line)?.[1]?.toUpperCase()
