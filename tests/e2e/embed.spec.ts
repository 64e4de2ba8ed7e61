import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test, type FrameLocator, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { hostPage, type HostPage } from './helpers/host-page.ts'

/** What a widget's events said, on the page around. */
declare global {
  interface Window {
    reported: [type: string, detail: unknown][]
    wasRun?: boolean
  }
}

const zone = (attributes = '', text = 'v=spf1 -all ip4:203.0.113.0/24') =>
  `<helo-zone ${attributes}><pre>${text}</pre></helo-zone>`

let open: HostPage | undefined
test.afterEach(async () => {
  await open?.end()
  open = undefined
})

async function show(
  page: Page,
  site: string,
  body: string,
  options?: Parameters<typeof hostPage>[2],
): Promise<HostPage> {
  open = await hostPage(site, body, options)
  await page.addInitScript(() => {
    window.reported = []
    for (const type of ['ready', 'verdict', 'goal', 'complete', 'state', 'problem'])
      addEventListener(type, (event) => {
        const { target, detail } = event as CustomEvent
        if (target instanceof HTMLElement && target.localName.startsWith('helo-'))
          window.reported.push([type, detail])
      })
  })
  await page.goto(open.url)
  return open
}

const widget = (page: Page, at = 0): FrameLocator => page.locator('iframe').nth(at).contentFrame()
const field = (page: Page, at = 0) => widget(page, at).getByRole('textbox')
const reported = (page: Page, type: string) =>
  page.evaluate((name) => window.reported.filter(([one]) => one === name).map(([, d]) => d), type)

test('a zone in a page of another origin is judged while one types', async ({ page, baseURL }) => {
  await show(page, baseURL!, zone('sender="203.0.113.5 alice@example.com"'))
  await expect(widget(page).getByText('is never tried')).toBeVisible()
  await expect(widget(page).getByText('fail')).toBeVisible()
  await expect(page.locator('helo-zone pre')).toBeHidden()
  // Nothing takes the focus by itself.
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await widget(page).getByRole('button', { name: /Move/ }).click()
  await expect(field(page)).toHaveValue('v=spf1 ip4:203.0.113.0/24 -all')
  await expect(widget(page).getByText('pass')).toBeVisible()
  await expect
    .poll(() => reported(page, 'verdict').then((all) => all.at(-1)))
    .toMatchObject({
      ...{ result: 'ok', details: [{ code: 'spf', result: 'pass' }] },
    })
  await expect.poll(() => reported(page, 'state').then((all) => all.length)).toBeGreaterThan(0)
  await expectAccessible(page)
})

const WHOLE_ZONE = [
  ...[
    '$ORIGIN example.com.',
    '$TTL 1h',
    '@ SOA ns1 hostmaster 2026010101 2h 1h 14d 1h',
    '@ NS ns1',
  ],
  ...['ns1 A 192.0.2.53', '@ MX 10 mail', 'mail A 192.0.2.25', '@ TXT "v=spf1 -all mx"'],
].join('\n')

test('a zone is judged by what the budget names; its colours come by themselves, were it at the second try', async ({
  page,
  baseURL,
}) => {
  const fetched = new Set<string>()
  page.context().on('request', (request) => {
    if (request.url().startsWith(baseURL!)) fetched.add(new URL(request.url()).pathname)
  })
  let failures = 0
  await page.route(/assets\/colour-document-/, (route) =>
    failures++ === 0 ? route.abort() : route.continue(),
  )
  await show(page, baseURL!, zone('sender="192.0.2.25 alice@example.com"', WHOLE_ZONE))
  await expect(widget(page).getByText('is never tried')).toBeVisible()
  await expect.poll(() => reported(page, 'verdict')).toHaveLength(1)
  await expect(widget(page).locator('.row')).toHaveCount(WHOLE_ZONE.split('\n').length)
  await expect(widget(page).locator('.row .ink-keyword').first()).toBeAttached()
  expect(failures).toBeGreaterThan(1)
  await expect(widget(page).locator('.row [data-severity]').first()).toBeAttached()

  // The colours are asked for once the verdict is there, and so is all that comes behind them.
  const all = [...fetched]
  const judging = all.slice(
    0,
    all.findIndex((path) => path.includes('/colour-document-')),
  )
  expect(judging.filter((path) => path.includes('/write-link-'))).toEqual([])
  const weights = judging.map((path) => {
    const file = path.slice(new URL(baseURL!).pathname.length)
    return gzipSync(readFileSync(`dist/${file.replace(/(^|\/)$/, '$1index.html')}`)).length
  })
  const { embed } = JSON.parse(readFileSync('tests/budget.json', 'utf8')) as {
    embed: { firstVerdict: { name: string; gzip: number }[] }
  }
  const limit = embed.firstVerdict.find(({ name }) => name.includes('a zone with SPF'))!.gzip
  expect(judging.length).toBeGreaterThan(10)
  expect(weights.reduce((sum, octets) => sum + octets, 0)).toBeLessThanOrEqual(limit)
})

test('methods give the state, go on from it, and begin anew', async ({ page, baseURL }) => {
  type Element = HTMLElement & {
    getState(): Promise<string>
    setState(state: string): Promise<string>
    reset(): void
  }
  await show(page, baseURL!, zone())
  await field(page).fill('v=spf1 mx -all')
  const state = await page.evaluate(() => document.querySelector<Element>('helo-zone')!.getState())
  expect(state).toMatch(/^s=[\w-]+$/)
  await page.evaluate(() => document.querySelector<Element>('helo-zone')!.reset())
  await expect(field(page)).toHaveValue('v=spf1 -all ip4:203.0.113.0/24')
  await page.evaluate((to) => document.querySelector<Element>('helo-zone')!.setState(to), state)
  await expect(field(page)).toHaveValue('v=spf1 mx -all')
  const refused = await page.evaluate(() =>
    document
      .querySelector<Element>('helo-zone')!
      .setState('s=damaged')
      .catch((error: Error) => error.message),
  )
  expect(refused).toContain('cut off or changed')
  await expect(field(page)).toHaveValue('v=spf1 mx -all')
})

test('the way into the playground has what stands in the widget', async ({ page, baseURL }) => {
  await show(page, baseURL!, zone('name="example.com"'))
  await field(page).fill('v=spf1 a -all')
  const link = widget(page).getByRole('link', { name: /Open in the playground/ })
  await link.hover()
  const popup = page.waitForEvent('popup')
  await link.click()
  const opened = await popup
  await expect(opened).toHaveURL(/\/check\/#s=/)
  await expect(opened.getByRole('textbox', { name: /a zone, a record/ })).toHaveValue(
    'v=spf1 a -all',
  )
})

const ten = Array.from({ length: 10 }, (_, at) => zone(`name="a${at}.example"`)).join('')

test.describe('ten widgets on a page', () => {
  test.beforeEach(({ page: _ }, info) => info.setTimeout(120_000))
  for (const where of ['url', 'sameSite'] as const)
    test(`fetch the engines once and share a Worker, ${where === 'url' ? 'with third-party storage blocked' : 'on the same site'}`, async ({
      page,
      baseURL,
    }) => {
      const engines: string[] = []
      page.context().on('request', (request) => {
        if (/assets\/(?:shared-worker|snippets|spf|zones)[-\w]*\.js/.test(request.url()))
          engines.push(request.url())
      })
      const host = await hostPage(baseURL!, ten)
      open = host
      await page.goto(host[where])
      for (let at = 0; at < 10; at++) {
        await page.locator('helo-zone').nth(at).scrollIntoViewIfNeeded()
        await expect(widget(page, at).getByText('is never tried')).toBeVisible()
      }
      const workers = page.workers().length
      expect(workers).toBe(where === 'url' ? 1 : 0)
      const judging = engines.filter((url) => !url.includes('shared-worker'))
      expect(judging).toHaveLength(new Set(judging).size)
      // Each types for itself.
      await field(page, 9).fill('v=spf1 mx -all')
      await expect(field(page, 8)).toHaveValue('v=spf1 -all ip4:203.0.113.0/24')
    })

  test('go on when the one with the Worker is taken away', async ({ page, baseURL }) => {
    await show(page, baseURL!, zone() + zone('', 'v=spf1 mx -all'))
    await expect(widget(page, 1).getByText('No problems')).toBeVisible()
    await page
      .locator('helo-zone')
      .first()
      .evaluate((element) => element.remove())
    await field(page).fill('v=spf1 -all mx')
    await expect(widget(page).getByText('is never tried')).toBeVisible()
  })
})

test('nothing is fetched before the reader comes near', async ({ page, baseURL }) => {
  await show(
    page,
    baseURL!,
    `<div style="height: 5000px"></div>${zone()}${zone('loading="click"')}`,
  )
  await expect(page.locator('helo-zone').first()).toBeAttached()
  // The browser has looked at what is near, for the elements as for a mark beside them.
  await page.evaluate(
    () =>
      new Promise((seen) => {
        const look = new IntersectionObserver(() => requestAnimationFrame(() => seen(undefined)))
        look.observe(document.querySelector('helo-zone')!)
      }),
  )
  await expect(page.locator('iframe')).toHaveCount(0)
  await page.locator('helo-zone').first().scrollIntoViewIfNeeded()
  await expect(page.locator('iframe')).toHaveCount(1)
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(widget(page, 1).getByText('is never tried')).toBeVisible()
})

test.describe('a strict page around', () => {
  const policy =
    "default-src 'none'; script-src SITE; frame-src SITE; style-src 'none'; img-src data:"
  test('needs to allow the script and the frame alone', async ({ page, baseURL }) => {
    const refused: string[] = []
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
    await show(page, baseURL!, zone(), { headers: { 'Content-Security-Policy': policy } })
    await expect(widget(page).getByText('is never tried')).toBeVisible()
    expect(refused).toEqual([])
  })

  test('that allows no frame keeps what the element holds, and says why', async ({
    page,
    baseURL,
  }) => {
    const headers = {
      'Content-Security-Policy': policy.replace('frame-src SITE', "frame-src 'none'"),
    }
    await show(page, baseURL!, zone(), { headers })
    await expect(page.getByText('could not be opened here')).toBeVisible({ timeout: 30_000 })
    await expect(page.locator('helo-zone pre')).toBeVisible()
  })

  test('may keep the origin from the frame', async ({ page, baseURL }) => {
    await show(page, baseURL!, zone('isolated'))
    await expect(widget(page).getByText('is never tried')).toBeVisible()
  })

  test('may be a plain frame in a sandbox', async ({ page, baseURL }) => {
    const text = encodeURIComponent('v=spf1 -all mx')
    const frame = `<iframe sandbox="allow-scripts" width="600" height="300" src="SITEembed/?kind=zone&theme=dark#text=${text}"></iframe>`
    await show(page, baseURL!, frame, { script: false })
    await expect(widget(page).getByText('is never tried')).toBeVisible()
    await expect(widget(page).locator('html')).toHaveAttribute('data-theme', 'dark')
  })
})

test.describe('bad input', () => {
  test('of an element is named, and the widget goes on', async ({ page, baseURL }) => {
    await show(
      page,
      baseURL!,
      `${zone('colour="red" sender="me"')}<helo-smtp scenario="nowhere"></helo-smtp>`,
    )
    await expect(widget(page).getByText('knows no attribute colour')).toBeVisible()
    await expect(widget(page).getByText('should be an address and a sender')).toBeVisible()
    await expect(widget(page).getByText('is never tried')).toBeVisible()
    await expect(widget(page, 1).getByText('There is no world nowhere')).toBeVisible()
    expect(await reported(page, 'problem')).toHaveLength(3)
  })

  test('of a hostile page runs nothing and loses nothing', async ({ page, baseURL }) => {
    await show(page, baseURL!, zone('', '@ TXT "&lt;img src=x onerror=alert(1)&gt;"'))
    await expect(field(page)).toHaveValue('@ TXT "<img src=x onerror=alert(1)>"')
    await page.evaluate(() => {
      const frame = document.querySelector('helo-zone')!.shadowRoot!.querySelector('iframe')!
      const look = { theme: 'dark', properties: { accent: 'url(https://evil.example/)' } }
      for (const message of [
        'x',
        { helo: 1, type: 'eval', code: 'window.wasRun = true' },
        { helo: 9, type: 'open', kind: 'zone', text: '', options: {}, look },
        { helo: 1, type: 'open', kind: '__proto__', text: 5 },
        { helo: 1, type: 'setState', id: 1, state: 'javascript:window.wasRun=true' },
        { helo: 1, type: 'look', look },
      ])
        frame.contentWindow!.postMessage(message, '*')
    })
    await expect(widget(page).getByText('sent a message of another version')).toBeVisible()
    await expect(field(page)).toHaveValue('@ TXT "<img src=x onerror=alert(1)>"')
    const frame = page.frames().find((one) => one.url().includes('/embed/'))!
    expect(await frame.evaluate(() => [window.wasRun, document.images.length])).toEqual([
      undefined,
      0,
    ])
  })

  test('of another frame is left alone', async ({ page, baseURL }) => {
    const other = `<iframe srcdoc="<script>parent.postMessage({helo:1,type:'height',height:9999},'*');parent.postMessage({helo:1,type:'ready',kind:'zone'},'*')</script>"></iframe>`
    await show(page, baseURL!, other + zone())
    await expect(widget(page, 1).getByText('is never tried')).toBeVisible()
    const height = await page.locator('helo-zone').evaluate((one) => one.clientHeight)
    expect(height).toBeLessThan(600)
    expect(await reported(page, 'ready')).toHaveLength(1)
  })
})

test.describe('a line of docs/embedding.md', () => {
  const page = readFileSync('docs/embedding.md', 'utf8')
  const [, section = ''] = /^## In WordPress.*$([^]*?)^## /m.exec(page) ?? []
  const lines = (language: string) =>
    [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(
      ([, line]) => line!.trim().replaceAll('https://YOUR-COPY/', 'SITE'),
    )
  const [wordPress = '', moodle = ''] = lines('html')
  const [address = ''] = lines('text')
  const [, linked = ''] = /\((\S+)\)/.exec(lines('md')[0] ?? '') ?? []

  test('works in a page of WordPress, where scripts are taken out', async ({ page, baseURL }) => {
    await show(page, baseURL!, wordPress, { script: false })
    await expect(widget(page).getByText('No problems')).toBeVisible()
  })

  test('works in a page of Moodle', async ({ page, baseURL }) => {
    await show(page, baseURL!, moodle, { script: false })
    await expect(widget(page).getByRole('heading', { name: 'Say something' })).toBeVisible()
  })

  for (const rights of ['allow-scripts', 'allow-scripts allow-popups allow-same-origin'])
    test(`works where an address becomes a frame with ${rights}`, async ({ page, baseURL }) => {
      await show(page, baseURL!, `<iframe sandbox="${rights}" src="${address}"></iframe>`, {
        script: false,
      })
      await expect(widget(page).getByText('220 mx.example.org', { exact: true })).toBeVisible()
    })

  test('leads there from a page without frames', async ({ page, baseURL }) => {
    await show(page, baseURL!, `<a href="${linked}">Try it</a>`, { script: false })
    await page.getByRole('link', { name: 'Try it' }).click()
    await expect(page.getByText('No problems')).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveValue('v=spf1 -all')
  })
})

test('without a script, and in print, the element’s own content is read', async ({
  page,
  browser,
  baseURL,
}) => {
  const { url } = await show(page, baseURL!, zone())
  await expect(widget(page).getByText('is never tried')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('helo-zone pre')).toBeVisible()
  await expect(page.locator('iframe')).toBeHidden()
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const still = await plain.newPage()
  await still.goto(url)
  await expect(still.locator('helo-zone pre')).toHaveText('v=spf1 -all ip4:203.0.113.0/24')
  await plain.close()
})

test('it follows the look and the language of the page', async ({ page, baseURL }) => {
  const head = '<style>:root { color-scheme: dark; --helo-accent: rgb(255, 170, 0) }</style>'
  await show(page, baseURL!, `<div lang="de-AT">${zone()}</div>`, { head })
  const root = widget(page).locator('html')
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await expect(root).toHaveAttribute('lang', 'de')
  await expect(widget(page).getByRole('link', { name: 'Im Playground öffnen' })).toHaveCSS(
    ...(['color', 'rgb(255, 170, 0)'] as const),
  )
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'light'))
  await expect(root).toHaveAttribute('data-theme', 'light')
})

test('it is as high as it needs, and does not shrink under the hand', async ({ page, baseURL }) => {
  await show(page, baseURL!, zone('', 'v=spf1 mx -all'))
  const height = () => page.locator('iframe').evaluate((one) => one.clientHeight)
  await expect(widget(page).getByText('No problems')).toBeVisible()
  const before = await height()
  await field(page).fill(
    Array.from({ length: 12 }, (_, at) => `a${at} 300 A 192.0.2.${at}`).join('\n'),
  )
  await expect.poll(height).toBeGreaterThan(before + 100)
  const grown = await height()
  await field(page).fill('v=spf1 -all mx')
  // Its verdict has come and is drawn, and the height stayed.
  await expect(widget(page).getByText('is never tried')).toBeVisible()
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => drawn(undefined))))
  expect(await height()).toBe(grown)
  await field(page).blur()
  await page.evaluate(() => window.focus())
})

test('a session is typed, and its goal is met', async ({ page, baseURL, isMobile }) => {
  test.skip(isMobile, 'a finger has a line of its own')
  test.setTimeout(120_000)
  const session =
    '<helo-smtp scenario="first-steps" goals="reply 450"><p>Type a session.</p></helo-smtp>'
  await show(page, baseURL!, session)
  await widget(page).getByRole('button', { name: 'Connect and type' }).click()
  const log = widget(page).getByRole('log')
  await expect(log).toContainText('220 ')
  await widget(page).locator('.xterm-screen').click()
  for (const line of [
    'EHLO desk.example.org',
    'MAIL FROM:<alice@example.org>',
    'RCPT TO:<bob@example.net>',
  ]) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await expect(log).toContainText('450 4.2.0')
  await expect(widget(page).getByText('A server replies 450: done')).toBeVisible()
  await expect.poll(() => reported(page, 'goal')).toMatchObject([{ id: 'reply 450', met: true }])
  await expect.poll(() => reported(page, 'complete')).toHaveLength(1)
  await expect.poll(() => reported(page, 'state').then((all) => all.length)).toBeGreaterThan(0)
})

test('a reader predicts before a verdict is shown', async ({ page, baseURL }) => {
  await show(
    page,
    baseURL!,
    zone('sender="203.0.113.5 alice@example.com" predict goals="clean, pass 203.0.113.5"'),
  )
  await expect(widget(page).getByText('What do you expect')).toBeVisible()
  await expect(widget(page).getByText('is never tried')).toBeHidden()
  expect(await reported(page, 'verdict')).toEqual([])
  await widget(page).getByRole('button', { name: 'pass', exact: true }).click()
  await expect(widget(page).getByText('You expected pass')).toBeVisible()
  await widget(page).getByRole('button', { name: /Move/ }).click()
  await expect.poll(() => reported(page, 'complete')).toHaveLength(1)
  await expect(widget(page).getByText('As you expected')).toBeVisible()
})
