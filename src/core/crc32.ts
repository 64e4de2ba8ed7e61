/** The check sum of gzip (RFC 1952 §8), which fflate leaves unchecked. */
export function crc32(bytes: Uint8Array): number {
  let sum = -1
  for (const octet of bytes) sum = TABLE[(sum ^ octet) & 255]! ^ (sum >>> 8)
  return ~sum >>> 0
}

const TABLE = Int32Array.from({ length: 256 }, (_, octet) => {
  let value = octet
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})
