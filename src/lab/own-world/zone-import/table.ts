import { zoneOfOwners } from '../../../dns/zone/zone-name.ts'
import { cutsOf, MOST_CELLS } from './cut-lines.ts'
import {
  absolute,
  onOneLine,
  quoted,
  zoneLines,
  type Converted,
  type RecordLine,
} from './zone-text.ts'

/** What the columns of a provider's table are called, in English, German, French or Spanish. */
const COLUMNS = {
  type: /^(?:record[ -]?)?typ[eo]?$/i,
  name: /^(?:name|host|host ?name|record ?name|record|owner|sub-?domain|nom|nombre|präfix)$/i,
  value:
    /^(?:value|content|data|points to|target|destination|answer|record value|record ?data|address|wert|ziel|inhalt|daten|valeur|cible|valor)$/i,
  ttl: /^ttl\b.*$/i,
  priority:
    /^(?:priority|prio\.?|preference|pref|mx pref(?:erence)?|mx priority|priorität|priorité|prioridad)$/i,
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
  const zone = zoneOfOwners(names.filter((name) => name.includes('.')))
  return names.every((name) => name.endsWith(zone)) ? zone : ''
}

export function fromTable(text: string, origin: string): Converted {
  const notes: string[] = []
  const lines = (readTable(text)?.rows ?? []).flatMap((cells): RecordLine[] => {
    const { type = '', name = '', value = '', ttl = '', priority = '' } = cells
    const [, kind = '', inType] = TYPE.exec(type.toUpperCase()) ?? []
    const data = dataOf(kind, onOneLine(value), inType ?? priority)
    if (data === undefined) notes.push(`\`${name || '@'}\` ${kind} was left out.`)
    const seconds = /^\d{1,9}$/.test(ttl) && Number(ttl) > 1 ? Number(ttl) : undefined
    const owner = wholeName(plain(name), origin)
    return data === undefined ? [] : [{ name: owner, ttl: seconds, type: kind, data }]
  })
  return { text: zoneLines(lines, origin), notes }
}

/** A type, maybe with what some panels write behind it: `MX (10)`, `TXT Record`. */
const TYPE = /^([A-Z]{1,10})(?: RECORD)?(?:\s*\((\d{1,5})\))?$/

/** `10 mail.example.org.`, or as PowerShell prints it: `[10][mail.example.org.]`. */
const MX_VALUE = /^\[?(\d{1,5})(?:\s+|\]\[)([^\s\]]+)\]?$/

function wholeName(name: string, origin: string): string {
  if (name === '' || name === '@' || name === origin) return origin
  return name.endsWith(`.${origin}`) ? name : `${name}.${origin}`
}

function dataOf(type: string, value: string, priority: string): string | undefined {
  if (value === '') return undefined
  if (type === 'MX') {
    const [, inValue, host = value] = MX_VALUE.exec(value) ?? []
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
  if (TYPE_FIRST.test(head)) return { rows: lines.slice(0, MOST).flatMap(rowWithoutHead) }
  for (const cut of cutsOf(text)) {
    const columns = cut(head, MOST_CELLS).map(columnOf)
    const has = (column: Column) => columns.includes(column)
    if (!has('type') || !has('name') || !has('value')) continue
    const rows = lines.slice(1, MOST + 1).map((line): Cells => {
      const cells = cut(line, columns.length)
      return Object.fromEntries(
        columns.flatMap((column, at) =>
          column && columns.indexOf(column) === at ? [[column, cells[at] ?? '']] : [],
        ),
      )
    })
    return { rows: rows.filter(({ type = '' }) => TYPE.test(type.toUpperCase())) }
  }
  return undefined
}

/** A row that was copied without its head: its type, its name, its value, and for MX its preference. */
const TYPE_FIRST = /^(?:A|AAAA|CNAME|MX|TXT|SPF|SRV|NS|CAA)(?: Record)?\t[\w@*.-]{1,253}\t\S/

function rowWithoutHead(line: string): Cells[] {
  if (!TYPE_FIRST.test(line)) return []
  const [type = '', name = '', value = '', next = ''] = line.split('\t').map((cell) => cell.trim())
  const isNumber = /^\d{1,5}$/.test(value)
  return [
    type.startsWith('MX') && isNumber
      ? { type, name, value: next, priority: value }
      : { type, name, value, priority: next },
  ]
}

const columnOf = (title: string): Column | undefined =>
  (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column].test(title))
