package vn.toancanh.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.toancanh.bench.fuzz.Footage;
import vn.toancanh.rtsp.VideoTrack.Encoding;

/** Pictures coded by ffmpeg for tests: a moving pattern, cut into access units at their delimiters. */
final class Coded {
    private Coded() {}

    /** @param size such as {@code 640x360} */
    static List<byte[]> units(Encoding encoding, String size, int pictures, Path folder)
            throws IOException, InterruptedException {
        return units(encoding, size, pictures, 5, folder);
    }

    /** @param apart pictures from one key frame to the next */
    static List<byte[]> units(Encoding encoding, String size, int pictures, int apart, Path folder)
            throws IOException, InterruptedException {
        boolean h265 = encoding == Encoding.H265;
        Path file = folder.resolve(encoding + "-" + size);
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-loglevel", "error", "-y"));
        words.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=" + size + ":rate=10", "-frames:v", "" + pictures));
        words.addAll(List.of("-pix_fmt", "yuv420p", "-g", "" + apart, "-bf", "0", "-preset", "ultrafast"));
        words.addAll(
                h265
                        ? List.of(
                                "-c:v", "libx265", "-x265-params", "aud=1:repeat-headers=1:log-level=error:pools=none")
                        : List.of(
                                "-c:v",
                                "libx264",
                                "-tune",
                                "zerolatency",
                                "-x264-params",
                                "aud=1:repeat-headers=1:scenecut=0"));
        words.addAll(List.of("-f", h265 ? "hevc" : "h264", file.toString()));
        Process coder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!coder.waitFor(4, TimeUnit.MINUTES) || coder.exitValue() != 0) {
            coder.destroyForcibly();
            throw new IOException("ffmpeg does not code " + encoding + " of " + size);
        }
        return cut(Files.readAllBytes(file), h265);
    }

    /** Cuts a stream at its access unit delimiters. */
    static List<byte[]> cut(byte[] stream, boolean h265) {
        List<byte[]> units = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i + 4 < stream.length; i++) {
            boolean delimiter = stream[i] == 0
                    && stream[i + 1] == 0
                    && stream[i + 2] == 0
                    && stream[i + 3] == 1
                    && (h265 ? (stream[i + 4] >> 1 & 0x3f) == 35 : (stream[i + 4] & 0x1f) == 9);
            if (delimiter) {
                if (begin >= 0) {
                    units.add(Arrays.copyOfRange(stream, begin, i));
                }
                begin = i;
            }
        }
        units.add(Arrays.copyOfRange(stream, begin, stream.length));
        return units;
    }

    /** One behind the other, in a loop. */
    static Footage footage(Encoding encoding, List<List<byte[]>> parts) {
        return new Footage(encoding, parts.stream().flatMap(List::stream).toList());
    }
}
