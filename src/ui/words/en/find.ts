/** The palette: finds lessons, rules, terms, codes, commands and tools by a few characters. */
export const words = {
  title: 'Find',
  placeholder: 'A lesson, rule, term, code, command …',
  found: 'Found',
  close: 'Close',
  kinds: {
    lesson: 'Lesson',
    tool: 'Tool',
    term: 'Term',
    code: 'Code',
    command: 'Command',
    rule: 'Rule',
  },
  /** Pages that are listed as tools, by their folder. One that the site has not is left out. */
  tools: {
    sandbox: { title: 'Sandbox', about: 'zones, servers and mail of your own' },
    live: { title: 'Live', about: 'the simulated Internet on real ports' },
    check: { title: 'Check yours', about: 'paste a record, a message, a domain' },
    reports: { title: 'Reports', about: 'read DMARC and TLS reports' },
    write: { title: 'Write records', about: 'SPF, DKIM, DMARC from a form' },
    skills: { title: 'Skills', about: 'what you have learnt, and its record' },
    grade: { title: 'Grade', about: 'what learners handed in, done again' },
    rules: { title: 'Rules', about: 'all that is checked, with examples' },
    glossary: { title: 'Glossary', about: 'the terms of Internet mail' },
    codes: { title: 'Reply codes', about: 'SMTP, IMAP, POP3 and DNS' },
    commands: { title: 'Commands', about: 'of servers, of the terminal, of helo-world' },
    offline: { title: 'Without a network', about: 'what this browser keeps for it' },
  },
  count: (count: number) =>
    count === 0 ? 'Nothing was found.' : count === 1 ? '1 find' : `${count} finds`,
  notLoaded: 'The list could not be loaded. Type again to try once more.',
}
