type Decorator = (target: object, key?: string, place?: unknown) => unknown

/** Makes a class, or a method of one, what its decorators make of it, the last of them first. */
export function __decorate(
  decorators: readonly Decorator[],
  target: object,
  key?: string,
): unknown {
  const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key)
  const made = decorators.reduceRight<unknown>(
    (made, decorate) =>
      (key === undefined ? decorate(made as object) : decorate(target, key, made)) ?? made,
    descriptor ?? target,
  )
  if (key !== undefined && descriptor)
    Object.defineProperty(target, key, made as PropertyDescriptor)
  return made
}

/** A decorator of one place in the list of parameters. */
export const __param =
  (place: number, decorate: Decorator): Decorator =>
  (target, key) =>
    void decorate(target, key, place)
