export const words = {
  title: 'The envelope',
  holds: (host: string) => `what ${host} holds now`,
  held: (host: string) => `what ${host} held`,
  noServer: 'no server was called yet',
  empty: {
    'MAIL FROM': 'no sender yet',
    'RCPT TO': 'no recipient yet',
    message: 'no message yet',
  },
  refused: (place: string, code: string) => `${place}: the line was refused, ${code}`,
  takenOver: '250 taken over',
  notTakenOver: 'not yet taken over',
  mailboxes: 'Mailboxes',
  count: (messages: number) =>
    messages === 1 ? '1 message' : messages ? `${messages} messages` : 'empty',
  taken: 'taken over',
  beingWritten: 'being written down …',
}
