declare module 'exif-reader' {
  /** @throws where the bytes are no EXIF data */
  export default function readExif(exif: Buffer): unknown
}
