export const words = {
  whose: 'Whose mailbox',
  boxOf: (address: string, count: number) => `${address} (${count})`,
  arrived: (folder: string, mailbox: string) => `A message arrived in the ${folder} of ${mailbox}.`,
  inbox: 'Inbox',
  folder: 'Folder',
  newest: (shown: number, all: number) => `These are the newest ${shown} of ${all}.`,
  noJunk: {
    short: 'Nothing in junk.',
    long: 'A receiver puts a message here when it accepted it but does not trust it: for example, when DMARC requests `p=quarantine`.',
  },
  elsewhere: 'Nothing here.',
  areIn: (folders: readonly string[]) => `The mail is in ${folders.join(', ')}.`,
  /** The address stands between the first two of the longer texts. */
  noMail: {
    short: 'No message yet.',
    long: 'One appears here when a server accepts it for',
    how: ': named in `RCPT TO`, ended by a line with a single dot, answered with `250`.',
  },
}
