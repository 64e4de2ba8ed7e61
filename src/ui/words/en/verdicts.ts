export const words = {
  asks: {
    spf: 'May this address send for that domain?',
    helo: 'May this address use the name in EHLO?',
    dkim: 'Is a signature on it, and does it hold?',
    dmarc: 'Does any of it stand for the domain in From?',
  },
  checked: (host: string) => `What ${host} checked`,
  everyStep: 'Every step, with its section',
  outcomes: {
    pass: 'in favour',
    fail: 'against',
    continue: 'goes on',
    note: 'noted',
    error: 'broken',
  },
}
