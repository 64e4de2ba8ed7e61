/** Messages of the maildrop that the transcripts fetch from. */
export const mails: Readonly<Record<string, string>> = {
  lunch:
    'From: Alice <alice@example.net>\r\nTo: Bob <bob@example.org>\r\nSubject: Lunch\r\n\r\nNoon?\r\n',
  dots: 'From: alice@example.net\r\nSubject: Dots\r\n\r\n.hidden\r\n..\r\n.\r\nend\r\n',
  long: 'From: alice@example.net\r\nSubject: Long\r\n\r\none\r\n\r\nthree\r\nfour\r\n',
  bare: 'Subject: Bare line feeds\n\n.\nno end',
  header: 'Subject: No body\r\n',
  empty: '',
  french: 'Subject: D\u00e9jeuner\r\n\r\nMidi ?\r\n',
  eight: 'Subject: Body\r\nContent-Transfer-Encoding: 8bit\r\n\r\nMidi, ça va ?\r\n',
}
