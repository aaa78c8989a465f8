import QRCode from 'qrcode';

/** One path of unit squares for the dark modules, with a quiet zone of two around them. */
export function modulesOf(text: string): { readonly size: number; readonly d: string } {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  let d = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (data[y * size + x]) d += `M${x + 2} ${y + 2}h1v1h-1z`;
    }
  }
  return { size: size + 4, d };
}
