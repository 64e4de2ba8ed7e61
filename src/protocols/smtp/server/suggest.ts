/** How many letters may be wrong in a verb that is still recognised. */
const NEAR = 2

const instead: Readonly<Record<string, string>> = {
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
  const known = instead[word.replace(/:.*$/, '')]
  if (known) return known.replace('EHLO', greeting)
  if (greeting === 'LHLO' && /^(EHLO|HELO)$/.test(word)) return 'This is LMTP: say LHLO'
  if (word === 'LHLO') return 'This is SMTP: say EHLO'
  const near = verbs
    .map((verb) => ({ verb, distance: editDistance(word.slice(0, 8), verb) }))
    .filter(({ distance, verb }) => distance <= NEAR && distance < verb.length - 1)
    .sort((a, b) => a.distance - b.distance)[0]
  return near && `Did you mean ${near.verb}?`
}

/** Letters to change, add, leave out or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const above = rows[i - 1]!
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
