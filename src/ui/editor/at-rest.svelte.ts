/** Milliseconds without a key after which what stands between the lines may change. */
const REST = 600

/**
 * Follows a value only when the hand rests, so that nothing comes and goes under it while it types.
 * @param value Read anew whenever what it reads changes.
 */
export class AtRest<Value> {
  value = $state.raw() as Value
  private lastKey = -Infinity

  constructor(value: () => Value) {
    this.value = value()
    $effect(() => {
      const next = value()
      let timer: ReturnType<typeof setTimeout> | undefined
      const follow = () => {
        const left = this.lastKey + REST - performance.now()
        if (left > 0) timer = setTimeout(follow, left)
        else this.value = next
      }
      follow()
      return () => clearTimeout(timer)
    })
  }

  noticeKey(): void {
    this.lastKey = performance.now()
  }

  /** What was just done is no typing: its outcome shows as soon as it is known. */
  hurry(): void {
    this.lastKey = -Infinity
  }
}
