import { defineProblem } from '../problem.ts'

/** Problems of the text itself: what stands in the file before any record is understood. */

const SYNTAX = { rfc: 1035, section: '5.1' }

export const byteOrderMark = defineProblem({
  code: 'zone/byte-order-mark',
  severity: 'info',
  source: SYNTAX,
  why: 'Some editors put an invisible mark before the first character. A name server may read it as part of the first name.',
  bad: ['«\ufeff»$TTL 1h\n@ A 192.0.2.1'],
  good: ['$TTL 1h\n@ A 192.0.2.1'],
})

export const carriageReturns = defineProblem({
  code: 'zone/carriage-returns',
  severity: 'hint',
  source: SYNTAX,
  why: 'Windows ends lines with two characters, Unix with one. Most name servers take both; some tools see the extra one as data.',
  bad: ['$TTL 1h«\r»\n@ A 192.0.2.1\r\n'],
  good: ['$TTL 1h\n@ A 192.0.2.1\n'],
})

export const tooLong = defineProblem({
  code: 'zone/too-long',
  severity: 'error',
  source: SYNTAX,
  why: 'A zone is read anew at each keystroke, so its length has a limit here.',
  bad: [],
  good: [],
})

export const unbalancedQuote = defineProblem({
  code: 'zone/unbalanced-quote',
  severity: 'error',
  source: SYNTAX,
  why: 'A string begins with a double quote and ends with one. Without the second, a name server reads on into the next records, or refuses the zone.',
  bad: ['$TTL 1h\n@ TXT «"v=spf1 mx -all»\n@ A 192.0.2.1'],
  good: ['$TTL 1h\n@ TXT "v=spf1 mx -all"', '$TTL 1h\n@ TXT "a \\"quoted\\" word"'],
})

export const smartQuote = defineProblem({
  code: 'zone/smart-quote',
  severity: 'warning',
  source: SYNTAX,
  why: 'Only the straight `"` groups words. Word processors turn it into curly ones, and shells have others; here each of those is data like any character.',
  bad: [
    '$TTL 1h\n@ TXT «“»v=spf1 mx -all”',
    '$TTL 1h\n@ CAA 0 issue «‘»ca.example’',
    "$TTL 1h\n@ TXT «'»v=spf1 -all'",
    '$TTL 1h\n@ TXT «`»v=spf1 -all`',
    "$TTL 1h\n_dmarc TXT «'»v=DMARC1; p=none; rua=mailto:d@example.com' ; reports",
    `$TTL 1h\n@ TXT "«'»v=spf1 -all'"`,
  ],
  good: ['$TTL 1h\n@ TXT "v=spf1 mx -all"', `$TTL 1h\n@ TXT "it's" "'so'"`],
})

export const commentMark = defineProblem({
  code: 'zone/comment-mark',
  severity: 'error',
  source: SYNTAX,
  why: 'A comment begins with `;` and ends with its line. A `#` or `//`, as in other languages, is read as a name or as data.',
  bad: [
    '$TTL 1h\n«#» MX records\n@ MX 10 mail',
    '$TTL 1h\n«//» addresses\n@ A 192.0.2.1',
    '$TTL 1h\n«#»www A 192.0.2.1',
    '$TTL 1h\nwww A 192.0.2.1 «#» the web',
    '$TTL 1h\n@ SOA ns hostmaster (\n 1 «#» serial\n 1h 15m 1w 5m )\n',
  ],
  good: ['$TTL 1h\n; MX records\n@ MX 10 mail ; the host', '$TTL 1h\n@ TYPE65280 \\# 1 ab'],
})

export const commentInText = defineProblem({
  code: 'zone/comment-in-text',
  severity: 'warning',
  source: SYNTAX,
  why: 'A comment begins with `;`. Behind a text a `#` and its words are further strings, and published with it.',
  bad: ['$TTL 1h\n@ TXT "v=spf1 -all" «#» none', '$TTL 1h\n@ TXT "a" «//» b'],
  good: ['$TTL 1h\n@ TXT "v=spf1 -all" ; none', '$TTL 1h\n@ TXT "a # b"', '$TTL 1h\n@ TXT #1'],
})

export const oddSpace = defineProblem({
  code: 'zone/odd-space',
  severity: 'error',
  source: SYNTAX,
  why: 'Only spaces and tabs part the words of a record. A space copied from a web page can be another character, which joins what it seems to part.',
  bad: ['$TTL 1h\n@ MX 10«\u00a0»mail', '$TTL 1h\nwww«\u200b» A 192.0.2.1'],
  good: ['$TTL 1h\n@ MX 10 mail'],
})

export const unclosedParenthesis = defineProblem({
  code: 'zone/unclosed-parenthesis',
  severity: 'error',
  source: SYNTAX,
  why: 'Inside parentheses a line end is only a space. Left open, the rest of the file belongs to this record.',
  bad: [
    '$TTL 1h\n@ SOA ns hostmaster «(»\n 1 1h 15m 1w 5m\n@ NS ns',
    '$TTL 1h\n@ TXT «(» "a" "b"',
    '$TTL 1h\n@ TXT «(» "a"\nb TXT «(» "b" ; more\n\nc TXT ("c")',
  ],
  good: ['$TTL 1h\n@ SOA ns hostmaster (\n1 1h 15m ; times\n1w 5m )\n@ NS ns'],
})

export const strayParenthesis = defineProblem({
  code: 'zone/stray-parenthesis',
  severity: 'error',
  source: SYNTAX,
  why: 'A closing parenthesis needs one that opens before it.',
  bad: ['$TTL 1h\n@ MX 10 mail «)»', '$TTL 1h\n«)»'],
  good: ['$TTL 1h\n@ MX (10 mail)', '$TTL 1h\n@ TXT ")"'],
})

export const badEscape = defineProblem({
  code: 'zone/bad-escape',
  severity: 'error',
  source: SYNTAX,
  why: 'A backslash takes the next character as it is, or with exactly three digits from 000 to 255 stands for that octet.',
  bad: ['$TTL 1h\n@ TXT "50«\\2»x"', '$TTL 1h\nww«\\256» A 192.0.2.1', '$TTL 1h\n@ TXT end«\\»'],
  good: ['$TTL 1h\n@ TXT "50\\037 \\; \\\\"'],
})
