package vn.toancanh.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other people's players on the same streams, to be measured beside ours; closing ends them. */
final class PeerProcesses implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    /** ffmpeg decoding each stream and throwing the pictures away, one process a stream, one decoding thread. */
    static PeerProcesses decodeOnly(List<URI> streams) throws IOException {
        PeerProcesses peers = new PeerProcesses();
        for (URI stream : streams) {
            peers.start(
                    Map.of(),
                    List.of(
                            "ffmpeg",
                            "-nostdin",
                            "-loglevel",
                            "quiet",
                            "-rtsp_transport",
                            "tcp",
                            "-threads",
                            "1",
                            "-i",
                            stream.toString(),
                            "-an",
                            "-f",
                            "null",
                            "-"));
        }
        return peers;
    }

    /** One GStreamer pipeline that decodes, scales and composes all streams into one X window of the screen's size. */
    static PeerProcesses gstreamerWall(List<URI> streams, String display, Mosaic mosaic, int fps) throws IOException {
        List<String> command = new ArrayList<>(List.of("gst-launch-1.0", "-q", "compositor", "name=wall"));
        for (int i = 0; i < streams.size(); i++) {
            command.add("sink_" + i + "::xpos=" + mosaic.x(i));
            command.add("sink_" + i + "::ypos=" + mosaic.y(i));
        }
        command.addAll(List.of(
                "!",
                "video/x-raw,width=" + mosaic.width() + ",height=" + mosaic.height() + ",framerate=" + fps + "/1",
                "!",
                "videoconvert",
                "!",
                "ximagesink",
                "sync=false"));
        for (int i = 0; i < streams.size(); i++) {
            command.addAll(List.of(
                    "rtspsrc",
                    "location=" + streams.get(i),
                    "protocols=tcp",
                    "latency=100",
                    "!",
                    "rtph264depay",
                    "!",
                    "avdec_h264",
                    "max-threads=1",
                    "!",
                    "videoscale",
                    "!",
                    "video/x-raw,width=" + mosaic.tileWidth() + ",height=" + mosaic.tileHeight(),
                    "!",
                    "queue",
                    "max-size-buffers=3",
                    "!",
                    "wall.sink_" + i));
        }
        PeerProcesses peers = new PeerProcesses();
        peers.start(Map.of("DISPLAY", display), command);
        return peers;
    }

    /** ffplay, set to show a picture as soon as it can, in the upper left corner. */
    static PeerProcesses ffplay(URI stream, String display, int width, int height) throws IOException {
        PeerProcesses peers = new PeerProcesses();
        List<String> quick = List.of("-fflags", "nobuffer", "-flags", "low_delay", "-probesize", "32768");
        List<String> place = List.of("-left", "0", "-top", "0", "-x", "" + width, "-y", "" + height, "-noborder");
        peers.start(
                Map.of("DISPLAY", display, "SDL_AUDIODRIVER", "dummy"),
                Stream.of(
                                List.of("ffplay", "-loglevel", "quiet", "-rtsp_transport", "tcp", "-an"),
                                quick,
                                place,
                                List.of(stream.toString()))
                        .flatMap(List::stream)
                        .toList());
        return peers;
    }

    /** mpv, the same. */
    static PeerProcesses mpv(URI stream, String display, int width, int height) throws IOException {
        PeerProcesses peers = new PeerProcesses();
        peers.start(
                Map.of("DISPLAY", display),
                List.of(
                        "mpv",
                        "--no-config",
                        "--really-quiet",
                        "--profile=low-latency",
                        "--rtsp-transport=tcp",
                        "--no-audio",
                        "--vo=x11",
                        "--no-border",
                        "--geometry=" + width + "x" + height + "+0+0",
                        stream.toString()));
        return peers;
    }

    private void start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        processes.add(builder.start());
    }

    /** All processes that still run. */
    List<ProcessHandle> handles() {
        return processes.stream()
                .filter(Process::isAlive)
                .map(Process::toHandle)
                .flatMap(top -> Usage.tree(top).stream())
                .toList();
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                if (!process.waitFor(3, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
