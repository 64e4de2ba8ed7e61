export const words = {
  note: 'tried anew at each change of a zone',
  sent: (title: string) => `Sent: ${title}`,
  from: (host: string, wish: string) => `from ${host}, ${wish}`,
  wishFrom: (wish: string, host: string) => `${wish}, from ${host}.`,
  fromHost: (host: string) => `from ${host}.`,
  /** In place of where it ended: somebody is to say so first. */
  held: 'Your guess',
  send: 'Send',
  sendThis: (title: string) => `Send: ${title}`,
  none: 'The messages are on their way.',
  mustArrive: 'must arrive',
  mustNotArrive: 'forged, must not arrive',
  forged: 'forged',
  notRejected: 'forged, not rejected',
  delivered: 'forged, delivered',
}
