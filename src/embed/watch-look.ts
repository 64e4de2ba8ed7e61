const watchers = new Set<() => void>()
let isWatching = false

/**
 * Calls back when the page may look otherwise: its root or body has changed, where most keep their theme, or
 * the system has. @returns A function that ends it.
 */
export function watchLook(changed: () => void): () => void {
  watchers.add(changed)
  if (!isWatching) {
    isWatching = true
    let isAsked = false
    const notice = () => {
      if (isAsked) return
      isAsked = true
      requestAnimationFrame(() => {
        isAsked = false
        for (const one of watchers) one()
      })
    }
    const observer = new MutationObserver(notice)
    observer.observe(document.documentElement, { attributes: true })
    if (document.body) observer.observe(document.body, { attributes: true })
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', notice)
  }
  return () => void watchers.delete(changed)
}
