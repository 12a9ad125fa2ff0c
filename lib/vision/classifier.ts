import type { Picture } from './picture.ts'
import type { RoomReading } from './types.ts'

/** Looks at one picture. Behind it stands the room model, or a stand-in in a unit test. */
export interface RoomClassifier {
  /**
   * A reading of the picture, or 'noPicture' where it is too small to be one. `mirrored`: the model is shown its mirror image; the
   * brightness grid stays that of the picture as it came. The caller releases the picture. Throws when the model itself fails.
   */
  classify(picture: Picture, mirrored?: boolean): RoomReading | 'noPicture'
  close(): void
}
