import type { Plugin } from 'vite'

/**
 * Lets the large editor import nothing of ours, so that its chunk is the same file in every language:
 * its one dynamic import, of a package to compare texts that is not installed, would bring Vite's
 * helper for such imports, which stands in a chunk with words.
 */
export function monacoAlone(): Plugin {
  return {
    name: 'helo-world:monaco-alone',
    apply: 'build',
    transform: {
      filter: { id: /\/monaco-editor\/.*\/externalLinesDiffComputer\.js$/ },
      handler: (code) => ({ code: withoutImports(code), map: null }),
    },
  }
}

export const withoutImports = (code: string): string =>
  code.replace(/(?<![\w$.])import\(/g, '((name) => Promise.reject(new Error(name)))(')
