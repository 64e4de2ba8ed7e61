export const words = {
  note: (zone: string) => `what is published of ${zone}`,
  line: 'Line',
  name: 'Name',
  type: 'Type',
  value: 'Value',
  lost: 'Nothing: this line is no record.',
  hidden: 'never answered',
  none: 'The zone has no record, so nothing is published.',
  waiting: 'What is published appears here when the zone is ready.',
  count: (records: number) => (records === 1 ? '1 record' : `${records} records`),
  strings: (count: number, octets: number) =>
    count === 1 ? `${octets} octets` : `${count} strings joined, ${octets} octets`,
  /** A row, for who does not see it as a table. */
  row: (line: number, record: string) => `Line ${line}: ${record}`,
  announced: (line: number, record: string) => `Line ${line} is published as ${record}`,
}
