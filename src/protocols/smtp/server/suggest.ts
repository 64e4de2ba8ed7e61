import { nearestVerb, suggestionIn, type Suggestions } from '../../shared/suggest.ts'

const instead: Suggestions = {
  HELLO: 'Did you mean EHLO?',
  HI: 'Did you mean EHLO?',
  LOGIN: 'Reading mail is the business of IMAP and POP3',
  SELECT: 'Reading mail is the business of IMAP and POP3',
  CAPABILITY: 'Reading mail is the business of IMAP. Here, EHLO lists what I can do',
  USER: 'Reading mail is the business of POP3 and IMAP',
  RETR: 'Reading mail is the business of POP3 and IMAP',
  BYE: 'Did you mean QUIT?',
  EXIT: 'Did you mean QUIT?',
  LOGOUT: 'Did you mean QUIT?',
  SEND: 'Did you mean MAIL FROM?',
  FROM: 'Did you mean MAIL FROM?',
  SENDER: 'Did you mean MAIL FROM?',
  TO: 'Did you mean RCPT TO?',
  RECIPIENT: 'Did you mean RCPT TO?',
}

/**
 * What a word that is no verb may have been meant for.
 * @param typed The whole line.
 * @param greeting The verb that greets here.
 * @returns A sentence, or `undefined` where nothing comes near.
 */
export function suggest(
  typed: string,
  verbs: readonly string[],
  greeting: 'EHLO' | 'LHLO',
): string | undefined {
  const word = /^\S*/.exec(typed)![0].toUpperCase()
  if (word === '.') return 'A lone dot ends a message, and none has begun: DATA begins one'
  if (/^(FROM|TO|CC|SUBJECT|DATE|MESSAGE-ID):(?!<)/.test(word))
    return 'A header field belongs into the message, behind DATA'
  const known = suggestionIn(instead, word.replace(/^MAIL|^RCPT|:.*/g, ''))
  if (known) return known.replace('EHLO', greeting)
  if (greeting === 'LHLO' && /^(EHLO|HELO)$/.test(word)) return 'This is LMTP: say LHLO'
  if (word === 'LHLO') return 'This is SMTP: say EHLO'
  const near = nearestVerb(word, verbs)
  return near === undefined ? undefined : `Did you mean ${near}?`
}
