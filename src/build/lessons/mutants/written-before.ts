/** Whether a text stood before, spaces aside: then it is no mistake, the step is not made yet. */
export function isAnyOf(texts: readonly string[], text: string): boolean {
  const bare = (one: string): string => one.replace(/\s+/g, ' ').trim()
  return texts.some((one) => bare(one) === bare(text))
}
