import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '../../checks/browser.ts'

/** `npm run icons`: draws the pictures of the installed app from the site's mark, `public/icon.svg`. */
const publicFolder = join(import.meta.dirname, '../../../../public')
const mark = readFileSync(join(publicFolder, 'icon.svg'), 'utf8')

/** A system cuts its own shape out of it: the paper goes to the edge, the mark stays in the middle. */
const maskable = mark
  .replace(/ rx="\d+"/, '')
  .replace(
    /(<rect[^>]*>)([^]*)(<\/svg>)/,
    '$1<g transform="translate(3.2 3.2) scale(0.8)">$2</g>$3',
  )

const browser = await chromium.launch({ executablePath: await findBrowser() })
mkdirSync(join(publicFolder, 'icons'), { recursive: true })
for (const [name, svg, size] of [
  ['192', mark, 192],
  ['512', mark, 512],
  ['maskable', maskable, 512],
] as const)
  writeFileSync(join(publicFolder, `icons/${name}.png`), await draw(browser, svg, size))
await browser.close()

async function draw(within: Browser, svg: string, size: number): Promise<Buffer> {
  const page = await within.newPage({ viewport: { width: size, height: size } })
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await page.setContent(
    `<style>body{margin:0}img{display:block;width:${size}px}</style><img src="${address}">`,
  )
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  const picture = await page.screenshot({ omitBackground: true })
  await page.close()
  return picture
}
