/** One line of the peer connection: what is put in at our end comes out at the other as `remote`. */
export interface Wire {
  readonly remote: MediaStreamTrack
  readonly sender: RTCRtpSender
}

interface Wanted {
  readonly transceiver: RTCRtpTransceiver
  readonly done: (wire: Wire) => void
}

/**
 * A loopback peer connection that carries every remote picture, as a meeting server would. One pair of connections with
 * many tracks costs far less than a pair for each person. A line that is no longer needed is kept and given to the next
 * person: the real site re-uses tracks between people too, so a reader must go by the tile, not by the track.
 */
export class Wires {
  private readonly near = new RTCPeerConnection()
  private readonly far = new RTCPeerConnection()
  private readonly spare: Wire[] = []
  private wanted: Wanted[] = []
  private busy = false

  constructor() {
    this.near.addEventListener(
      'icecandidate',
      ({ candidate }) => void this.far.addIceCandidate(candidate ?? undefined),
    )
    this.far.addEventListener(
      'icecandidate',
      ({ candidate }) => void this.near.addIceCandidate(candidate ?? undefined),
    )
  }

  get failed(): boolean {
    return this.near.connectionState === 'failed'
  }

  async send(track: MediaStreamTrack): Promise<Wire> {
    const spare = this.spare.pop()
    if (spare !== undefined) {
      await spare.sender.replaceTrack(track)
      return spare
    }
    const transceiver = this.near.addTransceiver(track, { direction: 'sendonly' })
    const wire = new Promise<Wire>((done) => this.wanted.push({ transceiver, done }))
    void this.negotiate()
    return wire
  }

  /** The picture stops coming; the line waits for the next person. */
  async release(wire: Wire): Promise<void> {
    await wire.sender.replaceTrack(null)
    this.spare.push(wire)
  }

  private async negotiate(): Promise<void> {
    if (this.busy) return
    this.busy = true
    while (this.wanted.length > 0) {
      // Everyone who joins in the same moment is settled with one offer.
      await new Promise((resume) => setTimeout(resume, 5))
      const batch = this.wanted
      this.wanted = []
      await this.near.setLocalDescription()
      await this.far.setRemoteDescription(quickStart(this.near.localDescription))
      await this.far.setLocalDescription()
      await this.near.setRemoteDescription(quickStart(this.far.localDescription))
      for (const { transceiver, done } of batch) {
        const remote = this.far.getTransceivers().find((other) => other.mid === transceiver.mid)
        if (remote === undefined) throw new Error('A line of the peer connection has no other end.')
        await steady(transceiver.sender)
        done({ remote: remote.receiver.track, sender: transceiver.sender })
      }
    }
    this.busy = false
  }
}

/** Keeps the size of the picture when the line is short; a picture that shrinks at first would look like bad light. */
async function steady(sender: RTCRtpSender): Promise<void> {
  const asked = sender.getParameters()
  await sender.setParameters({ ...asked, degradationPreference: 'maintain-resolution' })
}

/** Starts with enough bandwidth; the browser's own first guess gives blurred pictures for the first seconds. */
function quickStart(description: RTCSessionDescription | null): RTCSessionDescriptionInit {
  if (description === null) throw new Error('The peer connection has no description.')
  const sdp = description.sdp.replace(/^(c=IN IP4 .*)$/gm, '$1\r\nb=AS:20000')
  return { type: description.type, sdp }
}
