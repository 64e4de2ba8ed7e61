// Runs before the first paint, so that a chosen theme does not flash. Blocked storage: the system's.
try {
  const theme = localStorage.getItem('helo-world/theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Without storage the page follows the system.
}
document.documentElement.classList.add('js')
