const FILE_NAMES = [/^(.+\..+?)\.(?:zone|db|dns|txt)$/i, /^db\.(.+\..+)$/i, /^(.+\..+)\.hosts$/i]
const ORIGIN = /^\$ORIGIN[ \t]+(\S{1,255})\.[ \t]*(?:;.*)?\r?$/im
const SOA = /^([^\s;@$]{1,255}\.[^\s;]{0,255}?)\.?[ \t]+(?:\w{1,20}[ \t]+){0,2}SOA[ \t]/im

/** Characters in which a zone's name is looked for: it stands at the top. */
const TOP = 100_000

/** The name of a zone that its text gives: a transfer has no `$ORIGIN`, its records have their whole names. */
export function zoneNameIn(text: string): string | undefined {
  const top = text.slice(0, TOP)
  return ORIGIN.exec(top)?.[1] ?? SOA.exec(top)?.[1]
}

/** The name of a zone that its file's name gives, as `example.org.zone` and `db.example.org` do. */
export function zoneNameOfFile(path: string): string | undefined {
  const file = path.slice(-255).replaceAll('\\', '/').split('/').at(-1)!
  return FILE_NAMES.map((pattern) => pattern.exec(file)?.[1]).find((name) => name !== undefined)
}
