import type { Severity } from '../../../core/diagnostic.ts'

/** The page that writes records. */
export const words = {
  title: 'Write a record',
  description:
    'SPF, DKIM, DMARC, MTA-STS and BIMI records, made from choices that are explained, and judged as you make them.',
  lead: 'Choose, and read what comes of it. Each record is judged while you write it. Nothing leaves this page, and keys are made in it.',
  noScript:
    'The records are made in your browser, by a script. Without scripts there is nothing to choose here; the rules that judge records can be read.',
  failed: 'What writes the records could not be fetched. Load the page again.',
  tabs: 'Records',
  written: ', written',
  /** The domain. */
  domain: 'Your domain',
  shownFor: 'Shown for `example.org` until you type yours.',
  zoneOf: (domain: string) => `The lines are for the zone of \`${domain}\`.`,
  noDomain: 'This is no domain name.',
  /** What somebody has already. */
  pasteTitle: 'You have one already?',
  pasteAbout:
    'Paste the record, lines of a zone or a policy file, or drop a file. It becomes choices here, to go on from.',
  paste: 'The record you have',
  readIt: 'Read it',
  pick: 'Choose a file',
  tooMuch: (limit: string) =>
    `This is more than ${limit} characters: paste only the lines about mail.`,
  tooMuchHere: (limit: string) =>
    `This field takes up to ${limit} characters. What you pasted was not put here.`,
  nothingRead:
    'None of this is a record that is written here. A CNAME of your provider is published as it is.',
  read: (titles: string) => `Read: ${titles}.`,
  dropped: (parts: string) => `Left out, since there is no field for it: ${parts}.`,
  undo: 'Undo',
  undone: 'It is as before.',
  unread: 'The text could not be read. Try again.',
  /** The fields. */
  choices: (title: string) => `${title}: the choices`,
  rare: 'Seldom needed',
  asWritten: 'as it was written',
  /** Keys. */
  makeKey: 'Make a pair of keys',
  making: 'Making …',
  cannotMake: {
    rsa: 'This browser makes no RSA keys here: the page needs a secure connection. Paste the public half of a pair made elsewhere.',
    ed25519:
      'This browser makes no Ed25519 keys. Take RSA, or paste the public half of a pair made elsewhere.',
  },
  privateTitle: 'The private key, shown this once',
  privateAbout:
    'Put it where your server signs. It is kept nowhere: when you close or reload this page, it is gone, and the public half alone stays.',
  copyKey: 'Copy the private key',
  downloadKey: 'Download it',
  hideKey: 'I have it, hide it',
  keyFile: (selector: string, domain: string) => `${selector}.${domain}.private.pem`,
  refusedPrivate:
    'That was a private key. It was taken out again at once, and not kept: only the public half is published.',
  /** What came of it. */
  result: 'The record',
  toResult: 'See the record',
  copyLines: 'Copy the lines',
  copyFile: 'Copy the file',
  linesOf: (domain: string) => `Lines for the zone of ${domain}`,
  fileAt: 'The file at',
  openSandbox: 'Open in the sandbox',
  check: 'Check it',
  share: 'Share a link',
  together: (titles: string) => `Judged together with what you wrote of ${titles}.`,
  sum: (count: Readonly<Record<Severity, number>>) => {
    const parts = [
      count.error > 0 && `${count.error} ${count.error === 1 ? 'error' : 'errors'}`,
      count.warning > 0 && `${count.warning} ${count.warning === 1 ? 'warning' : 'warnings'}`,
      count.info + count.hint > 0 &&
        `${count.info + count.hint} ${count.info + count.hint === 1 ? 'note' : 'notes'}`,
    ].filter((part) => part !== false)
    return parts.length > 0 ? parts.join(', ') : 'No problems'
  },
  unfinished: 'Not finished yet',
  meaning: 'What it means',
  notes: 'Before you publish it',
  findings: 'What the linter says',
  fix: (title: string) => `Fix: ${title}`,
  useFix: 'Take it over',
  before: 'Now',
  after: 'Then',
  /** The ramp of DMARC. */
  rampTitle: 'The way up',
  rampAbout: 'A policy goes up when the reports say so. The dates are the earliest.',
  rampFrom: 'It begins on',
  rampRarest: 'The rarest mail you send',
  rarest: { month: 'once a month', quarter: 'once a quarter', year: 'once a year' },
  rampSigned: 'All of it is signed with DKIM, under this domain',
  rampLists: 'People here post to mailing lists',
  until: 'Go on when:',
  useStep: 'Take this record',
  copyPlan: 'Copy the plan',
}
