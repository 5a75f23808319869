package vn.toancanh.simulator.rtsp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.StripReader;

/** Turns received packets back into pictures: depacketises, and lets ffmpeg decode at the size of a small tile. */
public final class Pictures {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 135;

    private final boolean h265;
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private int pictures;

    public Pictures(boolean h265) {
        this.h265 = h265;
    }

    /** How many whole pictures were taken. */
    public int count() {
        return pictures;
    }

    /** Takes a packet; reports are passed over. */
    public void take(RawRtspClient.Packet packet) {
        if (!packet.rtp()) {
            return;
        }
        byte[] p = packet.bytes();
        int header = h265 ? 2 : 1;
        int type = h265 ? p[12] >> 1 & 0x3F : p[12] & 0x1F;
        if (type == (h265 ? 48 : 24)) {
            for (int at = 12 + header; at < p.length; ) {
                int length = (p[at] & 0xFF) << 8 | (p[at + 1] & 0xFF);
                startCode();
                stream.write(p, at + 2, length);
                at += 2 + length;
            }
        } else if (type == (h265 ? 49 : 28)) {
            int fragment = p[12 + header];
            if ((fragment & 0x80) != 0) {
                startCode();
                int own = fragment & (h265 ? 0x3F : 0x1F);
                stream.write(h265 ? (p[12] & 0x81) | own << 1 : (p[12] & 0xE0) | own);
                if (h265) {
                    stream.write(p[13]);
                }
            }
            stream.write(p, 13 + header, p.length - 13 - header);
        } else {
            startCode();
            stream.write(p, 12, p.length - 12);
        }
        if (packet.marker()) {
            pictures++;
        }
    }

    private void startCode() {
        stream.write(0);
        stream.write(0);
        stream.write(1);
    }

    /** The strips of all pictures, in order, after decoding and scaling to 240x135. */
    public List<Optional<Mark>> marks(Path folder) throws IOException, InterruptedException {
        List<Optional<Mark>> marks = new ArrayList<>();
        byte[] raw = decoded(folder);
        int size = WIDTH * HEIGHT * 4;
        for (int at = 0; at + size <= raw.length; at += size) {
            byte[] picture = java.util.Arrays.copyOfRange(raw, at, at + size);
            marks.add(StripReader.read(picture, WIDTH * 4, 0, 0, WIDTH, HEIGHT));
        }
        return marks;
    }

    /** Bytes B, G, R, A of all pictures at 240x135. */
    public byte[] decoded(Path folder) throws IOException, InterruptedException {
        Path coded = Files.createTempFile(folder, "coded", h265 ? ".h265" : ".h264");
        Path raw = Files.createTempFile(folder, "raw", ".bgra");
        Files.write(coded, stream.toByteArray());
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "quiet",
                        "-nostdin",
                        "-y",
                        "-f",
                        h265 ? "hevc" : "h264",
                        "-i",
                        coded.toString(),
                        "-vsync",
                        "0",
                        "-vf",
                        "scale=" + WIDTH + ":" + HEIGHT,
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "bgra",
                        raw.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ffmpeg.waitFor();
        return Files.readAllBytes(raw);
    }
}
