export const words = {
  names: { system: 'auto', light: 'day', dark: 'night' },
  change: (theme: string) => `Theme: ${theme}. Change it`,
}
