import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '../../../src/build/checks/browser.ts'

/**
 * Chromium surveys where links stand, with frames of its own, in a random part of the pages that have
 * any: the same page would be dear or cheap by luck. Paint holding is off as Playwright has it, whose
 * list this one replaces.
 */
const unsurveyed = '--disable-features=NavigationPredictor,PaintHolding'

/** Starts a Chromium. @throws One sentence with what to do, where there is none. */
export async function startChromium(): Promise<Browser> {
  const executablePath = await findBrowser()
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const quiet = ['--disable-background-networking', '--disable-gpu', '--disable-quic', unsurveyed]
  return chromium.launch({ executablePath, args: [...quiet, ...asRoot] })
}
