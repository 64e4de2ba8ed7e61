import { during } from '../../hosting/at-work.ts'

/**
 * Calls once, when the element is seen and the page has nothing better to do.
 * @returns A function that calls it off.
 */
export function whenSeenAndIdle(element: Element, act: () => Promise<void>): () => void {
  let off = false
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    watcher.disconnect()
    // What can wait, waits for it.
    const idle = during(new Promise<void>(whenIdle))
    // Where it cannot be loaded, what is there goes on working.
    during(idle.then(() => (off ? undefined : act()))).catch((error: unknown) =>
      console.warn('The larger editor did not load.', error),
    )
  })
  watcher.observe(element)
  return () => {
    off = true
    watcher.disconnect()
  }
}

/** Calls once the page has loaded and has nothing better to do. */
export function whenIdle(act: () => void): void {
  const wait = () =>
    typeof requestIdleCallback === 'function'
      ? requestIdleCallback(act, { timeout: 4000 })
      : setTimeout(act, 600)
  if (document.readyState === 'complete') wait()
  else addEventListener('load', wait, { once: true })
}
