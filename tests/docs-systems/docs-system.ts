import type { Page } from '@playwright/test'
import type { Widget, WidgetPage } from './widgets.ts'

/** A system that makes a site of texts. Its site is a folder of its name here, with what its author would have in it. */
export interface DocsSystem {
  /** Of its folder here, and of the one in `integrations/`, where `folder` is absent. */
  readonly name: string
  /** Where two share one. */
  readonly folder?: string
  /** A program that must be there, which says its version by these words. Absent where npm installs what it needs. */
  readonly program?: readonly string[]
  /** Programs or packages that are said to be missing, as Debian calls them. */
  readonly debian?: string
  /** What the program says where it has not all that it needs, such as a theme. */
  readonly isMissing?: RegExp
  /** What builds it, in a copy of its folder. */
  readonly build: readonly string[]
  /** What is built, below that folder. */
  readonly output: string
  /** Where what is in `integrations/` goes, below that folder. */
  readonly integration: string
  /** Where its style sheet goes, if not there. */
  readonly styles?: string
  /** Files with `https://YOUR-COPY/`, as `docs/embedding.md` has it. */
  readonly configuration: readonly string[]
  /** Files of a page by their path, as its author writes them. */
  readonly write: (page: WidgetPage) => Readonly<Record<string, string>>
  /** The address of a page below the site's root. */
  readonly address: (name: WidgetPage['name']) => string
  /** What its pages say in the console without a widget too. */
  readonly ownFaults?: RegExp
  /** Goes from light to dark and back, as a reader of it does; absent where it is always light. */
  readonly toggleDark?: (page: Page) => Promise<void>
  /** Whether it goes from page to page without loading one. */
  readonly isOnePage: boolean
}

/** For themes that follow the reader's system. */
export async function toggleSystem(page: Page): Promise<void> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' })
}

/** A fenced block of Markdown, longer than what stands in it. */
export function fence({ kind, attributes, text }: Widget): string {
  const words = Object.entries(attributes).map(([name, value]) => {
    if (value === '') return ` ${name}`
    return value.includes('"') ? ` ${name}='${value}'` : ` ${name}="${value}"`
  })
  const ticks = '`'.repeat(text.includes('```') ? 4 : 3)
  return `${ticks}helo-${kind}${words.join('')}\n${text}\n${ticks}`
}

/**
 * A page of Markdown.
 * @param front What stands above it.
 */
export const markdownPage = (
  { title, widgets, next }: WidgetPage,
  link: (name: WidgetPage['name']) => string,
  front = `# ${title}\n`,
): string =>
  [
    front,
    'Text before.',
    `[To the other page](${link(next)})`,
    ...widgets.map(fence),
    'Text after.',
  ]
    .map((part) => `${part}\n`)
    .join('\n')
