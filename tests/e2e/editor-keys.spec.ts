import { expect, test, type Page } from '@playwright/test'
import { lessonFile } from './helpers/lesson-files.ts'
import { watch } from './helpers/watch.ts'
import {
  focusEditor,
  lines,
  problems,
  rewriteZone,
  waitForEditor,
  zonePanel,
  zoneText,
} from './helpers/zone.ts'

/** What the larger editor can do, of which the build leaves out what is never on: each once, without an error. */
test.skip(({ isMobile }) => isMobile, 'a phone keeps the plain field')

const lesson = 'lessons/your-first-spf/'
const start = lessonFile('your-first-spf', 'zones/example.org.zone')
const faulty = `${start}www IN B 192.0.2.1\n@ IN TXT "v=spf1 ip:192.0.2.10 -all"\n`

let noted: readonly string[] = []
test.beforeEach(async ({ page }) => {
  noted = watch(page)
  await page.goto(lesson)
  await waitForEditor(page)
})
test.afterEach(() => expect(noted).toEqual([]))

/** A text with the caret at its start. */
async function begin(page: Page, text: string) {
  await rewriteZone(page, text)
  await page.keyboard.press('ControlOrMeta+Home')
}

const press = async (page: Page, keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

type Row = readonly [keys: readonly string[], before: string, after: string]

const tables: Readonly<Record<string, readonly Row[]>> = {
  lines: [
    [['Enter', 'ArrowUp', 'x'], 'a', 'x\na'],
    [['Alt+ArrowDown'], 'a\nb', 'b\na'],
    [['End', 'ArrowDown', 'Alt+ArrowUp'], 'a\nb', 'b\na'],
    [['Control+Shift+k'], 'a\nb', 'b'],
    [['Control+Enter', 'x'], 'a\nb', 'a\nx\nb'],
    [['Control+Shift+Enter', 'x'], 'a\nb', 'x\na\nb'],
    [['Control+]'], 'a', '    a'],
    [['Control+['], '    a', 'a'],
    [['Control+x'], 'a\nb', 'b'],
    [['Control+c', 'Control+v'], 'a\nb', 'a\na\nb'],
    [['Control+End', 'x'], 'a\nb', 'a\nbx'],
  ],
  words: [
    [['Delete'], 'one', 'ne'],
    [['Control+Delete'], 'one two', ' two'],
    [['End', 'Control+Backspace'], 'one two', 'one '],
    [['Control+ArrowRight', 'x'], 'one two', 'onex two'],
    [['Control+Shift+ArrowRight', 'x'], 'one two', 'x two'],
    [['x', 'Control+z'], 'a', 'a'],
    [['x', 'Control+z', 'Control+y'], 'a', 'xa'],
    [['"'], ' ', '"" '],
    [['Control+m', 'Tab', 'Control+m'], 'a', '    a'],
  ],
  characters: [
    [['ArrowRight', 'x'], '👩‍🚀a', '👩‍🚀xa'],
    [['End', 'ArrowLeft', 'x'], 'a🇩🇪', 'ax🇩🇪'],
    [['ArrowRight', 'x'], 'e\u0301a', 'e\u0301xa'],
    [['Delete'], '각a', 'a'],
    [['End', 'Backspace'], 'a👍🏽', 'a'],
  ],
}

for (const [what, rows] of Object.entries(tables))
  test(`keys change ${what} as they do elsewhere`, async ({ page }) => {
    for (const [keys, before, after] of rows) {
      await begin(page, before)
      await press(page, keys)
      expect(await zoneText(page), `${keys.join(', ')} in ${JSON.stringify(before)}`).toBe(after)
    }
  })

test('a text is searched, and what is found replaced', async ({ page }) => {
  await begin(page, 'one\ntwo\none\n')
  await press(page, ['Control+f'])
  const find = zonePanel(page).locator('.find-widget')
  await page.keyboard.type('one')
  await expect(find.locator('.matchesCount')).toHaveText('1 of 2')
  await press(page, ['F3'])
  await expect(find.locator('.matchesCount')).toHaveText('2 of 2')
  await press(page, ['Control+h'])
  await find.getByRole('textbox', { name: 'Replace' }).fill('three')
  await press(page, ['Control+Alt+Enter'])
  await press(page, ['Alt+r', 'Alt+c', 'Alt+w'])
  await press(page, ['Alt+r', 'Alt+c', 'Alt+w', 'Escape'])
  await expect(find).not.toHaveClass(/visible/)
  expect(await zoneText(page)).toBe('three\ntwo\nthree\n')
})

test('every command of its menu runs', async ({ page }) => {
  await begin(page, start)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const items = page.locator('.monaco-menu [role="menuitem"]')
  const row = zonePanel(page).locator('.zone-fold button')
  for (const [at, name, check] of [
    [1, 'Cut', () => expect(problems(page)).toContainText('1 problem')],
    [2, 'Copy', () => expect.poll(() => copied(page)).toContain('SOA')],
    [3, 'Paste', () => expect(problems(page)).toContainText('No problems')],
    [4, 'Fold what is long', () => expect(row).toBeVisible()],
    [5, 'Unfold all', () => expect(row).toHaveCount(0)],
  ] as const) {
    if (name === 'Paste') await page.evaluate(() => navigator.clipboard.writeText('$TTL 3600\n'))
    await press(page, ['ControlOrMeta+Home', 'Shift+F10'])
    await expect(items).toHaveCount(5)
    await press(page, Array<string>(at).fill('ArrowDown'))
    await expect(page.locator('.monaco-menu .action-item.focused')).toContainText(name)
    await press(page, ['Enter'])
    await expect(items).toHaveCount(0)
    await check()
    await expect(zonePanel(page).locator('.monaco-editor.focused')).toHaveCount(1)
  }
})

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

test('a hover tells what is wrong, and leads to it', async ({ page }) => {
  await begin(page, faulty)
  await expect(zonePanel(page).getByRole('group', { name: /^Error in line / })).toHaveCount(2)
  await press(page, ['F8', 'Control+k', 'Control+i'])
  const hover = page.locator('.monaco-hover').filter({ visible: true })
  await expect(hover).toContainText('B is the name of no record type. Did you mean A?')
  await expect(hover.locator('code').first()).toHaveText('TYPE')
  await expect(hover.getByText('RFC 3597 §5')).toHaveAttribute('href', /^https:.*rfc3597/)
  await expect(hover).toContainText('View Problem (Alt+F8)')
  await press(page, ['F8', 'ArrowRight', 'Control+k', 'Control+i'])
  await expect(hover).toContainText('ip4')
  await hover.getByText('View Problem').click()
  await expect(hover).toHaveCount(0)
  await expect(zonePanel(page).locator('.monaco-editor.focused')).toHaveCount(1)
  await page.keyboard.type('x')
  expect(await zoneText(page)).not.toContain('ip:')
})

test('a fix is chosen from a list by keys, by its letters or with the mouse', async ({ page }) => {
  const twice = `${start}@ IN TXT "v=spf1 ip:192.0.2.10 ipv6:2001:db8::1 -all"\n`
  const list = page.locator('.action-widget').getByRole('listbox')
  const options = list.getByRole('option')
  const chosen = list.locator('.focused')
  const openList = async () => {
    await begin(page, twice)
    await expect(zonePanel(page).getByRole('group', { name: /^Error in line / })).toHaveCount(1)
    await expect(problems(page)).toHaveAttribute('aria-busy', 'false')
    await press(page, ['F8', 'Home', 'Shift+End', 'ControlOrMeta+.'])
    await expect(list).toBeFocused()
    await expect(chosen).toHaveText(await options.first().innerText())
  }
  await openList()
  const names = await options.allInnerTexts()
  expect(names.length).toBeGreaterThan(1)
  for (const title of await list.locator('.title').all())
    expect(await title.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  const last = names.at(-1)!
  await press(page, ['ArrowUp'])
  await expect(chosen).toHaveText(last)
  await press(page, ['ArrowDown', 'ArrowDown', 'ArrowUp'])
  await expect(chosen).toHaveText(names[0]!)
  await expect(list).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id'))!)
  await page.keyboard.type(last.slice(0, 2))
  await expect(chosen).toHaveText(last)
  await press(page, ['Escape'])
  await expect(list).toHaveCount(0)
  await expect(zonePanel(page).locator('.monaco-editor.focused')).toHaveCount(1)
  expect(await zoneText(page)).toBe(twice)

  for (const choose of [
    () => press(page, ['Enter']),
    () => press(page, ['Space']),
    () => press(page, ['ControlOrMeta+Enter']),
    () => options.first().click(),
  ]) {
    await openList()
    await choose()
    await expect(list).toHaveCount(0)
    await expect(zonePanel(page).locator('.monaco-editor.focused')).toHaveCount(1)
    await expect.poll(() => zoneText(page)).not.toBe(twice)
  }
})

test('offers are taken and come with their sentence', async ({ page }) => {
  await begin(page, start)
  await press(page, ['Control+End'])
  await page.keyboard.type('@ IN TXT "v=spf1 ip')
  await press(page, ['Control+Space'])
  const offers = page.locator('.suggest-widget.visible')
  await expect(offers).toBeVisible()
  await press(page, ['Control+Space'])
  await expect(page.locator('.suggest-details .docs p')).not.toHaveText('')
  await press(page, ['ArrowDown', 'ArrowUp', 'Enter'])
  await expect(offers).toHaveCount(0)
  expect(await zoneText(page)).toContain('"v=spf1 ip4:')
})

test('keys that have nothing to do here do nothing', async ({ page }) => {
  await begin(page, faulty)
  await press(page, ['F1', 'F2', 'F12', 'Shift+F12', 'Control+F12', 'Alt+F12', 'Control+Shift+o'])
  await press(page, ['Control+g', 'Control+d', 'Control+Shift+l', 'Control+Shift+Space', 'Escape'])
  await press(page, ['Shift+Alt+f', 'Control+k', 'Control+f', 'Escape', 'Alt+F1', 'Escape'])
  await press(page, ['Alt+F8', 'Shift+Alt+F8', 'Control+Shift+BracketLeft'])
  await press(page, ['Control+Shift+BracketRight', 'Shift+Alt+ArrowRight', 'Shift+Alt+ArrowLeft'])
  expect(await zoneText(page)).toBe(faulty)
})

test('one types in two places at once', async ({ page }) => {
  await begin(page, 'one\ntwo\n')
  const [first, second] = [lines(page).getByText('one'), lines(page).getByText('two')]
  await first.click({ position: { x: 1, y: 8 } })
  await second.click({ position: { x: 1, y: 8 }, modifiers: ['Alt'] })
  await page.keyboard.type('x')
  expect(await zoneText(page)).toBe('xone\nxtwo\n')
})

for (const field of ['.native-edit-context', 'textarea.inputarea'])
  test(`a word may be composed before it is written: ${field}`, async ({ page }) => {
    if (field.startsWith('textarea')) {
      await page.addInitScript(() => Reflect.deleteProperty(window, 'EditContext'))
      await page.reload()
      await waitForEditor(page)
    }
    await expect(zonePanel(page).locator(field)).toHaveCount(1)
    await begin(page, '; ')
    await press(page, ['End'])
    const input = await page.context().newCDPSession(page)
    await input.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
    await expect(lines(page)).toContainText('に')
    await input.send('Input.insertText', { text: '日本' })
    await focusEditor(page)
    expect(await zoneText(page)).toBe('; 日本')
  })

test.describe('in Safari', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  })

  test('nothing is written to the clipboard before one copies', async ({ page }) => {
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('Nothing was copied.'))
    })
    await rewriteZone(page, start)
    await page.getByRole('heading', { name: 'Your first SPF' }).click()
    await focusEditor(page)
    await page.keyboard.type('; one and another')
    await expect(lines(page)).toContainText('; one and another')
  })
})
