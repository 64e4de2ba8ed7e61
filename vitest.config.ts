import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    environment: 'node',
    // Sources keep no state that a test could see, so files of tests may share loaded modules: a fresh
    // start for each of them took more time than the tests.
    isolate: false,
    // Time is no verdict: a busy machine may be slow, a hang is still found.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    passWithNoTests: true,
  },
})
