export const words = {
  /** What a panel is called, on its tab and above itself. */
  titles: {
    terminal: 'Terminal',
    zone: 'Zone',
    envelope: 'Envelope',
    mailbox: 'Mailbox',
    readers: 'Readers',
    asked: 'Asked',
    published: 'Published',
    senders: 'Senders',
    mails: 'Messages',
    delivery: 'Delivery',
    wire: 'Wire',
    time: 'Time',
    devices: 'Devices',
    numbers: 'Numbers',
    map: 'Map',
  },
}
