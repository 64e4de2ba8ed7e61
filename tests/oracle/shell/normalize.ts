/** What differs from one run to the next: ids, times, ports. */
const ALWAYS: readonly (readonly [RegExp, string])[] = [
  [/@127\.0\.0\.1 -p \d+ \+tries=1 /g, ''],
  [/127\.0\.0\.1#\d+\(127\.0\.0\.1\)/g, '{server}'],
  [/127\.0\.0\.1(?:#\d+)?/g, '{server}'],
  [/mx\.example\.org:25\b|127\.0\.0\.1:\d+/g, '{server}'],
]

const OF: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  dig: [
    [/; <<>> DiG \S+(?: \S+)? <<>>/, '; <<>> DiG <<>>'],
    [/id: \d+/, 'id: N'],
    [/Query time: \d+ msec/, 'Query time: N msec'],
    [/;; WHEN: .*/, ';; WHEN: …'],
    [/MSG SIZE {2}rcvd: \d+/, 'MSG SIZE  rcvd: N'],
    [/^; COOKIE: .*\n/m, ''],
  ],
  // Only where a server is named, as it is for the real one.
  host: [[/^Using domain server:\nName: .*\nAddress: .*\nAliases: .*\n\n/, '']],
  nslookup: [
    [/^Server:.*/, 'Server: {server}'],
    [/^Address:.*#.*/, 'Address: {server}'],
  ],
  curl: [
    [/\r$/, ''],
    [/^\* {3}Trying .*\.\.\./, '*   Trying {server}...'],
    [/^\* Connected to .* \(#0\)/, '* Connected to {server} (#0)'],
    [/(to host) \S+ left/, '$1 {server} left'],
    [/(to|from) \S+ port \d+ after \d+ ms/, '$1 {server} after N ms'],
    [/queued as \S+/, 'queued as N'],
    [/<\S+@\S+>(?=\r?$)/, '<id>'],
    // The pairs of a challenge: base64 of what differs each time.
    [/^(< (?:\+ ?|334 ))\S+$/, '$1…'],
    [/^(> )[A-Za-z0-9+/]{40,}=*$/, '$1…'],
  ],
  // What is checked, in one order; who checks, and the words, are each program's own.
  spfquery: [[/^Received-SPF: (\w+) .*/, 'Received-SPF: $1']],
  swaks: [
    [/\r$/, ''],
    [/EHLO \S+/, 'EHLO {here}'],
    [/Hello \S+/, 'Hello {here}'],
    [/Subject: test .*/, 'Subject: test …'],
    [/Trying .*\.\.\./, 'Trying {server}...'],
    [/Connected to .*\./, 'Connected to {server}.'],
    [/Date: .*/, 'Date: …'],
    [/Message-Id: .*/, 'Message-Id: …'],
    [/queued as \S+/gi, 'queued as N'],
  ],
}

export function normalizeOutput(program: string, text: string): string[] {
  const changes = [...(OF[program] ?? []), ...ALWAYS]
  const plain = changes.reduce((so, [pattern, by]) => so.replace(withAll(pattern), by), text)
  return plain.split('\n')
}

const withAll = (pattern: RegExp): RegExp =>
  new RegExp(pattern.source, [...new Set(`${pattern.flags}gm`)].join(''))

/** What `s_client` prints up to the end of the handshake, without sizes. */
export const normalizeHandshake = (text: string): string =>
  text
    .replace(/(^Verify return code: .*\n---\n)[^]*/m, '$1')
    .replace(/has read \d+ bytes and written \d+ bytes/, 'has read N bytes and written N bytes')
    .replace(/^(?:[0-9A-F]{16}:)?(error:\w+:SSL routines:\w+:certificate verify failed).*/m, '$1')
    .replace(/^(?:DONE|Can't use SSL_get_servername|\d{3} .*)\n/gm, '')
    .trimEnd()
