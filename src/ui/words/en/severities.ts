export const words = { error: 'Error', warning: 'Warning', info: 'Note', hint: 'Advice' }
