/** How a report may be written; a command has some of them. */
export const FORMATS = ['text', 'json', 'sarif', 'csv', 'junit', 'xapi'] as const

export type Format = (typeof FORMATS)[number]
