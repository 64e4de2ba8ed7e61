import type { Linter } from 'eslint'

const pureFolders = [
  'core',
  'message',
  'dns',
  'auth',
  'protocols',
  'lint',
  'cli',
  'world',
  'shell',
  'lessons',
  'lab',
  'learning',
] as const

/** What an engine asks for instead of taking: its owner hands in a clock, a random source, a socket. */
const forbiddenGlobals = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'crypto', 'Worker', 'performance', 'self'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['clearTimeout', 'clearInterval', 'clearImmediate'],
  ...['process', 'Buffer', 'require', '__dirname', '__filename', 'global', 'globalThis', 'console'],
].map((name) => ({ name, message: 'Engines are pure: ask for it, or take it as an argument.' }))

const forbiddenProperties = [
  { object: 'Date', property: 'now', message: 'Take the time from the clock port.' },
  { object: 'Math', property: 'random', message: 'Take randomness from the random port.' },
]

const forbiddenSyntax = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]' },
  { selector: 'CallExpression[callee.name="Date"]' },
].map((found) => ({ ...found, message: 'Take the time from the clock port.' }))

/**
 * ESLint settings that keep the engines free of DOM, Node, clock and chance.
 * @param houseSyntax The `no-restricted-syntax` setting of the whole house; an override replaces it,
 *   so it is repeated here.
 */
export function pureLayers(houseSyntax: readonly object[]): Linter.Config[] {
  return [
    {
      files: pureFolders.map((folder) => `src/${folder}/**/*.ts`),
      ignores: ['**/*.test.ts', '**/*.d.ts'],
      rules: {
        'no-restricted-globals': ['error', ...forbiddenGlobals],
        'no-restricted-properties': ['error', ...forbiddenProperties],
        'no-restricted-syntax': ['error', ...houseSyntax, ...forbiddenSyntax],
        'no-restricted-imports': [
          'error',
          { patterns: [{ regex: '^node:', message: 'Engines are pure: nothing from Node.' }] },
        ],
      },
    },
  ]
}
