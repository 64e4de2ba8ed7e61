const FILE_NAMES = [/^(.+\..+?)\.(?:zone|db|dns|txt)$/i, /^db\.(.+\..+)$/i, /^(.+\..+)\.hosts$/i]
const ORIGIN = /^\$ORIGIN[ \t]+(\S{1,255})\.[ \t]*(?:;.*)?\r?$/im
const SOA = /^([^\s;@$]{1,255}\.[^\s;]{0,255}?)\.?[ \t]+(?:\w{1,20}[ \t]+){0,2}SOA[ \t]/im

/** Characters in which a zone's name is looked for: it stands at the top. */
const TOP = 100_000

/** The name of a zone that its text gives: a transfer has no `$ORIGIN`, its records have their whole names. */
export function zoneNameIn(text: string): string | undefined {
  const top = text.slice(0, TOP).replace(/^\ufeff/, '')
  return ORIGIN.exec(top)?.[1] ?? SOA.exec(top)?.[1]
}

/** The name of a zone that its file's name gives, as `example.org.zone` and `db.example.org` do. */
export function zoneNameOfFile(path: string): string | undefined {
  const file = path.slice(-255).replaceAll('\\', '/').split('/').at(-1)!
  return FILE_NAMES.map((pattern) => pattern.exec(file)?.[1]).find((name) => name !== undefined)
}

/** A record of `_dmarc.example.org` or `s1._domainkey.example.org` is one of the zone above. */
export function aboveServices(name: string): string {
  const labels = name.split('.')
  return labels.slice(labels.findLastIndex((label) => label.startsWith('_')) + 1).join('.')
}

/** What all names end in, by whole labels; empty where that is less than two. */
export function sharedEnd(names: readonly string[]): string {
  let shared = names[0]?.split('.') ?? []
  for (const name of names) {
    const labels = name.split('.')
    let count = 0
    while (count < shared.length && shared.at(-1 - count) === labels.at(-1 - count)) count++
    shared = shared.slice(shared.length - count)
  }
  return shared.length < 2 ? '' : shared.join('.')
}

/**
 * The zone that owners are likely of: what they all end in, or else the shortest of them.
 * @param owners Whole names, without a final dot.
 * @returns Empty where no name has two labels.
 */
export function zoneOfOwners(owners: readonly string[]): string {
  const names = owners.map(aboveServices).filter((name) => name.includes('.'))
  return sharedEnd(names) || (names.toSorted((a, b) => a.length - b.length)[0] ?? '')
}
