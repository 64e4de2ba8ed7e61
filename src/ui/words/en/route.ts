/** The way of a message, and where it ended. */
export const words = {
  questions: (count: number) =>
    count === 1 ? '1 question to the DNS' : `${count} questions to the DNS`,
  sender: 'The sender',
  port: (port: number, reason: string) => `Port ${port}: ${reason}`,
  session: (port: number, answers: number) =>
    `SMTP on port ${port}, ${answers} ${answers === 1 ? 'answer' : 'answers'}`,
  message: 'the message, and a dot',
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
