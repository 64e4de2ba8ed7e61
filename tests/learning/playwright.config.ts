import { defineConfig } from '@playwright/test'
import base from '../../playwright.config.ts'

/** Whole lessons in learning systems: too long for each run of all tests. */
// The systems of the tests are servers of their own.
const { webServer: _, ...rest } = base

export default defineConfig({
  ...rest,
  testDir: '.',
  // A lesson is played to its end, line by line.
  timeout: 180_000,
  projects: [{ name: 'laptop', use: { viewport: { width: 1280, height: 860 } } }],
})
