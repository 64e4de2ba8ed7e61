import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Axe finds nothing to fix in the page as it is now. Monaco's own parts are not ours to fix.
 * @param part A selector: the whole page by default.
 */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  await atRest(page)
  expect(await findings(new AxeBuilder({ page }).include(part))).toEqual([])
}

/** Every word stands out from its ground: all that another theme can change. */
export async function expectContrast(page: Page): Promise<void> {
  await atRest(page)
  expect(await findings(new AxeBuilder({ page }).withRules('color-contrast'))).toEqual([])
}

/** A colour on its way from one theme to the other belongs to neither: transitions end first. */
const atRest = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    document
      .getAnimations()
      .every((one) => !(one instanceof CSSTransition) || one.playState !== 'running'),
  )

/** A frame that runs no script cannot answer axe, which would wait; its content is a message's. */
async function findings(axe: AxeBuilder): Promise<unknown[]> {
  const ours = axe.exclude('.monaco-editor').exclude('iframe[sandbox=""]')
  const { violations } = await ours.analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])
}
