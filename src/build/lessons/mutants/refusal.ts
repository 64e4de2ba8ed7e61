/** What a reply line says of a command: `250`, `+OK`, `NO`; nothing where it says none. */
export const codeOf = (line: string): string | undefined =>
  /^(\d{3})(?: |$)/.exec(line)?.[1] ??
  /^(\+OK|-ERR)\b/.exec(line)?.[1] ??
  /^[A-Za-z0-9.]+ (OK|NO|BAD)\b/.exec(line)?.[1]

/** Whether a server refuses so, by SMTP, IMAP or POP3. */
export const isRefusalCode = (code: string): boolean => /^([45]\d\d|NO|BAD|-ERR)$/.test(code)
