import {
  absolute,
  onOneLine,
  quoted,
  zoneLines,
  type Converted,
  type RecordLine,
} from './zone-text.ts'

/** What the columns of a provider's table are called. */
const COLUMNS = {
  type: /^(?:record )?type$/i,
  name: /^(?:name|host|host ?name|record ?name|record|owner|subdomain)$/i,
  value: /^(?:value|content|data|points to|target|destination|answer|record value|address)$/i,
  ttl: /^ttl\b.*$/i,
  priority: /^(?:priority|prio|preference|pref|mx pref(?:erence)?|mx priority)$/i,
} as const

type Column = keyof typeof COLUMNS
type Cells = Readonly<Partial<Record<Column, string>>>

interface Table {
  readonly rows: readonly Cells[]
}

/** Rows that are read: a limit of ours. */
const MOST = 2000

/** Whether a text is a table of records with a head: copied from a panel, or its CSV file. */
export const isTable = (text: string): boolean => (readTable(text)?.rows.length ?? 0) > 0

/** The zone's name, where names are written whole; empty where they are not. */
export function originOfTable(text: string): string {
  const names = (readTable(text)?.rows ?? []).map(({ name = '' }) => plain(name))
  const whole = names.filter((name) => name.includes('.') && !name.startsWith('_'))
  const shortest = whole.toSorted((a, b) => a.length - b.length)[0] ?? ''
  return names.every((name) => name.endsWith(shortest)) ? shortest : ''
}

export function fromTable(text: string, origin: string): Converted {
  const notes: string[] = []
  const lines = (readTable(text)?.rows ?? []).flatMap((cells): RecordLine[] => {
    const { type = '', name = '', value = '', ttl = '', priority = '' } = cells
    const kind = type.toUpperCase()
    const data = dataOf(kind, onOneLine(value), priority)
    if (data === undefined) notes.push(`\`${name || '@'}\` ${kind} was left out.`)
    const seconds = /^\d{1,9}$/.test(ttl) && Number(ttl) > 1 ? Number(ttl) : undefined
    const owner = wholeName(plain(name), origin)
    return data === undefined ? [] : [{ name: owner, ttl: seconds, type: kind, data }]
  })
  return { text: zoneLines(lines, origin), notes }
}

function wholeName(name: string, origin: string): string {
  if (name === '' || name === '@' || name === origin) return origin
  return name.endsWith(`.${origin}`) ? name : `${name}.${origin}`
}

function dataOf(type: string, value: string, priority: string): string | undefined {
  if (value === '') return undefined
  if (type === 'MX') {
    const [, inValue, host = value] = /^(\d{1,5})\s+(\S+)$/.exec(value) ?? []
    return `${inValue ?? (/^\d{1,5}$/.test(priority) ? priority : '0')} ${absolute(host)}`
  }
  if (type === 'TXT' || type === 'SPF') return value.startsWith('"') ? value : quoted(value)
  if (['CNAME', 'NS', 'PTR', 'DNAME'].includes(type)) return absolute(value)
  return ['A', 'AAAA', 'CAA', 'DS', 'SSHFP', 'TLSA', 'SOA'].includes(type) ? value : undefined
}

const plain = (name: string): string => name.trim().replace(/\.$/, '').toLowerCase()

/** Reads a table by its head. @returns Undefined where its first line is no head of records. */
function readTable(text: string): Table | undefined {
  const lines = text.split(/\r?\n/).filter((line) => /[^\s|:+-]/.test(line))
  const head = lines[0]
  if (head === undefined || head.length > 500) return undefined
  for (const cut of CUTS) {
    const columns = cut(head).map(columnOf)
    const has = (column: Column) => columns.includes(column)
    if (!has('type') || !has('name') || !has('value')) continue
    const rows = lines.slice(1, MOST + 1).map((line): Cells => {
      const cells = cut(line)
      return Object.fromEntries(
        columns.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])),
      )
    })
    return { rows: rows.filter(({ type = '' }) => /^[a-z]{1,10}$/i.test(type)) }
  }
  return undefined
}

const columnOf = (title: string): Column | undefined =>
  (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column].test(title))

/** Ways to cut a line into cells: by what stands between them. */
const CUTS: readonly ((line: string) => string[])[] = [
  (line) => line.split('\t').map((cell) => cell.trim()),
  (line) => csvCells(line, ','),
  (line) => csvCells(line, ';'),
  (line) =>
    line
      .replace(/^\s*\||\|\s*$/g, '')
      .split('|')
      .map((cell) => cell.trim()),
  (line) => line.trim().split(/ {2,}/),
]

/** Cells of one line of CSV: a cell in quotes may hold what else ends it, and two quotes for one. */
function csvCells(line: string, mark: string): string[] {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    const isQuoted = line[at] === '"'
    let end = isQuoted ? closingQuote(line, at + 1) : line.indexOf(mark, at)
    if (end < 0) end = line.length
    const raw = line.slice(isQuoted ? at + 1 : at, end)
    cells.push((isQuoted ? raw.replaceAll('""', '"') : raw).trim())
    const next = isQuoted ? line.indexOf(mark, end) : end
    if (next < 0 || next >= line.length) break
    at = next + 1
  }
  return cells
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from)
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2)
  return at
}
