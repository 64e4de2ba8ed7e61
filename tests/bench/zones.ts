/** A zone of a mail domain, with as many hosts beside. */
export const mailZone = (hosts: number): string =>
  [
    '$TTL 3600',
    '@ IN SOA ns hostmaster ( 2026060101 2h 15m 2w 5m ) ; changes with each edit',
    '@ NS ns',
    'ns A 192.0.2.53',
    '@ MX 10 mx',
    'mx A 192.0.2.25',
    '@ TXT "v=spf1 ip4:192.0.2.0/24 a:www.example.org include:_spf.example.org mx -all"',
    '_spf TXT "v=spf1 ip4:198.51.100.0/25 ip6:2001:db8::/32 ~all"',
    '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:reports@example.org"',
    'www A 192.0.2.80',
    ...Array.from(
      { length: hosts },
      (_, at) => `host${at} IN A 192.0.2.${at % 256} ; machine ${at}`,
    ),
    '',
  ].join('\n')

export const hostLines = (zone: string): number => zone.split('\n').length - 1
