/** `12 octets`, `1.4 KB`. */
export function sizeText(octets: number): string {
  if (octets < 1000) return `${octets} ${octets === 1 ? 'octet' : 'octets'}`
  if (octets < 1_000_000) return `${(octets / 1000).toFixed(1)} KB`
  return `${(octets / 1_000_000).toFixed(1)} MB`
}
