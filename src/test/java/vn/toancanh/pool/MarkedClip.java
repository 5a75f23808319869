package vn.toancanh.pool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.VideoTrack.Encoding;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.StripCode;

/**
 * A loop of moving pictures, coded by ffmpeg for a test, each with its own number in its pixels.
 *
 * @param rate pictures a second
 * @param units in the order of coding
 * @param shownAt which picture each unit is, from 0, in the order of showing
 */
record MarkedClip(Encoding encoding, int rate, List<byte[]> units, List<Integer> shownAt) {
    /** The camera that its marks name. */
    static final int CAMERA = 1;

    /**
     * What to code.
     *
     * @param apart pictures from one key frame to the next, a divisor of {@code pictures}
     * @param between B-frames between two others, 0: none
     * @param pyramid true where B-frames lean on B-frames
     */
    record Terms(Encoding encoding, PixelSize size, int pictures, int rate, int apart, int between, boolean pyramid) {}

    /** How many units a picture may come after those that are shown behind it. */
    int reorder() {
        int most = 0;
        for (int at = 0; at < shownAt.size(); at++) {
            int mine = shownAt.get(at);
            most = Math.max(most, (int) shownAt.subList(0, at).stream()
                    .filter(earlier -> earlier > mine)
                    .count());
        }
        return most;
    }

    static MarkedClip code(Terms terms, Path folder) throws IOException, InterruptedException {
        return code(terms, "", folder);
    }

    /** Coded in H.264 with one key picture alone, which is left out: every other is mended a column at a time (intra refresh). */
    static MarkedClip refreshed(PixelSize size, int pictures, int rate, int apart, Path folder)
            throws IOException, InterruptedException {
        Terms terms = new Terms(Encoding.H264, size, pictures + 2 * apart, rate, apart, 0, false);
        MarkedClip whole = code(terms, ":intra-refresh=1", folder);
        int out = 2 * apart;
        return new MarkedClip(
                terms.encoding(),
                rate,
                whole.units.subList(out, whole.units.size()),
                whole.shownAt.subList(out, whole.shownAt.size()).stream()
                        .map(at -> at - out)
                        .toList());
    }

    private static MarkedClip code(Terms terms, String more, Path folder) throws IOException, InterruptedException {
        boolean h265 = terms.encoding() == Encoding.H265;
        Path stream = folder.resolve("marked." + (h265 ? "hevc" : "h264"));
        Path times = folder.resolve("marked.times");
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-loglevel", "error", "-y", "-f", "rawvideo"));
        words.addAll(List.of(
                "-pix_fmt",
                "bgr0",
                "-s",
                terms.size().width() + "x" + terms.size().height()));
        words.addAll(List.of("-r", "" + terms.rate(), "-i", "pipe:0", "-pix_fmt", "yuv420p", "-map", "0:v"));
        words.addAll(List.of("-preset", "superfast", "-g", "" + terms.apart(), "-keyint_min", "" + terms.apart()));
        words.addAll(List.of("-bf", "" + terms.between(), "-c:v", h265 ? "libx265" : "libx264"));
        String usual = "aud=1:repeat-headers=1:scenecut=0:b-adapt=0:b-pyramid=" + (terms.pyramid() ? "1" : "0");
        words.addAll(
                h265
                        ? List.of(
                                "-x265-params",
                                usual + ":bframes=" + terms.between() + ":open-gop=0:pools=none:frame-threads=1"
                                        + ":log-level=error")
                        : List.of("-x264-params", usual + ":threads=1" + more));
        // The second output tells when each unit is shown.
        words.addAll(List.of("-f", "tee", "[f=" + (h265 ? "hevc" : "h264") + "]" + stream + "|[f=framecrc]" + times));
        Process coder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream pictures = coder.getOutputStream()) {
            draw(terms, pictures);
        }
        if (!coder.waitFor(4, TimeUnit.MINUTES) || coder.exitValue() != 0) {
            coder.destroyForcibly();
            throw new IOException("ffmpeg does not code " + terms);
        }
        List<byte[]> units = Coded.cut(Files.readAllBytes(stream), h265);
        List<Integer> shownAt = shown(Files.readAllLines(times));
        if (units.size() != terms.pictures() || shownAt.size() != terms.pictures()) {
            throw new IOException(units.size() + " units and " + shownAt.size() + " times of " + terms);
        }
        return new MarkedClip(terms.encoding(), terms.rate(), units, shownAt);
    }

    /** The grey of a pixel in a picture, where its mark does not cover it. */
    static int grey(int picture, int x, int y) {
        return ((x + 6 * picture) / 16 * 37 + y / 16 * 59) & 0x7F;
    }

    private static void draw(Terms terms, OutputStream out) throws IOException {
        int width = terms.size().width();
        int height = terms.size().height();
        int[] pixels = new int[width * height];
        byte[] bytes = new byte[pixels.length * 4];
        for (int frame = 0; frame < terms.pictures(); frame++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    pixels[y * width + x] = 0xFF000000 | grey(frame, x, y) * 0x010101;
                }
            }
            StripCode.paint(pixels, width, height, new Mark(CAMERA, StreamRole.SUB, frame));
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(pixels);
            out.write(bytes);
        }
    }

    /** From lines such as {@code 0, -2, 4, 1, 1762, 0x…}: the stream, when to decode, when to show. */
    private static List<Integer> shown(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Integer.valueOf(line.split(",", -1)[2].strip()))
                .toList();
    }
}
