import { defineGroup, setting } from '../setting.ts'
import { listOf } from '../list-types.ts'
import { choice, domainName, network, size, yesNo } from '../word-types.ts'

/** What comes in on port 25. */
export const receiving = defineGroup({
  title: 'Mail that comes in',
  settings: [
    setting({
      ...{ name: 'domains', at: 'smtp.domains', isKept: true, isMain: true, default: [] },
      about: 'Domains whose mail ends here.',
      type: listOf(domainName),
      source: { rfc: 5321, section: '2.3.5' },
    }),
    setting({
      ...{ name: 'relay_networks', at: 'smtp.relayFrom', isKept: true, isMain: true, default: [] },
      about: 'Addresses and networks that may send through this host to anywhere.',
      type: listOf(network),
      source: { rfc: 5321, section: '7.9' },
    }),
    setting({
      ...{ name: 'max_size', at: 'smtp.maxSize', isKept: true, default: 10_485_760 },
      about: 'The largest message that is accepted, announced with SIZE.',
      type: size,
      source: { rfc: 1870, section: '4' },
    }),
    setting({
      ...{ name: 'tls', at: 'smtp.tls', default: 'none' },
      about: 'Whether STARTTLS is offered to clients, or must come first.',
      type: choice({
        none: 'No TLS.',
        offered: 'Clients may begin TLS.',
        required: 'Nothing is accepted before TLS.',
      }),
      source: { rfc: 3207, section: '4' },
    }),
    setting({
      ...{ name: 'recipients', at: 'smtp.recipients', default: 'known' },
      about: 'Which recipients of its domains it accepts.',
      type: choice({
        known: 'Those that it has; others are refused in the session.',
        any: 'All: unknown ones bounce afterwards, to senders that may be forged.',
      }),
      source: { rfc: 5321, section: '3.3' },
    }),
    setting({
      ...{ name: 'bare_lf', at: 'smtp.bareLf', default: 'strict' },
      about: 'Whether a bare LF ends a line of a message too.',
      type: choice({
        strict: 'Only CR LF ends a line.',
        lax: 'A bare LF does too, which lets messages be smuggled in.',
      }),
      source: { rfc: 5321, section: '2.3.8' },
    }),
    setting({
      ...{ name: 'queue_for', at: 'smtp.queuesFor', default: [] },
      about:
        'Domains of others whose mail it accepts from anybody, and keeps for their own server.',
      type: listOf(domainName),
      source: { rfc: 1985, section: '5' },
    }),
    setting({
      ...{ name: 'backup_recipients', at: 'smtp.backupRecipients', default: 'any' },
      about: 'Which recipients of those domains it accepts.',
      type: choice({
        any: 'All of them.',
        known: 'Those that the domain’s own host has.',
      }),
      with: 'queue_for',
      source: { rfc: 5321, section: '3.3' },
    }),
    setting({
      ...{ name: 'cache_dns', at: 'cachesDns', default: false },
      about: 'Whether it remembers answers of the DNS for as long as their TTL allows.',
      type: yesNo,
    }),
  ],
})
