/** Who has mail on every server that is measured. */
export const ADDRESS = 'bob@example.org'
export const PASSWORD = 'secret'
