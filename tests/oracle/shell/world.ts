import { sampleWorld } from '../../../src/world/sample.ts'
import type { HostSpec, WorldSpec } from '../../../src/world/spec.ts'

const mailbox = { personality: 'teaching', domains: ['example.org'] } as const

const submission = {
  personality: 'teaching',
  domains: ['example.org'],
  maxSize: 10_485_760,
} as const

/** More of example.org, for those who ask. */
const MORE = [
  'www CNAME mx',
  'mx AAAA 2001:db8::25',
  'long TXT "one" "two \\"quoted\\" and \\\\ more"',
  '_sip._tcp SRV 10 20 5060 mx',
  '@ CAA 0 issue "ca.example"',
].join('\n')

/** The sample, with TLS, a port for its users, and addresses that have names. */
export const oracleWorld = (now: number): WorldSpec => ({
  ...sampleWorld,
  now: new Date(now).toISOString(),
  zones: [
    ...sampleWorld.zones.map((zone) =>
      zone.origin === 'example.org' ? { ...zone, text: `${zone.text}${MORE}\n` } : zone,
    ),
    {
      origin: '2.0.192.in-addr.arpa',
      editable: false,
      text: [
        '$TTL 3600',
        '@ SOA ns.example.org. hostmaster.example.org. 1 7200 900 1209600 300',
        '@ NS ns.example.org.',
        '25 PTR mx.example.org.\n',
      ].join('\n'),
    },
  ],
  hosts: sampleWorld.hosts.map((host): HostSpec =>
    host.name === 'mx.example.org' && host.smtp
      ? {
          ...host,
          ...{ smtp: { ...host.smtp, tls: 'offered' }, submission },
          ...{ imap: mailbox, pop3: mailbox },
        }
      : host,
  ),
  mailboxes: sampleWorld.mailboxes.map((mailbox) => ({ ...mailbox, password: 'secret' })),
})
