/** The pages to look things up in: terms, codes, commands. */
export const words = {
  skip: 'Skip to the list',
  /** The pages of this kind, above the title of each. */
  lists: 'To look things up',
  contents: 'On this page',
  also: 'Also:',
  next: 'What to do:',
  related: 'See also:',
  taught: 'Lesson:',
  glossary: {
    title: 'Glossary',
    description: 'The terms of Internet mail in plain sentences, each with its RFC section.',
    lead: (count: number) =>
      `${count} terms of Internet mail, each in a sentence or two. In a lesson, a dotted line under a word leads here.`,
  },
  codes: {
    title: 'Reply codes',
    description:
      'What the codes of SMTP, IMAP, POP3 and the DNS mean, and what a client does about each.',
    lead: (count: number) =>
      `${count} codes that servers answer with, what each means, and what a client does next.`,
    smtp: 'SMTP reply codes',
    smtpAbout:
      'Three digits. The first says how it went, the second what it is about, the third is detail.',
    first: 'The first digit',
    second: 'The second digit',
    digit: (digit: string, at: 'first' | 'second') =>
      at === 'first' ? `${digit}xx` : `x${digit}x`,
    enhanced: 'Enhanced status codes',
    enhancedAbout:
      'Three numbers with dots, behind the reply code and in bounces. The first is 2, 4 or 5; the other two are listed here.',
    receivers: 'What large receivers mean by a code',
    receiversAbout:
      'No RFC has these, or it says less. This is what the receivers’ own pages say of them.',
    imap: 'IMAP: answers',
    imapCodes: 'IMAP: response codes',
    imapCodesAbout: 'In square brackets behind OK, NO, BAD, PREAUTH or BYE.',
    pop3: 'POP3: answers',
    pop3Codes: 'POP3: response codes',
    pop3CodesAbout: 'In square brackets behind `-ERR`.',
    dns: 'DNS: status of an answer',
    dnsAbout: '`dig` prints it as `status`.',
  },
  commands: {
    title: 'Commands',
    description:
      'Every command of the simulated servers, every program of the terminal, and every verb of helo-world.',
    lead: (count: number) =>
      `${count} commands: what servers understand, what the terminal runs, and what \`helo-world\` does on your own machine.`,
    smtp: 'SMTP, submission and LMTP',
    imap: 'IMAP',
    imapAbout: 'A tag of the client’s own stands before each command.',
    pop3: 'POP3',
    programs: 'Programs of the terminal',
    programsAbout: '`man` and a name shows the whole page of a program, in any terminal here.',
    verbs: 'Verbs of helo-world',
    verbsAbout: 'They run on your own machine, and most of them in the terminal too.',
  },
}
