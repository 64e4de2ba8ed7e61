/** CSS pixels: two lines and a bit, and about thirty, which is usual. */
const LEAST = 58
const USUAL = 640

/**
 * How high a field is that shows all of its lines, as the coloured text behind it lays them out.
 * @param most CSS pixels.
 */
export function fieldHeight(room: HTMLElement, most = USUAL): number {
  const sheet = room.querySelector<HTMLElement>('pre')
  const field = room.querySelector('textarea')
  const last = sheet?.lastElementChild
  const needed =
    last instanceof HTMLElement && sheet
      ? last.offsetTop + last.offsetHeight + 10
      : (field?.scrollHeight ?? 0)
  return Math.min(Math.max(most, LEAST), Math.max(LEAST, needed))
}
