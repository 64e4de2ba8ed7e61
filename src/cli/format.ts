/** How a report may be written; a command has some of them. */
export const FORMATS = [
  ...(['text', 'json', 'sarif', 'csv', 'junit', 'xapi'] as const),
  // Packages for learning systems.
  ...(['scorm12', 'scorm2004', 'cmi5'] as const),
] as const

export type Format = (typeof FORMATS)[number]
