import { errors, type CDPSession, type Page } from '@playwright/test'
import { NetworkRest } from './network-rest.ts'
import { probePage, type ProbedWindow, type Seen, type Watch } from './page-probe.ts'
import type { Stage } from './stage.ts'

/** A page that was just asked for. */
export interface OpenPage {
  readonly page: Page
  readonly session: CDPSession
  /** Waits until something was seen. @returns When, or Infinity after a minute. */
  until(what: keyof Seen): Promise<number>
  /** Puts the focus into the field, whatever is the field by now. */
  focus(): Promise<void>
  /** What stands in the field or on the screen. */
  text(): Promise<string>
  /** Until the network rests. */
  settle(): Promise<void>
  close(): Promise<void>
}

const MINUTE = 60_000

/** 1.6 Mbit/s down, 0.75 up, 150 ms. It holds for a page's workers, too. */
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}

/** Slow: line and main thread of a small phone. A worker's thread stays as it is. */
export type Pace = 'slow' | 'as it is'

/** Opens a page with an empty cache, and asks for its address. */
export async function openPage(
  { browser, server, address }: Stage,
  path: string,
  watch: Watch,
  pace: Pace,
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  if (pace === 'slow') {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', slowLine)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  const rest = new NetworkRest(page)
  await page.exposeFunction('pressKey', () => page.keyboard.press(watch.key ?? ''))
  await page.addInitScript(probePage, watch)
  server.restart()
  await page.goto(new URL(path, address).href, { waitUntil: 'commit' })
  return {
    ...{ page, session },
    until: (what) => whenSeen(page, what),
    focus: async () =>
      void (await page.evaluate(() => (window as unknown as ProbedWindow).takeFocus())),
    text: () => page.evaluate(() => (window as unknown as ProbedWindow).textNow()),
    settle: () => rest.reached(),
    close: () => context.close(),
  }
}

async function whenSeen(page: Page, what: keyof Seen): Promise<number> {
  const isSeen = (name: keyof Seen) => (window as unknown as ProbedWindow).seen[name]
  try {
    const seen = await page.waitForFunction(isSeen, what, { timeout: MINUTE })
    return (await seen.jsonValue()) ?? Infinity
  } catch (error) {
    if (error instanceof errors.TimeoutError) return Infinity
    throw error
  }
}
