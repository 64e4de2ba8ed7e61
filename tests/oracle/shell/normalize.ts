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
    [/MSG SIZE  rcvd: \d+/, 'MSG SIZE  rcvd: N'],
    [/^; COOKIE: .*\n/m, ''],
  ],
  swaks: [
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
