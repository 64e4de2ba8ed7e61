import { readdirSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './src/build/checks/browser.ts'
import { sampleOf } from './src/build/checks/sample.ts'

const executablePath = (process.env['HELO_CHROMIUM'] ??= await findBrowser())

const quiet = [
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...['--no-first-run', '--disable-gpu', '--disable-quic'],
]
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const sample = process.env['HELO_SAMPLE']
const specs = readdirSync('tests/e2e')
  .filter((file) => file.endsWith('.spec.ts'))
  .sort()
/** All specs on both screens; of a sample a third on the phone and the others on the laptop, each day others. */
const phoneSpecs = sample === undefined ? specs : sampleOf(specs, 3, Number(sample))
const laptopSpecs =
  sample === undefined ? specs : specs.filter((spec) => !phoneSpecs.includes(spec))
const named = (files: readonly string[]): string[] => files.map((file) => `**/${file}`)

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // A busy machine is no failure.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalTimeout: 60 * 60_000,
  reporter: [['list']],
  // The server says which port it got, and the name in the pattern hands it on.
  webServer: {
    command: 'node --import tsx src/build/serve/start.ts --no-build --no-bridge --port 0',
    wait: { stdout: /http:\/\/127\.0\.0\.1:(?<helo_port>\d+)/ },
    timeout: 30_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
  },
  use: {
    baseURL: `http://127.0.0.1:${process.env['HELO_PORT'] ?? 0}/`,
    browserName: 'chromium',
    launchOptions: { executablePath, args: [...quiet, ...asRoot] },
    // A trace with a copy of the page at each step doubles the time of a run.
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
    screenshot: 'only-on-failure',
    // What a test answers in the place of the server must reach the page; offline.spec.ts allows them.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'laptop',
      use: { viewport: { width: 1280, height: 800 } },
      testMatch: named(laptopSpecs),
    },
    { name: 'phone', use: phone, testMatch: named(phoneSpecs) },
  ],
})
