import type { HostSpec, MailSpec, SmtpServiceSpec, WorldSpec } from './spec.ts'

/** Made for this world; it protects nothing. */
const key =
  'MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC6Pr1VS14bWfZKdz7Dl5ejNEVRnRzn+9YBACJS' +
  '4SZbgebPLv6zuET4bF1WcmVa+jNaPfb0bJc5gGBL3GzZ9qSJYO/X0npPV5Eu85gJ0ZBlR+MFRoM69o+3kn1J05JU' +
  'Phj+gf5Zl6MUgUKYJQVZ9L6S/xQ9wDBtt/wey33n3BT0m2A80+b8JYT9vpdyeWW2tUWPg1MKLY3ftLcdPLbOcNXR' +
  '8vc3oadZ8BfKRJEESjbrvo9v8RWOo1+qFkV/C723SoBTjlXFewBtc39Kxms+IAK4ZOcObMjU3r4cGdCSkZGvvEh5' +
  'nmWR9s/fWYE/v9H23uAszEHiXVzzwXuu3MpeeRwfAgMBAAECggEABFRpWPeQSzkO5XG2PNM/gxKBA8H9uHiiLNt+' +
  'Xn8reK8hazvo4e/alzEIBVII7gipBdGerNVulNwQc1MIYe8aF0XMEjA9vtK9nSsZ/1GUmxGXMMwQJBc0Kh8SIbg+' +
  'Jw5bFhws+AEXveYmPlOGAHfLsByVHyr0x4zG/4+0XgutVQnSpgxYqYQi4SD6fK9vlMyvX5NzOhtVTHJn1nL0VgZN' +
  'dnbOINn5FCnZStqUpqk0ICWRxkKULZ0boOJDmMFn3wPgUTNwsaBTsWXEiQVRWAID2XfSI/MzjM6y0VGCidzVtF8B' +
  '2Bo0QMCniRGBKpLUQ1ntqGQ628UO6tozT7Z+lQJ2gQKBgQDmw5+dlhq5ERObCdZgiptJ6WioBU/BkpomOPiROe8B' +
  'G4jvqI45jqVn+ua+TnDjAEQs28nGh7qMiVBx5ndeqxJo4jg4lNtSV/9eF7WR3373nzhSAXLZMFh+dekIaiqOckV2' +
  'ANjxOv2GdysLr2alxu2mzYzAoasBqGXnt3Asqg+/XwKBgQDOnMdVl3Omh7VAijT9f+C6oHgNPqtYl5CqJN8H9ob1' +
  'NG/VvJ40z268Xa6bXXexQnJnsjgJpdaW1PyqmCWoHc7sXfVGzR/tKfiwj7iS9b6RY+GWmfcFB05b3+/BeF5AgtXd' +
  'ZikIyUVtH4Px9lEopwRIFKOnkBEtDd1ESeLCzUWbQQKBgQDMZsbBTS4Kc0fMcmBDT0LRqz+aZGoK6hJEfP4flRNR' +
  'BdS7g6/G58U3XxR3yP9Q8vFwUpZdlef1h8OLwDpHznwWDxsBc0j5nRyDebjIpxDNwWifqszR+HLKQSLS40ciubEx' +
  'HvsKYdgi/PdR+GGRwazLrRJZplnUtBbfsqpXxaMBPQKBgQDK+Ww+YrYj8IgYqm3aaElfLowh/uIX+3YMIILW8NKu' +
  'i2AeqtkFao8QEDybtxwCERQRWR0CJWCF9yFtemDsIrSIstlmP9fQhv4gfmDGRxN7A5O3/vOUhhPt4DZKa7S0TZRK' +
  'l7VSQ2CoDmDyUJh0hneHVHdeAwNMrqUkFC3oT/7EwQKBgQDFG6hCpZ/FAdEOoTaaMmu5Jfl716kbo/CquVXWp1xL' +
  '2zAjIs/bSIMCmGaixDb58esqYQSNAwHjoCM2CWUEMh75KBV6x4KwTCmLbpmVCec+I4E6yY1qTz4ldMnLKJwLW+Nu' +
  'iBkbe1hFVETLOL8Ih3Zt14hGIq2+innbg1PQJJoXNw=='

const myZone = `$TTL 3600
@               SOA ns hostmaster 2026060101 7200 900 1209600 300
@               NS  ns
ns              A   192.0.2.53
mail            A   192.0.2.25
desk            A   192.0.2.7

; Where mail for example.org goes
@               MX  10 mail

; Who may send as example.org: our server, and what the newsletter service lists
@               TXT "v=spf1 mx include:news.example -all"

; The key that signs the messages
june._domainkey TXT ( "v=DKIM1; k=rsa; p="
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuj69VUteG1n2Snc+w5eXozRFUZ0c5/vW"
    "AQAiUuEmW4Hmzy7+s7hE+GxdVnJlWvozWj329GyXOYBgS9xs2fakiWDv19J6T1eRLvOYCdGQZUfj"
    "BUaDOvaPt5J9SdOSVD4Y/oH+WZejFIFCmCUFWfS+kv8UPcAwbbf8Hst959wU9JtgPNPm/CWE/b6X"
    "cnlltrVFj4NTCi2N37S3HTy2znDV0fL3N6GnWfAXykSRBEo2676Pb/EVjqNfqhZFfwu9t0qAU45V"
    "xXsAbXN/SsZrPiACuGTnDmzI1N6+HBnQkpGRr7xIeZ5lkfbP31mBP7/R9t7gLMxB4l1c88F7rtzK"
    "XnkcHwIDAQAB" )

; What receivers shall do with what is neither
_dmarc          TXT "v=DMARC1; p=reject; rua=mailto:reports@example.org"
`

const friendZone = `$TTL 3600
@      SOA ns hostmaster 2026060101 7200 900 1209600 300
@      NS  ns
ns     A   198.51.100.53
mx     A   198.51.100.25
@      MX  10 mx
@      TXT "v=spf1 mx -all"
_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:reports@example.net"
`

const newsZone = `$TTL 3600
@      SOA ns hostmaster 2026060101 7200 900 1209600 300
@      NS  ns
ns     A   203.0.113.53
out    A   203.0.113.80
@      MX  10 out
@      TXT "v=spf1 ip4:203.0.113.80 -all"
_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:reports@news.example"
`

const service = (domain: string): SmtpServiceSpec => ({
  personality: 'teaching',
  domains: [domain],
  relayFrom: [],
  maxSize: 10_485_760,
  authenticates: true,
  // The forger’s machine: a careful receiver rejects nothing for `p=reject` alone.
  distrusts: ['203.0.113.66'],
  tls: 'offered',
})

/** Where the owners of mailboxes send and read. */
const forUsers = (domain: string): Pick<HostSpec, 'submission' | 'imap' | 'pop3'> => ({
  submission: { personality: 'teaching', domains: [domain], maxSize: 10_485_760 },
  imap: { personality: 'teaching', domains: [domain], quotas: 'settable' },
  pop3: { personality: 'teaching', domains: [domain] },
})

const toBob = (
  mail: Pick<MailSpec, 'id' | 'title' | 'host' | 'mailFrom' | 'intent'>,
  from: string,
  subject: string,
  body: string,
): MailSpec => ({
  ...mail,
  rcptTo: ['bob@example.net'],
  headers: [
    ['From', from],
    ['To', 'Bob <bob@example.net>'],
    ['Subject', subject],
  ],
  body,
})

/** A small Internet without a task, in which at first everything is as it should be. */
export const sandboxWorld: WorldSpec = {
  seed: 25,
  now: '2026-06-01T08:00:00Z',
  zones: [
    { origin: 'example.org', editable: true, text: myZone },
    { origin: 'example.net', editable: true, text: friendZone },
    { origin: 'news.example', editable: true, text: newsZone },
  ],
  hosts: [
    {
      name: 'desk.example.org',
      addresses: ['192.0.2.7'],
      about: 'Your desk. SPF of example.org does not name it.',
    },
    {
      name: 'mail.example.org',
      addresses: ['192.0.2.25'],
      about: 'Takes, sends and signs the mail of example.org.',
      smtp: { ...service('example.org'), relayFrom: ['192.0.2.7'] },
      ...forUsers('example.org'),
      lmtp: { personality: 'teaching', domains: ['example.org'], maxSize: 10_485_760 },
      keys: [{ domain: 'example.org', selector: 'june', algorithm: 'rsa-sha256', privateKey: key }],
    },
    {
      name: 'mx.example.net',
      addresses: ['198.51.100.25'],
      about:
        'Keeps Bob’s mail, and judges what comes in. Some addresses fail on request: `help addresses`.',
      specialAddresses: true,
      smtp: service('example.net'),
      ...forUsers('example.net'),
    },
    {
      name: 'out.news.example',
      addresses: ['203.0.113.80'],
      about: 'A newsletter service that example.org pays.',
      smtp: service('news.example'),
    },
    {
      name: 'forger.example',
      addresses: ['203.0.113.66'],
      about: 'A rented machine that writes in other people’s names.',
    },
  ],
  mailboxes: [
    { address: 'bob@example.net', name: 'Bob', password: 'lunch' },
    { address: 'alice@example.org', name: 'Alice', password: 'friday' },
    { address: 'reports@example.org', password: 'numbers' },
  ],
  devices: [
    {
      ...{ id: 'desk', name: 'Alice’s mail program', owner: 'alice@example.org' },
      ...{ host: 'desk.example.org', server: 'mail.example.org' },
    },
  ],
  mails: [
    toBob(
      {
        ...{ id: 'letter', title: 'Alice’s message to Bob', host: 'mail.example.org' },
        ...{ mailFrom: 'alice@example.org', intent: 'good' },
      },
      'Alice <alice@example.org>',
      'Lunch on Friday?',
      'Dear Bob,\nthe usual place, at noon?\nAlice\n',
    ),
    toBob(
      {
        ...{ id: 'newsletter', title: 'The newsletter of example.org', host: 'out.news.example' },
        ...{ mailFrom: 'news@example.org', intent: 'good' },
      },
      'Example News <news@example.org>',
      'What is new in June',
      'Dear readers,\nnot much.\n',
    ),
    toBob(
      {
        ...{ id: 'forgery', title: 'Somebody writes as Alice', host: 'forger.example' },
        ...{ mailFrom: 'alice@example.org', intent: 'forged' },
      },
      'Alice <alice@example.org>',
      'Please pay this today',
      'Dear Bob,\nour account number has changed.\nAlice\n',
    ),
    toBob(
      {
        ...{
          id: 'two-names',
          title: 'Another envelope, Alice’s letterhead',
          host: 'forger.example',
        },
        ...{ mailFrom: 'me@forger.example', intent: 'forged' },
      },
      'Alice <alice@example.org>',
      'Only the envelope is checked',
      'Dear Bob,\nSPF looks at the envelope. Who looks at the message?\nNot Alice\n',
    ),
  ],
  senders: [
    {
      ...{ id: 'server', name: 'Our mail server', ip: '192.0.2.25', helo: 'mail.example.org' },
      about: 'Sends what people at example.org write.',
      mailFrom: 'alice@example.org',
      expect: ['pass'],
    },
    {
      ...{ id: 'news', name: 'The newsletter service', ip: '203.0.113.80' },
      helo: 'out.news.example',
      about: 'Sends as example.org, because we asked it to.',
      mailFrom: 'news@example.org',
      expect: ['pass'],
    },
    {
      ...{ id: 'desk', name: 'Your desk', ip: '192.0.2.7', helo: 'desk.example.org' },
      about: 'Should hand its mail to the server, not send by itself.',
      mailFrom: 'alice@example.org',
      expect: ['fail', 'softfail'],
    },
    {
      ...{ id: 'forger', name: 'The forger', ip: '203.0.113.66', helo: 'forger.example' },
      about: 'Puts Alice on the envelope.',
      mailFrom: 'alice@example.org',
      expect: ['fail'],
    },
    {
      ...{
        id: 'friend',
        name: 'The friend’s server',
        ip: '198.51.100.25',
        helo: 'mx.example.net',
      },
      about: 'Sends what Bob answers.',
      mailFrom: 'bob@example.net',
      expect: ['pass'],
    },
  ],
}
