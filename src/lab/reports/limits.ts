/** What is read at once. Limits of ours; each is named by its number where it is reached. */
export const reportLimits = {
  /** Files that are given. */
  files: 500,
  /** Octets of one file as it is given. */
  file: 20 * 1024 * 1024,
  /** Octets of all files together as they are given. */
  all: 40 * 1024 * 1024,
  /** Octets that come out of one file, and so of a report. */
  unpacked: 20 * 1024 * 1024,
  /** Octets that come out of all files together. */
  unpackedInAll: 80 * 1024 * 1024,
  /** Reports in all files together. */
  documents: 2000,
  /** Packed in packed in packed. */
  depth: 4,
  /** Rows of all reports together. */
  rows: 100_000,
  /** Sources that are listed, and addresses of each. */
  sources: 60,
  addresses: 20,
  /** Problems that are listed of one report. */
  problems: 12,
  /** Days of the chart; of a longer time the newest. */
  days: 92,
  /** Characters of the zone. */
  zone: 500_000,
} as const

/** `20 MiB` */
export const inMebibytes = (octets: number): string => `${octets / 1024 / 1024} MiB`
