import { encodeQR } from 'qr';

/** Bare modules that a reader needs around the code (ISO/IEC 18004). */
const quiet = 4;

/**
 * Draws an address as a QR code in lines, in a square of this size, its quiet border inside. A
 * quarter of it can be torn or scribbled over: a poster hangs for years.
 */
export function drawQrCode(
  doc: PDFKit.PDFDocument,
  address: string,
  at: { x: number; y: number; size: number },
): void {
  const rows = encodeQR(address, 'raw', { ecc: 'quartile', border: quiet });
  const module = at.size / rows.length;
  doc.rect(at.x, at.y, at.size, at.size).fill('#ffffff');
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) {
        doc.rect(at.x + x * module, at.y + y * module, module, module);
      }
    }),
  );
  // One path for all, so that no hair of white shows between two modules that touch.
  doc.fill('#000000');
}
