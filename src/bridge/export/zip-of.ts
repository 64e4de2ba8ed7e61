import { zipSync } from 'fflate'

/** The earliest time that a ZIP file can state: the same files make the same octets. */
const TIME = new Date(1980, 0, 1)

export const zipOf = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(files), { level: 9, mtime: TIME })
