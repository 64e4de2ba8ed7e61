export const words = {
  note: (zone: string) => `what the world hears of ${zone}`,
  line: 'Line',
  name: 'Name',
  type: 'Type',
  value: 'Value',
  lost: 'Nothing: this line is no record.',
  hidden: 'never answered',
  none: 'The zone has no record, so the world hears nothing.',
  waiting: 'What the world hears appears here when the zone is ready.',
  count: (heard: number) => (heard === 1 ? '1 record' : `${heard} records`),
  strings: (count: number, octets: number) =>
    count === 1 ? `${octets} octets` : `${count} strings joined, ${octets} octets`,
  /** A row, for who does not see it as a table. */
  row: (line: number, heard: string) => `Line ${line}: ${heard}`,
  announced: (line: number, heard: string) => `Line ${line} is heard as ${heard}`,
}
