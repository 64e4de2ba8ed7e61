/** The page that reads reports about DMARC and TLS: what is given to it. */
export const words = {
  title: 'Reports',
  lead: 'Receivers send XML about your mail every day. Give it to this page: it says who sends in your name, what each sender likely is, what failed, and what to do next.',
  stays:
    'Nothing leaves your browser: the reports are read on this page, and kept until you close this tab.',
  noScript: 'A script reads the reports: it is turned off.',
  giveTitle: 'Your reports',
  paste: 'A report, or the mail that carries it',
  orDrop:
    'Or drop files here: XML, gzip, ZIP, mails, a whole mailbox; DMARC or TLS, several at once.',
  choose: 'Choose files',
  another: 'Keep it, paste another',
  example: 'Show an example',
  files: 'Files that are read',
  share: 'Share a link',
  clear: 'Remove everything',
  down: 'To the result',
  yoursTitle: 'What is yours',
  own: 'Your domains',
  ownHint: 'Left empty: the domains that the reports are about.',
  zone: 'Your zone, or your SPF record',
  zoneHint: 'With it, your own servers and services are known and not guessed.',
  resultsTitle: 'Who sends in your name',
  nothingYet: 'Nothing has been given yet. Here will be',
  willSources:
    'the senders, grouped: yours, a service, a forwarder, a list, a stranger, each with its reason;',
  willNext: 'what failed, and the next step, those that harm you first;',
  willDays: 'a chart by day, and the same as a table;',
  willTls: 'of reports about TLS, why sessions failed.',
  /** Said when something was done. */
  pasted: (number: number) => (number === 0 ? 'what you pasted' : `pasted ${number}`),
  size: (octets: number) =>
    octets < 1024
      ? `${octets} octets`
      : octets < 1024 * 1024
        ? `${Math.round(octets / 1024)} KiB`
        : `${(octets / 1024 / 1024).toFixed(1)} MiB`,
  remove: 'Remove',
  removeFile: (name: string) => `Remove ${name}`,
  taken: (count: number) => (count === 1 ? 'One file came in.' : `${count} files came in.`),
  notTaken: (names: string, limit: string) => `Left out, since a file may have ${limit}: ${names}.`,
  notTakenAll: (names: string, limit: string) =>
    `Left out, since all files together may have ${limit}: ${names}.`,
  notTakenMany: (limit: number, count: number) =>
    `${count === 1 ? 'One file was' : `${count} files were`} left out: ${limit} are read at once.`,
  unreadable: (names: string) => `The browser could not read ${names}.`,
  nothingToKeep: 'Paste a report first.',
  kept: 'It is among the files. Paste the next.',
  zoneTooLong: (length: number, limit: number) =>
    `What you pasted has ${length.toLocaleString('en')} characters; of a zone up to ${limit.toLocaleString('en')} are read. It was not put here.`,
  movedToFiles: 'So long a text is kept as a file, so that the field stays quick.',
  notKept: (limit: string) =>
    `All of it is read, but it is not kept when you reload: that is for up to ${limit}.`,
  cleared: 'Everything is removed.',
  notReached: 'What reads the reports could not be fetched. Try again.',
  exampleThere: 'Twelve reports about example.org, a firm that does not exist, came in.',
  nothingToShare: 'There is nothing to share yet.',
  tooLargeToShare: (limit: string, most: number) =>
    `Too large for a link: that holds up to ${most} files and ${limit} packed. The reports themselves would be in it.`,
  linked:
    'You opened a link with somebody’s reports. Yours are as you left them, and what you change here is not kept.',
  back: 'Back to mine',
  ownInstead: 'Your own reports are here instead.',
  shared: 'Reports about my domain',
}
