import fc from 'fast-check'

const word = fc.constantFrom(
  ...['all', 'a', 'mx', 'ptr', 'ip4:', 'ip6:', 'include:', 'exists:', 'redirect=', 'exp=', 'moo='],
  ...['192.0.2.1', '2001:db8::1', 'example.org', '%{ir}', '%{d2r-+}', '%{', '%', '}', 'museum'],
  ...[
    '/',
    '//',
    '/24',
    '/129',
    ':',
    '=',
    '-',
    '+',
    '~',
    '?',
    '.',
    ',',
    ';',
    ' ',
    '  ',
    '"',
    'ü',
    '\t',
  ],
)
/** Texts that may be SPF records. */
export const spfTexts = fc.oneof(
  fc.array(word, { maxLength: 30 }).map((words) => `v=spf1 ${words.join('')}`),
  fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)
