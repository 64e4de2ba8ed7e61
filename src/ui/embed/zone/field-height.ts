/** CSS pixels: two lines and a bit, and about thirty. */
const LEAST = 58
const MOST = 640

/** How high a field is that shows all of its lines, as the coloured text behind it lays them out. */
export function fieldHeight(room: HTMLElement): number {
  const sheet = room.querySelector<HTMLElement>('pre')
  const field = room.querySelector('textarea')
  const last = sheet?.lastElementChild
  const needed =
    last instanceof HTMLElement && sheet
      ? last.offsetTop + last.offsetHeight + 10
      : (field?.scrollHeight ?? 0)
  return Math.min(MOST, Math.max(LEAST, needed))
}
