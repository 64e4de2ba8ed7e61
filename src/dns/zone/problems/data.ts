import { defineProblem } from '../problem.ts'

/** Problems of a record's data. */

export const badAddress = defineProblem({
  code: 'zone/bad-address',
  severity: 'error',
  source: { rfc: 1035, section: '3.4.1' },
  why: 'An A record holds one IPv4 address: four numbers from 0 to 255 with dots between.',
  bad: [
    '$TTL 1h\n@ A «192.0.2.256»',
    '$TTL 1h\n@ A «192.0.2.01»',
    '$TTL 1h\n@ A «2001:db8::1»',
    '$TTL 1h\nwww A «web.example.com.»',
    '$TTL 1h\n@ A «192.0.2.0/24»',
  ],
  good: ['$TTL 1h\n@ A 192.0.2.1'],
})

export const badAddress6 = defineProblem({
  code: 'zone/bad-address6',
  severity: 'error',
  source: { rfc: 3596, section: '2.4' },
  why: 'An AAAA record holds one IPv6 address: groups of up to four hexadecimal digits with colons between, `::` once at most.',
  bad: ['$TTL 1h\n@ AAAA «2001:db8::1::2»', '$TTL 1h\n@ AAAA «192.0.2.1»'],
  good: ['$TTL 1h\n@ AAAA 2001:db8::1'],
})

export const preferenceMissing = defineProblem({
  code: 'zone/preference-missing',
  severity: 'error',
  source: { rfc: 1035, section: '3.3.9' },
  why: 'An MX record gives a preference first, then the host: the lowest number is tried first.',
  bad: ['$TTL 1h\n@ MX «mail.example.com.»', '$TTL 1h\n@ MX «mail»'],
  good: ['$TTL 1h\n@ MX 10 mail.example.com.'],
})

export const badNumber = defineProblem({
  code: 'zone/bad-number',
  severity: 'error',
  source: { rfc: 1035, section: '3.3' },
  why: 'The field is a whole number of limited size.',
  bad: [
    '$TTL 1h\n@ MX «65536» mail',
    '$TTL 1h\n@ MX «-1» mail',
    '$TTL 1h\n@ SOA ns hostmaster «4294967296» 1h 15m 1w 5m',
    '$TTL 1h\n@ SRV 0 «x» 25 mail',
  ],
  good: ['$TTL 1h\n@ MX 65535 mail', '$TTL 1h\n@ SRV 0 5 25 mail'],
})

export const badDuration = defineProblem({
  code: 'zone/bad-duration',
  severity: 'error',
  source: { rfc: 1035, section: '3.3.13' },
  why: 'The field is a time: seconds, or numbers with `s`, `m`, `h`, `d`, `w` behind them.',
  bad: ['$TTL 1h\n@ SOA ns hostmaster 1 «soon» 15m 1w 5m'],
  good: ['$TTL 1h\n@ SOA ns hostmaster 1 1h30m 900 1w 5m'],
})

export const contactAtSign = defineProblem({
  code: 'zone/contact-at-sign',
  severity: 'error',
  source: { rfc: 1035, section: '8' },
  why: 'The contact of a zone is a mailbox written as a name: the first dot stands for the `@`.',
  bad: ['$TTL 1h\n@ SOA ns «hostmaster@example.com.» 1 1h 15m 1w 5m'],
  good: ['$TTL 1h\n@ SOA ns hostmaster.example.com. 1 1h 15m 1w 5m'],
})

export const stringTooLong = defineProblem({
  code: 'zone/string-too-long',
  severity: 'error',
  source: { rfc: 1035, section: '3.3' },
  why: 'A string carries its length in one octet: 255 octets at most. A longer text is written as several strings, which are joined without a space.',
  bad: [`$TTL 1h\n@ TXT «"${'a'.repeat(256)}"»`, `$TTL 1h\n@ TXT x «${'é'.repeat(128)}»`],
  good: [`$TTL 1h\n@ TXT "${'a'.repeat(255)}" "a"`],
})

export const unquotedSemicolon = defineProblem({
  code: 'zone/unquoted-semicolon',
  severity: 'warning',
  source: { rfc: 1035, section: '5.1' },
  why: 'Outside quotes `;` starts a comment, and the rest of the line is ignored without a word.',
  bad: [
    '$TTL 1h\n_dmarc TXT v=DMARC1«; p=reject»',
    '$TTL 1h\nk._domainkey TXT v=DKIM1 «; k=rsa; p=MIIB»',
  ],
  good: [
    '$TTL 1h\n_dmarc TXT "v=DMARC1; p=reject"',
    '$TTL 1h\n_dmarc TXT v=DMARC1\\;p=reject',
    '$TTL 1h\n@ TXT hello ; a greeting',
  ],
})

export const unquotedWords = defineProblem({
  code: 'zone/unquoted-words',
  severity: 'warning',
  source: { rfc: 7208, section: '3.3' },
  why: 'Without quotes each word is a string of its own, and the strings of a record are joined without a space.',
  bad: ['$TTL 1h\n@ TXT «v=spf1 mx -all»'],
  good: ['$TTL 1h\n@ TXT "v=spf1 mx -all"', '$TTL 1h\n@ TXT "v=spf1 mx" " -all"'],
})

export const nonAsciiText = defineProblem({
  code: 'zone/non-ascii-text',
  severity: 'info',
  source: { rfc: 1035, section: '3.3' },
  why: 'A string holds octets, not characters. What is no ASCII is stored as its UTF-8 octets, and who reads it has to know.',
  bad: ['$TTL 1h\n@ TXT "gr«ü»n"', '$TTL 1h\n@ TXT "it«’»s"'],
  good: ['$TTL 1h\n@ TXT "gr\\195\\188n"'],
})

export const badGeneric = defineProblem({
  code: 'zone/bad-generic',
  severity: 'error',
  source: { rfc: 3597, section: '5' },
  why: 'Data of any type may be written as `\\#`, its length in octets, and then that many octets in hexadecimal.',
  bad: [
    '$TTL 1h\n@ TYPE65280 \\# «3» abcd',
    '$TTL 1h\n@ TYPE65280 \\# 1 «xy»',
    '$TTL 1h\n@ A «\\# 3 c00002»',
  ],
  good: ['$TTL 1h\n@ TYPE65280 \\# 4 abcd ef01', '$TTL 1h\n@ A \\# 4 c0000201'],
})

export const genericExpected = defineProblem({
  code: 'zone/generic-expected',
  severity: 'error',
  source: { rfc: 3597, section: '5' },
  why: 'The fields of a type that has no name are not known, so its data is written as `\\#`, a length and hexadecimal octets.',
  bad: ['$TTL 1h\n@ TYPE65280 «hello»'],
  good: ['$TTL 1h\n@ TYPE65280 \\# 0'],
})

export const badEncoding = defineProblem({
  code: 'zone/bad-encoding',
  severity: 'error',
  source: { rfc: 4034 },
  why: 'Keys, signatures and hashes are written in base64 or in hexadecimal, as the type requires.',
  bad: ['$TTL 1h\n@ DS 1 8 2 «xyz»', '$TTL 1h\n@ DNSKEY 256 3 8 «AQ*=»'],
  good: ['$TTL 1h\n@ DS 1 8 2 ab cd', '$TTL 1h\n@ DNSKEY 256 3 8 AQ AB'],
})
