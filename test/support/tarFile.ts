/** One file of a tar, right or wrong in any of its fields. */
export interface Entry {
  readonly name: string
  readonly body?: string | Buffer
  readonly kind?: string
  readonly prefix?: string
  readonly magic?: string
  /** What stands in the size field instead of the true size. */
  readonly size?: string | Buffer
}

function header({
  name,
  body = '',
  kind = '0',
  prefix = '',
  magic = 'ustar\u000000',
  size,
}: Entry) {
  const block = Buffer.alloc(512)
  block.write(name, 0, 100, 'utf8')
  block.write('0000644\u0000', 100, 'latin1')
  const field = size ?? `${Buffer.from(body).length.toString(8).padStart(11, '0')}\u0000`
  Buffer.from(field).copy(block, 124, 0, 12)
  block.write('00000000000\u0000', 136, 'latin1')
  block.write(kind, 156, 'latin1')
  block.write(magic, 257, 'latin1')
  block.write(prefix, 345, 155, 'utf8')
  block.fill(0x20, 148, 156)
  const sum = block.reduce((all, byte) => all + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148, 'latin1')
  return block
}

/** A ustar archive; without `end`, one that was cut off. */
export function tar(entries: readonly Entry[], end = true): Buffer {
  const blocks = entries.flatMap((entry) => {
    const body = Buffer.from(entry.body ?? '')
    return [header(entry), body, Buffer.alloc((512 - (body.length % 512)) % 512)]
  })
  return Buffer.concat(end ? [...blocks, Buffer.alloc(1024)] : blocks)
}
