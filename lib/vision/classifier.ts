import type { RoomReading } from './types.ts'

/** Looks at one picture. Behind it stands the room model, or a stand-in in a unit test. */
export interface RoomClassifier {
  /**
   * A reading of the picture, or 'noPicture' where it is too small to be one. The caller closes the bitmap. Throws when the
   * model itself fails.
   */
  classify(bitmap: ImageBitmap): RoomReading | 'noPicture'
  close(): void
}
