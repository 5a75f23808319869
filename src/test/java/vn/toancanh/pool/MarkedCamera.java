package vn.toancanh.pool;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import vn.toancanh.base.Threads;
import vn.toancanh.rtsp.VideoTrack.Encoding;
import vn.toancanh.rtsp.packetise.NalPacketiser;
import vn.toancanh.rtsp.packetise.RtpPayloads;

/**
 * A camera that sends a loop as cameras do: each unit once all pictures that its coding leans on have been taken, in the order of
 * coding, its RTP time that of the picture's taking, and once a second what its clock says. On loopback; a thread a connection.
 */
final class MarkedCamera implements AutoCloseable {
    private static final int CLOCK = 90_000;
    private static final int TYPE = 96;
    private static final int SOURCE = 7;
    private static final long SECOND = 1_000_000_000L;
    private static final long SECONDS_FROM_1900 = 2_208_988_800L;

    private final MarkedClip clip;
    private final Encoding announced;
    private final NalPacketiser packetiser;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final long epoch = System.nanoTime();
    private final int behind;
    private final double share;
    private final boolean clockSet;

    MarkedCamera(MarkedClip clip) throws IOException {
        this(clip, clip.encoding());
    }

    /** @param announced what it says it sends */
    MarkedCamera(MarkedClip clip, Encoding announced) throws IOException {
        this(clip, announced, 1, true);
    }

    /** One whose clock nobody has set, behind a link without end that passes that share of its stream. */
    static MarkedCamera behindNarrowLink(MarkedClip clip, double share) throws IOException {
        return new MarkedCamera(clip, clip.encoding(), share, false);
    }

    /** One whose clock nobody has set. */
    static MarkedCamera withoutClock(MarkedClip clip) throws IOException {
        return new MarkedCamera(clip, clip.encoding(), 1, false);
    }

    private MarkedCamera(MarkedClip clip, Encoding announced, double share, boolean clockSet) throws IOException {
        this.clockSet = clockSet;
        this.share = share;
        this.clip = clip;
        this.announced = announced;
        this.packetiser = clip.encoding() == Encoding.H265 ? NalPacketiser.h265(1400) : NalPacketiser.h264(1400);
        int late = 0;
        for (int at = 0; at < clip.shownAt().size(); at++) {
            late = Math.max(late, clip.shownAt().get(at) - at);
        }
        this.behind = late;
        this.listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Threads.daemon("marked-cameras", this::accept).start();
    }

    URI address() {
        return URI.create("rtsp://127.0.0.1:" + listener.getLocalPort() + "/marked");
    }

    /** When that picture of the loop was taken last before {@code nanos}, {@code System.nanoTime()}. */
    long takenAt(int picture, long nanos) {
        long loop = pictureNanos(clip.units().size());
        long since = Math.floorMod(nanos - epoch - pictureNanos(picture), loop);
        return nanos - since;
    }

    private long pictureNanos(long pictures) {
        return pictures * SECOND / clip.rate();
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Threads.daemon("marked-camera", () -> serve(socket)).start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Watcher(socket).serve();
        } catch (IOException gone) {
            // Whoever watched has seen enough.
            return;
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket each : open) {
            each.close();
        }
    }

    /** One connection. */
    private final class Watcher {
        private final InputStream in;
        private final OutputStream out;
        private boolean playing;
        private int sequence;

        Watcher(Socket socket) throws IOException {
            in = socket.getInputStream();
            out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        }

        void serve() throws IOException {
            while (!playing) {
                hear();
            }
            long next = (System.nanoTime() - epoch) * clip.rate() / SECOND + 1;
            long reported = 0;
            for (long count = next; ; count++) {
                long wait = (long) (pictureNanos(count - next) * (1 / share - 1));
                LockSupport.parkNanos(epoch + pictureNanos(count + behind) + wait - System.nanoTime());
                while (in.available() > 0) {
                    hear();
                }
                long now = System.nanoTime();
                if (now - reported > SECOND) {
                    reported = now;
                    report(now);
                }
                send(count);
            }
        }

        private void send(long count) throws IOException {
            int at = (int) (count % clip.units().size());
            long picture = count - at + clip.shownAt().get(at);
            RtpPayloads payloads = packetiser.packetise(clip.units().get(at));
            for (int i = 0; i < payloads.count(); i++) {
                int length = payloads.length(i);
                boolean last = i == payloads.count() - 1;
                frame(0, 12 + length);
                out.write(ByteBuffer.allocate(12)
                        .put((byte) 0x80)
                        .put((byte) (TYPE | (last ? 0x80 : 0)))
                        .putShort((short) sequence++)
                        .putInt((int) (picture * CLOCK / clip.rate()))
                        .putInt(SOURCE)
                        .array());
                out.write(payloads.bytes(), payloads.offset(i), length);
            }
            out.flush();
        }

        /** A sender report: the wall clock at a time of the stream. */
        private void report(long nanos) throws IOException {
            Instant wall = clockSet ? Instant.now() : Instant.ofEpochSecond(0, nanos - epoch);
            long fraction = ((long) wall.getNano() << 32) / SECOND;
            frame(1, 28);
            out.write(ByteBuffer.allocate(28)
                    .put((byte) 0x80)
                    .put((byte) 200)
                    .putShort((short) 6)
                    .putInt(SOURCE)
                    .putInt((int) (wall.getEpochSecond() + SECONDS_FROM_1900))
                    .putInt((int) fraction)
                    .putInt((int) ((nanos - epoch) / 1000 * CLOCK / 1_000_000))
                    .putLong(0)
                    .array());
        }

        private void frame(int channel, int length) throws IOException {
            out.write(ByteBuffer.allocate(4)
                    .put((byte) '$')
                    .put((byte) channel)
                    .putShort((short) length)
                    .array());
        }

        private void hear() throws IOException {
            int first = in.read();
            if (first == '$') {
                in.skipNBytes(1);
                in.skipNBytes((long) in.read() << 8 | in.read());
                return;
            }
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            for (int next = first; ; next = in.read()) {
                if (next < 0) {
                    throw new EOFException();
                }
                head.write(next);
                String text = head.toString(StandardCharsets.ISO_8859_1);
                if (text.endsWith("\r\n\r\n")) {
                    answer(text);
                    return;
                }
            }
        }

        private void answer(String request) throws IOException {
            int at = request.indexOf("CSeq: ");
            String number = request.substring(at + 6, request.indexOf('\r', at));
            String more = "";
            String body = "";
            switch (request.substring(0, request.indexOf(' '))) {
                case "DESCRIBE" -> {
                    body = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=video 0 RTP/AVP " + TYPE
                            + "\r\na=rtpmap:" + TYPE + " " + announced + "/" + CLOCK + "\r\na=control:t\r\n";
                    more = "Content-Type: application/sdp\r\n";
                }
                case "SETUP" -> more = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: s\r\n";
                case "PLAY" -> playing = true;
                default -> {}
            }
            out.write(("RTSP/1.0 200 OK\r\nCSeq: " + number + "\r\n" + more + "Content-Length: " + body.length()
                            + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
