import { writeJson } from './octet-json.ts'

/** Keeps from sending again what has not changed. */
export class ChangedParts<Parts extends object> {
  readonly #sent = new Map<string, string>()

  /** @returns The parts that are not as they were the last time. */
  of(parts: Parts): Partial<Parts> {
    const changed = Object.entries(parts).filter(([name, value]) => {
      const written = writeJson(value)
      if (this.#sent.get(name) === written) return false
      this.#sent.set(name, written)
      return true
    })
    return Object.fromEntries(changed) as Partial<Parts>
  }
}
