import type { Plugin } from 'vite'
import { bundleXterm } from './bundle-xterm.ts'
import { shortenPrivateNames } from '../short-names.ts'

/** One for all languages. */
let bundled: Promise<string> | undefined

/**
 * A terminal is the largest part of a lesson's first load: this puts a smaller one, made of the same source, in
 * the place of the one that its package brings. The dev server serves that.
 */
export const smallXterm = (root: string): Plugin => ({
  name: 'helo-world:small-xterm',
  apply: 'build',
  load: {
    filter: { id: /\/@xterm\/xterm\/lib\/xterm\.mjs$/ },
    async handler() {
      bundled ??= bundleXterm(root)
      // No code outside of xterm asks for its private members.
      return { code: shortenPrivateNames(await bundled), map: null }
    },
  },
})
