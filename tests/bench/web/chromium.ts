import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '../../../src/build/checks/browser.ts'

/** Starts a Chromium. @throws One sentence with what to do, where there is none. */
export async function startChromium(): Promise<Browser> {
  const executablePath = await findBrowser()
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const quiet = ['--disable-background-networking', '--disable-gpu', '--disable-quic']
  return chromium.launch({ executablePath, args: [...quiet, ...asRoot] })
}
