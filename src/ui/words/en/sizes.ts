export const words = {
  octets: (count: number) => (count === 1 ? '1 octet' : `${count} octets`),
  kilobytes: (count: string) => `${count} KB`,
  megabytes: (count: string) => `${count} MB`,
}
