import { words } from '#words/sizes'
/** `12 octets`, `1.4 KB`. */
export function sizeText(octets: number): string {
  if (octets < 1000) return words.octets(octets)
  if (octets < 1_000_000) return words.kilobytes((octets / 1000).toFixed(1))
  return words.megabytes((octets / 1_000_000).toFixed(1))
}
