/**
 * Reports how high a page wants to be whenever that changes. While somebody is in it, it does not shrink: nothing
 * of the page around moves up under the hand that types.
 * @returns A function that looks at once.
 */
export function reportHeight(element: HTMLElement, report: (height: number) => void): () => void {
  let reported = 0
  const look = () => {
    const height = Math.ceil(element.getBoundingClientRect().height)
    const next = document.hasFocus() ? Math.max(reported, height) : height
    if (next === 0 || next === reported) return
    reported = next
    report(next)
  }
  new ResizeObserver(look).observe(element)
  // A frame out of sight is not drawn, and so observes no size: but it can be measured.
  let isAsked = false
  new MutationObserver(() => {
    if (isAsked) return
    isAsked = true
    setTimeout(() => {
      isAsked = false
      look()
    })
  }).observe(element, { attributes: true, childList: true, characterData: true, subtree: true })
  // Where the hand has left, the room that it took may go.
  addEventListener('blur', look)
  return look
}
