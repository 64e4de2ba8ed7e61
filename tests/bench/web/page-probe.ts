/** What to look for in a page. It is found by roles and names, whatever draws it. */
export interface Watch {
  /** Pattern of the accessible name of the field that takes the keys. */
  readonly field: string
  /** Around the field, the nearest of these elements is where text is drawn. */
  readonly screen: string
  /** Drawn when the page has become what it will be, such as the prompt. */
  readonly sign: string
  /** A key that is pressed as soon as the field can take it; none when left out. */
  readonly key?: string
}

/** No page shows this character before it is typed. */
export const KEY = '^'

/** When each thing was first seen, in milliseconds since the navigation began. */
export interface Seen {
  firstPaint?: number | undefined
  /** The field had the focus, after the first paint: before it, Chromium drops keys. */
  field?: number | undefined
  sign?: number | undefined
  /** The key's character stood in the field or on the screen. */
  echo?: number | undefined
}

export interface ProbedWindow {
  seen: Seen
  /** Given by the benchmark: presses the key. */
  pressKey(): void
  /** Puts the focus into the field. @returns Whether it is there. */
  takeFocus(): boolean
  /** All text that is drawn or typed now. */
  textNow(): string
}

/**
 * Runs in the page, from before its first script on, and looks once a frame. It must refer to
 * nothing outside itself.
 */
export function probePage({ field, screen, sign, key }: Watch): void {
  const probed = window as unknown as ProbedWindow
  const seen: Seen = (probed.seen = {})
  const name = new RegExp(field)

  type Field = HTMLInputElement | HTMLTextAreaElement
  const nameOf = (one: Element) =>
    one.getAttribute('aria-label') ??
    document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent ??
    (one as Field).labels?.[0]?.textContent ??
    ''
  const isOpen = (one: Element) => !(one as Field).disabled && !(one as Field).readOnly
  const fields = () =>
    [...document.querySelectorAll('input, textarea, [role="textbox"]')].filter(
      (one) => isOpen(one) && name.test(nameOf(one)),
    )

  // Where an editor hides the field that it listens to, its value is not what is on the screen.
  const isSeen = (one: Element) => {
    const { width, height, right } = one.getBoundingClientRect()
    const isShown = one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    return isShown && right > 0 && width > 4 && height > 4
  }
  const valueOf = (one: Element) => (isSeen(one) && (one as Field).value) || ''

  // A log repeats the screen for those who listen.
  const textOf = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return (node as Text).data
    if (!(node instanceof Element) || node.matches('style, script, [role="log"]')) return ''
    return [...node.childNodes].map(textOf).join('')
  }
  const drawn = () =>
    [...new Set(fields().map((one) => one.closest(screen)))]
      .map((one) => (one ? textOf(one) : ''))
      .join('\n')
  const textNow = (probed.textNow = () => drawn() + fields().map(valueOf).join('\n'))

  const takeFocus = (probed.takeFocus = () => {
    for (const one of fields()) {
      if (one instanceof HTMLElement) one.focus()
      if (document.activeElement === one) return true
    }
    return false
  })

  const look = () => {
    seen.firstPaint ??= performance.getEntriesByName('first-contentful-paint')[0]?.startTime
    if (seen.firstPaint !== undefined && seen.field === undefined && key && takeFocus()) {
      seen.field = performance.now()
      probed.pressKey()
    }
    if (seen.sign === undefined && drawn().includes(sign)) seen.sign = performance.now()
    if (seen.field !== undefined && seen.echo === undefined && key && textNow().includes(key))
      seen.echo = performance.now()
    const isDone = seen.firstPaint && seen.sign && (!key || seen.echo)
    if (!isDone) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
