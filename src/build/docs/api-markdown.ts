import { readApi, type ApiEntry } from './read-api.ts'

/** What the examples have at hand. */
export const atHand = `
const { zone } = parseZone('@ TXT "v=spf1 -all"\\n_dmarc TXT "v=DMARC1; p=none"\\n', {
  origin: 'example.org',
})
const resolver = createResolver([zone])
const bytes = new TextEncoder().encode('From: ann@example.org\\r\\n\\r\\nHi\\r\\n')
const input = { from: 'example.org', spf: { result: 'none', domain: 'example.org' }, dkim: [] }
const [ip, helo, mailFrom] = ['192.0.2.1', 'mail.example.org', 'ann@example.org']
const askMyNameServer = (name, type) => resolver.query(name, type)
const send = () => undefined
`.trim()

/** docs/api.md */
export function apiReference(root: string): string {
  return [
    '# What the package exports',
    '',
    'Made of the docstrings by `npm run docs:api`. How it fits together, with examples, is in',
    '[library.md](library.md) and [sink.md](sink.md).',
    '',
    'The examples are run by the tests. They have at hand, as your code may have otherwise:',
    ...fenced('js', atHand),
    ...moduleOf('helo-world', readApi(root, 'src/index.ts')),
    ...moduleOf('helo-world/sink', readApi(root, 'src/sink/sink.ts')),
  ].join('\n')
}

function moduleOf(name: string, entries: readonly ApiEntry[]): string[] {
  const [done, types] = [
    entries.filter(({ kind }) => kind !== 'type'),
    entries.filter(({ kind }) => kind === 'type'),
  ]
  return [
    `## \`${name}\``,
    '',
    ...done.flatMap(entryOf),
    `### Types of \`${name}\``,
    '',
    ...types.flatMap(entryOf),
  ]
}

const entryOf = ({ name, declaration, about, tags, examples }: ApiEntry): string[] => [
  `### \`${name}\``,
  '',
  ...(about ? [about, ''] : []),
  ...fenced('ts', declaration),
  ...tags.map(({ tag, text }) => `- ${heading[tag] ?? tag} ${text.replaceAll('\n', ' ')}`),
  '',
  ...examples.flatMap((code) => fenced('js', code)),
]

const heading: Readonly<Record<string, string>> = {
  param: '',
  returns: 'Returns:',
  throws: 'Throws',
}

const fenced = (language: string, code: string): string[] => [
  '',
  `\`\`\`${language}`,
  code,
  '```',
  '',
]
