import { expect, test } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { watch } from './helpers/watch.ts'

/** The list, marks, a key longer than a phone is wide, a message, a zone, an absence. */
const pages = [
  'rules/',
  'rules/spf/terms-after-all/',
  'rules/dkim/key-armour/',
  'rules/signature/tag-missing/',
  'rules/zone/missing-glue/',
  'rules/dmarc/absent/',
]

for (const path of pages)
  test(`${path} needs no script, fits, and has nothing to mend by day and by night`, async ({
    page,
  }) => {
    const noted = watch(page)
    expect((await page.goto(path))?.status()).toBe(200)
    await expect(page.locator('h1')).toHaveCount(1)
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    expect(await overflow()).toBeLessThanOrEqual(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
    expect(await page.locator('script[type=module]').count()).toBe(0)
    expect(noted).toEqual([])
  })

test('from the list to a rule, on to the next, and back', async ({ page }) => {
  await page.goto('rules/')
  await page.getByRole('link', { name: 'Terms after all' }).click()
  await expect(page.locator('mark').first()).toHaveText('mx')
  await expect(page.locator('ins').first()).toHaveText('mx')
  await page.getByRole('link', { name: /^Next:/ }).click()
  await expect(page).not.toHaveURL(/terms-after-all/)
  await page.getByRole('link', { name: 'SPF', exact: true }).click()
  await expect(page).toHaveURL(/rules\/#spf$/)
})
