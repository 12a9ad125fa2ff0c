import type { Backdrop } from '../../lib/practice/people.ts'

/** Drawn pictures of made-up people in made-up rooms: no photograph, and nothing that could be anybody. */
export function Drawing({
  backdrop,
  look,
  adult = false,
}: {
  backdrop: Backdrop
  /** Which of the sets of colours. */
  look: number
  adult?: boolean
}) {
  return (
    <svg aria-hidden className={`drawing look-${look % 5}`} viewBox="0 0 160 90">
      <rect className="wall" height="90" width="160" />
      <Behind backdrop={backdrop} />
      {adult && <Figure className="grown" scale={0.62} x={128} y={64} />}
      {adult && <path className="arm" d="M137 74 Q150 64 148 48" />}
      <Figure className="child" scale={1} x={72} y={62} />
    </svg>
  )
}

function Figure({
  x,
  y,
  scale,
  className,
}: {
  x: number
  y: number
  scale: number
  className: string
}) {
  return (
    <g className={className} transform={`translate(${x} ${y}) scale(${scale})`}>
      <path className="shirt" d="M-30 34 Q-28 12 0 12 Q28 12 30 34 Z" />
      <circle className="hair" cx="0" cy="-10" r="19" />
      <circle className="skin" cx="0" cy="-6" r="15.5" />
      <circle className="ink" cx="-5.5" cy="-7" r="1.7" />
      <circle className="ink" cx="5.5" cy="-7" r="1.7" />
      <path className="smile" d="M-5 0 Q0 4.5 5 0" />
    </g>
  )
}

function Behind({ backdrop }: { backdrop: Backdrop }) {
  switch (backdrop) {
    case 'plain':
      return <rect className="floor" height="12" width="160" y="78" />
    case 'shelves':
      return (
        <g>
          <path className="wood" d="M6 20h46v4H6zM6 44h46v4H6zM108 20h46v4h-46zM108 44h46v4h-46z" />
          <path className="book-a" d="M10 6h6v14h-6zM26 8h5v12h-5zM112 7h6v13h-6zM14 31h6v13h-6z" />
          <path className="book-b" d="M17 4h7v16h-7zM34 6h6v14h-6zM122 5h6v15h-6zM24 30h6v14h-6z" />
        </g>
      )
    case 'kitchen':
      return (
        <g>
          <path className="wood" d="M0 6h46v22H0zM114 6h46v22h-46z" />
          <path className="floor" d="M0 66h160v24H0z" />
          <path className="book-a" d="M10 52h14v14H10zM24 55h4v7h-4z" />
          <path className="book-b" d="M140 46h5v20h-5z" />
        </g>
      )
    case 'bedroom':
      return (
        <g>
          <path className="wood" d="M4 34h8v48H4z" />
          <path className="quilt" d="M12 60h62v24H12z" />
          <rect className="pillow" height="14" rx="5" width="26" x="14" y="48" />
          <path className="book-b" d="M118 10h30v24h-30z" />
        </g>
      )
  }
}
