import sharp from 'sharp';

/** Files of each kind, as small as they come: what is looked at is how they begin and end. */

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

const blank = { width: 8, height: 6, channels: 3, background: '#0f5c63' } as const;
const picture = () => sharp({ create: blank });

export const jpeg = () => picture().jpeg().toBuffer();
export const png = () => picture().png().toBuffer();
export const webp = () => picture().webp().toBuffer();

/** A photograph lying on its side, that tells where it was taken and with what. */
export const tellingPhoto = () =>
  picture()
    .withExif({
      IFD0: { Make: 'SecretCamera', ImageDescription: 'Chez Mme Durand' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 7/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

export const pdf = (): Buffer =>
  ascii('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A sound; those of two notes differ. */
export function wav(note = 0): Buffer {
  const header = Buffer.alloc(44 + 64);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + 64, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(64, 40);
  header.fill(note, 44);
  return header;
}

export const mp3 = (): Buffer =>
  Buffer.concat([
    ascii('ID3\x04\x00\x00\x00\x00\x00\x00'),
    Buffer.from([0xff, 0xfb, 0x90, 0x64]),
    Buffer.alloc(413),
  ]);

export const aac = (): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc]), Buffer.alloc(64)]);

export function ogg(): Buffer {
  const page = Buffer.alloc(28 + 19);
  page.write('OggS', 0, 'latin1');
  page[5] = 2;
  page[26] = 1;
  page[27] = 19;
  page.write('OpusHead', 28, 'latin1');
  page[36] = 1;
  page[37] = 1;
  return page;
}

/** A box of the MPEG-4 family: its length, its name, its matter. */
function box(name: string, ...matter: Buffer[]): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8 + matter.reduce((sum, { length: size }) => sum + size, 0));
  return Buffer.concat([length, ascii(name), ...matter]);
}

/** What a telephone records; `vide` is a film. */
export function mp4(brand = 'mp42', handler: 'soun' | 'vide' = 'soun'): Buffer {
  const handled = box('hdlr', Buffer.alloc(8), ascii(handler), Buffer.alloc(13));
  const movie = box('moov', box('trak', box('mdia', handled)));
  return Buffer.concat([box('ftyp', ascii(brand), Buffer.alloc(4), ascii(brand)), movie]);
}

/** What a browser records; `V_VP8` is a film. */
export function webm(codec: 'A_OPUS' | 'V_VP8' = 'A_OPUS'): Buffer {
  const ebml = Buffer.concat([Buffer.from([0x42, 0x82, 0x84]), ascii('webm')]);
  const tracks = Buffer.concat([Buffer.from([0x86, 0x80 | codec.length]), ascii(codec)]);
  return Buffer.concat([
    Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 | ebml.length]),
    ebml,
    Buffer.from([0x18, 0x53, 0x80, 0x67, 0x80 | tracks.length]),
    tracks,
  ]);
}

/** A program for Windows, as far as anybody would look. */
export const program = (): Buffer =>
  Buffer.concat([ascii('MZ\x90\x00\x03\x00\x00\x00'), Buffer.alloc(56), ascii('PE\x00\x00')]);

export const elf = (): Buffer => Buffer.concat([ascii('\x7fELF\x02\x01\x01'), Buffer.alloc(64)]);

export const zip = (): Buffer =>
  Buffer.concat([
    ascii('PK\x03\x04\x14\x00\x00\x00\x00\x00'),
    Buffer.alloc(20),
    ascii('word/document.xml'),
    ascii('PK\x05\x06'),
    Buffer.alloc(18),
  ]);
