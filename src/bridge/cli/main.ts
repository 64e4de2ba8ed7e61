#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises'
import { readFileSync, unwatchFile, watchFile, writeSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import type { Io } from '../../cli/io.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { runCli } from './run.ts'
import { systemDns } from './system-dns.ts'

/** Text is set no wider than this: longer lines are hard to read. */
const WIDEST = 100
const NARROWEST = 40

/** Milliseconds between two looks at a file that is followed. */
const LOOK = 500

const { stdout, stdin, env } = process

const io: Io = {
  out: (text) => void stdout.write(text),
  err: (text) => void process.stderr.write(text),
  read: (path) => (path === '-' ? buffer(stdin) : readFile(path)),
  crypto: webCrypto,
  write: (path, text) => writeFile(path, text),
  watch(path, changed) {
    const look = (): void => changed()
    watchFile(path, { interval: LOOK }, look)
    return () => unwatchFile(path, look)
  },
  now: () => Date.now(),
  stopped: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve())
    }),
  dns: (server) => systemDns(server === undefined ? {} : { server }),
  // https://no-color.org: any value but an empty one.
  colour: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb' ? 'yes' : 'no',
  width: stdout.isTTY ? Math.min(WIDEST, Math.max(NARROWEST, stdout.columns || 80)) : 80,
}

// A reader that has seen enough, such as `head`, is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** Both in src/ and in lib/ the package's file stands three folders up. */
const packageFile = new URL('../../../package.json', import.meta.url)
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }

try {
  process.exitCode = await runCli(process.argv.slice(2), io, version)
} catch (error) {
  writeSync(2, `helo-world: it broke, which it should not. ${String(error)}\n`)
  process.exitCode = 2
}
