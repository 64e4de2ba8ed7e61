/** Who has mail on every server that is measured. */
export const ADDRESS = 'bob@example.org'
export const PASSWORD = 'secret'

/** Where the simulated client connects from. */
export const CLIENT = '198.51.100.7'

/** What the domain of the senders publishes, so that there is something to judge by. */
export const SENDER_ZONE = {
  origin: 'example.net',
  text: [
    '$TTL 3600',
    '@ TXT "v=spf1 mx include:_spf.example.net -all"',
    `_spf TXT "v=spf1 ip4:192.0.2.0/28 ip4:${CLIENT} ~all"`,
    '@ MX 10 mx',
    'mx A 192.0.2.26',
    '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:reports@example.net"',
    '',
  ].join('\n'),
}
