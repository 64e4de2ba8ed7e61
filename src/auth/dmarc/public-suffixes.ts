/**
 * Some names under which the public registers domains: enough for the mode that shows how RFC 7489
 * found organizational domains. Real receivers take the whole list of publicsuffix.org. A name that
 * is under none of these belongs to its top-level domain.
 */
export const PUBLIC_SUFFIXES: ReadonlySet<string> = new Set([
  ...['com', 'net', 'org', 'info', 'edu', 'gov', 'int', 'mil', 'io', 'dev', 'app'],
  ...['example', 'test', 'invalid', 'localhost'],
  ...['de', 'fr', 'nl', 'ch', 'at', 'it', 'es', 'se', 'pl', 'eu', 'us', 'ca'],
  ...['uk', 'co.uk', 'org.uk', 'ac.uk', 'gov.uk', 'me.uk', 'net.uk'],
  ...['jp', 'co.jp', 'ne.jp', 'or.jp', 'ac.jp', 'go.jp'],
  ...['au', 'com.au', 'net.au', 'org.au', 'edu.au', 'gov.au'],
  ...['br', 'com.br', 'net.br', 'org.br', 'gov.br'],
  ...['nz', 'co.nz', 'net.nz', 'org.nz'],
  ...['za', 'co.za', 'org.za'],
  ...['in', 'co.in', 'net.in', 'org.in'],
  ...['github.io', 'blogspot.com'],
])
