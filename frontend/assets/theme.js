try {
  const { document, localStorage } = globalThis;
  const theme = localStorage.getItem('boucle.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (localStorage.getItem('boucle.language') === 'en') document.documentElement.lang = 'en';
} catch {
  // Storage may be refused; the system's theme and French then stand.
}
