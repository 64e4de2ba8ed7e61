import type { Page } from '@playwright/test'
import { whole } from './desk.ts'
import { triedLessons } from './lesson-files.ts'

/** Every page of the site, from its root; of a sample the pages of some lessons. */
export const sitePages = [
  { name: 'home', path: './' },
  ...triedLessons.map(({ slug }) => ({ name: slug, path: `lessons/${slug}/` })),
  { name: 'skills', path: 'skills/' },
  { name: 'sandbox', path: 'sandbox/' },
  { name: 'check yours', path: 'check/' },
  { name: 'write', path: 'write/' },
  { name: 'reports', path: 'reports/' },
  { name: 'offline', path: 'offline/' },
  { name: 'a presenter’s notes', path: 'present/?lesson=speak-smtp' },
  { name: 'glossary', path: 'glossary/' },
  { name: 'codes', path: 'codes/' },
  { name: 'commands', path: 'commands/' },
  { name: 'live, without a bridge', path: 'live/' },
]

/** Until the page shows what it will show. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  if (await page.locator('#desk').count()) await whole(page)
}
