import type { Cell, CheckFinding, CopyChange } from '../../../lab/check/checked.ts'

/** The page “Check yours”. Backticks mark code. */
export const words = {
  title: 'Check yours',
  description:
    'Paste a zone, a record or a message and see what a receiver would find: SPF, DKIM, DMARC, what is wrong with them, and how to fix it. Nothing leaves your browser.',
  private: 'Nothing leaves this page',
  lead: 'Paste a zone, a record or a message, or drop files here. They are read in your browser, as a receiver would read them. No network is asked.',
  noScript: 'A script reads what you paste: it is turned off.',
  input: 'What you have',
  results: 'What was found',

  text: (at: number) => `Text ${at}`,
  copies: { sent: 'What was sent', arrived: 'What arrived' },
  name: 'Name',
  nameHelp: 'such as example.org',
  content: (label: string) => `${label}: a zone, a record or a message`,
  placeholder:
    'example.org. 300 IN TXT "v=spf1 mx -all"\n\nor v=DMARC1; p=none\n\nor a whole message, from its first field on (“Show original”)',
  copyPlaceholder: 'The source of the message, from its first field on (“Show original”)',
  found: (about: string) => `This is ${about}.`,
  reading: 'Reading …',
  remove: (label: string) => `Remove ${label}`,
  removeShort: 'Remove',
  openFile: 'Open a file',
  addText: 'Add a text',
  compare: 'Compare sent and arrived',
  clear: 'Clear',
  undo: 'Undo',
  cleared: 'All texts were removed.',
  removed: 'The text was removed.',
  fixed: (title: string) => `Done: ${title}.`,
  tooMany: (limit: number) => `No more than ${limit} texts are checked at once.`,
  tooLong: (length: number, limit: number) =>
    `This has ${length.toLocaleString('en')} characters; up to ${limit.toLocaleString('en')} are read. It stays here, and is not checked.`,
  tooLongPaste: (length: number, limit: number) =>
    `What you pasted has ${length.toLocaleString('en')} characters; up to ${limit.toLocaleString('en')} are read. It was not put here, and your text is as it was.`,
  fileTooLarge: (name: string, size: number, limit: number) =>
    `“${name}” has ${size.toLocaleString('en')} octets; up to ${limit.toLocaleString('en')} are read.`,
  fileUnread: (name: string) => `“${name}” could not be read.`,
  shownPart: (shown: number, all: number) =>
    `Shown are the first ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} characters; all are checked.`,
  notStored: 'This is too much to be kept when you reload the page.',
  broke: 'The check came to no end. Your texts are as they were.',

  senderTitle: 'May this address send as us?',
  ip: 'Address of the host',
  ipHelp: '192.0.2.25 or 2001:db8::25',
  mailFrom: 'MAIL FROM, or its domain',
  mailFromHelp: 'ann@example.org',
  senderIdle: 'SPF decides by the zones and records that are pasted.',
  unread: 'cannot be read',
  decidedBy: (text: string, domain: string) => `Decided by \`${text}\` of \`${domain}\`.`,
  lookupCount: (count: number) => `${count} of 10 lookups`,

  share: 'Share a link',
  sandbox: 'Open in the sandbox',
  tooLargeForLink: (length: number, limit: number) =>
    `This is too much to be taken there: packed it has ${length.toLocaleString('en')} characters, and up to ${limit.toLocaleString('en')} go.`,
  copyText: 'Copy as text',
  linked: 'You opened a link: this is what somebody pasted. Your own texts are kept.',
  backToOwn: 'Back to mine',
  linkFault: 'Your own texts are here instead.',

  empty: 'What is wrong, and how to fix it, will stand here.',
  nothing: 'Nothing to fix was found.',
  nothingRead: 'It was not recognized: why stands under the text.',
  /** Joined by commas: what there is of each. */
  counts: {
    error: (n: number) => (n === 1 ? '1 fault' : `${n} faults`),
    warning: (n: number) => (n === 1 ? '1 warning' : `${n} warnings`),
    question: (n: number) => (n === 1 ? '1 question' : `${n} questions`),
    info: (n: number) => (n === 1 ? '1 note' : `${n} notes`),
    hint: (n: number) => (n === 1 ? '1 piece of advice' : `${n} pieces of advice`),
  } satisfies Record<CheckFinding['severity'], (n: number) => string>,
  severities: {
    ...{ error: 'Fault', warning: 'Warning', question: 'Question', info: 'Note', hint: 'Advice' },
  } satisfies Record<CheckFinding['severity'], string>,
  more: (n: number) => `${n.toLocaleString('en')} more are not shown.`,
  line: (label: string, line: number) => `${label}, line ${line}`,
  why: 'Why',
  showFix: 'Fix:',
  applyFix: 'Make this change',
  removedLine: 'Removed:',
  addedLine: 'Added:',
  pasteRecord: (name: string) => `TXT record at ${name}`,
  pasteHelp: 'v=…',
  addRecord: 'Add it',
  pasteZone: (name: string, type: string) => `Paste a zone with the ${type} record of \`${name}\`.`,

  cells: { mx: 'Takes mail', spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' } satisfies Record<
    Cell['what'],
    string
  >,
  tones: { good: 'good', warn: 'look here', bad: 'fault', open: 'open' } satisfies Record<
    Cell['tone'],
    string
  >,
  theLookups: (count: number) => (count === 1 ? 'The lookup' : `The ${count} lookups`),
  methods: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC', arc: 'ARC' },

  comparison: 'What changed on the way',
  alike: 'All that is signed is alike in both copies.',
  body: 'Body',
  field: (name: string) => `Field ${name}`,
  octet: (octet: number) => `octet ${octet.toLocaleString('en')}`,
  breaks: {
    both: 'breaks a signature under `simple` and under `relaxed`',
    simple: 'breaks a signature under `simple`; `relaxed` bears it',
  } satisfies Record<CopyChange['breaks'], string>,
  sentLine: 'Sent',
  arrivedLine: 'Arrived',
  nothingThere: 'nothing',
  octets: (octets: string) => `octets ${octets}`,
  signatureWhole: (selector: string, domain: string) =>
    `The signature of \`${domain}\` (\`${selector}\`) bears all of it.`,
  signatureBroken: (selector: string, domain: string) =>
    `The signature of \`${domain}\` (\`${selector}\`) does not bear it.`,
  harmless: (names: string) => `Added, which breaks no signature: ${names}.`,
}
