/** Where the way of a message ended. */
export const words = {
  ends: {
    inbox: 'Inbox',
    junk: 'Junk',
    deferred: 'Put off',
    rejected: 'Rejected',
    undeliverable: 'Undeliverable',
  },
  deliveredTo: (mailbox: string) => `Delivered to ${mailbox}.`,
  putInJunk: (mailbox: string) => `Put into the junk folder of ${mailbox}.`,
}
