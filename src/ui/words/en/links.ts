import type { LinkFault } from '../../../lab/link/read-link.ts'

/** Links to a state: what opens one, and what makes one. */
export const words = {
  isLinked: 'You opened a link: this is what somebody did here. Your own work is kept.',
  isBrought: 'A link brought these texts into a sandbox of their own. Your own work is kept.',
  keep: 'Keep this as mine',
  back: 'Back to my work',
  isKept: 'This is your work now.',
  notKept:
    'The browser’s storage is full or blocked, so this cannot be kept. Your own work is as it was.',
  faults: {
    'too large':
      'This link holds more than a link may: 1 MiB unpacked, 5,000 inputs, 20 texts, a world of 500 hosts.',
    damaged: 'This link was cut off or changed on its way. Ask for it again.',
    newer: 'A later version of HELO World made this link.',
    strange: 'This link holds no state.',
  } satisfies Record<LinkFault, string>,
  isOther: 'This link belongs to another page.',
  openThere: 'Open it there',
  ownInstead: 'You see your own work instead.',
  shareTitle: 'A link to what you see',
  shareAbout:
    'The link carries what you typed and edited, and nothing else leaves this page: who opens it sees the same.',
  address: 'The link',
  tooLong: (limit: string) =>
    `This is too much for a link: more than ${limit} characters. Export your work as a file instead.`,
  copyLink: 'Copy link',
  copyMarkdown: 'Copy as Markdown',
  copyTag: 'Copy as a tag',
  copyFrame: 'Copy as an iframe',
  qr: 'The link as a QR code',
  qrTooLong: 'The link is too long for a QR code.',
  close: 'Close',
}
