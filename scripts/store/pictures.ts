/** The pictures of the store's page in their order, with the sizes that the store prescribes. */
export const STORE_PICTURES = [
  { file: '1-arrivals.png', width: 1280, height: 800 },
  { file: '2-lock.png', width: 1280, height: 800 },
  { file: '3-room.png', width: 1280, height: 800 },
  { file: '4-record.png', width: 1280, height: 800 },
  { file: '5-practice.png', width: 1280, height: 800 },
  { file: 'tile.png', width: 440, height: 280 },
] as const

export type StorePicture = (typeof STORE_PICTURES)[number]['file']
