import { suggestionIn, type Suggestions } from '../../shared/suggest.ts'

/** For words that a learner types out of habit and that are no IMAP commands. */
const instead: Suggestions = {
  HELO: 'HELO belongs to SMTP. Here, CAPABILITY says what I can do',
  EHLO: 'EHLO belongs to SMTP. Here, CAPABILITY says what I can do',
  MAIL: 'MAIL belongs to SMTP: here mail is read, not sent',
  RCPT: 'RCPT belongs to SMTP: here mail is read, not sent',
  DATA: 'DATA belongs to SMTP. Here, APPEND puts a message into a mailbox',
  USER: 'USER belongs to POP3. Here, say LOGIN name password',
  PASS: 'PASS belongs to POP3. Here, say LOGIN name password',
  RETR: 'RETR belongs to POP3. Here, say FETCH 1 BODY[]',
  DELE: 'DELE belongs to POP3. Here, say STORE 1 +FLAGS (\\Deleted), then EXPUNGE',
  STAT: 'STAT belongs to POP3. Here, say STATUS INBOX (MESSAGES)',
  QUIT: 'Did you mean LOGOUT?',
  EXIT: 'Did you mean LOGOUT?',
  BYE: 'Did you mean LOGOUT?',
  HELP: 'CAPABILITY lists what I can do',
  OPEN: 'Did you mean SELECT?',
  READ: 'Did you mean FETCH 1 BODY[]?',
  GET: 'Did you mean FETCH 1 BODY[]?',
  DONE: 'DONE ends IDLE, and IDLE has not begun',
  UID: 'UID stands before another command: UID FETCH 1:* FLAGS',
  STLS: 'STLS belongs to POP3. Here, say STARTTLS',
}

/**
 * What a word that is no verb was probably meant for.
 * @param verb What stands in front of it in the place of the tag, where that is a verb.
 */
export function suggest(word: string, verb: string | undefined): string | undefined {
  if (verb !== undefined)
    return `${verb} was taken for the tag. Put a word of yours before it: a1 ${verb}`
  return suggestionIn(instead, word)
}
