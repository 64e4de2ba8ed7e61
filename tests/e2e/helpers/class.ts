import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, type Browser, type Locator, type Page } from '@playwright/test'

/** A class of a test's own, as `helo-world class` holds it, on any free port. */
export interface TestClass {
  /** The link for students. */
  readonly link: string
  /** The link to the board. */
  readonly board: string
  readonly code: string
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../../..')

/** @param more Further words for `helo-world class`. */
export async function startClass(...more: readonly string[]): Promise<TestClass> {
  const words = ['src/bridge/cli/main.ts', 'class', '--json', '--port', '0', ...more]
  const started = spawn(process.execPath, ['--import', 'tsx', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(started, 'exit')
  let line = ''
  for await (const piece of started.stdout) {
    line += String(piece)
    if (line.includes('\n')) break
  }
  const { links, board, code } = JSON.parse(line) as {
    links: readonly string[]
    board: string
    code: string
  }
  return {
    ...{ link: links[0]!, board, code },
    async stop() {
      started.kill('SIGTERM')
      await ended
    },
  }
}

/** Longer than a page that was without a network waits before it tries again. */
export const LONG = 25_000

/** A browser of somebody's own: as large as the test's, or a laptop of that size. */
export async function ownPage(
  browser: Browser,
  size?: { width: number; height: number },
): Promise<Page> {
  // A new context is as the project's, where it does not say otherwise.
  const laptop = size && { viewport: size, hasTouch: false, isMobile: false }
  return (await browser.newContext(laptop)).newPage()
}

export async function boardOf({ board }: TestClass, browser: Browser): Promise<Page> {
  const page = await ownPage(browser, { width: 1280, height: 720 })
  await page.goto(board)
  await expect(page.locator('.board')).toBeVisible()
  return page
}

/** Joins by keyboard, and waits for the lesson and its class. */
export async function joinClass({ link }: TestClass, page: Page, name: string): Promise<Page> {
  await page.goto(link)
  await page.getByLabel('A name for the board').focus()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/lessons/**')
  await connected(page)
  return page
}

export const chip = (page: Page): Locator => page.locator('.chip[data-link]')
export const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Class' })
export const connected = (page: Page) =>
  expect(chip(page)).toHaveAttribute('data-link', 'open', { timeout: LONG })
export const rowOf = (board: Page, name: string): Locator =>
  board.locator('.students li').filter({ has: board.getByText(name, { exact: true }) })
export const dotsOf = (board: Page, name: string): Locator => rowOf(board, name).getByRole('img')
