// Before the first paint: the letters must not jump in size. A file of its own, since inline scripts are refused.
try {
  if (localStorage.getItem('linli.elder') === 'yes') document.documentElement.dataset.mode = 'elder';
} catch {
  // no storage: normal letters
}
