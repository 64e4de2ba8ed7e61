/** Scrolls what is seen by a part of its height: what has the most to scroll. */
export function scrollSeen(by: -1 | 1): void {
  const slots = [...document.querySelectorAll('.desk > [data-slot]')]
  const seen = slots.find((slot) => getComputedStyle(slot).visibility === 'visible')
  const hidden = (one: Element) => one.scrollHeight - one.clientHeight
  const [most] = [...(seen?.querySelectorAll('.body, .panel-body, [class]') ?? [])]
    .filter((one) => hidden(one) > 1 && /auto|scroll/.test(getComputedStyle(one).overflowY))
    .sort((a, b) => hidden(b) - hidden(a))
  most?.scrollBy({ top: by * most.clientHeight * 0.4 })
}
